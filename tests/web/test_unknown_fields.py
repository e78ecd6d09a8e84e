"""Unknown fields of a body are named by their paths, and looked for only until there are enough of them."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.links import bulk_api
from app.links.request_bodies import NewLink
from app.web.unknown_fields import MAX_NAMED, ignored_fields, report_unknown, unknown_paths
from tests.client import Browser
from tests.keys.callers import key_with, request

URL = "https://example.com/"
PERIOD = {"kind": "period", "from": "2030-01-01T00:00:00Z", "until": None}


def paths(**body: Any) -> list[str]:
    return list(unknown_paths(NewLink, json.dumps({"url": URL} | body).encode()))


def test_unknown_fields_are_named_by_their_paths_also_in_lists_and_alternatives() -> None:
    to = [{"url": URL}, {"url": URL, "share": 3}]
    rules = [{"when": [PERIOD, {"kind": "country", "values": ["ID"], "value": "MY"}], "to": to, "hue": 1}]
    assert paths() == paths(title="A", rules=[{"when": [PERIOD], "to": [{"url": URL}]}]) == []
    assert paths(rules=rules, colour="red", **{"": 1, "a.b": {"c": 2}}) == [
        *("rules.0.when.1.value", "rules.0.to.1.share", "rules.0.hue"),
        *("colour", "", "a.b"),
    ]


async def test_no_more_unknown_fields_are_looked_for_than_an_answer_names(app: Quart) -> None:
    def endless() -> Iterator[str]:
        yield from (f"x{number}" for number in range(MAX_NAMED))
        raise AssertionError("one more than is named")

    async with app.test_request_context("/api/v1/links", method="POST"):
        report_unknown(endless())
        assert ignored_fields() == [f"x{number}" for number in range(MAX_NAMED)]


async def test_items_are_not_searched_for_unknown_fields_once_there_are_enough(
    visitor: Browser, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = []

    def counted(model: Any, raw: bytes) -> Iterator[str]:
        searched.append(raw)
        return unknown_paths(model, raw)

    monkeypatch.setattr(bulk_api, "unknown_paths", counted)
    links = [{"url": URL} | {f"x{number}": 1 for number in range(40)} for _ in range(10)]
    _, answer, _ = await request(visitor, await key_with(dewi), "POST", "/links/bulk", json={"links": links})
    assert answer["data"]["succeeded"] == 10
    assert (len(searched), len(answer["ignored"])) == (3, MAX_NAMED)
    assert answer["ignored"][-1] == "links.2.x19"
