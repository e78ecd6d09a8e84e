"""The pictures of the playground: each is a request of its own, shown and paid as soon as it is there."""

from __future__ import annotations

import re
from html import unescape

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND, AiRequest
from app.gateway.metering.balance import AiBalance
from tests.client import Browser
from tests.subtests import as_subtests
from tests.upstreams.openai_api import OpenAIApi

PATH = "/dashboard/ai/playground/pictures"
HTMX = {"HX-Request": "true"}
FORM = {"prompt": "Kopi <di> meja", "model": "image-1", "size": "1024x1024", "number": "3"}


async def page_after(browser: Browser, status: int = 200, path: str = PATH, **form: str) -> str:
    response = await browser.post(path, form=FORM | form)
    assert response.status_code == status
    return unescape(await response.get_data(as_text=True))


async def test_without_scripts_all_pictures_come_as_a_page(as_budi: Browser, budi: Account) -> None:
    page = await page_after(as_budi)

    assert page.count('src="data:image/png;base64,') == 3 and "Kopi <di> meja</textarea>" in page
    rows = await AiRequest.all()
    assert [(row.source, row.status, row.usage["images"]) for row in rows] == [(PLAYGROUND, 200, 1)] * 3
    assert all(row.cost for row in rows) and (await AiBalance.of(budi)).reserved == 0


async def test_with_scripts_pictures_arrive_one_by_one_and_the_number_is_said(as_budi: Browser) -> None:
    response = await as_budi.post(PATH, form=FORM, headers=HTMX)
    stream = await response.get_data(as_text=True)

    assert response.mimetype == "text/event-stream"
    assert re.findall(r"(\d) of 3 are ready", stream) == ["0", "1", "2", "3"]
    assert {f'hx-target="#shot-{at}"' in stream for at in range(3)} == {True}
    assert stream.count("data:image/png") == 3 and 'hx-target="#ai-total-cost"' in stream


async def test_one_that_fails_costs_nothing_and_does_not_end_the_others(
    as_budi: Browser, openai_api: OpenAIApi
) -> None:
    openai_api.fault("429", "/v1/images")
    page = await page_after(as_budi, number="2")

    assert page.count("data:image/png") == 1 and "takes no more requests at the moment" in page
    assert sorted(bool(row.cost) for row in await AiRequest.all()) == [False, True]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("prompt", "", "Write what should be seen."),
        ("number", "5", "Write a whole number from 1 to 4."),
        ("size", "9x9", "This model makes"),
        ("model", "chat-1", "This model is not offered now."),
    ],
)
@as_subtests("path", [PATH, f"{PATH}/code"])
async def test_what_is_wrong_is_said_by_its_field(
    as_budi: Browser, path: str, field: str, value: str, says: str
) -> None:
    response = await as_budi.post(path, form=FORM | {field: value})
    assert response.status_code == 422 and says in await response.get_data(as_text=True)
    assert not await AiRequest.exists()


async def test_without_credits_nothing_is_made_and_nothing_typed_is_lost(as_budi: Browser, budi: Account) -> None:
    await AiBalance.filter(account_id=budi.id).update(bought=-(10**13))
    page = await page_after(as_budi, 422)
    assert "There are not enough credits left" in page and "Kopi <di> meja</textarea>" in page


async def test_the_request_is_shown_as_code(as_budi: Browser) -> None:
    page = await page_after(as_budi, path=f"{PATH}/code")
    assert "client.images.generate(" in page and not await AiRequest.exists()
