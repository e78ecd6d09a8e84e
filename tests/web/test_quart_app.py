"""Quart as Kliqs uses it does the same as Quart, with less work."""

from __future__ import annotations

from functools import partial

import pytest
from quart import Quart, session

from app.web.quart_app import KliqsApp, NoticeSession


@pytest.fixture
def served() -> Quart:
    app = KliqsApp("tests")
    app.secret_key = "secret"
    app.session_interface = NoticeSession()

    @app.get("/write")
    async def write() -> str:
        session["seen"] = "yes"
        return ""

    @app.get("/read")
    def read() -> str:  # not asynchronous
        return str(session.get("seen"))

    return app


async def test_a_session_is_kept_in_its_cookie_and_is_empty_without_it(served: Quart) -> None:
    client = served.test_client()
    assert await (await client.get("/read")).get_data(as_text=True) == "None"
    assert "Set-Cookie" in (await client.get("/write")).headers
    assert await (await client.get("/read")).get_data(as_text=True) == "yes"


async def test_functions_of_every_kind_can_be_awaited(served: Quart) -> None:
    async def asynchronous(number: int) -> int:
        return number

    def plain(number: int) -> int:
        return number

    for function in (asynchronous, plain, partial(asynchronous), partial(plain)):
        assert await served.ensure_async(function)(7) == 7
