"""The plans and what each allows: one table, read by the rules, the pages and the documentation."""

from dataclasses import dataclass

from app.kernel.refusal import N_


@dataclass(frozen=True, slots=True)
class Plan:
    """`requests` are API requests a UTC month, `links` short links and `codes` QR codes that exist at once.

    Single visits are kept for `visits_kept` days; their totals stay.
    """

    name: str
    label: str
    requests: int
    links: int
    visits_kept: int
    codes: int


PLANS = {
    plan.name: plan
    for plan in (
        Plan("free", N_("Free"), requests=30, links=5, visits_kept=30, codes=50),
        Plan("starter", N_("Starter"), requests=1_000, links=50, visits_kept=90, codes=500),
        Plan("pro", N_("Pro"), requests=10_000, links=200, visits_kept=365, codes=2_000),
        Plan("business", N_("Business"), requests=30_000, links=500, visits_kept=730, codes=5_000),
    )
}
MOST_KEYS = 10
