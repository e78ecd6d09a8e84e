"""Whose statistics: of everything an account has, of one link, or of the links with one tag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, cast
from uuid import UUID

from tortoise.expressions import RawSQL

from app.accounts.models import Account
from app.kernel.queries import get_or_refuse
from app.links.models import Link
from app.links.tag import Tag
from app.pages.models import Page
from app.qr.models import QrCode
from app.visits.capture import PLACEMENT
from app.visits.report_query import Scope
from app.visits.visit import key

LARGEST, NO_LINK = 2**63 - 1, -1
HOME = "/dashboard/analytics"


class Followed(NamedTuple):
    """A link or a bio page that was followed: its name, where its statistics stand, and whether it still exists."""

    id: UUID
    name: str
    path: str
    exists: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """`link` or `tag` is set where it is not everything."""

    account: Account
    link: Link | None = None
    tag: Tag | None = None

    @property
    def name(self) -> str:
        """The one text that stands for it, among all accounts."""
        if self.link:
            return f"link:{self.link.id}"
        return f"tag:{self.tag.id}" if self.tag else f"account:{self.account.id}"

    @property
    def path(self) -> str:
        """Where its statistics stand in the dashboard."""
        if self.link:
            return f"{HOME}/links/{self.link.id}"
        return f"{HOME}/tags/{self.tag.id}" if self.tag else HOME

    @property
    def file(self) -> str:
        """What a file of its figures is called."""
        return f"kliqs-{self.link.short_code}" if self.link else f"kliqs-tag-{self.tag.id}" if self.tag else "kliqs"

    async def scope(self) -> Scope:
        """The visits that belong to it."""
        if self.link:
            return Scope(key(self.account.id), (key(self.link.id),))
        if self.tag:
            tagged = Link.owned_by(self.account).filter(tags__id=self.tag.id)
            ids = cast(list[UUID], await tagged.values_list("id", flat=True))
            return Scope(key(self.account.id), tuple(map(key, ids)) or (NO_LINK,))
        return Scope(key(self.account.id))


async def everything(account: Account, _: object = None) -> Subject:
    return Subject(account)


async def link(account: Account, id: UUID) -> Subject:
    """One link. Refusals: NotFound, for a stranger's and a deleted one too."""
    found = await get_or_refuse(Link.owned_by(account), id)
    return Subject(account, link=found)


async def tag(account: Account, id: int) -> Subject:
    """All links with a tag. Refusals: NotFound, for a stranger's too."""
    found = await get_or_refuse(Tag.owned_by(account), id)
    return Subject(account, tag=found)


async def codes(account: Account, marks: Iterable[str]) -> dict[str, str]:
    """What the account's QR codes with these marks are called, deleted ones too."""
    asked = [mark for mark in marks if PLACEMENT.fullmatch(mark)]
    found = await QrCode.filter(account_id=account.id, mark__in=asked) if asked else []
    return {code.mark: code.title for code in found if code.mark}


async def followed(account: Account, keys: Iterable[int]) -> dict[int, Followed]:
    """The account's links and bio pages with these keys, deleted ones too: a key is the end of a version 4 UUID."""
    tails = [f"{tail[:4]}-{tail[4:]}" for tail in (f"{one | 1 << 63:016x}" for one in set(keys))]
    if not tails:
        return {}
    found = dict[int, Followed]()
    links = Link.filter(account_id=account.id).annotate(tail=RawSQL('substr(CAST("links"."id" AS text), 20)'))
    pages = Page.filter(account_id=account.id).annotate(tail=RawSQL('substr(CAST("pages"."id" AS text), 20)'))
    for link in await links.filter(tail__in=tails):
        path = f"/dashboard/pages/{link.page_id}/statistics" if link.page_id else f"{HOME}/links/{link.id}"
        found[key(link.id)] = Followed(link.id, link.short_code, path, link.deleted_at is None)
    for page in await pages.filter(tail__in=tails):
        found[key(page.id)] = Followed(page.id, page.slug, f"/dashboard/pages/{page.id}/statistics",
                                       page.deleted_at is None)
    return found
