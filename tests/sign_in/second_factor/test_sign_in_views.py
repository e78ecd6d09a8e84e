"""The step between the first proof and the session: asked for, bound to the browser, bounded, and not to be skipped."""

import asyncio
import logging
import re
from datetime import timedelta
from typing import cast
from urllib.parse import urlencode

import pytest
from quart import Quart

from app.accounts.models import Account, PendingSignIn, SecurityEvent, Session, TrustedBrowser, User
from app.accounts.sign_in_flow import complete_sign_in
from app.kernel import secrets
from app.mail.models import OutgoingEmail
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.recovery_code import RecoveryCode
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.second_factor import phone
from tests.sign_in.second_factor.phone import Phone
from tests.subtests import as_subtests
from tests.world import PASSWORD

STEP, HOME = "/login/two-factor", "/dashboard/"
EMAIL = "sari@example.com"


@pytest.fixture
async def handset(sari: Account) -> Phone:
    return await phone.turn_on(sari)


async def type_password(browser: Browser, password: str = PASSWORD, email: str = EMAIL, next: str = "") -> str:
    """Sends the sign-in form; returns where it leads, empty if it is refused."""
    response = await browser.post("/login", form={"email": email, "password": password, "next": next})
    return response.headers.get("Location", "")


async def type_code(browser: Browser, code: str, **fields: str) -> tuple[int, str]:
    """Sends a code; returns the status and where it leads."""
    response = await browser.post(STEP, form={"factor_code": code, "next": HOME} | fields)
    return response.status_code, response.headers.get("Location", "")


async def is_in(browser: Browser) -> bool:
    return (await browser.get(HOME)).status_code == 200


def new_browser(app: Quart) -> Browser:
    return cast(Browser, app.test_client())


def cookies_of(browser: Browser, name: str) -> list[str]:
    assert browser.cookie_jar is not None
    return [str(cookie.value) for cookie in browser.cookie_jar if name in cookie.name and cookie.value]


def give_cookies(source: Browser, target: Browser, name: str) -> None:
    assert source.cookie_jar is not None and target.cookie_jar is not None
    for cookie in source.cookie_jar:
        if name in cookie.name:
            target.cookie_jar.set_cookie(cookie)


async def test_after_the_password_a_code_is_asked_for_and_then_one_is_in(visitor: Browser, handset: Phone) -> None:
    assert await type_password(visitor, next="/dashboard/qr/") == f"{STEP}?{urlencode({'next': '/dashboard/qr/'})}"
    assert not await is_in(visitor) and not await Session.exists()
    page = await visitor.get(f"{STEP}?next=/dashboard/qr/&lang=en")
    text = await page.get_data(as_text=True)
    assert page.status_code == 200 and page.headers["Cache-Control"] == "no-store"
    assert 'autocomplete="one-time-code"' in text and "Sari" not in text and EMAIL not in text
    assert await type_code(visitor, handset.code(), next="/dashboard/qr/") == (303, "/dashboard/qr/")
    assert await is_in(visitor) and await PendingSignIn.all().count() == 0
    assert not cookies_of(visitor, "kliqs_step")


async def test_who_has_no_app_is_asked_for_nothing(visitor: Browser, handset: Phone, budi: Account) -> None:
    assert await type_password(visitor, email="budi@example.com") == HOME
    assert await is_in(visitor)


async def test_no_session_and_no_notice_of_a_sign_in_exists_before_the_code(visitor: Browser, handset: Phone) -> None:
    await type_password(visitor)
    assert not await Session.exists() and not await OutgoingEmail.exists(kind="sign_in")
    assert not await SecurityEvent.exists(kind="signed_in") and not cookies_of(visitor, "kliqs_known")
    for path in (HOME, "/dashboard/settings/security", "/dashboard/confirm/", "/dashboard/first-steps/"):
        assert (await visitor.get(path)).headers["Location"].startswith("/login?"), path
    assert (await visitor.post("/dashboard/links/", form={"url": world.DESTINATION})).status_code in {303, 419}


