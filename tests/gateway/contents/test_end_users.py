"""A client lists, exports and erases what is known of the customers of its own product."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.contents.end_user_digest import MAX_NAME, digest_of_end_user
from app.gateway.contents.end_users import erase_end_user, export_end_user, list_end_users
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.kernel import installation
from tests.gateway.api.callers import Caller
from tests.gateway.contents.test_content_store import SAID, keep_for, says
from tests.gateway.fake_adapter import FakeAdapter
from tests.waiting import eventually

ANI, JOKO = "ani@example.com", "joko"


async def test_use_is_listed_by_end_user_whose_names_are_digests(caller: Caller, adapter: FakeAdapter) -> None:
    for name in (ANI, JOKO, ANI):
        await caller.chat(**says(user=name))
    await caller.chat(**says())
    users = await list_end_users(caller.account)
    assert [(user.digest, user.requests) for user in users] == [
        (digest_of_end_user(caller.account.id, ANI), 2),
        (digest_of_end_user(caller.account.id, JOKO), 1),
    ]
    assert users[0].cost == 2 * users[1].cost > 0 and users[0].first_at < users[0].last_at
    assert adapter.bodies[0]["user"] == users[0].digest, "the upstream does not learn the name either"


async def test_an_end_user_is_exported_with_the_content_that_is_kept(
    caller: Caller, adapter: FakeAdapter, budi: Account
) -> None:
    await caller.chat(**says(safety_identifier=ANI))
    await keep_for(caller, 7)
    await caller.chat(**says(user=ANI))
    await caller.chat(**says(user=JOKO))
    first, second = await export_end_user(caller.account, ANI)
    assert first["model"] == "small-1" and "content" not in first
    assert second["content"]["request"]["messages"][0]["content"] == SAID
    assert await export_end_user(caller.account, "nobody") == await export_end_user(budi, ANI) == []


async def test_an_end_user_is_erased_and_the_bill_stays(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    for name in (ANI, ANI, JOKO):
        await caller.chat(**says(user=name))
    spent = (await AiUsage.get()).cost
    assert await erase_end_user(caller.account, ANI) == 2
    assert await export_end_user(caller.account, ANI) == []
    assert sorted(request.end_user for request in await AiRequest.all())[:2] == ["", ""]
    assert await KeptContent.all().count() == 1
    assert (await AiUsage.get()).cost == spent and await erase_end_user(caller.account, ANI) == 0


async def test_an_end_user_is_known_under_an_earlier_secret_too(caller: Caller, adapter: FakeAdapter) -> None:
    await caller.chat(**says(user=ANI))
    here = installation.current()
    here.secret_keys = ["another secret of this installation, long enough", *here.secret_keys]
    assert len(await export_end_user(caller.account, ANI)) == 1


async def test_the_content_of_an_end_user_that_is_erased_at_the_same_moment_is_not_kept(
    caller: Caller, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Erasing begins when the end user was seen and the content is about to be written."""
    await keep_for(caller, 7)
    writes, create = asyncio.Event(), KeptContent.create

    async def erase() -> int:
        await writes.wait()
        return await erase_end_user(caller.account, ANI)

    erasing = asyncio.create_task(erase())

    async def create_late(*arguments: Any, **values: Any) -> KeptContent:
        writes.set()
        await asyncio.wait([erasing], timeout=0.2)
        return await create(*arguments, **values)

    monkeypatch.setattr(KeptContent, "create", create_late)
    await caller.chat(**says(user=ANI))
    await eventually(writes.is_set)
    assert await erasing == 1
    assert await KeptContent.all().count() == 0


async def test_what_a_request_may_call_an_end_user_can_be_asked_for_again(caller: Caller, adapter: FakeAdapter) -> None:
    longest = "a" * MAX_NAME
    for name in (f" {ANI}\t", longest):
        assert (await caller.chat(**says(user=name)))[0] == 200
    assert len(await export_end_user(caller.account, ANI)) == len(await export_end_user(caller.account, longest)) == 1
    for name, field in ((f"{longest}a", "user"), (f"{longest}a", "safety_identifier")):
        status, answer = await caller.chat(**says(**{field: name}))
        assert (status, answer["error"]["param"]) == (400, field)
    body = says(max_tokens=9, metadata={"user_id": f"{longest}a"})
    async with caller.post("/messages", {"model": "small-1"} | body) as response:
        assert response.status == 400 and (await response.json())["error"]["type"] == "invalid_request_error"


async def test_a_name_of_blanks_is_no_end_user(caller: Caller, adapter: FakeAdapter) -> None:
    assert (await caller.chat(**says(user=" ", safety_identifier="")))[0] == 200
    assert await list_end_users(caller.account) == []
