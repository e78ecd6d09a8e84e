"""The one reader of "may this account …?". Every limit is one conditional UPDATE, first in its transaction."""

from dataclasses import dataclass

from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel.refusal import N_, Refusal
from app.plans.table import MOST_KEYS, PLANS, Plan


class LinkLimitReached(Refusal):
    code, says = "SHORTLINK_LIMIT_REACHED", N_("%(used)s of %(limit)s links used. Your links keep working.")


class KeyLimitReached(Refusal):
    code, field = "KEY_LIMIT_REACHED", "name"
    says = N_("You have %(limit)s active keys, the most an account can have. Revoke one first.")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a limit is used."""

    used: int
    limit: int

    @property
    def full(self) -> bool:
        return self.used >= self.limit

    @property
    def near(self) -> bool:
        return self.used * 5 >= self.limit * 4


def plan_of(account: Account) -> Plan:
    return PLANS[account.plan_name]


def links_limit(account: Account) -> int:
    """Short links the account may have; the operator's number goes before the plan's."""
    return plan_of(account).links if account.links_limit is None else account.links_limit


def requests_limit(account: Account) -> int:
    """API requests the account may make in a UTC month."""
    return plan_of(account).requests if account.requests_limit is None else account.requests_limit


def links_share(account: Account) -> Share:
    return Share(account.links_used, links_limit(account))


async def take_link(account: Account) -> None:
    """Uses one of the account's links. Refusals: LinkLimitReached."""
    limit = links_limit(account)
    if not await Account.filter(id=account.id, links_used__lt=limit).update(links_used=F("links_used") + 1):
        raise LinkLimitReached(used=limit, limit=limit)


async def give_links_back(account: Account, count: int = 1) -> None:
    await Account.filter(id=account.id).update(links_used=F("links_used") - count)


async def take_key(account: Account) -> None:
    """Uses one of the account's ten active keys. Refusals: KeyLimitReached."""
    if not await Account.filter(id=account.id, keys_used__lt=MOST_KEYS).update(keys_used=F("keys_used") + 1):
        raise KeyLimitReached(limit=MOST_KEYS)


async def give_key_back(account: Account) -> None:
    await Account.filter(id=account.id).update(keys_used=F("keys_used") - 1)
