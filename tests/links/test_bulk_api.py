"""Up to a thousand links are made, changed and deleted by one request; each item is answered by itself, in order."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from tortoise.exceptions import IntegrityError

from app.accounts.models import Account
from app.blocklists.destination_guard import LoadedGuard
from app.keys.models import DailyUsage, KeyUsage
from app.links import bulk_edit, bulk_items
from app.links.bulk_create import new_columns
from app.links.bulk_schema import ChangedLink, ChangedLinks, LinkIds, NewLinks, RawIds, RawItems
from app.links.current_values import link_values
from app.links.models import Link
from app.links.request_bodies import LinkChanges
from app.links.tag import Tag
from app.links.validation import Changes
from app.names.models import Name
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.counting import queries
from tests.links.test_api import URL, Caller, call, free_call, requests_of

__all__ = ["call", "free_call"]
BULK = f"{URL}/bulk"


def statuses(answer: Any) -> list[tuple[int, str | None, str | None]]:
    return [(item["status"], item["error"], item["field"]) for item in answer["data"]["items"]]


async def room_for(account: Account, *, links: int = 100_000, requests: int = 100_000) -> None:
    await Account.filter(id=account.id).update(links_limit=links, requests_limit=requests)


def new_links(count: int, **values: Any) -> list[dict[str, Any]]:
    return [{"url": f"https://example.com/{n}", **values} for n in range(count)]


def test_what_is_read_of_a_body_is_what_the_documentation_says() -> None:
    for documented, read in ((NewLinks, RawItems), (ChangedLinks, RawItems), (LinkIds, RawIds)):
        assert documented.model_fields.keys() == read.model_fields.keys()
    assert ChangedLink.model_fields.keys() == LinkChanges.model_fields.keys() | {"id"}


async def test_each_item_is_answered_in_its_order_and_those_that_succeed_count(
    call: Caller, dewi: Account, budi: Account
) -> None:
    await world.shorten(budi, "taken")
    links: list[Any] = [
        {
            "url": "https://example.com/1",
            "slug": "promo",
            "tags": ["Batik"],
            "aliases": ["sale-11"],
            "external_id": "1",
        },
        {"url": "nope"},
        {"url": "https://example.com/3", "slug": "taken"},
        {"url": "https://example.com/4", "slug": "PROMO"},
        {"url": "https://example.com/5", "aliases": ["Sale-11"]},
        {"url": "https://example.com/6", "external_id": "1"},
        {"url": "https://example.com/7", "opens_at": "2031-01-02T00:00:00Z", "expires_at": "2031-01-01T00:00:00Z"},
        {"url": "https://example.com/8", "aliases": ["a b"]},
        {"title": "x"},
        5,
        {"url": "https://example.com/11", "title": "Last", "password": "rahasia"},
    ]
    status, answer, headers = await call("POST", BULK, {"links": links})
    assert status == 200
    assert statuses(answer) == [
        (201, None, None),
        (400, "INVALID_URL", "url"),
        (409, "SLUG_ALREADY_EXISTS", "slug"),
        (409, "SLUG_ALREADY_EXISTS", "slug"),
        (409, "SLUG_ALREADY_EXISTS", "aliases"),
        (409, "EXTERNAL_ID_ALREADY_EXISTS", "external_id"),
        (400, "INVALID_REQUEST", "opens_at"),
        (400, "INVALID_SLUG", "aliases"),
        (400, "INVALID_REQUEST", "url"),
        (400, "INVALID_REQUEST", None),
        (201, None, None),
    ]
    assert (answer["data"]["succeeded"], answer["data"]["failed"]) == (2, 9)
    first, last = answer["data"]["items"][0]["data"], answer["data"]["items"][-1]["data"]
    assert (first["short_code"], first["tags"], first["aliases"]) == ("promo", ["Batik"], ["sale-11"])
    assert (last["title"], last["has_password"]) == ("Last", True)
    assert all(item["message"] for item in answer["data"]["items"] if item["error"])
    assert headers["X-RateLimit-Remaining"] == "9998"
    assert await world.links_used(dewi) == await requests_of(dewi) == 2
    assert sum(await KeyUsage.all().values_list("requests", flat=True)) == 2  # type: ignore[arg-type]
    assert sum(await DailyUsage.all().values_list("requests", flat=True)) == 2  # type: ignore[arg-type]
    read = (await call("GET", f"{URL}/{first['id']}"))[1]["data"]
    assert read == first


@pytest.mark.parametrize(("method", "key"), [("POST", "links"), ("PATCH", "links"), ("DELETE", "ids")])
async def test_a_list_has_one_to_a_thousand_items(call: Caller, dewi: Account, method: str, key: str) -> None:
    refused_lists: list[object] = [[], [{}] * 1_001, None, "x"]
    for items in refused_lists:
        status, refused, _ = await call(method, BULK, {key: items})
        assert (status, refused["error"], refused["field"]) == (400, "INVALID_REQUEST", key)
    assert (await call(method, BULK, {}))[1]["field"] == key


async def test_an_atomic_request_is_done_as_a_whole_or_not_at_all(call: Caller, dewi: Account) -> None:
    links = [*new_links(2), {"url": "nope"}, *new_links(1)]
    status, refused, _ = await call("POST", BULK, {"atomic": True, "links": links})
    assert (status, refused["success"], refused["error"]) == (422, False, "BULK_REFUSED")
    assert [(item["status"], item["error"]) for item in refused["items"]] == [
        (424, "NOT_DONE"),
        (424, "NOT_DONE"),
        (400, "INVALID_URL"),
        (424, "NOT_DONE"),
    ]
    await room_for(dewi, links=2)
    assert (await call("POST", BULK, {"atomic": True, "links": new_links(3)}))[0] == 422
    assert await world.links_used(dewi) == await requests_of(dewi) == await Name.filter(account_id=dewi.id).count() == 0
    status, answer, _ = await call("POST", BULK, {"atomic": True, "links": new_links(2)})
    assert (status, answer["data"]["succeeded"]) == (200, 2)


async def test_many_links_are_changed_each_in_its_own_way(call: Caller, dewi: Account, budi: Account) -> None:
    a, b, c = [await Link.shorten(dewi, url="https://example.com", tags=["Old"]) for _ in range(3)]
    strange = await world.shorten(budi, "budis")
    changes: list[Any] = [
        {"id": str(a.id), "title": "A", "tags": ["New"], "click_limit": 5},
        {"id": str(strange.id), "title": "mine"},
        {"id": str(b.id), "slug": "sale-12", "aliases": ["sale-13"], "paused": True},
        {"id": str(b.id), "title": "twice"},
        {"id": str(c.id), "redirect_status": 303},
        {"id": "odd", "title": "x"},
        {"title": "x"},
    ]
    status, answer, _ = await call("PATCH", BULK, {"links": changes})
    assert status == 200
    assert statuses(answer) == [
        (200, None, None),
        (404, "NOT_FOUND", "id"),
        (200, None, None),
        (400, "INVALID_REQUEST", "id"),
        (400, "INVALID_REQUEST", "redirect_status"),
        (400, "INVALID_REQUEST", "id"),
        (400, "INVALID_REQUEST", "id"),
    ]
    first, second = (answer["data"]["items"][at]["data"] for at in (0, 2))
    assert (first["title"], first["tags"], first["click_limit"]) == ("A", ["New"], 5)
    assert (second["short_code"], second["aliases"], second["paused"]) == ("sale-12", ["sale-13"], True)
    assert (await Link.get(id=a.id)).version > a.version
    for link in (a, b):
        read = (await call("GET", f"{URL}/{link.id}"))[1]["data"]
        assert read in (first, second)
    assert [link["id"] for link in (await call("GET", f"{URL}?q=new"))[1]["data"]["links"]] == [str(a.id)]
    assert (await Link.get(id=strange.id)).title == ""


async def test_a_change_of_many_is_the_change_of_each_alone(call: Caller, dewi: Account) -> None:
    changes = {
        "title": "T", "notes": "N", "tags": ["x"], "click_limit": 9, "paused": True, "archived": True, "tracked": False,
        "expires_at": "2031-01-01T00:00:00Z", "url": "https://example.org", "password": None, "forward_query": False,
    }  # fmt: skip
    alone, together = await world.shorten(dewi), await world.shorten(dewi)
    await Link.filter(account_id=dewi.id).update(followed=4)
    await call("PATCH", f"{URL}/{alone.id}", changes)
    await call("PATCH", BULK, {"links": [{"id": str(together.id)} | changes]})
    rows = [await Link.get(id=link.id).prefetch_related("tags", "names") for link in (alone, together)]
    one, other = [link_values(row) | {"slug": "", "admitted": row.admitted, "version": row.version} for row in rows]
    assert one == other
    assert rows[0].search.replace(alone.short_code, "") == rows[1].search.replace(together.short_code, "")  # type: ignore[union-attr]


async def test_many_links_are_deleted_and_each_comes_back(call: Caller, dewi: Account, budi: Account) -> None:
    mine, strange = [await world.shorten(dewi, f"link-{n}") for n in range(3)], await world.shorten(budi, "budis")
    ids: list[Any] = [str(mine[0].id), str(strange.id), str(mine[1].id), str(uuid4()), "odd", 5]
    status, answer, _ = await call("DELETE", BULK, {"ids": ids})
    assert status == 200
    found = [(200, None, None), (404, "NOT_FOUND", "id"), (200, None, None), *[(404, "NOT_FOUND", "id")] * 3]
    assert statuses(answer) == found
    assert await world.links_used(dewi) == 1
    assert await requests_of(dewi) == 2
    assert (await call("POST", f"{URL}/{mine[0].id}/restore"))[0] == 200
    status, refused, _ = await call("DELETE", BULK, {"atomic": True, "ids": [str(mine[0].id), str(mine[1].id)]})
    assert (status, [item["error"] for item in refused["items"]]) == (422, ["NOT_DONE", "NOT_FOUND"])
    assert await world.links_used(dewi) == 2


async def test_twenty_at_once_at_the_edge_make_exactly_what_the_plan_has(call: Caller, dewi: Account) -> None:
    await room_for(dewi, links=130)
    answers = await asyncio.gather(*(call("POST", BULK, {"links": new_links(10)}) for _ in range(20)))
    assert {status for status, _, _ in answers} == {200}
    assert sum(answer["data"]["succeeded"] for _, answer, _ in answers) == 130
    refused = {error for _, answer, _ in answers for _, error, _ in statuses(answer)} - {None}
    assert refused == {"SHORTLINK_LIMIT_REACHED"}
    assert await world.links_used(dewi) == await requests_of(dewi) == 130


async def test_twenty_at_once_at_the_edge_make_exactly_the_months_requests(call: Caller, dewi: Account) -> None:
    await room_for(dewi, requests=75)
    answers = await asyncio.gather(*(call("POST", BULK, {"links": new_links(10)}) for _ in range(20)))
    made = sum(answer["data"]["succeeded"] for status, answer, _ in answers if status == 200)
    assert made == await world.links_used(dewi) == await requests_of(dewi) == 75
    for status, answer, _ in answers:
        errors = {error for _, error, _ in statuses(answer)} if status == 200 else {answer["error"]}
        assert errors <= {None, "API_LIMIT_REACHED"}
    changes = [{"id": str(link.id), "title": "T"} for link in await Link.owned_by(dewi).limit(2)]
    assert (await call("PATCH", BULK, {"links": changes}))[0] == 429


async def test_at_the_edge_of_the_month_no_more_is_deleted_than_is_counted(call: Caller, dewi: Account) -> None:
    ids = [str((await world.shorten(dewi)).id) for _ in range(10)]
    await room_for(dewi, requests=3)
    _, answer, _ = await call("DELETE", BULK, {"ids": ids})
    assert [error for _, error, _ in statuses(answer)] == [None] * 3 + ["API_LIMIT_REACHED"] * 7
    assert await Link.owned_by(dewi).count() == 7 and await requests_of(dewi) == 3


async def test_one_name_in_twenty_requests_at_once_is_given_once(visitor: Browser, database: str) -> None:
    callers = [Caller(visitor, await world.key_of(person)) for person in await world.crowd(5, "business")]
    body = {"links": [{"url": "https://example.com", "slug": f"same-{n}"} for n in range(4)]}
    answers = await asyncio.gather(*(callers[n % 5]("POST", BULK, body) for n in range(20)))
    for at in range(4):
        made = [answer["data"]["items"][at]["status"] for status, answer, _ in answers if status == 200]
        assert sorted(made)[0] == 201
        assert made.count(201) == 1
    assert await Name.all().count() == 4


async def test_a_thousand_links_cost_few_statements(call: Caller, dewi: Account) -> None:
    await room_for(dewi)
    with queries() as sql:
        status, answer, _ = await call("POST", BULK, {"links": new_links(1_000, tags=["a", "b"], notes="x" * 20)})
    assert (status, answer["data"]["succeeded"]) == (200, 1_000)
    assert len(sql) < 100, len(sql)
    assert await Tag.owned_by(dewi).count() == 2
    codes = [item["data"]["short_code"] for item in answer["data"]["items"]]
    assert codes == [link.short_code for link in await Link.owned_by(dewi).order_by("created_at")]
    ids = [item["data"]["id"] for item in answer["data"]["items"]]
    with queries() as sql:
        status, answer, _ = await call(
            "PATCH", BULK, {"links": [{"id": id, "tags": ["c"], "paused": True} for id in ids]}
        )
    assert (status, answer["data"]["succeeded"]) == (200, 1_000)
    assert len(sql) < 60, len(sql)
    with queries() as sql:
        status, answer, _ = await call("DELETE", BULK, {"ids": ids})
    assert (status, answer["data"]["succeeded"]) == (200, 1_000)
    assert len(sql) < 40, len(sql)
    assert await world.links_used(dewi) == 0
    assert await requests_of(dewi) == 3_000


async def test_passwords_of_one_request_are_bounded(call: Caller, dewi: Account) -> None:
    most = bulk_items.MAX_PASSWORDS
    _, answer, _ = await call("POST", BULK, {"links": new_links(most + 1, password="rahasia")})
    assert statuses(answer) == [*[(201, None, None)] * most, (400, "INVALID_REQUEST", "password")]


async def test_unknown_fields_of_items_are_named(call: Caller, dewi: Account) -> None:
    links = [{"url": "https://example.com"}, {"url": "https://example.com", "colour": "red"}]
    _, answer, _ = await call("POST", BULK, {"links": links, "dry": True})
    assert answer["ignored"] == ["dry", "links.1.colour"]
    status, refused, _ = await call("POST", BULK, {"links": links}, headers={"Kliqs-Strict": "1"})
    assert (status, refused["error"], refused["field"]) == (400, "UNKNOWN_FIELD", "links.1.colour")


async def test_the_audit_log_names_the_first_links_of_a_bulk_request(call: Caller, dewi: Account) -> None:
    await call("POST", BULK, {"links": [{"url": "https://example.com", "slug": f"link-{n}"} for n in range(5)]})
    await call("POST", BULK, {"links": [{"url": "nope"}]})
    [entry] = await AuditEntry.filter(account_id=dewi.id)
    assert entry.thing == "kliqs.test/link-0, kliqs.test/link-1, kliqs.test/link-2, +2"


async def test_a_bulk_request_is_done_once_under_an_idempotency_key(call: Caller, dewi: Account) -> None:
    first, again = [
        await call("POST", BULK, {"links": new_links(3)}, headers={"Idempotency-Key": "b"}) for _ in range(2)
    ]
    assert first[:2] == again[:2]
    assert (again[2]["Idempotency-Replayed"], await world.links_used(dewi)) == ("true", 3)


async def test_an_external_id_that_somebody_takes_meanwhile_refuses_its_item_only(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, other = [await world.shorten(dewi) for _ in range(3)]

    async def taken_right_after(account: Account, items: object) -> None:
        await Link.filter(id=other.id).update(external_id="sku-1")

    monkeypatch.setattr(bulk_edit, "refuse_taken_external_ids", taken_right_after)
    links = [{"id": str(first.id), "external_id": "sku-1"}, {"id": str(second.id), "title": "T"}]
    status, answer, _ = await call("PATCH", BULK, {"links": links})
    assert status == 200 and [error for _, error, _ in statuses(answer)] == ["EXTERNAL_ID_ALREADY_EXISTS", None]


async def test_an_external_id_that_is_taken_before_links_are_written_refuses_its_item_only(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await world.shorten(dewi)

    async def taken_right_after(account: Account, items: object) -> None:
        await Link.filter(id=other.id).update(external_id="sku-1")

    monkeypatch.setattr(bulk_items, "refuse_taken_external_ids", taken_right_after)
    links = [*new_links(2), *new_links(1, external_id="sku-1"), *new_links(2, external_id="sku-2")]
    status, answer, _ = await call("POST", BULK, {"links": links})
    taken = (409, "EXTERNAL_ID_ALREADY_EXISTS", "external_id")
    assert (status, statuses(answer)) == (200, [*[(201, None, None)] * 2, taken, (201, None, None), taken])


async def test_who_is_slower_than_others_again_and_again_is_asked_to_come_back(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def conflict(links: object, batch_size: int) -> None:
        raise IntegrityError

    monkeypatch.setattr(Link, "bulk_create", conflict)
    status, refused, headers = await call("POST", BULK, {"links": new_links(2, slug="")})
    assert (status, refused["error"], headers["Retry-After"]) == (503, "BUSY", "5")
    assert await world.links_used(dewi) == 0


async def test_refused_items_take_no_room_and_are_checked_once(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[object] = []

    async def counted(account: Account, item: Changes, guard: LoadedGuard) -> dict[str, object]:
        checked.append(item)
        return await new_columns(account, item, guard)

    monkeypatch.setattr(bulk_items, "new_columns", counted)
    await room_for(dewi, requests=5)
    late = {"url": "https://example.com", "opens_at": "2031-01-02T00:00:00Z", "expires_at": "2031-01-01T00:00:00Z"}
    _, answer, _ = await call("POST", BULK, {"links": [*[late] * 20, *new_links(5)]})
    assert [status for status, _, _ in statuses(answer)] == [400] * 20 + [201] * 5
    assert len(checked) == 25
