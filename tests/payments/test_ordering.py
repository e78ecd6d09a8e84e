"""Opening, paying, expiring and cancelling orders, each with its event."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.kernel import encryption, installation
from app.kernel.refusal import NotFound
from app.mail.models import OutgoingEmail
from app.payments import ordering, transitions
from app.payments.catalogue import NotForSale
from app.payments.coupon import Coupon, CouponUsedUp
from app.payments.notifications import receive_notification, record_notification, replay_event
from app.payments.order import NO_ACCOUNT, PAID_LATE, PAID_TWICE, WRONG_AMOUNT, Order, new_reference, secret_purpose
from app.payments.order_checks import check_order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import (
    ForgedNotification,
    Notification,
    PaymentState,
    ProviderDown,
    ProviderRefused,
    Snapshot,
)
from app.payments.receipt import Receipt
from app.payments.refund import Refund
from app.payments.refunds import RefundTooLarge, note_refund
from tests import world
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, SECRET, FakeProvider
from tests.subtests import as_subtests


async def opened(account: Account, provider: FakeProvider, plan: str = "pro", months: int = 1) -> Order:
    return await ordering.open_order(account, plan, months, provider, BUYER)


async def test_an_order_copies_price_and_buyer_and_carries_what_is_needed_to_pay(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris, months=3)

    assert (order.state, order.plan, order.months, order.price, order.total) == ("pending", "pro", 3, 237_000, 237_000)
    assert (order.pay_amount, order.extra_digits, order.qr_text) == (237_016, 16, "00020101")
    assert (order.buyer_name, order.buyer_email) == (BUYER.name, BUYER.email)
    assert (order.buyer_address, order.buyer_tax_id) == (BUYER.address, BUYER.tax_id)
    assert order.reference.startswith("KLQ-") and len(order.reference) == 30
    assert order.read_secret() == SECRET and SECRET not in order.secret


async def test_a_secret_is_encrypted_for_its_order_only(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    with pytest.raises(encryption.Undecipherable):
        encryption.decrypt(order.secret, secret_purpose(new_reference()))


async def test_a_trusted_notification_credits_plan_receipt_and_mail_at_once(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)

    outcome = await receive_notification(qris, *qris.message(order.reference, "event-1"))

    order = await Order.get(id=order.id)
    assert (outcome, order.state, order.paid_amount) == (Outcome.APPLIED, "paid", 79_016)
    assert (await Account.get(id=sari.id)).plan_name == "pro"
    receipt = await Receipt.get(order_id=order.id)
    assert (receipt.number, receipt.amount, receipt.buyer_name) == (1, 79_016, BUYER.name)
    mail = await OutgoingEmail.get(kind="payments")
    assert mail.recipient == BUYER.email and receipt.shown_number in mail.text and "Rp79.016" in mail.text
    assert (await PaymentEvent.get(event_key="event-1")).outcome == Outcome.APPLIED


async def test_a_hint_credits_nothing_until_the_provider_was_asked(sari: Account, qris: FakeProvider) -> None:
    qris.trusted = False
    order = await opened(sari, qris)
    message = qris.message(order.reference, "event-1", state="paid", paid=79_016)

    assert await receive_notification(qris, *message) is Outcome.HINT
    assert (await check_order(order)).state == "pending", "the provider knows of no payment"

    qris.pay(order.reference)
    assert await receive_notification(qris, *qris.message(order.reference, "event-2")) is Outcome.HINT
    assert (await check_order(order)).state == "paid"
    assert await PlanPeriod.filter(account_id=sari.id).count() == 1


async def test_a_forged_notification_changes_nothing(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    headers, body = qris.message(order.reference, "event-1")
    with pytest.raises(ForgedNotification):
        await receive_notification(qris, headers, body.replace(b'"pending"', b'"paid"'))
    assert (await Order.get(id=order.id)).state == "pending"


async def test_a_notification_of_an_order_of_another_provider_is_unknown(
    sari: Account, qris: FakeProvider, crypto: FakeProvider
) -> None:
    order = await opened(sari, qris)
    crypto.payments = qris.payments
    crypto.pay(order.reference)
    assert await receive_notification(crypto, *crypto.message(order.reference, "e")) is Outcome.UNKNOWN_ORDER
    assert (await Order.get(id=order.id)).state == "pending"


@pytest.mark.parametrize("state", [PaymentState.EXPIRED, PaymentState.PENDING, PaymentState.FAILED])
async def test_what_comes_after_a_payment_is_recorded_and_not_applied(
    sari: Account, qris: FakeProvider, state: PaymentState
) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))

    assert await transitions.apply_snapshot(order, Snapshot(state, order.provider_ref)) is Outcome.NOTED

    assert (await Order.get(id=order.id)).state == "paid"
    assert await PaymentEvent.filter(order_id=order.id, state=state.value, outcome=Outcome.NOTED).count() == 1


async def test_a_payment_after_the_expiry_opens_the_order_again_and_alerts_the_operator(
    sari: Account, qris: FakeProvider
) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"contact_email": "operator@example.com"})
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.expire(order.reference))
    assert (await Order.get(id=order.id)).state == "expired"

    await transitions.apply_snapshot(order, qris.pay(order.reference))

    order = await Order.get(id=order.id)
    assert (order.state, order.attention) == ("paid", PAID_LATE)
    assert (await Account.get(id=sari.id)).plan_name == "pro"
    assert order.reference in (await OutgoingEmail.get(recipient="operator@example.com")).text


async def test_paid_and_completed_credit_once(sari: Account, crypto: FakeProvider) -> None:
    order = await opened(sari, crypto)
    await transitions.apply_snapshot(order, crypto.pay(order.reference))
    await transitions.apply_snapshot(order, crypto.pay(order.reference, state=PaymentState.COMPLETED))

    order = await Order.get(id=order.id)
    assert (order.state, order.check_at) == ("completed", None)
    assert await PlanPeriod.all().count() == 1 == await Receipt.all().count()


async def test_too_little_crypto_is_underpaid_and_the_rest_pays_it(sari: Account, crypto: FakeProvider) -> None:
    order = await opened(sari, crypto)
    await transitions.apply_snapshot(order, crypto.pay(order.reference, 70_000))
    order = await Order.get(id=order.id)
    assert (order.state, order.paid_amount) == ("underpaid", 70_000)
    assert not await PlanPeriod.exists()

    assert await transitions.mark_paid(order) is Outcome.APPLIED
    assert (await Order.get(id=order.id)).state == "paid"


@pytest.mark.parametrize("wrong", [{"paid_amount": 78_999}, {"paid_amount": 79_016, "currency": "USD"}])
async def test_a_qris_payment_of_a_wrong_amount_or_currency_is_for_the_operator(
    sari: Account, qris: FakeProvider, wrong: dict[str, object]
) -> None:
    order = await opened(sari, qris)
    snapshot = Snapshot(PaymentState.PAID, order.provider_ref, **wrong)  # type: ignore[arg-type]
    assert await transitions.apply_snapshot(order, snapshot) is Outcome.ATTENTION
    order = await Order.get(id=order.id)
    assert (order.state, order.attention) == ("pending", WRONG_AMOUNT)


async def test_what_the_operator_took_off_their_list_comes_back_with_news_only(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    short = Snapshot(PaymentState.PAID, order.provider_ref, 5)
    await transitions.apply_snapshot(order, short)
    await (await Order.get(id=order.id)).clear_attention()
    assert await transitions.apply_snapshot(order, short) is Outcome.NOTED, "asked again every hour"
    assert (await Order.get(id=order.id)).attention == ""
    assert await transitions.apply_snapshot(order, Snapshot(PaymentState.PAID, order.provider_ref, 6)) is not None
    assert (await Order.get(id=order.id)).attention == WRONG_AMOUNT


async def test_a_wrong_amount_after_the_payment_is_only_recorded(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    wrong = Snapshot(PaymentState.PAID, order.provider_ref, 5)
    assert await transitions.apply_snapshot(order, wrong) is Outcome.NOTED
    assert (await Order.get(id=order.id)).attention == ""


async def test_a_second_part_of_crypto_raises_what_arrived(sari: Account, crypto: FakeProvider) -> None:
    order = await opened(sari, crypto)
    for amount, arrived in ((50_000, 50_000), (70_000, 70_000), (60_000, 70_000)):
        await transitions.apply_snapshot(order, crypto.pay(order.reference, amount))
        assert (await Order.get(id=order.id)).paid_amount == arrived
    await transitions.apply_snapshot(order, crypto.pay(order.reference, 79_000))
    assert (await Order.get(id=order.id)).state == "paid"


@as_subtests("reference", ["", "KLQ-1", "x" * 10_000, "KLQ-\u0000" + "0" * 25, "klq-" + "0" * 26])
async def test_a_reference_that_is_none_of_ours_is_unknown(database: str, qris: FakeProvider, reference: str) -> None:
    notification = Notification("event", reference, True, Snapshot(PaymentState.PAID, "ref", 1))
    assert await record_notification(qris.code, notification) is Outcome.UNKNOWN_ORDER


async def test_the_operator_replays_an_event(sari: Account, qris: FakeProvider) -> None:
    qris.trusted = False
    order = await opened(sari, qris)
    qris.pay(order.reference)
    await receive_notification(qris, *qris.message(order.reference, "event"))
    hint = await PaymentEvent.get(event_key="event")
    await Job.all().delete()
    assert await replay_event(hint) is Outcome.HINT
    await Worker().run_due("payments.check")
    assert (await Order.get(id=order.id)).state == "paid"
    answer = await PaymentEvent.get(order_id=order.id, origin="answer", state="paid")
    assert await replay_event(answer) is Outcome.NOTED
    assert await PlanPeriod.all().count() == 1


async def test_money_for_a_cancelled_order_is_booked_once_as_an_order_of_its_own(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await ordering.cancel_order(order, qris)
    assert qris.cancelled == [order.reference]
    paid = qris.pay(order.reference)
    for key in ("a", "b", "c"):
        await transitions.apply_snapshot(await Order.get(id=order.id), paid, key=key)

    assert (await Order.get(id=order.id)).state == "cancelled"
    copy = await Order.get(copy_key=f"late {order.reference}")
    assert (copy.state, copy.paid_amount, copy.attention) == ("paid", 79_016, PAID_LATE)
    assert await PlanPeriod.filter(account_id=sari.id).count() == 1


async def test_a_second_payment_is_shown_to_the_operator_and_adds_a_period_when_they_say_so(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    second = Snapshot(PaymentState.PAID, "another-payment", 79_016, "IDR")
    assert await transitions.apply_snapshot(order, second) is Outcome.ATTENTION
    order = await Order.get(id=order.id)
    assert (order.attention, await PlanPeriod.all().count()) == (PAID_TWICE, 1)

    for _ in range(2):
        await transitions.book_second_payment(order, "another-payment", 79_016)
    assert await PlanPeriod.all().count() == 2 == await Receipt.all().count()


async def test_only_what_waits_can_be_cancelled(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    with pytest.raises(ordering.CannotCancel):
        await ordering.cancel_order(order, qris)


async def test_a_provider_that_does_not_answer_loses_nothing(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    qris.lose_answer = True
    with pytest.raises(ProviderDown):
        await opened(sari, qris)
    order = await Order.get(account_id=sari.id)
    assert order.state == "created", "its row was there before the provider was called"

    qris.pay(order.reference)
    assert (await check_order(order)).state == "paid"


async def test_a_refused_payment_fails_and_gives_its_coupon_back(sari: Account, qris: FakeProvider) -> None:
    await Coupon.create_coupon("HEMAT", percent=10, most_uses=1)
    qris.refuses = True
    with pytest.raises(ProviderRefused):
        await ordering.open_order(sari, "pro", 1, qris, BUYER, coupon="hemat")
    assert (await Order.get(account_id=sari.id)).state == "failed"
    assert (await Coupon.get(code="HEMAT")).used == 0


async def test_sending_the_form_twice_opens_one_order(sari: Account, qris: FakeProvider) -> None:
    id = uuid4()
    opening = (ordering.open_order(sari, "pro", 1, qris, BUYER, id=id) for _ in range(5))
    orders = await asyncio.gather(*opening)
    orders.append(await ordering.open_order(sari, "pro", 1, qris, BUYER, id=id))
    assert len({order.reference for order in orders}) == 1 == len(qris.payments)


async def test_the_number_of_an_order_of_another_account_opens_nothing(
    sari: Account, budi: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    with pytest.raises(NotFound):
        await ordering.open_order(budi, "pro", 1, qris, BUYER, id=order.id)


async def test_a_plan_without_a_price_is_not_for_sale(sari: Account, qris: FakeProvider) -> None:
    for plan, months in (("free", 1), ("pro", 2), ("guest", 1), ("nothing", 1)):
        with pytest.raises(NotForSale):
            await opened(sari, qris, plan, months)


async def test_an_account_has_a_limited_number_of_open_orders(sari: Account, qris: FakeProvider) -> None:
    for _ in range(ordering.MOST_OPEN):
        last = await opened(sari, qris)
    with pytest.raises(ordering.TooManyOpenOrders):
        await opened(sari, qris)
    await ordering.cancel_order(last)
    assert (await opened(sari, qris)).open


async def test_a_coupon_that_pays_all_completes_the_order_without_a_provider(sari: Account, qris: FakeProvider) -> None:
    await Coupon.create_coupon("GRATIS", percent=100)
    order = await ordering.open_order(sari, "starter", 1, qris, BUYER, coupon="Gratis")
    assert (order.state, order.total, order.provider, qris.payments) == ("completed", 0, ordering.FREE, {})
    assert (await Account.get(id=sari.id)).plan_name == "starter"
    with pytest.raises(CouponUsedUp):
        await ordering.open_order(sari, "starter", 1, qris, BUYER, coupon="GRATIS")


async def test_a_refund_of_all_takes_the_plan_back_and_is_never_more_than_was_paid(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    await note_refund(order, 50_000, "half")
    assert (await Account.get(id=sari.id)).plan_name == "pro"
    with pytest.raises(RefundTooLarge):
        await note_refund(order, 29_017)
    await note_refund(order, 29_016)
    assert (await Order.get(id=order.id)).state == "refunded"
    assert (await Account.get(id=sari.id)).plan_name == "free"


async def test_a_refund_that_operator_and_provider_report_is_noted_once(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    await note_refund(order, 10_000)
    qris.pay(order.reference, state=PaymentState.REFUNDED)
    for event in ("a", "a", "b"):
        await receive_notification(qris, *qris.message(order.reference, event))
    order = await Order.get(id=order.id)
    assert (order.state, order.refunded) == ("refunded", 79_016)
    assert [refund.amount for refund in await Refund.all().order_by("id")] == [10_000, 69_016]
    assert (await Account.get(id=sari.id)).plan_name == "free"


async def test_an_order_that_is_paid_after_the_workspace_was_deleted_is_for_the_operator(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await world.erase(sari)
    await transitions.apply_snapshot(await Order.get(id=order.id), qris.pay(order.reference))
    order = await Order.get(id=order.id)
    assert (order.state, order.attention, order.account_id) == ("paid", NO_ACCOUNT, None)
    assert (order.buyer_name, order.buyer_email, order.secret, order.qr_text) == ("", "", "", "")


async def test_orders_are_found_through_their_owner(sari: Account, budi: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    assert (await ordering.find_order(sari, order.reference)).id == order.id
    with pytest.raises(NotFound):
        await ordering.find_order(budi, order.reference)


def test_references_are_ulids_in_the_order_of_time(moved: Clock) -> None:
    first = new_reference()
    moved.on(timedelta(milliseconds=2))
    assert first < new_reference() and len({new_reference() for _ in range(100)}) == 100
