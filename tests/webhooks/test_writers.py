"""Every path by which something comes about, changes or goes tells the webhooks of it: none is forgotten."""

import ast
import asyncio
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from quart import Quart

from app.accounts import guest
from app.accounts.models import Account
from app.audience.models import Subscriber
from app.audience.restore_deleted import restore_subscriber, sign_subscriber
from app.batch.creation import create_batch
from app.guests.claim import claim_into_account
from app.jobs import Job
from app.kernel import clock
from app.kernel.package_files import ROOT
from app.links import bulk_actions, tag_changes
from app.links.bulk_actions import ActionRequest
from app.links.bulk_create import create_links
from app.links.click_limit import admit_visit
from app.links.models import Link
from app.links.tag import Tag
from app.payments import ordering, transitions
from app.payments.order_state import OrderState
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.webhooks.delivery import WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.audience.conftest import form_block, page_with
from tests.batch.tables import drafted
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.privacy.bring_in import archives
from tests.source_files import MODULES, syntax
from tests.webhooks.receiver import endpoint_of, run_kind

NOWHERE = "https://shop.example/hooks"
API = "/api/v1"


async def told(account: Account) -> list[str]:
    """The types of the events since the last call."""
    rows = await WebhookDelivery.filter(endpoint__account_id=account.id).order_by("id")
    await WebhookDelivery.all().delete()
    return [row.event_type for row in rows]


async def data(account: Account) -> list[dict[str, Any]]:
    """The data of the events since the last call."""
    rows = await WebhookDelivery.filter(endpoint__account_id=account.id).order_by("id")
    await WebhookDelivery.all().delete()
    return [json.loads(row.body)["data"] for row in rows]


@pytest.fixture
async def listening(dewi: Account) -> Account:
    """Dewi, with an endpoint for everything."""
    await endpoint_of(dewi, NOWHERE)
    return dewi


@pytest.fixture
async def as_dewi(app: Quart, listening: Account) -> Browser:
    browser: Any = app.test_client()
    browser.sign_in(await world.begin_session(listening))
    return browser  # type: ignore[no-any-return]


WRITES = {"create", "bulk_create", "bulk_update", "update", "delete", "save", "get_or_create", "update_or_create"}
MODELS, HOMES = ("Link", "Subscriber", "QrCode"), ("app/links/", "app/audience/", "app/qr/")
SQL = re.compile(r"(UPDATE|INSERT INTO|DELETE FROM)\s+(links|subscribers|qr_codes)\b")
TOLD_THERE = "it tells"
KNOWN = {  # the functions that write links, subscribers or codes: they tell of it, or there is a reason not to
    "app/links/models.py _write": TOLD_THERE,
    "app/links/models.py record_tag_change": TOLD_THERE,
    "app/links/models.py shorten": TOLD_THERE,
    "app/links/click_limit.py admit_visit": TOLD_THERE,
    "app/links/lifecycle.py delete_many": TOLD_THERE,
    "app/links/lifecycle.py restore_many": TOLD_THERE,
    "app/links/lifecycle.py pause_or_archive_many": TOLD_THERE,
    "app/links/lifecycle.py _update_columns": TOLD_THERE,
    "app/links/bulk_create.py _insert": TOLD_THERE,
    "app/guests/claim.py _move_all": TOLD_THERE,
    "app/privacy/bring_in/undoing.py _remove_links": TOLD_THERE,
    "app/audience/models.py confirm": TOLD_THERE,
    "app/audience/models.py unsubscribe": TOLD_THERE,
    "app/audience/models.py _forget": TOLD_THERE,
    "app/audience/models.py _delete_never_confirmed": TOLD_THERE,
    "app/audience/models.py delete": "a part of _delete_never_confirmed",
    "app/audience/restore_deleted.py restore_subscriber": TOLD_THERE,
    "app/audience/subscribe_form.py _insert": TOLD_THERE,
    "app/audience/subscribe_form.py _resubscribe": TOLD_THERE,
    "app/qr/bulk_create.py create_codes": TOLD_THERE,
    "app/qr/models.py create_static": TOLD_THERE,
    "app/pages/tracked_links.py sync_tracked_links": "the links of pages are none of the API",
    "app/pages/tracked_links.py delete_tracked_links": "the links of pages are none of the API",
    "app/pages/tracked_links.py _insert_with_names": "the links of pages are none of the API",
    "app/publishing/posts/short_links.py _insert": "the links of posts are none of the API",
    "app/publishing/posts/short_links.py _delete": "the links of posts are none of the API",
    "app/privacy/bring_in/link_rows.py make_link": "the day of a link that shorten has told of",
    "app/privacy/bring_in/undoing.py _remove": "codes that go; there is no event of that",
    "app/ops/demo.py _backdate": "the invented past of a demo",
    "app/ops/demo_codes.py set_scan_counters": "the invented past of a demo",
    "app/ops/demo_pages.py _backdate": "the invented past of a demo",
    "app/ops/demo_posts.py _publish": "the invented past of a demo",
    "app/ops/retention_sweep.py _delete_links": "told when they were deleted",
    "app/ops/retention_sweep.py _link_steps": "codes deleted 30 days ago; there is no event of that",
    "app/audience/models.py save": "every row comes by create",
    "app/audience/subscribe_form.py _create_subscriber": "a part of _insert",
    "app/audience/subscribe_form.py _ask_again": "the address is asked; it is told when it confirms",
    "app/qr/models.py save": "every row comes by create",
    "app/links/bulk_edit.py _write_group": "a part of edit_items, which tells",
    "app/qr/models.py _create_marked": "a part of create_for_name, which tells",
    "app/qr/models.py edit": "there is no event of that",
    "app/qr/models.py soft_delete": "there is no event of that",
    "app/qr/models.py restore": "there is no event of that",
}


