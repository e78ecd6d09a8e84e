"""A client lists, exports and erases what is known of the customers of its own product."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.gateway.contents import end_users
from app.gateway.contents.end_user_digest import MAX_NAME, digest_of_end_user
from app.gateway.contents.end_users import (
    EndUserTotals,
    end_user_totals,
    erase_end_user,
    export_end_user,
    list_end_users,
    write_export,
)
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.kernel import clock, installation
from tests.gateway.api.callers import Caller
from tests.gateway.contents.test_content_store import SAID, keep_for, says
from tests.gateway.fake_adapter import FakeAdapter
from tests.waiting import eventually

ANI, JOKO = "ani@example.com", "joko"


async def exported(account: Account, name: str, key_id: UUID | None = None) -> list[dict[str, Any]]:
    """All requests of an end user's export."""
    return [row async for row in export_end_user(account, name, key_id)]


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
    first, second = await exported(caller.account, ANI)
    assert await end_user_totals(caller.account, ANI) == EndUserTotals(2, 1, first["cost"] + second["cost"])
    assert first["model"] == "small-1" and "content" not in first
    assert second["content"]["request"]["messages"][0]["content"] == SAID
    assert await exported(caller.account, "nobody") == await exported(budi, ANI) == []


async def test_an_end_user_is_erased_and_the_bill_stays(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    for name in (ANI, ANI, JOKO):
        await caller.chat(**says(user=name))
    spent = (await AiUsage.get()).cost
    assert await erase_end_user(caller.account, ANI) == 2
    assert await exported(caller.account, ANI) == []
    assert sorted(request.end_user for request in await AiRequest.all())[:2] == ["", ""]
    assert await KeptContent.all().count() == 1
    assert (await AiUsage.get()).cost == spent and await erase_end_user(caller.account, ANI) == 0


async def test_an_end_user_is_known_under_an_earlier_secret_too(caller: Caller, adapter: FakeAdapter) -> None:
    await caller.chat(**says(user=ANI))
    here = installation.current()
    here.secret_keys = ["another secret of this installation, long enough", *here.secret_keys]
    assert len(await exported(caller.account, ANI)) == 1


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
    assert len(await exported(caller.account, ANI)) == len(await exported(caller.account, longest)) == 1
    for name, field in ((f"{longest}a", "user"), (f"{longest}a", "safety_identifier")):
        status, answer = await caller.chat(**says(**{field: name}))
        assert (status, answer["error"]["param"]) == (400, field)
    body = says(max_tokens=9, metadata={"user_id": f"{longest}a"})
    async with caller.post("/messages", {"model": "small-1"} | body) as response:
        assert response.status == 400 and (await response.json())["error"]["type"] == "invalid_request_error"


async def test_a_name_of_blanks_is_no_end_user(caller: Caller, adapter: FakeAdapter) -> None:
    assert (await caller.chat(**says(user=" ", safety_identifier="")))[0] == 200
    assert await list_end_users(caller.account) == []


@pytest.mark.parametrize("many", [0, 1, 3, 4, 7])
async def test_an_export_has_each_request_once_in_order_and_few_of_them_in_memory(
    caller: Caller, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Pages end between requests of the same moment, too."""
    monkeypatch.setattr(end_users, "PAGE", 3)
    moment, read = clock.now(), list[int]()
    ids = sorted(uuid4() for _ in range(many))
    for number, id in enumerate(ids):
        at = moment if number < 5 else moment + timedelta(seconds=number)
        await AiRequest.create(
            id=id, request_id=f"air_{id.hex[:20]}", account=caller.account, model="small-1", endpoint="chat",
            cost=5, end_user=digest_of_end_user(caller.account.id, ANI), created_at=at, alive_at=at,
        )  # fmt: skip
    limit = QuerySet.limit

    def counted(self: Any, most: int) -> Any:
        read.append(most)
        return limit(self, most)

    monkeypatch.setattr(QuerySet, "limit", counted)
    rows = await exported(caller.account, ANI)
    assert [row["request_id"] for row in rows] == [f"air_{id.hex[:20]}" for id in ids]
    assert set(read) == {3}
    assert await end_user_totals(caller.account, ANI) == EndUserTotals(many, 0, 5 * many)
    pieces = [piece async for piece in write_export(caller.account, ANI, object="kliqs.end_user")]
    whole = json.loads(b"".join(pieces))
    assert whole == {"object": "kliqs.end_user", "id": digest_of_end_user(caller.account.id, ANI), "requests": rows}
    assert len(pieces) == many + 2
