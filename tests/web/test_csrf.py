"""Writes that another origin started are refused; the API, which has no cookies, does not mind."""

from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.surfaces import Site
from app.links.models import Link
from app.operators.guard import PREFIX
from app.pages.first_content import new_page_content
from app.pages.models import Page
from tests import world
from tests.client import Browser
from tests.route_paths import fill_rule
from tests.subtests import as_subtests


@as_subtests(
    "headers, status",
    [
        ({"Sec-Fetch-Site": "same-origin"}, 400),
        ({"Sec-Fetch-Site": "none"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://kliqs.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://evil.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://kliqs.test.evil.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://kliqs.test"}, 400),
        ({"Sec-Fetch-Site": "", "Origin": "HTTPS://Kliqs.test"}, 400),
        ({"Sec-Fetch-Site": "", "Origin": "http://kliqs.test"}, 403),
        ({"Sec-Fetch-Site": "", "Origin": "https://kliqs.test/"}, 403),
        ({"Sec-Fetch-Site": ""}, 403),
    ],
)
async def test_only_our_own_pages_may_write(as_sari: Browser, headers: dict[str, str], status: int) -> None:
    response = await as_sari.post("/dashboard/links/", form={"url": "nope"}, headers=headers)
    assert response.status_code == status


async def test_signing_out_needs_our_own_page_too(as_sari: Browser) -> None:
    assert (await as_sari.post("/logout", headers={"Sec-Fetch-Site": "cross-site"})).status_code == 403
    assert (await as_sari.get("/dashboard/links/")).status_code == 200


@pytest.mark.parametrize(("origin", "scheme"), [("http://127.0.0.1:8000", "http"), ("https://127.0.0.1:8000", "https")])
async def test_a_site_without_tls_is_not_of_the_origin_with_it(as_sari: Browser, origin: str, scheme: str) -> None:
    installation.current().site = Site.loopback("127.0.0.1:8000")
    response = await as_sari.post("/logout", headers={"Origin": origin, "Host": "127.0.0.1:8000"})
    assert response.status_code == (303 if scheme == "http" else 403)


async def test_every_form_refuses_a_page_of_another_site(app: Quart, as_sari: Browser, sari: Account) -> None:
    link = await world.shorten(sari, "somebody")
    await Link.filter(id=link.id).update(password_hash="x")
    for rule in app.url_map.iter_rules():
        elsewhere = (
            "/api/",
            "/v1/",
            "/audience/",
            "/unsubscribe/",
            PREFIX,
        )  # for operators: tests/operators/test_guard.py
        if "POST" in (rule.methods or ()) and not rule.rule.startswith(elsewhere):
            path = fill_rule(rule.rule, "somebody")
            response = await as_sari.post(path, headers={"Sec-Fetch-Site": "cross-site"})
            assert response.status_code == 403, path


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_a_method_that_a_name_does_not_take_is_a_405_whoever_asks(
    visitor: Browser, sari: Account, method: str, headers: dict[str, str]
) -> None:
    await world.shorten(sari, "promo")
    response = await visitor.open("/promo", method=method, headers={"Sec-Fetch-Site": ""} | headers)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
async def test_every_method_but_reading_is_refused_alike_on_every_name(
    visitor: Browser, sari: Account, method: str
) -> None:
    await world.shorten(sari, "promo")
    await (await Page.make(sari, "warung", new_page_content("Sari", "id"))).publish(sari)
    for path in ("/nope", "/nope/", "/nope+", "/@nope", "/promo", "/promo+", "/@promo", "/warung"):
        response = await visitor.open(path, method=method)
        assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD"), path


@pytest.mark.parametrize("form", [{"password": "kopi pagi"}, {"click_limit": 5}])
async def test_a_name_that_takes_a_form_says_so_to_other_methods(
    visitor: Browser, sari: Account, form: dict[str, Any]
) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="promo", **form)
    response = await visitor.put("/promo")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, POST")


async def test_a_method_that_an_address_does_not_take_is_a_405_on_every_surface(app: Quart, visitor: Browser) -> None:
    for path in ("/login", "/docs/", "/privacy", "/robots.txt", "/healthz", "/media/x", "/api/v1/me", "/", "/stats/x"):
        response = await visitor.open(path, method="DELETE", headers={"Sec-Fetch-Site": "cross-site"})
        assert response.status_code == 405, path
        assert "GET" in response.headers["Allow"], path
