"""What can be set on a link is one list: form, export and API read and write the same values."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.current_values import cleared_value, link_values
from app.links.export import COLUMNS as EXPORTED
from app.links.export import RENAMED
from app.links.models import Link
from app.links.request_bodies import LinkChanges, NewLink
from app.links.schema import LinkData
from app.links.validation import COLUMNS, STATES, Changes
from tests import world
from tests.links.test_api import URL, Caller, call
from tests.links.test_link_preview import stored

__all__ = ["call"]
SHOWN_AS = {"url": "destination_url", "slug": "short_code", "password": "has_password"}
RULE = {
    "id": "a1",
    "name": "Phones",
    "on": True,
    "when": [{"kind": "device", "values": ["phone"]}],
    "to": [{"url": "https://example.com/phone", "weight": 100}],
}
KEYS = Changes.__annotations__.keys()


async def fetched(link: Link) -> Link:
    return await Link.get(id=link.id).prefetch_related("tags", "names")


@pytest.mark.parametrize("key", KEYS)
def test_every_value_of_a_link_is_taken_and_answered_by_the_api_and_exported(key: str) -> None:
    assert key in NewLink.model_fields
    assert key in LinkChanges.model_fields
    assert SHOWN_AS.get(key, key) in LinkData.model_fields
    assert key in {"password", "paused"} or RENAMED.get(key, key) in EXPORTED


def test_the_api_takes_nothing_that_cannot_be_set() -> None:
    assert NewLink.model_fields.keys() == LinkChanges.model_fields.keys() == KEYS


async def test_every_value_that_is_written_is_read_again(dewi: Account) -> None:
    written: Changes = {
        "url": "https://example.com/p",
        "slug": "promo",
        "aliases": ["Sale-11", "sale-12"],
        "title": "Title",
        "description": "Text",
        "notes": "Notes",
        "tags": ["Batik", "sale"],
        "expires_at": clock.now() + timedelta(days=1),
        "click_limit": 5,
        "forward_query": False,
        "tracked": False,
        "redirect_status": 308,
        "paused": True,
        "archived": True,
        "rules": [RULE],
        "ios_url": "https://example.com/ios",
        "android_url": "https://example.com/android",
        "opens_at": clock.now() + timedelta(hours=1),
        "fallback_url": "https://example.com/over",
        "next_url": "https://example.com/next",
        "next_url_at": clock.now() + timedelta(hours=2),
        "append_path": True,
        "external_id": "8f3f",
        "preview_title": "Card",
        "preview_description": "Words",
        "preview_picture_id": (await stored(dewi)).id,
        "destination_checked": False,
    }
    assert written.keys() == KEYS - {"password"}
    link = await Link.shorten(dewi, **written)
    assert link_values(await fetched(link)) == written


async def test_a_cleared_value_is_that_of_a_link_that_never_had_one(dewi: Account) -> None:
    link = await world.shorten(dewi, "promo")
    values = link_values(await fetched(link))
    kept: dict[str, Any] = {key: cleared_value(key) for key in COLUMNS.keys() - {"url"}}
    kept |= dict.fromkeys(STATES, False) | {"rules": []}
    assert kept == {key: values[key] for key in kept}


async def test_an_earlier_archiving_keeps_its_time(dewi: Account) -> None:
    link = await world.shorten(dewi, "promo")
    await link.edit(dewi, archived=True)
    before = link.archived_at
    await link.edit(dewi, archived=True, title="T")
    assert (await Link.get(id=link.id)).archived_at == before
    await link.edit(dewi, archived=False)
    assert link.archived_at is None


async def test_rules_are_taken_and_answered_by_the_api(call: Caller) -> None:
    body = {
        "url": "https://example.com",
        "rules": [RULE],
        "tags": ["Batik", "sale,B"],
        "opens_at": "2031-01-01T00:00:00Z",
    }
    status, made, _ = await call("POST", URL, body)
    assert (status, made["data"]["rules"], made["data"]["tags"]) == (201, [RULE], ["B", "Batik", "sale"])
    path = f"{URL}/{made['data']['id']}"
    assert (await call("GET", path))[1]["data"] == made["data"]
    status, refused, _ = await call("PATCH", path, {"rules": [RULE | {"to": [{"url": "nope"}]}]})
    assert (status, refused["error"], refused["field"]) == (400, "INVALID_URL", "rules.0.to.0.url")
    odd = RULE | {"colour": "red", "when": [{"kind": "device", "values": ["phone"], "size": 5}]}
    status, answer, _ = await call("PATCH", path, {"rules": [odd]})
    assert (status, sorted(answer["ignored"])) == (200, ["rules.0.colour", "rules.0.when.0.size"])
    cleared = dict.fromkeys(LinkChanges.model_fields.keys() - {"url", "slug"})
    _, answer, _ = await call("PATCH", path, cleared)
    _, new, _ = await call("POST", URL, {"url": "https://example.com"})
    assert [answer["data"].get(name) for name in cleared] == [new["data"].get(name) for name in cleared]
