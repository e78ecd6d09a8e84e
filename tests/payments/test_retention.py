"""What is kept of an order that nobody pays any more: no secret, and no code to pay with."""

from datetime import UTC, date, datetime, timedelta

from app.accounts.models import Account
from app.kernel.db import transaction
from app.mail.models import OutgoingEmail
from app.payments import emails, operator_calendar, ordering, transitions
from app.payments.operator_calendar import ZONE
from app.payments.order import Order
from app.payments.retention import CHECKOUT_KEPT, delete_old_orders, forget_checkouts, pseudonymise_orders
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider


async def test_secrets_and_codes_are_forgotten_after_30_days_whichever_an_order_has(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    assert order.secret and order.qr_text and not order.instructions
    moved.on(CHECKOUT_KEPT - timedelta(minutes=1))
    await forget_checkouts()
    assert (await Order.get(id=order.id)).secret == order.secret
    moved.on(timedelta(minutes=2))
    await forget_checkouts()
    order = await Order.get(id=order.id)
    assert (order.secret, order.qr_text, order.qr_image, order.pay_url, order.instructions) == ("", "", "", "", "")


async def test_the_words_of_a_transfer_stay_as_long_as_it_can_be_paid(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    await Order.filter(id=order.id).update(instructions="Bank 123", expires_at=order.created_at + timedelta(days=60))
    moved.on(timedelta(days=59))
    await forget_checkouts()
    assert (await Order.get(id=order.id)).instructions == "Bank 123"
    moved.on(timedelta(days=2))
    await forget_checkouts()
    assert (await Order.get(id=order.id)).instructions == ""


async def test_the_ten_years_are_those_of_the_operators_calendar(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    new_year = datetime(2027, 1, 1, 1, tzinfo=ZONE)
    await Order.filter(id=order.id).update(paid_at=new_year)
    for year, kept in ((2037, True), (2038, False)):
        moved.to(datetime(year, 1, 1, 0, 30, tzinfo=ZONE).astimezone(UTC))
        await delete_old_orders()
        assert await Order.exists() is kept


async def test_deleting_an_account_deletes_its_emails_and_not_those_of_another_with_the_same_address(
    sari: Account, budi: Account, qris: FakeProvider
) -> None:
    receipts = []
    for account in (sari, budi):
        order = await ordering.open_order(account, "pro", 1, qris, BUYER)
        await transitions.apply_snapshot(order, qris.pay(order.reference))
        receipts.append(order.reference)
    await emails.send_plan_over(sari, "pro")

    async with transaction():
        await pseudonymise_orders(sari.id)

    left = [email.text for email in await OutgoingEmail.filter(kind=emails.KIND)]
    assert [receipts[1] in text for text in left] == [True]


def test_a_day_of_the_operator_begins_and_ends_in_their_zone() -> None:
    day = date(2026, 12, 31)
    assert operator_calendar.start_of_day(day) == datetime(2026, 12, 30, 17, tzinfo=UTC)
    assert operator_calendar.end_of_day(day) == datetime(2026, 12, 31, 16, 59, 59, 999999, tzinfo=UTC)


def test_the_operators_day_begins_before_that_of_utc(moved: Clock) -> None:
    moved.to(datetime(2026, 12, 30, 17, 30, tzinfo=UTC))
    assert operator_calendar.today() == date(2026, 12, 31)
