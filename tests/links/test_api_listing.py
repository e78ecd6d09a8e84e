"""Links are looked up, filtered and sorted by the API, and put by an id that the caller knows."""

import json
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.destination_check import DestinationCheck, Finding
from app.links.models import Link
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests import world
from tests.conftest import Clock
from tests.counting import queries
from tests.links.test_api import URL, Caller, call, requests_of

__all__ = ["call"]
KEY = f"{URL}/by-key"


async def codes(call: Caller, query: str) -> list[str]:
    status, body, _ = await call("GET", f"{URL}?{query}")
    assert status == 200, body
    return [link["short_code"] for link in body["data"]["links"]]


async def test_a_link_is_found_by_any_of_its_names_in_any_case(call: Caller, dewi: Account, budi: Account) -> None:
    await Link.shorten(dewi, url="https://example.com/a", slug="promo", aliases=["sale-11"])
    await world.shorten(dewi, "other")
    await world.shorten(budi, "budis")
    assert await codes(call, "short_code=promo") == await codes(call, "short_code=SALE-11") == ["promo"]
    for nothing in ("budis", "unknown", "a%20b", "%00"):
        assert await codes(call, f"short_code={nothing}") == []


async def test_links_are_found_by_their_exact_destination(call: Caller, dewi: Account) -> None:
    for slug, url in (
        ("one", "https://example.com/a?b=c"),
        ("two", "https://example.com/a?b=c"),
        ("not", "https://e.id/"),
    ):
        await Link.shorten(dewi, url=url, slug=slug)
    assert await codes(call, "url=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc") == ["two", "one"]
    status, refused, _ = await call("GET", f"{URL}?url=nope")
    assert (status, refused["error"], refused["field"]) == (400, "INVALID_URL", "url")


async def test_links_are_filtered_by_state_and_day_and_sorted(call: Caller, dewi: Account) -> None:
    for slug in ("live", "paused", "archived", "expired", "deleted"):
        await world.shorten(dewi, slug)
    by_code = {link.short_code: link for link in await Link.owned_by(dewi)}
    await by_code["paused"].pause()
    await by_code["archived"].archive()
    await Link.filter(id=by_code["expired"].id).update(expires_at=clock.now() - timedelta(hours=1))
    await by_code["deleted"].soft_delete(dewi)
    await Link.filter(id=by_code["paused"].id).update(followed=9, last_followed_at=clock.now())
    for state in ("paused", "archived", "expired", "deleted"):
        assert await codes(call, f"state={state}") == [state]
    assert await codes(call, "state=active") == ["live"]
    every = ["expired", "archived", "paused", "live"]
    assert await codes(call, "") == await codes(call, "state=any") == every
    assert await codes(call, "sort=oldest") == every[::-1]
    for sort in ("clicks", "recent"):
        assert (await codes(call, f"sort={sort}"))[0] == "paused"
        assert sorted(await codes(call, f"sort={sort}")) == sorted(every)
    today = f"{clock.now().astimezone():%Y-%m-%d}"
    assert await codes(call, "from=2030-01-01") == await codes(call, "to=2020-01-01") == []
    assert await codes(call, f"from=2020-01-01&to={today}T23%3A59%3A59Z") == every
    assert (await call("GET", f"{URL}?from=soon"))[1]["field"] == "from"
    assert (await call("GET", f"{URL}?state=odd"))[1]["field"] == "state"


