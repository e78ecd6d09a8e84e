"""The states of a link (paused, archived, blocked, deleted, restored) and how each state answers a visit.

Actions on many links run in a fixed number of statements and apply to all of them or to none; an action on one link
uses the same functions with a list of one id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self
from uuid import UUID

from tortoise.models import Model

from app.kernel import clock
from app.kernel.db import joined_transaction, transaction
from app.links.history.recording import recorded
from app.links.rules.choice import Destinations
from app.links.search_column import refresh_search_texts
from app.names import slug as slugs
from app.names.models import Name
from app.plans import quota
from app.webhooks import outbox

if TYPE_CHECKING:
    from app.accounts.models import Account

RESTORABLE_FOR = timedelta(days=30)


class State(StrEnum):
    """How a link answers a visit, first match first."""

    DELETED = "deleted"
    BLOCKED = "blocked"
    PAUSED = "paused"
    EXPIRED = "expired"
    USED_UP = "used_up"
    NOT_OPEN = "not_open"
    LOCKED = "locked"
    LIVE = "live"


class RedirectRules(Destinations, Protocol):
    """The attributes that decide how a visit is answered; they are those of a `Link`, or of the `resolution.Target`
    with the same columns.
    """

    @property
    def redirect_status(self) -> int:
        """The HTTP status of the redirect: 301, 302, 307 or 308."""

    @property
    def forward_query(self) -> bool:
        """Whether the visitor's query string is added to the destination."""

    @property
    def append_path(self) -> bool:
        """Whether the visitor's further path is added to the destination."""

    @property
    def opens_at(self) -> datetime | None:
        """When the link begins to lead somewhere, in UTC; None for always."""

    @property
    def fallback_url(self) -> str:
        """The URL that visitors are redirected to once the link has ended; "" for none."""

    @property
    def expires_at(self) -> datetime | None:
        """When the link ends, in UTC; None for never."""

    @property
    def click_limit(self) -> int | None:
        """How many visits are let through; None for any number."""

    @property
    def admitted(self) -> int:
        """How many visits the click limit has let through."""

    @property
    def password_hash(self) -> str | None:
        """The hash of the password that visitors must enter; None without one."""

    @property
    def paused_at(self) -> datetime | None:
        """Since when the owner has paused the link, if so."""

    @property
    def blocked_at(self) -> datetime | None:
        """Since when the operator has blocked the link, if so."""

    @property
    def deleted_at(self) -> datetime | None:
        """When the link was deleted, if it was."""


