"""The privacy centre: every right is a button there, without scripts too."""

from datetime import timedelta

import pytest

from app.accounts import document_versions
from app.accounts.consent import AGE, NEWS, TERMS, Consent
from app.accounts.models import Account
from app.accounts.profile import OPTIONAL
from app.accounts.user import User
from app.kernel import installation
from app.privacy.privacy_request import ANSWERED_SOON, PrivacyRequest
from app.privacy.request_handling import by_address
from app.web import first_rows
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.mail.post import SERVER

PRIVACY = "/dashboard/settings/privacy"


async def text(browser: Browser, path: str = PRIVACY) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def consents(user: User) -> list[tuple[str, str, bool]]:
    rows = await Consent.filter(user_id=user.id).order_by("id")
    return [(row.kind, row.version, row.withdrawn_at is not None) for row in rows]


async def test_signing_up_is_kept_as_consent_with_its_version(as_sari: Browser, sari: Account) -> None:
    newest = document_versions.newest_date()
    assert await consents(await world.owner(sari)) == [(TERMS, newest, False), (AGE, "", False)]
    assert newest in await text(as_sari)


async def test_what_was_agreed_to_by_signing_up_counts_as_well(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Consent.filter(user_id=(await world.owner(sari)).id, kind=TERMS).delete()
    page = await text(as_sari, f"{PRIVACY}?lang=en")
    assert "Terms, privacy policy" in page and "are shown." not in page
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    await (await world.owner(sari)).choose_news(agreed=True)
    assert "1 of 3 are shown." in await text(as_sari, f"{PRIVACY}?lang=en")


async def test_news_are_agreed_to_and_taken_back_by_one_button_each(
    as_sari: Browser, sari: Account, moved: Clock
) -> None:
    user = await world.owner(sari)
    await as_sari.post(f"{PRIVACY}/actions/agree-to-news", form={})
    await as_sari.post(f"{PRIVACY}/actions/agree-to-news", form={})
    assert (await consents(user))[2:] == [(NEWS, "", False)]
    moved.on(timedelta(days=1))
    await as_sari.post(f"{PRIVACY}/actions/withdraw-news", form={})
    assert (await consents(user))[2:] == [(NEWS, "", True)]
    assert (await User.get(id=user.id)).news_agreed_at is None
    await as_sari.post("/dashboard/settings/notifications", form={"news": "on"})
    assert (await consents(user))[2:] == [(NEWS, "", True), (NEWS, "", False)]


async def test_agreeing_to_a_new_version_is_a_consent_of_its_own(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    await Consent.filter(user_id=user.id).delete()
    await as_sari.post("/dashboard/terms/seen", form={})
    assert await consents(user) == [(TERMS, document_versions.newest_date(), False)]


async def test_who_objects_gets_only_emails_that_protect(as_sari: Browser, sari: Account) -> None:
    user = await world.owner(sari)
    await user.choose_news(agreed=True)
    await as_sari.post(f"{PRIVACY}/actions/object", form={})
    user = await User.get(id=user.id)
    assert user.limits_muted_at and user.news_agreed_at is None
    assert "Kamu hanya mendapat email yang melindungimu." in await text(as_sari)


async def test_optional_fields_of_the_profile_are_bounded_and_correctable(as_sari: Browser, sari: Account) -> None:
    form = {"name": "Sari", "language": "id", "time_zone": "Asia/Jakarta"}
    own = {"username": "sari.w", "phone": "+62 812 3456 7890", "organisation": "Warung Sari"}
    assert (await as_sari.post("/dashboard/settings/", form=form | own)).status_code == 303
    user = await world.owner(sari)
    assert {field: getattr(user, field) for field in OPTIONAL} == own
    shown = await text(as_sari, "/dashboard/settings/")
    assert all(f'value="{value}"' in shown for value in own.values())
    long = {field: "x" * (most + 1) for field, most in OPTIONAL.items()}
    refused = await as_sari.post("/dashboard/settings/", form=form | long)
    assert refused.status_code == 400
    page = await refused.get_data(as_text=True)
    assert all(f"{most} karakter" in page for most in OPTIONAL.values())
    await as_sari.post("/dashboard/settings/", form=form)
    assert (await world.owner(sari)).phone == own["phone"], "a form without the field leaves it"
    await as_sari.post("/dashboard/settings/", form=form | dict.fromkeys(OPTIONAL, ""))
    assert [getattr(await world.owner(sari), field) for field in OPTIONAL] == ["", "", ""]


async def test_a_request_is_shown_with_the_day_of_its_answer(as_sari: Browser, sari: Account, moved: Clock) -> None:
    form = {"kind": "access", "text": "Semua <b>tentang</b> saya"}
    assert (await as_sari.post(f"{PRIVACY}/requests", form=form)).status_code == 303
    [privacy_request] = await PrivacyRequest.all()
    assert (privacy_request.email, privacy_request.kind, privacy_request.due_at) == (
        "sari@example.com",
        "access",
        moved.now + ANSWERED_SOON,
    )
    page = await text(as_sari)
    assert "Semua &lt;b&gt;tentang&lt;/b&gt; saya" in page
    assert "jawaban paling lambat" in page


async def test_a_refused_request_keeps_what_was_typed(as_sari: Browser, sari: Account) -> None:
    response = await as_sari.post(f"{PRIVACY}/requests", form={"kind": "love", "text": "x" * 2_001})
    page = await response.get_data(as_text=True)
    assert response.status_code == 400
    assert "Pilih apa yang diminta." in page and "x" * 2_001 in page
    assert not await PrivacyRequest.exists()


async def test_requests_of_one_address_are_limited(as_sari: Browser, sari: Account) -> None:
    statuses = [
        (await as_sari.post(f"{PRIVACY}/requests", form={"kind": "other", "text": "Hi"})).status_code
        for _ in range(by_address.most + 1)
    ]
    assert statuses == [303] * by_address.most + [429]


async def test_strangers_ask_on_the_contact_page_where_mail_can_be_sent(visitor: Browser, database: str) -> None:
    form = {"kind": "deletion", "email": "Rani@Example.com", "text": "Delete what you have of me"}
    assert 'id="request"' not in await text(visitor, "/contact")
    assert (await visitor.post("/contact", form=form)).status_code == 404
    installation.current().mail_backend = SERVER
    assert 'id="request"' in await text(visitor, "/contact")
    refused = await visitor.post("/contact", form={"kind": "access", "email": "nobody", "text": ""})
    assert refused.status_code == 422
    assert 'value="nobody"' in await refused.get_data(as_text=True)
    assert (await visitor.post("/contact", form=form)).status_code == 200
    [privacy_request] = await PrivacyRequest.all()
    assert (privacy_request.email, privacy_request.user_id, privacy_request.kind) == (
        "rani@example.com",
        None,
        "deletion",
    )


async def test_the_policy_leads_to_the_privacy_centre(visitor: Browser, database: str) -> None:
    assert 'href="/your-data"' in await text(visitor, "/privacy")
    assert (await visitor.get("/your-data")).headers["Location"].endswith(PRIVACY)
