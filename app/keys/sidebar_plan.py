"""The summary of an account's plan and usage that every dashboard page shows in its sidebar."""

from dataclasses import dataclass

from app.accounts.models import Account
from app.keys.models import MonthlyUsage
from app.plans import quota
from app.plans.quota import QuotaUsage


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """`links` counts links that exist; `requests` counts API requests in this UTC month."""

    plan: str
    links: QuotaUsage
    requests: QuotaUsage


async def summarize_plan(account: Account) -> PlanSummary:
    """Returns the summary of an account, with one query for the month's API usage."""
    return PlanSummary(quota.plan_of(account).label, quota.links_usage(account), await MonthlyUsage.usage_of(account))
