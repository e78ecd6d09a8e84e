"""`python -m tests.bench.ruled_redirect [seconds] [rounds] [links]`: what following a link with five rules costs beside
a plain one, in one run, and whether it stays so among many links (1,000,000 unless said otherwise).

Two servers share one core: one with a thousand plain and a thousand ruled links, and one that has as many ruled links
as `links` says. Measured in turn are the plain links, a single ruled one, a thousand ruled ones, and a thousand spread
over all of the many. Otherwise it is `tests.bench.redirect`. Needs Debian's package wrk.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from app.accounts.models import Account
from app.accounts.registration import register
from app.kernel import db, installation
from app.kernel.config import Config
from tests.bench import redirect, rules
from tests.bench.redirect import NAMES, Target
from tests.serving import environment, start

MANY, SECONDS, ROUNDS = 1_000_000, 3.0, 5
NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {last})"


def start_server(folder: Path, many: int = 0) -> Target:
    """A server with links of both kinds, and with `many` more ruled ones, named `many-0` on."""
    folder.mkdir()
    server = start(environment(folder, KLIQS_METRICS_TOKEN=redirect.TOKEN, KLIQS_SECRET_KEY="x" * 40))
    asyncio.run(fill(folder))
    with sqlite3.connect(folder / "kliqs.sqlite3", timeout=60) as raw:
        if many:
            _copy_links(raw, many)
    target = Target("plain", server.port, server.process.pid, server=server)
    target.visits = folder / "kliqs.visits.sqlite3"
    return target


async def fill(folder: Path) -> None:
    """Makes the account and its first links."""
    installation.use(installation.Installation(Config(data_dir=folder, secret_key="x" * 40)))
    async with db.database_open(db.resolve_database_url("", folder)):
        account = (await register("bench@example.com", "Bench", "correct horse battery", plan="pro")).account
        await Account.filter(id=account.id).update(links_limit=2 * NAMES)
        await account.refresh_from_db()
        await rules.fill(account, NAMES)


def _copy_links(raw: sqlite3.Connection, many: int) -> None:
    """Copies the first ruled link and its name under many other names, with rules of their own."""
    numbers, digits = NUMBERS.format(last=many - 1), "printf('%012x', n)"
    id = f"'00000001-0000-4000-8000-' || {digits}"
    rules_of_its_own = "replace(rules, 'one.example', 'one-' || n || '.example')"
    changes = {
        "links": {"id": id, "short_code": "'many-' || n", "rules": rules_of_its_own},
        "names": {"folded": "'many-' || n", "shown": "'many-' || n", "link_id": id, "id": "NULL"},
    }
    for table, column in (("links", "short_code"), ("names", "folded")):
        names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changes[table].get(name, name) for name in names)
        into = f"INSERT INTO {table} ({', '.join(names)})"
        raw.execute(f"{numbers} {into} SELECT {values} FROM {table}, numbers WHERE {column} = 'ruled-0'")  # noqa: S608


def compare(seconds: float, rounds: int, many: int) -> None:
    """Measures all in turn and prints the ratios."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        plain = start_server(Path(place) / "few")
        crowded = start_server(Path(place) / "many", many)

        def beside(name: str, server: Target, path: str) -> Target:
            target = Target(name, server.port, server.pid, path=path)
            target.visits = server.visits
            return target

        targets = [
            plain,
            beside("five rules, one link", plain, "/ruled-0"),
            beside("five rules, a thousand links", plain, "/ruled-#"),
            beside(f"five rules, among {many:,} links", crowded, "/many-1#00"),
            beside("plain, in the crowd", crowded, "/bench-#"),
        ]
        for server in (plain, crowded):
            stack.callback(server.server.stop)  # type: ignore[union-attr]
            server.pin()
        for target in targets:  # until the patterns of user agents are there, rules are not the lane's
            target.measure(Path(place), 3)
            target.rates, target.tails, target.costs = [], [], []
        for _ in range(rounds):
            for target in targets:
                target.measure(Path(place), seconds)
        print(*targets, sep="\n")
        for target in targets[1:]:
            rates, costs = target.rate / plain.rate, plain.cost / target.cost
            print(f"{target.name}: ratio of rates {rates:.2f}, of CPU {costs:.2f}")


def main() -> None:
    """Runs the bench as the arguments say."""
    numbers = [float(word) for word in sys.argv[1:]]
    seconds, rounds, many = [*numbers, *[SECONDS, ROUNDS, MANY][len(numbers) :]]
    compare(seconds, int(rounds), int(many))


if __name__ == "__main__":
    main()
