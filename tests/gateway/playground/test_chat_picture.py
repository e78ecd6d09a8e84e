"""A message may have a picture, which is re-encoded, sent to models that see pictures, and kept nowhere."""

from __future__ import annotations

import base64
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from PIL import Image
from quart.datastructures import FileStorage

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest
from app.media.models import Media
from tests.client import Browser
from tests.gateway.playground.test_views import FORM, HTMX, PATH
from tests.media.pictures import saved
from tests.upstreams.openai_api import OpenAIApi

pytestmark = pytest.mark.heavy
PHOTO = saved(Image.effect_noise((1400, 700), 60).convert("RGB"), "JPEG")
HELD = "data:image/webp;base64," + base64.b64encode(b"RIFF").decode()


@pytest.fixture(autouse=True)
async def _sees(_offered: None) -> None:
    await AiModel.filter(id="chat-1").update(abilities=["vision"])
    forget_offered()


async def sent(browser: Browser, raw: bytes = PHOTO, status: int = 200, htmx: bool = False, **form: Any) -> str:
    files = {"picture": FileStorage(io.BytesIO(raw), "photo.jpg")} if raw else {}
    response = await browser.post(PATH, form=FORM | form, files=files, headers=HTMX if htmx else {})
    assert response.status_code == status
    return unescape(await response.get_data(as_text=True))


def sent_pictures(openai_api: OpenAIApi) -> list[str]:
    """The pictures of the last request that reached the provider."""
    messages = json.loads(openai_api.requests[-1].body)["messages"]
    parts = [part for message in messages if isinstance(message["content"], list) for part in message["content"]]
    return [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]


async def test_a_picture_is_re_encoded_and_sent_with_the_message_and_kept_nowhere(
    as_budi: Browser, openai_api: OpenAIApi
) -> None:
    page = await sent(as_budi)
    assert "You wrote: Buat judul <kopi> [1 pictures]" in page
    [url] = re.findall(r'name="shown" value="(data:image/webp;base64,[^"]+)"', page)
    picture = Image.open(io.BytesIO(base64.b64decode(url.partition(",")[2])))
    assert (picture.format, picture.size) == ("WEBP", (1024, 512)) and not picture.getexif()
    assert 'name="held"' not in page, "the next message begins without it"
    assert not await Media.exists() and not await KeptContent.exists()
    assert url[:60].encode() in openai_api.requests[-1].body
    assert (await AiRequest.get()).cost > 0


async def test_with_scripts_the_turn_carries_it_on_and_the_field_is_empty_again(as_budi: Browser) -> None:
    stream = await sent(as_budi, htmx=True)
    assert 'name="shown" value="data:image/webp;base64,' in stream and 'hx-target="#ai-attached"' in stream


async def test_the_next_messages_show_it_again_to_models_that_see(as_budi: Browser, openai_api: OpenAIApi) -> None:
    turn: dict[str, Any] = {"question": "Apa ini?", "answer": "Kopi.", "request": "air_1", "shown": HELD}
    await sent(as_budi, b"", **turn)
    assert sent_pictures(openai_api) == [HELD]
    await sent(as_budi, b"", **turn | {"shown": "data:image/svg+xml;base64,PHN2Zz4="})
    assert sent_pictures(openai_api) == [], "what the form did not write itself is left out"
    await AiModel.filter(id="chat-1").update(abilities=[])
    forget_offered()
    await sent(as_budi, b"", **turn)
    assert sent_pictures(openai_api) == []


async def test_a_model_that_sees_nothing_is_said_so_and_the_picture_is_not_lost(as_budi: Browser) -> None:
    await AiModel.filter(id="chat-1").update(abilities=[])
    forget_offered()
    page = await sent(as_budi, status=422)
    assert "does not see pictures" in page and not await AiRequest.exists()
    assert re.search(r'name="held" value="data:image/webp;base64,[^"]+"', page)


async def test_what_is_wrong_with_a_file_is_said_with_all_other_faults(as_budi: Browser) -> None:
    page = await sent(as_budi, b"GIF89a", 422, message=" ", freedom="9")
    for part in ("GIF pictures are not taken.", "Write a message first.", "Choose a number from 0 to 2."):
        assert part in page
    page = await sent(as_budi, b"\xff\xd8\xff" + bytes(5 * 2**20), 422)
    assert "larger than 5 MB" in page and not await AiRequest.exists()


async def test_a_held_picture_goes_with_the_next_try_unless_it_is_left_out(
    as_budi: Browser, openai_api: OpenAIApi
) -> None:
    await sent(as_budi, b"", held=HELD)
    assert sent_pictures(openai_api) == [HELD]
    await sent(as_budi, b"", held=HELD, left_out="1")
    assert sent_pictures(openai_api) == []


async def test_the_code_has_a_place_for_the_picture_and_not_its_bytes(as_budi: Browser) -> None:
    response = await as_budi.post(f"{PATH}/code", form=FORM | {"held": HELD}, headers=HTMX)
    code = unescape(await response.get_data(as_text=True))
    assert '"image_url"' in code and HELD not in code
