"""Confirming who one is by a code of the app, a recovery code, or six digits by mail."""

import asyncio
import re
from datetime import timedelta

import pytest

from app.accounts.models import Account, Session, User
from app.kernel import installation
from app.kernel.mail_settings import ResendAccount
from app.mail.models import OutgoingEmail
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode, WrongMailedCode
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.second_factor import phone
from tests.sign_in.second_factor.test_settings_views import confirmed_long_ago
from tests.world import PASSWORD

CONFIRM, SECURITY = "/dashboard/confirm/", "/dashboard/settings/security"
TYPED = '["/dashboard/settings/security/email", [["email", "rani@example.com"]], []]'


async def confirmed(account: Account) -> bool:
    [session] = await Session.filter(user=await world.owner(account))
    return session.recently_confirmed


@pytest.fixture
async def earlier(as_sari: Browser, sari: Account) -> Browser:
    """Sari's browser, in which nobody proved for a while who they are."""
    await confirmed_long_ago(sari)
    return as_sari


@pytest.fixture
async def without_password(earlier: Browser, sari: Account) -> Browser:
    """Sari has no password, as people who came by a provider, and mail is set up."""
    installation.current().mail_backend = ResendAccount("re_1", "hello@kliqs.test")
    await User.filter(id=(await world.owner(sari)).id).update(password_hash="")
    return earlier


async def mailed_code() -> str:
    mail = await OutgoingEmail.filter(kind="confirmation").order_by("-created_at").first()
    assert mail is not None
    return str(re.findall(r"\b\d{6}\b", mail.text)[0])


async def page_of(browser: Browser, path: str = f"{CONFIRM}?lang=en") -> str:
    return await (await browser.get(path)).get_data(as_text=True)


async def test_with_an_app_either_factor_is_enough(earlier: Browser, sari: Account) -> None:
    assert "Confirm by code" not in await page_of(earlier)
    handset = await phone.turn_on(sari)
    text = await page_of(earlier)
    assert 'name="current"' in text and 'name="factor_code"' in text and "Email me a code" not in text
    form = {"factor_code": handset.wrong_code(), "next": SECURITY, "typed": TYPED}
    response = await earlier.post(f"{CONFIRM}code", form=form)
    text = await response.get_data(as_text=True)
    assert response.status_code == 422 and "rani@example.com" in text and not await confirmed(sari)
    response = await earlier.post(f"{CONFIRM}code", form={"factor_code": handset.code(), "next": SECURITY})
    assert response.headers["Location"] == SECURITY and await confirmed(sari)
    await confirmed_long_ago(sari)
    assert (await earlier.post(CONFIRM, form={"current": PASSWORD, "next": SECURITY})).status_code == 303
    assert await confirmed(sari)


async def test_a_recovery_code_confirms_too_and_a_used_code_does_not(earlier: Browser, sari: Account) -> None:
    handset = await phone.turn_on(sari)
    for code, status in (
        (handset.code(), 303),
        (handset.code(), 422),
        (handset.codes[0], 303),
        (handset.codes[0], 422),
    ):
        await confirmed_long_ago(sari)
        response = await earlier.post(f"{CONFIRM}code", form={"factor_code": code})
        assert response.status_code == status and await confirmed(sari) is (status == 303)


async def test_what_was_typed_can_be_sent_after_the_code(earlier: Browser, sari: Account) -> None:
    handset = await phone.turn_on(sari)
    response = await earlier.post(f"{SECURITY}/email", form={"email": "rani@example.com"})
    text = await response.get_data(as_text=True)
    assert response.status_code == 401 and "rani@example.com" in text
    response = await earlier.post(f"{CONFIRM}code", form={"factor_code": handset.code(), "typed": TYPED})
    text = await response.get_data(as_text=True)
    assert 'action="/dashboard/settings/security/email"' in text and 'value="rani@example.com"' in text


async def test_without_an_app_a_code_confirms_nothing(earlier: Browser, sari: Account) -> None:
    assert (await earlier.post(f"{CONFIRM}code", form={"factor_code": "123456"})).status_code == 422
    assert not await confirmed(sari)


async def test_without_password_and_app_six_digits_come_by_mail(without_password: Browser, sari: Account) -> None:
    text = await page_of(without_password)
    assert "Email me a code" in text and 'name="current"' not in text and 'name="mailed_code"' not in text
    text = await (await without_password.post(f"{CONFIRM}mail", form={"next": SECURITY})).get_data(as_text=True)
    code = await mailed_code()
    assert 'name="mailed_code"' in text and code not in text
    assert not await ConfirmationCode.exists(digest=code)
    response = await without_password.post(f"{CONFIRM}mailed-code", form={"mailed_code": code, "next": SECURITY})
    assert response.headers["Location"] == SECURITY and await confirmed(sari)
    await confirmed_long_ago(sari)
    response = await without_password.post(f"{CONFIRM}mailed-code", form={"mailed_code": code})
    assert response.status_code == 422 and not await confirmed(sari), "it works once"


