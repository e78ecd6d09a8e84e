"""Verifying email addresses of signed-in users by a code: their own, or a new one before it is set.

For an address that is somebody else's, the page is the same, and its owner gets an email that says so.
"""

from __future__ import annotations

from uuid import uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.user import User
from app.kernel.db import transaction
from app.sign_in import emails, sending_limits
from app.sign_in.email_change import set_email
from app.sign_in.mailed_code import RESEND_WAIT, TooSoon, new_code
from app.sign_in.models import PendingEmail


async def begin_verification(user: User, email: str, device: str) -> None:
    """Sends a code to the user's address, or to the one that will replace it; an earlier code ends.

    `email` is in the form in which it is stored. Raises: TooManyAttempts, TooSoon.
    """
    await sending_limits.count_verification(user, email)
    id, code = uuid4(), new_code()
    try:
        async with transaction():
            await PendingEmail.filter(user_id=user.id).delete()
            pending = await PendingEmail.create(**PendingEmail.new_columns(id, code), user_id=user.id, email=email)
            await _send(pending, user, code, device)
    except IntegrityError:  # two at the same moment
        raise TooSoon(retry_after=int(RESEND_WAIT.total_seconds())) from None


async def pending_email_of(user: User) -> PendingEmail | None:
    """The address of the user that waits for its code to be typed, or None."""
    return await PendingEmail.kept().get_or_none(user_id=user.id)


async def send_code_again(pending: PendingEmail, user: User, device: str) -> None:
    """Sends a new code; the old one ends. Raises: TooSoon, TooManyAttempts."""
    pending.check_wait()
    await sending_limits.count_verification(user, pending.email)
    async with transaction():
        await _send(pending, user, await pending.renew(), device)


async def finish_verification(pending: PendingEmail, user: User, code: str, device: str) -> None:
    """Marks the user's address as verified, or sets the new one, if the code is right.

    Setting a new address ends every session. Raises: WrongCode, CodeExpired, EmailTaken.
    """
    await pending.use(code)
    if pending.email != user.email:
        return await set_email(user, pending.email, device, verified=True)
    async with transaction():
        await user.mark_email_verified(keep_password=True, keep_ways=True)
    return None


async def _send(pending: PendingEmail, user: User, code: str, device: str) -> None:
    owner = await User.get_or_none(email=pending.email)
    if owner is None or owner.id == user.id:
        facts = {"code": code, "words": pending.words, "device": device}
        await emails.send_code(pending.email, user.language, user.time_zone, **facts)
    else:
        await emails.send_account_exists(owner, words=pending.words, device=device)
