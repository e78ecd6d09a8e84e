"""Verified addresses: by a code, a new one before it is set; the old one can be put back for a week."""

import html
import re
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts.disown import DisownLink, shut_everybody_out
from app.accounts.models import Account, KnownBrowser, SecurityEvent, Session, TrustedBrowser
from app.accounts.registration import register
from app.accounts.user import User
from app.kernel import clock, installation
from app.pages.content import Content
from app.pages.models import Page
from app.sign_in.email_change import restore_email
from app.sign_in.email_verification import finish_verification
from app.sign_in.mailed_link import RESTORE
from app.sign_in.models import MailedLink, PendingEmail
from app.sign_in.oauth.models import Identity
from app.sign_in.passkeys.models import Passkey
from app.sign_in.second_factor import totp
from app.sign_in.second_factor.authenticator import Authenticator
from app.web.resubmit import SubmittedForm
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.letters import SARI, code, letter, letters, link, race, send_mail

SECURITY, CODE = "/dashboard/settings/security", "/dashboard/settings/security/email/code"
CHANGE = {"email": "new@example.com"}


@pytest.fixture(autouse=True)
def _mail(database: str) -> None:
    send_mail()


async def text(browser: Browser, path: str) -> str:
    return html.unescape(await (await browser.get(f"{path}?lang=en")).get_data(as_text=True))


async def change(browser: Browser, email: str = "new@example.com") -> None:
    response = await browser.post(f"{SECURITY}/email", form=CHANGE | {"email": email})
    assert (response.status_code, response.headers["Location"]) == (303, CODE)


async def test_the_own_address_is_verified_by_a_code_and_the_password_stays(as_sari: Browser, sari: Account) -> None:
    assert "Not verified" in await text(as_sari, SECURITY)
    assert (await as_sari.post(f"{SECURITY}/email/verify")).headers["Location"] == CODE
    page = await text(as_sari, CODE)
    assert re.findall(r"<strong>([a-z-]+)</strong>", page)[0] in (await letter(SARI, "code")).text
    response = await as_sari.post(CODE, form={"code": await code(SARI)})
    assert response.headers["Location"] == SECURITY
    page = await text(as_sari, SECURITY)
    assert "Verified" in page and "Not verified" not in page
    assert (await world.owner(sari)).password_hash
    assert [event.kind for event in await SecurityEvent.all()] == ["email_verified"]


