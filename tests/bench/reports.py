"""`python -m tests.bench.reports [--visits 1000000] [--on sqlite postgres]`: what questions about visits
cost.

A world of a thousand links (`worlds.py`) in this process, without a server or pages: medians of the processor time of
this process and of the database, and of the time that a question took. Then batches of visits are taken in.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.kernel import clock, db
from app.visits.reports.query import Filter, Interval, Period, Question, Scope
from app.visits.reports.report import build_report, daily_visits_by_link
from app.visits.reports.visit_list import visits
from app.visits.sealed import seal
from app.visits.visit import key_in_visits
from tests.bench.harness import CpuClock, Samples, database_processes, markdown_table, memory
from tests.bench.worlds import ZONE, World, build_world
from tests.databases import TEMPLATES
from tests.visits import truth

LINKS, OTHERS, BATCH = 1_000, 1_000, 5_000
COUNTRY = (Filter("country", ("ID",)),)


class Bench:
    """The figures of one world, in the order in which they were measured."""

    def __init__(self, world: World, rounds: int, clock: CpuClock) -> None:
        self.world, self.rounds, self.clock = world, rounds, clock
        self.figures = dict[str, Samples]()
        self.days_back = count(1)  # a report of a period that was asked for before may come from a cache

    async def measure(self, name: str, work: Callable[[], Awaitable[object]], per: int = 1) -> None:
        """Measures some work a few times; `per` is the number of things that it does."""
        samples = self.figures.setdefault(name, Samples())
        for _ in range(self.rounds):
            began, start = self.clock.seconds(), time.perf_counter()
            await work()
            samples.waited.append((time.perf_counter() - start) * 1000 / per)
            samples.worked.append((self.clock.seconds() - began) * 1000 / per)

    def period(self, days: int) -> Period:
        """Returns a period of whole days that was not asked for yet; of one day, today."""
        now = datetime.fromtimestamp(clock.now().timestamp(), ZoneInfo(ZONE))
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        back = next(self.days_back) % 30 if days > 1 else -1
        start, end = (midnight - timedelta(days=back + length) for length in (days, 0))
        return Period(start, end, ZONE, Interval.DAY)


async def seal_all(bench: Bench) -> None:
    """Measures how the product seals the days that are over."""
    rounds, bench.rounds = bench.rounds, 1
    await bench.measure("a thousand visits sealed", seal.seal_days, bench.world.plan.visits // 1_000)
    bench.rounds = rounds


async def ask(bench: Bench) -> None:
    """Measures the questions that pages ask."""
    sari, keys = (
        key_in_visits(bench.world.account_id(1)),
        [key_in_visits(bench.world.link_id(n)) for n in range(1, LINKS + 1)],
    )
    for who, scope in (
        ("everything", Scope(sari)),
        ("hottest link", Scope(sari, (keys[0],))),
        ("coldest link", Scope(sari, (keys[-1],))),
        ("tag of 100 links", Scope(sari, tuple(keys[:100]))),
        ("tag of 1,000 links", Scope(sari, tuple(keys))),
    ):
        for span, days in (("a year", 365), ("30 days", 30), ("today", 1)):
            for which, filters in (("", ()), (", one country", COUNTRY)):
                await bench.measure(
                    f"{who}, {span}{which}",
                    lambda scope=scope, days=days, filters=filters: build_report(  # type: ignore[misc]
                        Question(scope, bench.period(days), filters)
                    ),
                )
    await bench.measure("sparklines of 30 links", lambda: daily_visits_by_link(sari, keys[:30], ZONE))
    await bench.measure("100 visits of everything", lambda: visits(Question(Scope(sari), bench.period(365))))
    few = Scope(sari, (keys[0],))
    await bench.measure("100 visits of one country", lambda: visits(Question(few, bench.period(365), COUNTRY)))


async def take_in(bench: Bench) -> None:
    """Measures batches of visits that come now."""
    seed = count()

    async def batch() -> None:
        await truth.take_in(truth.crowd(BATCH, clock.now(), 0.001, seed=next(seed)))

    await bench.measure("a thousand visits taken in, of a batch of 5,000", batch, BATCH // 1_000)


async def measure(url: str, folder: Path, clock: CpuClock, options: argparse.Namespace) -> dict[str, Samples]:
    """Fills a world and measures it."""
    sizes = {"visits": options.visits, "links": LINKS, "others": OTHERS}
    world = await build_world(url, folder, sealed=False, **sizes)
    async with db.database_open(url):
        bench = Bench(world, options.rounds, clock)
        await seal_all(bench)
        await ask(bench)
        await take_in(bench)
    return bench.figures


def main() -> None:
    """Reads the options and measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=10**6)
    parser.add_argument("--on", nargs="+", choices=list(TEMPLATES), default=list(TEMPLATES))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for dialect in options.on:
        with tempfile.TemporaryDirectory() as place, closing(TEMPLATES[dialect](Path(place))) as template:
            EXECUTOR_CACHE.clear()
            url = asyncio.run(template.fresh(Path(place)))
            clock = CpuClock(os.getpid(), *database_processes(template))
            figures = asyncio.run(measure(url, Path(place), clock, options))
        print(f"\nms of CPU (ms until the answer); {memory(os.getpid()):.0f} MiB at the end\n")
        print(markdown_table(["", f"{dialect}, {options.visits:,} visits"], figures.items()), flush=True)


if __name__ == "__main__":
    main()
