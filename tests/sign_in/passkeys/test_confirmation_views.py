"""A passkey as the proof before changes that matter: of the user who is signed in, and of nobody else."""

import re
from datetime import timedelta

import pytest

from app.accounts.models import Account, Session
from app.accounts.user import User
from app.sign_in.passkeys.models import Passkey
from app.web import page_sections
from tests import world
from tests.authenticator import UP, Authenticator, Credential
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.passkeys.conftest import CONFIRM, PASSKEYS, add, options_of, send, text_of

PAGE = "/dashboard/confirm/"


async def recently_confirmed(sari: Account) -> bool:
    sessions = await Session.filter(user=await world.owner(sari))
    return any(session.recently_confirmed for session in sessions)


@pytest.fixture
async def later(phone: Authenticator, moved: Clock) -> Clock:
    """The proof of the sign-in is over."""
    moved.on(timedelta(minutes=16))
    return moved


async def test_a_passkey_proves_who_one_is(as_sari: Browser, phone: Authenticator, later: Clock, sari: Account) -> None:
    text = await text_of(await as_sari.get(PAGE))
    assert "js/passkeys" in text
    options = await options_of(as_sari, CONFIRM)
    assert [each["id"] for each in options["allowCredentials"]] and options["userVerification"] == "required"
    response = await send(as_sari, phone.sign(options), CONFIRM, next=PASSKEYS)
    assert (response.status_code, response.headers["Location"]) == (303, PASSKEYS)
    assert await recently_confirmed(sari)


async def test_what_was_typed_survives_the_proof(
    as_sari: Browser, phone: Authenticator, passkey: Passkey, later: Clock
) -> None:
    asked = await text_of(await as_sari.post(f"{PASSKEYS}/{passkey.id}/remove", form={"why": "lost it"}))
    form = asked.partition('action="/dashboard/confirm/passkey"')[2].partition("</form>")[0]
    [typed] = re.findall(r'name="typed" value="([^"]*)"', form)
    typed = typed.replace("&#34;", '"').replace("&quot;", '"')
    refused = await send(as_sari, "{}", CONFIRM, typed=typed)
    text = await text_of(refused)
    assert refused.status_code == 422 and "was not accepted" in text and "lost it" in text
    signed = phone.sign(await options_of(as_sari, CONFIRM))
    response = await send(as_sari, signed, CONFIRM, typed=typed)
    assert response.status_code == 200 and "lost it" in await text_of(response)


async def test_a_user_without_a_password_is_offered_the_passkey_alone(
    as_sari: Browser, later: Clock, sari: Account
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(password_hash="")
    text = await text_of(await as_sari.get(PAGE))
    assert 'name="current"' not in text and "js/passkeys" in text


async def test_who_has_no_passkey_is_offered_none(as_budi: Browser, moved: Clock) -> None:
    moved.on(timedelta(minutes=16))
    assert "passkey" not in await text_of(await as_budi.get(PAGE))


async def test_a_passkey_of_somebody_else_proves_nothing(
    as_sari: Browser, as_budi: Browser, phone: Authenticator, sari: Account, moved: Clock
) -> None:
    other = Authenticator()
    await add(as_budi, other)
    moved.on(timedelta(minutes=16))
    options = await options_of(as_sari, CONFIRM)
    refused = [await send(as_sari, other.sign(options), CONFIRM)]
    options = await options_of(as_sari, CONFIRM)
    refused.append(await send(as_sari, phone.sign(options, flags=UP), CONFIRM))
    options = await options_of(as_sari, CONFIRM)
    forged = Credential("kliqs.test", phone.credentials[0].user_handle, id=phone.credentials[0].id)
    refused.append(await send(as_sari, phone.sign(options, credential=forged), CONFIRM))
    options = await options_of(as_budi, CONFIRM)
    refused.append(await send(as_sari, phone.sign(options), CONFIRM))
    assert [response.status_code for response in refused] == [422] * 4
    assert not await recently_confirmed(sari)


async def test_a_proof_works_once(as_sari: Browser, phone: Authenticator, later: Clock, sari: Account) -> None:
    signed = phone.sign(await options_of(as_sari, CONFIRM))
    assert (await send(as_sari, signed, CONFIRM)).status_code == 303
    later.on(timedelta(minutes=16))
    assert (await send(as_sari, signed, CONFIRM)).status_code == 422
    assert not await recently_confirmed(sari)


async def test_the_second_factor_offers_the_passkey_to_who_has_one(
    as_sari: Browser, phone: Authenticator, sari: Account, budi: Account
) -> None:
    async with as_sari.app.test_request_context("/login/two-factor", headers={"Host": "kliqs.test"}, scheme="https"):
        with_one = await page_sections.load_sections("second_factor", await world.owner(sari))
        without = await page_sections.load_sections("second_factor", await world.owner(budi))
    assert [section.template for section in with_one] == ["sign_in/passkeys/_second_factor.html"] and without == []
