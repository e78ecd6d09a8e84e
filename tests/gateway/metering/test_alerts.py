"""Owners are told when 80 % of a budget are spent, and when fewer credits are left than they wished."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.accounts.user import User
from app.gateway.metering import alerts
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.budgets import remove_budget, set_budget
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from app.jobs import Job
from app.jobs.registry import KINDS
from app.kernel import clock
from app.mail.models import OutgoingEmail
from tests.conftest import Clock
from tests.gateway.metering.calls import buy, call_of, key_of, model_of, used


@pytest.fixture(autouse=True)
async def bought(budi: Account) -> None:
    await buy(budi)


async def spend(account: Account, micro: int, **changes: Any) -> None:
    call = call_of(account, **changes, most=Usage(input=micro // 10))
    await settle(await reserve(call), used(micro // 10, 0))


async def mailed() -> list[OutgoingEmail]:
    """The emails, once the jobs that were enqueued are done."""
    for job in await Job.filter(kind__in=[alerts.BUDGET, alerts.BALANCE], ended_at=None):
        await KINDS[job.kind].run(job)
        await Job.filter(id=job.id).update(ended_at=clock.now())
    return await OutgoingEmail.filter(kind="ai_limits").order_by("created_at")


async def test_the_owners_are_told_once_when_80_percent_of_a_budget_are_spent(budi: Account) -> None:
    key = await key_of(budi, "toko")
    await set_budget(budi, 10_000, str(key.id), "small")
    await spend(budi, 7_990, key=key)
    assert not await mailed()

    await spend(budi, 10, key=key)
    await spend(budi, 500, key=key)

    [email] = await mailed()
    assert email.subject == "80 % of an AI budget are spent"
    assert "toko" in email.text
    assert "small" in email.text


async def test_they_are_told_again_in_the_next_month_and_after_a_new_budget(budi: Account, moved: Clock) -> None:
    await set_budget(budi, 10_000)
    await spend(budi, 9_000)
    assert len(await mailed()) == 1
    await set_budget(budi, 11_000)
    await spend(budi, 1_000)
    assert len(await mailed()) == 2

    moved.on(timedelta(days=31))
    await spend(budi, 9_000)

    assert len(await mailed()) == 3


async def test_a_budget_that_was_removed_meanwhile_is_not_told(budi: Account) -> None:
    await set_budget(budi, 10_000)
    await spend(budi, 9_000)
    await remove_budget(budi)

    assert not await mailed()


async def test_who_switched_emails_about_limits_off_gets_none(budi: Account) -> None:
    await User.all().update(limits_muted_at=clock.now())
    await set_budget(budi, 10_000)

    await spend(budi, 9_000)

    assert not await mailed()


async def test_owners_are_told_once_below_the_credits_that_they_chose(budi: Account) -> None:
    await spend(budi, 1_000)
    left = 2_001_000_000 - 2_000  # what was bought and what the plan has, less what is spent below
    await alerts.set_warning_threshold(budi, left)
    await spend(budi, 1_000)
    assert not await mailed()

    await spend(budi, 10)
    await spend(budi, 10)

    [email] = await mailed()
    assert email.subject == "Your AI credits are running low"


async def test_who_bought_more_is_told_again_when_that_is_used(budi: Account) -> None:
    await alerts.set_warning_threshold(budi, 2_001_000_000)
    await spend(budi, 10_000)
    await buy(budi, 20_000)
    await spend(budi, 5_000)
    assert len(await mailed()) == 1

    await spend(budi, 10_000)

    assert len(await mailed()) == 2


async def test_nobody_is_told_who_wished_nothing(budi: Account) -> None:
    await spend(budi, 10_000, model=model_of(id="other"))

    assert not await mailed()


async def test_the_wish_can_come_before_the_first_credits(dewi: Account) -> None:
    await alerts.set_warning_threshold(dewi, 5_000)

    assert (await AiBalance.of(dewi)).warn_below == 5_000
