"""Signing up: a new user, an account of theirs, and the membership that makes them its owner."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tortoise.exceptions import IntegrityError

from app.accounts import emails
from app.accounts.consent import Consent
from app.accounts.models import Account, Membership
from app.accounts.roles import OWNER
from app.accounts.sign_up_checks import new_user_columns
from app.accounts.user import EmailTaken, User
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.throttle import Throttle

new_accounts = Throttle("sign-up by address", 20, 60)
NewUserHook = Callable[[User], Awaitable[None]]  # runs inside the transaction that creates a user


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
    columns: Mapping[str, Any],
    *,
    language: str,
    plan: str = "free",
    greeted: bool = False,
    also: NewUserHook | None = None,
) -> Membership:
    """Creates a user of these columns (`new_user_columns`) with an account. Raises: EmailTaken, those of `also`.

    `also` is awaited in the same transaction, such as to add the way in which a user without a password signs in.
    """
    try:
        async with transaction():
            user = await create_user(language, columns)
            membership = await open_empty_account(user, plan)
            if also is not None:
                await also(user)
            if greeted:
                await emails.send_welcome(user)
    except IntegrityError:
        raise EmailTaken from None
    return membership


async def create_user(language: str, columns: Mapping[str, Any]) -> User:
    """Creates a user with what they consented to; `columns` are those of `new_user_columns`. Raises: IntegrityError."""
    user = await User.create(language=language, **columns)
    await Consent.record_sign_up(user.id, user.terms_seen)
    return user


async def open_empty_account(user: User, plan: str = "free", name: str = "") -> Membership:
    """Opens an empty account that a user owns, in the caller's transaction; without `name` it has that of the user."""
    account = await Account.create(
        name=name or user.name, language=user.language, time_zone=user.time_zone, plan_name=plan, created_at=clock.now()
    )
    return await make_owner(user, account)


async def make_owner(user: User, account: Account) -> Membership:
    """Makes a user the owner of an account that has no members; call it in the transaction that makes one of them."""
    membership = await Membership.create(user=user, account=account, role=OWNER, created_at=clock.now())
    await Account.filter(id=account.id).update(seats_used=1)
    account.seats_used = 1
    return membership
