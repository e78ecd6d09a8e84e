"""Connecting and disconnecting providers in the security settings, and confirming with one who one is."""

import time
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts import disown
from app.accounts.models import Account, Session
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import clock, i18n
from app.mail.models import OutgoingEmail
from app.sign_in.oauth.models import Identity, OauthFlow
from app.web.resubmit import SubmittedForm
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.oauth.conftest import begin, come_back, configure, leaving_url, notice_after, text_of
from tests.sign_in.oauth.stand_in import PERSON, StandIn
from tests.sign_in.oauth.test_views import connect

pytestmark = pytest.mark.usefixtures("provider")
SECURITY, CONNECTIONS = "/dashboard/settings/security", "/dashboard/settings/security/connections"
CONNECT = f"{CONNECTIONS}/staff/connect"


async def test_a_provider_is_connected_and_its_user_told_by_mail_and_in_the_log(
    as_sari: Browser, provider: StandIn, sari: Account
) -> None:
    provider.person["email"] = "elsewhere@example.com"
    page = await text_of(await as_sari.get(SECURITY + "?lang=en"))
    assert "Connected sign-ins" in page and "Not connected" in page

    response = await come_back(as_sari, provider.visit(await begin(as_sari, CONNECT)))
    assert response.headers["Location"] == SECURITY
    page = await text_of(await as_sari.get(SECURITY + "?lang=en"))
    assert "Staff is connected." in page and "elsewhere@example.com" in page and "Disconnect" in page
    user = await world.owner(sari)
    assert (await Identity.get()).user_id == user.id and user.email_verified_at is None
    assert await SecurityEvent.filter(kind="identity_connected").count() == 1
    letter = await OutgoingEmail.get(kind="identity")
    assert letter.recipient == "sari@example.com"


async def test_the_same_address_at_the_provider_verifies_that_of_the_user(
    as_sari: Browser, provider: StandIn, sari: Account
) -> None:
    provider.person |= {"email": "sari@example.com", "email_verified": True}
    await come_back(as_sari, provider.visit(await begin(as_sari, CONNECT)))
    assert (await world.owner(sari)).email_verified_at
    assert await SecurityEvent.filter(kind="email_verified").count() == 1


async def test_connecting_asks_first_who_one_is(as_sari: Browser, provider: StandIn, moved: Clock) -> None:
    moved.on(timedelta(minutes=16))
    page = await text_of(await as_sari.post(CONNECT + "?lang=en", form={}), 401)
    assert "Is it you?" in page and await OauthFlow.all().count() == 0


async def test_an_identity_of_somebody_else_is_not_taken_over(
    as_budi: Browser, provider: StandIn, sari: Account
) -> None:
    user = await connect(sari, provider)
    response = await come_back(as_budi, provider.visit(await begin(as_budi, CONNECT)))
    assert "connected to another Kliqs account" in await notice_after(as_budi, response, SECURITY)
    assert (await Identity.get()).user_id == user.id


async def test_connecting_ends_with_the_session_in_which_it_began(
    app: Quart, as_sari: Browser, provider: StandIn, sari: Account, budi: Account
) -> None:
    back = provider.visit(await begin(as_sari, CONNECT))
    as_sari.sign_in(await world.begin_session(budi))
    response = await come_back(as_sari, back)
    assert "begin again" in await notice_after(as_sari, response, SECURITY)

    back = provider.visit(await begin(as_sari, CONNECT))
    await Session.all().delete()
    response = await come_back(as_sari, back)
    assert response.status_code == 303 and await Identity.all().count() == 0


