"""`python -m tests.bench.growth [--sizes small middle large] [--on sqlite postgres]`: what stays flat as all grows.

10 links with 10⁴ visits, 10³ with 10⁶, 10⁵ with 10⁷, all of one account, among a million links of others
(`worlds.py`). A real server answers from each of these worlds, on one core with its database; a client on another core
asks one thing after the other, round by round through the worlds. A report over days that are over is asked for a
period that nobody has asked for before, and then again. First the totals of the API are compared with what is known of
the world.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.kernel import db
from app.visits import localtime
from app.visits.localtime import DAY
from app.visits.visit import Kind, first_id
from tests.bench.harness import (
    REFERRER,
    SERVER_CORE,
    Client,
    CpuClock,
    Reader,
    Samples,
    client_pinned,
    database_processes,
    markdown_table,
    memory,
    percentile,
    pin,
    short,
)
from tests.bench.worlds import World, build_world
from tests.databases import TEMPLATES, Template
from tests.serving import Server, environment, serving

SIZES = {"tiny": (10**3, 10), "small": (10**4, 10), "middle": (10**6, 10**3), "large": (10**7, 10**5)}
USUAL = ("small", "middle", "large")
WINDOW, EVERY = 5.0, 0.005  # seconds
REPORTS = 300  # more than a reader sees in a window
VISIT_TABLES = "app.visits.models"


@dataclass
class Column:
    """A world of the table, the server that shows it, and what was measured."""

    name: str
    world: World
    server: Server
    clock: CpuClock
    sari: Client
    budi: Client
    api: Client
    visitor: Client
    figures: dict[str, str | Samples]
    asked: int = 0

    def measure(self, name: str, work: Callable[[], object]) -> None:
        """Adds a sample to a figure."""
        samples = self.figures.setdefault(name, Samples())
        assert isinstance(samples, Samples)
        samples.measure(work, self.clock)

    def period(self, days: int) -> str:
        """Returns the query of a period of so many days that was not asked for yet."""
        self.asked += 1
        last = localtime.from_milliseconds(self.world.plan.until, "Asia/Jakarta").date() - timedelta(days=1)
        end = last - timedelta(days=self.asked % 30)
        start = end - timedelta(days=days - 1 + self.asked // 30)
        return f"period=custom&from={start}&to={end}"


def questions(column: Column) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that is measured once a round."""
    world, sari = column.world, column.sari
    analytics = "/dashboard/analytics"
    yield "links page", lambda: sari.get("/dashboard/links/")
    yield "links page, searched", lambda: sari.get("/dashboard/links/?q=katalog")
    yield "API list of 100 links", lambda: column.api.get("/api/v1/links?limit=100")
    yield "API link created", lambda: column.api.post_json("/api/v1/links", {"url": "https://example.com/new"}, 201)
    yield "QR codes page", lambda: sari.get("/dashboard/qr/")
    for name in ("30d", "12mo"):
        yield f"analytics, {name} until now", lambda name=name: sari.get(f"{analytics}/?period={name}")  # type: ignore[misc]
    for name, path, days in (
        ("analytics, 30 days", f"{analytics}/?", 30),
        ("analytics, a year", f"{analytics}/?", 365),
        ("one country, a year", f"{analytics}/?country=ID&", 365),
        ("tag of 1,000 links, a year", f"{analytics}/tags/{world.tag}?", 365),
        ("hottest link, a year", f"{analytics}/links/{world.link_id(1)}?", 365),
        ("coldest link, a year", f"{analytics}/links/{world.link_id(world.plan.links)}?", 365),
    ):
        url = path + column.period(days)
        yield name, lambda url=url: sari.get(url)  # type: ignore[misc]
        yield f"{name}, again", lambda url=url: sari.get(url)  # type: ignore[misc]


