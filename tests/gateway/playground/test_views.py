"""The chat of the playground: it is paid as the API is, works without scripts, and loses nothing that was typed."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.playground.chat_answer import PageWriter
from app.gateway.upstreams.adapter import Chunk
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.gateway.offering import offer_model, offer_upstream
from tests.upstreams.openai_api import OpenAIApi

PATH = "/dashboard/ai/playground"
HTMX = {"HX-Request": "true"}
FORM = {"message": "Buat judul <kopi>", "model": "chat-1", "instructions": "Santai.", "most": "50", "freedom": "0.5"}


async def page_after(browser: Browser, status: int = 200, path: str = PATH, **form: str) -> str:
    response = await browser.post(path, form=FORM | form)
    assert response.status_code == status
    return unescape(await response.get_data(as_text=True))


async def stream_after(browser: Browser, **form: str) -> str:
    response = await browser.post(PATH, form=FORM | form, headers=HTMX)
    assert response.status_code == 200 and response.mimetype == "text/event-stream"
    return str(await response.get_data(as_text=True))


async def test_without_scripts_the_answer_comes_as_a_page_with_its_price(
    as_budi: Browser, budi: Account, openai_api: OpenAIApi
) -> None:
    page = await page_after(as_budi)

    assert "You wrote: Buat judul <kopi>" in page
    request = await AiRequest.get()
    assert (request.account_id, request.source, request.key_id, request.status) == (budi.id, PLAYGROUND, None, 200)
    assert request.cost > 0 and f"/requests/{request.id}" in page and "tokens" in page
    assert (await AiBalance.of(budi)).reserved == 0
    assert [entry.act for entry in await AuditEntry.all()] == ["ai_playground.send"]


async def test_the_next_message_carries_the_conversation_which_no_server_keeps(
    as_budi: Browser, openai_api: OpenAIApi
) -> None:
    page = await page_after(as_budi)
    id = (await AiRequest.get()).request_id
    assert f'name="request" value="{id}"' in page
    answer = "You wrote: Buat judul <kopi>"

    page = await page_after(as_budi, message="Lagi", question="Buat judul <kopi>", answer=answer, request=id)

    body = json.loads(openai_api.requests[-1].body)
    assert [message["role"] for message in body["messages"]] == ["system", "user", "assistant", "user"]
    assert body["max_tokens"] == 50 and body["temperature"] == 0.5
    assert page.count("chat__summary") == 2


async def test_with_scripts_the_answer_streams_into_the_log_and_is_text_only(as_budi: Browser) -> None:
    stream = await stream_after(as_budi, message="<script>alert(1)</script>")

    assert "<script>" not in stream
    id = (await AiRequest.get()).request_id
    pieces = re.findall(rf'hx-target="#answer-field-{id}" hx-swap="beforeend">(.*?)</hx-partial>', stream)
    assert unescape("".join(pieces)) == "You wrote: <script>alert(1)</script>" and len(pieces) > 1

    response = await as_budi.get(f"{PATH}/answers/{id}?request={id}", headers=HTMX)
    summary = await response.get_data(as_text=True)
    assert "tokens" in summary and 'hx-target="#ai-total-cost"' in summary and "The answer is complete" in summary


async def test_an_answer_is_text_while_it_streams_and_drawn_once_it_has_ended(as_budi: Browser) -> None:
    stream = await stream_after(as_budi, message="**tebal** <b>")
    id = (await AiRequest.get()).request_id
    [drawn] = re.findall(rf'hx-target="#answer-{id}" hx-swap="innerHTML">(.*?)</hx-partial>', stream, re.DOTALL)
    assert "<strong>tebal</strong> &lt;b&gt;" in drawn and stream.index("**tebal**") < stream.index(drawn)

    page = await page_after(as_budi, message="**tebal**")
    assert "<strong>tebal</strong>" in page


async def test_a_long_conversation_goes_on(as_budi: Browser) -> None:
    long = "kata " * 60_000
    assert "You wrote: Buat" in await page_after(as_budi, question="Dulu", answer=long, request="air_x")


async def test_half_a_surrogate_pair_from_a_model_breaks_nothing() -> None:
    chunk = Chunk({"choices": [{"delta": {"content": "a\ud83d<b>"}}]})
    assert b"a?&lt;b&gt;" in PageWriter("air_x", "").write(chunk)


async def test_an_answer_that_breaks_off_keeps_what_came_and_its_price(as_budi: Browser, openai_api: OpenAIApi) -> None:
    openai_api.fault("error", "/v1/chat", after=4)
    stream = await stream_after(as_budi)

    request = await AiRequest.get()
    assert "You" in stream and request.status == 502 and request.cost > 0
    response = await as_budi.get(f"{PATH}/answers/{request.request_id}", headers=HTMX)
    assert "You pay for what had reached you." in await response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("message", " ", "Write a message first."),
        ("model", "gone", "This model is not offered now."),
        ("most", "0", "Write a whole number from 1 to"),
        ("freedom", "3", "Choose a number from 0 to 2."),
    ],
)
async def test_what_is_wrong_is_said_by_its_field_and_nothing_typed_is_lost(
    as_budi: Browser, field: str, value: str, says: str
) -> None:
    typed = {"question": "Dulu", "answer": "Jawab", "request": "air_x", "instructions": "Santai sekali."}
    response = await as_budi.post(PATH, form=FORM | typed | {field: value})
    page = unescape(await response.get_data(as_text=True))

    assert response.status_code == 422 and says in page and "Santai sekali." in page
    assert "Dulu" in page and "Jawab" in page
    assert not await AiRequest.exists()


@pytest.mark.parametrize("headers", [{}, HTMX])
async def test_a_refusal_before_the_first_word_keeps_the_message(
    as_budi: Browser, budi: Account, openai_api: OpenAIApi, headers: dict[str, str]
) -> None:
    openai_api.fault("500", "/v1/chat", times=9)
    response = await as_budi.post(PATH, form=FORM, headers=headers)
    page = unescape(await response.get_data(as_text=True))
    assert (
        response.status_code == 422 and "did not finish the answer" in page and "Buat judul <kopi></textarea>" in page
    )
    assert (await AiRequest.get()).cost == 0
    if headers:
        assert response.headers["HX-Retarget"] == "#ai-bench"


async def test_without_credits_it_says_so_and_keeps_the_message(as_budi: Browser, budi: Account) -> None:
    await AiBalance.filter(account_id=budi.id).update(bought=-(10**13))
    page = await page_after(as_budi, 422)
    assert "There are not enough credits left" in page and "Buat judul <kopi></textarea>" in page


async def test_the_request_is_shown_as_code_of_three_languages_and_is_not_sent(as_budi: Browser) -> None:
    page = await page_after(as_budi, path=f"{PATH}/code", message="It's <b>")

    assert "client.chat.completions.create(" in page and "process.env.KLIQS_KEY" in page and "curl http" in page
    assert "'\\''" in page and page.count("It's <b>") >= 1
    assert not await AiRequest.exists() and not await AuditEntry.exists()


async def test_a_model_that_reasons_chooses_its_freedom_itself(as_budi: Browser, openai_api: OpenAIApi) -> None:
    await offer_model("chat-2", await offer_upstream("other", base_url=openai_api.base_url), abilities=["reasoning"])
    page = await page_after(as_budi, path=f"{PATH}/code", model="chat-2")
    assert "max_completion_tokens" in page and "temperature" not in page


@pytest.mark.parametrize(("model", "page"), [("image-1", "pictures"), ("video-1", "videos")])
async def test_a_model_of_another_kind_opens_its_own_page(as_budi: Browser, model: str, page: str) -> None:
    response = await as_budi.get(f"{PATH}?model={model}")
    assert response.headers["Location"].endswith(f"/playground/{page}?model={model}")


async def test_the_price_of_an_answer_is_shown_to_its_own_workspace_only(as_budi: Browser, as_sari: Browser) -> None:
    await page_after(as_budi)
    id = (await AiRequest.get()).request_id
    assert (await as_sari.get(f"{PATH}/answers/{id}")).status_code == 404
