"""Nothing is lost and nothing is credited twice when the whole server is killed while a provider's answer is held."""

import asyncio
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.kernel import clock
from app.payments.order import Order
from app.payments.order_checks import CHECK
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt
from tests.client import Browser
from tests.conftest import ORIGIN, SECRET
from tests.payments.checkout.buying import PLAN, purchase
from tests.payments.providers.conftest import klikqris
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.serving import Server, environment, start
from tests.waiting import DEADLINE, eventually

__all__ = ["klikqris"]
pytestmark = pytest.mark.slow
HELD = "time-out after"  # the provider has done what was asked, and its answer does not come


@pytest.fixture
def env(database: str, klikqris: KlikqrisStandIn, tmp_path: Path) -> dict[str, str]:
    """The settings of a server on the database of the test, which takes payments by KlikQRIS."""
    settings = {
        "KLIQS_HOSTS": ORIGIN,
        "KLIQS_SECRET_KEY": SECRET,
        "KLIQS_NET_ALLOW": "127.0.0.1",
        "KLIQS_KLIKQRIS_KEY": KEY,
        "KLIQS_KLIKQRIS_MERCHANT": MERCHANT,
        "KLIQS_KLIKQRIS_URL": klikqris.url,
    }
    return environment(tmp_path / "other", database, **settings)


def post(server: Server, path: str, body: bytes, **headers: str) -> int:
    """Posts to the server; returns the status, 0 when the connection was cut."""
    request = urllib.request.Request(f"{server.url}{path}", body, {"Host": ORIGIN.partition("://")[2], **headers})
    try:
        with urllib.request.urlopen(request, timeout=DEADLINE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
    except OSError:
        return 0


async def kill_while_held(server: Server, klikqris: KlikqrisStandIn, path: str, work: Callable[[], int]) -> None:
    """Does some work, and kills the server once the provider has answered a request below `path`, which is held."""
    task = asyncio.create_task(asyncio.to_thread(work))

    async def answered() -> bool:
        return any(path in request[1] for request in klikqris.requests) and not klikqris.troubles

    await eventually(answered)
    server.kill()
    await task


async def make_due() -> None:
    """The time has come for the checks that are enqueued, and the leases of the dead server have expired."""
    await Job.filter(kind=CHECK, ended_at=None).update(due_at=clock.now())


async def test_a_server_that_is_killed_between_an_answer_and_its_commit_loses_nothing_and_credits_once(
    env: dict[str, str], sari: Account, as_sari: Browser, klikqris: KlikqrisStandIn
) -> None:
    assert as_sari.cookie_jar is not None
    [cookie] = [f"{each.name}={each.value}" for each in as_sari.cookie_jar]
    form = urlencode(purchase("klikqris")).encode()
    server = start(env)
    try:
        klikqris.troubles = [HELD]
        await kill_while_held(
            server, klikqris, "/qris/create", lambda: post(server, PLAN, form, Cookie=cookie, Origin=ORIGIN)
        )
        [order] = await Order.all()
        assert (order.state, order.provider_ref, list(klikqris.orders)) == ("created", "", [order.reference])

        klikqris.pay(order.reference)
        klikqris.troubles = [HELD]
        await make_due()
        server = start(env)
        await kill_while_held(server, klikqris, f"/qris/status/{order.reference}", lambda: 0)
        assert (await Order.get(id=order.id)).state == "created"
        assert await PaymentEvent.all().count() == await Receipt.all().count() == 0, "all of it is there, or nothing"

        await make_due()
        server = start(env)

        async def credited() -> bool:
            return (await Order.get(id=order.id)).state == "paid"

        await eventually(credited)
        assert await PlanPeriod.filter(account_id=sari.id).count() == 1
        assert [receipt.number for receipt in await Receipt.all()] == [1]
        assert (await Account.get(id=sari.id)).plan_name == "pro"
        assert post(server, PLAN, form, Cookie=cookie, Origin=ORIGIN) == 200, "the form again opens no second order"
        assert await Order.all().count() == 1
    finally:
        if server.process.poll() is None:
            server.kill()
