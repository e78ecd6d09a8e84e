"""The prices of the plans, as the operator set them: what pages show, and what orders charge (app/payments)."""

from app.kernel import i18n, installation
from app.plans.plan_limits import Plan

PERIODS = (1, 3, 12)  # months for which a plan can be bought


def price_of(plan: Plan, months: int = 1) -> int:
    """Returns the price of a plan for a number of months in whole rupiah; 0 for a free plan.

    Without a price of its own, several months cost as many times the price of one.
    """
    prices = installation.current().prices
    monthly = prices.get(plan.name, 0)
    return prices.get(f"{plan.name}/{months}", monthly * months) if monthly else 0


def format_price(plan: Plan) -> str:
    """Formats the monthly price of a plan: `Rp29.000` in Indonesian, `Rp29,000` in English."""
    return f"Rp{i18n.format_number(price_of(plan))}"
