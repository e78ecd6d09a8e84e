"""Records what the app answers to several hundred requests, to show that a change of its inside changed no answer.

    KLIQS_WALK=/tmp/before.json python -m pytest -q -n0 tests/bench/walk.py      # at one commit
    KLIQS_WALK=/tmp/after.json python -m pytest -q -n0 tests/bench/walk.py       # at another
    python -m tests.bench.walk /tmp/before.json /tmp/after.json                  # prints what differs

Randomness and the clock are fixed. Put aside are asset hashes and class names, which may change with the files, names
that are drawn, and tokens that carry a time.
"""

import difflib
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from quart import Quart, Response
from werkzeug.routing import Rule

from tests import world
from tests.client import Browser
from tests.odd_values import Addresses, furnished

TARGET = os.environ.get("KLIQS_WALK", "")
NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
ASIDE = (
    (re.compile(r'class="[^"]*"'), 'class=""'),
    (re.compile(r"/static/[0-9a-f]{12}/"), "/static/"),
    (re.compile(r"\?v=[\w-]+"), "?v="),
    (re.compile(r"sha\d+-[A-Za-z0-9+/=]+"), "sha"),
    (re.compile(r"[\w-]+\.[\w-]{6}\.[\w-]{20,}"), "signed"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "uuid"),
    (re.compile(r"[\w-]{32,}"), "token"),
    (re.compile(r'"/[2-9a-z]{7}"'), '"/drawn"'),
)


class FixedRandomness:
    """In place of os.urandom: the same bytes every time."""

    def __init__(self) -> None:
        self.random = Random(1)  # noqa: S311 - to be the same every time

    def __call__(self, size: int) -> bytes:
        return self.random.randbytes(size)


def aside(text: str) -> str:
    """The text without what may differ."""
    for pattern, instead in ASIDE:
        text = pattern.sub(instead, text)
    return text


def requests(app: Quart) -> Iterator[tuple[Rule, str]]:
    """Every rule with GET, then every rule with each other method."""
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
    yield from ((rule, "GET") for rule in rules if "GET" in (rule.methods or ()))
    for rule in rules:
        yield from ((rule, method) for method in sorted((rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}))


async def answer(response: Response) -> dict[str, Any]:
    """Status, headers and body as they are compared."""
    body: bytes = await response.get_data(as_text=False)
    kind = response.content_type or ""
    text = aside(body.decode()) if kind.startswith(("text/", "application/json")) else f"{len(body) > 0} {kind}"
    headers = {
        name.lower(): aside(value)
        for name, value in response.headers
        if name.lower() not in {"content-length", "x-request-id", "set-cookie", "etag", "last-modified"}
    }
    cookies = sorted(value.partition("=")[0] for value in response.headers.getlist("Set-Cookie"))
    return {"status": response.status_code, "headers": headers, "cookies": cookies, "body": text.splitlines()}


@pytest.mark.timeout(600)
@pytest.mark.skipif(not TARGET, reason="only when it is asked to record")
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_record(app: Quart, visitor: Browser, moved: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fixed = FixedRandomness()
    monkeypatch.setattr("os.urandom", fixed)
    monkeypatch.setattr("random._urandom", fixed)
    monkeypatch.setattr("app.web.event_stream.MAX_STREAM_SECONDS", 0.01)
    moved.to(NOW)
    sari = await world.sari()
    addresses = await furnished(sari)
    signed_in = cast(Browser, app.test_client())
    signed_in.sign_in(addresses.session)
    recorded: dict[str, Any] = {}
    for rule, method in requests(app):
        for language in ("id", "en") if method == "GET" else ("id",):
            for who, browser in (("visitor", visitor), ("sari", signed_in)):
                recorded |= await ask(browser, who, addresses, rule, method, language)
    Path(TARGET).write_text(json.dumps(recorded, indent=1))


async def ask(
    browser: Browser, who: str, addresses: Addresses, rule: Rule, method: str, language: str
) -> dict[str, dict[str, Any]]:
    """The answer by what was asked, empty for what ends the session."""
    if method != "GET" and re.search(r"leave|log|erase|forget|end|password|accounts?$", rule.endpoint):
        return {}
    path, headers = addresses.of(rule), {"Accept-Language": language}
    body: dict[str, Any] = {}
    if path.startswith("/api/"):
        headers |= {"Authorization": f"Bearer {addresses.key}"} if who == "sari" else {}
        body = {} if method in {"GET", "DELETE"} else {"json": {}}
    response = await browser.open(path, method=method, headers=headers, **body)
    return {f"{method} {path} {who} {language}": await answer(response)}


def compare(before: dict[str, Any], after: dict[str, Any]) -> int:
    """Prints what differs; returns how many answers do."""
    differing = 0
    for request in [*before, *(after.keys() - before.keys())]:
        old, new = (aside(json.dumps(side.get(request), indent=1)).splitlines() for side in (before, after))
        if old != new:
            differing += 1
            print(request, *list(difflib.unified_diff(old, new, lineterm="", n=0))[2:], sep="\n  ")
    print(f"{len(before)} requests, {differing} answers differ")
    return differing


if __name__ == "__main__":
    sys.exit(compare(*(json.loads(Path(file).read_text()) for file in sys.argv[1:3])) > 0)
