"""The statement of a month has every change of credits, and agrees with the requests to the micro-rupiah."""

import csv
import io
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from app.accounts.models import Account
from app.gateway.metering.balance import PAID_BACK, AiBalance
from app.gateway.metering.call import Outcome
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.metering.statement import csv_lines, read_statement
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of, key_of, used


@pytest.fixture(autouse=True)
async def bought(sari: Account, moved: Clock) -> None:
    moved.to(datetime(2026, 4, 30, 23, 0, tzinfo=UTC))
    await buy(sari, 100_000)
    await settle(await reserve(call_of(sari)), used(90, 5))
    moved.on(timedelta(hours=2))


async def test_a_month_begins_with_what_was_left_before(sari: Account, moved: Clock) -> None:
    statement = await read_statement(sari, moved.now.date())

    assert (statement.month.isoformat(), statement.opening, statement.closing) == ("2026-05-01", 99_000, 99_000)
    assert not statement.lines


async def test_lines_are_sums_of_a_day_and_entries_with_what_is_left_after_each(sari: Account, moved: Clock) -> None:
    key = await key_of(sari, "toko")
    for each in (key, key, None):
        await settle(await reserve(call_of(sari, each)), used(90, 5))
    await settle(await reserve(call_of(sari, key)), Outcome(502))
    await add_entry(sari.id, PAID_BACK, -9_000, "refund", "INV-1")
    moved.on(timedelta(days=1))
    await settle(await reserve(call_of(sari, key)), used(90, 5))

    statement = await read_statement(sari, moved.now.date())

    assert [
        (line.day.day, line.kind, line.key, line.requests, line.amount, line.balance) for line in statement.lines
    ] == [
        (1, "paid_back", "", 0, -9_000, 90_000),
        (1, "use", "", 1, -1_000, 89_000),
        (1, "use", "toko", 3, -2_000, 87_000),
        (2, "use", "toko", 1, -1_000, 86_000),
    ]
    assert statement.lines[2].failed == 1
    assert statement.closing == (await AiBalance.of(sari)).left == 86_000


async def test_the_statement_of_april_ends_where_that_of_may_begins(sari: Account, moved: Clock) -> None:
    april = await read_statement(sari, moved.now.date().replace(month=4, day=12))

    assert [line.amount for line in april.lines] == [100_000, -1_000]
    assert (april.opening, april.closing) == (0, (await read_statement(sari, moved.now.date())).opening)


async def test_its_csv_has_every_amount_with_all_places(sari: Account, moved: Clock) -> None:
    key = await key_of(sari, "=toko")
    await settle(await reserve(call_of(sari, key)), used(1, 0))

    rows = [*csv.DictReader(io.StringIO("".join(csv_lines(await read_statement(sari, moved.now.date())))))]

    assert rows[0]["amount_rupiah"] == "-0.000010"
    assert rows[0]["balance_rupiah"] == "0.098990"
    assert rows[0]["key"] == "'=toko"


async def test_exact_sums_stay_exact_where_floats_would_not(sari: Account, moved: Clock) -> None:
    await buy(sari, 9_007_199_254_740_993)

    rows = [*csv.DictReader(io.StringIO("".join(csv_lines(await read_statement(sari, moved.now.date())))))]

    assert Decimal(rows[0]["amount_rupiah"]) == Decimal("9007199254.740993")


async def test_an_account_without_credits_has_a_statement_of_nothing(budi: Account, moved: Clock) -> None:
    statement = await read_statement(budi, moved.now.date())

    assert (statement.opening, statement.closing, statement.lines) == (0, 0, [])
