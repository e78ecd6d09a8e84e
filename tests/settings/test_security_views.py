"""Settings → Security: who changes the email or the password goes on here alone, and can revoke the keys with it."""

import asyncio
import re
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account, Session
from app.accounts.user import User
from app.keys.models import ApiKey
from app.plans.plan_limits import MAX_KEYS
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.second_factor import phone
from tests.world import PASSWORD

HOME = "/dashboard/settings/security"
NEW = "another long one"
CHANGE = {"current": PASSWORD, "password": NEW}
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def text_of(browser: Browser, path: str = HOME) -> str:
    response = await browser.get(f"{path}?lang=en")
    assert response.status_code == 200
    return await response.get_data(as_text=True)


def secret_of(browser: Browser) -> str:
    """The session cookie that a browser holds."""
    assert browser.cookie_jar is not None
    [value] = [cookie.value for cookie in browser.cookie_jar if "kliqs_session" in cookie.name]
    return str(value)


async def keys_used(account: Account) -> tuple[int, int]:
    """The active keys there are, and how many the account is told to have."""
    return (
        await ApiKey.owned_by(account).filter(revoked_at=None).count(),
        (await Account.get(id=account.id)).keys_used,
    )


@pytest.mark.parametrize(("path", "form"), [("email", {"email": "rani@example.com"}), ("password", CHANGE)])
async def test_a_new_email_or_password_ends_other_sessions_and_begins_this_one_anew(
    app: Quart, as_sari: Browser, sari: Account, budi: Account, path: str, form: dict[str, str]
) -> None:
    other: Browser = app.test_client()  # type: ignore[assignment]
    other.sign_in(await world.begin_session(sari, "Safari · iOS"))
    stranger, before = await world.begin_session(budi, "Firefox"), secret_of(as_sari)

    assert (await as_sari.post(f"{HOME}/{path}", form=form)).status_code == 303

    assert "is signed out" in await text_of(as_sari)
    assert (await other.get(HOME)).status_code == 303
    assert await Session.filter(user=await world.owner(sari)).count() == 1 and await Session.by_token(stranger)
    stolen: Browser = app.test_client()  # type: ignore[assignment]
    assert stolen.cookie_jar is not None and as_sari.cookie_jar is not None
    for cookie in as_sari.cookie_jar:
        if "kliqs_session" in cookie.name:
            assert cookie.value != before
            cookie.value = before
            stolen.cookie_jar.set_cookie(cookie)
    assert (await stolen.get(HOME)).status_code == 303, "the secret of before opens nothing"


@pytest.mark.parametrize("form", [{"email": "sari@example.com"}, {"email": "budi@example.com"}, {"email": "rani"}])
async def test_an_email_that_stays_ends_no_session(
    as_sari: Browser, sari: Account, budi: Account, form: dict[str, str]
) -> None:
    there = await world.begin_session(sari, "Safari · iOS")
    await as_sari.post(f"{HOME}/email", form=form)
    assert await Session.by_token(there) and "signed out" not in (await text_of(as_sari)).partition("<form")[0]


async def test_all_that_is_wrong_with_a_new_password_is_said_at_once(as_sari: Browser) -> None:
    response = await as_sari.post(f"{HOME}/password", form={"current": "wrong", "password": "short"})
    text = await response.get_data(as_text=True)
    assert 'id="f-current-note"' in text and 'id="f-password-note"' in text


async def test_the_password_form_says_how_many_keys_there_are(as_sari: Browser, sari: Account) -> None:
    assert "revoke_keys" not in await text_of(as_sari)
    for count, words in ((1, "Revoke the API key of this account too"), (2, "Revoke all 2 API keys")):
        await world.key_of(sari)
        assert words in await text_of(as_sari), count
    [revoked, _] = await ApiKey.owned_by(sari)
    await revoked.revoke()
    assert "Revoke the API key of this account too" in await text_of(as_sari)
    refused = await as_sari.post(
        f"{HOME}/password?lang=en", headers=HX, form=CHANGE | {"current": "wrong", "revoke_keys": "on"}
    )
    assert re.search(r'name="revoke_keys"[^>]* checked', await refused.get_data(as_text=True)), "the tick is kept"


