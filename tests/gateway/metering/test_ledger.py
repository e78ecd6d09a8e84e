"""Changes of credits are booked once by their cause, and nothing is taken that is not left."""

import asyncio
from contextlib import suppress

import pytest

from app.accounts.models import Account
from app.gateway.metering.balance import CORRECTION, PAID_BACK, PLAN, PURCHASE, AiBalance, AiLedgerEntry
from app.gateway.metering.ledger import CreditsUsed, add_entry
from app.gateway.metering.reservation import reserve
from app.kernel.db import transaction
from tests.gateway.metering.calls import assert_books_agree, buy, call_of


async def test_a_purchase_adds_credits_and_is_in_the_ledger(sari: Account) -> None:
    assert await add_entry(sari.id, PURCHASE, 5_000, "order 1", "INV-1")

    entry = await AiLedgerEntry.get()
    assert (entry.kind, entry.amount, entry.cause, entry.note) == (PURCHASE, 5_000, "order 1", "INV-1")
    assert (await AiBalance.of(sari)).bought == 5_000
    await assert_books_agree(sari)


async def test_a_cause_is_booked_once_however_many_come_at_once(sari: Account) -> None:
    booked = await asyncio.gather(*(add_entry(sari.id, PURCHASE, 5_000, "order 1") for _ in range(20)))

    assert booked.count(True) == 1
    assert (await AiBalance.of(sari)).bought == 5_000
    await assert_books_agree(sari)


async def test_credits_of_the_plan_are_kept_apart(sari: Account) -> None:
    await add_entry(sari.id, PLAN, 5_000, "plan")

    balance = await AiBalance.of(sari)
    assert (balance.bought, balance.of_plan, balance.left) == (0, 5_000, 5_000)


async def test_credits_that_a_request_has_reserved_are_not_paid_back(sari: Account) -> None:
    await buy(sari, 15_000)
    await reserve(call_of(sari))

    with pytest.raises(CreditsUsed):
        await add_entry(sari.id, PAID_BACK, -5_001, "refund 1")
    assert await AiLedgerEntry.all().count() == 1
    assert await add_entry(sari.id, PAID_BACK, -5_000, "refund 1")
    assert (await AiBalance.of(sari)).available == 0
    await assert_books_agree(sari)


async def test_of_many_refunds_at_once_no_more_is_paid_back_than_is_left(sari: Account) -> None:
    await buy(sari, 10_000)
    refunds = (add_entry(sari.id, PAID_BACK, -3_000, f"refund {number}") for number in range(10))

    outcomes = await asyncio.gather(*refunds, return_exceptions=True)

    assert outcomes.count(True) == 3
    assert (await AiBalance.of(sari)).bought == 1_000
    await assert_books_agree(sari)


async def test_a_payment_that_was_reversed_may_leave_a_debt(sari: Account) -> None:
    await add_entry(sari.id, CORRECTION, -5_000, "chargeback 1", may_owe=True)

    assert (await AiBalance.of(sari)).left == -5_000


async def test_an_entry_goes_with_the_transaction_that_it_joins(sari: Account) -> None:
    with suppress(ZeroDivisionError):
        async with transaction():
            await add_entry(sari.id, PURCHASE, 5_000, "order 1")
            raise ZeroDivisionError

    assert await AiLedgerEntry.all().count() == (await AiBalance.of(sari)).bought == 0
    assert await add_entry(sari.id, PURCHASE, 5_000, "order 1")
