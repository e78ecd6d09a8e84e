"""A real server that stops or dies while models answer: each request is settled, and none twice."""

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from app.accounts.models import Account
from app.gateway.metering import reaper
from app.gateway.metering.ai_request import HUNG_UP, RESERVED, AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance, AiLedgerEntry
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.kernel import db
from app.keys.models import ApiKey
from tests import world
from tests.conftest import Clock
from tests.databases import ON_ONE, Template
from tests.gateway.api.callers import ai_key_of, buy_credits, chat_body
from tests.gateway.api.conformance import offer_at, stand_in
from tests.serving import Server, environment, serving
from tests.world import SECRET

STREAMS = 40
# a server that waits a moment only for what still runs when it is to stop
HURRIED = "from app import server_process; server_process.GRACE = 0.3; from app.__main__ import main; main()"


@dataclass
class World:
    """A server's settings, the stand-in behind it, and a key."""

    env: dict[str, str]
    api: Any
    key: str

    @asynccontextmanager
    async def streams(self, server: Server, number: int) -> AsyncGenerator[list[aiohttp.ClientResponse]]:
        """So many streams of which the first piece has come."""
        async with AsyncExitStack() as stack:
            session = await stack.enter_async_context(
                aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), headers=self.headers)
            )

            async def begin() -> aiohttp.ClientResponse:
                url, body = f"{server.url}/v1/chat/completions", chat_body(model="kliqs/chat", stream=True)
                response = await stack.enter_async_context(session.post(url, json=body))
                assert response.status == 200, await response.text()
                await response.content.readuntil(b"wrote:")
                return response

            yield await asyncio.gather(*(begin() for _ in range(number)))

    @property
    def headers(self) -> dict[str, str]:
        """What each request sends."""
        return {"Authorization": f"Bearer {self.key}"}

    async def with_database(self, look: Callable[[], Any]) -> Any:
        """What a look into the server's database finds."""
        async with db.database_open(self.env["KLIQS_DATABASE_URL"]):
            return await look()


@asynccontextmanager
async def a_world(template: Template, tmp_path: Path) -> AsyncGenerator[World]:
    """A model at a stand-in whose streams stop after a few pieces, and an account with credits."""
    url = await template.fresh(tmp_path)
    settings = {"KLIQS_SECRET_KEY": SECRET, "KLIQS_NET_ALLOW": "127.0.0.1"}
    env = environment(tmp_path / "data", url, **settings)
    (tmp_path / "data").mkdir(exist_ok=True)
    with stand_in("openai") as api:
        api.fault("hold", after=4, times=10_000)
        async with db.database_open(url):
            dewi = await world.dewi()
            await offer_at(api, "openai")
            await buy_credits(dewi)
            raw = await ai_key_of(dewi)
            key = await ApiKey.find(raw)
            rates: dict[str, Any] = {"requests_per_minute": 10**6, "tokens_per_minute": 10**9, "streams": 10**4}
            await AiKeyTerms.create(key_id=key.id, account_id=dewi.id, **rates)
        yield World(env, api, raw)
    await template.drop(url)


async def check_books() -> list[AiRequest]:
    """Nothing is reserved, and the credits are what came in less what requests cost."""
    account = await Account.get()
    balance = await AiBalance.get(account_id=account.id)
    booked: Any = await AiLedgerEntry.all().values_list("amount", flat=True)
    requests = await AiRequest.all()
    days: Any = await AiUsage.all().values_list("cost", flat=True)
    assert balance.reserved == 0 and not [each for each in requests if each.state == RESERVED]
    assert balance.bought + balance.of_plan == sum(booked) - sum(request.cost for request in requests)
    assert sum(days) == sum(request.cost for request in requests)
    return requests


@ON_ONE
async def test_a_server_that_is_killed_under_many_streams_leaves_none_unsettled_and_none_twice(
    template: Template, tmp_path: Path, moved: Clock
) -> None:
    async with a_world(template, tmp_path) as here:
        with serving(here.env) as server:
            async with here.streams(server, STREAMS):
                server.kill()

        async def look() -> None:
            assert await AiRequest.filter(state=RESERVED).count() == STREAMS
            await reaper.reap()
            assert await AiRequest.filter(state=RESERVED).count() == STREAMS, "they may still run elsewhere"
            moved.on(timedelta(minutes=3))
            await reaper.reap()
            costs = [request.cost for request in await check_books()]
            await reaper.reap()
            assert [request.cost for request in await check_books()] == costs and len(costs) == STREAMS

        await here.with_database(look)
        here.api.faults.clear()
        with serving(here.env) as server:
            async with here.streams(server, 1) as [response]:
                assert (await response.text()).endswith("data: [DONE]\n\n"), "it goes on with an open account"
        assert len(await here.with_database(check_books)) == STREAMS + 1


@ON_ONE
async def test_a_server_that_stops_ends_its_streams_and_settles_them(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.serving.COMMAND", [sys.executable, "-c", HURRIED])
    async with a_world(template, tmp_path) as here:
        with serving(here.env) as server:
            async with here.streams(server, 10):
                assert await asyncio.to_thread(server.stop) == 0
        requests = await here.with_database(check_books)
        assert len(requests) == 10
        assert {(each.status, each.error) for each in requests} == {(HUNG_UP, "hung_up")}
        assert all(each.cost > 0 and each.usage["output"] for each in requests)
