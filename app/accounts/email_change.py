"""Changes the email address with which somebody signs in."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import EmailTaken, User
from app.kernel.db import transaction


async def change_sign_in_email(user: User, email: str, device: str = "") -> None:
    """Sets a new email address, notifies the old one, and ends every session.

    The caller has asked for a confirmation (confirmation.py). `device` names the browser and system for that email.
    Does nothing when the address is the current one. Raises: InvalidEmail, EmailTaken.
    """
    folded = normalize_email(email)
    if folded == user.email:
        return
    try:
        async with transaction():
            await User.filter(id=user.id).update(email=folded)
            await user.sign_out_everywhere()
            await record_event(user.id, "email_changed")
            await emails.send_email_changed(user, device)
    except IntegrityError:
        raise EmailTaken from None
    user.email = folded
