"""What can be bought: plans for 1, 3 or 12 months, and credits for AI models, in rupiah or in dollars.

Credits cost as many rupiah as they are, and no coupon makes them cheaper. The prices of plans are those that the front
page and the documentation show (app/plans/prices.py). Prices are in rupiah; one in another currency is computed by the
rate that the operator set (exchange_rate.py), and rounded up to the smallest unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.kernel import installation
from app.kernel.refusal import N_, Refusal
from app.payments import operator_calendar
from app.payments.coupon import Coupon
from app.payments.currencies import CURRENCIES
from app.payments.exchange_rate import latest_rate
from app.payments.money import RUPIAH, format_money
from app.payments.providers.provider import Provider
from app.plans.plan_limits import PLANS, Plan
from app.plans.prices import PERIODS, price_of

RATE_KEPT = timedelta(days=7)
WHOLE = 10_000  # hundredths of a percent in one
LEAST_CREDITS = 10_000  # rupiah


class NotForSale(Refusal):
    """The plan, or its period, cannot be bought."""

    code, field, says = "PLAN_NOT_FOR_SALE", "plan", N_("Choose one of the plans and periods above.")


class CreditsOutOfRange(Refusal):
    """So many credits cannot be bought by one order. Facts: least, most."""

    code, field = "CREDITS_OUT_OF_RANGE", "sum"
    says = N_("Type a sum in whole rupiah, from %(least)s to %(most)s.")


class RateOutdated(Refusal):
    """The rate of the currency is older than 7 days or not set, so nothing is sold in it."""

    code, field = "PRICE_RATE_OUTDATED", "provider"
    says = N_("This way to pay is not offered at the moment. Choose another one.")


class AmountOutOfRange(Refusal):
    """The provider takes no amount as small or as large as this one."""

    code, field = "AMOUNT_OUT_OF_RANGE", "provider"
    says = N_("This way to pay does not take an amount like this. Choose another one.")


@dataclass(frozen=True, slots=True)
class Quote:
    """What a plan costs for a number of months, or so many whole rupiah of credits, of which `plan` is "".

    `price` is before the discount, `total` what has to be paid, and `tax` the part of the total that is tax; all are in
    the smallest unit of `currency`. The rupiah amounts are what they were computed from, at `rate` rupiah a unit.
    """

    plan: str
    months: int
    currency: str
    price: int
    discount: int
    total: int
    tax: int
    tax_name: str
    tax_rate: int
    price_rupiah: int
    total_rupiah: int
    rate: int | None = None
    rate_day: date | None = None
    coupon: Coupon | None = None
    credits: int = 0


def plans_for_sale() -> list[Plan]:
    """Returns the plans that have a price, the smallest first."""
    return [plan for plan in PLANS.values() if price_of(plan)]


def quote(plan_name: str, months: int, currency: str = RUPIAH, coupon: Coupon | None = None) -> Quote:
    """Returns what a plan costs. Raises: NotForSale, RateOutdated."""
    plan = PLANS.get(plan_name)
    if plan is None or months not in PERIODS or not price_of(plan, months):
        raise NotForSale
    price_rupiah = price_of(plan, months)
    total_rupiah = price_rupiah - (coupon.discount(price_rupiah) if coupon else 0)
    return replace(_priced(price_rupiah, total_rupiah, currency), plan=plan.name, months=months, coupon=coupon)


def most_credits() -> int:
    """Returns how many rupiah of credits one order may buy."""
    return installation.current().config.gateway_most_credits


def check_credits(rupiah: int, field: str = "sum") -> None:
    """Checks that one order may buy so many rupiah of credits. Raises: CreditsOutOfRange, for the field."""
    most = most_credits()
    if not LEAST_CREDITS <= rupiah <= most:
        least = format_money(LEAST_CREDITS, RUPIAH)
        raise CreditsOutOfRange(field=field, least=least, most=format_money(most, RUPIAH))


def quote_credits(rupiah: int, currency: str = RUPIAH) -> Quote:
    """Returns what so many rupiah of credits cost. Raises: CreditsOutOfRange, RateOutdated."""
    check_credits(rupiah)
    return replace(_priced(rupiah, rupiah, currency), credits=rupiah)


def _priced(price_rupiah: int, total_rupiah: int, currency: str) -> Quote:
    """Returns a quote of these amounts in a currency, of nothing yet. Raises: RateOutdated."""
    rate = None if currency == RUPIAH else rate_of(currency)
    known = latest_rate(currency)
    price, total = (_convert(amount, currency, rate) for amount in (price_rupiah, total_rupiah))
    tax = installation.current().config.included_tax
    tax_rate = tax.rate if tax else 0
    return Quote(
        "", 0, currency, price, price - total, total, included_tax(total, tax_rate), tax.name if tax else "",
        tax_rate, price_rupiah, total_rupiah, rate, known.day if rate and known else None,
    )  # fmt: skip


def included_tax(total: int, rate: int) -> int:
    """Returns the part of an amount that is tax at `rate` hundredths of a percent, rounded half up."""
    return (2 * total * rate + WHOLE + rate) // (2 * (WHOLE + rate))


def rate_of(currency: str) -> int:
    """Returns how many whole rupiah one unit of a currency costs. Raises: RateOutdated."""
    known = latest_rate(currency)
    if currency not in CURRENCIES or known is None or operator_calendar.today() - known.day > RATE_KEPT:
        raise RateOutdated
    return known.rate


def currency_of(provider: Provider) -> str:
    """Returns the currency in which a provider is paid: rupiah where it takes it.

    Raises: RateOutdated when it only takes a currency without a rate of this week.
    """
    if RUPIAH in provider.currencies:
        return RUPIAH
    for currency in provider.currencies:
        if currency in CURRENCIES and rate_of(currency):
            return currency
    raise RateOutdated


def quote_for(provider: Provider, plan_name: str, months: int, coupon: Coupon | None = None) -> Quote:
    """Returns what a plan costs at a provider. Raises: NotForSale, RateOutdated, AmountOutOfRange."""
    offer = quote(plan_name, months, currency_of(provider), coupon)
    _check_range(provider, offer)
    return offer


def quote_credits_for(provider: Provider, rupiah: int) -> Quote:
    """Returns what credits cost at a provider. Raises: CreditsOutOfRange, RateOutdated, AmountOutOfRange."""
    offer = quote_credits(rupiah, currency_of(provider))
    _check_range(provider, offer)
    return offer


def _check_range(provider: Provider, offer: Quote) -> None:
    """Checks that a provider takes so much. Raises: AmountOutOfRange."""
    least, most = provider.least.get(offer.currency, 0), provider.most.get(offer.currency)
    if offer.total and (offer.total < least or (most is not None and offer.total > most)):
        raise AmountOutOfRange


def is_offered(provider: Provider, plan_name: str, months: int) -> bool:
    """Whether a plan can be bought at a provider now; screens leave out the providers where it cannot."""
    try:
        quote_for(provider, plan_name, months)
    except (RateOutdated, AmountOutOfRange):
        return False
    return True


def sells_credits(provider: Provider, rupiah: int) -> bool:
    """Whether so many rupiah of credits can be bought at a provider now."""
    try:
        quote_credits_for(provider, rupiah)
    except (CreditsOutOfRange, RateOutdated, AmountOutOfRange):
        return False
    return True


def _convert(rupiah: int, currency: str, rate: int | None) -> int:
    """Converts whole rupiah to the smallest unit of a currency, rounded up."""
    return rupiah if rate is None else -(-rupiah * 10 ** CURRENCIES[currency].scale // rate)
