"""Settings → Security → Authenticator app: set up, moved, turned off, new codes, and each only after a confirmation."""

import html
import re
from datetime import timedelta
from io import BytesIO
from urllib.parse import unquote

import pytest
import resvg_py
from PIL import Image

from app.accounts.models import Account, Session, TrustedBrowser
from app.kernel import clock
from app.sign_in.second_factor import totp
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.recovery_code import RecoveryCode
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.qr_reader import read_qr_codes
from tests.sign_in.second_factor import phone
from tests.sign_in.second_factor.phone import Phone

SECURITY = "/dashboard/settings/security"
SETUP, OFF, CODES = (
    f"{SECURITY}/authenticator",
    f"{SECURITY}/authenticator/off",
    f"{SECURITY}/authenticator/recovery-codes",
)
EARLIER = timedelta(minutes=16)  # longer than a confirmation counts


async def text_of(browser: Browser, path: str, status: int = 200) -> str:
    response = await browser.get(f"{path}?lang=en")
    assert response.status_code == status
    return await response.get_data(as_text=True)


async def send(browser: Browser, path: str, **form: str) -> tuple[int, str]:
    response = await browser.post(f"{path}?lang=en", form=form)
    return response.status_code, await response.get_data(as_text=True)


def field_of(page: str, name: str) -> str:
    [value] = re.findall(f'name="{name}" value="([^"]+)"', page)
    return html.unescape(value)


def key_of(page: str) -> Phone:
    """The app into which somebody typed the key of the page by hand."""
    [shown] = re.findall(r'<code translate="no">([A-Z2-7 ]+)</code>', page)
    assert all(len(group) == 4 for group in shown.split())
    return Phone(shown.replace(" ", ""), [])


def codes_of(page: str) -> list[str]:
    return re.findall(r"<li>([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</li>", page)


def read_code(picture: str) -> str:
    """What a camera reads from an SVG."""
    pixels = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=picture, width=500)))).convert("L")
    [code] = read_qr_codes(pixels)
    return str(code.text)


async def confirmed_long_ago(account: Account) -> None:
    """Nobody proved in the account's sessions for a while who they are."""
    for session in await Session.filter(user=await world.owner(account)):
        session.confirmed_at -= EARLIER
        await session.save(update_fields=["confirmed_at"])


