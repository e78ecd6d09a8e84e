"""Rows of backups from before people and accounts were two tables (migration 17), as rows of today's tables.

Each account of such a backup becomes an account, a user with the same id, and a membership as its owner, as migration
17 makes them. Guests, and the account that holds the names of deleted ones, have no user.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from app.accounts.roles import OWNER
from app.accounts.user import User
from app.kernel.db import query_rows

FIRST_WITH_USERS = 17  # the number of the migration
NOBODY = str(UUID(int=0))
Row = Mapping[str, Any]


def is_before_users(migration: str) -> bool:
    """Returns whether a backup of this migration (`<number>_<time>_<name>.py`) has no users."""
    return int(migration.partition("_")[0]) < FIRST_WITH_USERS


def rows_of_today(table: str, lines: Iterable[bytes]) -> dict[str, list[bytes]]:
    """Returns lines of an older table as lines of today's tables, by table; those that others refer to come first."""
    rows = [json.loads(line) for line in lines]
    if table == "accounts":
        return _as_lines(_divided_accounts(rows))
    if table in {"sessions", "known_browsers"}:
        return _as_lines({table: [_of_user(table, row) for row in rows]})
    return {table: list(lines)}


async def add_memberships() -> None:
    """Makes each restored user the owner of the account with the same id."""
    await query_rows(
        "INSERT INTO memberships (role, created_at, account_id, user_id) "
        "SELECT $1, created_at, id, id FROM users ORDER BY created_at, id",
        [OWNER],
    )
    await query_rows("UPDATE accounts SET seats_used = 1 WHERE id IN (SELECT id FROM users)", [])


def _divided_accounts(rows: list[Row]) -> dict[str, list[Row]]:
    people = [row for row in rows if row.get("guest_digest") is None and row["id"] != NOBODY]
    of_users = set(User._meta.fields_db_projection.values())
    of_both = {"id", "name", "language", "time_zone", "created_at"}
    older_names = {"of_age_at"}  # of a column of users: backup_tables.RENAMED
    return {
        "users": [{key: value for key, value in row.items() if key in of_users | older_names} for row in people],
        "accounts": [
            {key: value for key, value in row.items() if key not in of_users - of_both and key not in older_names}
            for row in rows
        ],
    }


def _of_user(table: str, row: Row) -> Row:
    """Returns a row of a session or known browser, which an account had, as one of its user."""
    if table == "known_browsers":
        return {key.replace("account_id", "user_id"): value for key, value in row.items()}
    return {**row, "user_id": row["account_id"], "confirmed_at": row["created_at"]}


def _as_lines(rows: Mapping[str, list[Row]]) -> dict[str, list[bytes]]:
    return {table: [json.dumps(row).encode() for row in made] for table, made in rows.items()}
