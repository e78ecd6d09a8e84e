"""Requests are settled when the server stops, and whatever happens to their tasks."""

import asyncio
from typing import Any

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.offered import offered
from app.gateway.metering.ai_request import HUNG_UP, PLAYGROUND, AiRequest
from app.gateway.routing.model_run import ModelRun
from app.gateway.routing.settling import requests_settled, running
from app.gateway.upstreams.adapter import Answer
from app.gateway.upstreams.usage import Usage
from tests.gateway.api.callers import buy_credits
from tests.gateway.fake_adapter import FakeAdapter
from tests.gateway.fake_adapter import adapter as adapter
from tests.gateway.offering import offer_model
from tests.waiting import eventually

BODY: dict[str, Any] = {"messages": []}


async def a_run(account: Account) -> ModelRun:
    await offer_model()
    await buy_credits(account)
    model = await offered("small-1")
    assert model
    return await ModelRun.begin(account, model, endpoint="chat", most=Usage(input=9, output=9), source=PLAYGROUND)


async def ask(run: ModelRun) -> Answer:
    async with run:
        return await run.answer(lambda adapter, target: adapter.chat(target, BODY))


async def test_a_run_of_the_dashboard_has_an_id_of_its_own_and_is_settled(dewi: Account, adapter: FakeAdapter) -> None:
    answer = await ask(await a_run(dewi))
    request = await AiRequest.get()
    assert answer.usage and request.usage == answer.usage.as_dict()
    assert request.request_id.startswith("air_") and request.source == PLAYGROUND and request.key_id is None


async def test_a_server_that_stops_ends_and_settles_what_still_runs(dewi: Account, adapter: FakeAdapter) -> None:
    run = await a_run(dewi)
    adapter.begins = [asyncio.Event()]
    async with requests_settled():
        task = asyncio.create_task(ask(run))
        await eventually(lambda: adapter.bodies)
    assert task.cancelled() and not running().requests and not running().settlements
    request = await AiRequest.get()
    assert request.status == HUNG_UP and request.settled_at and request.cost > 0


async def test_a_server_that_breaks_settles_what_still_runs_too(dewi: Account, adapter: FakeAdapter) -> None:
    run = await a_run(dewi)
    adapter.begins = [asyncio.Event()]
    asking = asyncio.create_task(ask(run))

    async def serve() -> None:
        async with requests_settled():
            await eventually(lambda: adapter.bodies)
            raise RuntimeError("another part of the server")

    with pytest.raises(RuntimeError):
        await serve()
    assert asking.cancelled() and (await AiRequest.get()).settled_at


async def test_a_task_that_is_cancelled_twice_settles_all_the_same(dewi: Account, adapter: FakeAdapter) -> None:
    run = await a_run(dewi)
    adapter.begins = [asyncio.Event()]
    task = asyncio.create_task(ask(run))
    await eventually(lambda: adapter.bodies)
    for _ in range(5):
        task.cancel()
        await asyncio.sleep(0)
    await asyncio.wait([task])
    await eventually(lambda: not running().settlements)
    assert (await AiRequest.get()).settled_at and not running().requests


async def test_an_error_of_our_own_costs_nothing(dewi: Account, adapter: FakeAdapter) -> None:
    run = await a_run(dewi)
    adapter.begins = [RuntimeError("a mistake of ours")]
    task = asyncio.create_task(ask(run))
    await asyncio.wait([task])
    assert isinstance(task.exception(), RuntimeError)
    request = await AiRequest.get()
    assert (request.status, request.cost, request.error) == (500, 0, "internal_error")
