"""Credits, ledger, sums of days and requests agree to the micro-rupiah, and the operator is told where not."""

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest, AiUsage
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.reconciliation import Books, read_books
from app.gateway.metering.request_retention import run_sweep
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.jobs import Job
from app.kernel import installation
from app.ops.gateway_ledger_check import check_ai_credits
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of, used


@pytest.fixture(autouse=True)
async def bought(sari: Account, moved: Clock) -> None:
    await buy(sari, 100_000)
    await settle(await reserve(call_of(sari)), used(90, 5))


async def books_of(account: Account) -> Books:
    [books] = await read_books(account)
    return books


async def findings() -> list[tuple[str, bool]]:
    return [(finding.says, finding.ok) async for finding in check_ai_credits(installation.current().config)]


async def test_the_books_are_the_sums_of_everything(sari: Account, budi: Account) -> None:
    await reserve(call_of(sari))
    await buy(budi, 7)

    books = await books_of(sari)

    assert books.agree
    assert (books.remaining, books.booked, books.spent, books.of_requests) == (99_000, 100_000, 1_000, 1_000)
    assert books.reserved == books.under_way == 10_000
    assert len(await read_books()) == 2


@pytest.mark.parametrize("table", [AiUsage, AiRequest])
async def test_a_micro_rupiah_too_many_in_a_request_or_a_day_is_noticed(
    sari: Account, table: type[AiUsage | AiRequest]
) -> None:
    await table.filter(account_id=sari.id).update(cost=1_001)

    assert not (await books_of(sari)).agree


@pytest.mark.parametrize("column", ["bought", "reserved"])
async def test_a_micro_rupiah_too_many_in_the_balance_is_noticed(sari: Account, column: str) -> None:
    await AiBalance.filter(account_id=sari.id).update(**{column: 1})

    assert not (await books_of(sari)).agree


async def test_the_books_agree_after_old_requests_were_deleted(sari: Account, moved: Clock) -> None:
    moved.on(timedelta(days=365))
    await settle(await reserve(call_of(sari)), used(90, 5))
    await run_sweep(Job())

    books = await books_of(sari)

    assert books.agree
    assert (books.spent, books.spent_lately, books.of_requests) == (2_000, 1_000, 1_000)


async def test_the_doctor_says_whose_credits_do_not_agree(sari: Account) -> None:
    assert await findings() == [("All AI credits are what came in less what requests cost.", True)]
    await AiUsage.filter(account_id=sari.id).update(cost=1_001)

    [(says, fine)] = await findings()

    assert not fine
    assert str(sari.id) in says


async def test_the_doctor_says_nothing_of_credits_that_nobody_has(sari: Account) -> None:
    await AiBalance.all().delete()

    assert await findings() == []
