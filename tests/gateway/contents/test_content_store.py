"""Content is kept only where a key says so: encrypted, for its days, of workspaces that are not frozen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.contents import content_store
from app.gateway.contents.kept_content import KeptContent
from app.gateway.contents.transcript import MOST, MOST_TEXT, OTHER, Transcript
from app.gateway.key_terms.model_rules import ModelRules, save_rules
from app.gateway.metering.ai_request import AiRequest
from app.gateway.upstreams.adapter import Chunk
from app.jobs import Job
from app.kernel import clock
from app.kernel.db import transaction
from app.keys.models import ApiKey
from tests.conftest import Clock
from tests.gateway.api.callers import Caller
from tests.gateway.fake_adapter import TEXT, FakeAdapter, chunk_of
from tests.waiting import eventually

SAID = "a secret recipe"


async def keep_for(caller: Caller, days: int) -> ApiKey:
    """Lets the caller's key keep content for so many days."""
    key = await ApiKey.get(account_id=caller.account.id)
    await save_rules(caller.account, key.id, ModelRules(content_days=days))
    return key


def says(**fields: Any) -> dict[str, Any]:
    """The fields of a chat that says something to be kept."""
    return {"messages": [{"role": "user", "content": SAID}]} | fields


async def content_of(caller: Caller) -> dict[str, Any] | None:
    """The kept content of the only request."""
    return await content_store.read_content(caller.account, (await caller.request()).id)


async def test_nothing_is_kept_unless_the_key_says_so(caller: Caller, adapter: FakeAdapter) -> None:
    await caller.chat(**says())
    await caller.events(**says())
    assert await KeptContent.all().count() == 0


async def test_a_whole_answer_is_kept_encrypted_for_its_days(
    caller: Caller, adapter: FakeAdapter, moved: Clock
) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says(user="customer-7"))
    content = await content_of(caller)
    assert content and content["request"]["messages"][0]["content"] == SAID
    assert content["answer"]["choices"][0]["message"]["content"] == TEXT
    kept = await KeptContent.get()
    assert SAID not in kept.sealed and TEXT not in kept.sealed
    assert kept.ends_at == clock.now() + timedelta(days=7)
    assert "customer-7" not in json.dumps(content) and content["request"]["user"] == (await caller.request()).end_user


async def test_a_stream_is_kept_as_far_as_it_was_delivered(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 1)
    await caller.events(**says())
    content = await content_of(caller)
    assert content and content["answer"]["choices"][0]["message"]["content"] == TEXT


async def test_what_a_client_that_hangs_up_has_got_is_kept(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 1)
    adapter.steps = [chunk_of("the first part"), asyncio.Event()]
    async with caller.post("/chat/completions", {"model": "small-1", "stream": True} | says()) as response:
        await response.content.readuntil(b"\n\n")

    async def kept() -> dict[str, Any] | None:
        return await content_of(caller)

    content = await eventually(kept)
    assert content["answer"]["choices"][0]["message"]["content"] == "the first part"


