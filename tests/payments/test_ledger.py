"""The ledger: whatever happens in whatever order, each payment is credited once and the sums agree."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.mail.models import OutgoingEmail
from app.payments import emails, ledger_reconciliation, ordering, plan_jobs
from app.payments.coupon import Coupon
from app.payments.notifications import receive_notification
from app.payments.order import Order
from app.payments.order_checks import check_order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import UPGRADED, PlanPeriod
from app.payments.providers.provider import CheckoutKind, ForgedNotification, PaymentState
from app.payments.purchase_effect import extra_days_of, period_in_force, slot_of
from app.payments.receipt import Receipt, ReceiptCounter
from app.payments.refund import Refund
from app.payments.refunds import RefundTooLarge, note_refund, pay_back_underpaid
from app.plans.plan_limits import rank_of
from tests import world
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider, connected

BEGIN, HEALTH = datetime(2026, 11, 3, 5, tzinfo=UTC), list(HealthCheck)
NUMBERS = st.integers(0, 9)
STEPS = st.one_of(
    st.tuples(st.just("open"), st.sampled_from(["starter", "pro", "business"]), st.sampled_from([1, 3, 12])),
    st.tuples(st.just("open lost"), st.sampled_from(["starter", "pro"]), st.just(1)),
    st.tuples(st.just("pay"), NUMBERS, st.sampled_from(["all", "all", "more", "less"])),
    st.tuples(st.just("pay"), NUMBERS, st.just("all")),
    st.tuples(st.just("settle"), NUMBERS),
    st.tuples(st.just("expire"), NUMBERS),
    st.tuples(st.just("deliver"), NUMBERS),
    st.tuples(st.just("deliver"), NUMBERS),
    st.tuples(st.just("forge"), NUMBERS),
    st.tuples(st.just("poll"), NUMBERS),
    st.tuples(st.just("cancel"), NUMBERS),
    st.tuples(st.just("refund"), NUMBERS, st.sampled_from([1, 10_000, 29_016, 60_000, 79_016, 249_000])),
    st.tuples(st.just("pay back"), NUMBERS),
    st.tuples(st.just("refund all"), NUMBERS),
    st.tuples(st.just("crash"), NUMBERS),
    st.tuples(st.just("wait"), st.sampled_from([1, 70, 60 * 24 * 2, 60 * 24 * 40])),
    st.just(("plans",)),
)
PAID_STATES = {PaymentState.PAID, PaymentState.COMPLETED}


class Crash(Exception):
    """The process dies inside the transaction."""


ENDS = {"expired", "cancelled", "failed", "underpaid"}
FOLLOWING = {  # as payments.md says, with what is skipped when an answer comes late
    "created": {"pending", "detected", "paid", "completed", *ENDS, "refunded"},
    "pending": {"detected", "paid", "completed", *ENDS, "refunded"},
    "detected": {"paid", "completed", *ENDS, "refunded"},
    "expired": {"underpaid", "paid", "completed", "refunded"},
    "failed": {"paid", "completed", "refunded"},
    "underpaid": {"paid", "completed", "refunded"},
    "paid": {"completed", "refunded"},
    "completed": set(),
    "cancelled": set(),
    "refunded": set(),
}


class World:
    """An account, two providers, the notifications that they sent, and the states of the orders that were seen."""

    def __init__(self, account: Account, moved: Clock) -> None:
        self.account, self.moved = account, moved
        self.qris = FakeProvider()
        self.crypto = FakeProvider(code="crypto", kind=CheckoutKind.REDIRECT, digits=0, trusted=False)
        self.sent: list[tuple[FakeProvider, dict[str, str], bytes]] = []
        self.seen: dict[str, str] = {}

    async def step(self, action: str, *values: Any) -> None:
        """Does one thing, and checks that every state may follow on the one before."""
        await getattr(self, "do_" + action.replace(" ", "_"))(*values)
        for order in await Order.all():
            before = self.seen.get(order.reference, "created")
            assert order.state == before or order.state in FOLLOWING[before], f"{before} became {order.state}"
            assert order.refunded <= (order.paid_amount or 0)
            self.seen[order.reference] = order.state

    def provider_of(self, number: int) -> tuple[FakeProvider, str] | None:
        payments = [(each, reference) for each in (self.qris, self.crypto) for reference in each.payments]
        return payments[number % len(payments)] if payments else None

    async def order_of(self, number: int) -> Order | None:
        orders = await Order.all().order_by("created_at", "reference")
        return orders[number % len(orders)] if orders else None

    def announce(self, provider: FakeProvider, reference: str) -> None:
        self.sent.append((provider, *provider.message(reference, f"event-{len(self.sent)}")))

    async def do_open(self, plan: str, months: int) -> None:
        provider = (self.qris, self.crypto)[len(self.seen) % 2]
        with suppress(Refusal):
            await ordering.open_order(self.account, plan, months, provider, BUYER, coupon="HEMAT")
            return
        with suppress(Refusal):
            await ordering.open_order(self.account, plan, months, provider, BUYER)

    async def do_open_lost(self, plan: str, months: int) -> None:
        self.qris.lose_answer = True
        with suppress(Refusal):
            await ordering.open_order(self.account, plan, months, self.qris, BUYER)
        self.qris.lose_answer = False

    async def do_pay(self, number: int, how: str) -> None:
        if found := self.provider_of(number):
            provider, reference = found
            payment = provider.payments[reference]
            if payment.state in PAID_STATES:
                return
            less = provider is self.crypto and how == "less"
            amount = payment.charge.amount - 1_000 if less else payment.pay_amount + (500 if how == "more" else 0)
            provider.pay(reference, amount, PaymentState.UNDERPAID if less else PaymentState.PAID)
            self.announce(provider, reference)

    async def do_settle(self, number: int) -> None:
        found = self.provider_of(number)
        if found and found[0].payments[found[1]].state is PaymentState.PAID:
            found[0].payments[found[1]].state = PaymentState.COMPLETED
            self.announce(*found)

    async def do_expire(self, number: int) -> None:
        if found := self.provider_of(number):
            found[0].expire(found[1])
            self.announce(*found)

    async def do_deliver(self, number: int) -> None:
        """Delivers any notification that was sent: late, twice, in another order, or never."""
        if self.sent:
            await receive_notification(*self.sent[number % len(self.sent)])

    async def do_forge(self, number: int) -> None:
        if found := self.provider_of(number):
            provider, reference = found
            headers, _ = provider.message(reference, "forged")
            _, body = provider.message(reference, "forged", state="paid", paid=10**9)
            with pytest.raises(ForgedNotification):
                await receive_notification(provider, headers, body)

    async def do_poll(self, number: int) -> None:
        if order := await self.order_of(number):
            await check_order(order)

    async def do_cancel(self, number: int) -> None:
        if order := await self.order_of(number):
            with suppress(ordering.CannotCancel):
                await ordering.cancel_order(order)

    async def do_refund(self, number: int, amount: int) -> None:
        if order := await self.order_of(number):
            with suppress(Refusal):
                await note_refund(order, amount)

    async def do_pay_back(self, number: int) -> None:
        """The operator pays back what came of an underpaid order."""
        if (order := await self.order_of(number)) and order.state == "underpaid":
            await pay_back_underpaid(order, order.paid_amount or 0)
            with pytest.raises(RefundTooLarge):
                await pay_back_underpaid(order, 1)

    async def do_refund_all(self, number: int) -> None:
        if order := await self.order_of(number):
            with suppress(Refusal):
                await note_refund(order, (order.paid_amount or 0) - order.refunded)

    async def do_crash(self, number: int) -> None:
        """The process dies at the end of the transaction that an answer of the provider began."""
        order = await self.order_of(number)
        if order is None:
            return

        async def crash(*_: Any) -> None:
            raise Crash

        with pytest.MonkeyPatch.context() as patch, suppress(Crash):
            patch.setattr(emails, "send_receipt", crash)
            await check_order(order)

    async def do_wait(self, minutes: int) -> None:
        self.moved.on(timedelta(minutes=minutes))

    async def do_plans(self) -> None:
        await plan_jobs.change_plans()
        await plan_jobs.send_reminders()

    async def check(self) -> None:
        """Asks the providers a last time and compares the ledger with theirs."""
        for order in await Order.all():
            await check_order(order)
        await plan_jobs.change_plans()
        for order in await Order.exclude(state="created"):
            applied = PaymentEvent.filter(order_id=order.id, state=order.state, outcome="applied")
            heard = [(each.origin, each.state, each.outcome) for each in await PaymentEvent.filter(order_id=order.id)]
            assert await applied.exists(), f"{order.reference} is {order.state} without an event: {heard}"
        await self.check_credits()
        await self.check_sums()
        await self.check_plan()

    async def check_credits(self) -> None:
        """Each payment at a provider is one paid order with one period and one receipt, and there are no others."""
        by_reference = {order.reference: order for order in await Order.all()}
        booked = [order for order in by_reference.values() if order.paid_at is not None]
        paid = 0
        for provider in (self.qris, self.crypto):
            for reference, payment in provider.payments.items():
                order = by_reference[reference]
                copies = [each for each in booked if each.copy_key == f"late {reference}"]
                complete = payment.state in PAID_STATES and (payment.paid or 0) >= order.total
                paid += complete
                credited = [order] * (order.paid_at is not None) + copies
                assert len(credited) == complete, f"{reference}: {payment.state}, {order.state}, {len(copies)} copies"
                assert all(each.paid_amount == payment.paid for each in credited)
        free = sum(order.total == 0 for order in booked)
        assert len(booked) == paid + free
        for model in (PlanPeriod, Receipt):
            ids = [row.order_id for row in await model.all()]
            assert sorted(ids) == sorted(order.id for order in booked), model.__name__

    async def check_sums(self) -> None:
        """Receipts without refunds are orders and the providers' statements; the numbers have no gap."""
        statements = sum(
            payment.paid or 0
            for provider in (self.qris, self.crypto)
            for payment in provider.payments.values()
            if payment.state in PAID_STATES
        )
        receipts = await Receipt.all().order_by("year", "number")
        assert sum(receipt.amount for receipt in receipts) == statements
        assert sum(sums.reports for sums in await ledger_reconciliation.reconcile()) == statements
        back = [order for order in await Order.filter(state="refunded") if order.paid_at is None]
        assert all(order.refunded == order.paid_amount for order in back)
        assert await Refund.filter(order_id__in=[order.id for order in back]).count() == len(back)
        assert not await Receipt.filter(order_id__in=[order.id for order in back]).exists()
        assert all(sums.agrees for sums in await ledger_reconciliation.reconcile())
        for year in {receipt.year for receipt in receipts}:
            numbers = [receipt.number for receipt in receipts if receipt.year == year]
            assert numbers == list(range(1, len(numbers) + 1))
        coupon = await Coupon.get(code="HEMAT")
        assert not await Order.filter(state__in=["created", "pending"]).exclude(coupon_released_at=None).exists()
        holding = Order.filter(coupon_id=coupon.id, coupon_released_at=None)
        paid = Order.filter(coupon_id=coupon.id, paid_at__not_isnull=True)
        assert coupon.used == await holding.count() <= coupon.most_uses
        for order in await paid.exclude(coupon_released_at=None):
            period = await PlanPeriod.get(order_id=order.id).select_related("order")
            whole = slot_of(period).days - period.extra_days
            bought = whole + period.extra_days - extra_days_of(period, period.credit_received)
            assert bought <= max(whole * order.total_rupiah // order.price_rupiah, 1), "no discount without a use"

    async def check_plan(self) -> None:
        """The periods follow one another, larger plans first, and the account has the plan of the one in force."""
        kept = await PlanPeriod.unreplaced_of(self.account.id)
        for before, after in pairwise(kept):
            assert before.ends_at <= after.begins_at < after.ends_at
            assert rank_of(before.plan) >= rank_of(after.plan) or before.ends_at < self.moved.now
        for period in await PlanPeriod.filter(account_id=self.account.id).select_related("order"):
            credits = PlanPeriod.filter(replaced_by=period.id, replaced_why=UPGRADED)
            credited = sum([each.credit for each in await credits])
            assert 0 <= period.credit_received <= credited + 2 * await credits.count(), (
                "days of what was paid back are gone"
            )
            assert period.extra_days <= extra_days_of(period, period.credit_received) or period.replaced_at
        account, in_force = await Account.get(id=self.account.id), period_in_force(kept, self.moved.now)
        assert account.plan_name == (in_force.plan if in_force else "free")


async def run_steps(moved: Clock, steps: list[tuple[Any, ...]]) -> None:
    """Begins with an empty ledger, does the steps and checks it."""
    for model in (Refund, Receipt, ReceiptCounter, PlanPeriod, PaymentEvent, Order, Coupon, OutgoingEmail):
        await model.all().delete()
    moved.to(BEGIN)
    [account] = await world.crowd(1)
    await Coupon.create_coupon("HEMAT", percent=10, most_uses=2)
    case = World(account, moved)
    with connected(case.qris, case.crypto):
        for step in steps:
            await case.step(*step)
        await case.check()


async def test_any_order_of_events_credits_each_payment_once(database: str, moved: Clock) -> None:
    loop = asyncio.get_running_loop()

    def wait(work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, loop).result()

    @settings(max_examples=40, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(STEPS, min_size=10, max_size=40))
    def explore(steps: list[tuple[Any, ...]]) -> None:
        wait(run_steps(moved, steps))

    await asyncio.to_thread(explore)
