"""Nothing is lost and nothing is credited twice when the process is killed after a provider has answered."""

import os
import signal
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.kernel import clock
from app.payments import order_checks, ordering
from app.payments.order import Order
from app.payments.order_checks import CHECK
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers import registry
from app.payments.receipt import Receipt
from tests.conftest import ORIGIN, SECRET, Clock
from tests.forked_code import begin_module
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import klikqris
from tests.payments.webhook_deaths import CHECKING, HEARING
from tests.processes import killed_at_the_end
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.serving import environment
from tests.waiting import DEADLINE

__all__ = ["klikqris"]
pytestmark = pytest.mark.slow


@pytest.fixture
def killed(database: str, klikqris: KlikqrisStandIn, tmp_path: Path) -> Any:
    """Runs a step in a process of its own, which is killed there."""
    settings = {
        "KLIQS_HOSTS": ORIGIN,
        "KLIQS_SECRET_KEY": SECRET,
        "KLIQS_NET_ALLOW": "127.0.0.1",
        "KLIQS_KLIKQRIS_KEY": KEY,
        "KLIQS_KLIKQRIS_MERCHANT": MERCHANT,
        "KLIQS_KLIKQRIS_URL": klikqris.url,
    }
    (data := tmp_path / "other").mkdir(mode=0o700)
    env = environment(data, database, **settings)

    def run(step: str, *arguments: str) -> None:
        output = tmp_path / f"{step}.out"
        process = begin_module("tests.payments.webhook_deaths", step, *arguments, output=output, env=env)
        with killed_at_the_end(process):
            assert process.wait(DEADLINE) == -signal.SIGKILL, output.read_text()[-2000:]

    return run


async def recover(moved: Clock) -> None:
    """What a server does in the next twenty minutes."""
    moved.on(timedelta(minutes=20))
    await order_checks.sweep_orders(SimpleNamespace())  # type: ignore[arg-type]
    await Worker().run_due(CHECK)


async def assert_credited_once(account: Account, order: Order) -> None:
    order = await Order.get(id=order.id)
    assert (order.state, order.paid_amount) == ("paid", 79_001)
    assert await PlanPeriod.filter(account_id=account.id).count() == 1
    assert [receipt.number for receipt in await Receipt.all()] == [1]
    assert (await Account.get(id=account.id)).plan_name == "pro"


async def test_a_payment_that_was_opened_when_the_process_died_is_found_again(
    sari: Account, klikqris: KlikqrisStandIn, killed: Any, moved: Clock
) -> None:
    moved.to(clock.now())
    killed("create")
    [order] = await Order.all()
    assert (order.state, list(klikqris.orders)) == ("created", [order.reference])
    klikqris.pay(order.reference)

    await recover(moved)

    await assert_credited_once(sari, order)


@pytest.mark.parametrize("step", [*CHECKING, *HEARING])
async def test_a_payment_is_credited_once_when_the_process_died_before_the_commit(
    sari: Account, klikqris: KlikqrisStandIn, killed: Any, moved: Clock, step: str, tmp_path: Path
) -> None:
    order = await ordering.open_order(sari, "pro", 1, registry.provider("klikqris"), BUYER)
    klikqris.pay(order.reference)
    body = tmp_path / "notification.json"
    body.write_bytes(klikqris.message(order.reference).body)

    killed(step, order.reference, os.fspath(body))

    assert (await Order.get(id=order.id)).state == "pending"
    assert await PaymentEvent.exclude(state="pending").count() == 0, "it is all there, or none of it"
    await recover(moved)
    await assert_credited_once(sari, order)