async def test_the_app_is_set_up_by_scan_or_key_and_the_codes_are_shown_once(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    security = await text_of(as_sari, SECURITY)
    assert "Set up the app" in security and "Well protected" not in security
    page = await text_of(as_sari, SETUP)
    handset = key_of(page)
    picture = unquote(re.findall(r'src="data:image/svg\+xml[^,]*,([^"]+)"', page)[0])
    assert "fill='#fff'" in picture and "stroke='#000'" in picture, "black on white in every theme"
    assert f"secret={handset.secret}&issuer=Kliqs" in read_code(picture)

    status, again = await send(as_sari, SETUP, setup=field_of(page, "setup"), factor_code=handset.wrong_code())
    assert status == 422 and "not right" in again and key_of(again).secret == handset.secret
    assert await Authenticator.of(user.id) is None

    response = await as_sari.post(SETUP, form={"setup": field_of(again, "setup"), "factor_code": handset.code()})
    shown = await response.get_data(as_text=True)
    codes = codes_of(shown)
    assert response.status_code == 200 and response.headers["Cache-Control"] == "no-store" and len(codes) == 10
    [download] = re.findall(r'href="data:text/plain;charset=utf-8,([^"]+)" download="([^"]+)"', shown)
    assert unquote(download[0]).split()[-10:] == codes and download[1] == "kliqs-recovery-codes.txt"

    security = await text_of(as_sari, SECURITY)
    assert "10 of 10 are left" in security and "Well protected" in security
    for path in (SECURITY, CODES, SETUP):
        assert not codes_of(await text_of(as_sari, path)), "nothing shows them again"


async def test_a_page_of_before_turns_nothing_on_again(as_sari: Browser, sari: Account) -> None:
    page = await text_of(as_sari, SETUP)
    handset = key_of(page)
    form = {"setup": field_of(page, "setup"), "factor_code": handset.code()}
    assert (await as_sari.post(SETUP, form=form)).status_code == 200
    response = await as_sari.post(SETUP, form=form)
    assert response.headers["Location"] == SECURITY and await RecoveryCode.all().count() == 10
    user = await world.owner(sari)
    await Authenticator.filter(user_id=user.id).delete()
    assert (await as_sari.post(SETUP, form=form | {"setup": "made up"})).headers["Location"] == SETUP


async def test_the_key_of_a_page_fits_nobody_else_and_for_an_hour(
    as_sari: Browser, as_budi: Browser, moved: Clock
) -> None:
    page = await text_of(as_sari, SETUP)
    form = {"setup": field_of(page, "setup")}
    assert (await as_budi.post(SETUP, form=form | {"factor_code": key_of(page).code()})).status_code == 303
    moved.on(timedelta(minutes=61))
    await Session.all().update(confirmed_at=clock.now())
    assert (await as_sari.post(SETUP, form=form | {"factor_code": key_of(page).code()})).status_code == 303
    assert not await Authenticator.exists()


async def test_moving_needs_a_code_of_both_phones(as_sari: Browser, sari: Account) -> None:
    old, user = await phone.turn_on(sari), await world.owner(sari)
    page = await text_of(as_sari, SETUP)
    new, setup = key_of(page), field_of(page, "setup")
    status, text = await send(as_sari, SETUP, setup=setup, factor_code=new.code(), present_code=new.code())
    assert status == 422 and 'id="present-code-note"' in text
    status, text = await send(as_sari, SETUP, setup=setup, factor_code=new.wrong_code(), present_code=old.code())
    assert status == 422 and 'id="factor-code-note"' in text and 'id="present-code-note"' not in text
    code = new.code()
    status, _ = await send(as_sari, SETUP, setup=setup, factor_code=code, present_code=old.code())
    assert status == 303
    present = await Authenticator.of(user.id)
    assert present and present.last_step == totp.matching_step(new.secret, code, present.created_at)
    assert await RecoveryCode.count_left(user.id) == 10


@pytest.mark.parametrize("lost", [False, True])
async def test_turning_it_off_needs_a_code_of_the_app_or_a_recovery_code(
    as_sari: Browser, sari: Account, lost: bool
) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    status, text = await send(as_sari, OFF, factor_code=handset.wrong_code())
    assert status == 422 and "not right" in text and await Authenticator.of(user.id)
    status, _ = await send(as_sari, OFF, factor_code=handset.codes[0] if lost else handset.code())
    assert status == 303 and await Authenticator.of(user.id) is None
    assert "Set up the app" in await text_of(as_sari, SECURITY)


async def test_new_codes_are_shown_once_and_end_the_earlier_ones(as_sari: Browser, sari: Account) -> None:
    handset, user = await phone.turn_on(sari), await world.owner(sari)
    assert not codes_of(await text_of(as_sari, CODES))
    status, text = await send(as_sari, CODES, factor_code=(code := handset.code()))
    assert status == 200 and len(codes_of(text)) == 10 and not set(codes_of(text)) & set(handset.codes)
    assert not await RecoveryCode.take(user.id, handset.codes[0])
    status, text = await send(as_sari, CODES, factor_code=code)
    assert status == 422 and not codes_of(text), "a reload of the form makes no further ones"


async def test_guesses_in_a_session_are_bounded(as_sari: Browser, sari: Account) -> None:
    handset = await phone.turn_on(sari)
    statuses = [(await send(as_sari, OFF, factor_code=handset.wrong_code()))[0] for _ in range(11)]
    assert statuses == [422] * 10 + [429]


async def test_without_an_app_there_is_nothing_to_turn_off(as_sari: Browser) -> None:
    for path in (OFF, CODES):
        assert (await as_sari.get(path)).status_code == 404
        assert (await as_sari.post(path, form={"factor_code": "123456"})).status_code in {404, 422}


async def test_a_trusted_browser_is_listed_and_ended(as_sari: Browser, as_budi: Browser, sari: Account) -> None:
    await phone.turn_on(sari)
    user = await world.owner(sari)
    await TrustedBrowser.trust(user.id, "Chrome · Windows")
    [browser] = await TrustedBrowser.of_user(user.id)
    assert "Chrome · Windows" in await text_of(as_sari, SECURITY)
    end = f"{SETUP}/browsers/{browser.id}/end"
    assert (await as_budi.post(end)).status_code == 404 and await TrustedBrowser.of_user(user.id).exists()
    assert (await as_sari.post(end)).status_code == 303 and not await TrustedBrowser.of_user(user.id).exists()


@pytest.mark.parametrize("path", [SETUP, OFF, CODES])
async def test_each_change_asks_first_who_one_is(as_sari: Browser, sari: Account, path: str) -> None:
    handset = await phone.turn_on(sari)
    await confirmed_long_ago(sari)
    assert (await as_sari.get(path)).headers["Location"].startswith("/dashboard/confirm/")
    response = await as_sari.post(path, form={"factor_code": handset.code()})
    assert response.status_code == 401 and await Authenticator.exists()
    assert handset.code() not in await response.get_data(as_text=True)
