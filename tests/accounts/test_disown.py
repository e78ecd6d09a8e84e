"""The link "this was not me" in security emails shuts everybody out, once, within a week, and only by its button."""

import asyncio
import re
from datetime import timedelta

import pytest

from app.accounts import disown
from app.accounts.disown import VALID_FOR, DisownLink
from app.accounts.known_device import KnownBrowser
from app.accounts.models import Account, SecurityEvent, Session
from app.accounts.user import User, WrongSignIn
from app.kernel.refusal import NotFound
from app.mail.models import OutgoingEmail
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.subtests import as_subtests
from tests.world import PASSWORD


async def mailed_link(as_sari: Browser) -> str:
    """The path in the email about a changed password."""
    await as_sari.post(
        "/dashboard/settings/security/password", form={"current": PASSWORD, "password": "another long one"}
    )
    email = await OutgoingEmail.filter(kind="password").get()
    [path] = re.findall(r"https?://[^/]+(/not-me/\S+)", email.text)
    return str(path)


async def test_a_mail_scanner_that_opens_it_changes_nothing(as_sari: Browser, visitor: Browser) -> None:
    path = await mailed_link(as_sari)
    for _ in range(3):
        answer = await visitor.get(path)
        assert answer.status_code == 200 and answer.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer.headers["Cache-Control"]
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    assert await User.authenticate("sari@example.com", "another long one", "192.0.2.1")


async def test_its_button_signs_everybody_out_and_takes_the_password_away(
    as_sari: Browser, visitor: Browser, sari: Account, budi: Account
) -> None:
    path, elsewhere = await mailed_link(as_sari), await world.begin_session(budi)
    assert (await visitor.post(path)).status_code == 200
    assert (await as_sari.get("/dashboard/links/")).status_code == 303
    with pytest.raises(WrongSignIn):
        await User.authenticate("sari@example.com", "another long one", "192.0.2.1")
    assert await Session.by_token(elsewhere) and not await KnownBrowser.filter(user__email="sari@example.com").exists()
    assert await SecurityEvent.filter(user__email="sari@example.com", kind="disowned").count() == 1


async def test_it_works_once_of_fifty_at_the_same_time(sari: Account) -> None:
    token = await DisownLink.make((await world.owner(sari)).id)
    answers = await asyncio.gather(*(disown.shut_everybody_out(token) for _ in range(50)), return_exceptions=True)
    assert answers.count(None) == 1 and sum(isinstance(answer, NotFound) for answer in answers) == 49


async def test_it_works_for_a_week_and_no_second_longer(visitor: Browser, sari: Account, moved: Clock) -> None:
    token = await DisownLink.make((await world.owner(sari)).id)
    moved.on(VALID_FOR - timedelta(seconds=1))
    assert (await visitor.get(f"/not-me/{token}")).status_code == 200
    moved.on(timedelta(seconds=1))
    assert (await visitor.get(f"/not-me/{token}")).status_code == 404
    assert (await visitor.post(f"/not-me/{token}")).status_code == 404
    assert await DisownLink.outdated().count() == 1


@as_subtests("token", ["x", "%00", "%ED%A0%80", "x" * 5_000])
async def test_an_invented_one_does_nothing(visitor: Browser, sari: Account, token: str) -> None:
    assert (await visitor.get(f"/not-me/{token}")).status_code in {400, 404, 414}
    assert (await visitor.post(f"/not-me/{token}")).status_code in {400, 404, 414}
