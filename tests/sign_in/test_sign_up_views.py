"""Signing up with a code, where mail is configured: the account comes after it; a taken address looks like others."""

import html
import re
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account, Membership, Session
from app.accounts.user import User
from app.kernel import installation, passwords
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.ops.retention_sweep import delete_expired
from app.sign_in.models import PendingSignUp
from app.sign_in.sign_up import finish_sign_up
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import statements
from tests.sign_in.letters import FIRST, SARI, code, letter, letters, race, send_mail
from tests.world import PASSWORD

RANI = {"name": "Rani", "email": "rani@example.com", "password": PASSWORD, "of_age": "on", "language": "en"}


@pytest.fixture(autouse=True)
def _mail(database: str) -> None:
    send_mail()


async def begin(browser: Browser, **form: str) -> str:
    """Fills the form in, and returns the page that asks for the code."""
    response = await browser.post("/signup", form=RANI | form)
    assert (response.status_code, response.headers["Location"]) == (303, "/signup/code")
    return html.unescape(await (await browser.get("/signup/code?lang=en")).get_data(as_text=True))


async def type_code(browser: Browser, typed: str) -> tuple[int, str]:
    response = await browser.post("/signup/code?lang=en", form={"code": typed})
    return response.status_code, html.unescape(await response.get_data(as_text=True))


def other_than(right: str) -> str:
    return f"{(int(right) + 1) % 1_000_000:06}"


async def test_the_account_is_made_after_the_code_and_its_address_is_verified(visitor: Browser) -> None:
    page = await begin(visitor)
    assert await User.all().count() == 0 and (await visitor.get("/dashboard/links/")).status_code == 303
    sent = await letter("rani@example.com", "code")
    [words] = re.findall(r"<strong>([a-z-]+)</strong>", page)
    assert words in sent.text and (await code("rani@example.com")) not in sent.subject
    assert 'autocomplete="one-time-code"' in page and 'inputmode="numeric"' in page

    response = await visitor.post("/signup/code", form={"code": f" {await code('rani@example.com')} "})
    assert (response.status_code, response.headers["Location"]) == (303, "/dashboard/first-steps/")
    rani = await User.get(email="rani@example.com")
    assert rani.email_verified_at and rani.name == "Rani" and rani.language == "en"
    assert (await visitor.get("/dashboard/links/")).status_code == 200
    assert [one.kind for one in await letters("rani@example.com")] == ["welcome", "code"]
    assert await PendingSignUp.all().count() == 0


