"""The request log holds what a program did: every call with a known key, without secrets, and without delaying any."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from quart import Quart
from tortoise.exceptions import OperationalError

from app.accounts.models import Account
from app.kernel import clock
from app.keys import request_log
from app.keys.logged_request import LoggedRequest, delete_outdated
from app.keys.models import ApiKey
from app.keys.request_log import MOST_REFUSED, MOST_WAITING
from app.keys.request_masking import MASK
from app.keys.usage import DailyUsage, daily_requests
from app.links.models import Link
from app.privacy import restriction
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.keys.callers import key_with, log_kept, logged, past_request, request
from tests.serving import environment, serving
from tests.waiting import eventually

NEW = {"url": world.DESTINATION, "slug": "promo", "password": "hunter2-hunter2"}


async def test_a_call_is_logged_with_what_one_needs_to_understand_it(
    app: Quart, visitor: Browser, dewi: Account
) -> None:
    key = await key_with(dewi)
    async with log_kept(app):
        await request(visitor, key, "POST", "/links", json=NEW)
        _, _, headers = await request(visitor, key, "POST", "/links", json=NEW)
    made, refused = await logged()
    assert (made.status, made.error, made.counted) == (201, "", True)
    assert (refused.status, refused.error, refused.counted) == (409, "SLUG_ALREADY_EXISTS", False)
    assert refused.request_id == headers["X-Request-Id"]
    assert (refused.method, refused.route, refused.path) == ("POST", "/api/v1/links", "/api/v1/links")
    assert refused.network == "203.0.113.0/24"
    assert (refused.account_id, refused.key_id) == (dewi.id, (await ApiKey.get()).id)
    assert json.loads(refused.sent) == NEW | {"password": MASK}
    assert json.loads(refused.answer)["error"] == "SLUG_ALREADY_EXISTS"
    assert refused.ms >= 0


async def test_of_a_call_that_changes_nothing_no_body_is_kept(app: Quart, visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi)
    async with log_kept(app):
        await request(visitor, key, "GET", "/links?limit=50&token=abc&q=sepatu")
    [row] = await logged()
    assert (row.sent, row.answer) == ("", "")
    assert row.path == f"/api/v1/links?limit=50&token={MASK}&q=sepatu"
    assert row.route == "/api/v1/links"


async def test_no_address_and_no_key_is_in_the_log(app: Quart, visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi)
    async with log_kept(app):
        await request(visitor, key, "POST", "/links", json={"url": world.DESTINATION, "title": key})
        await request(visitor, key, "GET", f"/links/{key}")
        await request(visitor, key, "GET", f"/links?q={key}", address="2001:db8:1:2::3")
    rows = str(await LoggedRequest.all().values())
    assert key not in rows and "203.0.113.7" not in rows and "2001:db8:1:2" not in rows
    assert "2001:db8:1::/48" in rows


@pytest.mark.parametrize("over", ["revoked", "expired", "scope", "network"])
async def test_a_refused_key_is_logged_too(
    app: Quart, visitor: Browser, dewi: Account, moved: Clock, over: str
) -> None:
    key = await key_with(dewi, "links:read", "203.0.113.0/24", 90)
    if over == "revoked":
        await ApiKey.revoke_all(dewi)
    moved.on(timedelta(days=90 if over == "expired" else 0))
    async with log_kept(app):
        await request(visitor, key, "GET", "/me", address="198.51.100.1" if over == "network" else "203.0.113.7")
    code = {
        "revoked": "REVOKED_API_KEY",
        "expired": "EXPIRED_API_KEY",
        "scope": "INSUFFICIENT_SCOPE",
        "network": "NETWORK_NOT_ALLOWED",
    }[over]
    assert [row.error for row in await logged()] == [code]


async def test_a_call_without_a_key_that_we_know_is_nobodys(app: Quart, visitor: Browser, dewi: Account) -> None:
    async with log_kept(app) as log:
        await request(visitor, "kliqs_sk_live_nothing", "GET", "/me")
        assert not log.waiting


async def test_an_error_of_ours_is_logged(
    app: Quart, visitor: Browser, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError

    key = await key_with(dewi)
    monkeypatch.setattr(Link, "shorten", fail)
    async with log_kept(app):
        await request(visitor, key, "POST", "/links", json=NEW)
    assert [(row.status, row.error) for row in await logged()] == [(500, "INTERNAL_ERROR")]


async def test_logging_asks_the_database_nothing_while_a_request_waits(
    app: Quart, visitor: Browser, dewi: Account
) -> None:
    key = await key_with(dewi)
    await request(visitor, key, "GET", "/me")
    with queries() as without:
        await request(visitor, key, "GET", "/me")
    async with log_kept(app) as log:
        with queries() as while_logging:
            await request(visitor, key, "GET", "/me")
        assert log.waiting
    assert len(while_logging) == len(without)


async def test_it_is_written_within_a_moment_and_all_of_it_when_the_server_stops(
    app: Quart, visitor: Browser, dewi: Account
) -> None:
    key = await key_with(dewi)
    async with log_kept(app) as log:
        await request(visitor, key, "GET", "/me")
        await eventually(lambda: not log.waiting)
        await asyncio.gather(*(request(visitor, key, "GET", "/me") for _ in range(25)))
    assert len(await logged()) == 26


async def test_a_database_that_takes_nothing_delays_the_log_and_loses_nothing(
    app: Quart, visitor: Browser, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert, failures = request_log._insert, [OperationalError("database is locked")] * 2

    async def fail_twice(batch: list[LoggedRequest]) -> None:
        if failures:
            raise failures.pop()
        await insert(batch)

    monkeypatch.setattr(request_log, "_insert", fail_twice)
    monkeypatch.setattr(request_log, "SECONDS", 0.01)
    key = await key_with(dewi)
    async with log_kept(app) as log:
        for _ in range(3):
            await request(visitor, key, "GET", "/me")
        await eventually(lambda: not failures and not log.waiting)
    assert len(await logged()) == 3 and log.lost == 0


async def test_a_failing_log_keeps_no_request_from_its_answer(
    app: Quart, visitor: Browser, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_log, "mask_path", lambda *_: 1 / 0)
    key = await key_with(dewi)
    async with log_kept(app):
        assert (await request(visitor, key, "POST", "/links", json=NEW))[0] == 201
    assert await logged() == []


async def test_it_never_fills_the_memory(app: Quart, dewi: Account) -> None:
    async with log_kept(app) as log:
        for _ in range(MOST_WAITING + 5):  # faster than any task could write
            log.add(LoggedRequest(key_id=dewi.id, account_id=dewi.id))
        waiting = len(log.waiting)
        log.waiting.clear()
    assert (waiting, log.lost) == (MOST_WAITING, 5)


async def test_refused_requests_cannot_fill_the_log(app: Quart, dewi: Account) -> None:
    async with log_kept(app) as log:
        now = clock.now()
        for _ in range(MOST_REFUSED + 5):
            log.add(LoggedRequest(key_id=dewi.id, account_id=dewi.id, status=401, created_at=now))
        refused = len(log.waiting)
        log.add(LoggedRequest(key_id=dewi.id, account_id=dewi.id, status=200, created_at=now))
        log.add(LoggedRequest(key_id=dewi.id, account_id=dewi.id, status=401, created_at=now + timedelta(hours=1)))
        waiting = len(log.waiting)
        log.waiting.clear()
    assert (refused, waiting) == (MOST_REFUSED, MOST_REFUSED + 2)


async def test_a_frozen_account_keeps_nothing(app: Quart, visitor: Browser, dewi: Account) -> None:
    key = await key_with(dewi)
    async with log_kept(app) as log:
        await request(visitor, key, "GET", "/me")
        await restriction.freeze(dewi, await world.owner(dewi))
        await request(visitor, key, "GET", "/me")
        await log.write()
        await restriction.unfreeze(dewi, await world.owner(dewi))
        await request(visitor, key, "GET", "/me")
    assert len(await logged()) == 1


async def test_of_an_account_that_is_deleted_nothing_remains_and_others_are_written(
    app: Quart, visitor: Browser, dewi: Account, sari: Account
) -> None:
    async with log_kept(app) as log:
        await request(visitor, await key_with(dewi), "GET", "/me")
        await log.write()
        await request(visitor, await key_with(dewi), "GET", "/me")
        await request(visitor, await key_with(sari), "GET", "/me")
        await world.erase(dewi)
    assert [row.account_id for row in await logged()] == [sari.id]


async def test_it_is_kept_as_long_as_the_plan_says(sari: Account, dewi: Account, moved: Clock) -> None:
    for account in (sari, dewi):
        key, _ = await ApiKey.issue(account, "x")
        for days in (0, 30, 31, 90, 91):
            await past_request(key, request_id=str(days), created_at=moved.now - timedelta(days=days))
    moved.on(timedelta(seconds=1))
    assert await LoggedRequest.owned_by(sari).count() == 1 and await LoggedRequest.owned_by(dewi).count() == 3
    await delete_outdated()
    kept = {(row.account_id, row.request_id) for row in await logged()}
    assert kept == {(dewi.id, "31"), (dewi.id, "30"), (dewi.id, "0"), (sari.id, "0")}


async def test_usage_is_counted_by_key_and_day(visitor: Browser, dewi: Account, moved: Clock) -> None:
    key = await key_with(dewi)
    row = await ApiKey.get()
    for count in (2, 0, 1):
        for _ in range(count):
            await request(visitor, key, "GET", "/me")
        await request(visitor, key, "GET", "/links/nothing")
        moved.on(timedelta(days=1))
    assert [count for _, count in await daily_requests(row.id, 5)] == [0, 2, 0, 1, 0]
    moved.on(timedelta(days=364))
    await DailyUsage.outdated().delete()
    assert [usage.requests for usage in await DailyUsage.all()] == [1]


def test_a_server_that_is_stopped_writes_what_it_answered(tmp_path: Path) -> None:
    with serving(environment(tmp_path / "data")) as server:
        server.command("account", "create", "dewi@example.com", "--plan", "pro")
        key = server.command("key", "create", "dewi@example.com", "--name", "bot").strip().splitlines()[-1]
        for _ in range(20):
            assert server.api("GET", "/me", key)[0] == 200
        assert server.stop() == 0
    with closing(sqlite3.connect(tmp_path / "data" / "kliqs.sqlite3")) as store:
        assert store.execute("SELECT count(*) FROM api_requests").fetchone() == (20,)
