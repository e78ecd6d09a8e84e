"""Signing in and up with a provider."""

from urllib.parse import parse_qs, urlsplit

import pytest
from tortoise.exceptions import DBConnectionError

from app.accounts.guest import open_guest
from app.accounts.models import Account, Membership, Session
from app.accounts.registration import register
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import clock, installation
from app.kernel.mail_settings import ResendAccount
from app.kernel.oauth_settings import GITHUB_ISSUER, OauthProvider
from app.mail.models import OutgoingEmail
from app.sign_in.oauth import flow, github
from app.sign_in.oauth.models import Identity, OauthFlow
from tests import world
from tests.client import Browser
from tests.sign_in.oauth.conftest import begin, come_back, notice_after, sign_in_with, text_of
from tests.sign_in.oauth.stand_in import StandIn

pytestmark = pytest.mark.usefixtures("provider")
AGREED = {"name": "Rani", "of_age": "on", "language": "en"}


async def test_a_new_person_signs_up_without_a_password(visitor: Browser, provider: StandIn) -> None:
    response = await sign_in_with(visitor, provider)
    question = response.headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert 'value="Rani Putri"' in page and "rani@example.com" in page and "without a password" in page

    response = await visitor.post(f"{question}/sign-up", form=AGREED)
    assert response.headers["Location"] == "/dashboard/first-steps/"
    user = await User.get(email="rani@example.com")
    identity = await Identity.get(user_id=user.id)
    assert (identity.issuer, identity.subject) == (provider.issuer, provider.person["sub"])
    assert user.password_hash == "" and user.email_verified_at and user.terms_seen and user.age_confirmed_at
    assert (await Membership.get(user_id=user.id)).role == "owner"
    assert (await visitor.get("/dashboard/links/")).status_code == 200


async def test_each_provider_is_asked_for_name_and_address_and_nothing_more(visitor: Browser) -> None:
    url = urlsplit(await begin(visitor))
    assert parse_qs(url.query)["scope"] == ["openid email profile"]
    hub = OauthProvider("github", "GitHub", GITHUB_ISSUER, "id", "secret", openid=False)
    url = urlsplit(github.authorization_url(hub, redirect_uri="https://kliqs.test/", state="s", verifier="v"))
    assert parse_qs(url.query)["scope"] == ["user:email"]


