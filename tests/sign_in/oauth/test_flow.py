"""The state of a sign-in with a provider: used once, in time, in the browser and by the provider where it began."""

import asyncio
from datetime import timedelta
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account, Session
from app.kernel import installation, secrets
from app.ops import retention_sweep
from app.sign_in.oauth.discovery import PublishedByIssuer
from app.sign_in.oauth.models import Identity, OauthFlow
from app.web import language
from tests.client import Browser
from tests.conftest import Clock
from tests.sign_in.oauth.conftest import begin, come_back, configure, leaving_url, notice_after, sign_in_with, text_of
from tests.sign_in.oauth.stand_in import StandIn, served_stand_in
from tests.sign_in.oauth.test_views import AGREED, connect, verified

pytestmark = pytest.mark.usefixtures("provider")
STALE = "Please begin again"


async def is_stale(browser: Browser, back: str, **changes: str | None) -> None:
    """The answer lets nobody in."""
    response = await come_back(browser, back, **changes)
    assert STALE in await notice_after(browser, response)
    assert await Session.all().count() == 0


async def test_a_missing_or_unknown_state_is_refused(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    back = provider.visit(await begin(visitor))
    for state in (None, "", "x", secrets.new_token(), "\ud83d", "x" * 5000):
        await is_stale(visitor, back, state=state.encode(errors="replace").decode() if state else state)


async def test_a_state_is_used_once(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    back = provider.visit(await begin(visitor))
    assert (await come_back(visitor, back)).headers["Location"] == "/dashboard/"
    await visitor.post("/logout")
    await is_stale(visitor, back)


async def test_a_state_ends_after_ten_minutes(visitor: Browser, provider: StandIn, sari: Account, moved: Clock) -> None:
    await connect(sari, provider)
    back = provider.visit(await begin(visitor))
    moved.on(timedelta(minutes=10))
    await is_stale(visitor, back)


async def test_an_answer_in_another_browser_is_refused_and_does_not_disturb_the_right_one(
    app: Quart, visitor: Browser, provider: StandIn, sari: Account
) -> None:
    await connect(sari, provider)
    back = provider.visit(await begin(visitor))
    thief = cast(Browser, app.test_client())
    thief.set_cookie("kliqs.test", language.COOKIE, "en")
    await is_stale(thief, back)
    await begin(thief)  # now it has a cookie of its own
    await is_stale(thief, back)
    assert (await come_back(visitor, back)).headers["Location"] == "/dashboard/"


async def test_a_stranger_cannot_sign_somebody_in_as_themselves(
    app: Quart, visitor: Browser, provider: StandIn, sari: Account
) -> None:
    """The stranger sends their own answer to the victim, who would then work in the stranger's account."""
    await connect(sari, provider)
    stranger = cast(Browser, app.test_client())
    back = provider.visit(await begin(stranger))
    await begin(visitor)
    await is_stale(visitor, back)


async def test_the_states_of_two_sign_ins_cannot_be_swapped(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    first, second = provider.visit(await begin(visitor)), provider.visit(await begin(visitor))
    state = second.partition("state=")[2].partition("&")[0]
    response = await come_back(visitor, first, state=state)
    assert "could not be verified" in await notice_after(visitor, response), "the code has another verifier"
    assert await Session.all().count() == 0


async def test_two_tabs_do_not_disturb_each_other(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    first, second = provider.visit(await begin(visitor)), provider.visit(await begin(visitor))
    assert (await come_back(visitor, first)).headers["Location"] == "/dashboard/"
    assert (await come_back(visitor, second)).headers["Location"] == "/dashboard/"


async def test_of_fifty_answers_at_once_exactly_one_wins(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await connect(sari, provider)
    back = provider.visit(await begin(visitor))
    answers = await asyncio.gather(*(come_back(visitor, back) for _ in range(50)))
    assert [answer.headers["Location"] for answer in answers].count("/dashboard/") == 1
    assert await Session.all().count() == 1


async def test_of_fifty_joins_at_once_exactly_one_wins(visitor: Browser, provider: StandIn, sari: Account) -> None:
    await verified(sari)
    provider.person["email"] = "sari@example.com"
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    answers = await asyncio.gather(*(visitor.post(f"{question}/join") for _ in range(50)))
    assert [answer.headers["Location"] for answer in answers].count("/dashboard/") == 1
    assert await Identity.all().count() == 1 and await Session.all().count() == 1


async def test_a_question_ends_after_ten_minutes(visitor: Browser, provider: StandIn, moved: Clock) -> None:
    question = (await sign_in_with(visitor, provider)).headers["Location"]
    moved.on(timedelta(minutes=10))
    assert STALE in await notice_after(visitor, await visitor.get(question))
    assert STALE in await notice_after(visitor, await visitor.post(f"{question}/sign-up", form=AGREED))
    assert not await Identity.exists()


async def test_the_answer_of_one_provider_is_refused_at_the_address_of_another(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    """A mix-up (RFC 9207): the code of an honest provider would be sent to a dishonest one."""
    await connect(sari, provider)
    async with served_stand_in() as other:
        configure(staff=provider.settings(), other=other.settings())
        back = provider.visit(await begin(visitor))
        await is_stale(visitor, back.replace("/staff/", "/other/"))
        assert "/token" not in other.requests

        back = provider.visit(await begin(visitor))
        response = await come_back(visitor, back, iss=other.issuer)
        assert "did not confirm" in await notice_after(visitor, response)
        assert "/token" not in provider.requests, "no code is redeemed"


async def test_a_promised_issuer_must_be_there_and_an_unpromised_one_must_be_right(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    await connect(sari, provider)
    response = await come_back(visitor, provider.visit(await begin(visitor)), iss=None)
    assert "did not confirm" in await notice_after(visitor, response)

    provider.metadata = {"authorization_response_iss_parameter_supported": False}
    configure(staff=provider.settings())
    installation.current().set_resource(PublishedByIssuer())
    response = await come_back(visitor, provider.visit(await begin(visitor)), iss="https://evil.example")
    assert "did not confirm" in await notice_after(visitor, response)
    response = await come_back(visitor, provider.visit(await begin(visitor)), iss=None)
    assert response.headers["Location"] == "/dashboard/"


async def test_somebody_who_says_no_at_the_provider_is_told_that_nothing_changed(
    visitor: Browser, provider: StandIn
) -> None:
    provider.callback = {"error": "access_denied", "code": None}
    response = await sign_in_with(visitor, provider)
    assert "Staff did not confirm who you are, so nothing has changed." in await notice_after(visitor, response)


@pytest.mark.parametrize("code", [None, "", "x" * 3000, "ñ", "a b\nc"])
async def test_an_answer_without_a_usable_code_is_refused(
    visitor: Browser, provider: StandIn, code: str | None
) -> None:
    response = await come_back(visitor, provider.visit(await begin(visitor)), code=code)
    assert await notice_after(visitor, response)
    assert "/token" not in provider.requests


async def test_a_long_next_is_dropped_and_the_sign_in_goes_on(
    visitor: Browser, provider: StandIn, sari: Account
) -> None:
    await connect(sari, provider)
    page = await visitor.post("/login/oauth/staff", form={"next": "/dashboard/links/?q=" + "x" * 3000})
    response = await come_back(visitor, provider.visit(await leaving_url(page)))
    assert response.headers["Location"] == "/dashboard/"


async def test_a_get_begins_nothing_and_neither_does_another_site(visitor: Browser, provider: StandIn) -> None:
    assert (await visitor.get("/login/oauth/staff")).status_code in {404, 405}
    response = await visitor.post("/login/oauth/staff", form={}, headers={"Sec-Fetch-Site": "cross-site"})
    await text_of(response, 403)
    assert await OauthFlow.all().count() == 0


async def test_ended_sign_ins_are_deleted_with_what_the_provider_said(
    visitor: Browser, provider: StandIn, moved: Clock
) -> None:
    await sign_in_with(visitor, provider)
    await retention_sweep.delete_expired()
    assert await OauthFlow.filter(email="rani@example.com").exists()
    moved.on(timedelta(minutes=10, seconds=1))
    await retention_sweep.delete_expired()
    assert await OauthFlow.all().count() == 0


async def test_a_deleted_user_leaves_no_identity(visitor: Browser, provider: StandIn, sari: Account) -> None:
    user = await connect(sari, provider)
    await user.delete()
    assert await Identity.all().count() == 0
