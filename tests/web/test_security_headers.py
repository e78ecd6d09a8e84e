"""Security headers on every surface (security.md §2)."""

import pytest

from app.accounts.disown import DisownLink
from app.accounts.models import Account
from app.kernel import installation
from app.kernel.surfaces import Site
from tests import world
from tests.client import Browser
from tests.mail.post import SERVER


@pytest.mark.parametrize("path", ["/", "/login", "/signup", "/docs/", "/dashboard/links/", "/dashboard/settings/"])
async def test_pages_run_only_our_own_scripts_and_are_never_framed(as_sari: Browser, path: str) -> None:
    headers = (await as_sari.get(path)).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "max-age" in headers["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ["/not-me/{}", "/undo-deletion/x", "/invitation/", "/login/link/x"])
async def test_without_tls_pages_with_a_token_let_their_forms_say_where_they_come_from(
    visitor: Browser, sari: Account, path: str
) -> None:
    here, path = {"Host": "127.0.0.1:8000"}, path.format(await DisownLink.make((await world.owner(sari)).id))
    installation.current().mail_backend = SERVER
    for loopback in (False, True):
        if loopback:
            installation.current().site = Site.loopback("127.0.0.1:8000")
        headers = (await visitor.get(path, headers=here if loopback else {})).headers
        assert headers["Referrer-Policy"] == ("same-origin" if loopback else "no-referrer")


async def test_what_is_personal_is_never_stored(as_sari: Browser) -> None:
    for path in ("/dashboard/links/", "/dashboard/settings/api-keys/", "/login"):
        assert (await as_sari.get(path)).headers["Cache-Control"] == "no-store"


async def test_public_pages_have_no_script_and_no_cookie(visitor: Browser, sari: Account) -> None:
    await world.shorten(sari, "promo")
    followed = await visitor.get("/promo")
    assert not {"set-cookie", "content-security-policy"} & {name.lower() for name, _ in followed.headers}
    for path in ("/promo+", "/nothing-here", "/promo+?lang=en"):
        response = await visitor.get(path)
        assert "script-src" not in response.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in response.headers


async def test_every_answer_carries_a_request_id(visitor: Browser, database: str) -> None:
    ids = {(await visitor.get(path)).headers["X-Request-Id"] for path in ("/", "/nothing", "/api/v1/me", "/healthz")}
    assert len(ids) == 4


async def test_other_sites_may_not_read_the_api(visitor: Browser, database: str) -> None:
    response = await visitor.get("/api/v1/me", headers={"Origin": "https://shop.test"})
    assert not [name for name, _ in response.headers.items() if name.lower().startswith("access-control")]


@pytest.mark.parametrize(
    "path", ["/dashboard/links/style.css", "/dashboard/settings/a.png", "/dashboard/settings/security/x.js"]
)
async def test_an_invented_file_below_a_personal_page_is_not_found_and_never_stored(
    as_sari: Browser, path: str
) -> None:
    """A cache in front that keeps files by their ending would keep the page of whoever was led there."""
    response = await as_sari.get(f"/dashboard/{path}")
    assert response.status_code == 404 and response.headers["Cache-Control"] == "no-store"
