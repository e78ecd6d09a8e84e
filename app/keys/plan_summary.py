"""How an account stands: what the side of every dashboard page shows of its plan."""

from dataclasses import dataclass

from app.accounts.models import Account
from app.keys.models import Usage
from app.plans import quota
from app.plans.quota import Share


@dataclass(frozen=True, slots=True)
class Standing:
    """`requests` are of this UTC month."""

    plan: str
    links: Share
    requests: Share


async def standing(account: Account) -> Standing:
    """One read: the month's usage. What the links used stands on the account."""
    return Standing(quota.plan_of(account).label, quota.links_share(account), await Usage.share(account))