async def test_a_connected_person_signs_in_and_goes_where_they_wanted(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    await connect(sari, provider)
    response = await sign_in_with(visitor, provider, next="/dashboard/qr/")
    assert response.headers["Location"] == "/dashboard/qr/"
    assert (await visitor.get("/dashboard/qr/")).status_code == 200
    assert await SecurityEvent.filter(kind="signed_in").count() == 1


async def connect(account: Account, provider: StandIn) -> User:
    """Connects the provider's person to the account's owner."""
    user = await world.owner(account)
    await Identity.create(
        user=user,
        issuer=provider.issuer,
        subject=provider.person["sub"],
        label="Staff",
        created_at=clock.now(),
        used_at=clock.now(),
    )
    return user


async def test_signing_in_begins_a_new_session_and_ends_the_one_of_before(
    as_budi: Browser, provider: StandIn, sari: Account
) -> None:
    before = await Session.get()
    user = await connect(sari, provider)
    await sign_in_with(as_budi, provider)
    session = await Session.get()
    assert session.id != before.id and session.digest != before.digest and session.user_id == user.id


async def verified(account: Account) -> User:
    """The owner, whose address is verified."""
    user = await world.owner(account)
    await User.filter(id=user.id).update(email_verified_at=clock.now())
    return user


async def test_somebody_with_the_same_verified_address_is_told_and_joins(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    user = await verified(sari)
    provider.person["email"] = "Sari@Example.com"
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert "You have an account already" in page and "sari@example.com" in page and "Rani" not in page
    assert await Identity.all().count() == 0 and await Session.all().count() == 0, "nothing happens before"

    response = await visitor.post(f"{question}/join")
    assert response.headers["Location"] == "/dashboard/"
    assert (await Identity.get()).user_id == user.id
    assert await SecurityEvent.filter(user_id=user.id, kind="identity_connected", detail="Staff").count() == 1
    assert await OutgoingEmail.filter(recipient="sari@example.com", kind="identity").count() == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [(False, True), (True, False), (True, None), (True, "yes"), (False, False)],
    ids=["ours is not verified", "theirs is not", "theirs says nothing", "theirs is no truth", "neither"],
)
async def test_an_address_that_is_not_verified_on_both_sides_lets_nobody_in(
    visitor: Browser, provider: StandIn, sari: Account, ours: bool, theirs: object
) -> None:
    if ours:
        await verified(sari)
    provider.person |= {"email": "sari@example.com", "email_verified": theirs}
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert "Sign in first" in page and "sari@example.com" not in page

    for act in ("join", "sign-up"):
        response = await visitor.post(f"{question}/{act}", form=AGREED)
        assert "begin again" in await notice_after(visitor, response)
    assert await Identity.all().count() == 0 and await Session.all().count() == 0


async def test_an_account_opened_with_the_address_of_somebody_else_is_not_joined_by_its_owner(
    visitor: Browser, provider: StandIn
) -> None:
    await register("rani@example.com", "A stranger who waits", world.PASSWORD)
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    assert "Sign in first" in await text_of(await visitor.get(question + "?lang=en"))
    await visitor.post(f"{question}/join")
    assert await Identity.all().count() == 0


async def test_a_second_person_of_the_provider_does_not_join_by_the_address_of_the_first(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    await verified(sari)
    await connect(sari, provider)
    provider.person |= {"sub": "another", "email": "sari@example.com"}
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    assert "Sign in first" in await text_of(await visitor.get(question + "?lang=en"))
    assert "begin again" in await notice_after(visitor, await visitor.post(f"{question}/join"))


async def test_all_that_is_wrong_with_a_sign_up_is_said_and_the_name_is_kept(
    visitor: Browser, provider: StandIn
) -> None:
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    page = await text_of(await visitor.post(f"{question}/sign-up?lang=en", form={"name": " "}), 422)
    assert 'id="name-note"' in page and 'id="of-age-note"' in page
    page = await text_of(await visitor.post(f"{question}/sign-up?lang=en", form={"name": "Rani P"}), 422)
    assert 'value="Rani P"' in page and 'id="name-note"' not in page
    assert (await visitor.post(f"{question}/sign-up", form=AGREED)).status_code == 303, "the flow is still open"


async def test_a_guest_takes_along_what_they_made(visitor: Browser, provider: StandIn) -> None:
    guest, token = await open_guest("en", "198.51.100.7")
    await world.shorten(guest, "kopi")
    visitor.set_cookie("kliqs.test", "__Host-kliqs_guest", token, secure=True)
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    assert "Take along what was made" in await text_of(await visitor.get(question + "?lang=en"))
    response = await visitor.post(f"{question}/sign-up", form=AGREED | {"take_along": "on"})
    assert response.headers["Location"] == "/dashboard/" and "kliqs_guest=;" in str(response.headers)
    assert (await Membership.get(user__email="rani@example.com")).account_id == guest.id


async def test_signing_up_twice_makes_one_account(visitor: Browser, provider: StandIn) -> None:
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    for _ in range(2):
        assert (await visitor.post(f"{question}/sign-up", form=AGREED)).status_code == 303
    assert await User.all().count() == 1 and await Identity.all().count() == 1


async def test_a_person_without_an_address_is_asked_to_sign_in_first(visitor: Browser, provider: StandIn) -> None:
    provider.person = {"sub": "248289761001"}
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    assert "Sign in first" in await text_of(await visitor.get(question + "?lang=en"))


async def test_the_address_comes_from_the_user_information_where_the_token_has_none(
    visitor: Browser, provider: StandIn
) -> None:
    provider.claims = {"email": None, "email_verified": None, "name": None}
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert "rani@example.com" in page and 'value="Rani Putri"' in page


async def test_next_never_leads_to_another_site(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    for elsewhere in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        response = await sign_in_with(visitor, provider, next=elsewhere)
        assert response.headers["Location"] == "/dashboard/"


async def test_the_question_is_answered_only_in_the_browser_where_the_sign_in_began(
    visitor: Browser, as_budi: Browser, provider: StandIn
) -> None:
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    assert (await as_budi.get(question)).status_code == 303
    await as_budi.post(f"{question}/sign-up", form=AGREED)
    assert not await User.filter(email="rani@example.com").exists()


async def test_no_secret_of_a_flow_is_stored_and_pages_of_it_send_no_referrer(
    visitor: Browser, provider: StandIn
) -> None:
    page = await visitor.post("/login/oauth/staff", form={})
    url = await begin(visitor)
    state = url.partition("state=")[2].partition("&")[0]
    nonce = url.partition("nonce=")[2].partition("&")[0]
    stored = " ".join(str(row) for row in await OauthFlow.all().values())
    cookie = next(each.value for each in visitor.cookie_jar or [] if each.name.endswith("kliqs_oauth"))
    assert state and nonce and cookie and not any(secret in stored for secret in (state, nonce, str(cookie)))
    back = await come_back(visitor, provider.visit(url))
    for response in (page, back, await visitor.get(back.headers["Location"])):
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
    assert "HttpOnly" in page.headers["Set-Cookie"] and "SameSite=Lax" in page.headers["Set-Cookie"]
    assert "Secure" in page.headers["Set-Cookie"] and "__Host-kliqs_oauth" in page.headers["Set-Cookie"]


async def test_there_is_a_button_for_each_configured_provider_and_none_without(
    visitor: Browser, provider: StandIn
) -> None:
    for path in ("/login", "/signup"):
        page = await text_of(await visitor.get(path + "?lang=en"))
        assert 'action="/login/oauth/staff"' in page and "Sign in with Staff" in page and "GitHub" not in page
    assert (await visitor.post("/login/oauth/google", form={})).status_code == 404


async def test_where_mail_is_set_up_an_unproved_address_gets_the_same_page_known_or_not(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    """Without mail, signing up with the address would tell as much."""
    installation.current().mail_backend = ResendAccount("re_key", "hello@kliqs.test")
    pages = []
    for subject, email in (("1", "sari@example.com"), ("2", "nobody-has-this@example.com")):
        provider.person |= {"sub": subject, "email": email, "email_verified": False}
        question = (await sign_in_with(visitor, provider)).headers["Location"]
        pages.append(await text_of(await visitor.get(question)))
    assert pages[0] == pages[1] and "Sign in first" in pages[0]


async def test_an_address_that_the_provider_has_not_verified_signs_up_unverified_where_no_mail_is_sent(
    visitor: Browser, provider: StandIn
) -> None:
    provider.person["email_verified"] = False
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    await visitor.post(f"{question}/sign-up", form=AGREED)
    assert (await User.get(email="rani@example.com")).email_verified_at is None


@pytest.mark.parametrize("error", [DBConnectionError("away"), RuntimeError("broken"), TimeoutError()])
async def test_a_passing_error_leaves_the_code_behind_and_leads_back_to_the_sign_in(
    visitor: Browser, provider: StandIn, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def fails(*_: object, **__: object) -> None:
        raise error

    back = provider.visit(await begin(visitor))
    with monkeypatch.context() as patched:
        patched.setattr(flow, "fetch_profile", fails)
        response = await come_back(visitor, back)

    assert (response.status_code, response.headers["Location"]) == (303, "/login")
    assert (response.headers["Referrer-Policy"], response.headers["Cache-Control"]) == ("no-referrer", "no-store")
    page = await text_of(await visitor.get("/login?lang=en"))
    assert ("broke on our side" in page or "are busy" in page) and "code=" not in page