async def test_nothing_is_kept_of_a_workspace_that_was_frozen_meanwhile(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    gate = asyncio.Event()
    adapter.begins = [gate]
    answer = asyncio.create_task(caller.chat(**says()))
    await eventually(AiRequest.exists)
    await Account.filter(id=caller.account.id).update(frozen_at=clock.now())
    gate.set()
    assert (await answer)[0] == 200
    assert await KeptContent.all().count() == 0


@pytest.mark.parametrize("ending", ["frozen", "to be deleted", "its key keeps nothing"])
async def test_nothing_is_kept_where_that_ends_between_the_check_and_the_write(
    caller: Caller, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    key = await keep_for(caller, 7)
    account = Account.filter(id=caller.account.id)

    @asynccontextmanager
    async def begin_late() -> AsyncGenerator[None]:
        if ending == "its key keeps nothing":
            await save_rules(caller.account, key.id, ModelRules(content_days=0))
        else:
            await account.update(**{"frozen_at" if ending == "frozen" else "delete_at": clock.now()})
        async with transaction():
            yield

    monkeypatch.setattr(content_store, "transaction", begin_late)
    assert (await caller.chat(**says()))[0] == 200
    assert await KeptContent.all().count() == 0


async def test_a_key_that_is_told_to_keep_nothing_while_content_is_written_keeps_nothing(
    caller: Caller, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving the rules waits for the content that is being written, and deletes it."""
    key, writes, create = await keep_for(caller, 7), asyncio.Event(), KeptContent.create

    async def end() -> None:
        await writes.wait()
        await save_rules(caller.account, key.id, ModelRules(content_days=0))

    ending = asyncio.create_task(end())

    async def create_late(*arguments: Any, **values: Any) -> KeptContent:
        writes.set()
        await asyncio.wait([ending], timeout=0.2)
        return await create(*arguments, **values)

    monkeypatch.setattr(KeptContent, "create", create_late)
    await caller.chat(**says())
    await ending
    assert await KeptContent.all().count() == 0


async def test_a_frozen_workspace_makes_no_requests(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    await Account.filter(id=caller.account.id).update(frozen_at=clock.now())
    status, answer = await caller.chat(**says())
    assert (status, answer["error"]["code"]) == (403, "account_frozen")
    assert adapter.bodies == [] and await AiRequest.all().count() == 0


async def test_kept_content_is_gone_after_its_days(caller: Caller, adapter: FakeAdapter, moved: Clock) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says())
    moved.on(timedelta(days=7))
    assert await content_of(caller) is None, "it is not shown even before the sweep"
    await content_store.purge(Job())
    assert await KeptContent.all().count() == 0
    assert await AiRequest.all().count() == 1


async def test_fewer_days_of_a_key_hold_for_what_is_kept_already(
    caller: Caller, adapter: FakeAdapter, moved: Clock
) -> None:
    key = await keep_for(caller, 30)
    await caller.chat(**says())
    moved.on(timedelta(days=2))
    await caller.chat(**says())
    await save_rules(caller.account, key.id, ModelRules(content_days=1))
    assert await KeptContent.all().count() == 1, "what is older is deleted at once"
    moved.on(timedelta(days=1, minutes=1))
    await content_store.purge(Job())
    assert await KeptContent.all().count() == 0, "and the rest when its new days are over"
    await caller.chat(**says())
    await save_rules(caller.account, key.id, ModelRules(content_days=0))
    assert await KeptContent.all().count() == 0, "and everything when nothing is to be kept any more"


async def test_content_belongs_to_its_account_alone(caller: Caller, adapter: FakeAdapter, budi: Account) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says())
    request = await caller.request()
    assert await content_store.read_content(caller.account, request.id)
    assert await content_store.read_content(budi, request.id) is None


@pytest.mark.parametrize(
    "sent",
    [{"image": "data:image/png;base64," + "A" * 100_000}, {"b64_json": "B" * 1_000_000}, {"x": "word " * 50_000}],
)
def test_long_texts_and_pictures_are_cut(sent: dict[str, str]) -> None:
    transcript = Transcript(sent)
    transcript.answer({"data": [sent]})
    text = transcript.as_json()
    assert "characters are not kept" in text and len(text) < 3 * MOST_TEXT
    assert json.loads(text)["request"]


def test_a_picture_is_cut_also_where_everything_together_is_too_long() -> None:
    picture = {"image": "data:image/png;base64," + "A" * 100_000}
    transcript = Transcript({"picture": picture, "texts": ["word " * 19_000] * 10})
    transcript.answer({"picture": picture, "texts": ["word " * 19_000] * 10})
    text = transcript.as_json()
    assert "A" * 100 not in text and len(text) < 2 * (MOST + MOST_TEXT)
    for part in json.loads(text).values():
        assert part["texts"][0] == "word " * 19_000, "what comes first is kept as it was"
        assert "not kept" in part["texts"][-1] and len(part["texts"]) < 7


@pytest.mark.parametrize("many", [["word"] * 500_000, [0] * 500_000, {f"name {at}": None for at in range(500_000)}])
def test_only_as_much_of_a_large_body_is_looked_at_as_is_kept(many: Any) -> None:
    transcript = Transcript({"many": many, "later": "never reached"})
    text = transcript.as_json()
    assert len(text) < 2 * MOST and "never reached" not in text
    assert len(json.loads(text)["request"]["many"]) < MOST / OTHER


def test_a_name_of_a_field_is_cut_like_a_text() -> None:
    assert len(Transcript({"A" * 1_000_000: 1}).as_json()) < MOST_TEXT


def test_calls_of_tools_and_events_of_responses_are_kept() -> None:
    transcript = Transcript({})
    for words in ({"name": "weather", "arguments": ""}, {"arguments": '{"city":'}, {"arguments": '"Medan"}'}):
        delta = {"tool_calls": [{"index": 0, "function": words}]}
        transcript.add(Chunk({"choices": [{"index": 0, "delta": delta}]}))
    [choice] = json.loads(transcript.as_json())["answer"]["choices"]
    assert choice["message"]["tool_calls"] == ['weather{"city":"Medan"}']
    transcript = Transcript({})
    transcript.add(Chunk({"type": "response.completed", "response": {"output": ["x"]}}))
    assert json.loads(transcript.as_json())["answer"] == {"output": ["x"]}
    transcript.add(Chunk({"choices": [None, {"delta": None}, {"index": "a", "delta": {"content": 5}}]}))
