"""Whatever goes wrong, people get one sentence and one way on, in their language; programs in the page get a toast."""

import html
import re
import sqlite3
from typing import Any

import pytest
from quart import Quart
from structlog.contextvars import get_contextvars
from tortoise.exceptions import DBConnectionError
from werkzeug.exceptions import RequestTimeout, TooManyRequests

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import i18n
from app.kernel.refusal import NotFound
from app.links.models import Link
from app.web import errors
from app.web.resubmit import SubmittedForm
from tests import world
from tests.client import Browser
from tests.subtests import as_subtests

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
INTERNALS = "the password of /var/lib/kliqs is hunter2"
BROKEN: dict[int, list[Exception]] = {
    408: [RequestTimeout()],
    429: [TooManyRequests(retry_after=150)],
    500: [RuntimeError(INTERNALS), KeyError(INTERNALS)],
    503: [sqlite3.OperationalError("database is locked " + INTERNALS), DBConnectionError(INTERNALS), TimeoutError()],
}
CASES = [(status, error) for status, kinds in BROKEN.items() for error in kinds]
WAITS = {"en": "Try again in 3 minutes.", "id": "Coba lagi 3 menit lagi."}


class Log:
    """The request ids that were logged with an exception."""

    def __init__(self) -> None:
        self.numbers: list[str] = []

    def exception(self, event: str) -> None:
        self.numbers.append(get_contextvars()["request_id"])

    def warning(self, event: str, **facts: str) -> None:
        """Of a database that does not answer."""


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    monkeypatch.setattr(errors, "log", fake_log := Log())
    return fake_log


def breaks(app: Quart, monkeypatch: pytest.MonkeyPatch, endpoint: str, error: Exception) -> None:
    async def broken(**arguments: Any) -> None:
        raise error

    monkeypatch.setitem(app.view_functions, endpoint, broken)


def sentence(status: int, language: str) -> str:
    i18n.set_language(language)
    return i18n.gettext(errors.SENTENCES[status]) % {"wait": i18n.format_duration(150)}


def actions(text: str) -> list[str]:
    """The ways on that a page offers: addresses of links and forms, without those of its head and foot."""
    main = text[text.index("<main") : text.index("</main>")]
    links = re.findall(r'<a class="(?:btn|action)[^>]*href="([^"]*)"', main)
    return links + re.findall(r'<form[^>]*action="([^"]*)"', main)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(("status", "error"), CASES)
