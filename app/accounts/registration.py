"""Signing up: a new user, an account of theirs, and the membership that makes them its owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.sign_up_checks import new_user_columns
from app.accounts.user import EmailTaken, User
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.throttle import Throttle

new_accounts = Throttle("sign-up by address", 20, 60)


async def register(
    email: str,
    name: str,
    password: str,
    *,
    language: str = "id",
    of_age: bool = True,
    plan: str = "free",
    greeted: bool = False,
) -> Membership:
    """Creates a user with an account of their own, and sends the welcome email if `greeted`.

    Returns the membership with its user and account. Raises: those of `new_user_columns`, EmailTaken.
    """
    columns = await new_user_columns(email, name, password, of_age=of_age)
    return await open_account(columns, language=language, plan=plan, greeted=greeted)


async def open_account(
    columns: Mapping[str, Any], *, language: str, plan: str = "free", greeted: bool = False
) -> Membership:
    """Creates a user of these columns (`new_user_columns`) with an account. Raises: EmailTaken."""
    try:
        async with transaction():
            user = await User.create(language=language, **columns)
            membership = await _account_of(user, plan)
            if greeted:
                await emails.send_welcome(user)
    except IntegrityError:
        raise EmailTaken from None
    return membership


async def _account_of(user: User, plan: str) -> Membership:
    account = await Account.create(name=user.name, language=user.language, plan_name=plan, created_at=user.created_at)
    return await make_owner(user, account)


async def make_owner(user: User, account: Account) -> Membership:
    """Makes a user the owner of an account that has no members; call it in the transaction that makes one of them."""
    membership = await Membership.create(user=user, account=account, role=OWNER, created_at=clock.now())
    await Account.filter(id=account.id).update(seats_used=1)
    account.seats_used = 1
    return membership
