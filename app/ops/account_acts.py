"""What operators do about accounts and people, by the pages and by the commands: each is in the log with its reason.

An act and its entry in the log are written in one transaction. Whoever is concerned reads of it in their security log.
"""

from __future__ import annotations

from app.accounts.models import Account
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest
from app.keys.models import ApiKey
from app.operators.operator_log import add_sentences, record_act
from app.ops import operator_actions
from app.ops.operator_actions import Limit
from app.sign_in.emails import send_operator_reset_link
from app.sign_in.password_reset import OPERATOR_LINK_LIFETIME, operator_link
from app.sign_in.second_factor import authenticator

LONGEST_WHY = 160  # characters
add_sentences(
    {
        "account_limits": N_("set the plan and limits of the account %(thing)s: %(detail)s"),
        "key_revoked": N_("revoked the API key %(thing)s. %(detail)s"),
        "person_signed_out": N_("signed the person %(thing)s out everywhere. %(detail)s"),
        "person_second_factor_off": N_("turned the authenticator app of the person %(thing)s off. %(detail)s"),
        "person_password_link": N_("sent the person %(thing)s a link for a new password. %(detail)s"),
    }
)


class WhyMissing(InvalidRequest):
    """An act has no reason for the audit log."""

    field, says = "why", N_("Say why: it is kept in the audit log.")


def read_why(typed: str) -> str:
    """Returns a typed reason, cleaned. Raises: WhyMissing, TooLong."""
    if cleaned := text.clean_line(typed, LONGEST_WHY, "why"):
        return cleaned
    raise WhyMissing


async def set_limits(account: Account, plan: str | None, links: Limit, requests: Limit, why: str) -> None:
    """Sets the plan and limits of an account, as `operator_actions.set_limits` does, for a reason."""
    values = {"plan": plan, "links": links, "requests": requests}
    chosen = ", ".join(f"{name} {value}" for name, value in values.items() if value is not None)
    async with transaction():
        await operator_actions.set_limits(account, plan, links, requests)
        await record_act("account_limits", str(account.id), f"{chosen}. {why}".strip())


async def revoke_key(key: ApiKey, why: str) -> None:
    """Revokes an API key for good; the person who made it reads of it. A revoked one stays as it is."""
    async with transaction():
        await key.revoke()
        if key.made_by_id is not None:
            await record_event(key.made_by_id, "operator_key_revoked", key.name)
        await record_act("key_revoked", str(key.id), why)


async def sign_out(user: User, why: str) -> int:
    """Ends every session of a person; returns how many."""
    async with transaction():
        ended = await operator_actions.end_sessions(user)
        await record_act("person_signed_out", str(user.id), why)
    return ended


async def turn_off_second_factor(user: User, why: str) -> bool:
    """Turns the authenticator app of a person off, who is told by mail; returns False if it was off already."""
    async with transaction():
        if was_on := await authenticator.turn_off(user, by_operator=True):
            await record_act("person_second_factor_off", str(user.id), why)
    return was_on


async def send_password_link(user: User, why: str) -> None:
    """Sends a person a link, for a day, with which they choose a new password; the old one works until then."""
    async with transaction():
        token = await operator_link(user)
        await send_operator_reset_link(user, token, OPERATOR_LINK_LIFETIME)
        await record_event(user.id, "operator_password_link")
        await record_act("person_password_link", str(user.id), why)
