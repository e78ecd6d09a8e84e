"""Signing up where mail is configured: the account is made only after the code that the address was sent.

For an address that somebody has already, the page is the same, and its owner gets an email that says so. The code of
such a request is sent to nobody.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from app.accounts import guest
from app.accounts.models import Membership
from app.accounts.registration import open_account
from app.accounts.sign_up_checks import new_user_columns
from app.accounts.user import User
from app.kernel import clock, secrets
from app.kernel.db import transaction
from app.sign_in import emails, sending_limits
from app.sign_in.mailed_code import new_code
from app.sign_in.mailed_link import bounded_path
from app.sign_in.models import PendingSignUp


class SignUpContext(NamedTuple):
    """What a sign-up takes from its request.

    `take_along` says that what was made on the device without an account is to be taken along; `next_path` is where the
    sign-up leads; `device` names the browser and system; `address` is the IP address, used for limits only.
    """

    language: str
    take_along: bool
    next_path: str
    device: str
    address: str


async def begin_sign_up(email: str, name: str, password: str, *, of_age: bool, context: SignUpContext) -> str:
    """Keeps a sign-up until its code is typed, and sends the code; returns the token of the browser.

    Raises: those of `new_user_columns`, TooManyAttempts.
    """
    columns = await new_user_columns(email, name, password, of_age=of_age)
    await sending_limits.count_sign_up(columns["email"], context.address)
    id, code, browser = uuid4(), new_code(), secrets.new_token()
    async with transaction():
        pending = await PendingSignUp.create(
            **PendingSignUp.new_columns(id, code),
            **{field: columns[field] for field in ("email", "name", "password_hash", "terms_seen", "age_confirmed_at")},
            browser=secrets.sha256_hex(browser),
            language=context.language,
            take_along=context.take_along,
            next_path=bounded_path(context.next_path),
        )
        await _send(pending, code, context.device)
    return browser


async def pending_of_browser(token: str) -> PendingSignUp | None:
    """The sign-up that waits in the browser with this token, or None."""
    return await PendingSignUp.kept().get_or_none(browser=secrets.sha256_hex(token)) if token else None


async def send_code_again(pending: PendingSignUp, *, device: str, address: str) -> None:
    """Sends a new code; the old one ends. Raises: TooSoon, TooManyAttempts."""
    pending.check_wait()
    await sending_limits.count_sign_up(pending.email, address)
    async with transaction():
        await _send(pending, await pending.renew(), device)


async def finish_sign_up(pending: PendingSignUp, code: str, claim_token: str) -> Membership:
    """Makes the account of a sign-up whose code is right; `claim_token` is that of a guest account to take along.

    Raises: WrongCode, CodeExpired; EmailTaken if somebody else signed up with the address meanwhile.
    """
    await pending.use(code)
    now = clock.now()
    columns = {
        "email": pending.email,
        "email_verified_at": now,
        "name": pending.name,
        "password_hash": pending.password_hash,
        "age_confirmed_at": pending.age_confirmed_at,
        "terms_seen": pending.terms_seen,
        "created_at": now,
    }
    if pending.take_along and await guest.find_guest(claim_token):
        return await guest.claim_guest(claim_token, columns, language=pending.language)
    return await open_account(columns, language=pending.language, greeted=True)


async def _send(pending: PendingSignUp, code: str, device: str) -> None:
    """Sends the code, or to the owner of a taken address that they have an account."""
    owner = await User.get_or_none(email=pending.email)
    if owner is None:
        facts = {"code": code, "words": pending.words, "device": device}
        await emails.send_code(pending.email, pending.language, "Asia/Jakarta", **facts)
    else:
        await emails.send_account_exists(owner, words=pending.words, device=device)
