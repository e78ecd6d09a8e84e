"""Strangers who guess keep nobody out but strangers: an owner's browser and session have limits of their own."""

import pytest
from quart import Quart

from app.accounts import sign_in_throttle
from app.accounts.known_device import REMEMBERED_FOR, KnownBrowser
from app.accounts.models import Account
from app.accounts.registration import new_accounts
from app.accounts.user import User
from app.kernel import passwords
from app.kernel.refusal import TooManyAttempts
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.world import PASSWORD

SARI = {"email": "sari@example.com", "password": PASSWORD}
WRONG = SARI | {"password": "wrong"}
SECURITY = "/dashboard/settings/security"


async def signs_in(browser: Browser, form: dict[str, str] = SARI) -> int:
    return (await browser.post("/login", form=form)).status_code


@pytest.fixture
async def known(app: Quart, sari: Account) -> Browser:
    """A browser in which Sari signed in before, and out again."""
    browser: Browser = app.test_client()  # type: ignore[assignment]
    assert await signs_in(browser) == 303
    await browser.post("/logout")
    return browser


async def exhaust(email: str = "sari@example.com") -> None:
    """Strangers use up the attempts for an email, and those of the address that the test's browsers have."""
    for _ in range(sign_in_throttle.by_account.most):
        await sign_in_throttle.by_account.attempt(email)
    for _ in range(sign_in_throttle.by_address.most):
        await sign_in_throttle.by_address.attempt("<local>")


async def test_the_owner_signs_in_from_a_known_browser_while_strangers_are_limited(
    visitor: Browser, known: Browser
) -> None:
    for _ in range(12):
        await signs_in(visitor, WRONG)
    assert await signs_in(visitor) == 429, "a stranger's right guess is refused too"
    assert await signs_in(known) == 303


async def test_a_known_browser_is_not_kept_out_by_who_shares_its_address(visitor: Browser, known: Browser) -> None:
    await exhaust()
    assert await signs_in(visitor) == 429 and await signs_in(known) == 303


async def test_a_known_browser_has_ten_tries_of_its_own_and_is_told_how_many_are_left(
    visitor: Browser, known: Browser
) -> None:
    text = await (await known.post("/login?lang=en", form=WRONG)).get_data(as_text=True)
    assert "9 tries left" in text
    for _ in range(9):
        assert await signs_in(known, WRONG) == 422
    assert await signs_in(known) == 429
    assert await signs_in(visitor) == 303, "strangers have not guessed yet"


async def test_a_browser_is_known_to_the_accounts_that_signed_in_there_alone(known: Browser, budi: Account) -> None:
    await exhaust("budi@example.com")
    assert await signs_in(known, {"email": "budi@example.com", "password": PASSWORD}) == 429


async def test_a_browser_is_known_no_more_after_a_year_or_a_new_password(
    known: Browser, sari: Account, moved: Clock
) -> None:
    [browser] = await KnownBrowser.all()
    moved.on(REMEMBERED_FOR * 1.01)
    await exhaust()
    assert await signs_in(known) == 429, "also before it is swept"
    await KnownBrowser.filter(id=browser.id).update(seen_at=moved.now)
    await (await world.owner(sari)).set_password("another long one")
    assert await signs_in(known, SARI | {"password": "another long one"}) == 429


@pytest.mark.parametrize("token", ["", "x", "\x00", "é" * 99, "' OR 1=1 --"])
async def test_an_invented_token_is_a_stranger_s(sari: Account, token: str) -> None:
    await exhaust()
    with pytest.raises(TooManyAttempts):
        await User.authenticate(**SARI, address="192.0.2.1", browser=token)


async def test_known_and_unknown_emails_cost_the_same_and_look_the_same(known: Browser, visitor: Browser) -> None:
    for browser in (known, visitor):
        seen = []
        for email in ("dewi@example.com", "nobody@example.com"):
            with queries() as sql:
                response = await browser.post("/login", form={"email": email, "password": "wrong"})
            page = (await response.get_data(as_text=True)).replace(email, "")
            seen.append((response.status_code, len(sql), page))
        assert seen[0] == seen[1]


async def test_an_owner_who_is_signed_in_acts_while_strangers_are_limited(as_sari: Browser, sari: Account) -> None:
    await exhaust()
    form = {"current": PASSWORD, "password": "another long one"}
    assert (await as_sari.post(f"{SECURITY}/password", form=form)).status_code == 303
    form = {"email": "rani@example.com"}
    assert (await as_sari.post(f"{SECURITY}/email", form=form)).status_code == 303
    form = {"current": "another long one"}
    assert (await as_sari.post("/dashboard/settings/leave", form=form)).status_code == 303
    assert not await Account.exists(id=sari.id)


async def test_who_guesses_in_one_session_is_limited_there_and_the_owner_nowhere_else(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    form = {"current": "wrong", "password": "another long one"}
    for _ in range(10):
        assert (await as_sari.post(f"{SECURITY}/password", form=form)).status_code == 422
    for path in (f"{SECURITY}/password", "/dashboard/settings/leave"):
        response = await as_sari.post(path, form=form | {"current": PASSWORD})
        assert response.status_code == 429, "one limit for all that asks for the password"
    other: Browser = app.test_client()  # type: ignore[assignment]
    other.sign_in(await world.begin_session(sari, "Firefox"))
    assert (await other.post(f"{SECURITY}/password", form=form | {"current": PASSWORD})).status_code == 303


async def test_strangers_who_keep_the_processor_busy_keep_no_owner_waiting(
    known: Browser, visitor: Browser, as_sari: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(passwords._waiting, passwords.SIGN_IN, passwords.MAX_QUEUED)
    assert await signs_in(visitor) == 503
    assert await signs_in(known) == 303
    form = {"current": PASSWORD}
    assert (await as_sari.post("/dashboard/settings/leave", form=form)).status_code == 303


async def test_right_sign_ins_use_up_nothing_of_an_address(visitor: Browser, sari: Account) -> None:
    for _ in range(sign_in_throttle.by_address.most + 1):
        assert await User.authenticate(**SARI, address="192.0.2.1")


async def test_a_sign_up_form_that_is_not_filled_in_well_counts_as_no_attempt(visitor: Browser) -> None:
    for _ in range(new_accounts.most + 1):
        assert (await visitor.post("/signup", form={"email": "rani"})).status_code == 422
    form = {"name": "Rani", "email": "rani@example.com", "password": PASSWORD, "of_age": "on"}
    assert (await visitor.post("/signup", form=form)).status_code == 303
