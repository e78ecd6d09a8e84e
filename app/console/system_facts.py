"""What runs and what is stored: versions, the process that answers, the tables of the database, and files by kind."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from tortoise import Tortoise

from app.kernel import db
from app.kernel.i18n import gettext as _
from app.kernel.migration_files import known_migrations
from app.kernel.package_files import version as own_version
from app.operators.live_process import LiveProcess, OwnProcess, live_processes, own_process
from app.ops.doctor import pending_migrations

PACKAGES = ("quart", "hypercorn", "tortoise-orm", "duckdb", "aiohttp", "cryptography", "pillow")
POSTGRES_SIZES = """SELECT relname AS name, pg_total_relation_size(relid) AS size FROM pg_catalog.pg_statio_user_tables
    ORDER BY size DESC, name"""
SQLITE_SIZES = """SELECT coalesce(m.tbl_name, s.name) AS name, sum(s.pgsize) AS size FROM dbstat s
    LEFT JOIN sqlite_schema m ON m.name = s.name GROUP BY 1 ORDER BY size DESC, name"""
FILES = {  # of each kind the number and the bytes, as the tables say that list them
    "media": "SELECT count(*) AS number, coalesce(sum(size), 0) AS bytes FROM media",
    "posts": "SELECT count(*) AS number, coalesce(sum(size), 0) AS bytes FROM post_files",
    "visits": "SELECT count(*) AS number, coalesce(sum(bytes), 0) AS bytes FROM visit_files",
}


@dataclass(frozen=True, slots=True)
class System:
    """The facts of the page. `own` is the process that answers, `processes` are all that live.

    `tables` are pairs of a name and bytes; None where the database does not say them.
    """

    versions: list[tuple[str, str]]
    own: OwnProcess
    processes: list[LiveProcess]
    tables: list[tuple[str, int]] | None
    migrations: int
    newest: str
    pending: list[str]
    files: list[tuple[str, int, int]]


async def load_system() -> System:
    """Returns what there is to see now."""
    known = known_migrations()
    return System(
        _versions(),
        own_process(),
        await live_processes(),
        await _tables(),
        len(known),
        known[-1],
        await pending_migrations(),
        await _files(),
    )


def _versions() -> list[tuple[str, str]]:
    """Returns Kliqs, Python and the packages that matter most, with their versions."""
    versions = [("Kliqs", own_version()), ("Python", platform.python_version())]
    for name in PACKAGES:
        try:
            versions.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return versions


async def _tables() -> list[tuple[str, int]] | None:
    """Returns all tables with their sizes in bytes, indexes included, the largest first.

    None where SQLite is built without `dbstat`.
    """
    if Tortoise.get_connection(db.MAIN).capabilities.dialect == "postgres":
        rows = await db.query_rows(POSTGRES_SIZES, [])
        return [(row["name"], int(row["size"])) for row in rows]
    if not await db.query_rows("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'", []):
        return None
    rows = await db.query_slow_rows(SQLITE_SIZES, [])
    return [(row["name"], int(row["size"])) for row in rows]


async def _files() -> list[tuple[str, int, int]]:
    """Returns the kinds of stored files with their number and bytes."""
    labels = {"media": _("Pictures"), "posts": _("Pictures and videos of posts"), "visits": _("Sealed visits")}
    files = []
    for kind, sql in FILES.items():
        [row] = await db.query_rows(sql, [], db.visits_connection() if kind == "visits" else db.MAIN)
        files.append((labels[kind], int(row["number"]), int(row["bytes"])))
    return files