async def test_a_mailed_code_ends_after_ten_minutes_five_tries_and_with_the_next_one(
    without_password: Browser, sari: Account, moved: Clock
) -> None:
    [session] = await Session.all().select_related("user")
    await ConfirmationCode.send(session)
    moved.on(timedelta(minutes=10))
    with pytest.raises(WrongMailedCode):
        await ConfirmationCode.take(session, await mailed_code())

    moved.on(timedelta(seconds=1))
    await ConfirmationCode.send(session)
    code = await mailed_code()
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(5):
        with pytest.raises(WrongMailedCode):
            await ConfirmationCode.take(session, wrong)
    with pytest.raises(WrongMailedCode):
        await ConfirmationCode.take(session, code)

    moved.on(timedelta(seconds=1))
    await ConfirmationCode.send(session)
    earlier = await mailed_code()
    moved.on(timedelta(seconds=1))
    await ConfirmationCode.send(session)
    newest = await mailed_code()
    if earlier != newest:
        with pytest.raises(WrongMailedCode):
            await ConfirmationCode.take(session, earlier)
    await ConfirmationCode.take(session, newest)


async def test_of_fifty_with_the_same_mailed_code_exactly_one_counts(without_password: Browser, sari: Account) -> None:
    [session] = await Session.all().select_related("user")
    await ConfirmationCode.send(session)
    code = await mailed_code()
    tries = (ConfirmationCode.take(session, code) for _ in range(50))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert results.count(None) == 1 and sum(isinstance(result, WrongMailedCode) for result in results) == 49


async def test_a_mailed_code_is_for_one_session(without_password: Browser, sari: Account) -> None:
    [session] = await Session.all().select_related("user")
    await ConfirmationCode.send(session)
    await world.begin_session(sari, "Chrome · Windows")
    other = await Session.exclude(id=session.id).select_related("user").get()
    with pytest.raises(WrongMailedCode):
        await ConfirmationCode.take(other, await mailed_code())


async def test_codes_are_mailed_five_times_an_hour(without_password: Browser) -> None:
    statuses = [(await without_password.post(f"{CONFIRM}mail", form={})).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429] and await OutgoingEmail.filter(kind="confirmation").count() == 5


async def test_many_requests_for_a_code_at_once_leave_one_code(without_password: Browser) -> None:
    posts = (without_password.post(f"{CONFIRM}mail", form={}) for _ in range(5))
    assert {response.status_code for response in await asyncio.gather(*posts)} == {200}
    assert await ConfirmationCode.all().count() == 1


@pytest.mark.parametrize("has", ["a password", "an app", "no mail"])
async def test_who_has_a_stronger_proof_gets_no_code_by_mail(
    without_password: Browser, sari: Account, has: str
) -> None:
    if has == "a password":
        await (await world.owner(sari)).set_password(PASSWORD)
        without_password.sign_in(await world.begin_session(sari))
    if has == "an app":
        await phone.turn_on(sari)
    if has == "no mail":
        installation.current().mail_backend = None
    await confirmed_long_ago(sari)
    assert "Email me a code" not in await page_of(without_password)
    assert (await without_password.post(f"{CONFIRM}mail", form={})).status_code == 404
    assert (await without_password.post(f"{CONFIRM}mailed-code", form={"mailed_code": "123456"})).status_code == 404
    assert not await OutgoingEmail.exists(kind="confirmation")


async def test_a_code_of_the_app_is_remembered_as_a_second_factor_and_a_password_is_not(
    earlier: Browser, sari: Account
) -> None:
    own = await phone.turn_on(sari)
    await earlier.post(CONFIRM, form={"current": PASSWORD})
    assert (await Session.get()).recently_confirmed and not (await Session.get()).recent_second_factor
    await earlier.post(f"{CONFIRM}code", form={"factor_code": own.wrong_code(), "second_factor": "1"})
    assert not (await Session.get()).recent_second_factor
    await earlier.post(f"{CONFIRM}code", form={"factor_code": own.code(), "second_factor": "1"})
    assert (await Session.get()).recent_second_factor


async def test_a_page_that_asks_for_a_second_factor_keeps_asking_for_one_after_a_wrong_code(
    earlier: Browser, sari: Account
) -> None:
    own = await phone.turn_on(sari)
    form = {"factor_code": own.wrong_code(), "second_factor": "1", "next": "/dashboard/"}
    text = await (await earlier.post(f"{CONFIRM}code", form=form)).get_data(as_text=True)
    assert 'name="second_factor"' in text and 'name="current"' not in text
