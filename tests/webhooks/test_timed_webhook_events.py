"""Visits are reported in batches: counts only, at most one a minute, up to 1,000 links in each."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.links.click_counters import LinkVisitCounter
from app.links.models import Link
from app.visits.recording.counter_columns import visits_of_people
from app.visits.visit import JournalEntry, Kind, Visit, Who
from app.webhooks.delivery import WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.visit_counts import LINKS_PER_BATCH, UnsentVisits
from tests import world
from tests.client import Browser, taken_in
from tests.conftest import Clock
from tests.webhooks.receiver import endpoint_of, run_kind

NOWHERE = "https://shop.example/hooks"
pytestmark = pytest.mark.usefixtures("database")


async def visit(account: Account, link: Link, kind: Kind = Kind.CLICK, who: Who = Who.HUMAN) -> None:
    at = int(clock.now().timestamp() * 1000)
    entry = JournalEntry(at, str(link.id), str(account.id), kind, 0, 1, "ID", "", "", "", "", [])
    values = dict.fromkeys(Visit._fields, "") | {
        "id": 1,
        "link": 1,
        "account": 1,
        "kind": kind,
        "who": who,
        "visitor": 1,
    }
    counter = LinkVisitCounter()
    counter.add(visits_of_people([Visit(**values)], [entry]))  # type: ignore[arg-type]
    async with transaction():
        await counter.save()


async def batches() -> list[dict[str, Any]]:
    await run_kind("links.visit_batches")
    rows = await WebhookDelivery.filter(event_type="visit.batch").order_by("id")
    return [json.loads(row.body)["data"] for row in rows]


async def test_clicks_and_scans_of_people_are_summed_by_link(dewi: Account) -> None:
    await endpoint_of(dewi, NOWHERE, "visit.batch")
    first, second = await world.shorten(dewi, "satu"), await world.shorten(dewi, "dua")
    for kind in (Kind.CLICK, Kind.CLICK, Kind.SCAN):
        await visit(dewi, first, kind)
    await visit(dewi, second)
    await visit(dewi, second, who=Who.BOT)
    (batch,) = await batches()
    assert batch["links"] == [
        {"id": str(first.id), "short_code": "satu", "clicks": 2, "scans": 1},
        {"id": str(second.id), "short_code": "dua", "clicks": 1, "scans": 0},
    ]
    assert batch["since"] <= batch["until"]
    assert not await UnsentVisits.all().exists()


async def test_a_visit_that_a_server_answers_is_reported(app: Quart, dewi: Account, visitor: Browser) -> None:
    await endpoint_of(dewi, NOWHERE, "visit.batch")
    await world.shorten(dewi, "promo")
    await visitor.get("/promo", headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"})
    await taken_in(app)
    assert [link["clicks"] for batch in await batches() for link in batch["links"]] == [1]


async def test_there_is_at_most_one_a_minute(dewi: Account, moved: Clock) -> None:
    await endpoint_of(dewi, NOWHERE, "visit.batch")
    link = await world.shorten(dewi)
    await visit(dewi, link)
    assert len(await batches()) == 1
    await visit(dewi, link)
    moved.on(timedelta(seconds=59))
    assert len(await batches()) == 1
    moved.on(timedelta(seconds=1))
    assert len(await batches()) == 2
    moved.on(timedelta(minutes=1))
    assert len(await batches()) == 2, "without visits there is none"


async def test_a_batch_has_a_thousand_links_and_the_rest_comes_with_the_next(dewi: Account, moved: Clock) -> None:
    await endpoint_of(dewi, NOWHERE, "visit.batch")
    now, count = clock.now(), LINKS_PER_BATCH + 5
    links = [
        Link(id=uuid4(), account_id=dewi.id, short_code=f"x{n}", destination_url="https://example.com", created_at=now,
             updated_at=now)
        for n in range(count)
    ]  # fmt: skip
    await Link.bulk_create(links, batch_size=50)
    rows = [UnsentVisits(account_id=dewi.id, link_id=link.id, clicks=1, since=now) for link in links]
    await UnsentVisits.bulk_create(rows, batch_size=100)
    assert [len(batch["links"]) for batch in await batches()] == [LINKS_PER_BATCH]
    moved.on(timedelta(minutes=1))
    assert [len(batch["links"]) for batch in await batches()] == [LINKS_PER_BATCH, 5]


async def test_all_endpoints_of_an_account_get_the_same_batch(dewi: Account) -> None:
    for _ in range(2):
        await endpoint_of(dewi, NOWHERE, "visit.batch")
    await visit(dewi, await world.shorten(dewi))
    await run_kind("links.visit_batches")
    rows = await WebhookDelivery.all()
    assert len(rows) == 2
    assert len({(row.event_id, row.body) for row in rows}) == 1


async def test_nobody_who_does_not_want_them_has_rows(dewi: Account, sari: Account) -> None:
    endpoint = await endpoint_of(dewi, NOWHERE, "visit.batch")
    await endpoint_of(sari, NOWHERE, "link.created")
    await visit(sari, await world.shorten(sari))
    assert not await UnsentVisits.all().exists()
    await visit(dewi, await world.shorten(dewi))
    await WebhookEndpoint.filter(id=endpoint.id).update(off_at=clock.now())
    assert await batches() == []
    assert not await UnsentVisits.all().exists(), "nor who no longer wants them"


async def test_the_links_of_a_page_are_left_out(dewi: Account) -> None:
    await endpoint_of(dewi, NOWHERE, "visit.batch")
    await UnsentVisits.create(account_id=dewi.id, link_id=uuid4(), clicks=1, since=clock.now())
    assert await batches() == []
