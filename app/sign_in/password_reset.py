"""Choosing a new password by a link that was sent by email.

The button behind the link turns it into a permission of that browser, so that the URL in the email is of no use
afterwards. A new password ends every session and all that waits in other emails, and forgets every known browser.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import NamedTuple

from app.accounts.security_log import record_event
from app.accounts.user import User
from app.sign_in.mailed_link import NEW_PASSWORD, RESET, LinkUsedUp, MailedLink

OPERATOR_LINK_LIFETIME = timedelta(hours=24)


class Proof(NamedTuple):
    """What somebody proves besides reading the mailbox, such as a second factor; packages above add it to `proofs`.

    `is_needed` says whether this browser has to show it for a user, `template` is the partial with its field, and
    `prove` takes what was typed there and raises a Refusal for that field.
    """

    field: str
    template: str
    is_needed: Callable[[User], Awaitable[bool]]
    prove: Callable[[User, str], Awaitable[None]]


proofs: list[Proof] = []


async def needed_proofs(user: User) -> list[Proof]:
    """The proofs that this browser has to show before it chooses a password of the user."""
    return [proof for proof in proofs if await proof.is_needed(user)]


async def use_reset_link(token: str) -> str:
    """Uses a link; returns the token of the browser that may choose a password now. Raises: LinkUsedUp."""
    link, browser = await MailedLink.exchange(RESET, token)
    if not await User.exists(id=link.user_id, email=link.email):  # the address was changed meanwhile
        raise LinkUsedUp
    return browser


async def operator_link(user: User) -> str:
    """Makes a link with which a user chooses a password, and which the operator hands over; returns its token."""
    return await MailedLink.open_unasked(RESET, user.id, user.email, OPERATOR_LINK_LIFETIME)


async def user_choosing(browser: str) -> User | None:
    """The user whose password the browser with this token may choose, or None."""
    permission = await _permission(browser)
    return permission.user if permission else None


async def _permission(browser: str) -> MailedLink | None:
    return await MailedLink.by_token(NEW_PASSWORD, browser) if browser else None


async def choose_password(browser: str, password: str, device: str) -> User:
    """Sets the password of the user of a permission, which ends; of several simultaneous calls one succeeds.

    `device` names the browser and system for the email about it. Raises: LinkUsedUp, those of
    User.check_new_password.
    """
    permission = await _permission(browser)
    if permission is None or permission.user is None:
        raise LinkUsedUp
    user, mailed = permission.user, permission.proves_mailbox

    async def use_permission() -> None:
        await MailedLink.consume(NEW_PASSWORD, browser)
        if mailed:
            await user.mark_email_verified(keep_password=True)
        await record_event(user.id, "password_reset")

    await user.set_password(password, device, use_permission)
    return user