class Lifecycle(Model):
    """The base class of Link; `Link` declares the columns."""

    class Meta:
        abstract = True

    id: UUID
    account_id: UUID
    short_code: str
    destination_url: str
    redirect_status: int
    forward_query: bool
    rules: str | None
    ios_url: str
    android_url: str
    opens_at: datetime | None
    fallback_url: str
    next_url: str
    next_url_at: datetime | None
    append_path: bool
    expires_at: datetime | None
    click_limit: int | None
    password_hash: str | None
    admitted: int
    paused_at: datetime | None
    archived_at: datetime | None
    blocked_at: datetime | None
    deleted_at: datetime | None
    preview_title: str
    preview_description: str
    preview_picture_id: UUID | None

    @classmethod
    async def lock_many(cls, ids: Iterable[UUID]) -> list[Self]:
        """Locks these links until the transaction ends and returns them.

        The rows are locked in the order of their ids, so that two transactions cannot deadlock.
        """
        return await cls.filter(id__in=list(ids)).order_by("id").select_for_update(no_key=True)

    @classmethod
    async def delete_many(cls, account: Account, ids: Sequence[UUID], at: datetime) -> None:
        """Soft-deletes locked links; they can be restored for 30 days, and their names stay held."""
        async with recorded(cls, ids):
            if deleted := await cls.filter(id__in=ids, account_id=account.id, deleted_at=None).update(deleted_at=at):
                await quota.uncount_links(account, deleted)
                await Name.filter(link_id__in=ids, held_at=None).update(held_at=at)
                await outbox.announce(account.id, "link.deleted", ids)

    @classmethod
    async def restore_many(cls, account: Account, ids: Sequence[UUID]) -> None:
        """Restores locked links that were deleted, under their names. They are told as changed: their ids are old ones.

        Raises: LinkLimitReached, NotEnoughLinks, NameTakenMeanwhile.
        """
        deleted = cls.filter(id__in=ids).exclude(deleted_at=None)
        codes_by_id = dict(await deleted.values_list("id", "short_code"))
        codes = {slugs.fold_name(code): code for code in codes_by_id.values()}
        if not codes:
            return
        async with recorded(cls, ids):
            await deleted.update(deleted_at=None)
        await (quota.count_new_link(account) if len(codes) == 1 else quota.count_new_links(account, len(codes)))
        await Name.filter(link_id__in=ids).update(held_at=None)
        still_owned = (
            await Name.on_domain().filter(link_id__in=ids, folded__in=list(codes)).values_list("folded", flat=True)
        )
        for folded in sorted(codes.keys() - set(still_owned)):
            raise slugs.NameTakenMeanwhile(codes[folded])
        await refresh_search_texts(ids)  # a link may have lost an alias to somebody else
        await outbox.announce(account.id, "link.updated", codes_by_id)

    async def soft_delete(self, account: Account) -> None:
        """Soft-deletes the link; it can be restored for 30 days, and its names stay held."""
        now = clock.now()
        async with transaction():
            await self.lock_many([self.id])
            await self.delete_many(account, [self.id], now)
        self.deleted_at = self.deleted_at or now

    async def restore(self, account: Account) -> None:
        """Restores a deleted link under its names. Raises: LinkLimitReached, NameTakenMeanwhile."""
        async with transaction():
            await self.lock_many([self.id])
            await self.restore_many(account, [self.id])
        self.deleted_at = None

    @classmethod
    async def pause_or_archive_many(
        cls, account: Account, ids: Sequence[UUID], column: str, at: datetime | None
    ) -> None:
        """Sets `paused_at` or `archived_at` of locked links of an account, or clears it when `at` is None.

        A link that is paused or archived already keeps its time.
        """
        condition: dict[str, Any] = {f"{column}__isnull": at is not None}
        changing = [UUID(str(id)) for id in await cls.filter(id__in=ids, **condition).values_list("id", flat=True)]
        async with joined_transaction(), recorded(cls, changing):
            await cls.filter(id__in=changing).update(**{column: at})
            await outbox.announce(account.id, "link.updated", changing)

    async def pause(self) -> None:
        """Pauses the link; the time of an earlier pause is kept."""
        await self._update_columns(paused_at=self.paused_at or clock.now())

    async def resume(self) -> None:
        """Ends the pause."""
        await self._update_columns(paused_at=None)

    async def archive(self) -> None:
        """Archives the link, which keeps redirecting; the time of an earlier archiving is kept."""
        await self._update_columns(archived_at=self.archived_at or clock.now())

    async def unarchive(self) -> None:
        """Takes the link out of the archive."""
        await self._update_columns(archived_at=None)

    async def block(self, why: str) -> None:
        """Blocks the link for the operator's reason `why`.

        Visitors get HTTP 451 with a way to object, and no other link can take its names.
        """
        event = "link.updated" if self.blocked_at else "link.blocked"
        async with transaction():
            await self._update_columns(event, blocked_at=self.blocked_at or clock.now(), blocked_why=why)
            await Name.filter(link_id=self.id).update(barred_by=self.id)

    async def unblock(self) -> None:
        """Ends the operator's block of the link and of its names."""
        async with transaction():
            await self._update_columns(blocked_at=None, blocked_why="")
            await Name.filter(barred_by=self.id).update(barred_by=None)

    async def _update_columns(self, event: str = "link.updated", /, **columns: Any) -> None:
        """Writes these columns to the database and to this object, and announces an event."""
        async with joined_transaction(), recorded(type(self), [self.id]):
            await type(self).filter(id=self.id).update(**columns)
            await outbox.announce(self.account_id, event, [self.id])
        for column, value in columns.items():
            setattr(self, column, value)

    @property
    def has_own_preview(self) -> bool:
        """Whether fetchers of previews get a card of the owner's own."""
        return bool(self.preview_title or self.preview_description or self.preview_picture_id)

    @property
    def expired(self) -> bool:
        """Whether the expiry time has passed."""
        return _expired(self, clock.now())

    @property
    def used_up(self) -> bool:
        """Whether the click limit is reached."""
        return _used_up(self)

    @property
    def state(self) -> State:
        """How the link answers a visit now."""
        return link_state(self, clock.now())


def link_state(link: RedirectRules, now: datetime) -> State:
    """How a link answers a visit at the time `now`."""
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
    if link.opens_at is not None and link.opens_at > now:
        return State.NOT_OPEN
    return State.LOCKED if link.password_hash else State.LIVE


def _expired(link: RedirectRules, now: datetime) -> bool:
    return link.expires_at is not None and link.expires_at <= now


def _used_up(link: RedirectRules) -> bool:
    return link.click_limit is not None and link.admitted >= link.click_limit
