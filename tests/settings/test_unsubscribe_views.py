"""Emails of a kind end by one click in a mail program, without signing in."""

import pytest

from app.accounts.consent import AI_NEWS as AI_NEWS_CONSENT
from app.accounts.consent import Consent
from app.accounts.models import Account
from app.accounts.unsubscribing import AI_NEWS, unsubscribe_path
from app.accounts.user import User
from app.kernel import installation
from app.mail.automatic_headers import email_headers
from app.mail.models import OutgoingEmail
from tests import world
from tests.client import Browser
from tests.gateway.offering import offer_model

SETTINGS = "/dashboard/settings/notifications"


async def agreed(account: Account) -> bool:
    user = await world.owner(account)
    return await User.filter(id=user.id, ai_news_agreed_at__isnull=False).exists()


@pytest.fixture
async def path(sari: Account) -> str:
    """The path in an email to Sari, who agreed."""
    user = await world.owner(sari)
    await user.choose_ai_news(agreed=True)
    return unsubscribe_path(user.id, AI_NEWS)


async def test_a_mail_program_ends_the_emails_by_one_post_of_its_own(
    visitor: Browser, sari: Account, path: str
) -> None:
    body = {"List-Unsubscribe": "One-Click"}
    response = await visitor.post(path, form=body, headers={"Sec-Fetch-Site": "", "Origin": ""})
    assert response.status_code == 200
    assert not await agreed(sari)
    consent = await Consent.get(kind=AI_NEWS_CONSENT)
    assert consent.withdrawn_at


async def test_opening_the_page_changes_nothing_and_its_button_ends_them(
    visitor: Browser, sari: Account, path: str
) -> None:
    page = await visitor.get(path)
    text = await page.get_data(as_text=True)
    assert f'action="{path}"' in text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert await agreed(sari)
    done = await visitor.post(path)
    assert "Email ini tidak dikirim lagi" in await done.get_data(as_text=True)
    assert not await agreed(sari)
    assert (await visitor.post(path)).status_code == 200


async def test_a_wrong_token_ends_nothing(visitor: Browser, sari: Account, budi: Account, path: str) -> None:
    stranger = await world.owner(budi)
    digest = path.rpartition(".")[2]
    for wrong in (
        f"{path}0",
        path[:-1],
        f"/unsubscribe/{AI_NEWS}.{stranger.id}.{digest}",
        "/unsubscribe/x",
        f"{path}é",
    ):
        assert (await visitor.post(wrong)).status_code == 404
        assert (await visitor.get(wrong)).status_code == 404
    assert await agreed(sari)


async def test_the_way_out_works_with_the_secret_before_the_newest(visitor: Browser, sari: Account, path: str) -> None:
    current = installation.current()
    current.secret_keys = ["a-newer-secret-of-the-tests-longer-than-32-characters", *current.secret_keys]
    assert (await visitor.post(path)).status_code == 200
    assert not await agreed(sari)


def test_the_headers_of_an_email_say_that_one_click_ends_them() -> None:
    off_url = "https://kliqs.test/unsubscribe/x"
    headers = email_headers(OutgoingEmail(off_url=off_url))
    assert headers["List-Unsubscribe"] == f"<{off_url}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    others = email_headers(OutgoingEmail(off_url=f"https://kliqs.test{SETTINGS}"))
    assert "List-Unsubscribe-Post" not in others


async def test_the_switch_is_shown_where_models_are_offered_and_keeps_since_when(
    as_sari: Browser, sari: Account
) -> None:
    assert 'name="ai_news"' not in await (await as_sari.get(SETTINGS)).get_data(as_text=True)
    await offer_model()
    assert 'name="ai_news"' in await (await as_sari.get(SETTINGS)).get_data(as_text=True)
    await as_sari.post(SETTINGS, form={"ai_news": "on"})
    since = (await world.owner(sari)).ai_news_agreed_at
    await as_sari.post(SETTINGS, form={"ai_news": "on"})
    assert since
    assert (await world.owner(sari)).ai_news_agreed_at == since
    await as_sari.post(SETTINGS, form={})
    assert not await agreed(sari)


async def test_the_privacy_centre_shows_the_consent_and_takes_it_back(
    as_sari: Browser, sari: Account, path: str
) -> None:
    page = await (await as_sari.get("/dashboard/settings/privacy")).get_data(as_text=True)
    assert "Email tentang model AI" in page
    await as_sari.post("/dashboard/settings/privacy/actions/withdraw-ai-news")
    assert not await agreed(sari)


async def test_objecting_to_emails_ends_these_too(as_sari: Browser, sari: Account, path: str) -> None:
    await as_sari.post("/dashboard/settings/privacy/actions/object")
    assert not await agreed(sari)
