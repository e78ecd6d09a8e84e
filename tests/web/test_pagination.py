"""Cursors are ours, or they are refused: whatever somebody makes by hand asks nothing odd of the database."""

import json
from datetime import timedelta
from itertools import product

import pytest
from tortoise.expressions import Q

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.web.pagination import InvalidCursor, fetch_page
from tests import world
from tests.odd_values import ODD, cursors, encoded


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


async def test_rows_that_the_column_does_not_tell_apart_are_each_on_one_page(sari: Account) -> None:
    await Account.filter(id=sari.id).update(links_limit=50)
    await sari.refresh_from_db()
    made, now = [await world.shorten(sari) for _ in range(12)], clock.now()
    for number, link in enumerate(made):
        followed_at = now - timedelta(hours=number // 4) if number < 8 else None
        await Link.filter(id=link.id).update(created_at=now, followed=number // 6, last_followed_at=followed_at)
    links = {link.id: link for link in await Link.owned_by(sari)}
    for by, rows_by_id in product(("created_at", "last_followed_at", "followed"), (None, Link.all())):
        seen: list[Link] = []
        cursor: str | None = ""
        while cursor is not None:
            page = await fetch_page(Link.owned_by(sari), by=by, cursor=cursor, size=3, rows_by_id=rows_by_id)
            seen, cursor = [*seen, *page.rows], page.next
        order = [(getattr(link, by) is not None, getattr(link, by) or 0, str(link.id)) for link in seen]
        assert order == sorted(order, reverse=True), by
        assert {link.id for link in seen} == links.keys()


async def test_one_group_of_rows_comes_before_another_on_every_page(sari: Account) -> None:
    made = [await world.shorten(sari) for _ in range(5)]
    for link in made[2:4]:
        await link.archive()
    groups, seen = (Q(archived_at=None), Q(archived_at__isnull=False)), list[bool]()
    cursor: str | None = ""
    while cursor is not None:
        page = await fetch_page(Link.owned_by(sari), by="created_at", cursor=cursor, size=1, groups=groups)
        seen, cursor = [*seen, *(link.archived_at is not None for link in page.rows)], page.next
    assert seen == [False, False, False, True, True]


async def test_a_cursor_of_a_group_that_an_order_does_not_have_is_refused(sari: Account) -> None:
    await world.shorten(sari)
    groups: tuple[object, ...] = (1, -1, True, "0", None, [], 2**70)
    for group in groups:
        cursor = encoded(json.dumps(["created_at", "2026-11-28T10:00:00Z", str(sari.id), group]).encode())
        with pytest.raises(InvalidCursor):
            await fetch_page(Link.owned_by(sari), by="created_at", cursor=cursor, size=1)
