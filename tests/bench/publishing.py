"""`python -m tests.bench.publishing [--posts 1000] [--processes 2] [--postgres]`: how fast and how punctual posts are.

Real servers publish to a network on this machine, first as many posts as possible that are all due at once, then
RATE posts a second, each due at a moment of its own. Both are measured at the network: when it got each post.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from app.accounts.models import Account
from app.kernel import clock, db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.bench.harness import markdown_table
from tests.databases import PostgresTemplate, SqliteTemplate, Template
from tests.networks.flaky import FlakyServer
from tests.networks.stand_in import served
from tests.publishing.delivery import deaths
from tests.publishing.delivery.test_server_deaths import plan_many
from tests.world import SECRET

RATE, LEAD = 20, 3.0  # posts a second, seconds before the first is due
GIVE_UP = 300.0  # seconds


class TimedServer(FlakyServer):
    """The network; `times_of` is when it got each post, by its key."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: dict[str, datetime] = {}

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        before = len(self.posts)
        response = super().answer(request, body)
        if len(self.posts) > before:
            self.arrived[self.posts[-1]["key"]] = clock.now()
        return response


@contextmanager
def workers(url: str, data: Path, origin: str, number: int) -> Iterator[None]:
    """Processes that publish while the block runs."""
    deaths.prepare(data, origin, looks=True)
    children = [deaths.fork(url) for _ in range(number)]
    try:
        yield
    finally:
        for child in children:
            deaths.kill(child)


async def at_once(url: str, posts: int) -> None:
    """Plans posts that are all due now."""
    async with db.database_open(url):
        await plan_many(await world.sari(), posts)


async def one_by_one(url: str, posts: int) -> dict[str, datetime]:
    """Plans posts that are due one after the other; returns when, by their keys."""
    async with db.database_open(url):
        begin = clock.now() + timedelta(seconds=LEAD)
        account = await Account.get(name="Sari")
        before = {id async for id in PostVariant.all().values_list("id", flat=True)}
        await plan_many(account, posts, due=lambda number: begin + timedelta(seconds=number / RATE))
        new = await PostVariant.exclude(id__in=list(before)).values_list("id", "due_at")
        return {str(id): due for id, due in new}


def wait_for(server: TimedServer, number: int) -> None:
    """Waits until the network has as many posts. Raises: TimeoutError."""
    until = time.monotonic() + GIVE_UP
    while len(server.posts) < number:
        if time.monotonic() > until:
            raise TimeoutError(f"{len(server.posts)} of {number} posts after {GIVE_UP} s")
        time.sleep(0.05)


def measure(template: Template, folder: Path, posts: int, processes: int) -> list[tuple[str, str]]:
    """Returns the rate of posts that are due at once, and how late each of the others is."""
    url, data = asyncio.run(template.fresh(folder)), folder / "data"
    installation.use(Installation(Config(hosts="https://kliqs.test", secret_key=SECRET, data_dir=data)))
    with served(TimedServer()) as server:
        asyncio.run(at_once(url, posts))
        began = clock.now()
        with workers(url, data, server.origin, processes):
            wait_for(server, posts)
            first, last = min(server.arrived.values()), max(server.arrived.values())
            dues = asyncio.run(one_by_one(url, posts))
            wait_for(server, 2 * posts)
        late = sorted((server.arrived[key] - due).total_seconds() for key, due in dues.items())
    rate = posts / max((last - first).total_seconds(), 0.001)
    return [
        (f"{posts:,} posts at once, a second", f"{rate:.0f}"),
        ("from the start of the processes to the last", f"{(last - began).total_seconds():.1f} s"),
        (f"late at {RATE} a second, the median", f"{late[len(late) // 2]:.2f} s"),
        ("95 % are not later than", f"{late[int(len(late) * 0.95)]:.2f} s"),
        ("the latest", f"{late[-1]:.2f} s"),
        ("twice at the network", str(sum(times > 1 for times in server.times.values()))),
    ]


def main() -> None:
    """Runs the bench and prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--posts", type=int, default=1_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--postgres", action="store_true")
    options: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template: Template = (PostgresTemplate if options.postgres else SqliteTemplate)(Path(folder))
        try:
            rows = measure(template, Path(folder), options.posts, options.processes)
        finally:
            template.close()
        print(markdown_table(("what", "measured"), rows))


if __name__ == "__main__":
    main()
