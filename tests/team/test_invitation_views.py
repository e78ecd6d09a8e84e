"""The page of an invitation: opening it does nothing, its token stays out of addresses, and only the invited get in."""

import re

import pytest
from quart import Quart

from app.accounts.deletion_grace import GRACE
from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.roles import EDITOR
from app.accounts.user import User
from app.kernel import clock
from app.team.models import Invitation
from tests import world
from tests.client import Browser
from tests.team.people import MAYA, browser_of, invite, seats

PAGE = "/invitation/"


async def maya() -> User:
    return (await register(MAYA, "Maya", world.PASSWORD, language="en")).user


async def opened(browser: Browser, token: str) -> str:
    """The page to which the link of a letter leads."""
    answer = await browser.get(f"/invitation/{token}")
    assert (answer.status_code, answer.headers["Location"]) == (303, PAGE)
    assert answer.headers["Referrer-Policy"] == "no-referrer" and answer.headers["Cache-Control"] == "no-store"
    return await (await browser.get(PAGE)).get_data(as_text=True)


async def test_the_page_says_who_invites_where_and_as_what_and_nothing_happens(visitor: Browser, dewi: Account) -> None:
    token = await invite(dewi)
    for _ in range(3):
        page = await opened(visitor, token)
    assert (
        "Dewi" in page and MAYA in page and "/login?next=/invitation/" in page and "/signup?next=/invitation/" in page
    )
    assert token not in page
    assert await Invitation.all().count() == 1 and await seats(dewi) == 2


async def test_a_new_person_signs_up_and_joins(visitor: Browser, dewi: Account) -> None:
    await opened(visitor, await invite(dewi))
    form = {"email": MAYA, "name": "Maya", "password": world.PASSWORD, "of_age": "on", "next": PAGE, "language": "en"}
    answer = await visitor.post("/signup", form=form)
    assert answer.headers["Location"] == PAGE
    assert "Join</span>" in await (await visitor.get(PAGE)).get_data(as_text=True)
    answer = await visitor.post(PAGE)
    assert answer.status_code == 303
    user = await User.get(email=MAYA)
    member = await Membership.get(account_id=dewi.id, user_id=user.id)
    assert member.role == EDITOR and user.email_verified_at is not None
    assert (await Session.get(user_id=user.id)).account_id == dewi.id
    page = await (await visitor.get("/dashboard/links/")).get_data(as_text=True)
    assert f'name="workspace" value="{dewi.id}"' in page


async def test_who_has_an_account_signs_in_and_comes_back(visitor: Browser, dewi: Account) -> None:
    await maya()
    await opened(visitor, await invite(dewi))
    answer = await visitor.post("/login", form={"email": MAYA, "password": world.PASSWORD, "next": PAGE})
    assert answer.headers["Location"] == PAGE
    await visitor.post(PAGE)
    assert await seats(dewi) == 2 and await Invitation.all().count() == 0


async def test_joining_without_being_signed_in_asks_to_sign_in(visitor: Browser, dewi: Account) -> None:
    await opened(visitor, await invite(dewi))
    answer = await visitor.post(PAGE)
    assert answer.headers["Location"] == f"/login?next={PAGE}"
    assert await Invitation.all().count() == 1


async def test_another_user_is_told_so_and_can_sign_in_with_the_other_address(
    as_sari: Browser, sari: Account, dewi: Account
) -> None:
    page = await opened(as_sari, await invite(dewi))
    assert MAYA in page and "sari@example.com" in page and 'action="/invitation/other"' in page
    assert 'action="/invitation/"' not in page
    answer = await as_sari.post(PAGE)
    assert answer.status_code == 422 and await seats(dewi) == 2
    answer = await as_sari.post("/invitation/other")
    assert answer.headers["Location"] == f"/login?next={PAGE}" and await Session.all().count() == 0
    assert MAYA in await (await as_sari.get(PAGE)).get_data(as_text=True), "the invitation is still there"
    assert await Membership.filter(account_id=dewi.id).count() == 1


async def test_the_invited_person_declines(visitor: Browser, dewi: Account) -> None:
    await opened(visitor, await invite(dewi))
    assert (await visitor.post("/invitation/decline")).status_code == 200
    assert await seats(dewi) == 1
    assert (await visitor.post("/invitation/decline")).status_code == 410


async def test_what_is_no_invitation_any_more_says_so(app: Quart, visitor: Browser, dewi: Account) -> None:
    user = await maya()
    used = await invite(dewi)
    first = await browser_of(app, user)
    await opened(first, used)
    await first.post(PAGE)
    second = await browser_of(app, user)
    for browser, token in ((second, used), (visitor, used), (visitor, "x"), (visitor, "%00"), (visitor, "é" * 50)):
        await browser.get(f"/invitation/{token}")
        assert (await browser.get(PAGE)).status_code == 410
    assert (await second.post(PAGE)).status_code == 410
    fresh = app.test_client()
    assert isinstance(fresh, Browser)
    assert (await fresh.get(PAGE)).status_code == 410
    assert await seats(dewi) == 2


async def test_tokens_are_in_no_log(visitor: Browser, dewi: Account, capfd: object) -> None:
    token = await invite(dewi)
    await opened(visitor, token)
    logged = capfd.readouterr().err  # type: ignore[attr-defined]
    assert re.search(r'"route": "/invitation/<token>"', logged) and token not in logged


@pytest.mark.parametrize("who", ["user", "workspace"])
async def test_nobody_joins_while_they_or_the_workspace_will_be_deleted(app: Quart, dewi: Account, who: str) -> None:
    user, token = await maya(), await invite(dewi)
    browser = await browser_of(app, user)
    await opened(browser, token)
    going = User.filter(id=user.id) if who == "user" else Account.filter(id=dewi.id)
    await going.update(delete_at=clock.now() + GRACE)
    answer = await browser.post(PAGE)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 409 and "Undo the deletion first." in page and 'action="/invitation/other"' not in page
    assert not await Membership.filter(user=user, account=dewi).exists() and await seats(dewi) == 2
