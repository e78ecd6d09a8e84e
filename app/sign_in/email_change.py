"""Changes the email address with which somebody signs in, and puts an old one back.

The old address gets an email with a link that puts it back within a week (mailed_link.py): somebody who took over a
session does not keep the account.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError

from app.accounts import disown, emails
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
    """Sets a new address, notifies the old one, and ends every session. Raises: EmailTaken.

    Who goes back to an address of the last week, and verifies it, ends the links that were sent to those set meanwhile.
    """

    async def notify() -> None:
        await record_event(user.id, "email_changed")
        earlier = MailedLink.live().filter(user_id=user.id, purpose=RESTORE, email=email)
        if verified and (back := await earlier.order_by("created_at").first()):
            await MailedLink.end_later_restores(back)
            await emails.send_email_changed(user, device)
        else:
            token = await MailedLink.open_unasked(RESTORE, user.id, user.email, LIFETIMES[RESTORE])
            await emails.send_email_changed(user, device, link_url(RESTORE, token))

    await _replace(user, email, verified=verified, also=notify)


async def restore_email(token: str, device: str = "") -> tuple[User, str]:
    """Puts the old address back that a link was sent to, and ends every way in that was added since it was replaced.

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
        await disown.end_access(user.id, link.created_at)
        _, new_token = await MailedLink.exchange(RESTORE, token)
        await emails.send_email_changed(user, device)

    await _replace(user, link.email, verified=True, also=end_others)
    return user, new_token


async def _replace(user: User, email: str, *, verified: bool, also: Callable[[], Awaitable[None]]) -> None:
    """Sets the address in one transaction with `also`, which runs while `user` still has the old one.

    What was sent to the old address ends, as a permission to choose a password does that its reader has.
    """
    verified_at = clock.now() if verified else None
    try:
        async with transaction():
            await User.filter(id=user.id).update(email=email, email_verified_at=verified_at)
            await user.sign_out_everywhere()
            await user.end_pending()
            await also()
    except IntegrityError:
        raise EmailTaken from None
    user.email, user.email_verified_at = email, verified_at


async def _undo_changes(user_id: UUID, changed_at: datetime) -> None:
    """Puts back the address that a user had at a time, unless it is somebody else's now; what waits in emails ends."""
    for end in User.pending_hooks:
        await end(user_id)
    later = MailedLink.live().filter(user_id=user_id, purpose=RESTORE, created_at__gte=changed_at)
    if first := await later.order_by("created_at").first():
        if not await User.filter(email=first.email).exclude(id=user_id).exists():
            await User.filter(id=user_id).update(email=first.email, email_verified_at=clock.now())
        await MailedLink.end_later_restores(first)


disown.add_undoing(_undo_changes, first=True)
