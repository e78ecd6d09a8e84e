"""Requests whose process died are settled with what was delivered, or released."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.reaper import reap, run_minutely
from app.gateway.metering.reservation import hold_until, renew, reserve
from app.gateway.metering.settlement import settle
from app.jobs import Job
from app.kernel import clock
from tests.conftest import Clock
from tests.gateway.metering.calls import assert_books_agree, buy, call_of, key_of, used


@pytest.fixture(autouse=True)
async def bought(sari: Account, moved: Clock) -> None:
    await buy(sari)


async def test_what_was_delivered_before_the_process_died_is_paid(sari: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(sari, await key_of(sari)))
    moved.on(timedelta(seconds=30))
    await renew(reservation, 30)

    moved.on(timedelta(seconds=61))
    await run_minutely(Job())

    request = await AiRequest.get()
    assert (request.state, request.cost, request.estimated, request.error) == ("settled", 1_200, True, "server_died")
    await assert_books_agree(sari)


async def test_a_request_that_had_delivered_nothing_is_released(sari: Account, moved: Clock) -> None:
    await reserve(call_of(sari))
    moved.on(timedelta(seconds=61))

    await reap()

    assert ((await AiRequest.get()).state, (await AiBalance.of(sari)).available) == ("released", 10**6)
    assert (await AiUsage.get()).failed == 1
    await assert_books_agree(sari)


async def test_a_request_that_is_renewed_lives_however_long_it_takes(sari: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(sari))
    for delivered in range(60):
        moved.on(timedelta(seconds=20))
        assert await renew(reservation, delivered)
        await reap()

    assert (await settle(reservation, used(90, 5))).new


async def test_what_is_held_lives_until_then(sari: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(sari))
    assert await hold_until(reservation.id, clock.now() + timedelta(hours=1))
    moved.on(timedelta(hours=1))
    await reap()
    assert (await AiRequest.get()).state == "reserved"

    moved.on(timedelta(seconds=61))
    await reap()

    assert (await AiRequest.get()).state == "released"


async def test_a_process_that_only_slept_does_not_settle_again(sari: Account, moved: Clock) -> None:
    reservation = await reserve(call_of(sari))
    moved.on(timedelta(seconds=61))
    await reap()

    settlement = await settle(reservation, used(90, 5))

    assert (settlement.cost, settlement.new) == (0, False)
    await assert_books_agree(sari)
