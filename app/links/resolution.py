"""Resolves a name to the columns of its link or page that a redirect needs, in one SQL statement without the ORM."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from app.blocklists.blocked_host import read_blocked_hosts
from app.blocklists.host_names import hosts_to_compare
from app.kernel import db
from app.kernel.bounded_cache import estimate_bytes
from app.links.all_destinations import destinations_of
from app.names.name_on_domain import NameKey
from app.visits.visit import DetailLevel

PLANS_WITH_TIME_ONLY = {"free", "guest"}
NO_HOSTS: frozenset[str] = frozenset()
# in place of the time since when a link is blocked, where only a host that it leads to is, or the whole account
BLOCKED_BY_HOST, BLOCKED_WITH_ACCOUNT = "host", "account"


class Target(NamedTuple):
    """What of a link decides how a visit is answered, under the names that its columns and properties have on Link."""

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
    rules: str | None = None
    ios_url: str = ""
    android_url: str = ""
    opens_at: datetime | None = None
    fallback_url: str = ""
    next_url: str = ""
    next_url_at: datetime | None = None
    append_path: bool = False
    has_own_preview: bool = False
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

    @property
    def estimated_bytes(self) -> int:
        """About how many bytes it takes in a cache."""
        return estimate_bytes((*(self.target or ()), *(self.page or ())))


UNKNOWN_NAME = Resolution(None, False)
HELD_NAME = Resolution(None, True)
COLUMNS = Target._fields[:-1]
HELD_AT = len(COLUMNS)  # the first of a row's further columns, in their order in SQL
TIMES = ("expires_at", "opens_at", "next_url_at")
EXPRESSIONS = {
    "has_own_preview": "(l.preview_title <> '' OR l.preview_description <> ''"
    " OR l.preview_picture_id IS NOT NULL) AS card"
}
SELECTED = ", ".join(EXPRESSIONS.get(column, f"l.{column}") for column in COLUMNS)
SQL = f"""SELECT {SELECTED}, n.held_at, l.page_id AS of_page, a.plan_name,
    n.account_id AS owner, p.id AS page, p.number, p.published_at, p.blocked_at AS page_blocked_at,
    p.deleted_at AS page_deleted_at, a.frozen_at, a.hidden_at
    FROM names n LEFT JOIN links l ON l.id = n.link_id LEFT JOIN pages p ON p.id = n.page_id
    LEFT JOIN accounts a ON a.id = n.account_id
    WHERE n.domain = $1 AND n.folded = $2"""  # noqa: S608 - the columns are constants


def resolution_of_row(row: Sequence[Any] | None, blocked_hosts: frozenset[str] = NO_HOSTS) -> Resolution:
    """The result of a row of SQL; None means no row. Ids become text and times datetime on both databases.

    A link that can lead to one of the blocked hosts is blocked, and so is all of an account that is hidden.
    """
    if row is None:
        return UNKNOWN_NAME
    further = row[HELD_AT:]
    if further[0] is not None:
        return HELD_NAME
    if further[4] is not None:
        return Resolution(None, True, _page_of(further[1:]))
    if row[0] is None:
        return HELD_NAME
    keeps = detail_level(further[2], frozen=further[9] is not None, bio=further[1] is not None)
    target = _with_types(Target._make((*row[:HELD_AT], keeps)))
    if further[10] is not None and target.blocked_at is None:
        target = target._replace(blocked_at=BLOCKED_WITH_ACCOUNT)
    if blocked_hosts and target.blocked_at is None and leads_to(target, blocked_hosts):
        target = target._replace(blocked_at=BLOCKED_BY_HOST)
    return Resolution(target, True)


def leads_to(target: Target, hosts: frozenset[str]) -> bool:
    """Whether a link can lead anybody to one of these hosts or to one below, by whatever rule."""
    return not hosts.isdisjoint(hosts_to_compare(destinations_of(target)))


async def read_resolution(key: NameKey, blocked_hosts: frozenset[str] | None = None) -> Resolution:
    """Reads the result for a name from the database; without `blocked_hosts` those, too."""
    hosts = await read_blocked_hosts() if blocked_hosts is None else blocked_hosts
    rows = await db.query_rows(SQL, list(key))
    return resolution_of_row(list(rows[0].values()) if rows else None, hosts)


def _with_types(target: Target) -> Target:
    """Returns a target with ids as text and times as datetime."""
    changes: dict[str, Any] = {
        name: datetime.fromisoformat(value) for name in TIMES if isinstance(value := getattr(target, name), str)
    }
    if not isinstance(target.id, str):
        changes |= {"id": str(target.id), "account_id": str(target.account_id)}
    return target._replace(**changes) if changes else target


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
    _, plan, owner, id, number, published_at, blocked_at, deleted_at, frozen_at, hidden_at = row
    blocked = blocked_at is not None or hidden_at is not None
    live = published_at is not None and not blocked and deleted_at is None
    keeps = detail_level(plan, frozen=frozen_at is not None, bio=True)
    return ResolvedPage(str(id), str(owner), number, live, blocked, keeps)
