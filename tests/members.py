"""Members of an account in tests: people who work in an account of somebody else and own none."""

from typing import cast

from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.user import User
from app.kernel import clock
from tests import world
from tests.client import Browser


async def join(account: Account, role: str) -> User:
    """A new user, named as their role, who is a member of this account alone."""
    own = (await register(f"{role}@example.com", role.title(), world.PASSWORD, language="en")).account
    user = await world.owner(own)
    await Membership.filter(account_id=own.id).delete()
    await Account.filter(id=own.id).delete()
    await Membership.create(user=user, account=account, role=role, created_at=clock.now())
    return user


async def browser_of(app: Quart, user: User) -> Browser:
    """A browser in which a user is signed in."""
    browser = cast(Browser, app.test_client())
    browser.sign_in(await Session.begin(user, "Firefox · Linux"))
    return browser


async def as_member(app: Quart, account: Account, role: str) -> Browser:
    """The browser of a new member of an account."""
    return await browser_of(app, await join(account, role))
