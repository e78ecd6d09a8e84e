"""Changes the email address with which somebody signs in, and puts an old one back.

The old address gets an email with a link that puts it back within a week (mailed_link.py): somebody who took over a
session does not keep the account.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import EmailTaken, User
from app.kernel import clock
from app.kernel.db import transaction
from app.sign_in.emails import link_url
from app.sign_in.mailed_link import LIFETIMES, RESTORE, LinkUsedUp, MailedLink


async def change_sign_in_email(user: User, email: str, device: str = "") -> None:
    """Sets a new email address without verifying it, notifies the old one, and ends every session.

    The caller has asked for a confirmation (confirmation.py). `device` names the browser and system for that email.
    Does nothing when the address is the current one. Raises: InvalidEmail, EmailTaken.
    """
    folded = normalize_email(email)
    if folded != user.email:
        await set_email(user, folded, device, verified=False)


async def set_email(user: User, email: str, device: str, *, verified: bool) -> None:
    """Sets a new address, notifies the old one, and ends every session. Raises: EmailTaken."""

    async def notify() -> None:
        await record_event(user.id, "email_changed")
        token = await MailedLink.open_unasked(RESTORE, user.id, user.email, LIFETIMES[RESTORE])
        await emails.send_email_changed(user, device, link_url(RESTORE, token))

    await _replace(user, email, verified=verified, also=notify)


async def restore_email(token: str) -> tuple[User, str]:
    """Puts the old address back that a link was sent to, ends every session, and removes the password.

    Links to put back addresses that were set later end. Returns the user, and the token with which the browser may
    choose a new password. Raises: LinkUsedUp, EmailTaken.
    """
    link = await MailedLink.by_token(RESTORE, token)
    if link is None or link.user is None:
        raise LinkUsedUp
    user, new_token = link.user, ""

    async def end_others() -> None:
        nonlocal new_token
        await record_event(user.id, "email_restored")
        await user.end_pending()
        _, new_token = await MailedLink.exchange(RESTORE, token)
        await MailedLink.filter(user_id=user.id, purpose=RESTORE, created_at__gt=link.created_at).delete()
        await User.filter(id=user.id).update(password_hash="")

    await _replace(user, link.email, verified=True, also=end_others)
    return user, new_token


async def _replace(user: User, email: str, *, verified: bool, also: Callable[[], Awaitable[None]]) -> None:
    """Sets the address in one transaction with `also`, which runs while `user` still has the old one."""
    verified_at = clock.now() if verified else None
    try:
        async with transaction():
            await User.filter(id=user.id).update(email=email, email_verified_at=verified_at)
            await user.sign_out_everywhere()
            await also()
    except IntegrityError:
        raise EmailTaken from None
    user.email, user.email_verified_at = email, verified_at
