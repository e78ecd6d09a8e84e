"""Checks of what payments need besides providers: a rate of this week, details for receipts, and sums that agree."""

from collections.abc import AsyncGenerator

from app.kernel.config import Config
from app.ops.finding import Finding
from app.payments.catalogue import RateOutdated, currency_of
from app.payments.exchange_rate import latest_rate, read_rates
from app.payments.operator.order_list import NEEDS_ATTENTION, money
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.providers.provider import Provider
from app.payments.reconciliation import reconcile

SELLER = {
    "KLIQS_OPERATOR_NAME": "operator_name",
    "KLIQS_OPERATOR_ADDRESS": "operator_address",
    "KLIQS_CONTACT_EMAIL": "contact_email",
}


async def check_payments(config: Config) -> AsyncGenerator[Finding]:
    """Yields the findings about rates, receipts and sums; nothing where nothing was ever sold or can be."""
    await read_rates()
    providers = [provider for provider in registry.configured(config) if provider.code != "test"]
    for provider in providers:
        if (finding := _rate_finding(provider)) is not None:
            yield finding
    missing = [setting for setting, field in SELLER.items() if not getattr(config, field)]
    if providers and missing and config.production:
        yield Finding(f"Receipts name no seller in full: set {' and '.join(missing)}.", False)
    if waiting := await Order.filter(NEEDS_ATTENTION).count():
        yield Finding(f"{waiting} orders need your attention: kliqs payments list --attention.", False)
    wrong = [sums for sums in await reconcile() if not sums.agrees]
    for sums in wrong:
        difference = money(sums.receipts - sums.refunds - sums.orders, sums.currency)
        yield Finding(f"The receipts less the refunds differ from the orders by {difference}.", False)
    if providers and not wrong:
        yield Finding("Receipts less refunds are what the orders say that was paid.")


def _rate_finding(provider: Provider) -> Finding | None:
    """Returns whether a provider that is not paid in rupiah has a rate of this week; None for the others."""
    try:
        currency = currency_of(provider)
    except RateOutdated:
        known = latest_rate(provider.currencies[0])
        since = f"of {known.day} is older than 7 days" if known else "is not set"
        says = f"{provider.label} is not offered, for the rate {since}: kliqs payments rate set."
        return Finding(says, False)
    known = latest_rate(currency)
    return Finding(f"{provider.label} is offered at {known.rate} rupiah, of {known.day}.") if known else None
