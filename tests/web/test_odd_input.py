"""Odd input is refused or ignored, never our fault: what parsers choke on, in every place a visitor can write.

What reads values is the same code on both databases, and PostgreSQL refuses more of them (test_odd_values.py).
"""

import base64
import json

import pytest

from app.accounts.models import Account
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE, ON_POSTGRES
from tests.subtests import as_subtests

ID = "7b0f2b7e-0000-4000-8000-000000000000"
LONG_NUMBER = "9" * 5_000
ODD = ["//[", "http://[x", "http://℀.com/", LONG_NUMBER, "\x00", "a" * 300, "ﬃ" * 64, "%", "'\"<>", "٣"]
PAGES = ["/dashboard/links/", "/dashboard/links/check", "/dashboard/settings/api-keys/", "/login"]
NAMED = ["Origin", "Referer", "HX-Current-URL", "Accept-Language", "Cookie", "X-Forwarded-For"]
STATIC = ["/static/x/%00", "/static/x/" + "a" * 300, "/static/x/../../pyproject.toml", "/static/x"]
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def cursor(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@ON_POSTGRES
@pytest.mark.parametrize("odd", ODD)
async def test_odd_values_in_addresses_and_forms(as_sari: Browser, sari: Account, odd: str) -> None:
    link = await world.shorten(sari, "promo")
    here = f"/dashboard/links/{link.id}"
    fields = (
        "url",
        "slug",
        "aliases",
        "title",
        "tags",
        "expires_at",
        "click_limit",
        "version",
        "redirect_status",
        "password",
        "notes",
        "back",
    )
    for field in fields:
        form = {"url": "https://example.com", "slug": "promo", field: odd}
        assert (await as_sari.post(here, form=form, headers=HX)).status_code < 500, field
    for name in ("q", "show", "tag", "sort", "cursor", "back", "slug", "lang", "page", "next"):
        for path in [*PAGES, f"{here}/edit"]:
            assert (await as_sari.get(path, query_string={name: odd})).status_code < 500, (path, name)
    body = {"ids": odd, "back": odd, "tags": odd}
    assert (await as_sari.post("/dashboard/links/actions/tag", form=body, headers=HX)).status_code < 500


@ON_ONE
@as_subtests("name", NAMED)
@as_subtests("odd", ["http://[", "//[", "9" * 5_000, "\xff\xfe", "a=b; c", ",,;q=x", "id;q=9e999"])
async def test_odd_headers(visitor: Browser, database: str, name: str, odd: str) -> None:
    for method, path in (("POST", "/login"), ("GET", "/dashboard/links/"), ("GET", "/nothing")):
        response = await visitor.open(path, method=method, headers={name: odd})
        assert response.status_code < 500, path


@as_subtests("path", STATIC)
async def test_odd_static_paths_are_not_found(visitor: Browser, database: str, path: str) -> None:
    assert (await visitor.get(path)).status_code == 404


@pytest.mark.parametrize(
    "odd",
    [
        cursor("created_at", 5, ID),
        cursor("followed", None, "x"),
        cursor("created_at", "2026", ID),
        cursor("followed", 2**70, ID),
        cursor("last_followed_at", True, ID),
    ],
)
async def test_a_cursor_of_another_order_shows_the_first_page(as_sari: Browser, sari: Account, odd: str) -> None:
    await world.shorten(sari, "promo")
    for sort in ("newest", "clicks", "recent"):
        page = await as_sari.get(f"/dashboard/links/?sort={sort}&cursor={odd}")
        assert page.status_code == 200
        assert "promo" in await page.get_data(as_text=True)


@pytest.mark.parametrize("name", ["", "; filename=a"])
async def test_a_part_of_a_form_without_a_name_is_left_out(visitor: Browser, database: str, name: str) -> None:
    parts = [
        f"Content-Disposition: form-data{name}\r\n\r\nx",
        'Content-Disposition: form-data; name="email"\r\n\r\nsari@x',
    ]
    body = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    for path in ("/login", "/signup"):
        answer = await visitor.open(path, method="POST", data=body.encode(), headers=headers)
        assert answer.status_code == 422 and 'value="sari@x"' in await answer.get_data(as_text=True), path


async def test_a_websocket_is_refused(visitor: Browser, database: str) -> None:
    sent: list[str] = []

    async def send(message: dict[str, str]) -> None:
        sent.append(message["type"])

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    await visitor.app.asgi_app({"type": "websocket", "path": "/login"}, receive, send)  # type: ignore[arg-type]
    assert sent == ["websocket.close"]
