"""A forgotten password: a link that works once, for whoever reads the mailbox and has the second factor."""

import html
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart, Response

from app.accounts import sign_in_flow
from app.accounts.models import Account, KnownBrowser, SecurityEvent, Session
from app.accounts.user import User
from app.sign_in import password_reset
from app.sign_in.mailed_code import WrongCode
from app.sign_in.mailed_link import RESET, LinkUsedUp, MailedLink
from app.sign_in.password_reset import Proof, choose_password, use_reset_link
from app.web import htmx
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import statements
from tests.sign_in.letters import FIRST, NOBODY, SARI, letter, letters, link, race, send_mail
from tests.world import PASSWORD

NEW = "teh tubruk sore hari"
CHOICE = "/login/new-password"


@pytest.fixture(autouse=True)
def _mail(database: str) -> None:
    send_mail()


async def ask(browser: Browser, email: str = SARI) -> None:
    response = await browser.post("/login/forgotten", form={"email": email})
    assert (response.status_code, response.headers["Location"]) == (303, "/login/inbox")


async def use(browser: Browser, path: str) -> None:
    response = await browser.post(path)
    assert (response.status_code, response.headers["Location"]) == (303, CHOICE)


async def sign_in(browser: Browser, password: str) -> int:
    return (await browser.post("/login", form={"email": SARI, "password": password})).status_code


async def test_a_new_password_is_chosen_and_ends_everything_else(app: Quart, visitor: Browser, sari: Account) -> None:
    other = await world.begin_session(sari)
    user = await world.owner(sari)
    await KnownBrowser.record_sign_in(user.id, "a browser of before")
    await visitor.post("/login/link", form={"email": SARI})
    sign_in_link = await link(SARI, "sign_in_link")
    await ask(visitor)
    first = await link(SARI, "reset")
    await ask(visitor)
    await use(visitor, await link(SARI, "reset"))

    response = await visitor.post(CHOICE, form={"password": NEW})
    assert (response.status_code, response.headers["Location"]) == (303, "/login")
    assert await Session.by_token(other) is None and await KnownBrowser.all().count() == 0
    for path in (first, sign_in_link):
        assert (await visitor.post(path)).status_code == 410, "every other reset and link ends"
    assert (await visitor.get("/dashboard/links/")).status_code == 303, "nobody is signed in by a reset"
    assert (await sign_in(visitor, PASSWORD), await sign_in(visitor, NEW)) == (422, 303)
    assert (await world.owner(sari)).email_verified_at
    assert [one.kind for one in await letters(SARI)][:2] == ["sign_in", "password"], "it is told by mail"
    kinds = {event.kind for event in await SecurityEvent.filter(user_id=user.id)}
    assert {"password_changed", "password_reset", "email_verified"} <= kinds


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_scanner_uses_nothing(visitor: Browser, sari: Account, method: str) -> None:
    await ask(visitor)
    path = await link(SARI, "reset")
    response = await visitor.open(path, method=method)
    assert response.status_code == 200 and response.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in response.headers or "kliqs_inbox" not in str(response.headers.getlist("Set-Cookie"))
    await use(visitor, path)


async def test_a_link_works_once_and_for_half_an_hour(visitor: Browser, sari: Account, moved: Clock) -> None:
    await ask(visitor)
    path = await link(SARI, "reset")
    await use(visitor, path)
    assert (await visitor.post(path)).status_code == 410
    moved.on(timedelta(minutes=30))
    assert (
        (await visitor.get(CHOICE)).status_code
        == (await visitor.post(CHOICE, form={"password": NEW})).status_code
        == 410
    )
    await ask(visitor)
    late = await link(SARI, "reset")
    moved.on(timedelta(minutes=30))
    assert (await visitor.post(late)).status_code == 410
    assert await sign_in(visitor, PASSWORD) == 303


