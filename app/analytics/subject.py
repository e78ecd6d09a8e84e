"""The subject of statistics: the whole account, one link, or the links with one tag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, cast
from uuid import UUID

from tortoise.expressions import RawSQL
from tortoise.models import Model

from app.accounts.models import Account
from app.kernel.versioned_rows import get_or_refuse
from app.links.link_search import has_all_tags
from app.links.models import STANDALONE, Link
from app.links.tag import Tag
from app.pages.models import Page
from app.qr.models import QrCode
from app.visits.recording.capture import PLACEMENT
from app.visits.reports.query import Scope
from app.visits.retention import scope_of
from app.visits.visit import key_in_visits

MAX_BIGINT, NO_LINK = 2**63 - 1, -1
KEYS_AT_ONCE = 500
ANALYTICS_PATH = "/dashboard/analytics"


class VisitedTarget(NamedTuple):
    """A link or bio page with visits: its name, the path of its statistics, and whether it still exists."""

    id: UUID
    name: str
    path: str
    exists: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of statistics: a link, a tag, or the whole account when both are None."""

    account: Account
    link: Link | None = None
    tag: Tag | None = None

    @property
    def name(self) -> str:
        """A text that identifies the subject among all accounts."""
        if self.link:
            return f"link:{self.link.id}"
        return f"tag:{self.tag.id}" if self.tag else f"account:{self.account.id}"

    @property
    def label(self) -> str:
        """The short URL or the tag; empty for the whole account."""
        if self.link:
            return self.link.display_url
        return self.tag.name if self.tag else ""

    @property
    def path(self) -> str:
        """The path of its statistics in the dashboard."""
        if self.link:
            return f"{ANALYTICS_PATH}/links/{self.link.id}"
        return f"{ANALYTICS_PATH}/tags/{self.tag.id}" if self.tag else ANALYTICS_PATH

    @property
    def file(self) -> str:
        """The file name of its exports, without extension."""
        return f"kliqs-{self.link.short_code}" if self.link else f"kliqs-tag-{self.tag.id}" if self.tag else "kliqs"

    async def scope(self) -> Scope:
        """Returns the scope of the visits that belong to it."""
        if self.link:
            return scope_of(self.account, self.link.id)
        if self.tag:
            # Without a condition on their account, which is that of the tag, SQLite looks up the links of the tag only.
            tagged = Link.filter(has_all_tags(self.account, [self.tag.name]), **STANDALONE, deleted_at=None)
            ids = cast(list[UUID], await tagged.values_list("id", flat=True))
            return replace(scope_of(self.account, *ids), links=tuple(map(key_in_visits, ids)) or (NO_LINK,))
        return scope_of(self.account)


async def account_subject(account: Account, _: object = None) -> Subject:
    """Returns the whole account as subject. The second parameter is unused; it makes all three functions callable
    alike.
    """
    return Subject(account)


async def link_subject(account: Account, id: UUID) -> Subject:
    """Returns one link as subject.

    Raises: NotFound, also for a deleted link and for one of another account.
    """
    owned = await get_or_refuse(Link.owned_by(account), id)
    return Subject(account, link=owned)


async def tag_subject(account: Account, id: int) -> Subject:
    """Returns the links with a tag as subject.

    Raises: NotFound, also for a tag of another account.
    """
    owned = await get_or_refuse(Tag.owned_by(account), id)
    return Subject(account, tag=owned)


async def qr_code_titles(account: Account, marks: Iterable[str]) -> dict[str, str]:
    """Returns the titles of the account's QR codes with these markers, including deleted codes."""
    valid = [mark for mark in marks if PLACEMENT.fullmatch(mark)]
    rows = await QrCode.filter(account_id=account.id, mark__in=valid) if valid else []
    return {code.mark: code.title for code in rows if code.mark}


async def load_links_and_pages(account: Account, keys: Iterable[int]) -> dict[int, VisitedTarget]:
    """Returns the account's links and bio pages by visit key, including deleted ones. A key is the last part of a
    version 4 UUID.
    """
    tails = [f"{tail[:4]}-{tail[4:]}" for tail in (f"{key_ | 1 << 63:016x}" for key_ in set(keys))]
    result = dict[int, VisitedTarget]()
    for at in range(0, len(tails), KEYS_AT_ONCE):
        batch = tails[at : at + KEYS_AT_ONCE]
        columns = ("page_id", "post_variant_id", "short_code")
        for id, page_id, variant_id, name, deleted_at in await _by_tail(Link, account, batch, *columns):
            path = _path_of_link(id, page_id, variant_id)
            result[key_in_visits(id)] = VisitedTarget(id, name, path, deleted_at is None)
        for id, name, deleted_at in await _by_tail(Page, account, batch, "slug"):
            path = f"/dashboard/pages/{id}/statistics"
            result[key_in_visits(id)] = VisitedTarget(id, name, path, deleted_at is None)
    return result


def _path_of_link(id: UUID, page_id: UUID | None, variant_id: UUID | None) -> str:
    """Returns the path of the page with the statistics of a link, or of the page or post that it belongs to."""
    if page_id:
        return f"/dashboard/pages/{page_id}/statistics"
    return f"/dashboard/publishing/posts/variants/{variant_id}" if variant_id else f"{ANALYTICS_PATH}/links/{id}"


async def _by_tail(model: type[Model], account: Account, tails: list[str], *columns: str) -> list[tuple[Any, ...]]:
    """Returns the id, these columns and `deleted_at` of the account's rows whose ids end so; an index has the ends."""
    tail = RawSQL(f'substr(CAST("{model._meta.db_table}"."id" AS TEXT), 20)')
    rows = model.filter(account_id=account.id).annotate(tail=tail).filter(tail__in=tails)
    return await rows.values_list("id", *columns, "deleted_at")
