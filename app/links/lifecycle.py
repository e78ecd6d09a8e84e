"""What becomes of links: paused, archived, blocked, deleted and brought back, and how each answers meanwhile.

What people do to many at once is done in a few statements, however many they are, and to all or none of them; one link
is a list of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self
from uuid import UUID

from tortoise.models import Model

from app.kernel import clock
from app.kernel.db import transaction
from app.links.search_column import refresh
from app.names import slug as slugs
from app.names.models import Name
from app.plans import quota

if TYPE_CHECKING:
    from app.accounts.models import Account

KEPT_FOR = timedelta(days=30)


class State(StrEnum):
    """How a link answers a visit, first match first."""

    DELETED = "deleted"
    BLOCKED = "blocked"
    PAUSED = "paused"
    EXPIRED = "expired"
    USED_UP = "used_up"
    LOCKED = "locked"
    LIVE = "live"


class Followed(Protocol):
    """What decides how a visit is answered: a Link, or the Target that stands for it in the lanes."""

    @property
    def destination_url(self) -> str: ...
    @property
    def redirect_status(self) -> int: ...
    @property
    def forward_query(self) -> bool: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def click_limit(self) -> int | None: ...
    @property
    def admitted(self) -> int: ...
    @property
    def password_hash(self) -> str | None: ...
    @property
    def paused_at(self) -> datetime | None: ...
    @property
    def blocked_at(self) -> datetime | None: ...
    @property
    def deleted_at(self) -> datetime | None: ...


class Lifecycle(Model):
    """A trait of Link; its columns stand there."""

    class Meta:
        abstract = True

    id: UUID
    short_code: str
    destination_url: str
    redirect_status: int
    forward_query: bool
    expires_at: datetime | None
    click_limit: int | None
    password_hash: str | None
    admitted: int
    paused_at: datetime | None
    archived_at: datetime | None
    blocked_at: datetime | None
    deleted_at: datetime | None

    @classmethod
    async def locked(cls, ids: Iterable[UUID]) -> list[Self]:
        """These links, which nobody else changes until the transaction ends; in one order for all who lock some."""
        return await cls.filter(id__in=list(ids)).order_by("id").select_for_update(no_key=True)

    @classmethod
    async def delete_many(cls, account: Account, ids: Sequence[UUID], at: datetime) -> None:
        """Deletes locked links so that they can be brought back for 30 days; their names are held."""
        if gone := await cls.filter(id__in=ids, deleted_at=None).update(deleted_at=at):
            await quota.give_links_back(account, gone)
            await Name.filter(link_id__in=ids, held_at=None).update(held_at=at)

    @classmethod
    async def restore_many(cls, account: Account, ids: Sequence[UUID]) -> None:
        """Brings locked links back under their names.

        Refusals: LinkLimitReached, LinksRunShort, NameGivenAway.
        """
        there = cls.filter(id__in=ids).exclude(deleted_at=None)
        codes = {slugs.fold(str(code)): str(code) for code in await there.values_list("short_code", flat=True)}
        if not codes:
            return
        await there.update(deleted_at=None)
        await (quota.take_link(account) if len(codes) == 1 else quota.take_links(account, len(codes)))
        await Name.filter(link_id__in=ids).update(held_at=None)
        kept = await Name.filter(link_id__in=ids, folded__in=list(codes)).values_list("folded", flat=True)
        for folded in sorted(codes.keys() - set(kept)):
            raise slugs.NameGivenAway(codes[folded])
        await refresh(ids)  # names that others took meanwhile are no longer theirs

    async def delete_for_now(self, account: Account) -> None:
        """Deletes the link so that it can be brought back for 30 days; its names are held."""
        now = clock.now()
        async with transaction():
            await self.locked([self.id])
            await self.delete_many(account, [self.id], now)
        self.deleted_at = self.deleted_at or now

    async def restore(self, account: Account) -> None:
        """Brings a deleted link back under its names. Refusals: LinkLimitReached, NameGivenAway."""
        async with transaction():
            await self.locked([self.id])
            await self.restore_many(account, [self.id])
        self.deleted_at = None

    @classmethod
    async def mark_many(cls, ids: Sequence[UUID], column: str, at: datetime | None) -> None:
        """Pauses or archives links (`paused_at`, `archived_at`), or takes that back (None); since when stays."""
        marked: dict[str, Any] = {f"{column}__isnull": at is not None}
        await cls.filter(id__in=ids, **marked).update(**{column: at})

    async def pause(self) -> None:
        await self._mark(paused_at=self.paused_at or clock.now())

    async def resume(self) -> None:
        await self._mark(paused_at=None)

    async def archive(self) -> None:
        await self._mark(archived_at=self.archived_at or clock.now())

    async def unarchive(self) -> None:
        await self._mark(archived_at=None)

    async def block(self, why: str) -> None:
        """The operator's no: visitors get 451 with a way to object, and its names can go to no other link."""
        async with transaction():
            await self._mark(blocked_at=self.blocked_at or clock.now(), blocked_why=why)
            await Name.filter(link_id=self.id).update(barred_by=self.id)

    async def unblock(self) -> None:
        async with transaction():
            await self._mark(blocked_at=None, blocked_why="")
            await Name.filter(barred_by=self.id).update(barred_by=None)

    async def _mark(self, **columns: Any) -> None:
        await type(self).filter(id=self.id).update(**columns)
        for column, value in columns.items():
            setattr(self, column, value)

    @property
    def expired(self) -> bool:
        return _expired(self, clock.now())

    @property
    def used_up(self) -> bool:
        return _used_up(self)

    @property
    def state(self) -> State:
        return state_of(self, clock.now())


def state_of(link: Followed, now: datetime) -> State:
    """How a link answers a visit at this moment."""
    if link.deleted_at is not None:
        return State.DELETED
    if link.blocked_at is not None:
        return State.BLOCKED
    if link.paused_at is not None:
        return State.PAUSED
    if _expired(link, now):
        return State.EXPIRED
    if _used_up(link):
        return State.USED_UP
    return State.LOCKED if link.password_hash else State.LIVE


def _expired(link: Followed, now: datetime) -> bool:
    return link.expires_at is not None and link.expires_at <= now


def _used_up(link: Followed) -> bool:
    return link.click_limit is not None and link.admitted >= link.click_limit
