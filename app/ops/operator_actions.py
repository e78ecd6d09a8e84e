"""Actions that only the operator may take: find objects of any account, set limits, and see usage."""

import re
from datetime import timedelta
from typing import Any, Literal

from tortoise.expressions import Q

from app.accounts.models import Account, Membership, Session
from app.accounts.roles import OWNER
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.kernel import secrets, text
from app.kernel.db import transaction
from app.kernel.uuid_parser import parse_uuid
from app.keys.models import ApiKey, MonthlyUsage
from app.links.models import Link
from app.names import slug as slugs
from app.names.models import Name
from app.pages.models import Page
from app.payments import entitlement
from app.plans import quota
from app.plans.plan_limits import MAX_KEYS
from app.sign_in.emails import link_url
from app.sign_in.mailed_link import RESET
from app.sign_in.password_reset import OPERATOR_LINK_LIFETIME, operator_link

MASKED = re.compile(r"(?:kliqs_sk_live_)?([0-9A-Za-z]{4})(?:…|\.\.\.)([0-9A-Za-z]{4})")
GENERATED = 20
Limit = int | Literal["plan"] | None


class OperationDeclined(Exception):
    """An operator's command cannot be carried out; the message is one plain English sentence."""


def new_password() -> str:
    """Returns a random password of about 119 bits, which nobody is shown: a link (`password_link`) replaces it."""
    return secrets.random_base62(GENERATED)


async def password_link(user: User) -> str:
    """Returns a line with a new link by which a user chooses a password; it works once, for a day."""
    url, hours = link_url(RESET, await operator_link(user)), OPERATOR_LINK_LIFETIME // timedelta(hours=1)
    return f"A password is chosen here, once, within {hours} hours: {url}"


async def end_sessions(user: User | None) -> int:
    """Ends every session of a user, or of everybody; returns their number. Security logs say so."""
    whose = {"user_id": user.id} if user else {}
    people: Any = await Session.filter(**whose).values_list("user_id", flat=True)
    async with transaction():
        ended = await Session.filter(**whose).delete()
        for user_id in set(people):
            await record_event(user_id, "operator_signed_out")
    return ended


async def find_user(email: str) -> User:
    """Returns the user with this email. Raises: OperationDeclined when there is none; InvalidEmail."""
    user = await User.get_or_none(email=normalize_email(email))
    if user is None:
        raise OperationDeclined(f"There is no account of {email}.")
    return user


async def find_account(email: str) -> Account:
    """Returns the first account that the user with this email owns.

    Raises: OperationDeclined when there is none; InvalidEmail.
    """
    user = await find_user(email)
    owned = await Membership.filter(user_id=user.id, role=OWNER).order_by("id").first().select_related("account")
    if owned is None:
        raise OperationDeclined(f"{user.email} owns no account.")
    return owned.account


async def set_limits(account: Account, plan: str | None, links: Limit, requests: Limit) -> None:
    """Sets an account's plan and its own limits; None leaves a value, "plan" returns to the plan's limit.

    A larger plan that the account has bought stays in force until it ends.
    """
    if plan is not None:
        await entitlement.set_operator_plan(account, plan)
    values = {"links_limit": links, "requests_limit": requests}
    columns: dict[str, Any] = {
        column: None if value == "plan" else value for column, value in values.items() if value is not None
    }
    if columns:
        await Account.filter(id=account.id).update(**columns)
        account.update_from_dict(columns)


async def describe_account(account: Account) -> str:
    """Returns an account's facts for the operator, one per line."""
    month = await MonthlyUsage.usage_of(account)
    members = await Membership.filter(account_id=account.id).order_by("id").select_related("user")
    facts = {
        "Name": account.name,
        "Members": ", ".join(f"{member.user.email} ({member.role})" for member in members),
        "Since": f"{account.created_at:%Y-%m-%d}",
        "Plan": quota.plan_of(account).label,
        "Links": f"{account.links_used} of {quota.links_limit(account)}{_override_note(account.links_limit)}",
        "Seats": f"{account.seats_used} of {quota.seats_usage(account).limit}",
        "Requests this month": f"{month.used} of {month.limit}{_override_note(account.requests_limit)}",
        "Active keys": f"{await ApiKey.counted(account).count()} of {MAX_KEYS}",
        "Sessions": await Session.live().filter(user_id__in=[member.user_id for member in members]).count(),
        "Blocked links": await Link.owned_by(account).exclude(blocked_at=None).count(),
    }
    return "\n".join(f"{name + ':':<21}{fact}" for name, fact in facts.items())


def _override_note(limit: int | None) -> str:
    return "" if limit is None else " (set by the operator)"


async def find_key(identifier: str) -> ApiKey:
    """Returns the API key of a raw key, an id, or a masked `abcd…wxyz` that fits only one.

    Raises: OperationDeclined when there is none, or several.
    """
    keys = await ApiKey.filter(key_condition(identifier.strip())).select_related("account")
    keys = [key for key in keys if not key.revoked_at] or keys
    if not keys:
        raise OperationDeclined("There is no such key. Give the whole key, its masked form abcd…wxyz, or its id.")
    if len(keys) > 1:
        lines = (f"  {key.id}  “{key.name}” of {key.account.name}" for key in keys)
        raise OperationDeclined("Several keys look like that. Give the id of one:\n" + "\n".join(lines))
    return keys[0]


def key_condition(identifier: str) -> Q:
    """Returns the condition for the keys with this raw text, id or masked form."""
    if masked := MASKED.fullmatch(identifier):
        return Q(first_four=masked[1], last_four=masked[2])
    id = parse_uuid(identifier)
    return Q(id=id) if id else Q(digest__in=secrets.hmac_digests("api-key", identifier))


async def find_link(name_or_url: str) -> Link:
    """Returns the link with this name, alias or short URL, a deleted one too.

    Raises: OperationDeclined when there is none.
    """
    name = name_or_url.strip().rstrip("+/").rpartition("/")[2]
    name_row = await Name.on_domain().get_or_none(folded=slugs.lookup_key(name)).select_related("link")
    if name_row is None or name_row.link is None:
        raise OperationDeclined(f"There is no link at {name}.")
    return name_row.link  # type: ignore[return-value]


async def find_page(name_or_url: str) -> Page:
    """Returns the bio page with this name or URL. Raises: OperationDeclined when there is none."""
    name = name_or_url.strip().rstrip("/").rpartition("/")[2]
    name_row = await Name.on_domain().get_or_none(folded=slugs.lookup_key(name)).select_related("page")
    if name_row is None or name_row.page is None:
        raise OperationDeclined(f"There is no page at {name}.")
    return name_row.page  # type: ignore[return-value]


async def block_with_reason(what: Link | Page, why: str) -> None:
    """Blocks a link or bio page; visitors read the reason. Raises: TooLong; OperationDeclined for an empty reason."""
    if not (reason := text.clean_multiline(why, 500, "why")):
        raise OperationDeclined("Say why: visitors read it.")
    await what.block(reason)