async def test_what_breaks_in_the_dashboard_is_said_with_one_way_on(
    app: Quart,
    as_sari: Browser,
    sari: Account,
    monkeypatch: pytest.MonkeyPatch,
    log: Log,
    status: int,
    error: Exception,
    language: str,
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(language=language)
    breaks(app, monkeypatch, "links.list_links", error)

    response = await as_sari.get("/dashboard/links/?q=kopi")
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == status
    assert f"<h1>{sentence(status, language)}</h1>" in text
    assert actions(text) == ["/dashboard/links/?q=kopi"]
    assert INTERNALS not in text and "Traceback" not in text
    assert bool(log.numbers) is (status == 500) and all(number in text for number in log.numbers)
    assert ("Retry-After" in response.headers) is (status in {429, 503})
    assert status != 429 or (WAITS[language] in text and response.headers["Retry-After"] == "150")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(("status", "error"), CASES)
async def test_htmx_gets_the_same_sentence_as_a_toast(
    app: Quart,
    as_sari: Browser,
    sari: Account,
    monkeypatch: pytest.MonkeyPatch,
    log: Log,
    status: int,
    error: Exception,
    language: str,
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(language=language)
    breaks(app, monkeypatch, "links.list_links", error)

    response = await as_sari.get("/dashboard/links/", headers=HX)
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == status
    assert sentence(status, language) in text and 'hx-target="#toasts"' in text and "<html" not in text
    assert INTERNALS not in text
    assert bool(log.numbers) is (status == 500) and all(number in text for number in log.numbers)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(("status", "error"), CASES)
async def test_visitors_of_a_link_get_it_without_a_cookie(
    app: Quart,
    visitor: Browser,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    log: Log,
    status: int,
    error: Exception,
    language: str,
) -> None:
    breaks(app, monkeypatch, "front.follow_link", error)

    response = await visitor.get("/promo", headers={"Accept-Language": language})
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == status
    assert f"<h1>{sentence(status, language)}</h1>" in text
    assert actions(text) == ["/promo"]
    assert INTERNALS not in text and "Set-Cookie" not in response.headers
    assert bool(log.numbers) is (status == 500) and all(number in text for number in log.numbers)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("path", ["/dashboard/nothing-here", "/docs/nothing-here"])
async def test_an_address_with_nothing_leads_home(
    visitor: Browser, as_sari: Browser, sari: Account, path: str, language: str
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(language=language)
    for browser, way in ((visitor, "/"), (as_sari, "/dashboard/links/")):
        response = await browser.get(path, headers={"Accept-Language": language})
        text = html.unescape(await response.get_data(as_text=True))
        assert response.status_code == 404 and sentence(404, language) in text
        assert actions(text) == [way]
    toast = await (await as_sari.get("/dashboard/nothing-here", headers=HX)).get_data(as_text=True)
    assert sentence(404, language) in toast and "<html" not in toast


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_a_form_of_another_site_leads_to_the_page_here(visitor: Browser, database: str, language: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Accept-Language": language, "Referer": "https://evil.test/login"}
    form = {"email": "sari@example.com", "password": "hunter2hunter2"}
    response = await visitor.post("/login", form=form, headers=headers)
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == 403 and sentence(403, language) in text
    assert actions(text) == ["/login"]
    assert "evil.test" not in text and "sari@example.com" not in text
    toast = await (await visitor.post("/login", form=form, headers=headers | HX)).get_data(as_text=True)
    assert sentence(403, language) in toast


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_a_form_that_is_too_large_leads_back_to_it(visitor: Browser, database: str, language: str) -> None:
    headers = {"Accept-Language": language, "Referer": "https://kliqs.test/signup?next=/dashboard/qr/"}
    response = await visitor.post("/signup", form={"name": "x" * 300_000}, headers=headers)
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == 413 and sentence(413, language) in text
    assert actions(text) == ["/signup?next=/dashboard/qr/"]


async def test_a_referer_of_elsewhere_is_no_way_back(visitor: Browser, database: str) -> None:
    for referer in ("https://evil.test/", "https://kliqs.test//evil.test", "javascript:alert(1)", "https://kliqs.test"):
        response = await visitor.put("/login", headers={"Referer": referer})
        assert response.status_code == 405
        assert actions(await response.get_data(as_text=True)) == ["/"]


@pytest.mark.parametrize("path", ["/promo", "/sari"])
async def test_what_takes_no_form_says_so_on_a_page(visitor: Browser, sari: Account, path: str) -> None:
    await world.shorten(sari, "promo")
    await world.shorten(sari, "sari")
    response = await visitor.post(path, form={"a": "b"}, headers={"Accept-Language": "en"})
    assert response.status_code == 405 and response.headers["Allow"] == "GET, HEAD"
    assert sentence(405, "en") in await response.get_data(as_text=True)
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(("status", "error"), CASES)
async def test_what_was_typed_can_be_sent_again_without_the_password(
    app: Quart,
    visitor: Browser,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    log: Log,
    status: int,
    error: Exception,
) -> None:
    breaks(app, monkeypatch, "sign_in.sign_in", error)

    form = {"email": "sari@example.com", "password": "hunter2hunter2", "next": '/dashboard/"><b>'}
    response = await visitor.post("/login?lang=en", form=form)
    text = await response.get_data(as_text=True)
    assert response.status_code == status
    assert actions(text) == ["/login?lang=en"]
    assert '<input type="hidden" name="email" value="sari@example.com">' in text
    assert 'value="/dashboard/&#34;&gt;&lt;b&gt;"' in text
    assert "hunter2" not in text and 'name="password" type="password"' in text


async def test_unlocking_while_the_server_ends_keeps_nothing_but_the_way(
    app: Quart, visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="locked", password="kopi-pagi")
    monkeypatch.setattr(app.extensions["redirects"], "recording", None)
    response = await visitor.post("/locked", form={"password": "kopi-pagi"})
    text = await response.get_data(as_text=True)
    assert response.status_code == 503 and response.headers["Retry-After"] == "1"
    assert actions(text) == ["/locked"] and "kopi-pagi" not in text
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_a_form_that_was_open_too_long_is_sent_after_signing_in(
    visitor: Browser, sari: Account, language: str
) -> None:
    form = {"url": "https://example.com/kopi", "slug": "kopi-pagi", "password": "a secret of the link"}
    response = await visitor.post("/dashboard/links/", form=form, headers={"Accept-Language": language})
    text = await response.get_data(as_text=True)
    i18n.set_language(language)
    assert response.status_code == 419
    assert i18n.gettext("You are signed out, but what you typed is kept. Sign in to send it.") in text
    assert actions(text) == ["/login/again"]
    assert "a secret of the link" not in text

    typed = re.search(r'name="typed" value="([^"]*)"', text)
    assert typed
    form_values = {"typed": html.unescape(typed[1]), "email": "sari@example.com", "password": "wrong"}
    refused = await visitor.post("/login/again", form=form_values)
    assert refused.status_code == 422 and typed[0] in await refused.get_data(as_text=True)
    entered = await visitor.post("/login/again", form=form_values | {"password": world.PASSWORD})
    text = await entered.get_data(as_text=True)
    assert entered.status_code == 200 and actions(text) == ["/dashboard/links/"]
    fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text))
    assert fields == {"url": "https://example.com/kopi", "slug": "kopi-pagi"}
    assert 'name="password" type="password"' in text

    assert (await visitor.post("/dashboard/links/", form=fields)).status_code == 303
    assert await Link.owned_by(sari).get_or_none(short_code="kopi-pagi")


async def test_with_htmx_the_form_stays_and_a_toast_leads_to_the_sign_in(visitor: Browser, database: str) -> None:
    response = await visitor.post("/dashboard/links/", form={"url": world.DESTINATION}, headers=HX)
    assert response.status_code == 401
    assert 'hx-target="#toasts"' in await response.get_data(as_text=True)


@as_subtests(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        "[1,2,3]",
        '["https://evil.test/", [], []]',
        '["//evil.test", [], []]',
        '["/login", [["a", "b"]], []]',
        '["/dashboard/", [["a"]], []]',
        '["/dashboard/\\u0000", [], []]',
        "[" * 9_999,
    ],
)
async def test_nobody_is_led_elsewhere_with_a_form(visitor: Browser, sari: Account, text: str) -> None:
    assert SubmittedForm.read(text, below="/dashboard/") is None
    form = {"typed": text, "email": "sari@example.com", "password": world.PASSWORD}
    response = await visitor.post("/login/again", form=form)
    assert response.status_code == 303 and response.headers["Location"] == "/login"


@pytest.mark.parametrize("page", ["unknown", "gone", "paused", "expired", "used_up", "blocked"])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_a_link_that_leads_nowhere_says_why_with_one_way_on(
    visitor: Browser, sari: Account, page: str, language: str
) -> None:
    await world.shorten(sari, "promo")
    link = Link.filter(short_code="promo")
    changes: dict[str, dict[str, Any]] = {
        "gone": {"deleted_at": sari.created_at},
        "paused": {"paused_at": sari.created_at},
        "expired": {"expires_at": sari.created_at},
        "used_up": {"click_limit": 0},
        "blocked": {"blocked_at": sari.created_at, "blocked_why": "Phishing"},
    }
    if page in changes:
        await link.update(**changes[page])
    response = await visitor.get("/promo" if page != "unknown" else "/nobody", headers={"Accept-Language": language})
    text = await response.get_data(as_text=True)
    ways = {"paused": "https://kliqs.test/promo", "blocked": "/contact"}
    assert response.status_code == {"unknown": 404, "blocked": 451}.get(page, 410)
    assert f'<html lang="{language}"' in text and "Set-Cookie" not in response.headers
    assert actions(text) == [ways.get(page, "https://kliqs.test/")]


@pytest.mark.parametrize(
    ("seconds", "english", "indonesian"),
    [
        (1, "1 second", "1 detik"),
        (90, "90 seconds", "90 detik"),
        (91, "2 minutes", "2 menit"),
        (3600, "60 minutes", "60 menit"),
        (5401, "2 hours", "2 jam"),
    ],
)
def test_a_wait_is_said_in_words_and_never_too_short(seconds: int, english: str, indonesian: str) -> None:
    for language, words in (("en", english), ("id", indonesian)):
        i18n.set_language(language)
        assert i18n.format_duration(seconds) == words


async def test_signing_in_again_without_a_form_is_signing_in(visitor: Browser, database: str) -> None:
    response = await visitor.get("/login/again?lang=en")
    assert response.status_code == 303 and response.headers["Location"] == "/login"


@pytest.mark.parametrize("sentence", [*errors.SENTENCES.values(), NotFound.says])
def test_the_heading_of_an_error_has_no_doubled_word_to_break_in(sentence: str) -> None:
    """A heading is balanced, and "apa-apa" may break at its hyphen."""
    for language in i18n.LANGUAGES:
        with i18n.language_context(language):
            assert not re.search(r"\b(\w+)-\1\b", i18n.gettext(sentence)), language
