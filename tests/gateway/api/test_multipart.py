"""What a client names in a form reaches the upstream as it is, or is refused: it never breaks the request there."""

from typing import Any

import aiohttp
import pytest

from app.gateway.catalogue.ai_model import IMAGE, VIDEO
from app.gateway.catalogue.upstream import Route
from app.gateway.upstreams.adapter import Json
from tests.gateway.api.conformance import Conformance, offer_at
from tests.subtests import as_subtests
from tests.upstreams.openai_api import PNG


async def post(gateway: Conformance, path: str, form: bytes | None, body: Json | None = None) -> Any:
    """Sends a form or JSON; returns the status and the answer."""
    headers = gateway.caller.headers | ({"Content-Type": "multipart/form-data; boundary=b"} if form else {})
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{gateway.caller.url}{path}", data=form, json=body, headers=headers) as response,
    ):
        return response.status, await response.json()


def form_of(head: str, content: bytes, **fields: str) -> bytes:
    """A form with plain fields and one part whose headers are written by hand."""
    parts = [(f'Content-Disposition: form-data; name="{name}"', value.encode()) for name, value in fields.items()]
    whole = [f"--b\r\n{head}\r\n\r\n".encode() + value + b"\r\n" for head, value in [*parts, (head, content)]]
    return b"".join([*whole, b"--b--\r\n"])


@pytest.mark.parametrize("name", ["a\r\nb: c", "a\x00b", "é😀", "a\x7f", "", "x" * 65, 'a"b', "a b"])
async def test_a_name_that_no_header_may_have_is_the_clients_mistake_and_not_the_upstreams(
    gateway: Conformance, name: str
) -> None:
    await offer_at(gateway.api, "openai", "video", "video-1", kind_of_model=VIDEO)
    status, answer = await post(gateway, "/videos", None, {"model": "video", "prompt": "x", name: "d"})
    assert status == 400 and answer["error"]["code"] == "invalid_value"
    assert gateway.api.requests == [] and {each.failures for each in await Route.all()} == {0}


@pytest.mark.parametrize("size", ["\x00", "720x1280\x00", "\n", "٣x٣", "x" * 21, 5])
async def test_a_size_that_no_database_stores_is_refused(gateway: Conformance, size: Any) -> None:
    await offer_at(gateway.api, "openai", "video", "video-1", kind_of_model=VIDEO)
    status, answer = await post(gateway, "/videos", None, {"model": "video", "prompt": "x", "size": size})
    assert status == 400 and answer["error"]["param"] == "size"


async def test_a_name_of_a_field_in_a_form_is_checked_too(gateway: Conformance) -> None:
    await offer_at(gateway.api, "openai", "image", "image-1", kind_of_model=IMAGE)
    form = form_of('Content-Disposition: form-data; name="é"', b"d", model="image", prompt="x")
    status, answer = await post(gateway, "/images/edits", form)
    assert status == 400 and answer["error"]["code"] == "invalid_value"


@pytest.mark.parametrize("name", ["a\x7f\x01b.png", "é😀.png", "x" * 5_000])
async def test_odd_names_of_files_are_made_plain(gateway: Conformance, name: str) -> None:
    await offer_at(gateway.api, "openai", "image", "image-1", kind_of_model=IMAGE)
    head = f'Content-Disposition: form-data; name="image"; filename="{name}"\r\nContent-Type: image/png'
    status, answer = await post(gateway, "/images/edits", form_of(head, PNG, model="image", prompt="x"))
    assert status == 200, answer
    [[(filename, kind, content)]] = [form.files["image"] for form in gateway.api.forms]
    assert kind == "image/png" and content == PNG and filename.isprintable() and len(filename) <= 3 * 200
    assert {each.failures for each in await Route.all()} == {0}


@as_subtests("message", [{"role": []}, {"role": "user", "content": {"a": [{}]}}, {"role": "user", "content": [5]}, {}])
async def test_messages_at_which_an_upstream_would_break_do_not_reach_it(
    gateway: Conformance, message: dict[str, Any]
) -> None:
    for _ in range(5):
        status, _answer = await gateway.caller.chat(model="kliqs/chat", messages=[message])
        assert status == 400
    assert gateway.api.requests == [] and {each.failures for each in await Route.all()} == {0}
