"""Signing in by a link: once, for a quarter of an hour, by a button; and nobody learns who has an account."""

import asyncio
import html
import re
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account, KnownBrowser, SecurityEvent, Session
from app.accounts.user import User
from app.kernel import installation
from app.mail.models import OutgoingEmail
from app.sign_in.mailed_link import LIFETIMES, SIGN_IN, LinkUsedUp, MailedLink
from app.sign_in.sign_in_link import use_link
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import statements
from tests.sign_in.letters import FIRST, NOBODY, SARI, letter, letters, link, race, send_mail
from tests.subtests import as_subtests
from tests.world import PASSWORD

SIGN_IN_FORM = {"email": SARI, "password": PASSWORD}


@pytest.fixture(autouse=True)
def _mail(database: str) -> None:
    send_mail()


async def ask(browser: Browser, email: str = SARI, **form: str) -> str:
    """Asks for a link, and returns the page about it."""
    response = await browser.post("/login/link", form={"email": email, **form})
    assert (response.status_code, response.headers["Location"]) == (303, "/login/inbox")
    return html.unescape(await (await browser.get("/login/inbox?lang=en")).get_data(as_text=True))


async def verified(account: Account) -> User:
    user = await world.owner(account)
    await user.mark_email_verified(keep_password=True, keep_ways=True)
    return user


