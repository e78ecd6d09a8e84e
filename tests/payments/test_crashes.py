"""A process that is killed between the provider's answer and the commit loses nothing and credits nothing twice."""

import asyncio
import signal
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.payments.charges import charge_of
from app.payments.order import Order
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import PaymentState
from app.payments.receipt import Receipt
from tests.databases import ON_POSTGRES
from tests.forked_code import begin_module
from tests.payments import deaths
from tests.payments.fake_provider import FakeProvider, Payment
from tests.processes import killed_at_the_end

BEFORE = {"answered": ("created", 0), "crediting": ("pending", 0), "credited": ("paid", 1)}


@ON_POSTGRES
@pytest.mark.parametrize("step", deaths.STEPS)
async def test_a_killed_process_loses_no_payment_and_credits_it_once(
    database: str, dialect: str, tmp_path: Path, sari: Account, qris: FakeProvider, step: str
) -> None:
    words = (database, str(sari.id), step, str(tmp_path))
    process = begin_module("tests.payments.deaths", *words, output=(output := tmp_path / "output"))
    with killed_at_the_end(process):
        assert await asyncio.to_thread(process.wait) == -signal.SIGKILL, output.read_text()[-2000:]

    order = await Order.get(account_id=sari.id)
    assert (order.state, await PlanPeriod.all().count()) == BEFORE[step]
    qris.payments[order.reference] = Payment(
        charge_of(order), order.provider_ref or "pay-1", 79_016, PaymentState.PAID, 79_016
    )
    await Job.filter(kind="payments.check").update(due_at=order.created_at)
    await Worker().run_due("payments.check")

    order = await Order.get(id=order.id)
    assert (order.state, order.paid_amount) == ("paid", 79_016)
    assert await PlanPeriod.all().count() == 1 == await Receipt.all().count()
    assert (await Account.get(id=sari.id)).plan_name == "pro"