async def test_a_stranger_cannot_connect_their_identity_to_somebody_elses_account(
    app: Quart, as_sari: Browser, as_budi: Browser, provider: StandIn
) -> None:
    """The stranger sends the victim their own answer."""
    back = provider.visit(await begin(as_budi, CONNECT))
    await begin(as_sari, CONNECT)
    response = await come_back(as_sari, back)
    assert "begin again" in await notice_after(as_sari, response, SECURITY)
    assert await Identity.all().count() == 0
    response = await as_sari.post(CONNECT, form={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


async def test_a_provider_is_disconnected_after_a_question(as_sari: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    identity = await Identity.get()
    path = f"{CONNECTIONS}/{identity.id}/disconnect"
    assert "Disconnect Staff?" in await text_of(await as_sari.get(path + "?lang=en"))
    assert await Identity.exists()
    response = await as_sari.post(path)
    assert response.headers["Location"] == SECURITY and not await Identity.exists()
    assert await SecurityEvent.filter(kind="identity_disconnected", detail="Staff").count() == 1
    assert await OutgoingEmail.filter(kind="identity").count() == 1
    assert (await as_sari.post(path)).status_code == 404


async def test_disconnecting_asks_first_who_one_is(
    as_sari: Browser, provider: StandIn, sari: Account, moved: Clock
) -> None:
    await connect(sari, provider)
    moved.on(timedelta(minutes=16))
    await text_of(await as_sari.post(f"{CONNECTIONS}/{(await Identity.get()).id}/disconnect"), 401)
    assert await Identity.exists()


async def test_a_stranger_disconnects_nothing(as_budi: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    path = f"{CONNECTIONS}/{(await Identity.get()).id}/disconnect"
    assert (await as_budi.get(path)).status_code == (await as_budi.post(path)).status_code == 404
    assert await Identity.exists()


async def test_the_last_way_in_has_no_button_and_is_refused(as_sari: Browser, provider: StandIn, sari: Account) -> None:
    user = await connect(sari, provider)
    await User.filter(id=user.id).update(password_hash="")
    page = await text_of(await as_sari.get(SECURITY + "?lang=en"))
    assert "your only way to sign in" in page and "disconnect" not in page
    response = await as_sari.post(f"{CONNECTIONS}/{(await Identity.get()).id}/disconnect")
    assert "your only way to sign in" in await notice_after(as_sari, response, SECURITY)
    assert await Identity.exists()


async def confirm(browser: Browser, provider: StandIn, **form: str) -> str:
    """Presses “Confirm with Staff”, signs in there, and returns what the provider sends back."""
    response = await browser.post("/dashboard/confirm/provider/staff", form={"next": SECURITY, **form})
    return provider.visit(await leaving_url(response))


async def test_a_user_confirms_with_a_provider_that_asked_again(
    as_sari: Browser, provider: StandIn, sari: Account, moved: Clock
) -> None:
    await connect(sari, provider)
    moved.on(timedelta(minutes=16))
    provider.claims = {"exp": int(time.time()) + 3600, "auth_time": int(clock.now().timestamp())}
    page = await text_of(await as_sari.get("/dashboard/confirm/?lang=en"))
    assert "Confirm with Staff" in page
    response = await come_back(as_sari, await confirm(as_sari, provider))
    assert response.headers["Location"] == SECURITY
    assert (await Session.get()).recently_confirmed
    assert (await as_sari.post(CONNECT, form={})).status_code == 200


@pytest.mark.parametrize("since", [3600, None], ids=["an hour ago", "not said"])
async def test_a_sign_in_of_before_at_the_provider_confirms_nothing(
    as_sari: Browser, provider: StandIn, sari: Account, moved: Clock, since: int | None
) -> None:
    await connect(sari, provider)
    moved.on(timedelta(minutes=16))
    before = None if since is None else int(clock.now().timestamp()) - since
    provider.claims = {"exp": int(time.time()) + 3600, "auth_time": before}
    response = await come_back(as_sari, await confirm(as_sari, provider))
    assert "did not ask you to sign in again" in await notice_after(as_sari, response, "/dashboard/confirm/")
    assert not (await Session.get()).recently_confirmed


async def test_another_identity_confirms_nothing(
    as_sari: Browser, provider: StandIn, sari: Account, moved: Clock
) -> None:
    await connect(sari, provider)
    moved.on(timedelta(minutes=16))
    provider.person["sub"] = "somebody else"
    provider.claims = {"exp": int(time.time()) + 3600, "auth_time": int(clock.now().timestamp())}
    response = await come_back(as_sari, await confirm(as_sari, provider))
    assert "not the Staff account" in await notice_after(as_sari, response, "/dashboard/confirm/")
    assert not (await Session.get()).recently_confirmed


async def test_what_was_typed_survives_confirming_with_a_provider(
    app: Quart, as_sari: Browser, provider: StandIn, sari: Account
) -> None:
    await connect(sari, provider)
    typed = SubmittedForm("/dashboard/links/", [("url", "https://example.com/typed")], []).text
    response = await come_back(as_sari, await confirm(as_sari, provider, typed=typed))
    where = response.headers["Location"]
    assert where.startswith("/dashboard/confirm/provider/")
    for _ in range(2):
        assert "https://example.com/typed" in await text_of(await as_sari.get(where))
    stranger = cast(Browser, app.test_client())
    stranger.sign_in(await world.begin_session(sari))
    assert (await stranger.get(where)).status_code == 303, "another browser"


async def test_nobody_confirms_with_a_provider_that_cannot_ask_again(as_sari: Browser, provider: StandIn) -> None:
    parts = {"client_id": "kliqs", "client_secret": "x"}
    configure(google=parts)
    assert (await as_sari.post("/dashboard/confirm/provider/google", form={})).status_code == 404


async def test_a_user_of_google_alone_is_told_how_to_confirm(as_sari: Browser, sari: Account, moved: Clock) -> None:
    configure(google={"client_id": "kliqs", "client_secret": "x"})
    user = await world.owner(sari)
    now = clock.now()
    await Identity.create(
        user=user, issuer="https://accounts.google.com", subject="1", label="Google", created_at=now, used_at=now
    )
    await User.filter(id=user.id).update(password_hash="")
    moved.on(timedelta(minutes=16))
    page = await text_of(await as_sari.get("/dashboard/confirm/?lang=en"))
    assert "Google cannot ask you again." in page and "Confirm with" not in page


async def test_the_letter_is_in_the_language_of_the_user(as_budi: Browser, provider: StandIn, budi: Account) -> None:
    await come_back(as_budi, provider.visit(await begin(as_budi, CONNECT)))
    letter = await OutgoingEmail.get(kind="identity")
    with i18n.language_context("en", "Asia/Jakarta"):
        assert letter.subject == "Staff is connected now"


async def test_this_was_not_me_disconnects_what_was_connected_meanwhile(
    as_sari: Browser, provider: StandIn, sari: Account, moved: Clock
) -> None:
    """The intruder who connected it would otherwise still get in."""
    user = await connect(sari, provider)
    moved.on(timedelta(days=8))
    provider.person["sub"], provider.claims = "of the intruder", {"exp": int(time.time()) + 10**7}
    await Session.all().update(confirmed_at=clock.now())
    await come_back(as_sari, provider.visit(await begin(as_sari, CONNECT)))
    assert await Identity.all().count() == 2
    letter = await OutgoingEmail.get(kind="identity")
    assert disown.PATH in letter.text
    await disown.shut_everybody_out(letter.text.partition(disown.PATH)[2].split()[0].strip(">)"))
    assert [identity.subject for identity in await Identity.all()] == [PERSON["sub"]]
    assert user.id == (await Identity.get()).user_id and await Session.all().count() == 0
