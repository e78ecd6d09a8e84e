"""Another address to sign in with."""

from __future__ import annotations

from tortoise.exceptions import IntegrityError

from app.accounts import letters
from app.accounts.introduced import folded_email
from app.accounts.models import Account, EmailTaken
from app.kernel.db import transaction


async def move(account: Account, email: str, password: str, device: str = "") -> None:
    """The account signs in with this one from now on; the old one is told, with the device.

    Refusals: InvalidEmail, EmailTaken, those of Account.prove.
    """
    folded = folded_email(email)
    await account.prove(password)
    if folded == account.email:
        return
    try:
        async with transaction():
            await Account.filter(id=account.id).update(email=folded)
            await letters.moved(account, device)
    except IntegrityError:
        raise EmailTaken from None
    account.email = folded
