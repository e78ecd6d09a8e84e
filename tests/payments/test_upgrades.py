"""Payments of before: what a period was replaced by is known after the upgrade, and every new text is empty (35)."""

from datetime import timedelta

from aerich.utils import import_py_file

from app.accounts.models import Account
from app.kernel import db
from app.kernel.migration_files import LOCATION
from app.mail.models import OutgoingEmail
from app.payments.order import Order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt
from app.payments.refunds import note_refund
from tests.conftest import Clock
from tests.payments.fake_provider import FakeProvider
from tests.payments.test_entitlement import buy, periods


async def migrate(way: str) -> None:
    """Runs migration 35 up or down as aerich does, on rows as they are."""
    [file] = (LOCATION / "models").glob("35_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script.replace("BEGIN;", ""))


async def test_periods_know_what_replaced_them_and_new_texts_are_empty(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "starter", 12)
    before = await periods(sari)
    moved.on(timedelta(days=1))
    upgrade = await buy(sari, qris, "pro")

    await migrate("downgrade")
    await migrate("upgrade")

    starter, pro = await PlanPeriod.all().order_by("id")
    assert (starter.replaced_by, starter.credit, pro.replaced_by) == (pro.id, 0, None)
    assert {(order.coins, order.coin) for order in await Order.all()} == {("", "")}
    assert {event.body for event in await PaymentEvent.all()} == {""}
    assert [receipt.series for receipt in await Receipt.all()] == ["", ""]
    assert {email.account_id for email in await OutgoingEmail.all()} == {None}
    await note_refund(await Order.get(id=upgrade.id), upgrade.paid_amount or 0)
    assert await periods(sari) == before, "a refund still brings the smaller plan back"
