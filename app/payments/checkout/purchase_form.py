"""The form that buys a plan: what was chosen, what it costs, and for which days it would last.

Values that make no sense become the defaults while somebody chooses; the form that buys refuses them.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.throttle import Throttle
from app.kernel.uuid_parser import parse_uuid
from app.payments import catalogue, ordering, receipts
from app.payments.buyer import Buyer
from app.payments.catalogue import NotForSale, Quote
from app.payments.checkout import order_qr_code, way_labels
from app.payments.coupon import Coupon
from app.payments.money import RUPIAH, format_money
from app.payments.order import Order
from app.payments.ordering import CannotCancel
from app.payments.providers import registry
from app.payments.providers.provider import Provider
from app.payments.purchase_effect import Purchase, preview_purchase
from app.plans.plan_limits import PLANS, Plan
from app.plans.prices import PERIODS, price_of

guesses = Throttle("guesses of coupons", 30, 60)
by_account = Throttle("orders by account", 30, 60)  # each one that is free mails a receipt to an address of any choice
BUYER_FIELDS = ("buyer_name", "buyer_email", "buyer_address", "buyer_tax_id")


class WayMissing(Refusal):
    """No way to pay was chosen, or one that is not offered."""

    code, field, says = "PAYMENT_WAY_MISSING", "provider", N_("Choose how you want to pay.")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: a plan that has a price, months of PERIODS, a provider that sells it (None: none does), and the
    coupon, which is None if none was entered or `refusal` says what is wrong with it.
    """

    plan: Plan
    months: int
    provider: Provider | None
    ways: tuple[Provider, ...]
    coupon: Coupon | None
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A plan for sale: its price for the chosen period, what single months would cost if that is more, else "", and
    whether the account has it.
    """

    plan: Plan
    price: str
    instead_of: str
    yours: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What a choice costs and brings: its quote, and what it would do."""

    quote: Quote
    purchase: Purchase

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The lines of the sum, the last of which is what has to be paid."""
        return _money_lines(self.quote)

    @property
    def tax(self) -> tuple[str, str] | None:
        """The line of the included tax."""
        return receipts.tax_label(self.quote.tax_name, self.quote.tax_rate, self.quote.tax, self.quote.currency)

    @property
    def first_day(self) -> str:
        """The first day of its period, in the account's time zone."""
        return i18n.format_day(self.purchase.slot.begins_at.astimezone(ZoneInfo(self.purchase.slot.zone)).date())

    @property
    def last_day(self) -> str:
        """The last day of its period."""
        return i18n.format_day(self.purchase.slot.last_day)

    @property
    def at_once(self) -> bool:
        """Whether the plan begins as soon as it is paid."""
        return self.purchase.slot.begins_at <= clock.now()


async def read_choice(values: Mapping[str, str], account: Account) -> Choice | None:
    """Returns what was chosen in a form or a query; None where nothing is sold."""
    plans = catalogue.plans_for_sale()
    ways = registry.configured()
    if not plans or not ways:
        return None
    by_name = {plan.name: plan for plan in plans}
    plan = by_name.get(values.get("plan", "")) or by_name.get(account.bought_plan) or plans[0]
    raw = values.get("months", "")
    months = int(raw) if raw in {str(period) for period in PERIODS} else PERIODS[0]
    coupon, refusal = await _find_coupon(values.get("coupon", ""), account)
    offered = tuple(way for way in ways if catalogue.is_offered(way, plan.name, months))
    chosen = [way for way in offered if way.code == values.get("provider")] or list(offered[:1])
    return Choice(plan, months, chosen[0] if chosen else None, offered, coupon, refusal)


async def summarize(choice: Choice, account: Account) -> Summary | None:
    """Returns what a choice costs and brings; None if no provider sells it. Raises: AmountOutOfRange."""
    if choice.provider is None:
        return None
    quote = catalogue.quote_for(choice.provider, choice.plan.name, choice.months, choice.coupon)
    return Summary(quote, await preview_purchase(account, choice.plan.name, choice.months))


def initial_buyer(user: User, account: Account, last: Order | None) -> dict[str, str]:
    """Returns the buyer's fields of the form as they are at first: those of the last order, else of the user."""
    if last:
        return {name: str(getattr(last, name)) for name in BUYER_FIELDS}
    buyer = Buyer.of_user(user, account)
    return dict(zip(BUYER_FIELDS, (buyer.name, buyer.email, buyer.address, buyer.tax_id), strict=True))


