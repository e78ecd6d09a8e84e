"""What the operator may do that an account's owner may not: find anybody's things, set limits, look at use."""

import re
from typing import Any, Literal

from tortoise.expressions import Q

from app.accounts.models import Account, Session
from app.accounts.sign_up import folded_email
from app.kernel import secrets, text
from app.kernel.uuid_parser import parse_uuid
from app.keys.models import ApiKey, Usage
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.pages.models import Page
from app.plans import quota
from app.plans.table import MOST_KEYS

MASKED = re.compile(r"(?:kliqs_sk_live_)?([0-9A-Za-z]{4})(?:…|\.\.\.)([0-9A-Za-z]{4})")
GENERATED = 20
Limit = int | Literal["plan"] | None


class Declined(Exception):
    """What the operator asked for cannot be done; its text is one plain English sentence."""


def new_password() -> str:
    """A password that nobody chose: about 119 bits, easy to copy."""
    return secrets.base62(GENERATED)


async def account_of(email: str) -> Account:
    """Declined when there is none. Refusals: InvalidEmail."""
    account = await Account.get_or_none(email=folded_email(email))
    if account is None:
        raise Declined(f"There is no account of {email}.")
    return account


async def allow(account: Account, plan: str | None, links: Limit, requests: Limit) -> None:
    """Sets the plan and numbers that go before the plan's; None leaves as is, "plan" takes the plan's again."""
    asked = {"plan_name": plan, "links_limit": links, "requests_limit": requests}
    columns: dict[str, Any] = {
        column: None if value == "plan" else value for column, value in asked.items() if value is not None
    }
    if columns:
        await Account.filter(id=account.id).update(**columns)
        account.update_from_dict(columns)


async def card(account: Account) -> str:
    """An account as the operator sees it, a line for each fact."""
    month = await Usage.share(account)
    facts = {
        "Email": account.email,
        "Name": account.name,
        "Since": f"{account.created_at:%Y-%m-%d}",
        "Plan": quota.plan_of(account).label,
        "Links": f"{account.links_used} of {quota.links_limit(account)}{_own(account.links_limit)}",
        "Requests this month": f"{month.used} of {month.limit}{_own(account.requests_limit)}",
        "Active keys": f"{await ApiKey.owned_by(account).filter(revoked_at=None).count()} of {MOST_KEYS}",
        "Sessions": await Session.live().filter(account=account).count(),
        "Blocked links": await Link.owned_by(account).exclude(blocked_at=None).count(),
    }
    return "\n".join(f"{name + ':':<21}{fact}" for name, fact in facts.items())


def _own(limit: int | None) -> str:
    return "" if limit is None else " (set by the operator)"


async def key_of(given: str) -> ApiKey:
    """The key of a raw key, an id, or a masked `abcd…wxyz` that fits only one; Declined when it is not one."""
    keys = await ApiKey.filter(_keys(given.strip())).select_related("account")
    keys = [key for key in keys if not key.revoked_at] or keys
    if not keys:
        raise Declined("There is no such key. Give the whole key, its masked form abcd…wxyz, or its id.")
    if len(keys) > 1:
        lines = (f"  {key.id}  “{key.name}” of {key.account.email}" for key in keys)
        raise Declined("Several keys look like that. Give the id of one:\n" + "\n".join(lines))
    return keys[0]


def _keys(given: str) -> Q:
    if masked := MASKED.fullmatch(given):
        return Q(first_four=masked[1], last_four=masked[2])
    id = parse_uuid(given)
    return Q(id=id) if id else Q(digest__in=secrets.peppered("api-key", given))


async def link_of(given: str) -> Link:
    """The link of any of its names or short URLs, a deleted one too; Declined when there is none."""
    name = given.strip().rstrip("+/").rpartition("/")[2]
    found = await Name.get_or_none(folded=slugs.lookup_key(name)).select_related("link")
    if found is None or found.link is None:
        raise Declined(f"There is no link at {name}.")
    return found.link  # type: ignore[return-value]


async def page_of(given: str) -> Page:
    """The page of its name or address; Declined when there is none."""
    name = given.strip().rstrip("/").rpartition("/")[2]
    found = await Name.get_or_none(folded=slugs.lookup_key(name)).select_related("page")
    if found is None or found.page is None:
        raise Declined(f"There is no page at {name}.")
    return found.page  # type: ignore[return-value]


async def block(what: Link | Page, why: str) -> None:
    """Refusals: TooLong. Declined without a reason: visitors read it."""
    if not (reason := text.prose(why, 500, "why")):
        raise Declined("Say why: visitors read it.")
    await what.block(reason)
