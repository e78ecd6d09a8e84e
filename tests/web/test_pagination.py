"""Cursors are ours, or they are refused: whatever somebody makes by hand asks nothing odd of the database."""

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.web.pagination import InvalidCursor, fetch_page
from tests import world
from tests.odd_values import ODD, cursors


@pytest.mark.parametrize("by", ["created_at", "last_followed_at", "followed"])
async def test_any_cursor_begins_a_page_or_is_refused(sari: Account, by: str) -> None:
    await world.shorten(sari)
    pages = refused = 0
    for cursor in (*cursors(), *ODD):
        try:
            await fetch_page(Link.owned_by(sari), by=by, cursor=cursor, size=1)
            pages += 1
        except InvalidCursor:
            refused += 1
    assert 1 < pages < refused


async def test_pages_follow_each_other_without_a_gap(sari: Account) -> None:
    links = [await world.shorten(sari) for _ in range(5)]
    for by in ("created_at", "last_followed_at", "followed"):
        seen: list[object] = []
        cursor = None
        for _ in range(3):
            page = await fetch_page(Link.owned_by(sari), by=by, cursor=cursor, size=2)
            seen, cursor = [*seen, *(link.id for link in page.rows)], page.next
        assert cursor is None
        assert len(seen) == len(links)
        assert set(seen) == {link.id for link in links}
