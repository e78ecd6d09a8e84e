"""What a visitor sees when a short link does not lead straight on."""

import html
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock, i18n
from app.links.models import Link
from tests.client import Browser

HEADINGS = {
    "gone": "This link is gone",
    "paused": "This link is paused",
    "expired": "This link has ended",
    "used_up": "This link is used up",
    "blocked": "This link is blocked",
    "unknown": "There is no link here",
}


async def text(visitor: Browser, path: str, language: str = "en") -> str:
    response = await visitor.get(path, headers={"Accept-Language": language})
    return html.unescape(await response.get_data(as_text=True))


@pytest.fixture
async def closed(sari: Account) -> dict[str, Link]:
    """One link for each way in which a link can be closed."""
    cases = {
        name: await Link.shorten(sari, url="https://example.com/x", slug=f"is-{name}", click_limit=9)
        for name in ("paused", "expired", "used_up", "blocked", "gone")
    }
    await cases["paused"].pause()
    await cases["blocked"].block("It asked for <bank> passwords.")
    await cases["gone"].soft_delete(sari)
    await Link.filter(id=cases["expired"].id).update(expires_at=clock.now() - timedelta(days=1))
    await Link.filter(id=cases["used_up"].id).update(admitted=9)
    return cases


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_each_closed_link_says_why_in_the_visitors_language(
    visitor: Browser, closed: dict[str, Link], language: str
) -> None:
    for name, heading in HEADINGS.items():
        page = await text(visitor, f"/is-{name}", language)
        i18n.set_language(language)

        assert f"<h1>{i18n.gettext(heading)}</h1>" in page
        assert "<script" not in page
        assert "example.com" not in page


async def test_an_ended_link_says_the_day(visitor: Browser, closed: dict[str, Link]) -> None:
    page = await text(visitor, "/is-expired")

    i18n.set_language("en")
    assert i18n.format_date(clock.now() - timedelta(days=1)) in page


async def test_a_blocked_link_says_the_reason_and_how_to_object(visitor: Browser, closed: dict[str, Link]) -> None:
    response = await visitor.get("/is-blocked", headers={"Accept-Language": "en"})
    page = await response.get_data(as_text=True)

    assert response.status_code == 451
    assert "It asked for &lt;bank&gt; passwords." in page
    assert "write to the operator and name kliqs.test/is-blocked" in page


async def test_a_locked_link_shows_nothing_but_a_form(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://example.com/secret", slug="locked", title="Hush", password="open sesame")

    for path in ("/locked", "/locked+"):
        page = await text(visitor, path)
        assert "example.com" not in page
        assert "Hush" not in page
    assert '<form method="post">' in await text(visitor, "/locked")


async def test_the_form_of_a_locked_link_may_lead_anywhere(visitor: Browser, sari: Account) -> None:
    """Chromium holds the redirect after a form against form-action: with 'self' alone nobody gets through."""
    await Link.shorten(sari, url="https://example.com/secret", slug="locked", password="open sesame")

    locked = await visitor.get("/locked")
    refused = await visitor.post("/locked", form={"password": "wrong"}, headers={"Accept-Language": "en"})
    unknown = await visitor.get("/nothing-here")

    for page in (locked, refused):
        assert "form-action 'self' http: https:;" in page.headers["Content-Security-Policy"]
    assert "form-action 'self';" in unknown.headers["Content-Security-Policy"]
    assert 'aria-describedby="password-note"' in await refused.get_data(as_text=True)
    assert "Wrong password." in await refused.get_data(as_text=True)


async def test_a_preview_says_where_a_link_leads(visitor: Browser, sari: Account) -> None:
    await Link.shorten(sari, url="https://münchen.example/a b".replace(" ", "%20"), slug="open", title="<b>Kafe</b>")

    response = await visitor.get("/open+", headers={"Accept-Language": "en"})
    page = await response.get_data(as_text=True)

    assert response.status_code == 200
    assert "<b><bdi>münchen.example</bdi></b>" in page
    assert "/a b</bdi>" in page
    assert "(xn--mnchen-3ya.example)" in page
    assert "Kafe" not in page
    assert 'href="https://kliqs.test/open"' in page


async def test_the_front_page_offers_the_dashboard_to_those_who_are_in(visitor: Browser, as_sari: Browser) -> None:
    assert 'href="/signup"' in await text(visitor, "/")

    signed_in = await text(as_sari, "/?lang=en")
    assert "To your pages" in signed_in
    assert 'href="/signup"' not in signed_in