async def test_another_browser_cannot_go_on_where_one_began(app: Quart, visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    await use(visitor, await link(SARI, "reset"))
    other = cast(Browser, app.test_client())
    assert (
        (await other.get(CHOICE)).status_code == (await other.post(CHOICE, form={"password": NEW})).status_code == 410
    )


async def test_of_fifty_uses_at_once_one_wins(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    token = (await link(SARI, "reset")).rpartition("/")[2]
    [(browser, _)] = await race([use_reset_link(token) for _ in range(50)])
    won = await race([choose_password(browser, f"teh tubruk sore {at}", "") for at in range(30)])
    assert len(won) == 1, "and of as many passwords one is set"
    changed = await SecurityEvent.filter(kind="password_changed").count()
    assert changed == 1


async def test_known_and_unknown_addresses_do_the_same_work(app: Quart, sari: Account) -> None:
    work = []
    for email in (FIRST, SARI, NOBODY):
        browser = cast(Browser, app.test_client())
        with statements() as sent:
            response = await browser.post("/login/forgotten", form={"email": email})
        text = html.unescape(await (await browser.get("/login/inbox?lang=en")).get_data(as_text=True))
        work.append(([one.sql for one in sent], response.status_code, text.count("a link is on its way")))
    assert work[1] == work[2]
    assert [one.kind for one in await letters(SARI)] == ["reset"] and not await letters(NOBODY)


async def test_a_guessable_password_is_refused_and_the_next_one_taken(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    await use(visitor, await link(SARI, "reset"))
    for password in ("short", "password1", "sari@example.com"):
        assert (await visitor.post(CHOICE, form={"password": password})).status_code == 422
    assert (await visitor.post(CHOICE, form={"password": NEW})).status_code == 303


async def test_a_second_factor_is_asked_for_before_the_new_password(
    visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[str] = []

    async def is_needed(user: User) -> bool:
        return user.email == SARI

    async def prove(_user: User, code: str) -> None:
        typed.append(code)
        if code != "123456":
            raise WrongCode(left=1)

    proof = Proof("code", "sign_in/_code_field.html", is_needed, prove)
    monkeypatch.setattr(password_reset, "proofs", [proof])
    await ask(visitor)
    await use(visitor, await link(SARI, "reset"))
    assert 'name="code"' in await (await visitor.get(CHOICE)).get_data(as_text=True)
    for form in ({"password": NEW}, {"password": NEW, "code": "1"}, {"password": "short", "code": "123456"}):
        assert (await visitor.post(CHOICE, form=form)).status_code == 422
    assert typed == ["", "1"], "a refused password uses up no code"
    assert (await visitor.post(CHOICE, form={"password": NEW, "code": "123456"})).status_code == 303


async def test_a_second_factor_is_asked_for_after_a_sign_in_link(
    visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def step(_user: User, _next_path: str, _pending: object) -> Response:
        return htmx.redirect_to("/login/two-factor")

    monkeypatch.setattr(sign_in_flow, "_further_steps", [step])
    await visitor.post("/login/link", form={"email": SARI})
    response = await visitor.post(await link(SARI, "sign_in_link"))
    assert response.headers["Location"] == "/login/two-factor" and await Session.all().count() == 0


async def test_somebody_without_a_password_may_choose_one(visitor: Browser, sari: Account) -> None:
    await User.filter(email=SARI).update(password_hash="")
    assert await sign_in(visitor, "") == 422
    await ask(visitor)
    await use(visitor, await link(SARI, "reset"))
    await visitor.post(CHOICE, form={"password": NEW})
    assert await sign_in(visitor, NEW) == 303


async def test_what_a_stranger_added_to_an_unproved_address_ends(
    visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []

    async def end(user_id: object) -> None:
        ended.append(user_id)

    monkeypatch.setattr(User, "unproved_way_hooks", [end])
    for _ in "12":
        await ask(visitor)
        await use(visitor, await link(SARI, "reset"))
        await visitor.post(CHOICE, form={"password": NEW})
    assert ended == [(await world.owner(sari)).id], "once, when the address is proved for the first time"


async def test_a_link_to_an_address_that_was_changed_opens_nothing(visitor: Browser, sari: Account) -> None:
    await ask(visitor)
    token = (await link(SARI, "reset")).rpartition("/")[2]
    await User.filter(email=SARI).update(email="new@example.com")
    with pytest.raises(LinkUsedUp):
        await use_reset_link(token)


async def test_the_mail_is_in_the_language_of_the_user(visitor: Browser, sari: Account, budi: Account) -> None:
    await ask(visitor)
    await ask(visitor, "budi@example.com")
    assert (await letter(SARI, "reset")).subject == "Pilih kata sandi baru"
    sent = await letter("budi@example.com", "reset")
    assert sent.subject == "Choose a new password" and "cannot be switched off" in sent.text
    assert await MailedLink.filter(purpose=RESET).count() == 2
