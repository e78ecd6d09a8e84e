"""Changes the email address with which an account signs in."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.models import Account, EmailTaken, Session
from app.accounts.sign_up import normalize_email
from app.kernel.db import transaction
from app.kernel.refusal import Faults


async def change_sign_in_email(
    account: Account, email: str, password: str, device: str = "", session: Session | None = None
) -> None:
    """Sets a new email address, notifies the old one, and ends every session.

    `device` names the browser and system for that email. Does nothing when the address is the current one. Raises:
    InvalidEmail and those of Account.verify_password, all that apply at once; EmailTaken.
    """
    faults, folded = Faults.gather(), ""
    with faults.catching():
        folded = normalize_email(email)
    with faults.catching():
        await account.verify_password(password, session)
    faults.raise_if_any()
    if folded == account.email:
        return
    try:
        async with transaction():
            await Account.filter(id=account.id).update(email=folded)
            await account.sign_out_everywhere()
            await emails.send_email_changed(account, device)
    except IntegrityError:
        raise EmailTaken from None
    account.email = folded
