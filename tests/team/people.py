"""People in several accounts, and the letters that invite them."""

import re

from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.roles import EDITOR
from app.accounts.user import User
from app.kernel import clock
from app.mail.models import OutgoingEmail
from app.plans import quota
from app.team import invitations
from app.team.models import Invitation
from tests import world
from tests.client import Browser

MAYA = "maya@example.com"
TEAM = "/dashboard/settings/team"


async def join(person: Account, account: Account, role: str = EDITOR) -> Membership:
    """Makes the owner of an account a member of another one, whose plan has room."""
    await Account.filter(id=account.id).update(plan_name="business")
    await account.refresh_from_db()
    await quota.count_new_seats(account)
    return await Membership.create(user=await world.owner(person), account=account, role=role, created_at=clock.now())


async def invite(account: Account, email: str = MAYA, role: str = EDITOR) -> str:
    """The token in the letter that invites somebody into an account, whose plan has room."""
    await Account.filter(id=account.id).update(plan_name="business")
    await account.refresh_from_db()
    await invitations.invite(account, await world.owner(account), email, role)
    return await newest_token(email)


async def newest_token(email: str) -> str:
    """The token in the newest letter to an address."""
    letter = await OutgoingEmail.filter(recipient=email, kind="invitation").order_by("-created_at").first()
    assert letter
    match = re.search(r"/invitation/([\w-]+)", letter.text)
    assert match
    return match[1]


async def seats(account: Account) -> int:
    """What the database says are the seats in use; asserts that so many members and open invitations exist."""
    used = (await Account.get(id=account.id)).seats_used
    members = await Membership.filter(account_id=account.id).count()
    assert used == members + await Invitation.owned_by(account).filter(released_at=None).count()
    return used


async def browser_of(app: Quart, user: User) -> Browser:
    """A browser in which a user is signed in."""
    browser = app.test_client()
    assert isinstance(browser, Browser)
    browser.sign_in(await Session.begin(user, "Firefox · Linux"))
    return browser
