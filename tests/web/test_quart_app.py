"""Quart as Kliqs uses it does the same as Quart, with less work."""

from __future__ import annotations

from functools import partial
from typing import Any, NoReturn

import pytest
from quart import Quart, session
from werkzeug.routing import Rule

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


def test_a_rule_is_added_without_compiling_what_builds_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("compiled")

    monkeypatch.setattr(Rule, "_get_func_code", refuse)
    app = KliqsApp("tests")
    app.add_url_rule("/links/<uuid:id>", "link")
    with pytest.raises(AssertionError, match="compiled"):
        app.url_map.bind("kliqs.test").build("link", {"id": "5b0a1f0c-0d4e-4b3e-8f38-0b0e7d3b6c10"})


@pytest.mark.parametrize(
    "endpoint, values",
    [
        ("link", {"id": "5b0a1f0c-0d4e-4b3e-8f38-0b0e7d3b6c10"}),
        ("link", {"id": "a", "rule": "b", "self": "c", "page": [1, 2]}),
        ("list", {}),
        ("list", {"page": 1}),
        ("list", {"page": 2, "q": "kopi & teh"}),
        ("file", {"name": "a b/\u00e9", "rest": "of/it"}),
    ],
)
def test_addresses_are_built_as_quart_builds_them(endpoint: str, values: dict[str, Any]) -> None:
    addresses = []
    for app in (Quart("tests"), KliqsApp("tests")):
        app.add_url_rule("/links/<id>", "link")
        app.add_url_rule("/links/", "list", defaults={"page": 1})
        app.add_url_rule("/links/pages/<int:page>", "list")
        app.add_url_rule("/files/<name>/<path:rest>", "file")
        adapter = app.url_map.bind("kliqs.test")
        addresses.append([adapter.build(endpoint, values, append_unknown=unknown) for unknown in (True, False)])
    assert addresses[0] == addresses[1]
