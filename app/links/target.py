"""What following a link needs to know of it, read in one statement without the ORM."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self


class Target(NamedTuple):
    """The part of a link that decides how a visit is answered; its names are those of Link's own columns."""

    id: str
    account_id: str
    destination_url: str
    redirect_status: int
    forward_query: bool
    tracked: bool
    expires_at: datetime | None = None
    click_limit: int | None = None
    admitted: int = 0
    password_hash: str | None = None
    paused_at: Any = None
    blocked_at: Any = None
    deleted_at: Any = None

    @classmethod
    def of(cls, link: Any) -> Self:
        """The part of a Link."""
        return cls(str(link.id), str(link.account_id), *(getattr(link, column) for column in cls._fields[2:]))


class Found(NamedTuple):
    """What stands at a name: its link, if it leads anywhere, and whether the name is known at all."""

    target: Target | None
    known: bool


NOTHING = Found(None, False)
HELD = Found(None, True)
COLUMNS = ", ".join(f"l.{column}" for column in Target._fields)
SQL = f"SELECT {COLUMNS}, n.held_at FROM names n LEFT JOIN links l ON l.id = n.link_id WHERE n.folded = $1"  # noqa: S608


def found(row: Sequence[Any] | None) -> Found:
    """What a row of SQL means; ids are text and times are times, whichever database it is from."""
    if row is None:
        return NOTHING
    if row[0] is None or row[13] is not None:
        return HELD
    target = Target._make(row[:13])
    if target.expires_at is None and isinstance(target.id, str):
        return Found(target, True)
    ends = target.expires_at
    ends = datetime.fromisoformat(ends) if isinstance(ends, str) else ends
    return Found(target._replace(id=str(target.id), account_id=str(target.account_id), expires_at=ends), True)
