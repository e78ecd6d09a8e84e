"""`python -m tests.bench.growth [small|middle|large ...] [sqlite|postgres ...]`: what stays flat as all grows.

10³ links with 10⁴ visits, 10⁵ with 10⁶, 10⁶ with 10⁷, made by SQL and owned by five accounts. Each time a real server
answers over a socket of its own, a single client asks one thing after the other: medians in ms as the client waits, the
server's own CPU time beside it, and its memory before and after. Figures of a shared machine: compare within one run.
"""

import asyncio
import http.client
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.models import Account
from app.kernel import clock, db, passwords
from app.visits import totals
from app.visits.visit import visit_key
from tests.bench import reports
from tests.bench.redirect import AGENT, cpu
from tests.databases import TEMPLATES
from tests.serving import Server, environment, serving

SIZES = {"small": (10**3, 10**4), "middle": (10**5, 10**6), "large": (10**6, 10**7)}
OWNER, PASSWORD, ACCOUNTS = "owner0@example.com", "correct horse battery", 5
ID = "'00000000-0000-4000-8000-' || {hex}"
HEX = {"sqlite": "printf('%012x', n)", "postgres": "lpad(to_hex(n), 12, '0')"}
LINKS = """INSERT INTO links (id, account_id, short_code, destination_url, title, description, notes, forward_query,
        redirect_status, via_api, tracked, admitted, followed, scans, blocked_why, created_at, updated_at, version)
    {series} SELECT {uuid}, CASE n % 5 {owners} END, 'go-' || n, 'https://example.com/' || n, 'Page ' || n, '', '',
        {true}, 302, {false}, {true}, 0, n % 1000, n % 100, '', {made}, {made}, 1 FROM series"""
NAMES = """INSERT INTO names (folded, shown, account_id, link_id)
    {series} SELECT 'go-' || n, 'go-' || n, CASE n % 5 {owners} END, {uuid} FROM series"""
SPELT = {
    "sqlite": {"true": "1", "false": "0", "made": "datetime('now', '-' || (n % 300) || ' days')"},
    "postgres": {"true": "TRUE", "false": "FALSE", "made": "now() - make_interval(days => CAST(n % 300 AS INT))"},
}


@dataclass(frozen=True, slots=True)
class World:
    """A filled installation: a link of its busiest account, and how many there are."""

    link: str
    links: int


async def fill(url: str, dialect: str, links: int, visits: int) -> World:
    """Five accounts with the links and visits; all days that are over are closed."""
    async with db.database_open(url):
        hashed, now = await passwords.hash_password(PASSWORD), clock.now()
        owners = [
            await Account.create(
                email=f"owner{n}@example.com",
                name="Owner",
                password_hash=hashed,
                age_confirmed_at=now,
                plan="business",
                language="en",
                created_at=now,
                links_limit=10**7,
                requests_limit=10**7,
            )
            for n in range(ACCOUNTS)
        ]
        spelt: dict[str, Any] = SPELT[dialect] | {
            "series": reports.SERIES[dialect],
            "uuid": ID.format(hex=HEX[dialect]),
            "owners": " ".join(f"WHEN {n} THEN '{owner.id}'" for n, owner in enumerate(owners)),
        }
        if dialect == "postgres":
            spelt["uuid"] = f"CAST({spelt['uuid']} AS UUID)"
            spelt["owners"] = " ".join(f"WHEN {n} THEN CAST('{owner.id}' AS UUID)" for n, owner in enumerate(owners))
        async with db.transaction():
            for statement in (LINKS, NAMES):
                await db.query_rows(statement.format(**spelt), [links])
        link = f"00000000-0000-4000-8000-{0:012x}"
        reports.BUSY, reports.BUSIEST = visit_key(owners[0].id), visit_key(UUID(link))
        await reports.fill(visits, dialect)
        await totals.close_days()
        for store in {db.MAIN, db.visits_connection()}:
            await db.query_rows("ANALYZE", [], on=store)
    EXECUTOR_CACHE.clear()
    return World(link, links)


