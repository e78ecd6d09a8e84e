"""Names kept in the process on PostgreSQL: nothing leads on that was stopped, whatever happens in which order."""

import asyncio
from collections.abc import AsyncGenerator
from types import SimpleNamespace
from typing import Any

import asyncpg
import pytest

from app.accounts.models import Account
from app.kernel import db
from app.links import name_cache
from app.links.models import Link
from app.links.name_cache import PostgresLookup
from app.links.resolution import SQL, UNKNOWN_NAME, Resolution, Target
from app.pages.first_content import new_page_content
from app.pages.models import Page
from tests import world
from tests.waiting import eventually
from tests.world import name_key


@pytest.fixture
async def lookup(database: str, dialect: str, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[PostgresLookup]:
    if dialect != "postgres":
        pytest.skip("SQLite is asked itself")
    monkeypatch.setattr("app.links.name_cache.CHECK_INTERVAL", 0.01)
    lookup = await PostgresLookup.open(database)
    yield lookup
    await lookup.close()


async def paused(link: Link, lookup: PostgresLookup) -> None:
    """Pauses a link and returns when the look-up was told."""
    await link.pause()
    await lookup.wait_until_current()


async def test_an_answer_older_than_a_change_is_not_kept_whoever_asks_meanwhile(
    lookup: PostgresLookup, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    rows, read, gates = db.query_rows, [asyncio.Event(), asyncio.Event()], [asyncio.Event(), asyncio.Event()]
    reads = iter(zip(read, gates, strict=True))

    async def slow(sql: str, values: list[Any], on: str = db.MAIN) -> list[dict[str, Any]]:
        if sql != SQL:  # a statement of the pause
            return await rows(sql, values, on)
        (answered, gate), answer = next(reads), await rows(sql, values, on)
        answered.set()
        await gate.wait()
        return answer

    with monkeypatch.context() as line:
        line.setattr(db, "query_rows", slow)
        before = asyncio.create_task(lookup.find(name_key("promo")))
        await read[0].wait()
        await paused(link, lookup)
        after = asyncio.create_task(lookup.find(name_key("promo")))
        await read[1].wait()
        gates[0].set()
        await before
        kept = lookup.get_nowait(name_key("promo"))
        gates[1].set()
        await after
    assert kept is None
    resolution = lookup.get_nowait(name_key("promo"))
    assert resolution and resolution.target and resolution.target.paused_at


async def test_many_who_wait_for_changes_do_not_cut_the_line(lookup: PostgresLookup, sari: Account) -> None:
    ear = lookup._listener
    for _ in range(20):
        await asyncio.gather(*(lookup.wait_until_current() for _ in range(20)))
    assert lookup._listener is ear
    assert not lookup.down


async def test_who_waits_for_changes_while_the_line_is_cut_is_not_told_of_a_fault(
    lookup: PostgresLookup, sari: Account
) -> None:
    for _ in range(20):
        await eventually(lambda: lookup._listener is not None)
        waiting = [asyncio.create_task(lookup.wait_until_current()) for _ in range(5)]
        await asyncio.sleep(0)  # the first has sent its statement
        await lookup._stop_listening()
        await asyncio.gather(*waiting)


async def test_while_nobody_can_listen_but_the_database_answers_it_is_asked(
    lookup: PostgresLookup, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    await lookup.wait_until_current()
    await lookup.find(name_key("promo"))
    assert lookup.get_nowait(name_key("promo"))

    async def full(_: object) -> None:
        raise asyncpg.TooManyConnectionsError("sorry, too many clients already")

    monkeypatch.setattr(name_cache, "connect", full)
    assert lookup._listener
    await db.query_rows("SELECT pg_terminate_backend($1)", [lookup._listener.get_server_pid()])
    await eventually(lambda: lookup._listener is None)
    await link.pause()
    await asyncio.sleep(0.1)
    resolution = lookup.get_nowait(name_key("promo")) or await lookup.find(name_key("promo"))
    assert resolution.target and resolution.target.paused_at


async def test_a_line_that_died_without_a_sign_is_believed_for_no_longer_than_a_second(
    lookup: PostgresLookup, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, key = await world.shorten(sari, "promo"), name_key("promo")
    assert lookup._listener and lookup._listener_task
    lookup._listener_task.cancel()
    await lookup.wait_until_current()
    await lookup.find(key)
    await lookup._listener.remove_listener(name_cache.CHANNEL, lookup._invalidate)
    await link.pause()
    for age, known in {0.99: True, 1.0: False}.items():
        moment = lookup._heard_at + age
        monkeypatch.setattr(name_cache, "time", SimpleNamespace(monotonic=lambda moment=moment: moment))
        assert bool(lookup.get_nowait(key)) is known
    resolution = await lookup.find(key)
    assert resolution.target and resolution.target.paused_at


async def test_what_leads_nowhere_any_more_is_not_remembered_as_leading(
    lookup: PostgresLookup, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari, "promo")
    await link.delete()
    await lookup.wait_until_current()
    lookup._store(name_key("promo"), Resolution(Target.of(link), True))  # as where nobody was told
    monkeypatch.setattr("app.links.name_cache.MAX_AGE", 0.0)
    await lookup.find(name_key("promo"))
    lookup.down = True
    resolution = lookup.get_nowait(name_key("promo"))
    assert resolution
    assert resolution.target is None


async def test_a_storm_of_wrong_names_pushes_out_neither_a_link_nor_a_bio_page(
    lookup: PostgresLookup, sari: Account
) -> None:
    await world.shorten(sari, "promo")
    await Page.make(sari, "sari", new_page_content("Sari", "id"))
    await lookup.wait_until_current()
    await asyncio.gather(lookup.find(name_key("promo")), lookup.find(name_key("sari")))
    lookup.unknown.most_entries = 20
    for number in range(40):
        lookup._store(name_key(f"wrong-{number}"), UNKNOWN_NAME)
    link, page = lookup.get_nowait(name_key("promo")), lookup.get_nowait(name_key("sari"))
    assert link and link.target
    assert page and page.page
    assert len(lookup.unknown) == 20


async def test_known_names_are_bounded_by_what_their_links_take(lookup: PostgresLookup, sari: Account) -> None:
    lookup.known.most_bytes = 100_000
    link = Target.of(await world.shorten(sari, "promo"))
    for number in range(100):
        large = link._replace(rules="x" * 20_000, destination_url=f"https://example.com/{number}")
        lookup._store(name_key(f"large-{number}"), Resolution(large, True))
    assert 3 <= len(lookup.known) <= 5
    assert lookup.get_nowait(name_key("large-99"))


async def test_a_bio_page_that_was_looked_up_is_known_while_the_database_is_away(
    lookup: PostgresLookup, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Page.make(sari, "sari", new_page_content("Sari", "id"))
    await lookup.wait_until_current()
    await lookup.find(name_key("sari"))

    async def away(sql: str, values: list[Any], on: str = db.MAIN) -> list[dict[str, Any]]:
        raise ConnectionRefusedError

    monkeypatch.setattr(db, "query_rows", away)
    monkeypatch.setattr("app.links.name_cache.MAX_AGE", 0.0)
    resolution = await lookup.find(name_key("sari"))
    assert resolution.page and lookup.down
    with pytest.raises(ConnectionRefusedError):
        await lookup.find(name_key("nobody"))
