"""Changes the email address with which somebody signs in."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.models import Session
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import EmailTaken, User
from app.kernel.db import transaction
from app.kernel.refusal import Faults


async def change_sign_in_email(
    user: User, email: str, password: str, device: str = "", session: Session | None = None
) -> None:
    """Sets a new email address, notifies the old one, and ends every session.

    `device` names the browser and system for that email. Does nothing when the address is the current one. Raises:
    InvalidEmail and those of User.verify_password, all that apply at once; EmailTaken.
    """
    faults, folded = Faults.gather(), ""
    with faults.catching():
        folded = normalize_email(email)
    with faults.catching():
        await user.verify_password(password, session)
    faults.raise_if_any()
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
