"""`python -m tests.bench.lists [sqlite|postgres ...]`: CPU of the links page and the API with 10, 10³ and 10⁵ links.

Requests go to the application in this process, one after the other. A figure is ms of CPU a request: of this process
with all its threads (`time.process_time`), and after a plus that of PostgreSQL's processes for the same connections.
Each is the lowest of several rounds: others on the machine only add to it. A second account has half as many links.
"""

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, cast

import structlog
from quart import Quart
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app import create_app
from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests import world
from tests.client import Browser, browsers_of
from tests.databases import TEMPLATES
from tests.filled import Sizes, analyze, fill_account

LINKS, ROUNDS, TIMES, LIMIT = (10, 10**3, 10**5), 4, 10, 10**7
TICK = os.sysconf("SC_CLK_TCK")
PAGES = {
    "links page": "/dashboard/links/",
    "links page, most clicks": "/dashboard/links/?sort=clicks",
    "links page, last clicked": "/dashboard/links/?sort=recent",
    "links page, deleted": "/dashboard/links/?show=deleted",
    "links page, words": "/dashboard/links/?q=sepatu+77",
    "links page, words of no link": "/dashboard/links/?q=nothing-is-called-so",
    "links page, expired": "/dashboard/links/?show=expired",
    "links page, a tag": "/dashboard/links/?tag=promo",
    "QR codes page": "/dashboard/qr/",
    "API list of 20": "/api/v1/links?limit=20",
    "API list of 100": "/api/v1/links?limit=100",
}
Work = Callable[[], Awaitable[None]]


class Requests:
    """The requests of an account to the application."""

    def __init__(self, app: Quart, secret: str, key: str) -> None:
        self.browser = cast(Browser, app.test_client())
        self.browser.sign_in(secret)
        self.headers = {"Authorization": f"Bearer {key}"}

    def get(self, path: str) -> Work:
        async def work() -> None:
            response = await self.browser.get(path, headers=self.headers if path.startswith("/api/") else {})
            if response.status_code != 200:
                raise RuntimeError(f"{path}: {response.status_code}")
            await response.get_data()

        return work

    async def create(self) -> None:
        response = await self.browser.post("/api/v1/links", headers=self.headers, json={"url": world.DESTINATION})
        if response.status_code != 201:
            raise RuntimeError(f"create: {response.status_code}")


async def backend_seconds() -> float:
    """CPU seconds of PostgreSQL's processes that serve this database; 0 for SQLite."""
    if db.visits_connection() != db.MAIN:
        return 0.0
    sql = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    stats = [Path(f"/proc/{row['pid']}/stat").read_text() for row in await db.query_rows(sql, [])]
    return sum(sum(map(int, stat.rpartition(")")[2].split()[11:13])) for stat in stats) / TICK


async def cost(work: Work) -> str:
    """ms of CPU of one request, the lowest of the rounds."""
    for _ in range(3):
        await work()
    rounds = []
    for _ in range(ROUNDS):
        own, backend = time.process_time(), await backend_seconds()
        for _ in range(TIMES):
            await work()
        own = time.process_time() - own
        rounds.append((own * 1000 / TIMES, (await backend_seconds() - backend) * 1000 / TIMES))
    own, backend = min(rounds, key=sum)
    return f"{own:.1f}" + (f" + {backend:.1f}" if db.visits_connection() == db.MAIN else "")


async def measure(url: str, dialect: str, links: int, place: Path) -> dict[str, str]:
    """The cost of each request for an account with so many links, by name."""
    config = Config(
        data_dir=place,
        database_url=url,
        hosts="https://kliqs.test",
        secret_key=world.SECRET,
        burst_limit="1000000/minute",
    )
    config.prepare()
    installation.use(Installation(config))
    app = browsers_of(create_app(config))
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(db.database_open(url))
        await stack.enter_async_context(redirects_running(config, url, app.extensions["redirects"]))
        sari, budi = await world.sari(), await world.budi()
        await Account.all().update(links_limit=LIMIT, requests_limit=LIMIT)
        await asyncio.gather(sari.refresh_from_db(), budi.refresh_from_db())
        await fill_account(sari, dialect, Sizes(links), 0)
        await fill_account(budi, dialect, Sizes(max(links // 2, 10)), 1)
        await analyze()
        requests = Requests(app, await world.begin_session(sari, "Firefox"), await world.key_of(sari))
        costs = {name: await cost(requests.get(path)) for name, path in PAGES.items()}
        return costs | {"API create": await cost(requests.create)}


def column(dialect: str, links: int) -> dict[str, str]:
    """The figures for so many links."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "var"
        folder.mkdir()
        EXECUTOR_CACHE.clear()
        template: Any = TEMPLATES[dialect](Path(place))
        try:
            return asyncio.run(measure(asyncio.run(template.fresh(folder)), dialect, links, folder))
        finally:
            template.close()


def main() -> None:
    print(f"{'ms of CPU a request':<36}" + "".join(f"{links:>12,} links" for links in LINKS))
    for dialect in [word for word in sys.argv[1:] if word in TEMPLATES] or list(TEMPLATES):
        columns = [column(dialect, links) for links in LINKS]
        for name in columns[0]:
            print(f"{dialect + ': ' + name:<36}" + "".join(f"{figures[name]:>18}" for figures in columns), flush=True)


if __name__ == "__main__":
    main()