class Client:
    """Somebody with one open connection, signed in, with a key."""

    def __init__(self, server: Server, world: World) -> None:
        self.server, self.world, self.random = server, world, Random(7)  # noqa: S311
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        self.headers = {"User-Agent": AGENT, "Accept-Language": "en", "Accept": "text/html"}
        self.numbers = count()
        self.key = server.command("key", "create", OWNER, "--name", "bench").strip().splitlines()[-1]

    def sign_in(self) -> None:
        _, headers = self.ask("POST", "/login", {"email": OWNER, "password": PASSWORD}, 303)
        self.headers["Cookie"] = "; ".join(
            value.partition(";")[0] for name, value in headers if name.lower() == "set-cookie"
        )

    def ask(self, method: str, path: str, form: dict[str, str] | None, *expected: int) -> tuple[bytes, list[Any]]:
        own = {"Origin": self.server.url, "Content-Type": "application/x-www-form-urlencoded"} if form else {}
        self.connection.request(method, path, urlencode(form) if form else None, self.headers | own)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in expected:
            raise RuntimeError(f"{method} {path}: {answer.status} {body[:300]!r}")
        return body, answer.getheaders()

    def follow(self) -> None:
        self.ask("GET", f"/go-{self.random.randrange(self.world.links)}", None, 302)

    def nowhere(self) -> None:
        self.ask("GET", f"/no-{self.random.randrange(10**9)}", None, 404)

    def create(self) -> None:
        bearer = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        body = f'{{"url": "https://example.com/new/{next(self.numbers)}"}}'
        self.connection.request("POST", "/api/v1/links", body, bearer)
        answer = self.connection.getresponse()
        if answer.read() and answer.status != 201:
            raise RuntimeError(answer.status)

    def page(self, path: str) -> Callable[[], None]:
        def look() -> None:
            self.ask("GET", path, None, 200)

        return look


def memory(server: Server) -> float:
    """MiB that stay in memory."""
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def measure(server: Server, world: World, rows: dict[str, list[str]]) -> None:
    """One column of the table."""
    rows.setdefault("memory after the start, MiB", []).append(f"{memory(server):.0f}")
    client = Client(server, world)
    client.sign_in()
    for name, work, times in (
        ("a followed link", client.follow, 2000),
        ("a page of not found", client.nowhere, 100),
        ("a created link (API)", client.create, 100),
        ("the links page", client.page("/dashboard/links/"), 15),
        ("the links page, searched", client.page("/dashboard/links/?q=page+77"), 5),
        ("the analytics page of all, 30 days", client.page("/dashboard/analytics?period=30d"), 7),
        ("the analytics page of all, a year", client.page("/dashboard/analytics?period=12m"), 5),
        ("the analytics page of a link", client.page(f"/dashboard/analytics/links/{world.link}"), 7),
    ):
        work()
        began, took = cpu(server.process.pid), []
        for _ in range(times):
            start = time.perf_counter()
            work()
            took.append((time.perf_counter() - start) * 1000)
        spent = (cpu(server.process.pid) - began) * 1000 / times
        rows.setdefault(name, []).append(f"{statistics.median(took):.2f} ({spent:.2f})")
        print(f"  {name:<40}{rows[name][-1]}", flush=True)
    rows.setdefault("memory at the end, MiB", []).append(f"{memory(server):.0f}")


def column(dialect: str, size: str, rows: dict[str, list[str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "var"
        folder.mkdir()
        EXECUTOR_CACHE.clear()
        template = TEMPLATES[dialect](Path(place))
        try:
            url = asyncio.run(template.fresh(folder))
            began = time.perf_counter()
            world = asyncio.run(fill(url, dialect, *SIZES[size]))
            links, visits = SIZES[size]
            took = time.perf_counter() - began
            print(f"{dialect}: {links:,} links, {visits:,} visits, filled in {took:.0f} s", flush=True)
            with serving(environment(folder, "" if dialect == "sqlite" else url)) as server:
                measure(server, world, rows)
                server.stop()
        finally:
            template.close()


def main() -> None:
    sizes = [word for word in sys.argv[1:] if word in SIZES] or list(SIZES)
    for dialect in [word for word in sys.argv[1:] if word in TEMPLATES] or list(TEMPLATES):
        rows: dict[str, list[str]] = {}
        for size in sizes:
            column(dialect, size, rows)
        print(f"\n{dialect}, ms a client waits (ms of the server's CPU)")
        print(f"{'':<40}" + "".join(f"{SIZES[size][0]:>11,} links" for size in sizes))
        for name, figures in rows.items():
            print(f"{name:<40}" + "".join(f"{figure:>17}" for figure in figures))


if __name__ == "__main__":
    main()
