"""The summary of an account's plan and usage that every dashboard page shows in its sidebar."""

from dataclasses import dataclass

from app.accounts.models import Account
from app.keys.models import Usage
from app.plans import quota
from app.plans.quota import Share


@dataclass(frozen=True, slots=True)
class Standing:
    """`links` counts links that exist; `requests` counts API requests in this UTC month."""

    plan: str
    links: Share
    requests: Share


async def standing(account: Account) -> Standing:
    """Returns the summary of an account, with one query for the month's API usage."""
    return Standing(quota.plan_of(account).label, quota.links_share(account), await Usage.share(account))
