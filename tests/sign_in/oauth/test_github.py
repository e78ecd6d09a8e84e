"""Signing in with GitHub, which is no OpenID provider."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account, Session
from app.accounts.user import User
from app.kernel import installation
from app.sign_in.oauth import github
from app.sign_in.oauth.models import Identity
from tests.client import Browser
from tests.sign_in.oauth.conftest import begin, come_back, notice_after, text_of
from tests.sign_in.oauth.github_stand_in import CLIENT_ID, CLIENT_SECRET, GithubStandIn, served_github
from tests.sign_in.oauth.test_views import AGREED, verified

START = "/login/oauth/github"


@pytest.fixture
async def hub(app: Quart, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[GithubStandIn]:
    """GitHub, the only provider that is configured."""
    async with served_github() as stand_in:
        current = installation.current()
        current.config = current.config.model_copy(
            update={"net_allow": "127.0.0.1", "github_client_id": CLIENT_ID, "github_client_secret": CLIENT_SECRET}
        )
        monkeypatch.setattr(github, "AUTHORIZATION_ENDPOINT", f"{stand_in.url}/login/oauth/authorize")
        monkeypatch.setattr(github, "TOKEN_ENDPOINT", f"{stand_in.url}/login/oauth/access_token")
        monkeypatch.setattr(github, "API", stand_in.url)
        yield stand_in


async def test_a_new_person_signs_up_with_their_primary_address_and_comes_back(
    visitor: Browser, hub: GithubStandIn
) -> None:
    question = (await come_back(visitor, hub.visit(await begin(visitor, START)))).headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert "rani@example.com" in page and 'value="Rani Putri"' in page
    await visitor.post(f"{question}/sign-up", form=AGREED)
    identity = await Identity.get()
    assert (identity.issuer, identity.subject, identity.label) == ("https://github.com", "583231", "GitHub")
    assert (await User.get()).email_verified_at

    await visitor.post("/logout")
    hub.user["login"], hub.emails[1]["email"] = "renamed", "new@example.com"
    response = await come_back(visitor, hub.visit(await begin(visitor, START)))
    assert response.headers["Location"] == "/dashboard/" and await User.all().count() == 1


async def test_only_a_verified_primary_address_joins(visitor: Browser, hub: GithubStandIn, sari: Account) -> None:
    await verified(sari)
    hub.emails = [
        {"email": "sari@example.com", "verified": True, "primary": False},
        {"email": "other@example.com", "verified": False, "primary": True},
    ]
    question = (await come_back(visitor, hub.visit(await begin(visitor, START)))).headers["Location"]
    page = await text_of(await visitor.get(question + "?lang=en"))
    assert "other@example.com" in page and "sari@example.com" not in page

    hub.emails = [{"email": "sari@example.com", "verified": False, "primary": True}]
    question = (await come_back(visitor, hub.visit(await begin(visitor, START)))).headers["Location"]
    assert "Sign in first" in await text_of(await visitor.get(question + "?lang=en"))

    hub.emails[0]["verified"] = True
    question = (await come_back(visitor, hub.visit(await begin(visitor, START)))).headers["Location"]
    assert "You have an account already" in await text_of(await visitor.get(question + "?lang=en"))


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "bad_verification_code", "error_description": "…"},
        {"error": "incorrect_client_credentials"},
        {"error": "unverified_user_email"},
        {"access_token": "", "token_type": "bearer"},
        {"access_token": "gho_x\r\nX-Injected: 1", "token_type": "bearer"},
        {"access_token": "gho_x", "token_type": "mac"},
        [],
        "text",
    ],
    ids=str,
)
async def test_an_error_with_the_status_200_lets_nobody_in(visitor: Browser, hub: GithubStandIn, answer: Any) -> None:
    hub.token_answer = answer
    response = await come_back(visitor, hub.visit(await begin(visitor, START)))
    assert "The answer of GitHub could not be verified" in await notice_after(visitor, response)
    assert await Session.all().count() == 0


@pytest.mark.parametrize("user", [{}, {"id": "583231"}, {"id": True}, {"id": 0}, {"id": -1}, [], None], ids=str)
async def test_a_user_without_a_number_is_nobody(visitor: Browser, hub: GithubStandIn, user: Any) -> None:
    hub.user = user
    response = await come_back(visitor, hub.visit(await begin(visitor, START)))
    assert "could not be verified" in await notice_after(visitor, response)


async def test_a_person_without_addresses_is_asked_to_sign_in_first(visitor: Browser, hub: GithubStandIn) -> None:
    answers: list[Any] = [[], {}, [1, None], [{"primary": True, "email": 7, "verified": True}]]
    for emails in answers:
        hub.emails = emails
        question = (await come_back(visitor, hub.visit(await begin(visitor, START)))).headers["Location"]
        assert "Sign in first" in await text_of(await visitor.get(question + "?lang=en"))


async def test_a_code_is_redeemed_once_and_only_with_its_verifier(visitor: Browser, hub: GithubStandIn) -> None:
    stolen = hub.visit(await begin(visitor, START)).partition("code=")[2].partition("&")[0]
    response = await come_back(visitor, hub.visit(await begin(visitor, START)), code=stolen)
    assert "could not be verified" in await notice_after(visitor, response)


async def test_github_confirms_nobody_because_it_does_not_ask_again(as_sari: Browser, hub: GithubStandIn) -> None:
    assert (await as_sari.post("/dashboard/confirm/provider/github", form={})).status_code == 404
