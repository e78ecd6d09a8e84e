"""Resolves a name to the columns of its link or page that a redirect needs, in one SQL statement without the ORM."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from app.visits.visit import DetailLevel

PLANS_WITH_TIME_ONLY = {"free", "guest"}


class Target(NamedTuple):
    """The columns of a link that decide how a visit is answered, under the names they have on Link."""

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
    keeps: DetailLevel = DetailLevel.ALL

    @classmethod
    def of(cls, link: Any, keeps: DetailLevel = DetailLevel.ALL) -> Self:
        """The target of a Link."""
        target = cls(str(link.id), str(link.account_id), *(getattr(link, name) for name in COLUMNS[2:]))
        return target._replace(keeps=keeps)


class ResolvedPage(NamedTuple):
    """The columns of a bio page that decide what a visitor gets; `number` is the number of its publication."""

    id: str
    account_id: str
    number: int
    live: bool
    blocked: bool
    keeps: DetailLevel


class Resolution(NamedTuple):
    """The result for a name: its link or its page, if any, and whether the name is known at all."""

    target: Target | None
    known: bool
    page: ResolvedPage | None = None


UNKNOWN_NAME = Resolution(None, False)
HELD_NAME = Resolution(None, True)
COLUMNS = Target._fields[:13]
SQL = f"""SELECT {", ".join(f"l.{column}" for column in COLUMNS)}, n.held_at, l.page_id AS of_page, a.plan_name,
    n.account_id AS owner, p.id AS page, p.number, p.published_at, p.blocked_at AS page_blocked_at,
    p.deleted_at AS page_deleted_at, a.frozen_at
    FROM names n LEFT JOIN links l ON l.id = n.link_id LEFT JOIN pages p ON p.id = n.page_id
    LEFT JOIN accounts a ON a.id = n.account_id
    WHERE n.domain = $1 AND n.folded = $2"""  # noqa: S608 - the columns are constants


def resolution_of_row(row: Sequence[Any] | None) -> Resolution:
    """The result of a row of SQL; None means no row. Ids become text and times datetime on both databases."""
    if row is None:
        return UNKNOWN_NAME
    if row[13] is not None:
        return HELD_NAME
    if row[17] is not None:
        return Resolution(None, True, _page_of(row[14:]))
    if row[0] is None:
        return HELD_NAME
    target = Target._make((*row[:13], detail_level(row[15], frozen=row[22] is not None, bio=row[14] is not None)))
    if target.expires_at is None and isinstance(target.id, str):
        return Resolution(target, True)
    expires_at = target.expires_at
    expires_at = datetime.fromisoformat(expires_at) if isinstance(expires_at, str) else expires_at
    return Resolution(
        target._replace(id=str(target.id), account_id=str(target.account_id), expires_at=expires_at), True
    )


def detail_level(plan: str, *, frozen: bool, bio: bool) -> DetailLevel:
    """Returns how much detail of visits is recorded on a plan: with `bio` those to a bio page and to its links, else
    those to other links; nothing while the account is `frozen`.
    """
    if frozen:
        return DetailLevel.NOTHING
    return bio_page_detail(plan) if bio else DetailLevel.ALL


def bio_page_detail(plan: str) -> DetailLevel:
    """Returns how much detail of visits to a bio page and to its links is recorded on a plan."""
    return DetailLevel.TIME if plan in PLANS_WITH_TIME_ONLY else DetailLevel.ORIGIN


def _page_of(row: Sequence[Any]) -> ResolvedPage:
    """The page in the columns of a row from `held_at` on."""
    _, plan, owner, id, number, published_at, blocked_at, deleted_at, frozen_at = row
    live = published_at is not None and blocked_at is None and deleted_at is None
    keeps = detail_level(plan, frozen=frozen_at is not None, bio=True)
    return ResolvedPage(str(id), str(owner), number, live, blocked_at is not None, keeps)