async def test_a_taken_address_looks_like_a_free_one_and_costs_the_same(
    app: Quart, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    hash_password = passwords.hash_password

    async def count(password: str, lane: str = passwords.SIGN_IN) -> str:
        hashed.append(password)
        return await hash_password(password, lane)

    monkeypatch.setattr(passwords, "hash_password", count)
    pages, work = [], []
    for email in (FIRST, SARI, "rani@example.com"):
        browser, before = cast(Browser, app.test_client()), len(hashed)
        with statements() as sent:
            response = await browser.post("/signup", form=RANI | {"email": email})
        page = html.unescape(await (await browser.get("/signup/code")).get_data(as_text=True))
        pages.append(re.sub(r"<strong>[a-z-]+</strong>", "words", page.replace(email, "email")))
        mails = await OutgoingEmail.filter(recipient=email).count()
        statuses = [(await type_code(browser, "000000x"))[0] for _ in range(6)]
        work.append(([one.sql for one in sent], response.status_code, len(hashed) - before, mails, statuses))
    assert pages[1] == pages[2] and work[1] == work[2] and work[1][2:4] == (1, 1)
    assert [one.kind for one in await letters(SARI)] == ["account_exists"]
    assert (await letter(SARI, "account_exists")).subject == "Kamu sudah punya akun"


async def test_a_wrong_code_leaves_five_tries_and_the_right_one_is_too_late_then(visitor: Browser) -> None:
    await begin(visitor)
    right = await code("rani@example.com")
    for left in (4, 3, 2, 1, 0):
        status, text = await type_code(visitor, other_than(right))
        assert status == 422 and f"{left} tr{'y' if left == 1 else 'ies'} left" in text
    status, text = await type_code(visitor, right)
    assert status == 422 and "does not work any more" in text and await User.all().count() == 0


async def test_a_code_is_late_after_ten_minutes_and_a_new_one_works(visitor: Browser, moved: Clock) -> None:
    await begin(visitor)
    old = await code("rani@example.com")
    moved.on(timedelta(minutes=10))
    assert "does not work any more" in (await type_code(visitor, old))[1]
    assert (await visitor.post("/signup/code/again")).status_code == 303
    moved.on(timedelta(seconds=1))
    assert (await type_code(visitor, await code("rani@example.com")))[0] == 303


async def test_a_new_code_comes_after_a_minute_ends_the_old_one_and_five_are_enough(
    visitor: Browser, moved: Clock
) -> None:
    await begin(visitor)
    first = await code("rani@example.com")
    assert (await visitor.post("/signup/code/again")).status_code == 429
    for _ in range(4):
        moved.on(timedelta(minutes=6))
        assert (await visitor.post("/signup/code/again")).status_code == 303
    moved.on(timedelta(minutes=6))
    assert (await visitor.post("/signup/code/again")).status_code == 429
    assert len(await letters("rani@example.com")) == 5
    if first != await code("rani@example.com"):
        assert (await type_code(visitor, first))[0] == 422


async def test_of_fifty_right_codes_at_once_one_makes_the_account(visitor: Browser) -> None:
    await begin(visitor)
    right, pending = await code("rani@example.com"), await PendingSignUp.all()
    tries = [await PendingSignUp.get(id=pending[0].id) for _ in range(50)]
    assert len(await race([finish_sign_up(one, right, "") for one in tries])) == 1
    assert await User.all().count() == await Membership.all().count() == 1


async def test_another_browser_cannot_type_the_code(app: Quart, visitor: Browser) -> None:
    await begin(visitor)
    other = cast(Browser, app.test_client())
    response = await other.post("/signup/code", form={"code": await code("rani@example.com")})
    assert (response.status_code, response.headers["Location"]) == (303, "/signup")
    assert await User.all().count() == 0


async def test_a_code_for_another_address_opens_nothing(app: Quart, visitor: Browser) -> None:
    await begin(visitor)
    other = cast(Browser, app.test_client())
    await begin(other, email="budi@example.com")
    mine, theirs = await code("rani@example.com"), await code("budi@example.com")
    if mine != theirs:
        assert (await type_code(visitor, theirs))[0] == 422
    assert (await type_code(visitor, mine))[0] == 303


async def test_a_code_works_once(visitor: Browser, app: Quart) -> None:
    await begin(visitor)
    right = await code("rani@example.com")
    assert (await type_code(visitor, right))[0] == 303
    assert (await type_code(visitor, right))[0] == 303
    assert await User.all().count() == 1 and await Session.all().count() == 1


async def test_who_signed_up_with_the_address_of_another_first_has_nothing(app: Quart, visitor: Browser) -> None:
    """Pre-hijacking: a stranger's sign-up waits for the code of somebody who signs up with the same address."""
    stranger = cast(Browser, app.test_client())
    await begin(stranger, password="the stranger knows it")
    await begin(visitor)
    assert (await type_code(visitor, await code("rani@example.com")))[0] == 303
    sign_in = {"email": "rani@example.com", "password": "the stranger knows it"}
    assert (await stranger.post("/login", form=sign_in)).status_code == 422


async def test_two_that_prove_one_address_make_one_account(app: Quart, visitor: Browser) -> None:
    await begin(visitor)
    first = await code("rani@example.com")
    other = cast(Browser, app.test_client())
    await begin(other)
    second = await code("rani@example.com")
    assert (await type_code(other, second))[0] == 303
    status, text = await type_code(visitor, first)
    assert status == 422 and "sign in instead" in text and await User.all().count() == 1


async def test_what_a_guest_made_survives_the_code(visitor: Browser) -> None:
    await visitor.post("/start/link", form={"url": "https://example.com/a"})
    await begin(visitor, take_along="on", next="/dashboard/links/")
    assert (await type_code(visitor, await code("rani@example.com")))[0] == 303
    account = await world.account_of("rani@example.com")
    assert await Link.owned_by(account).count() == 1 and account.guest_digest is None
    assert "example.com/a" in await (await visitor.get("/dashboard/links/")).get_data(as_text=True)


async def test_what_a_guest_left_stays_where_it_is_without_the_tick(visitor: Browser) -> None:
    await visitor.post("/start/link", form={"url": "https://example.com/a"})
    await begin(visitor)
    await type_code(visitor, await code("rani@example.com"))
    assert await Account.filter(guest_digest__isnull=False).count() == 1


async def test_a_claim_that_was_used_meanwhile_does_not_cost_the_account(visitor: Browser) -> None:
    await visitor.post("/start/link", form={"url": "https://example.com/a"})
    await begin(visitor, take_along="on")
    await Account.filter(guest_digest__isnull=False).update(guest_digest=None)
    assert (await type_code(visitor, await code("rani@example.com")))[0] == 303


async def test_who_goes_back_finds_what_they_typed(visitor: Browser) -> None:
    await begin(visitor, next="/dashboard/qr/")
    text = html.unescape(await (await visitor.get("/signup")).get_data(as_text=True))
    assert 'value="Rani"' in text and 'value="rani@example.com"' in text and PASSWORD not in text
    assert 'name="next" value="/dashboard/qr/"' in text


@pytest.mark.parametrize("path", ["https://evil.example", "//evil.example"])
async def test_a_sign_up_leads_to_pages_of_ours_only(visitor: Browser, path: str) -> None:
    await begin(visitor, next=path)
    response = await visitor.post("/signup/code", form={"code": await code("rani@example.com")})
    assert response.headers["Location"] == "/dashboard/first-steps/"


async def test_the_code_is_kept_as_a_keyed_hash_only_and_is_gone_after_an_hour(visitor: Browser, moved: Clock) -> None:
    await begin(visitor)
    right = await code("rani@example.com")
    [row] = await PendingSignUp.all().values()
    assert right not in str(row) and PASSWORD not in str(row)
    moved.on(timedelta(hours=1, seconds=1))
    assert (await visitor.get("/signup/code")).status_code == 303
    await delete_expired()
    assert await PendingSignUp.all().count() == 0


async def test_a_password_of_ones_own_words_is_refused_by_its_field(visitor: Browser) -> None:
    response = await visitor.post("/signup?lang=en", form=RANI | {"password": "rani-rani-2026"})
    text = await response.get_data(as_text=True)
    assert response.status_code == 422 and 'id="password-note"' in text and "made of your name" in text
    assert await PendingSignUp.all().count() == 0


async def test_without_mail_an_account_is_open_at_once_and_not_verified(visitor: Browser) -> None:
    installation.current().mail_backend = None
    response = await visitor.post("/signup", form=RANI)
    assert response.headers["Location"] == "/dashboard/first-steps/"
    assert (await User.get(email="rani@example.com")).email_verified_at is None
    assert (await visitor.get("/signup/code")).status_code == 303
