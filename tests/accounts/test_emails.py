"""What an account is told by mail: each thing once, exactly when it happened, in its language."""

import asyncio
import re

import pytest
from quart import Quart

from app.accounts import guest
from app.accounts.known_device import REMEMBERED_FOR, KnownBrowser
from app.accounts.models import Account, Session
from app.accounts.user import EmailTaken, User
from app.kernel import db
from app.mail.models import OutgoingEmail
from app.ops.retention_sweep import delete_expired
from app.sign_in.email_change import change_sign_in_email
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.world import PASSWORD

RANI = {"name": "Rani", "email": "rani@example.com", "password": PASSWORD, "of_age": "on", "language": "en"}
SARI = {"email": "sari@example.com", "password": PASSWORD}


async def received_kinds(recipient: str = "sari@example.com") -> list[str]:
    """The kinds of emails somebody got, in their order."""
    return [letter.kind for letter in await OutgoingEmail.filter(recipient=recipient).order_by("created_at")]


def another(app: Quart) -> Browser:
    return app.test_client()  # type: ignore[return-value]


async def test_who_signs_up_is_welcomed_once_in_their_language(visitor: Browser) -> None:
    await visitor.post("/signup", form=RANI)
    await visitor.post("/signup", form=RANI | {"email": "RANI@example.com"})

    [letter] = await OutgoingEmail.all()
    assert (letter.recipient, letter.kind, letter.subject) == ("rani@example.com", "welcome", "Welcome to Kliqs, Rani")
    assert letter.text.count("https://kliqs.test/dashboard/") == 3
    assert '<html lang="en">' in letter.html and letter.off_url == ""


async def test_who_is_refused_is_told_nothing(visitor: Browser, sari: Account) -> None:
    await visitor.post("/signup", form=RANI | {"email": "sari@example.com"})
    await visitor.post("/signup", form=RANI | {"password": "short"})
    assert await OutgoingEmail.all().count() == 0


async def test_who_signs_up_for_what_they_made_is_welcomed_too(database: str) -> None:
    _, token = await guest.open_guest("id", "203.0.113.7")
    await guest.sign_up_guest(token, "rani@example.com", "Rani", PASSWORD, language="id", of_age=True)
    assert await received_kinds("rani@example.com") == ["welcome"]


async def test_only_a_browser_that_never_signed_in_is_told_of(app: Quart, visitor: Browser) -> None:
    await visitor.post("/signup", form=RANI)
    rani = {"email": "rani@example.com", "password": PASSWORD}
    for _ in "12":
        await visitor.post("/logout")
        assert (await visitor.post("/login", form=rani)).status_code == 303
    assert await received_kinds("rani@example.com") == ["welcome"]

    other = another(app)
    await other.post("/login", form=rani)
    await other.post("/logout")
    await other.post("/login", form=rani)
    assert await received_kinds("rani@example.com") == ["welcome", "sign_in"]
    letter = await OutgoingEmail.get(kind="sign_in")
    assert "Firefox · Linux" in letter.text and "cannot be switched off" in letter.text and letter.off_url == ""


async def test_a_wrong_password_tells_nobody_and_sets_no_cookie(visitor: Browser, sari: Account) -> None:
    response = await visitor.post("/login", form=SARI | {"password": "wrong"})
    assert "kliqs_known" not in str(response.headers.getlist("Set-Cookie"))
    assert await received_kinds() == []