def check_totals(column: Column) -> None:
    """Compares what the API tells of all closed UTC days with what the world was made of. Raises: RuntimeError."""
    plan = column.world.plan
    first, last = (localtime.from_milliseconds(at, "UTC").date() for at in (plan.start, plan.until - DAY))
    answer = json.loads(column.api.get(f"/api/v1/statistics?tz=UTC&from={first}&to={last}"))
    end = (plan.until // DAY) * DAY
    counts = ", ".join(f"count(*) FILTER (kind = {int(kind)})" for kind in Kind)
    whose = f"who = 0 AND number <= {plan.links} AND id < {first_id(end)}"
    [known] = column.world.query(f"SELECT {counts} FROM visits WHERE {whose}")  # noqa: S608 - numbers
    totals = answer["data"]["totals"]
    if (totals["clicks"], totals["scans"], totals["views"]) != known:
        raise RuntimeError(f"{column.name}: the statistics are {totals}, the truth is {known}")


def window(column: Column, pages: Samples, redirects: Samples) -> None:
    """For some seconds Budi looks at his links, and a visitor follows links."""
    until, number = time.monotonic() + WINDOW, 0
    while time.monotonic() < until:
        if number % 40 == 0:
            pages.measure(lambda: column.budi.get("/dashboard/links/"))
        name = column.world.name(column.world.plan.links + 1 + number % min(column.world.plan.others, 1_000))
        redirects.measure(lambda name=name: column.visitor.get(f"/{name}", 302))  # type: ignore[misc]
        number += 1
        time.sleep(EVERY)


def beside_a_report(column: Column, rounds: int) -> None:
    """Measures what another account and a visitor wait while the largest report runs, as a multiple of what they wait
    without it; windows with and without take turns.
    """
    pages, redirects = (Samples(), Samples()), (Samples(), Samples())
    for _ in range(rounds):
        window(column, pages[0], redirects[0])
        unasked = [f"/dashboard/analytics/?country.not=US&{column.period(365)}" for _ in range(REPORTS)]
        reader = Reader(column.sari, unasked)
        window(column, pages[1], redirects[1])
        reader.end()
    waits = [statistics.median(samples.waited) for samples in pages]
    tails = [percentile(samples.waited, 0.99) for samples in redirects]
    for name, (alone, beside) in (
        ("another's links page beside a report", waits),
        ("redirect p99 beside a report", tails),
    ):
        column.figures[name] = f"{short(alone)} → {short(beside)} ms: × {beside / alone:.2f}"


async def bytes_of_visits(url: str, data_dir: Path) -> int:
    """Returns how many bytes the visits take: rows, indexes, totals and sealed files."""
    files = sum(file.stat().st_size for file in (data_dir / "visits").rglob("*.parquet"))
    if url.startswith("sqlite"):
        return files + db.visits_file(url.removeprefix("sqlite://")).stat().st_size
    async with db.database_open(url):
        models = Tortoise.apps["models"].values()
        tables = [model._meta.db_table for model in models if model.__module__ == VISIT_TABLES]
        sizes = " + ".join(f"pg_total_relation_size('{table}')" for table in tables)
        [row] = await db.query_rows(f"SELECT {sizes} AS bytes", [])
    return files + int(row["bytes"])


@contextmanager
def column_open(name: str, template: Template, place: Path, options: argparse.Namespace) -> Iterator[Column]:
    """Fills a world and serves it for the length of a block."""
    visits, links = SIZES[name]
    (folder := place / name).mkdir()
    EXECUTOR_CACHE.clear()
    url, began = asyncio.run(template.fresh(folder)), time.perf_counter()
    empty = asyncio.run(bytes_of_visits(url, folder))
    build = build_world(url, folder, visits=visits, links=links, others=options.others)
    world, heading = asyncio.run(build), f"{visits:,} visits, {links:,} links"
    print(f"{heading}: filled in {time.perf_counter() - began:.0f} s", flush=True)
    figures: dict[str, str | Samples] = {
        "bytes a visit": short((asyncio.run(bytes_of_visits(url, folder)) - empty) / visits)
    }
    with serving(environment(folder, "" if url.startswith("sqlite") else url)) as server:
        roots = [server.process.pid, *database_processes(template)]
        pin(SERVER_CORE, *roots)
        figures["CPU of a start, s"] = f"{CpuClock(server.process.pid).seconds():.2f}"
        figures["memory after the start, MiB"] = f"{memory(server.process.pid):.0f}"
        key = server.command("key", "create", "sari@example.com", "--name", "bench").strip().splitlines()[-1]
        sari, budi = (Client(server).sign_in(f"{who}@example.com") for who in ("sari", "budi"))
        api = Client(server, Authorization=f"Bearer {key}", Accept="application/json")
        visitor = Client(server, Referer=REFERRER)
        yield Column(heading, world, server, CpuClock(*roots), sari, budi, api, visitor, figures)
        server.stop()


def measure(dialect: str, options: argparse.Namespace) -> None:
    """Fills all worlds of a database, measures them in turns and prints the table."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        template = TEMPLATES[dialect](Path(place))
        stack.callback(template.close)
        columns = [stack.enter_context(column_open(size, template, Path(place), options)) for size in options.sizes]
        stack.enter_context(client_pinned())
        for column in columns:
            check_totals(column)
            for _, work in questions(column):  # what is loaded when it is first used
                work()
        for _ in range(options.rounds):
            for column in columns:
                for name, work in questions(column):
                    column.measure(name, work)
        for column in columns:
            beside_a_report(column, max(1, options.rounds // 2))
            column.figures["most memory, MiB"] = f"{memory(column.server.process.pid, 'VmHWM'):.0f}"
        print(f"\n{dialect}: ms of CPU, server and database (ms a client waits); medians of {options.rounds}\n")
        rows = ([name, *(column.figures[name] for column in columns)] for name in columns[0].figures)
        print(markdown_table(["", *(column.name for column in columns)], rows), flush=True)


def main() -> None:
    """Reads the options and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=list(SIZES), default=list(USUAL))
    parser.add_argument("--on", nargs="+", choices=list(TEMPLATES), default=list(TEMPLATES))
    parser.add_argument("--others", type=int, default=10**6, help="links of other accounts")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    for dialect in options.on:
        measure(dialect, options)


if __name__ == "__main__":
    main()