async def test_keys_are_revoked_with_the_password_where_that_is_wished(
    as_sari: Browser, sari: Account, dewi: Account
) -> None:
    for _ in range(3):
        await world.key_of(sari)
    await world.key_of(dewi)

    assert (await as_sari.post(f"{HOME}/password?lang=en", form=CHANGE | {"revoke_keys": "on"})).status_code == 303

    assert "3 API keys are revoked." in await text_of(as_sari)
    assert await keys_used(sari) == (0, 0) and await keys_used(dewi) == (1, 1)
    await world.key_of(sari)
    assert await keys_used(sari) == (1, 1)


@pytest.mark.parametrize(
    "form",
    [CHANGE, CHANGE | {"revoke_keys": "on", "current": "wrong"}, CHANGE | {"revoke_keys": "on", "password": "short"}],
)
async def test_keys_stay_without_the_tick_and_when_the_password_stays(
    as_sari: Browser, sari: Account, form: dict[str, str]
) -> None:
    await world.key_of(sari)
    await as_sari.post(f"{HOME}/password", form=form)
    assert await keys_used(sari) == (1, 1)


async def test_a_key_that_is_made_or_revoked_meanwhile_is_counted_once(sari: Account) -> None:
    keys = [(await ApiKey.issue(sari, "one"))[0] for _ in range(MAX_KEYS - 1)]
    done = await asyncio.gather(
        ApiKey.revoke_all(sari), ApiKey.revoke_all(sari), keys[0].revoke(), ApiKey.issue(sari, "another")
    )
    there, counted = await keys_used(sari)
    assert there == counted <= 1 and done[0] + done[1] in {MAX_KEYS - 2, MAX_KEYS - 1, MAX_KEYS}


async def without_password(account: Account) -> User:
    """The owner, who signs in another way."""
    user = await world.owner(account)
    await User.filter(id=user.id).update(password_hash="")
    return user


async def test_somebody_without_a_password_sets_one_and_is_signed_out_elsewhere(
    as_sari: Browser, sari: Account
) -> None:
    user = await without_password(sari)
    await Session.begin(user, "elsewhere")
    text = await text_of(as_sari)
    assert "Set password" in text and 'action="/dashboard/settings/security/password/set"' in text
    response = await as_sari.post(f"{HOME}/password/set?lang=en", form={"password": "short"})
    assert response.status_code == 422 and "at least 8" in await response.get_data(as_text=True)
    response = await as_sari.post(f"{HOME}/password/set", form={"password": NEW})
    assert response.status_code == 303 and await Session.all().count() == 1
    await User.authenticate("sari@example.com", NEW, "198.51.100.7")


async def test_a_first_password_needs_a_fresh_proof_and_replaces_none(
    as_sari: Browser, sari: Account, moved: Clock
) -> None:
    response = await as_sari.post(f"{HOME}/password/set", form={"password": NEW})
    assert response.status_code == 404, "Sari has one"
    await without_password(sari)
    moved.on(timedelta(minutes=16))
    response = await as_sari.post(f"{HOME}/password/set", form={"password": NEW})
    assert response.status_code == 401 and (await world.owner(sari)).password_hash == ""


async def test_after_a_change_of_a_factor_the_other_devices_can_be_signed_out(as_sari: Browser, sari: Account) -> None:
    """Turning the app on, moving it and turning it off end on, or lead to, the page with the button."""
    await world.begin_session(sari, "Safari · iOS")
    setup = f"{HOME}/authenticator"
    page = await text_of(as_sari, setup)
    handset = phone.Phone("".join(re.findall(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)[0].split()), [])
    [sealed] = re.findall(r'name="setup" value="([^"]+)"', page)
    response = await as_sari.post(setup, form={"setup": sealed, "factor_code": handset.code()})
    codes = await response.get_data(as_text=True)
    assert response.status_code == 200 and f'href="{HOME}"' in codes.partition("<main")[2]
    assert "/sessions/end-others" in await text_of(as_sari)
    response = await as_sari.post(f"{setup}/off", form={"factor_code": handset.code(1)})
    assert response.headers["Location"] == HOME and "/sessions/end-others" in await text_of(as_sari)
    await as_sari.post(f"{HOME}/sessions/end-others")
    assert await Session.all().count() == 1
