"""Cookies with a secret: no script and no other host reads them, and only what a browser sent is deleted."""

from datetime import timedelta

from quart import Quart, Response

from app.kernel import installation
from app.kernel.surfaces import Site
from app.web.host_cookie import LONGEST_VALUE, HostCookie

COOKIE = HostCookie("kliqs_test", lifetime=timedelta(days=1))


async def test_with_https_it_is_for_one_host_and_sent_under_https_only(app: Quart) -> None:
    async with app.test_request_context("/login"):
        header = COOKIE.set(Response(""), "secret").headers["Set-Cookie"]
    assert header.startswith("__Host-kliqs_test=secret;") and "Domain" not in header
    assert all(each in header for each in ("Secure", "HttpOnly", "SameSite=Lax", "Max-Age=86400", "Path=/"))


async def test_without_https_it_has_no_prefix_because_browsers_would_refuse_it(app: Quart) -> None:
    installation.current().site = Site.parse("kliqs.test", bind="127.0.0.1:8000", secure=False)
    async with app.test_request_context("/login", headers={"Cookie": "kliqs_test=secret; __Host-kliqs_test=other"}):
        assert COOKIE.read() == "secret"
        header = COOKIE.set(Response(""), "secret").headers["Set-Cookie"]
    assert header.startswith("kliqs_test=secret;") and "Secure" not in header


async def test_a_long_value_is_cut_and_one_that_was_not_sent_is_not_deleted(app: Quart) -> None:
    async with app.test_request_context("/login", headers={"Cookie": f"__Host-kliqs_test={'a' * 5000}"}):
        assert COOKIE.read() == "a" * LONGEST_VALUE
        assert "Max-Age=0" in COOKIE.delete(Response("")).headers["Set-Cookie"]
    async with app.test_request_context("/login"):
        assert COOKIE.read() == "" and "Set-Cookie" not in COOKIE.delete(Response("")).headers
