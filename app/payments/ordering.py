"""Opens, cancels and lists orders.

The row of an order, with its reference, is committed before its provider is called. If the process dies or the provider
does not answer, the order is there, and the sweep (order_checks.py) asks the provider what became of it.
"""

from __future__ import annotations

import base64
from datetime import timedelta
from uuid import UUID, uuid4

import structlog

from app.accounts.models import Account
from app.kernel import clock, encryption
from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.payments import catalogue, event_log, order_checks
from app.payments.buyer import Buyer
from app.payments.catalogue import Quote
from app.payments.charges import charge_of
from app.payments.coupon import Coupon
from app.payments.order import Order, new_reference, secret_purpose
from app.payments.order_coupon import release_coupon
from app.payments.order_state import LATE, OPEN, OrderState
from app.payments.payment_event import Origin, Outcome
from app.payments.providers.provider import (
    Checkout,
    PaymentState,
    Provider,
    ProviderDown,
    ProviderError,
    ProviderRefused,
    Snapshot,
)
from app.payments.transitions import apply_snapshot, move_order
from app.plans import quota

LONGEST = timedelta(days=90)  # that a payment is waited for, whatever a service says
MOST_OPEN, FIRST_CHECK, UNANSWERED_KEPT = 10, timedelta(minutes=1), timedelta(hours=1)
FREE = "coupon"  # the provider of orders that a coupon pays in full
CANCELLABLE = frozenset({OrderState.CREATED, OrderState.PENDING})
log = structlog.get_logger()


class TooManyOpenOrders(Refusal):
    """The account has as many unpaid orders as it may have. Facts: most."""

    code, says = "TOO_MANY_ORDERS", N_("%(most)s orders wait for a payment. Pay or cancel one of them first.")


class NoAccountForPlan(Refusal):
    """A guest cannot buy a plan."""

    code, says = "ACCOUNT_NEEDED", N_("Sign up first: a plan belongs to a workspace.")


class CannotCancel(Refusal):
    """The order is paid, its payment was seen, or it has ended."""

    code, says = "ORDER_NOT_OPEN", N_("This order can no longer be cancelled.")


async def open_order(
    account: Account, plan: str, months: int, provider: Provider, buyer: Buyer, *, coupon: str = "",
    id: UUID | None = None,
) -> Order:  # fmt: skip
    """Opens an order and its payment at a provider; returns it with what the buyer needs to pay.

    `id` comes from the form, so that sending it twice opens one order. An order that a coupon pays in full is completed
    at once. Raises: NotForSale, RateOutdated, AmountOutOfRange, UnknownCoupon, CouponUsedUp, TooManyOpenOrders,
    NoAccountForPlan; ProviderDown (the order is kept), ProviderRefused.
    """
    if account.guest:
        raise NoAccountForPlan(field="plan")
    if id is not None and (known := await _known(account, id)):
        return known
    used_coupon = await Coupon.find(coupon) if coupon.strip() else None
    return await _open(account, catalogue.quote_for(provider, plan, months, used_coupon), provider, buyer, id)


async def open_credits_order(
    account: Account, rupiah: int, provider: Provider, buyer: Buyer, *, id: UUID | None = None
) -> Order:
    """Opens an order of so many rupiah of credits for AI models, and its payment at a provider.

    `id` is as in `open_order`. Raises: CreditsOutOfRange, RateOutdated, AmountOutOfRange, TooManyOpenOrders,
    NoAccountForPlan; ProviderDown (the order is kept), ProviderRefused.
    """
    if account.guest:
        raise NoAccountForPlan(field="sum")
    if id is not None and (known := await _known(account, id)):
        return known
    return await _open(account, catalogue.quote_credits_for(provider, rupiah), provider, buyer, id)


async def open_same_order(order: Order, account: Account, provider: Provider, buyer: Buyer, id: UUID) -> Order:
    """Opens an order of what another one buys. Raises: what `open_order` or `open_credits_order` raises."""
    if order.credits:
        return await open_credits_order(account, order.credits, provider, buyer, id=id)
    return await open_order(account, order.plan, order.months, provider, buyer, coupon=order.coupon_code, id=id)


async def _open(account: Account, offer: Quote, provider: Provider, buyer: Buyer, id: UUID | None) -> Order:
    """Stores an order of an offer, and opens its payment unless it costs nothing."""
    order, new = await _store(account, offer, provider, buyer, id or uuid4())
    if not new:
        return order
    if order.total == 0:
        return await Order.get(id=order.id)
    return await _begin_payment(order, provider)


