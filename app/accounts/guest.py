"""A guest: somebody who created a page or short links without an account.

What they created belongs to an account without members and with the plan "guest". `guest_digest` is the hash of a claim
token, which is shown once. Whoever has the token may edit what the guest owns and may claim it once: by signing up,
when the account gets its first member, or into an existing account (app/guests/claim.py). A guest that nobody claims,
edits or visits for ABANDONED_AFTER is deleted (app/guests/expiry.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.models import Account, Membership
from app.accounts.registration import NewUserHook, create_user, make_owner
from app.accounts.sign_up_checks import new_user_columns, require_open_sign_up
from app.accounts.user import EmailTaken
from app.kernel import clock, event_bus, secrets, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle

ABANDONED_AFTER = timedelta(days=90)
PLAN = "guest"
new_guests = Throttle("guests by address", 20, 60)
claim_attempts = Throttle("claim tokens by address", 20, 15)


class InvalidClaimToken(Refusal):
    """Raised for a claim token that no guest has."""

    code, field = "WRONG_CLAIM_TOKEN", "token"
    says = N_("That save code is not valid. It may be mistyped, or what it belonged to has been moved into an account.")


async def open_guest(language: str, address: str) -> tuple[Account, str]:
    """Creates a guest account and returns it with its claim token, of which only the hash is stored.

    `address` is the visitor's IP address, used only for the rate limit. Raises: SignUpClosed, TooManyAttempts.
    """
    require_open_sign_up()
    await new_guests.attempt(address)
    token, now = secrets.new_token(), clock.now()
    account = await Account.create(
        name="", language=language, plan_name=PLAN, guest_digest=secrets.sha256_hex(token), created_at=now
    )
    return account, token


async def find_guest(token: str) -> Account | None:
    """The unclaimed guest account of a token, or None."""
    return await Account.get_or_none(guest_digest=_digest(token)) if token else None


async def guest_of_typed_token(token: str, address: str) -> Account:
    """The guest account of a token that somebody typed; `address` is the visitor's IP address.

    Raises: TooManyAttempts, InvalidClaimToken.
    """
    await claim_attempts.attempt(address)
    guest = await find_guest(token.strip())
    if guest is None:
        raise InvalidClaimToken
    await claim_attempts.take_back(address)
    return guest


async def sign_up_guest(token: str, email: str, name: str, password: str, *, language: str, of_age: bool) -> Membership:
    """Signs somebody up as the owner of the guest account of a token, which keeps everything it owns.

    Links beyond the limit of the plan are kept and count as used. Returns the membership with its user and account.
    Raises: those of `register`, InvalidClaimToken.
    """
    columns = await new_user_columns(email, name, password, of_age=of_age)
    return await claim_guest(token, columns, language=language)


async def claim_guest(
    token: str, columns: Mapping[str, Any], *, language: str, also: NewUserHook | None = None
) -> Membership:
    """Creates a user of these columns (`new_user_columns`) as the owner of the guest account of a token.

    `also` is awaited in the same transaction. Raises: EmailTaken, InvalidClaimToken, those of `also`.
    """
    guest = await Account.get_or_none(guest_digest=_digest(token))
    if guest is None:
        raise InvalidClaimToken
    try:
        async with transaction():
            unclaimed = Account.filter(id=guest.id, guest_digest=guest.guest_digest)
            claimed = {"name": columns["name"], "language": language, "plan_name": "free", "guest_digest": None}
            if not await unclaimed.update(**claimed, created_at=columns["created_at"]):
                raise InvalidClaimToken
            user = await create_user(language, columns)
            membership = await make_owner(user, await Account.get(id=guest.id))
            if also is not None:
                await also(user)
            await emails.send_welcome(user)
    except IntegrityError:
        raise EmailTaken from None
    await event_bus.announce("guest.claimed", membership.account)
    return membership


async def invalidate_token(guest: Account) -> None:
    """Invalidates a guest's token; call it first in the transaction that moves what the guest owns.

    Raises: InvalidClaimToken if the guest was claimed or suspended meanwhile.
    """
    unclaimed = Account.filter(id=guest.id, guest_digest=guest.guest_digest, suspended_at=None)
    unclaimed = unclaimed.exclude(guest_digest=None)
    if not await unclaimed.update(guest_digest=None):
        raise InvalidClaimToken
    await guest.refresh_from_db()


def _digest(token: str) -> str:
    return secrets.sha256_hex(text.replace_surrogates(token))