def functions_that_write() -> dict[str, str]:
    """The functions of the app that write links, subscribers or codes, with their source."""
    found = {}
    for path in MODULES:
        name, tree = str(path.relative_to(ROOT)), syntax(path)
        statements = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign) and SQL.search(ast.unparse(node.value))
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for function in ast.walk(tree):
            if isinstance(function, ast.AsyncFunctionDef | ast.FunctionDef) and any(
                _writes(node, name, statements) for node in ast.walk(function)
            ):
                found[f"{name} {function.name}"] = ast.unparse(function)
    return found


def _writes(node: ast.AST, file: str, statements: set[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in statements
    if not isinstance(node, ast.Call):
        return False
    text = ast.unparse(node.func)
    if text == "update_at_version":
        return file.startswith(HOMES)
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in WRITES:
        return False
    at_home = file in {"app/links/models.py", "app/links/lifecycle.py", "app/audience/models.py", "app/qr/models.py"}
    local = {"cls", "type(self)", "super()", "deleted", "waiting", "stored", "link"} if at_home else {"pending"}
    return text.split(".")[0] in {*MODELS, *(local if file.startswith(HOMES) else ())}


def test_no_function_writes_without_a_thought_of_webhooks() -> None:
    """A new writer tells the outbox of what it does, or is entered above with the reason why not."""
    writing = functions_that_write()
    assert writing.keys() - KNOWN.keys() == set()
    assert KNOWN.keys() - writing.keys() == set()
    silent = {name for name, why in KNOWN.items() if why == TOLD_THERE and "outbox.announce(" not in writing[name]}
    assert silent == set()


async def test_links_made_changed_and_deleted_one_by_one(listening: Account) -> None:
    link = await Link.shorten(listening, url="https://example.com", slug="promo")
    assert await told(listening) == ["link.created"]
    await link.edit(listening, title="Ads")
    assert (await data(listening))[0]["title"] == "Ads"
    for verb in (link.pause, link.resume, link.archive, link.unarchive):
        await verb()
        assert await told(listening) == ["link.updated"]
    await link.soft_delete(listening)
    assert await told(listening) == ["link.deleted"]
    await link.soft_delete(listening)
    assert await told(listening) == [], "it was deleted already"
    await link.restore(listening)
    assert await told(listening) == ["link.updated"]
    await link.block("spam")
    await link.block("spam again")
    await link.unblock()
    assert await told(listening) == ["link.blocked", "link.updated", "link.updated"]


async def test_links_changed_together(listening: Account) -> None:
    links = await create_links(listening, [{"url": f"https://example.com/{n}"} for n in range(60)])
    assert await told(listening) == ["link.created"] * 60
    ids = [link.id for link in links[:3]]
    await links[0].pause()
    await told(listening)

    async def act(action: str, *tags: str) -> list[str]:
        await bulk_actions.apply_action(action, ActionRequest(listening, clock.now(), [*tags]), ids)
        return await told(listening)

    assert await act("pause") == ["link.updated"] * 2, "one was paused already"
    assert await act("resume") == ["link.updated"] * 3
    assert await act("archive") == ["link.updated"] * 3
    assert await act("tag", "ads") == ["link.updated"] * 3
    assert await act("untag", "ads") == ["link.updated"] * 3
    assert await act("delete") == ["link.deleted"] * 3
    assert await act("restore") == ["link.updated"] * 3


async def test_tags_that_are_renamed_merged_and_deleted_change_their_links(listening: Account) -> None:
    link = await Link.shorten(listening, url="https://example.com", tags=["ads"])
    other = await Link.shorten(listening, url="https://example.com/2", tags=["ads", "shop"])
    await other.soft_delete(listening)
    await told(listening)
    tag = await Tag.get(folded="ads")
    await tag_changes.update_tag(listening, tag, name="Iklan", colour=1)
    assert [one["id"] for one in await data(listening)] == [str(link.id)], "a deleted link is not changed"
    merged = await tag_changes.merge_tags(listening, await Tag.get(folded="iklan"), "shop")
    assert await told(listening) == ["link.updated"]
    await tag_changes.delete_tag(merged)
    assert await told(listening) == ["link.updated"]


async def test_what_a_deletion_tells_is_the_link_as_it_was(listening: Account) -> None:
    link = await Link.shorten(listening, url="https://example.com", slug="promo")
    await told(listening)
    await link.soft_delete(listening)
    (deleted,) = await data(listening)
    assert (deleted["id"], deleted["short_code"]) == (str(link.id), "promo")


async def test_the_last_visit_of_a_click_limit(listening: Account) -> None:
    link = await Link.shorten(listening, url="https://example.com", click_limit=3)
    await told(listening)
    assert [await admit_visit(link.id) for _ in range(4)] == [True, True, True, False]
    assert await told(listening) == ["link.limit_reached"]
    again = await Link.shorten(listening, url="https://example.com/2", click_limit=20)
    await told(listening)
    await asyncio.gather(*(admit_visit(again.id) for _ in range(30)))
    assert await told(listening) == ["link.limit_reached"], "once, however many come at once"


async def test_the_dashboard_and_the_api_tell(as_dewi: Browser, listening: Account, visitor: Browser) -> None:
    await as_dewi.post("/dashboard/links/", form={"url": "https://example.com", "slug": "satu"})
    link = await Link.get(short_code="satu")
    await as_dewi.post(f"/dashboard/links/{link.id}", form={"url": "https://example.org", "slug": "satu"})
    await as_dewi.post("/dashboard/links/actions/delete", form={"ids": str(link.id)})
    assert await told(listening) == ["link.created", "link.updated", "link.deleted"]
    key = {"Authorization": f"Bearer {await world.key_of(listening)}"}
    body = (await (await visitor.post(f"{API}/links", json={"url": "https://example.com"}, headers=key)).get_json())[
        "data"
    ]
    assert (await data(listening)) == [body], "what the API answers is what is sent"
    await visitor.patch(f"{API}/links/{body['id']}", json={"title": "x"}, headers=key)
    await visitor.delete(f"{API}/links/{body['id']}", headers=key)
    assert await told(listening) == ["link.updated", "link.deleted"]


async def test_bulk_requests_and_upserts_of_the_api_tell(listening: Account, visitor: Browser) -> None:
    key = {"Authorization": f"Bearer {await world.key_of(listening)}"}

    async def send(method: str, path: str, body: Any) -> Any:
        response = await visitor.open(f"{API}/links/{path}", method=method, json=body, headers=key)
        assert response.status_code < 300, await response.get_data(as_text=True)
        return (await response.get_json())["data"]

    links = [{"url": f"https://example.com/{number}", "tags": ["ads"]} for number in range(3)]
    made = await send("POST", "bulk", {"links": [*links, {"url": "nope"}]})
    ids = [item["data"]["id"] for item in made["items"] if item["data"]]
    sent = await data(listening)
    assert [one["id"] for one in sent] == ids
    assert sent[0]["tags"] == ["ads"], "as it is after the whole change"
    changes = [{"id": ids[0], "title": "x"}, {"id": ids[1], "slug": "promo"}, {"id": ids[2], "tags": []}]
    await send("PATCH", "bulk", {"links": changes})
    assert sorted(one["id"] for one in await data(listening)) == sorted(ids)
    await send("DELETE", "bulk", {"ids": ids})
    assert await told(listening) == ["link.deleted"] * 3
    await send("PUT", "by-key/1", {"url": "https://example.com/one"})
    await send("PUT", "by-key/1", {"url": "https://example.com/two"})
    assert await told(listening) == ["link.created", "link.updated"]


async def test_a_batch_tells_of_its_links_and_codes(listening: Account) -> None:
    batch = await drafted(
        listening, "url,slug,title\nhttps://example.com/a,Promo,Table\nhttps://example.com/b,,Poster\n"
    )
    await create_batch(listening, batch)
    assert sorted(await told(listening)) == ["link.created"] * 2 + ["qr.created"] * 2


async def test_codes_one_by_one(listening: Account) -> None:
    link = await world.shorten(listening, "promo")
    await told(listening)
    code = await QrCode.create_for_link(listening, link, "Table", Look(Design()))
    (sent,) = await data(listening)
    assert (sent["id"], sent["link_id"], sent["name"]) == (str(code.id), str(link.id), "Table")
    await QrCode.create_static(listening, "text", {"text": "x"}, "x", "", Look(Design()))
    assert await told(listening) == ["qr.created"]


async def test_what_a_file_brings_in_and_what_undoing_takes_away(listening: Account, budi: Account) -> None:
    await world.shorten(budi, "promo")
    content = (await archives.exported(budi)).read_bytes()
    run = await archives.brought_in(listening, content)
    assert [event for event in await told(listening) if event == "link.created"] == ["link.created"]
    await archives.undone(run)
    assert await told(listening) == ["link.deleted"]


async def test_what_a_guest_made_is_told_when_it_moves_in(listening: Account) -> None:
    maker, token = await guest.open_guest("id", "192.0.2.1")
    await world.shorten(maker, "warung")
    await claim_into_account(token, listening)
    assert [event for event in await told(listening) if event != "limit.near"] == ["link.created"]


async def test_a_page_that_goes_live(listening: Account) -> None:
    page = await page_with(listening, "kawung", form_block())
    (sent,) = await data(listening)
    assert (sent["id"], sent["slug"], sent["live"]) == (str(page.id), "kawung", True)
    await page.publish(listening)
    assert await told(listening) == ["page.published"], "the links of the page are none of the API"


async def test_subscribers_from_the_form_to_the_end(listening: Account, visitor: Browser) -> None:
    blocks = [form_block(), form_block(confirm="on")]
    page = await page_with(listening, "kawung", *blocks)
    await told(listening)
    for block, email in zip(blocks, ("ayu@example.com", "rina@example.com"), strict=True):
        await visitor.post(f"/kawung/subscribe-{block.id}", form={"email": email, "consent": "1"})
    sent = await data(listening)
    statuses = [("ayu@example.com", "active"), ("rina@example.com", "pending")]
    assert [(one["email"], one["status"]) for one in sent] == statuses
    ayu, rina = await Subscriber.filter(page_id=page.id).order_by("email")
    await rina.confirm()
    await rina.confirm()
    assert [one["status"] for one in await data(listening)] == ["active"]
    await rina.unsubscribe()
    await rina.unsubscribe()
    assert [one["status"] for one in await data(listening)] == ["unsubscribed"]
    await rina.refresh_from_db()
    await rina.remove()
    assert await told(listening) == [], "that they left was told"
    seal = sign_subscriber(ayu)
    await ayu.remove()
    assert await told(listening) == ["subscriber.deleted"]
    await restore_subscriber(listening, seal)
    assert await told(listening) == ["subscriber.created"]
    await ayu.erase()
    assert await told(listening) == ["subscriber.deleted"]


async def test_addresses_that_never_confirm_are_told_when_they_go(
    listening: Account, visitor: Browser, moved: Clock
) -> None:
    block = form_block(confirm="on")
    await page_with(listening, "kawung", block)
    await visitor.post(f"/kawung/subscribe-{block.id}", form={"email": "ayu@example.com", "consent": "1"})
    await told(listening)
    moved.on(timedelta(days=31))
    await Subscriber.delete_abandoned()
    assert await told(listening) == ["subscriber.deleted"]


async def test_limits_that_are_near_and_reached(sari: Account) -> None:
    await endpoint_of(sari, NOWHERE, "limit.near", "limit.reached")
    for _ in range(5):
        await world.shorten(sari)
    assert await data(sari) == [
        {"limit": "links", "used": 4, "most": 5, "percent": 80},
        {"limit": "links", "used": 5, "most": 5, "percent": 100},
    ]


async def test_the_requests_of_the_api_have_limits_that_are_told(sari: Account, visitor: Browser) -> None:
    await endpoint_of(sari, NOWHERE, "limit.near", "limit.reached")
    key = {"Authorization": f"Bearer {await world.key_of(sari)}"}
    for _ in range(30):
        await visitor.get(f"{API}/links", headers=key)
    assert [(one["limit"], one["percent"]) for one in await data(sari)] == [("requests", 80), ("requests", 100)]


async def test_orders_that_are_paid_and_that_expire(listening: Account) -> None:
    provider = FakeProvider()
    order = await ordering.open_order(listening, "business", 1, provider, BUYER)
    await transitions.apply_snapshot(order, provider.pay(order.reference))
    (sent,) = await data(listening)
    assert (sent["reference"], sent["plan"], sent["state"]) == (order.reference, "business", "paid")
    late = await ordering.open_order(listening, "business", 1, provider, BUYER)
    await transitions.move_order(late, OrderState.EXPIRED)
    assert await told(listening) == ["order.expired"]


async def test_an_expiry_is_told_once_to_each_endpoint_under_one_id(listening: Account, moved: Clock) -> None:
    second = await endpoint_of(listening, NOWHERE, "link.expired")
    link = await Link.shorten(listening, url="https://example.com", expires_at=clock.now() + timedelta(minutes=5))
    gone = await Link.shorten(listening, url="https://example.com/2", expires_at=clock.now() + timedelta(minutes=5))
    await gone.soft_delete(listening)
    await WebhookDelivery.all().delete()
    await run_kind("links.expired")
    assert not await WebhookDelivery.all().exists()
    moved.on(timedelta(minutes=5))
    for _ in range(2):
        await run_kind("links.expired")
    rows = await WebhookDelivery.all()
    assert {row.endpoint_id for row in rows} == {second.id, *await WebhookEndpoint.all().values_list("id", flat=True)}
    assert len(rows) == 2
    assert len({row.event_id for row in rows}) == 1
    assert json.loads(rows[0].body)["data"]["id"] == str(link.id)


async def test_an_endpoint_hears_nothing_of_what_expired_before_it_was_there(listening: Account, moved: Clock) -> None:
    await Link.shorten(listening, url="https://example.com", expires_at=clock.now() + timedelta(minutes=5))
    await WebhookEndpoint.all().delete()
    moved.on(timedelta(minutes=6))
    await endpoint_of(listening, NOWHERE)
    await run_kind("links.expired")
    assert await told(listening) == []


async def test_an_account_without_an_endpoint_for_it_costs_no_row(dewi: Account) -> None:
    await endpoint_of(dewi, NOWHERE, "page.published")
    link = await world.shorten(dewi)
    with queries() as sent:
        await link.pause()
    assert sum("webhook" in statement for statement in sent) == 1, sent
    assert not await WebhookDelivery.all().exists()
    assert not await Job.filter(kind="webhooks.deliver").exists()
