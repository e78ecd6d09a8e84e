"""Rows that are older than the text in which searches look get it, a few at a time."""

import pytest

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.kernel import db
from app.links import search_column
from app.links.link_search import Search
from app.links.models import Link
from app.ops import search_backfill
from app.pages.content import Content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from tests import world

TABLES = ("links", "qr_codes", "pages", "subscribers")


async def texts() -> dict[str, list[str]]:
    return {
        table: [row["search"] for row in await db.query_rows(f"SELECT search FROM {table} ORDER BY id", [])]  # noqa: S608
        for table in TABLES
    }


async def test_rows_that_were_there_before_get_the_text_they_would_have(
    budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_backfill, "AT_ONCE", 2)
    monkeypatch.setattr(search_backfill, "PAUSE", 0)
    for number in range(5):
        await Link.shorten(budi, url="https://bücher.example/é", slug=f"link-{number}", title="Étoile", tags=["Batik"])
    page = await Page.make(budi, "budi", Content(name="Rumah Éclair", bio="Kopi"))
    await QrCode.create_for_link(budi, await Link.get(short_code="link-1"), "Meja É", Look(Design()))
    await Subscriber.create(
        id=page.id,
        account_id=budi.id,
        page_id=page.id,
        email="rani@bücher.example",
        consent="x",
        language="id",
        token_digest="x",
        created_at=page.created_at,
    )
    before = await texts()
    for table in TABLES:
        await db.query_rows(f"UPDATE {table} SET search = NULL", [])  # noqa: S608
    assert await Search(q="etoile").matches(budi).count() == 0
    assert await search_backfill.fill_search_columns() == 8
    assert await texts() == before
    assert await search_backfill.fill_search_columns() == 0
    assert await Search(q="etoile batik link-4").matches(budi).count() == 1


async def test_a_text_that_is_written_meanwhile_stays(budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    await Link.filter(id=link.id).update(search="newer")
    await search_column.refresh_search_texts([link.id], missing_only=True)
    assert (await Link.get(id=link.id)).search == "newer"


async def test_links_of_pages_are_searched_by_nobody_and_filled_by_nobody(budi: Account) -> None:
    link = await world.shorten(budi, "promo")
    page = await Page.make(budi, "budi", Content(name="Budi"))
    await Link.filter(id=link.id).update(search=None, page_id=page.id, page_block="x")
    assert await search_backfill.fill_search_columns() == 0
