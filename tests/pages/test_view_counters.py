"""Views of a page are counted with it: those of people, once each, and nobody else's."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from app.accounts.models import Account
from app.kernel import db
from app.pages.content import Content
from app.pages.models import Page
from app.pages.view_counters import PageVisitCounter
from app.qr.models import QrCode
from app.visits.recording.counter_columns import visits_of_people
from app.visits.recording.parse import parse_visit
from app.visits.visit import DetailLevel, JournalEntry, Kind, Purpose
from tests import world
from tests.client import FIREFOX

AT = 1_790_000_000_000


def view(page: Page, n: int = 0, **changes: Any) -> JournalEntry:
    seen = JournalEntry(
        AT + n,
        str(page.id),
        str(page.account_id),
        Kind.VIEW,
        Purpose.FOLLOW,
        0,
        "",
        "",
        FIREFOX,
        "",
        "",
        [],
        "",
        DetailLevel.TIME,
    )
    return seen._replace(**changes)


async def counted(*seen: JournalEntry) -> None:
    counter = PageVisitCounter()
    counter.add(visits_of_people([parse_visit(one, at + 1) for at, one in enumerate(seen)], seen))
    async with db.transaction():
        await counter.save()


async def test_people_are_counted_and_the_last_of_them_remembered(sari: Account, budi: Account) -> None:
    page, other = await Page.make(sari, "sari", Content("Sari")), await Page.make(budi, "budi", Content("Budi"))

    await counted(
        view(page),
        view(page, 5),
        view(page, 9, agent="curl/8"),
        view(page, 8, purpose=Purpose.CHECK),
        view(page, 7, kind=Kind.CLICK),
    )

    await page.refresh_from_db()
    await other.refresh_from_db()
    assert (page.views, page.last_viewed_at) == (2, datetime.fromtimestamp((AT + 5) / 1000, UTC))
    assert (other.views, other.last_viewed_at) == (0, None)
    await counted(view(page, 3))
    await page.refresh_from_db()
    assert (page.views, page.last_viewed_at) == (3, datetime.fromtimestamp((AT + 5) / 1000, UTC))


async def test_several_at_once_lose_none(sari: Account, budi: Account) -> None:
    pages = [await Page.make(sari, "sari", Content("Sari")), await Page.make(budi, "budi", Content("Budi"))]

    await asyncio.gather(*(counted(*(view(page) for page in order)) for order in [pages, pages[::-1]] * 5))

    assert [(await Page.get(id=page.id)).views for page in pages] == [10, 10]


async def test_clicks_of_links_are_counted_in_the_same_breath(sari: Account) -> None:
    page, link = await Page.make(sari, "sari", Content("Sari")), await world.shorten(sari, "promo")

    await counted(view(page), view(page, link=str(link.id), kind=Kind.CLICK))

    await link.refresh_from_db()
    assert link.clicks == 1


async def test_a_scan_of_a_pages_own_code_is_counted_with_the_code(sari: Account, budi: Account) -> None:
    page, other = await Page.make(sari, "sari", Content("Sari")), await Page.make(budi, "budi", Content("Budi"))
    now = datetime.fromtimestamp(AT / 1000, UTC)
    code = await QrCode.create(account_id=sari.id, page_id=page.id, mark="k3f9x", created_at=now, updated_at=now)

    await counted(view(page, placement="k3f9x"), view(other, placement="k3f9x"), view(page, placement="zzzzz"))

    await code.refresh_from_db()
    assert code.scans == 1