async def buy(values: Mapping[str, str], account: Account) -> Order:
    """Opens the order that a form describes, and its payment; a form that was sent before returns its order.

    Where the provider does not answer or refuses, the order is kept, and its page says so. Raises: WayMissing,
    NotForSale, UnknownCoupon, BuyerNameMissing, InvalidEmail, TooLong (several as Faults), and what
    `ordering.open_order` raises of orders.
    """
    id = parse_uuid(values.get("order", "")) or uuid4()
    async with kept_order(account, id) as kept:
        await order_qr_code.read_picture(await _buy_new(values, account, id))
    return await kept()


async def buy_again(order: Order, account: Account, raw_id: str) -> Order:
    """Opens an order with the content of another one, which is cancelled if its payment was never opened.

    Raises: WayMissing if its provider is gone, and what `ordering.open_order` raises of orders.
    """
    provider, id = way_labels.find_provider(order.provider), parse_uuid(raw_id) or uuid4()
    if provider is None:
        raise WayMissing
    if order.open and not order.provider_ref:
        with suppress(CannotCancel):
            await ordering.cancel_order(order, provider)
    await ordering.free_coupon(order)
    buyer = Buyer(order.buyer_name, order.buyer_email, order.buyer_address, order.buyer_tax_id)
    async with kept_order(account, id) as kept:
        await by_account.attempt(str(account.id))
        new = await ordering.open_same_order(order, account, provider, buyer, id)
        await order_qr_code.read_picture(new)
    return await kept()


@asynccontextmanager
async def kept_order(account: Account, id: UUID) -> AsyncGenerator[Callable[[], Awaitable[Order]]]:
    """Yields what returns the order with this id; a refusal of the block counts only if there is no such order."""
    order = Order.owned_by(account).filter(id=id)
    try:
        yield order.get
    except Refusal:
        if not await order.exists():
            raise


async def _buy_new(values: Mapping[str, str], account: Account, id: UUID) -> Order:
    """Checks a form, reports all faults at once, and opens its order, which is returned."""
    faults, code = Faults.gather(), values.get("coupon", "")
    for read in (_plan_of, read_way, read_buyer):
        with faults.catching():
            read(values)
    _coupon, refusal = await _find_coupon(code, account)
    faults.refusals += [refusal] if refusal else []
    faults.raise_if_any()
    plan, months = _plan_of(values)
    await by_account.attempt(str(account.id))
    return await ordering.open_order(account, plan, months, read_way(values), read_buyer(values), coupon=code, id=id)


def _plan_of(values: Mapping[str, str]) -> tuple[str, int]:
    """Returns the plan and the months of a form. Raises: NotForSale."""
    plan, months = PLANS.get(values.get("plan", "")), values.get("months", "")
    if plan is None or not price_of(plan) or months not in {str(period) for period in PERIODS}:
        raise NotForSale
    return plan.name, int(months)


def read_way(values: Mapping[str, str]) -> Provider:
    """Returns the provider of a form. Raises: WayMissing."""
    provider = way_labels.find_provider(values.get("provider", ""))
    if provider is None:
        raise WayMissing
    return provider


def read_buyer(values: Mapping[str, str]) -> Buyer:
    """Returns the buyer's details of a form. Raises: BuyerNameMissing, InvalidEmail, TooLong."""
    return Buyer.from_form(*(values.get(name, "") for name in BUYER_FIELDS))


async def _find_coupon(code: str, account: Account) -> tuple[Coupon | None, Refusal | None]:
    """Returns the coupon of a code, or why there is none; neither for an empty code. Wrong codes are counted."""
    if not code.strip():
        return None, None
    try:
        await guesses.attempt(str(account.id))
        coupon = await Coupon.find(code)
    except Refusal as refusal:
        refusal.field = "coupon"
        return None, refusal
    await guesses.take_back(str(account.id))
    return coupon, None


def _money_lines(quote: Quote) -> list[tuple[str, str]]:
    currency = quote.currency
    lines = [(receipts.describe_plan(quote.plan, quote.months), format_money(quote.price, currency))]
    if quote.discount:
        code = quote.coupon.code if quote.coupon else ""
        lines.append((_("Discount (%(code)s)") % {"code": code}, format_money(-quote.discount, currency)))
    return [*lines, (_("To pay once"), format_money(quote.total, currency))]


def period_choices() -> list[tuple[int, str]]:
    """Returns the periods with their labels in the current language."""
    return [
        (count, ngettext("%(count)s month", "%(count)s months", count) % {"count": i18n.format_number(count)})
        for count in PERIODS
    ]


def list_offers(choice: Choice, account: Account) -> list[Offer]:
    """Returns the plans for sale at their prices for the chosen period."""
    offers = []
    for plan in catalogue.plans_for_sale():
        price, singly = price_of(plan, choice.months), price_of(plan) * choice.months
        instead = format_money(singly, RUPIAH) if singly > price else ""
        offers.append(Offer(plan, format_money(price, RUPIAH), instead, plan.name == account.plan_name))
    return offers
