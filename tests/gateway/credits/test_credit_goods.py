"""Orders of credits: what is paid is booked once and exactly, and what is paid back is taken back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.gateway.credits import credit_goods
from app.gateway.credits.credit_goods import CreditsUsedUp, RefundTooLate, refundable_of
from app.gateway.metering.balance import MICRO, PLAN, AiBalance, AiLedgerEntry
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.reconciliation import read_books
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.gateway.upstreams.usage import Usage
from app.kernel.refusal import Refusal
from app.mail.models import OutgoingEmail
from app.payments import operator_calendar, ordering, transitions
from app.payments.catalogue import CreditsOutOfRange
from app.payments.exchange_rate import DOLLAR, Rate, store_rate
from app.payments.ledger_reconciliation import reconcile
from app.payments.notifications import receive_notification
from app.payments.order import PAID_LATE, PAID_TWICE, Order
from app.payments.order_checks import check_order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers.provider import CheckoutKind, PaymentState, Snapshot
from app.payments.receipt import Receipt
from app.payments.refunds import note_refund
from app.payments.webhook_data import OrderData
from tests.conftest import Clock
from tests.gateway.metering.calls import call_of, used
from tests.payments.fake_provider import BUYER, FakeProvider, connected

SUM = 100_000


async def opened(account: Account, provider: FakeProvider, rupiah: int = SUM) -> Order:
    return await ordering.open_credits_order(account, rupiah, provider, BUYER)


async def bought(account: Account, provider: FakeProvider, rupiah: int = SUM) -> Order:
    order = await opened(account, provider, rupiah)
    await transitions.apply_snapshot(order, provider.pay(order.reference))
    return await Order.get(id=order.id)


async def credits_of(account: Account) -> int:
    """The micro-rupiah that were bought and are left; what the ledger says must be the same."""
    balance = await AiBalance.of(account)
    assert all(books.agree for books in await read_books(account))
    return int(balance.bought)


@pytest.mark.parametrize("events", [1, 200])
async def test_200_notifications_of_one_payment_at_once_add_its_credits_once(
    sari: Account, qris: FakeProvider, events: int
) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    messages = [qris.message(order.reference, f"event-{number % events}") for number in range(200)]

    outcomes = await asyncio.gather(*(receive_notification(qris, *message) for message in messages))

    assert outcomes.count(Outcome.APPLIED) == 1
    assert await PaymentEvent.filter(origin="notification").count() == events
    assert await credits_of(sari) == SUM * MICRO
    assert [await model.all().count() for model in (AiLedgerEntry, Receipt, PlanPeriod)] == [1, 1, 0]
    assert await OutgoingEmail.filter(kind="payments").count() == 1


async def test_polls_notifications_and_a_cancellation_at_once_add_credits_once(
    sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    qris.pay(order.reference)
    message = qris.message(order.reference, "event")
    work = [check_order(order) for _ in range(20)] + [receive_notification(qris, *message) for _ in range(20)]
    await asyncio.gather(ordering.cancel_order(order), *work, return_exceptions=True)
    assert await credits_of(sari) == SUM * MICRO


async def test_the_credits_are_those_of_the_order_without_the_digits_that_tell_payments_apart(
    sari: Account, qris: FakeProvider
) -> None:
    order = await bought(sari, qris)
    assert (order.plan, order.months, order.credits) == ("", 0, SUM)
    assert (order.price_rupiah, order.total, order.paid_amount) == (SUM, SUM, SUM + 16)
    assert await credits_of(sari) == SUM * MICRO
    entry = await AiLedgerEntry.get()
    assert (entry.kind, entry.cause) == ("purchase", f"order {order.reference}")


async def test_a_payment_that_comes_late_adds_its_credits_and_tells_the_operator(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(hours=2))
    await check_order(order)
    assert (await Order.get(id=order.id)).state == "expired" and await credits_of(sari) == 0
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    late = await Order.get(id=order.id)
    assert (late.state, late.attention) == ("paid", PAID_LATE)
    assert await credits_of(sari) == SUM * MICRO


async def test_a_payment_of_a_cancelled_order_is_booked_as_an_order_of_as_many_credits(
    sari: Account, crypto: FakeProvider
) -> None:
    order = await opened(sari, crypto)
    await ordering.cancel_order(order)
    await transitions.apply_snapshot(order, crypto.pay(order.reference))
    copy = await Order.get(copy_key=f"late {order.reference}")
    assert (copy.credits, copy.state) == (SUM, "paid")
    assert await credits_of(sari) == SUM * MICRO


async def test_a_second_payment_adds_the_credits_once_more_and_the_same_one_only_once(
    sari: Account, qris: FakeProvider
) -> None:
    order = await bought(sari, qris)
    again = Snapshot(PaymentState.PAID, "another", SUM + 16, "IDR")
    await transitions.apply_snapshot(order, again)
    assert (await Order.get(id=order.id)).attention == PAID_TWICE
    for _ in range(2):
        await transitions.book_second_payment(order, "another", SUM + 16)
    assert await credits_of(sari) == 2 * SUM * MICRO


async def test_too_little_money_adds_no_credits(sari: Account, crypto: FakeProvider) -> None:
    order = await opened(sari, crypto)
    await transitions.apply_snapshot(order, crypto.pay(order.reference, amount=SUM - 1))
    assert (await Order.get(id=order.id)).state == "underpaid"
    assert await credits_of(sari) == 0


async def test_a_refund_of_a_part_takes_back_that_part_and_one_of_the_rest_all_of_it(
    sari: Account, qris: FakeProvider
) -> None:
    order = await bought(sari, qris)
    await note_refund(order, 33_333)
    assert await credits_of(sari) == SUM * MICRO + -SUM * MICRO * 33_333 // (SUM + 16)
    await note_refund(order, SUM + 16 - 33_333)
    assert await credits_of(sari) == 0
    assert [(each.refunds, each.agrees) for each in await reconcile()] == [(SUM + 16, True)]


async def test_the_same_refund_form_sent_by_many_at_once_takes_credits_back_once(
    sari: Account, qris: FakeProvider
) -> None:
    order, once = await bought(sari, qris), "5b0c8a6e-8a3f-4f0e-9d4e-0f5d5d2f6d11"
    await asyncio.gather(*(note_refund(order, SUM + 16, once=once) for _ in range(20)))
    assert await credits_of(sari) == 0
    assert await AiLedgerEntry.filter(kind="paid_back").count() == 1


async def test_only_what_is_unused_is_paid_back_and_the_plans_credits_never_are(
    sari: Account, crypto: FakeProvider
) -> None:
    order = await bought(sari, crypto, 10_000)
    await add_entry(sari.id, PLAN, 5_000 * MICRO, "plan")
    await AiBalance.filter(account_id=sari.id).update(bought=4_000 * MICRO)  # as after much use

    rest = await refundable_of(order)
    assert rest is not None and rest.amount == 4_000
    with pytest.raises(CreditsUsedUp) as refusal:
        await note_refund(order, 4_001)
    assert refusal.value.facts == {"most": "Rp4.000"}
    assert (await Order.get(id=order.id)).refunded == 0

    await note_refund(order, 4_000)
    assert (await AiBalance.of(sari)).bought == 0


async def test_what_requests_under_way_reserved_is_not_paid_back(sari: Account, crypto: FakeProvider) -> None:
    order = await bought(sari, crypto, 10_000)
    await reserve(call_of(sari))
    with pytest.raises(CreditsUsedUp):
        await note_refund(order, 10_000)
    await note_refund(order, 9_999)


async def test_after_14_days_a_refund_is_noted_only_by_who_is_sure(
    sari: Account, crypto: FakeProvider, moved: Clock
) -> None:
    order = await bought(sari, crypto)
    moved.on(timedelta(days=14, seconds=1))
    with pytest.raises(RefundTooLate):
        await note_refund(order, 1_000)
    await note_refund(order, 1_000, anyway=True)
    assert await credits_of(sari) == 99_000 * MICRO


async def test_a_payment_that_its_service_takes_back_takes_the_credits_although_they_are_used(
    sari: Account, crypto: FakeProvider
) -> None:
    order = await bought(sari, crypto, 10_000)
    reservation = await reserve(call_of(sari))
    await settle(reservation, used(100, 450))
    await transitions.apply_snapshot(order, crypto.pay(order.reference, state=PaymentState.REFUNDED))
    left = await credits_of(sari)
    assert left == -10_000  # micro-rupiah that were used, and are owed


async def test_a_paid_order_of_a_deleted_account_is_for_the_operator(sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await Order.filter(id=order.id).update(account_id=None)
    await transitions.apply_snapshot(await Order.get(id=order.id), qris.pay(order.reference))
    assert (await Order.get(id=order.id)).attention == "no_account"
    assert not await AiLedgerEntry.all().exists()


@pytest.mark.parametrize("rupiah", [0, 9_999, 20_000_001])
async def test_only_sums_within_the_operators_bounds_are_sold(sari: Account, qris: FakeProvider, rupiah: int) -> None:
    with pytest.raises(CreditsOutOfRange):
        await opened(sari, qris, rupiah)
    assert not await Order.all().exists()


@pytest.mark.parametrize("module", ["app.lifespan", "app.ops.payment_commands"])
def test_every_process_that_hears_of_payments_can_deliver_credits(module: str) -> None:
    code = f"import {module}; from app.payments import goods; from app.payments.order import Order; \
print(type(goods.goods_of(Order(credits=1))).__name__)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == credit_goods.CreditGoods.__name__


async def test_refunds_and_requests_at_once_never_take_more_than_there_is(sari: Account, crypto: FakeProvider) -> None:
    order = await bought(sari, crypto, 10_000)
    call = Usage(input=0, output=100_000_000)  # Rp2,000
    refunds = [note_refund(order, 1_500) for _ in range(10)]
    requests = [reserve(call_of(sari, most=call)) for _ in range(10)]
    outcomes = await asyncio.gather(*refunds, *requests, return_exceptions=True)
    unforeseen = [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, Refusal)]
    assert not unforeseen
    balance = await AiBalance.of(sari)
    assert balance.available >= 0 and balance.reserved + (await Order.get(id=order.id)).refunded * MICRO <= 10**10
    assert all(books.agree for books in await read_books(sari))


async def test_credits_that_are_paid_in_dollars_are_rupiah_at_the_rate_of_the_day_and_are_paid_back_as_exactly(
    sari: Account,
) -> None:
    await store_rate(DOLLAR, Rate(16_250, operator_calendar.today()))
    provider = FakeProvider(code="coins", kind=CheckoutKind.REDIRECT, digits=0, currencies=("USD",))
    with connected(provider):
        order = await bought(sari, provider)
        assert (order.currency, order.total, order.price_rupiah, order.rate) == ("USD", 616, SUM, 16_250)
        assert await credits_of(sari) == SUM * MICRO
        rest = await refundable_of(order)
        assert rest is not None and rest.amount == 616
        await note_refund(order, 1)
        assert await credits_of(sari) == SUM * MICRO - -(-SUM * MICRO // 616)
        await note_refund(order, 615)
        assert await credits_of(sari) == 0


async def test_webhooks_say_how_many_credits_an_order_buys(sari: Account, qris: FakeProvider) -> None:
    data = OrderData.of(await bought(sari, qris))
    assert (data["plan"], data["months"], data["credits"], data["state"]) == ("", 0, SUM, "paid")
