"""An operator, and their browser, which has just proved with a second factor who they are."""

from __future__ import annotations

from typing import cast

from quart import Quart

from app.accounts.models import Account, Session
from app.accounts.user import User
from app.kernel import clock
from app.operators.appointment import add_operator
from tests import world
from tests.client import Browser

HOME = "/dashboard/operator"
PAYMENTS = f"{HOME}/payments"


async def make_operator(account: Account) -> User:
    """Makes the owner of an account an operator with a passkey."""
    user = await world.owner(account)
    await User.filter(id=user.id).update(email_verified_at=clock.now())
    await add_operator(user.email)
    await world.passkey_of(user, credential_id=f"key-of-{user.email}")
    return await User.get(id=user.id)


async def browser_of(app: Quart, user: User, *, second_factor: bool = True) -> Browser:
    """A browser in which somebody is signed in, by default with a second factor just now."""
    browser = cast(Browser, app.test_client())
    browser.sign_in(await Session.begin(user, "Firefox · Linux", second_factor=second_factor))
    return browser


async def operator_browser(app: Quart, account: Account) -> Browser:
    """The browser of an operator who owns an account."""
    return await browser_of(app, await make_operator(account))
