"""The prices of the plans, as the operator set them. They are only shown: Kliqs takes no payment."""

from app.kernel import i18n, installation
from app.plans.plan_limits import Plan


def price_of(plan: Plan) -> int:
    """Returns the price in whole rupiah a month; 0 for a free plan."""
    return installation.current().prices.get(plan.name, 0)


def format_price(plan: Plan) -> str:
    """Formats the price of a plan: `Rp29.000` in Indonesian, `Rp29,000` in English."""
    return f"Rp{i18n.format_number(price_of(plan))}"
