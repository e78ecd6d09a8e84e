"""Checks of what payments need besides providers: a rate of this week, details for receipts, and sums that agree."""

from collections.abc import AsyncGenerator

from app.kernel.config import Config
from app.ops.counts import count_of
from app.ops.finding import Finding
from app.payments.catalogue import RateOutdated, currency_of
from app.payments.exchange_rate import latest_rate, read_rates
from app.payments.ledger_reconciliation import reconcile
from app.payments.operator.order_acts import money
from app.payments.operator.order_list import needs_attention
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.providers.provider import Provider
from app.payments.tips.tip_connection import TipConnection

SELLER = {
    "KLIQS_OPERATOR_NAME": "operator_name",
    "KLIQS_OPERATOR_ADDRESS": "operator_address",
    "KLIQS_CONTACT_EMAIL": "contact_email",
}


async def check_payments(config: Config) -> AsyncGenerator[Finding]:
    """Yields the findings about rates, receipts and sums; nothing where nothing was ever sold or can be."""
    await read_rates()
    if (finding := await _tips_finding()) is not None:
        yield finding
    providers = [provider for provider in registry.configured(config) if provider.code != "test"]
    for provider in providers:
        if (finding := _rate_finding(provider)) is not None:
            yield finding
    missing = [setting for setting, field in SELLER.items() if not getattr(config, field)]
    if providers and missing and config.production:
        yield Finding(f"Receipts name no seller in full: set {' and '.join(missing)}.", False)
    if waiting := await Order.filter(needs_attention()).count():
        yield Finding(
            f"{count_of(waiting, 'order needs', 'orders need')} your attention: kliqs payments list --attention.", False
        )
    wrong = [sums for sums in await reconcile() if not sums.agrees]
    for sums in wrong:
        for name, amount in (("orders", sums.orders), ("reports of the payment services", sums.reported)):
            if amount != sums.net:
                difference = money(sums.net - amount, sums.currency)
                yield Finding(f"The receipts less the refunds differ from the {name} by {difference}.", False)
    if providers and not wrong:
        yield Finding("Receipts less refunds are what the orders and the payment services say that was paid.")


async def _tips_finding() -> Finding | None:
    """Whether KLIQS_SECRET_KEY still has the secrets that creators' credentials are encrypted under; None if so."""
    connections = await TipConnection.all()
    if unreadable := sum(not connection.readable for connection in connections):
        says = count_of(unreadable, "payment service for tips needs", "payment services for tips need")
        says += " a secret that is not in KLIQS_SECRET_KEY any more"
        return Finding(f"{says}: put it back, last, or let their creators connect them again.", False)
    if outdated := sum(connection.outdated for connection in connections):
        says = count_of(outdated, "payment service for tips still needs", "payment services for tips still need")
        return Finding(f"{says} an older secret of KLIQS_SECRET_KEY: keep it.")
    return None


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
