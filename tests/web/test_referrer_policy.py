"""No other site learns a URL with a secret, and forms behind such URLs work where there is no https."""

from uuid import UUID

import pytest

from app.kernel import installation
from app.kernel.surfaces import Site
from tests.client import Browser

PAGES = [
    "/login/link/token",
    "/login/reset/token",
    "/login/restore/token",
    "/not-me/token",
    "/invitation/token",
    "/invitation/",
    f"/login/oauth/continue/{UUID(int=7)}",
]


@pytest.mark.parametrize("path", PAGES)
async def test_no_site_learns_a_url_with_a_secret_and_no_cache_keeps_its_page(visitor: Browser, path: str) -> None:
    headers = (await visitor.get(path)).headers
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")


@pytest.mark.parametrize("path", PAGES)
async def test_without_https_forms_of_such_a_page_still_say_where_they_come_from(visitor: Browser, path: str) -> None:
    installation.current().site = Site.parse("kliqs.test", bind="127.0.0.1:8000", secure=False)
    assert (await visitor.get(path)).headers["Referrer-Policy"] == "same-origin"