@pytest.mark.parametrize("sort", ["newest", "oldest", "clicks", "recent"])
async def test_every_order_comes_in_pages_that_miss_nothing(call: Caller, dewi: Account, sort: str) -> None:
    for n in range(7):
        link = await world.shorten(dewi, f"link-{n}")
        if n % 2:
            await Link.filter(id=link.id).update(followed=n // 3, last_followed_at=clock.now())
    listed, cursor = [], ""
    while True:
        _, body, _ = await call("GET", f"{URL}?limit=2&sort={sort}&cursor={cursor}")
        listed += [link["short_code"] for link in body["data"]["links"]]
        cursor = body["data"]["next_cursor"]
        if not cursor:
            break
    assert listed == await codes(call, f"sort={sort}&limit=100")
    assert sorted(listed) == [f"link-{n}" for n in range(7)]


async def test_a_list_shows_each_link_as_it_is_read_alone(call: Caller, dewi: Account) -> None:
    await make_links(dewi, 3)
    _, listed, _ = await call("GET", URL)
    newest, *others = listed["data"]["links"]
    assert (newest["aliases"], newest["tags"]) == (["alias-2", "more-2"], ["all", "tag-2"])
    assert newest["destination_status"]["state"] == "broken"
    for link in (newest, *others):
        assert (await call("GET", f"{URL}/{link['id']}"))[1]["data"] == link


async def test_a_list_costs_as_many_statements_for_ten_links_as_for_one(call: Caller, dewi: Account) -> None:
    await make_links(dewi, 10)
    sent: list[list[str]] = []
    for limit in (1, 1, 10):  # at the first, the key notes when it was used
        with queries() as statements:
            assert len(await codes(call, f"limit={limit}")) == limit
        sent.append(statements)
    assert len(sent[1]) == len(sent[2]) == 8, sent[2]


async def make_links(account: Account, count: int) -> None:
    """Links with two aliases, a tag of their own and one that all have, and a broken destination."""
    for number in range(count):
        tags, aliases = ["all", f"tag-{number}"], [f"alias-{number}", f"more-{number}"]
        link = await Link.shorten(account, url="https://example.com", tags=tags, aliases=aliases)
        check = DestinationCheck(account=account, link=link, url=link.destination_url, host="example.com")
        check.created_at = clock.now()
        await check.save()
        await check.record(Finding("gone", 404))


async def test_a_cursor_of_another_order_is_refused(call: Caller, dewi: Account) -> None:
    for _ in range(3):
        await world.shorten(dewi)
    cursor = (await call("GET", f"{URL}?limit=1&sort=oldest"))[1]["data"]["next_cursor"]
    assert (await call("GET", f"{URL}?cursor={cursor}"))[0] == 400


async def test_a_deleted_link_is_brought_back_under_its_names(call: Caller, dewi: Account, moved: Clock) -> None:
    link = await Link.shorten(dewi, url="https://example.com", slug="promo", aliases=["sale-11"], tags=["Batik"])
    path = f"{URL}/{link.id}"
    await call("DELETE", path)
    for _ in range(2):  # what is there already stays as it is
        status, body, _ = await call("POST", f"{path}/restore")
        assert (status, body["data"]["short_code"], body["data"]["aliases"]) == (200, "promo", ["sale-11"])
        assert (body["data"]["tags"], body["data"]["state"]) == (["Batik"], "live")
    await call("DELETE", path)
    moved.to(clock.now() + timedelta(days=31))
    assert (await call("POST", f"{path}/restore"))[0] == 404


async def test_a_strangers_deleted_link_is_not_brought_back(call: Caller, budi: Account) -> None:
    link = await world.shorten(budi, "budis")
    await link.soft_delete(budi)
    assert (await call("POST", f"{URL}/{link.id}/restore"))[0] == 404


async def test_unknown_fields_are_named_and_refused_in_a_strict_request(call: Caller, dewi: Account) -> None:
    body = {"url": "https://example.com", "colour": "red", "tags": []}
    status, answer, _ = await call("POST", f"{URL}?dry=1", body)
    assert (status, sorted(answer["ignored"])) == (201, ["colour", "dry"])
    assert "ignored" not in (await call("POST", URL, {"url": "https://example.com"}))[1]
    status, refused, _ = await call("POST", URL, body, headers={"Kliqs-Strict": "1"})
    assert (status, refused["error"], refused["field"]) == (400, "UNKNOWN_FIELD", "colour")
    assert (await call("POST", URL, body, headers={"Kliqs-Strict": "0"}))[0] == 201
    for odd in ("yes", ""):
        assert (await call("POST", URL, body, headers={"Kliqs-Strict": odd}))[1]["field"] == "Kliqs-Strict"
    assert await world.links_used(dewi) == 3


@pytest.mark.parametrize(
    ("method", "path", "body", "ignored"),
    [
        ("GET", "/links?colour=red", None, ["colour"]),
        ("GET", "/me?verbose=1", None, ["verbose"]),
        ("GET", "/links/{id}?verbose=1", None, ["verbose"]),
        ("DELETE", "/links/{id}", {"why": "x"}, ["why"]),
        ("PATCH", "/links/{id}", {"Title": "x"}, ["Title"]),
        ("GET", "/statistics?from=2026-11-01&group=day", None, ["group"]),
        (
            "POST",
            "/pages",
            {"slug": "kopi", "name": "Kopi", "blocks": [{"kind": "heading", "title": "x", "size": 3}]},
            ["blocks.0.size"],
        ),
    ],
)
async def test_nothing_is_ignored_in_silence(
    call: Caller, dewi: Account, method: str, path: str, body: Any, ignored: list[str]
) -> None:
    path = "/api/v1" + path.format(id=(await world.shorten(dewi)).id)
    status, refused, _ = await call(method, path, body, headers={"Kliqs-Strict": "1"})
    assert (status, refused["error"], refused["field"]) == (400, "UNKNOWN_FIELD", ignored[0])
    assert await requests_of(dewi) == 0
    status, answer, _ = await call(method, path, body)
    assert (status // 100, answer["ignored"]) == (2, ignored), json.dumps(answer)


async def test_a_field_of_another_kind_of_block_is_named(call: Caller, dewi: Account) -> None:
    page = await Page.make(dewi, "kopi-senja", Content(name="Kopi", blocks=(Block.new("heading", {"title": "Menu"}),)))
    path = f"/api/v1/pages/{page.id}/blocks/{page.content.blocks[0].id}"
    body = {"title": "Harga", "number": "081234567890"}
    status, answer, _ = await call("PATCH", path, body)
    assert (status, answer["ignored"]) == (200, ["number"])
    assert (await call("PATCH", path, body, headers={"Kliqs-Strict": "1"}))[1]["field"] == "number"
