"""The legal pages say who is responsible, keep no cookie, and tell who is signed in what is new."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts import document_versions
from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, i18n, installation
from app.kernel.config import Config
from app.kernel.surfaces import Site
from app.legal.documents import TITLES
from app.legal.inventory import ROWS
from tests import world
from tests.client import Browser
from tests.counting import queries
from tests.subtests import as_subtests

PAGES = [*(f"/{name}" for name in TITLES), "/contact"]


async def text(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return str(await response.get_data(as_text=True))


@pytest.fixture
def operator_named() -> None:
    """An operator who says who they are."""
    installation.current().config = Config(
        operator_name="PT Kopi", operator_address="Jl. Melati 1, Bandung", contact_email="halo@kopi.id"
    )


@as_subtests("language", i18n.LANGUAGES)
@as_subtests("path", PAGES)
async def test_every_page_speaks_both_languages_without_a_cookie(visitor: Browser, path: str, language: str) -> None:
    response = await visitor.get(f"{path}?lang={language}")
    html = await response.get_data(as_text=True)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert f'<html lang="{language}"' in html and html.count("<h1>") == 1
    for other in (*i18n.LANGUAGES, "x-default"):
        assert f'hreflang="{other}"' in html
    assert f'rel="canonical" href="https://kliqs.test{path}?lang={language}"' in html
    assert f'href="/privacy?lang={language}"' in html or path == "/privacy"


@pytest.mark.parametrize("path", [f"/{name}" for name in TITLES])
async def test_every_page_has_its_version_and_its_contents(visitor: Browser, path: str) -> None:
    html = await text(visitor, f"{path}?lang=en")
    i18n.set_language("en")
    assert f"Version of {i18n.format_day(document_versions.VERSIONS[path[1:]][0].on)}" in html
    assert 'href="#versions"' in html and 'id="versions"' in html


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_the_privacy_policy_shows_the_whole_inventory(visitor: Browser, language: str) -> None:
    html = await text(visitor, f"/privacy?lang={language}")
    for row in ROWS:
        assert f'id="kept-{row.key}"' in html
        assert all(f"<code>{place}</code>" in html for place in row.stored)


async def test_the_operator_stands_on_the_pages(visitor: Browser, operator_named: None) -> None:
    for path in ("/privacy", "/terms", "/contact"):
        html = await text(visitor, path)
        assert "PT Kopi" in html and "Jl. Melati 1, Bandung" in html and 'href="mailto:halo@kopi.id"' in html


async def test_without_one_the_address_is_named_and_the_form_for_reports(visitor: Browser) -> None:
    html = await text(visitor, "/privacy?lang=en")
    assert "Whoever operates kliqs.test is responsible." in html and 'href="/contact?lang=en"' in html
    assert "mailto:" not in html
    assert 'action="/report" method="get"' in await text(visitor, "/contact")


async def test_the_contact_form_leads_to_a_report(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    assert "promo" in await text(visitor, "/report?page=promo")


async def test_processors_are_those_that_the_settings_switch_on(visitor: Browser) -> None:
    assert "None. No other company" in await text(visitor, "/processors?lang=en")
    installation.current().config = Config(
        smtp_host="smtp.example.net", smtp_from="a@example.com", country_header="CF-IPCountry", trusted_hops=1
    )
    html = await text(visitor, "/processors?lang=en")
    assert "smtp.example.net" in html and "Cloudflare" in html and "None. No other company" not in html
    assert "GitHub" not in html
    installation.current().config = Config(github_client_id="id", github_client_secret="secret")
    assert "GitHub" in await text(visitor, "/processors?lang=en")


PAYMENT_SERVICES: dict[str, Any] = {
    "klikqris_key": "k",
    "klikqris_merchant": "m",
    "midtrans_server_key": "s",
    "coinpayments_client": "c",
    "coinpayments_secret": "x",
}
NO_PAYMENTS = {"en": "This Kliqs takes no payments", "id": "Kliqs ini tidak menerima pembayaran"}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("path", ["/privacy", "/terms", "/processors"])
async def test_a_kliqs_without_a_payment_service_says_that_it_takes_no_payments(
    visitor: Browser, path: str, language: str
) -> None:
    words = NO_PAYMENTS[language].casefold()
    assert words in (await text(visitor, f"{path}?lang={language}")).casefold()
    installation.current().config = Config(klikqris_key="k", klikqris_merchant="m")
    assert words not in (await text(visitor, f"{path}?lang={language}")).casefold()


async def test_practice_payments_are_no_payments(visitor: Browser) -> None:
    assert not installation.current().config.production
    assert NO_PAYMENTS["en"] in await text(visitor, "/terms?lang=en")


async def test_where_only_transfers_are_taken_the_texts_tell_how_one_pays(visitor: Browser) -> None:
    installation.current().config = Config(transfer_instructions="BCA 1234567890")
    html = await text(visitor, "/terms?lang=en")
    assert NO_PAYMENTS["en"] not in html
    assert "as soon as the operator has confirmed it" in html and 'href="#refunds"' in html
    assert "None. No other company" in await text(visitor, "/processors?lang=en")


@pytest.mark.parametrize("used", ["klikqris", "midtrans", "coinpayments"])
async def test_only_payment_services_that_are_set_up_are_named_with_their_own_rules(
    visitor: Browser, used: str
) -> None:
    names = {"klikqris": "KlikQRIS", "midtrans": "Midtrans", "coinpayments": "CoinPayments"}
    policy = f"https://{used}.example/rules"
    settings = {name: value for name, value in PAYMENT_SERVICES.items() if name.startswith(used)}
    settings[f"{used}_policy_url"] = policy
    installation.current().config = Config(**settings)
    html = await text(visitor, "/processors?lang=en")
    assert f'href="{policy}"' in html
    assert {code for code, name in names.items() if name in html} == {used}


async def test_security_txt_is_valid(visitor: Browser, operator_named: None) -> None:
    response = await visitor.get("/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in (await response.get_data(as_text=True)).splitlines())
    assert response.content_type == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:halo@kopi.id"
    assert lines["Canonical"] == "https://kliqs.test/.well-known/security.txt"
    assert set(lines["Preferred-Languages"].split(", ")) == set(i18n.LANGUAGES)
    assert timedelta() < datetime.fromisoformat(lines["Expires"]) - clock.now() < timedelta(days=365)
    path, _, anchor = lines["Policy"].removeprefix("https://kliqs.test").partition("#")
    assert f'id="{anchor}"' in await text(visitor, path)


async def test_without_an_email_security_leads_to_the_contact_page(visitor: Browser) -> None:
    response = await visitor.get("/.well-known/security.txt")
    assert "Contact: https://kliqs.test/contact\n" in await response.get_data(as_text=True)


async def test_on_hosts_of_their_own_the_pages_are_where_the_home_page_is(visitor: Browser) -> None:
    hosts = "public=k.test dashboard=dash.k.test api=api.k.test docs=docs.k.test marketing=www.k.test"
    installation.current().site = Site.parse(hosts, bind="127.0.0.1:8000", secure=True)
    there = await visitor.get("/contact", headers={"Host": "www.k.test"})
    assert there.status_code == 200 and "form-action 'self' https://k.test" in there.headers["Content-Security-Policy"]
    assert 'action="https://k.test/report"' in await there.get_data(as_text=True)
    assert (await visitor.get("/privacy", headers={"Host": "k.test"})).status_code == 404
    for host in ("k.test", "dash.k.test", "api.k.test", "docs.k.test", "www.k.test"):
        assert (await visitor.get("/.well-known/security.txt", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize("path", ["/", "/docs/", "/nothing-here", "/login/nothing"])
async def test_feet_of_pages_lead_there(visitor: Browser, path: str) -> None:
    html = await (await visitor.get(path)).get_data(as_text=True)
    assert 'href="/privacy"' in html and 'href="/terms"' in html


async def test_who_signs_up_agrees_to_the_newest_version(visitor: Browser, database: str) -> None:
    html = await text(visitor, "/signup?lang=en")
    assert "By signing up you agree to the" in html and 'href="/terms"' in html and 'href="/privacy"' in html
    form = {"name": "Ani", "email": "ani@example.com", "password": "kopi pagi sekali", "of_age": "on", "language": "en"}
    assert (await visitor.post("/signup", form=form)).status_code == 303
    assert (await User.get(email="ani@example.com")).terms_seen == document_versions.newest_date()
    assert "terms-changed" not in await text(visitor, "/dashboard/links/")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Request-Type": "partial"}], ids=["plain", "htmx"])
async def test_a_new_version_is_told_once(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, language: str, headers: dict[str, str]
) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(language=language)
    assert "terms-changed" not in await text(as_sari, "/dashboard/links/")
    newer = document_versions.Version(date(2999, 1, 2), "x", "y")
    monkeypatch.setitem(document_versions.VERSIONS, "terms", (newer, *document_versions.VERSIONS["terms"]))
    html = await text(as_sari, "/dashboard/links/")
    assert 'id="terms-changed"' in html and 'href="/terms#versions"' in html
    assert ("new version" if language == "en" else "versi baru") in html

    response = await as_sari.post("/dashboard/terms/seen", headers=headers)
    assert response.status_code == (200 if headers else 303)
    assert (await world.owner(sari)).terms_seen == "2999-01-02"
    assert "terms-changed" not in await text(as_sari, "/dashboard/links/")


async def test_it_costs_no_question_to_the_database(app: Quart, as_sari: Browser, sari: Account) -> None:
    await text(
        as_sari, "/dashboard/settings/"
    )  # reads what a process keeps for some seconds, such as if there are models
    with queries() as before:
        await text(as_sari, "/dashboard/settings/")
    await User.all().update(terms_seen="")
    with queries() as after:
        assert "terms-changed" in await text(as_sari, "/dashboard/settings/")
    assert len(before) == len(after)
