"""Rows only, no column: names that links of bio pages hold go, and event blocks lose a schedule that nobody gave them.

An event's start and end had the names of its block's schedule in the form, so that each was saved as the other, too, in
the time zone of the account: a block hid until its event began, and after it. Such a schedule is exactly the event's
own start and end; it goes from drafts, from what is published and from history.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aerich.utils import import_py_file
from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
USUAL_ZONE = "Asia/Jakarta"  # of a new account

# SQLite: executescript() commits aerich's own BEGIN; ours makes the script and the version row one transaction again.
RELEASE = """
        DELETE FROM "names" WHERE "printed" = 0 AND "barred_by" IS NULL AND "held_at" IS NOT NULL
            AND "link_id" IN (SELECT "id" FROM "links" WHERE "page_id" IS NOT NULL);"""
UPGRADE = {
    "sqlite": f"""
        PRAGMA foreign_keys=OFF;
        BEGIN;{RELEASE}""",
    "postgres": RELEASE,
}

DOWNGRADE = {
    "sqlite": """
        PRAGMA foreign_keys=OFF;
        BEGIN;
        SELECT 1;""",
    "postgres": """
        SELECT 1;""",
}

PAGES = """SELECT p.id, p.draft, p.published, a.time_zone FROM pages p JOIN accounts a ON a.id = p.account_id
    WHERE CAST(p.draft AS TEXT) LIKE '%"event"%' OR CAST(p.published AS TEXT) LIKE '%"event"%'"""
REVISIONS = """SELECT r.id, r.content, a.time_zone FROM page_revisions r JOIN pages p ON p.id = r.page_id
    JOIN accounts a ON a.id = p.account_id WHERE CAST(r.content AS TEXT) LIKE '%"event"%'"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    for row in await db.execute_query_dict(PAGES):
        draft, published = _read(row["draft"]), _read(row["published"])
        if _mend(draft, row["time_zone"]):
            await _write(db, "UPDATE pages SET draft = $1 WHERE id = $2", draft, row["id"])
        if published and _mend(published["content"], row["time_zone"]):
            await _write(db, "UPDATE pages SET published = $1, number = number + 1 WHERE id = $2", published, row["id"])
    for row in await db.execute_query_dict(REVISIONS):
        content = _read(row["content"])
        if _mend(content, row["time_zone"]):
            await _write(db, "UPDATE page_revisions SET content = $1 WHERE id = $2", content, row["id"])
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


def _read(column: Any) -> Any:
    return json.loads(column) if isinstance(column, str) else column


async def _write(db: BaseDBAsyncClient, sql: str, value: Any, id: Any) -> None:
    if db.capabilities.dialect == "sqlite":
        sql = sql.replace("$1", "?").replace("$2", "?")
    await db.execute_query(sql, [json.dumps(value), id])


def _mend(content: Any, zone: str) -> bool:
    """Takes the schedules off that are the events' own times; whether there was one."""
    found = [block for block in content.get("blocks", ()) if block["kind"] == "event" and _accidental(block, zone)]
    for block in found:
        block["starts"] = block["ends"] = ""
    return bool(found)


def _accidental(block: Mapping[str, Any], zone: str) -> bool:
    schedule = (block.get("starts", ""), block.get("ends", ""))
    given = block.get("given", {})
    own = (given.get("starts", ""), given.get("ends", ""))
    zones = {zone, given.get("zone") or USUAL_ZONE, USUAL_ZONE}
    return any(schedule) and any(schedule == tuple(_instant(local, one) for local in own) for one in zones)


def _instant(local: str, zone: str) -> str:
    """A local time as a schedule is kept: `2026-12-12T02:00:00Z`; empty where it is none."""
    try:
        return f"{datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError):
        return ""


def _number(file: Path) -> int:
    return int(file.stem.partition("_")[0])


# The models are those of the migration before this one, whichever that is.
_BEFORE = max((file for file in Path(__file__).parent.glob("[0-9]*_*.py") if _number(file) < 11), key=_number)
MODELS_STATE = import_py_file(_BEFORE).MODELS_STATE