async def test_a_link_signs_in_once_and_leads_where_one_wanted(visitor: Browser, sari: Account) -> None:
    page = await ask(visitor, next="/dashboard/qr/")
    path = await link(SARI, "sign_in_link")
    response = await visitor.post(path)

    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/qr/")
    assert (await visitor.get("/dashboard/links/")).status_code == 200
    words = re.findall(r"[a-z]+-[a-z]+(?=</strong>)", page)[0]
    assert words in (await letter(SARI, "sign_in_link")).text
    again = await visitor.post(path)
    assert again.status_code == 410
    assert (await world.owner(sari)).email_verified_at
    kinds = [event.kind for event in await SecurityEvent.all().order_by("id")]
    assert kinds[:4] == ["sign_in_link_sent", "email_verified", "sign_in_link_used", "signed_in"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_scanner_that_opens_a_link_uses_nothing(visitor: Browser, sari: Account, method: str) -> None:
    await ask(visitor)
    path = await link(SARI, "sign_in_link")
    for headers in ({}, {"Sec-Purpose": "prefetch"}):
        response = await visitor.open(path, method=method, headers=headers)
        assert response.status_code == 200 and "kliqs_session" not in str(response.headers)
    assert await Session.all().count() == 0
    assert (await visitor.post(path)).status_code == 303


async def test_pages_of_a_link_tell_nobody_its_address(
    app: Quart, visitor: Browser, sari: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    await ask(visitor)
    path = await link(SARI, "sign_in_link")
    token = path.rpartition("/")[2]
    response = await visitor.get(path)
    text = await response.get_data(as_text=True)
    assert response.headers["Referrer-Policy"] == "no-referrer" and response.headers["Cache-Control"] == "no-store"
    assert (
        token not in text.partition("</title>")[0]
        and "https://" not in text.partition("<main")[2].partition("</form>")[0]
    )
    await visitor.post(path)
    assert token not in capsys.readouterr().err
    assert not await OutgoingEmail.filter(subject__contains=token).exists()
    assert token not in str(await MailedLink.all().values())


async def test_a_link_is_late_after_a_quarter_of_an_hour(visitor: Browser, sari: Account, moved: Clock) -> None:
    await ask(visitor)
    path = await link(SARI, "sign_in_link")
    moved.on(timedelta(minutes=15))
    for response in (await visitor.get(path), await visitor.post(path)):
        assert response.status_code == 410
    assert await Session.all().count() == 0


async def test_of_fifty_uses_at_once_one_wins(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    token = (await link(SARI, "sign_in_link")).rpartition("/")[2]
    assert len(await race([use_link(token, "") for _ in range(50)])) == 1


async def test_another_browser_may_use_it_and_gets_a_session_of_its_own(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    await ask(visitor)
    path = await link(SARI, "sign_in_link")
    phone = cast(Browser, app.test_client())
    assert (await phone.post(path)).status_code == 303
    assert (await visitor.get("/dashboard/links/")).status_code == 303, "who asked is not signed in by that"


async def test_a_session_that_somebody_planted_does_not_become_ones_own(
    visitor: Browser, sari: Account, budi: Account
) -> None:
    visitor.sign_in(planted := await world.begin_session(budi))
    await ask(visitor)
    await visitor.post(await link(SARI, "sign_in_link"))
    assert await Session.by_token(planted) is None
    assert [str(session.user_id) for session in await Session.all()] == [str((await world.owner(sari)).id)]


async def test_known_and_unknown_addresses_get_the_same_page_and_the_same_work(app: Quart, sari: Account) -> None:
    pages, work = [], []
    for email in (FIRST, SARI, NOBODY):
        browser = cast(Browser, app.test_client())
        with statements() as sent:
            response = await browser.post("/login/link", form={"email": email})
        work.append(([statement.sql for statement in sent], response.status_code, sorted(response.headers.keys())))
        page = html.unescape(await (await browser.get("/login/inbox")).get_data(as_text=True))
        pages.append(re.sub(r"<strong>[a-z-]+</strong>", "words", page.replace(email, "email")))
    assert pages[1] == pages[2] and work[1] == work[2]
    assert not any("letters" in sql for sql in work[1][0]), "the request itself writes to nobody"
    assert len(await letters(SARI)) == 1 and not await letters(NOBODY)


@as_subtests("path", ["https://evil.example", "//evil.example", "/\\evil.example", "/" + "x" * 600])
async def test_a_link_leads_to_pages_of_ours_only(visitor: Browser, sari: Account, path: str) -> None:
    await ask(visitor, next=path)
    response = await visitor.post(await link(SARI, "sign_in_link"))
    assert response.headers["Location"] == "/dashboard/"


async def test_what_was_typed_wrong_is_said_by_its_field(visitor: Browser) -> None:
    response = await visitor.post("/login/link?lang=en", form={"email": "sari", "next": "/dashboard/qr/"})
    text = await response.get_data(as_text=True)
    assert response.status_code == 422 and 'id="email-note"' in text and 'value="/dashboard/qr/"' in text


async def test_it_is_sent_again_after_a_minute_with_the_same_words(
    visitor: Browser, sari: Account, moved: Clock
) -> None:
    page = await ask(visitor)
    assert 'disabled data-wait="60"' in page and "possible in 60 seconds" in page
    refused = await visitor.post("/login/inbox")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    first = await link(SARI, "sign_in_link")
    moved.on(timedelta(seconds=60))
    assert (await visitor.post("/login/inbox")).status_code == 303
    sent = await letters(SARI)
    assert len(sent) == 2 and len({re.findall(r"\b[a-z]+-[a-z]+$", one.text, re.MULTILINE)[0] for one in sent}) == 1
    assert (await visitor.post(first)).status_code == 303, "the first one still works"


async def test_again_fifty_times_at_once_sends_one(visitor: Browser, sari: Account, moved: Clock) -> None:
    await ask(visitor)
    moved.on(timedelta(minutes=1))
    asked = (await MailedLink.all())[0]
    assert len(await race([asked.repeat() for _ in range(50)])) == 1


async def test_strangers_cannot_keep_the_owner_out_by_asking(app: Quart, sari: Account) -> None:
    owner = cast(Browser, app.test_client())
    await owner.post("/login", form=SIGN_IN_FORM)
    await owner.post("/logout")
    stranger = cast(Browser, app.test_client())
    statuses = [(await stranger.post("/login/link", form={"email": SARI})).status_code for _ in range(7)]
    assert statuses == [303] * 5 + [429] * 2
    unknown = [(await stranger.post("/login/link", form={"email": NOBODY})).status_code for _ in range(7)]
    assert unknown == statuses, "the limit tells nothing"
    assert (await owner.post("/login/link", form={"email": SARI})).status_code == 303
    assert (await owner.post("/login", form=SIGN_IN_FORM)).status_code == 303
    assert LIFETIMES[SIGN_IN] >= timedelta(minutes=15), "while the limit is used up, a link in the mailbox works"


async def test_a_link_to_an_address_that_was_changed_opens_nothing(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    path = await link(SARI, "sign_in_link")
    await User.filter(email=SARI).update(email="new@example.com")
    assert (await visitor.post(path)).status_code == 410


async def test_without_mail_there_is_no_such_way(visitor: Browser, sari: Account) -> None:
    installation.current().mail_backend = None
    text = await (await visitor.get("/login")).get_data(as_text=True)
    assert "/login/link" not in text and "/login/forgotten" not in text
    for path in ("/login/link", "/login/inbox", "/login/forgotten", "/login/link/x"):
        assert (await visitor.get(path)).status_code == 404
        assert (await visitor.post(path)).status_code in {404, 405}


async def test_whoever_signed_up_with_an_address_of_somebody_else_is_out_once_its_owner_comes(
    app: Quart, sari: Account
) -> None:
    """Pre-hijacking: the address was never verified, and a stranger waits with a password and a session."""
    stranger = cast(Browser, app.test_client())
    await stranger.post("/login", form=SIGN_IN_FORM)
    owner = cast(Browser, app.test_client())
    await ask(owner)
    await owner.post(await link(SARI, "sign_in_link"))

    assert (await stranger.get("/dashboard/links/")).status_code == 303
    assert (await stranger.post("/login", form=SIGN_IN_FORM)).status_code == 422
    assert (await owner.get("/dashboard/links/")).status_code == 200
    assert await KnownBrowser.all().count() == 1


async def test_a_browser_that_signed_in_with_the_password_keeps_it(visitor: Browser, sari: Account) -> None:
    await visitor.post("/login", form=SIGN_IN_FORM)
    await ask(visitor)
    await visitor.post(await link(SARI, "sign_in_link"))
    assert (await world.owner(sari)).password_hash


async def test_a_verified_user_keeps_password_and_sessions(app: Quart, visitor: Browser, sari: Account) -> None:
    await verified(sari)
    other = await world.begin_session(sari)
    await ask(visitor)
    await visitor.post(await link(SARI, "sign_in_link"))
    assert (await world.owner(sari)).password_hash and await Session.by_token(other)


async def test_a_link_ends_with_a_new_password(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    token = (await link(SARI, "sign_in_link")).rpartition("/")[2]
    await (await world.owner(sari)).set_password("another long one")
    with pytest.raises(LinkUsedUp):
        await use_link(token, "")


async def test_the_job_writes_once_however_often_it_runs(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    request = (await MailedLink.all())[0]
    user = await world.owner(sari)
    tokens = await asyncio.gather(*(request.make_token(user.id) for _ in range(10)))
    assert len([token for token in tokens if token]) == 1


async def test_whoever_types_an_address_elsewhere_uses_up_no_links_to_it(
    app: Quart, visitor: Browser, as_budi: Browser, sari: Account
) -> None:
    """The owner in a new browser has no other way in while strangers guess at the password."""
    form = {"email": SARI, "name": "Stranger", "password": "kopi susu gula aren", "of_age": "on"}
    statuses = [(await visitor.post("/signup", form=form)).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]
    assert (await as_budi.post("/dashboard/settings/security/email", form={"email": SARI})).status_code == 429
    await ask(cast(Browser, app.test_client()))
    assert await link(SARI, "sign_in_link")