async def test_a_new_address_is_set_only_after_its_code_and_the_old_one_is_told(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    other = await world.begin_session(sari)
    await change(as_sari)
    assert (await world.owner(sari)).email == SARI and await Session.by_token(other)
    wrong = await as_sari.post(CODE, form={"code": "0"})
    assert wrong.status_code == 422
    assert (await as_sari.post(CODE, form={"code": await code("new@example.com")})).status_code == 303
    user = await world.owner(sari)
    assert (user.email, bool(user.email_verified_at)) == ("new@example.com", True)
    assert await Session.by_token(other) is None and (await as_sari.get(SECURITY)).status_code == 200
    assert [one.kind for one in await letters(SARI)] == ["moved"]


async def test_a_taken_address_looks_like_a_free_one(as_sari: Browser, budi: Account) -> None:
    await change(as_sari, "budi@example.com")
    assert "We wrote to" in await text(as_sari, CODE)
    assert [one.kind for one in await letters("budi@example.com")] == ["account_exists"]
    for _ in range(6):
        assert (await as_sari.post(CODE, form={"code": "000000"})).status_code == 422


async def test_the_old_address_puts_itself_back_and_asks_for_a_new_password(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    """Somebody at an open session changes the address twice; the owner still has the first mailbox."""
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    path = await link(SARI, "moved")
    await change(as_sari, "newer@example.com")
    await as_sari.post(CODE, form={"code": await code("newer@example.com")})
    thief = await link("new@example.com", "moved")

    owner = cast(Browser, app.test_client())
    assert (await owner.get(path)).status_code == 200 and (await world.owner(sari)).email == "newer@example.com"
    assert (await owner.post(path)).headers["Location"] == "/login/new-password"
    user = await world.owner(sari)
    assert (user.email, user.password_hash) == (SARI, "")
    assert (await as_sari.get(SECURITY)).status_code == 303, "every session is over"
    assert (await owner.post(thief)).status_code == (await owner.post(path)).status_code == 410
    assert (await owner.post("/login/new-password", form={"password": "kopi susu gula aren"})).status_code == 303
    assert (await owner.post("/login", form={"email": SARI, "password": "kopi susu gula aren"})).status_code == 303


async def test_the_way_back_survives_a_new_password_and_ends_after_a_week(
    app: Quart, as_sari: Browser, sari: Account, moved: Clock
) -> None:
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    path = await link(SARI, "moved")
    await (await world.owner(sari)).set_password("the thief sets another one")
    assert (await as_sari.get(path)).status_code == 200
    moved.on(timedelta(days=7))
    assert (await as_sari.get(path)).status_code == (await as_sari.post(path)).status_code == 410


async def take_over(app: Quart, as_sari: Browser, sari: Account) -> User:
    """Somebody at an open session sets their own address, and what they add then is reported to it."""
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    user = await world.owner(sari)
    secret = totp.new_secret()
    await Authenticator.turn_on(user, secret, totp.code_at(secret, totp.step_at(clock.now())))
    await world.passkey_of(user)
    now = clock.now()
    await Identity.create(user=user, issuer="https://id.example", subject="7", label="Id", created_at=now, used_at=now)
    await TrustedBrowser.trust(user.id, "")
    return user


async def ways_left(user: User) -> list[int]:
    """How many ways in a user has besides their mailbox: apps, passkeys, connected sign-ins, browsers, sessions."""
    tables = (Authenticator, Passkey, Identity, TrustedBrowser, KnownBrowser, Session)
    return [await table.filter(user_id=user.id).count() for table in tables]


async def test_the_old_address_also_ends_what_was_added_after_it_was_replaced(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    user = await take_over(app, as_sari, sari)
    notice = await DisownLink.make(user.id)
    owner = cast(Browser, app.test_client())
    assert (await owner.post(await link(SARI, "moved"))).status_code == 303
    assert await ways_left(user) == [0] * 6
    assert (await owner.get(f"/not-me/{notice}")).status_code == 404, "the thief's notices are worth nothing"
    assert 'name="factor_code"' not in await text(owner, "/login/new-password")
    assert (await owner.post("/login/new-password", form={"password": "kopi susu gula aren"})).status_code == 303
    assert (await letter("new@example.com", "moved")).text.count("/login/restore/") == 0, "told, without a way back"


async def test_the_button_this_was_not_me_puts_a_changed_address_back(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    before = await DisownLink.make((await world.owner(sari)).id)
    user = await take_over(app, as_sari, sari)
    await change(as_sari, "newer@example.com")
    await as_sari.post(CODE, form={"code": await code("newer@example.com")})
    thief, owner = cast(Browser, app.test_client()), cast(Browser, app.test_client())
    await thief.post("/login/forgotten", form={"email": "newer@example.com"})
    assert (await thief.post(await link("newer@example.com", "reset"))).status_code == 303
    assert "newer@example.com" not in await text(owner, f"/not-me/{before}")
    assert (await owner.post(f"/not-me/{before}")).status_code == 200
    user = await world.owner(sari)
    assert (user.email, user.password_hash, bool(user.email_verified_at)) == (SARI, "", True)
    assert await ways_left(user) == [0] * 6
    assert (await thief.post("/login/new-password", form={"password": "kopi susu gula aren"})).status_code == 410
    assert (await thief.post(await link("new@example.com", "moved"))).status_code == 410


async def test_this_was_not_me_leaves_an_address_that_somebody_else_has_by_now(as_sari: Browser, sari: Account) -> None:
    before = await DisownLink.make((await world.owner(sari)).id)
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    await register(SARI, "Another", world.PASSWORD)
    await shut_everybody_out(before)
    assert await User.filter(email__in=["new@example.com", SARI]).count() == 2


async def test_whoever_goes_back_by_hand_leaves_no_way_back_to_the_address_of_the_thief(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    await change(as_sari, SARI)
    await as_sari.post(CODE, form={"code": await code(SARI)})
    assert (await world.owner(sari)).email == SARI
    assert "/login/restore/" not in (await letter("new@example.com", "moved")).text
    assert [one.email for one in await MailedLink.filter(purpose=RESTORE)] == [SARI]


async def test_a_permission_to_choose_a_password_ends_with_the_address_it_was_sent_to(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    stranger = cast(Browser, app.test_client())
    await stranger.post("/login/forgotten", form={"email": SARI})
    assert (await stranger.post(await link(SARI, "reset"))).status_code == 303
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    assert (await stranger.get("/login/new-password")).status_code == 410
    assert (await stranger.post("/login/new-password", form={"password": "kopi susu gula aren"})).status_code == 410


async def test_of_fifty_uses_of_the_way_back_one_wins(as_sari: Browser, sari: Account) -> None:
    await change(as_sari)
    await as_sari.post(CODE, form={"code": await code("new@example.com")})
    token = (await link(SARI, "moved")).rpartition("/")[2]
    assert len(await race([restore_email(token) for _ in range(50)])) == 1


async def test_of_fifty_right_codes_one_wins(as_sari: Browser, sari: Account) -> None:
    await change(as_sari)
    right, user = await code("new@example.com"), await world.owner(sari)
    tries = [await PendingEmail.get(user_id=user.id) for _ in range(50)]
    people = [await User.get(id=user.id) for _ in tries]
    won = await race([finish_verification(one, who, right, "") for one, who in zip(tries, people, strict=True)])
    assert len(won) == 1 and len(await letters(SARI)) == 1


async def test_without_mail_the_address_changes_at_once_and_is_not_verified(as_sari: Browser, sari: Account) -> None:
    await User.filter(email=SARI).update(email_verified_at=(await world.owner(sari)).created_at)
    installation.current().mail_backend = None
    assert (await as_sari.post(f"{SECURITY}/email", form=CHANGE)).headers["Location"] == SECURITY
    user = await world.owner(sari)
    assert (user.email, user.email_verified_at) == ("new@example.com", None)
    assert (await as_sari.get(CODE)).status_code == 404
    assert "verified" not in (await text(as_sari, SECURITY)).lower()


async def test_a_code_is_sent_again_and_a_form_that_waits_for_it_is_kept(as_sari: Browser, moved: Clock) -> None:
    typed = SubmittedForm("/dashboard/links/", [("url", "https://example.com/kept")], []).text
    form = {"typed": typed, "next": "/dashboard/links/"}
    response = await as_sari.post(f"{SECURITY}/email/verify", form=form)
    assert response.status_code == 200 and "example.com/kept" in await response.get_data(as_text=True)
    assert (await as_sari.post(f"{CODE}/again", form=form)).status_code == 429
    moved.on(timedelta(minutes=1))
    again = await (await as_sari.post(f"{CODE}/again", form=form)).get_data(as_text=True)
    assert "example.com/kept" in again
    response = await as_sari.post(CODE, form=form | {"code": await code(SARI)})
    shown = await response.get_data(as_text=True)
    assert response.status_code == 200 and "https://example.com/kept" in shown and 'action="/dashboard/links/"' in shown


ASKING = {
    "ai_credits.buy_credits",
    "team.invite",
    "team.send_again",
    "authenticator.setup_form",
    "authenticator.set_up",
    "page_publication.publish_page",
    "plan.buy_plan",
    "orders.order_again",
}


async def test_what_others_rely_on_asks_for_a_verified_address_first(
    app: Quart, as_sari: Browser, sari: Account
) -> None:
    views = app.view_functions
    assert {name for name, view in views.items() if getattr(view, "needs_verified_email", False)} == ASKING
    page = await Page.make(sari, "kawung", Content(name="Kawung"))
    publication, invite = f"/dashboard/pages/{page.id}/publication", "/dashboard/settings/team/invite"
    assert "/email/verify?next=" in (await as_sari.get(f"{SECURITY}/authenticator")).headers["Location"]
    asked = await as_sari.post(invite, form={"emails": "kept@example.com", "role": "editor"})
    assert asked.status_code == 403 and "kept@example.com" in await asked.get_data(as_text=True)
    toast = await as_sari.post(publication, headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert toast.status_code == 403 and f'href="{SECURITY}/email/verify' in await toast.get_data(as_text=True)
    await (await world.owner(sari)).mark_email_verified(keep_password=True, keep_ways=True)
    assert (await as_sari.get(f"{SECURITY}/authenticator")).status_code == 200
    assert (await as_sari.post(publication)).status_code == 303


async def test_who_has_verified_their_address_is_led_on_instead_of_asked(as_sari: Browser, sari: Account) -> None:
    await User.filter(email=SARI).update(email_verified_at=sari.created_at)
    response = await as_sari.get(f"{SECURITY}/email/verify?next=/dashboard/settings/team")
    assert (response.status_code, response.headers.get("Location")) == (303, "/dashboard/settings/team")


async def test_where_no_email_leaves_nobody_is_asked_for_a_verified_address(as_sari: Browser) -> None:
    installation.current().mail_backend = None
    assert (await as_sari.get(f"{SECURITY}/authenticator")).status_code == 200


async def test_codes_are_limited_by_user(as_sari: Browser) -> None:
    forms = [{"email": f"new{number}@example.com"} for number in range(11)]
    statuses = [(await as_sari.post(f"{SECURITY}/email", form=form)).status_code for form in forms]
    assert statuses == [303] * 10 + [429]


async def test_several_users_send_no_more_codes_to_an_address_than_one_stranger(
    as_sari: Browser, as_budi: Browser, dewi: Account
) -> None:
    for form in (CHANGE, {"email": "dewi@example.com"}):
        statuses = [
            (await browser.post(f"{SECURITY}/email", form=form)).status_code
            for browser in (as_sari, as_budi, as_sari, as_budi, as_sari, as_budi)
        ]
        assert statuses == [303] * 5 + [429], "the same for known and unknown addresses"
