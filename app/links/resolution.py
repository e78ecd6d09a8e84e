"""What following a name needs to know of the link or the page it leads to, read in one statement without the ORM."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from app.visits.visit import Keeps

FRUGAL = {"free", "guest"}


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
    keeps: Keeps = Keeps.ALL

    @classmethod
    def of(cls, link: Any, keeps: Keeps = Keeps.ALL) -> Self:
        """The part of a Link."""
        said = cls(str(link.id), str(link.account_id), *(getattr(link, name) for name in COLUMNS[2:]))
        return said._replace(keeps=keeps)


class Leaf(NamedTuple):
    """The part of a bio page that decides what a visitor gets; `number` is that of its publishing."""

    id: str
    account_id: str
    number: int
    live: bool
    blocked: bool
    keeps: Keeps


class Found(NamedTuple):
    """What stands at a name: its link or its page, if it leads anywhere, and whether the name is known at all."""

    target: Target | None
    known: bool
    page: Leaf | None = None


NOTHING = Found(None, False)
HELD = Found(None, True)
COLUMNS = Target._fields[:13]
SQL = f"""SELECT {", ".join(f"l.{column}" for column in COLUMNS)}, n.held_at, l.page_id AS of_page, a.plan_name,
    n.account_id AS owner, p.id AS page, p.number, p.published_at, p.blocked_at AS page_blocked_at,
    p.deleted_at AS page_deleted_at
    FROM names n LEFT JOIN links l ON l.id = n.link_id LEFT JOIN pages p ON p.id = n.page_id
    LEFT JOIN accounts a ON a.id = n.account_id AND (n.page_id IS NOT NULL OR l.page_id IS NOT NULL)
    WHERE n.folded = $1"""  # noqa: S608 - columns of ours


def found(row: Sequence[Any] | None) -> Found:
    """What a row of SQL means; ids are text and times are times, whichever database it is from."""
    if row is None:
        return NOTHING
    if row[13] is not None:
        return HELD
    if row[17] is not None:
        return Found(None, True, _leaf(row[14:]))
    if row[0] is None:
        return HELD
    target = Target._make((*row[:13], Keeps.ALL if row[14] is None else keeps(row[15])))
    if target.expires_at is None and isinstance(target.id, str):
        return Found(target, True)
    ends = target.expires_at
    ends = datetime.fromisoformat(ends) if isinstance(ends, str) else ends
    return Found(target._replace(id=str(target.id), account_id=str(target.account_id), expires_at=ends), True)


def keeps(plan: str) -> Keeps:
    """What a plan lets its owner know of the visits to a bio page and to the links on it (product.md §4)."""
    return Keeps.TIME if plan in FRUGAL else Keeps.ORIGIN


def _leaf(row: Sequence[Any]) -> Leaf:
    _, plan, owner, id, number, published_at, blocked_at, deleted_at = row
    live = published_at is not None and blocked_at is None and deleted_at is None
    return Leaf(str(id), str(owner), number, live, blocked_at is not None, keeps(plan))
