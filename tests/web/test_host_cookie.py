"""Cookies of one host: how they are set, read and deleted, and that nobody gets one deleted whom none was set for."""

from __future__ import annotations

from typing import Any

import pytest
from quart import Quart, Response

from app.kernel import site
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_test", 60, longest=10)


def headers_of(response: Response) -> list[str]:
    return response.headers.getlist("Set-Cookie")


async def test_a_cookie_is_of_its_host_alone_and_lasts_as_long_as_it_says(app: Quart) -> None:
    async with app.test_request_context("/"):
        [header] = headers_of(COOKIE.set(Response(""), "secret"))
        assert {"HttpOnly", "SameSite=Lax", "Max-Age=60", "Path=/"} <= {*header.split("; ")}
        assert header.startswith(f"{COOKIE.full_name}=secret") and "Domain" not in header
        assert header.count("Secure") == COOKIE.full_name.count("__Host-") == site.current().secure


async def test_only_a_browser_that_sent_a_cookie_gets_it_deleted(app: Quart) -> None:
    async with app.test_request_context("/"):
        assert not headers_of(COOKIE.delete(Response("")))
    async with app.test_request_context("/", headers={"Cookie": f"{COOKIE.full_name}=x"}):
        assert "Max-Age=0" in headers_of(COOKIE.delete(Response("")))[0]


@pytest.mark.parametrize("sent", ["x" * 50, "\udcff", ""])
async def test_what_a_browser_sends_is_cut_and_never_a_fault(app: Quart, sent: Any) -> None:
    header = f"{COOKIE.full_name}={sent}".encode("utf-8", "surrogateescape").decode("latin-1")
    async with app.test_request_context("/", headers={"Cookie": header}):
        assert len(COOKIE.received) <= 10
        COOKIE.received.encode()