async def cancel_order(order: Order, provider: Provider | None = None) -> None:
    """Cancels an order for its buyer, and at its provider where that can be done. Raises: CannotCancel."""
    async with transaction():
        if not await move_order(order, OrderState.CANCELLED, CANCELLABLE):
            raise CannotCancel
        snapshot = Snapshot(PaymentState.CANCELLED, order.provider_ref)
        event = await event_log.insert_event(order, snapshot, Origin.BUYER, f"cancel {order.reference}", trusted=True)
        if event:
            await event_log.set_outcome(event, Outcome.APPLIED)
    if provider and provider.abilities.cancel and order.provider_ref:
        try:
            await provider.cancel(charge_of(order))
        except (ProviderError, encryption.Undecipherable) as error:
            log.warning("payment_not_cancelled", order=order.reference, problem=type(error).__name__)


async def free_coupon(order: Order) -> None:
    """Gives the coupon of an order whose time is over back now, because its buyer orders again."""
    if order.state in LATE or (order.open and order.expires_at is not None and order.expires_at < clock.now()):
        async with transaction():
            await release_coupon(order)


async def find_order(account: Account, reference: str) -> Order:
    """Returns an order of an account. Raises: NotFound, also for one of another account."""
    order = await Order.by_reference(reference, account_id=account.id)
    if order is None:
        raise NotFound
    return order


async def _known(account: Account, id: UUID) -> Order | None:
    """Returns the order that a form opened before; None if it did not. Raises: NotFound for one of another account."""
    order = await Order.get_or_none(id=id)
    if order is not None and order.account_id != account.id:
        raise NotFound
    return order


async def _store(account: Account, offer: Quote, provider: Provider, buyer: Buyer, id: UUID) -> tuple[Order, bool]:
    """Stores an order that its provider does not know yet, with a use of its coupon, and whether it is new."""
    now = clock.now()
    async with transaction():
        await quota.lock_for_more(account)
        if known := await _known(account, id):
            return known, False
        if await Order.owned_by(account).filter(state__in=list(OPEN)).count() >= MOST_OPEN:
            raise TooManyOpenOrders(most=MOST_OPEN)
        if offer.coupon:
            await offer.coupon.take()
        order = await Order.create(
            id=id, reference=new_reference(), account_id=account.id, plan=offer.plan, months=offer.months,
            credits=offer.credits, provider=provider.code if offer.total else FREE, kind=provider.kind.value,
            state=OrderState.CREATED,
            currency=offer.currency, price=offer.price, discount=offer.discount, tax=offer.tax,
            tax_name=offer.tax_name, tax_rate=offer.tax_rate, total=offer.total, price_rupiah=offer.price_rupiah,
            total_rupiah=offer.total_rupiah, rate=offer.rate, rate_day=offer.rate_day,
            coupon_id=offer.coupon.id if offer.coupon else None, coupon_code=offer.coupon.code if offer.coupon else "",
            buyer_name=buyer.name, buyer_email=buyer.email, buyer_address=buyer.address, buyer_tax_id=buyer.tax_id,
            expires_at=now + UNANSWERED_KEPT, check_at=now + FIRST_CHECK, created_at=now,
        )  # fmt: skip
        await (order_checks.plan_first_check(order) if order.total else _complete_free(order))
    return order, True


async def _complete_free(order: Order) -> None:
    """Completes an order that costs nothing in the transaction that stores it: no provider would ever be asked."""
    await apply_snapshot(order, Snapshot(PaymentState.COMPLETED, "", 0, order.currency), Origin.CLOCK)


async def _begin_payment(order: Order, provider: Provider) -> Order:
    """Opens the payment at the provider. Raises: ProviderDown, ProviderRefused."""
    try:
        checkout = await provider.create(charge_of(order))
    except ProviderDown:
        log.warning("payment_unanswered", order=order.reference, provider=provider.code)
        raise
    except ProviderRefused as refusal:
        log.warning("payment_refused", order=order.reference, provider=provider.code, faults=refusal.facts)
        await apply_snapshot(order, Snapshot(PaymentState.FAILED, ""))
        raise
    await _store_checkout(order, checkout)
    return await Order.get(id=order.id)


async def _store_checkout(order: Order, checkout: Checkout) -> None:
    """Stores what the provider answered; an order that changed meanwhile keeps its state."""
    image = base64.b64encode(checkout.qr_image).decode()
    secret = encryption.encrypt(checkout.secret, secret_purpose(order.reference)) if checkout.secret else ""
    async with transaction():
        await Order.filter(id=order.id, provider_ref="").update(
            kind=checkout.kind.value, provider_ref=checkout.provider_ref[:120], pay_amount=checkout.pay_amount,
            expires_at=min(checkout.expires_at, clock.now() + LONGEST), secret=secret, qr_text=checkout.qr_text,
            qr_image=image, pay_url=checkout.url, instructions=checkout.instructions, coins=checkout.coins,
        )  # fmt: skip
        await apply_snapshot(order, Snapshot(PaymentState.PENDING, checkout.provider_ref, currency=order.currency))