async def test_the_cookie_is_closed_to_scripts_and_its_value_kept_nowhere(visitor: Browser, sari: Account) -> None:
    response = await visitor.post("/login", form=SARI)
    [cookie] = [header for header in response.headers.getlist("Set-Cookie") if "kliqs_known" in header]
    assert cookie.startswith("__Host-kliqs_known=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    value = re.findall(r"known=([\w-]+)", cookie)[0]
    assert value not in str(await db.query_rows("SELECT * FROM known_browsers", []))


async def test_two_accounts_of_a_browser_cannot_be_brought_together(
    visitor: Browser, sari: Account, budi: Account
) -> None:
    await visitor.post("/login", form=SARI)
    await visitor.post("/logout")
    await visitor.post("/login", form=SARI | {"email": "budi@example.com"})
    digests = {known.digest for known in await KnownBrowser.all()}
    assert len(digests) == 2
    assert await received_kinds("budi@example.com") == ["sign_in"]


async def test_many_sign_ins_of_a_browser_at_once_are_one(sari: Account) -> None:
    user = await world.owner(sari)
    met = await asyncio.gather(*(KnownBrowser.record_sign_in(user.id, "a token") for _ in range(12)))
    assert met.count(True) == 1 == await KnownBrowser.all().count()


async def test_browsers_are_forgotten_after_a_year(sari: Account, moved: Clock) -> None:
    user = await world.owner(sari)
    await KnownBrowser.record_sign_in(user.id, "a token")
    moved.on(REMEMBERED_FOR / 2)
    await KnownBrowser.record_sign_in(user.id, "a token")
    moved.on(REMEMBERED_FOR * 0.75)
    await delete_expired()
    assert not await KnownBrowser.record_sign_in(user.id, "a token")
    moved.on(REMEMBERED_FOR * 1.01)
    await delete_expired()
    assert await KnownBrowser.all().count() == 0


async def test_a_new_password_is_told_ends_every_session_and_forgets_browsers(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    user = await world.owner(sari)
    await KnownBrowser.record_sign_in(user.id, "of a thief")
    form = {"current": PASSWORD, "password": "another long one"}
    assert (await as_sari.post("/dashboard/settings/security/password", form=form)).status_code == 303

    assert await received_kinds() == ["password"]
    letter = await OutgoingEmail.get()
    assert "Firefox · Linux" in letter.text and "WIB" in letter.text
    assert await Session.filter(user=user).count() == 1 == await KnownBrowser.all().count()
    await another(app).post("/login", form={"email": "sari@example.com", "password": "another long one"})
    assert await received_kinds() == ["password", "sign_in"]


async def test_a_password_that_stays_is_not_told(as_sari: Browser) -> None:
    for form in ({"current": "wrong", "password": "another long one"}, {"current": PASSWORD, "password": "short"}):
        assert (await as_sari.post("/dashboard/settings/security/password", form=form)).status_code == 422
    assert await received_kinds() == []


async def test_another_address_signs_in_and_the_old_one_is_told(as_sari: Browser, app: Quart) -> None:
    form = {"email": " Rani@Example.com"}
    assert (await as_sari.post("/dashboard/settings/security/email", form=form)).status_code == 303
    assert await received_kinds() == ["moved"] and await received_kinds("rani@example.com") == []
    assert (
        await another(app).post("/login", form={"email": "rani@example.com", "password": PASSWORD})
    ).status_code == 303


@pytest.mark.parametrize(
    ("form", "field"), [({"email": "rani"}, "f-email-note"), ({"email": "budi@example.com"}, "f-email-note")]
)
async def test_an_address_that_cannot_be_is_refused_beside_its_field(
    as_sari: Browser, budi: Account, form: dict[str, str], field: str
) -> None:
    response = await as_sari.post("/dashboard/settings/security/email", form=form)
    assert response.status_code == 422 and f'id="{field}"' in await response.get_data(as_text=True)
    assert await received_kinds() == [] and await User.exists(email="sari@example.com")


async def test_two_who_want_one_address_at_once_share_it_out(sari: Account, budi: Account) -> None:
    users = [await world.owner(account) for account in (sari, budi)]
    done = await asyncio.gather(
        *(change_sign_in_email(user, "rani@example.com") for user in users), return_exceptions=True
    )
    assert sorted(type(result).__name__ for result in done) == [EmailTaken.__name__, "NoneType"]
    assert await OutgoingEmail.all().count() == 1
