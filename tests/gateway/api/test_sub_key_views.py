"""A program makes sub-keys of its key, changes and ends them, and serves the rights of its own customers."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from app.gateway.api import sub_key_views
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.gateway.videos.video import AiVideo
from app.kernel import clock
from app.keys.models import ApiKey
from app.team.audit_entry import AuditEntry
from tests.counting import queries
from tests.gateway.api.callers import Caller
from tests.gateway.contents.test_content_store import SAID, keep_for, says
from tests.gateway.fake_adapter import FakeAdapter
from tests.subtests import as_subtests


async def call(caller: Caller, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    """Sends a request below /v1/kliqs; returns the status and the body of the answer."""
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"{caller.url}/kliqs{path}", json=body, headers=caller.headers) as response,
    ):
        return response.status, await response.json()


async def made(caller: Caller, **fields: Any) -> tuple[dict[str, Any], Caller]:
    """A new sub-key, and a program that has it."""
    status, key = await call(caller, "POST", "/keys", {"name": "ani"} | fields)
    assert status == 200, key
    return key, Caller(caller.url, caller.account, key["key"])


async def test_a_sub_key_is_made_used_changed_and_ended(caller: Caller, adapter: FakeAdapter) -> None:
    key, customer = await made(caller, customer="Toko Ani", budget=50_000, streams=2, networks=["127.0.0.1"], days=30)
    assert key["object"] == "kliqs.key" and key["customer"] == "Toko Ani" and key["networks"] == ["127.0.0.1/32"]
    assert key["budget"] == {"currency": "IDR", "most": 50_000, "used": 0}
    assert (await customer.chat())[0] == 200
    assert str((await AiRequest.get()).key_id) == key["id"]

    status, found = await call(caller, "GET", f"/keys/{key['id']}")
    assert status == 200 and "key" not in found and found["streams"] == 2
    status, changed = await call(caller, "POST", f"/keys/{key['id']}", {"budget": None, "models": ["other"]})
    assert (status, changed["budget"], changed["models"], changed["streams"]) == (200, None, ["other"], 2)
    assert (await customer.chat())[1]["error"]["code"] == "model_not_found"
    _, paused = await call(caller, "POST", f"/keys/{key['id']}", {"models": [], "paused": True})
    assert paused["paused"] is True and (await customer.chat())[1]["error"]["code"] == "key_paused"
    await call(caller, "POST", f"/keys/{key['id']}", {"paused": False})
    assert (await customer.chat())[0] == 200

    status, ended = await call(caller, "DELETE", f"/keys/{key['id']}")
    assert (status, ended["deleted"]) == (200, True)
    assert (await customer.chat())[0] == 401
    _, listed = await call(caller, "GET", "/keys")
    assert [(each["id"], each["ended"]) for each in listed["data"]] == [(key["id"], True)]
    assert (await call(caller, "POST", f"/keys/{key['id']}", {"budget": 1}))[0] == 400
    acts = {(entry.act, entry.by_key, entry.person) for entry in await AuditEntry.all()}
    names = ("make_key", "change_key", "end_key")
    assert acts == {(f"ai_sub_keys.{name}", True, "assistant") for name in names}


async def test_the_budget_of_a_sub_key_bounds_it_and_not_its_parent(caller: Caller, adapter: FakeAdapter) -> None:
    _, customer = await made(caller, budget=0)
    status, answer = await customer.chat()
    assert (status, answer["error"]["code"]) == (402, "insufficient_quota")
    assert (await caller.chat())[0] == 200


@as_subtests(
    "fields, param",
    [
        ({"name": ""}, "name"),
        ({"name": 5}, "name"),
        ({"budget": "much"}, "budget"),
        ({"budget": -1}, "budget"),
        ({"streams": 0}, "streams"),
        ({"tokens_per_minute": 10**12}, "tokens_per_minute"),
        ({"models": "small-1"}, "models"),
        ({"content_days": 400}, "content_days"),
        ({"days": 0}, "days"),
        ({"networks": ["home"]}, "networks"),
        ({"customer": 7}, "customer"),
        ({"buget": 5}, "buget"),
    ],
)
async def test_what_is_wrong_with_a_sub_key_is_said_and_none_is_made(
    caller: Caller, fields: dict[str, Any], param: str
) -> None:
    status, answer = await call(caller, "POST", "/keys", {"name": "ani"} | fields)
    assert status in (400, 422) and answer["error"]["param"] == param, answer
    assert await ApiKey.all().count() == 1 and await AiBudget.all().count() == 0


async def test_a_sub_key_reaches_neither_sub_keys_nor_what_others_did(caller: Caller, adapter: FakeAdapter) -> None:
    key, customer = await made(caller)
    _, other = await made(caller)
    status, answer = await call(customer, "POST", "/keys", {"name": "x"})
    assert status >= 400 and answer["error"]["code"]
    for method in ("GET", "POST", "DELETE"):
        body: dict[str, Any] | None = {} if method == "POST" else None
        assert (await call(customer, method, f"/keys/{key['id']}", body))[0] == 404
    assert (await call(caller, "GET", "/keys/nonsense"))[0] == 404
    await other.chat(user="joko")
    await customer.chat(user="ani")
    _, own = await call(customer, "GET", "/end-users")
    _, everybody = await call(caller, "GET", "/end-users")
    assert (len(own["data"]), len(everybody["data"])) == (1, 2)
    _, nothing = await call(customer, "GET", "/end-users?user=joko")
    assert nothing["requests"] == []
    assert (await call(customer, "DELETE", "/end-users?user=joko"))[1]["requests"] == 0


async def test_an_end_user_is_exported_and_erased_by_name(caller: Caller, adapter: FakeAdapter) -> None:
    await keep_for(caller, 7)
    await caller.chat(**says(user="ani@example.com"))
    request = await AiRequest.get()
    await AiVideo.create(
        id=request.id,
        account_id=request.account_id,
        request_id=request.id,
        model="small-1",
        status="completed",
        created_at=clock.now(),
    )
    path = "/end-users?user=ani%40example.com"
    _, found = await call(caller, "GET", path)
    assert found["requests"][0]["content"]["request"]["messages"][0]["content"] == SAID
    status, erased = await call(caller, "DELETE", path)
    assert (status, erased["requests"], erased["videos"]) == (200, 1, 1)
    assert (await call(caller, "GET", path))[1]["requests"] == [] and await AiVideo.all().count() == 0
    [entry] = await AuditEntry.all()
    assert entry.act == "ai_end_users.erase_end_user" and "ani" not in entry.thing
    assert (await call(caller, "DELETE", "/end-users"))[0] == 400


async def test_sub_keys_are_listed_in_pages(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sub_key_views, "MOST_ON_A_PAGE", 2)
    ids = [(await made(caller))[0]["id"] for _ in range(3)]
    await ApiKey.filter(id__in=ids).update(created_at=clock.now())
    _, first = await call(caller, "GET", "/keys")
    _, second = await call(caller, "GET", f"/keys?after={first['data'][-1]['id']}")
    listed = [key["id"] for key in first["data"] + second["data"]]
    assert sorted(listed) == sorted(ids) and (first["has_more"], second["has_more"]) == (True, False)


async def test_a_list_of_many_sub_keys_asks_the_database_no_more_than_a_list_of_one(caller: Caller) -> None:
    counts = []
    for number in range(3):
        await made(caller, customer=f"Toko {number}", budget=1_000 * number)
        await call(caller, "GET", "/keys")
        with queries(served=True) as sent:
            _, listed = await call(caller, "GET", "/keys")
        counts.append(len(sent))
    assert len(set(counts)) == 1 and counts[0] > 0
    assert [(each["customer"], each["budget"]["most"]) for each in listed["data"]] == [
        ("Toko 2", 2_000), ("Toko 1", 1_000), ("Toko 0", 0)
    ]  # fmt: skip


async def test_a_frozen_workspace_makes_no_sub_keys(caller: Caller) -> None:
    await type(caller.account).filter(id=caller.account.id).update(frozen_at=clock.now())
    status, answer = await call(caller, "POST", "/keys", {"name": "ani"})
    assert (status, answer["error"]["code"]) == (403, "account_frozen")
    assert await AiKeyTerms.all().count() == 0


async def test_what_no_database_stores_is_refused(caller: Caller) -> None:
    for model in ("a\x00b", "a\nb", "x" * 81, ""):
        status, answer = await call(caller, "POST", "/keys", {"name": "ani", "models": [model]})
        assert status == 400 and answer["error"]["param"] == "models"
    status, answer = await call(caller, "POST", "/keys", {"name": "ani", "x" * 90_000: 1})
    assert status == 400 and len(answer["error"]["param"]) <= 40, "what was sent is not sent back"


async def test_changes_that_come_at_once_and_name_different_things_all_hold(caller: Caller) -> None:
    key, _customer = await made(caller)
    wanted: dict[str, Any] = {"streams": 3, "requests_per_minute": 7, "tokens_per_minute": 900, "models": ["small-1"]}
    await asyncio.gather(*(call(caller, "POST", f"/keys/{key['id']}", {name: wanted[name]}) for name in wanted))
    _, described = await call(caller, "GET", f"/keys/{key['id']}")
    assert {name: described[name] for name in wanted} == wanted