async def test_nothing_waits_in_a_browser_that_typed_no_password(app: Quart, visitor: Browser, handset: Phone) -> None:
    assert (await visitor.get(f"{STEP}?next=//evil.example")).headers["Location"] == "/login?" + urlencode(
        {"next": HOME}
    )
    assert (await type_code(visitor, handset.code()))[1].startswith("/login?")
    await type_password(visitor)
    stranger = new_browser(app)
    assert (await type_code(stranger, handset.code()))[1].startswith("/login?") and not await Session.exists()
    assert (await type_code(visitor, handset.code()))[1] == HOME


@pytest.mark.parametrize("next", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
async def test_the_step_leads_to_no_other_site(visitor: Browser, handset: Phone, next: str) -> None:
    assert "evil" not in await type_password(visitor, next=next)
    text = await (await visitor.get(f"{STEP}?{urlencode({'next': next})}")).get_data(as_text=True)
    assert re.findall(r'name="next" value="([^"]*)"', text) == [HOME, HOME]
    assert await type_code(visitor, handset.code(), next=next) == (303, HOME)


async def test_it_ends_after_ten_minutes(visitor: Browser, handset: Phone, moved: Clock) -> None:
    await type_password(visitor)
    moved.on(timedelta(minutes=10))
    assert (await type_code(visitor, handset.code()))[1].startswith("/login?") and not await is_in(visitor)


async def test_it_is_used_once(app: Quart, visitor: Browser, handset: Phone, moved: Clock) -> None:
    await type_password(visitor)
    copy = new_browser(app)
    give_cookies(visitor, copy, "kliqs_step")
    assert (await type_code(visitor, handset.code()))[0] == 303
    moved.on(timedelta(seconds=30))
    assert (await type_code(copy, handset.code()))[1].startswith("/login?") and not await is_in(copy)


async def test_of_fifty_at_once_with_one_code_exactly_one_gets_a_session(
    app: Quart, visitor: Browser, handset: Phone
) -> None:
    await type_password(visitor)
    copies = [new_browser(app) for _ in range(50)]
    for copy in copies:
        give_cookies(visitor, copy, "kliqs_step")
    code = handset.code()
    await asyncio.gather(*(type_code(copy, code) for copy in copies))
    assert await Session.all().count() == 1


async def test_of_fifty_at_once_with_one_recovery_code_exactly_one_gets_a_session(
    app: Quart, sari: Account, handset: Phone
) -> None:
    browsers = [new_browser(app) for _ in range(10)]
    for browser in browsers:
        await type_password(browser)
    tries = [type_code(browser, handset.codes[0], way="recovery") for browser in browsers for _ in range(5)]
    await asyncio.gather(*tries)
    assert await Session.all().count() == 1
    assert await RecoveryCode.count_left((await world.owner(sari)).id) == 9


async def test_the_same_code_opens_no_second_sign_in(app: Quart, visitor: Browser, handset: Phone) -> None:
    code = handset.code()
    await type_password(visitor)
    assert (await type_code(visitor, code))[0] == 303
    second = new_browser(app)
    await type_password(second)
    response = await second.post(f"{STEP}?lang=en", form={"factor_code": code})
    assert response.status_code == 422 and "was used already" in await response.get_data(as_text=True)


async def test_wrong_codes_end_it_after_five_and_the_page_says_how_many_are_left(
    visitor: Browser, handset: Phone
) -> None:
    await type_password(visitor)
    for left in (4, 3, 2, 1):
        response = await visitor.post(f"{STEP}?lang=en", form={"factor_code": handset.wrong_code()})
        text = await response.get_data(as_text=True)
        assert response.status_code == 422 and f"{left} tr" in text and handset.wrong_code() not in text
    assert (await type_code(visitor, handset.wrong_code()))[1].startswith("/login?")
    assert (await type_code(visitor, handset.code()))[1].startswith("/login?") and not await is_in(visitor)
    assert await SecurityEvent.filter(kind="wrong_code").count() == 5


async def test_the_owner_is_told_once_a_day_that_somebody_knows_the_password(
    app: Quart, sari: Account, handset: Phone
) -> None:
    for _ in range(2):
        stranger = new_browser(app)
        await type_password(stranger)
        for _ in range(5):
            await type_code(stranger, handset.wrong_code())
    assert await SecurityEvent.filter(user=await world.owner(sari), kind="wrong_codes").count() == 1
    assert await OutgoingEmail.filter(recipient=EMAIL, kind="second_factor").count() == 2  # the other one: it is on


async def test_the_last_wrong_try_does_not_end_what_an_earlier_right_one_is_about_to(
    visitor: Browser, handset: Phone
) -> None:
    await type_password(visitor)
    earlier = await PendingSignIn.get()
    assert await earlier.spend_try()
    for _ in range(4):
        await type_code(visitor, "000000")
    assert not await PendingSignIn.filter(tries_left__gt=0).exists()
    assert await earlier.end(), "the right code signs in"


async def test_five_tries_are_five_when_fifty_come_at_once(app: Quart, visitor: Browser, handset: Phone) -> None:
    await type_password(visitor)
    copies = [new_browser(app) for _ in range(50)]
    for copy in copies:
        give_cookies(visitor, copy, "kliqs_step")
    await asyncio.gather(*(type_code(copy, handset.wrong_code()) for copy in copies))
    assert await SecurityEvent.filter(kind="wrong_code").count() <= 5


async def test_who_knows_the_password_and_guesses_is_stopped_and_keeps_the_owner_out_nowhere(
    app: Quart, sari: Account, handset: Phone, moved: Clock
) -> None:
    known = new_browser(app)
    await type_password(known)
    assert (await type_code(known, handset.code()))[0] == 303
    await known.post("/logout")

    statuses = []
    for _ in range(4):
        stranger = new_browser(app)
        await type_password(stranger)
        statuses += [(await type_code(stranger, handset.wrong_code()))[0] for _ in range(4)]
    assert statuses == [422] * 10 + [429] * 6
    moved.on(timedelta(seconds=30))
    stranger = new_browser(app)
    await type_password(stranger)
    assert (await type_code(stranger, handset.code()))[0] == 429, "a right code is refused too"

    await type_password(known)
    assert (await type_code(known, handset.code()))[1] == HOME, "a browser that signed in before is not kept out"
    abroad = new_browser(app)
    await type_password(abroad)
    assert (await type_code(abroad, handset.codes[0]))[1] == HOME, "a recovery code opens anywhere"


async def test_wrong_codes_for_one_user_are_nothing_to_another(
    app: Quart, handset: Phone, budi: Account, moved: Clock
) -> None:
    other = await phone.turn_on(budi)
    for _ in range(3):
        stranger = new_browser(app)
        await type_password(stranger)
        for _ in range(4):
            await type_code(stranger, handset.wrong_code())
    browser = new_browser(app)
    await type_password(browser, email="budi@example.com")
    assert (await type_code(browser, other.code()))[1] == HOME


async def test_a_code_of_somebody_else_opens_nothing(visitor: Browser, handset: Phone, budi: Account) -> None:
    other = await phone.turn_on(budi)
    await type_password(visitor)
    assert (await type_code(visitor, other.codes[0]))[0] == 422
    assert await RecoveryCode.count_left((await world.owner(budi)).id) == 10


async def test_a_changed_password_ends_what_waits(visitor: Browser, sari: Account, handset: Phone) -> None:
    await type_password(visitor)
    await (await world.owner(sari)).set_password("another long one")
    assert (await type_code(visitor, handset.code()))[1].startswith("/login?") and not await is_in(visitor)


async def test_when_the_app_is_turned_off_meanwhile_one_signs_in_again(
    visitor: Browser, sari: Account, handset: Phone
) -> None:
    await type_password(visitor)
    await Authenticator.all().delete()
    assert (await type_code(visitor, handset.code()))[0] == 422 and not await is_in(visitor)
    assert await type_password(visitor) == HOME


async def test_the_session_is_a_new_one_and_the_cookie_of_before_opens_nothing(
    app: Quart, visitor: Browser, sari: Account, handset: Phone
) -> None:
    visitor.sign_in(planted := await world.begin_session(sari))
    await type_password(visitor)
    assert (await type_code(visitor, handset.code()))[0] == 303
    assert await Session.by_token(planted) is None and await is_in(visitor)
    assert cookies_of(visitor, "kliqs_session") and planted not in cookies_of(visitor, "kliqs_session")[0]


async def test_a_planted_step_signs_nobody_else_in(app: Quart, visitor: Browser, handset: Phone, budi: Account) -> None:
    """Budi plants his own waiting sign-in in Sari's browser: her password begins her own, and his is gone."""
    mallory = new_browser(app)
    await phone.turn_on(budi)
    await type_password(mallory, email="budi@example.com")
    give_cookies(mallory, visitor, "kliqs_step")
    [planted] = cookies_of(mallory, "kliqs_step")
    await type_password(visitor)
    assert cookies_of(visitor, "kliqs_step") != [planted]
    assert not await PendingSignIn.exists(digest=secrets.sha256_hex(planted))
    assert (await type_code(visitor, handset.code()))[1] == HOME
    assert (await Session.all().select_related("user").get()).user.email == EMAIL


async def test_a_trusted_browser_is_not_asked_for_thirty_days(
    app: Quart, visitor: Browser, sari: Account, handset: Phone, moved: Clock
) -> None:
    await type_password(visitor)
    await type_code(visitor, handset.code(), trust="on")
    await visitor.post("/logout")
    assert await type_password(visitor) == HOME, "the browser is trusted"
    assert (await type_password(new_browser(app))).startswith(STEP), "another one is not"
    user = await world.owner(sari)
    assert await SecurityEvent.exists(user_id=user.id, kind="browser_trusted")
    assert await OutgoingEmail.filter(recipient=user.email, kind="second_factor").count() == 2
    [token] = cookies_of(visitor, "kliqs_trusted")
    assert not await TrustedBrowser.exists(digest=token)
    await visitor.post("/logout")
    moved.on(timedelta(days=30))
    assert (await type_password(visitor)).startswith(STEP)


async def test_two_people_may_trust_one_browser(visitor: Browser, handset: Phone, budi: Account) -> None:
    other = await phone.turn_on(budi)
    for email, code in ((EMAIL, handset.code()), ("budi@example.com", other.code())):
        await type_password(visitor, email=email)
        assert (await type_code(visitor, code, trust="on"))[0] == 303
        await visitor.post("/logout")
    for email in (EMAIL, "budi@example.com"):
        assert await type_password(visitor, email=email) == HOME
        await visitor.post("/logout")


async def test_trust_of_another_user_is_worth_nothing(visitor: Browser, handset: Phone, budi: Account) -> None:
    other = await phone.turn_on(budi)
    await type_password(visitor, email="budi@example.com")
    await type_code(visitor, other.code(), trust="on")
    await visitor.post("/logout")
    assert (await type_password(visitor)).startswith(STEP)


async def test_a_changed_password_ends_trust(visitor: Browser, sari: Account, handset: Phone) -> None:
    await type_password(visitor)
    await type_code(visitor, handset.code(), trust="on")
    await visitor.post("/logout")
    await (await world.owner(sari)).set_password("another long one")
    assert (await type_password(visitor, "another long one")).startswith(STEP)


@as_subtests("cookie", ["", ".", "x" * 43, ".".join(["y" * 43] * 50), "\ud800", "é" * 43])
async def test_a_made_up_cookie_of_trust_is_worth_nothing(visitor: Browser, handset: Phone, cookie: str) -> None:
    headers = {"Cookie": f"__Host-kliqs_trusted={cookie.encode('utf-8', 'replace').decode('latin-1')}"}
    response = await visitor.post("/login", form={"email": EMAIL, "password": PASSWORD}, headers=headers)
    assert response.headers["Location"].startswith(STEP)


async def test_a_recovery_code_signs_in_once_is_told_and_counted(
    app: Quart, visitor: Browser, sari: Account, handset: Phone
) -> None:
    await type_password(visitor)
    text = await (await visitor.post(f"{STEP}?lang=en", form={"way": "recovery", "next": HOME})).get_data(as_text=True)
    assert "Recovery code" in text and "one-time-code" not in text
    assert (await type_code(visitor, handset.codes[0].upper(), way="recovery"))[1] == HOME
    assert "9 " in await (await visitor.get(f"{HOME}?lang=en")).get_data(as_text=True)
    user = await world.owner(sari)
    assert await SecurityEvent.exists(user_id=user.id, kind="recovery_code_used")
    assert await OutgoingEmail.filter(recipient=user.email, kind="second_factor").count() == 2
    second = new_browser(app)
    await type_password(second)
    assert (await type_code(second, handset.codes[0], way="recovery"))[0] == 422


async def test_what_was_typed_into_an_expired_page_is_kept_over_the_step(visitor: Browser, handset: Phone) -> None:
    typed = '["/dashboard/links/", [["url", "https://example.com/typed-before"]], []]'
    form = {"email": EMAIL, "password": PASSWORD, "typed": typed}
    text = await (await visitor.post("/login/again", form=form)).get_data(as_text=True)
    assert "one-time-code" in text and "typed-before" in text
    for fields in ({"factor_code": handset.wrong_code()}, {"way": "recovery"}):
        text = await (await visitor.post(STEP, form={"typed": typed} | fields)).get_data(as_text=True)
        assert "typed-before" in text
    response = await visitor.post(STEP, form={"typed": typed, "factor_code": handset.code()})
    text = await response.get_data(as_text=True)
    assert response.status_code == 200 and 'value="https://example.com/typed-before"' in text
    assert await is_in(visitor)


async def test_what_was_typed_is_kept_when_the_step_came_too_late(
    visitor: Browser, handset: Phone, moved: Clock
) -> None:
    typed = '["/dashboard/links/", [["url", "https://example.com/typed-before"]], []]'
    await visitor.post("/login/again", form={"email": EMAIL, "password": PASSWORD, "typed": typed})
    moved.on(timedelta(minutes=11))
    response = await visitor.post(STEP, form={"typed": typed, "factor_code": handset.code()})
    assert response.status_code == 419 and "typed-before" in await response.get_data(as_text=True)


async def test_no_code_is_in_a_page_a_log_or_an_email(
    visitor: Browser, handset: Phone, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    typed = [handset.wrong_code(), handset.codes[0], handset.code(), "0000-0000-0000"]
    await type_password(visitor)
    pages = []
    for code in (typed[0], typed[3], typed[1]):
        pages.append(await (await visitor.post(STEP, form={"factor_code": code})).get_data(as_text=True))
    tokens = cookies_of(visitor, "kliqs_step")
    texts = [mail.text + mail.html for mail in await OutgoingEmail.all()]
    out, err = capfd.readouterr()
    everything = "\n".join([*pages, *texts, caplog.text, out, err])
    for secret in (*typed, *tokens, handset.secret):
        assert not re.search(rf"\b{re.escape(secret)}\b", everything)


async def test_both_factors_at_once_need_no_step(app: Quart, sari: Account, handset: Phone) -> None:
    user = await User.get(email=EMAIL)
    async with app.test_request_context("/login", method="POST", headers={"Host": "kliqs.test"}):
        response = await complete_sign_in(user, "")
    assert response.headers["Location"] == HOME and await Session.all().count() == 1
