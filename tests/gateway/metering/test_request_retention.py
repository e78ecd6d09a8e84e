"""Requests are deleted after their days, and rates that nobody uses."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.limits_of_keys import AiRate
from app.gateway.metering.request_retention import run_sweep
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.jobs import Job
from app.kernel import installation
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of, key_of, used


@pytest.fixture(autouse=True)
async def bought(sari: Account, moved: Clock) -> None:
    await buy(sari)


async def test_requests_are_deleted_after_their_days_and_the_sums_stay(sari: Account, moved: Clock) -> None:
    days = installation.current().config.gateway_log_days
    await settle(await reserve(call_of(sari)), used(90, 5))
    moved.on(timedelta(days=days))
    await settle(await reserve(call_of(sari)), used(90, 5))
    await run_sweep(Job())
    assert await AiRequest.all().count() == 2

    moved.on(timedelta(days=1))
    under_way = await reserve(call_of(sari))
    await run_sweep(Job())

    assert await AiRequest.all().count() == 2
    assert sum(day.cost for day in await AiUsage.all()) == 2_000
    await settle(under_way, used(1, 1))


async def test_rates_that_nobody_uses_are_deleted(sari: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(sari))
    await settle(await reserve(call_of(sari, await key_of(sari))), used(1, 1))
    moved.on(timedelta(days=2))

    await run_sweep(Job())

    assert [rate.open for rate in await AiRate.all()] == [1]
    await settle(reservation, used(1, 1))
