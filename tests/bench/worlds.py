"""Worlds for the benches: an installation with as many links and visits as somebody wants, in seconds to minutes.

Sari owns `links` links, three bio pages, tags and QR codes, and has nine visits in ten; Budi and more accounts own the
`others`, LINKS_PER_ACCOUNT each. Everybody signs in with the password of `tests.world`. The database makes its rows
itself (`world_rows.py`), DuckDB the visits (`world_visits.py`); the counters of links, codes and pages are those of the
visits. What is true of a world is asked of `World.query`, which counts what was made and not what was stored.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from tortoise import Tortoise

from app.kernel import clock, db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.links.click_counters import LINK_COUNTERS
from app.pages.models import Page
from app.pages.view_counters import PAGES
from app.qr.scan_counters import CODE_COUNTERS
from app.visits import localtime
from app.visits.localtime import DAY
from app.visits.recording.counter_columns import Counters, Entry, Sums, add_to
from app.visits.sealed import manifest, seal
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import CONTENTS, VISITS, SealedFile
from app.visits.visit import Visit, key_in_visits
from tests.bench import world_rows, world_visits
from tests.bench.world_visits import VisitPlan

ZONE, COLUMNS = "Asia/Jakarta", ", ".join(Visit._fields)
BATCH = 20_000  # rows in one statement


@dataclass(frozen=True, slots=True)
class World:
    """A filled installation. Links have numbers from 1 on: Sari's, then those of the others, hot ones first in both.

    `tag` is the id of the tag of Sari's first TAGGED links.
    """

    plan: VisitPlan
    tag: int

    def link_id(self, number: int) -> UUID:
        """Returns the id of a link."""
        return world_rows.uuid_of(world_visits.link_key(number))

    def account_id(self, number: int) -> UUID:
        """Returns the id of an account: 1 is Sari, 2 is Budi."""
        return world_rows.uuid_of(world_visits.account_key(number))

    def name(self, number: int) -> str:
        """Returns the name of a link."""
        return world_rows.link_name(number)

    def visits(self) -> list[Visit]:
        """Returns every visit; for small worlds."""
        return [Visit(*row) for row in self.query(f"SELECT {COLUMNS} FROM visits")]  # noqa: S608 - names of columns

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Returns the rows of a SELECT over `visits`, which has the columns of Visit and the `number` of the link."""
        with tempfile.TemporaryDirectory() as folder, world_visits.duckdb_open(Path(folder)) as connection:
            return connection.execute(f"WITH visits AS ({world_visits.rows_sql(self.plan)}) {sql}").fetchall()


async def build_world(database_url: str, data_dir: Path, *, sealed: bool = True, **sizes: int) -> World:
    """Fills the migrated, empty database of a URL, as an installation of this process; see `fill_world`."""
    installation.use(Installation(Config(data_dir=data_dir, database_url=database_url)))
    async with db.database_open(database_url):
        return await fill_world(sealed=sealed, **sizes)


async def fill_world(
    *, visits: int = 10**6, links: int = 10**3, others: int = 10**6, seed: int = 1, sealed: bool = True
) -> World:
    """Fills the open, empty database: Sari's `links`, `others` of more accounts, and `visits` of the last 400 days.

    With `sealed`, the UTC days that are over go into sealed files of the installation; otherwise all visits are open
    rows, which `kliqs serve` seals at its next hour.
    """
    await _hurry()
    plan = VisitPlan(visits, links, others, localtime.to_milliseconds(clock.now()), (), seed)
    await world_rows.fill_accounts(plan)
    plan = replace(plan, pages=await world_rows.fill_pages())
    tags = await world_rows.fill_tags()
    await world_rows.fill_links(plan, tags)
    world = World(plan, tags[0])
    if sealed:
        await _write_files(plan)
    await _insert_visits(plan, plan.until // DAY * DAY if sealed else plan.start)
    await _count_visits(world)
    for store in {db.MAIN, db.visits_connection()}:
        await db.query_rows("ANALYZE", [], on=store)
    return world


async def _hurry() -> None:
    """Lets SQLite fill its files without syncing, and with memory for the indexes that grow everywhere at once."""
    if world_rows.current_dialect() == "sqlite":
        for store in (db.MAIN, db.VISITS):
            for pragma in ("synchronous = OFF", "cache_size = -400000"):
                await db.query_rows(f"PRAGMA {pragma}", [], on=store)


async def _insert_visits(plan: VisitPlan, start: int) -> None:
    """Inserts the visits from a time on into the table, in the order of time."""
    select = f"SELECT {COLUMNS} FROM ({world_visits.period_sql(plan, start, plan.until + 1)})"  # noqa: S608
    with tempfile.TemporaryDirectory() as folder, world_visits.duckdb_open(Path(folder)) as connection:
        result = connection.execute(select)
        while rows := result.fetchmany(BATCH):
            await _insert_rows(rows)


async def _insert_rows(rows: list[tuple[Any, ...]]) -> None:
    """Inserts visits, as fast as the database takes them."""
    if world_rows.current_dialect() == "sqlite":
        places = ", ".join("?" * len(Visit._fields))
        async with db.transaction(db.VISITS) as client:
            await client.execute_many(f"INSERT INTO visits ({COLUMNS}) VALUES ({places})", [list(row) for row in rows])  # noqa: S608
        return
    async with Tortoise.get_connection(db.MAIN).acquire_connection() as connection:
        await connection.copy_records_to_table("visits", records=rows, columns=Visit._fields)


async def _write_files(plan: VisitPlan) -> None:
    """Writes the days that are over straight into sealed files, and enters these in the manifest."""
    with tempfile.TemporaryDirectory() as folder, world_visits.duckdb_open(Path(folder)) as connection:
        for days in world_visits.written_days(connection, plan):
            with seal.workspace() as (_, part):
                state = await manifest.load_manifest()
                written = world_visits.write_days(connection, part, days)
                first = date.fromordinal(days.start).isoformat()
                name = new_name(CONTENTS[VISITS], first[:7] if len(days) > 1 else first)
                file = SealedFile(name, VISITS, days.start, days.stop, written, state.last_edit)
                await seal.replace_files(state, {part: file} if written else {}, (), None)


async def _count_visits(world: World) -> None:
    """Sets the counters of links, codes and pages to what people did."""
    links = world.query("""SELECT number, count(*), count(*) FILTER (kind = 1), max(id >> 21) FROM visits
        WHERE who = 0 AND number > 0 GROUP BY number""")
    await _add(LINK_COUNTERS, (((str(world.link_id(n)),), (count, scans), at) for n, count, scans, at in links))
    codes = world.query("""SELECT placement, number, count(*), max(id >> 21) FROM visits
        WHERE who = 0 AND placement <> '' GROUP BY placement, number""")
    await _add(CODE_COUNTERS, (((mark, str(world.link_id(n))), (scans,), at) for mark, n, scans, at in codes))
    ids = {key_in_visits(page.id): str(page.id) for page in await Page.all()}
    pages = world.query("SELECT link, count(*), max(id >> 21) FROM visits WHERE who = 0 AND number = 0 GROUP BY link")
    await _add(PAGES, (((ids[key],), (views,), at) for key, views, at in pages))


async def _add(counters: Counters, entries: Iterable[Entry]) -> None:
    """Adds to counters, some rows at a time."""
    rest = iter(entries)
    while some := list(islice(rest, BATCH)):
        sums: Sums = {}
        add_to(sums, some)
        async with db.transaction():
            await counters.add(sums)
