"""A program finds its link by its own id, and puts it however often: there is one."""

import asyncio
from urllib.parse import quote

import pytest

from app.accounts.models import Account
from app.links.models import Link
from tests import world
from tests.links.test_api import URL, Caller, call

__all__ = ["call"]
KEY = f"{URL}/by-key"


@pytest.mark.parametrize("key", ["8f3f", "sku/40 merah", "é…ü", "a:b?c#d"])
async def test_a_link_is_made_and_then_changed_by_the_same_request(call: Caller, dewi: Account, key: str) -> None:
    path = f"{KEY}/{quote(key, safe='')}"
    status, made, _ = await call("PUT", path, {"url": "https://example.com/1", "title": "One"})
    assert (status, made["data"]["external_id"], made["data"]["title"]) == (201, key, "One")
    status, changed, _ = await call("PUT", path, {"url": "https://example.com/2"})
    assert (status, changed["data"]["id"]) == (200, made["data"]["id"])
    assert (changed["data"]["destination_url"], changed["data"]["title"]) == ("https://example.com/2", "One")
    assert changed["data"]["short_code"] == made["data"]["short_code"]
    listed = (await call("GET", f"{URL}?external_id={quote(key)}"))[1]["data"]["links"]
    assert [link["id"] for link in listed] == [made["data"]["id"]]


async def test_twenty_at_once_make_one_link(call: Caller, dewi: Account) -> None:
    bodies = [{"url": f"https://example.com/{n}"} for n in range(20)]
    answers = await asyncio.gather(*(call("PUT", f"{KEY}/8f3f", body) for body in bodies))
    assert sorted(status for status, _, _ in answers) == [200] * 19 + [201]
    assert len({body["data"]["id"] for _, body, _ in answers}) == 1
    assert await world.links_used(dewi) == 1


async def test_an_id_is_that_of_one_link_of_an_account(call: Caller, dewi: Account, budi: Account) -> None:
    await Link.shorten(budi, url="https://example.com", external_id="8f3f")
    first = await Link.shorten(dewi, url="https://example.com", external_id="8f3f")
    other = await Link.shorten(dewi, url="https://example.com")
    for method, path in (("POST", URL), ("PATCH", f"{URL}/{other.id}")):
        status, refused, _ = await call(method, path, {"url": "https://example.com", "external_id": "8f3f"})
        assert (status, refused["error"], refused["field"]) == (409, "EXTERNAL_ID_ALREADY_EXISTS", "external_id")
    assert await world.links_used(dewi) == 2
    assert (await call("PATCH", f"{URL}/{first.id}", {"external_id": "8f3f", "title": "T"}))[0] == 200
    assert (await call("PATCH", f"{URL}/{first.id}", {"external_id": None}))[1]["data"]["external_id"] is None
    assert (await call("PATCH", f"{URL}/{other.id}", {"external_id": "8f3f"}))[0] == 200


async def test_a_deleted_link_gives_its_id_up_to_the_next(call: Caller, dewi: Account) -> None:
    first = (await call("PUT", f"{KEY}/8f3f", {"url": "https://example.com/1"}))[1]["data"]
    await call("DELETE", f"{URL}/{first['id']}")
    status, second, _ = await call("PUT", f"{KEY}/8f3f", {"url": "https://example.com/2"})
    assert status == 201
    assert second["data"]["id"] != first["id"]
    restored = (await call("POST", f"{URL}/{first['id']}/restore"))[1]["data"]
    assert restored["external_id"] is None


async def test_the_body_may_not_name_another_id(call: Caller) -> None:
    body = {"url": "https://example.com", "external_id": "other"}
    assert (await call("PUT", f"{KEY}/8f3f", body))[1]["field"] == "external_id"
    assert (await call("PUT", f"{KEY}/other", body))[0] == 201
    assert (await call("PUT", f"{KEY}/{'x' * 101}", {"url": "https://example.com"}))[0] == 400
    assert (await call("PUT", f"{KEY}/%20", {"url": "https://example.com"}))[0] == 400
