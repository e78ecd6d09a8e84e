"""What a plan costs, as the operator set it. Shown and nothing more: nobody pays here."""

from app.kernel import i18n, installation
from app.plans.table import Plan


def price_of(plan: Plan) -> int:
    """Whole rupiah a month; 0 for a plan that is free."""
    return installation.current().prices.get(plan.name, 0)


def shown(plan: Plan) -> str:
    """As people read it: `Rp29.000` in Indonesian, `Rp29,000` in English."""
    return f"Rp{i18n.number(price_of(plan))}"
