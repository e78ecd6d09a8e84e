"""A name in the one namespace that short links and bio pages share: `/<name>`.

A name belongs to an account and leads to a link or a page, or is *held*: it was renamed or deleted, answers 410, its
owner can take it back, and nobody else can for a year. `printed` counts the QR codes that carry it: while there is one,
the name stays with its link. `barred_by` is a link or page the operator blocked: nobody can have its names.

The names of the links underneath a bio page are drawn by us: they do not count among those an account may hold, and are
given up when their link goes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F, Q, Subquery
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, site
from app.kernel.db import transaction
from app.kernel.refusal import N_, NotFound, Refusal
from app.names import slug as slugs
from app.names.slug import SlugTaken
from app.plans import quota

if TYPE_CHECKING:
    from app.accounts.models import Account

HELD_FOR = timedelta(days=365)
NAMES_A_LINK = 100
TRIES_AT_A_LENGTH = 4


class TooManyNames(Refusal):
    code, field = "SHORTLINK_LIMIT_REACHED", "slug"
    says = N_("You hold %(most)s names, old ones included, the most your plan allows. Use one of those again.")


class Name(Model):
    id = fields.BigIntField(primary_key=True)
    folded = fields.CharField(64, unique=True)
    shown = fields.CharField(64)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="names", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    link: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Link", related_name="names", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    link_id: UUID | None
    page: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "models.Page", related_name="names", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    page_id: UUID | None
    held_at: datetime | None = fields.DatetimeField(null=True)
    printed = fields.IntField(default=0)
    barred_by: UUID | None = fields.UUIDField(null=True)

    class Meta:
        table = "names"
        ordering = ("id",)

    @classmethod
    async def claim(cls, account: Account, link_id: UUID | None, raw: str, *, page_id: UUID | None = None) -> Self:
        """Takes a name for a link or a page; inside a transaction.

        Refusals: ReservedSlug, InvalidSlug, SlugTaken, TooManyNames.
        """
        shown = slugs.checked(raw)
        folded = slugs.fold(shown)
        leads: dict[str, Any] = {"link_id": link_id, "page_id": page_id}
        try:
            await cls._room(account)
            async with transaction():
                return await cls.create(folded=folded, shown=shown, account_id=account.id, **leads)
        except IntegrityError:
            free = Q(account_id=account.id) | Q(held_at__lt=clock.now() - HELD_FOR)
            held = cls.filter(free, folded=folded, held_at__not_isnull=True, barred_by=None)
            if not await held.update(account_id=account.id, shown=shown, held_at=None, **leads):
                raise SlugTaken(shown) from None
            return await cls.get(folded=folded)

    @classmethod
    async def find(cls, raw: str, **columns: Any) -> Self | None:
        """The name as somebody wrote it, in any case; `columns` are what its row must have. None if there is none."""
        key = slugs.lookup_key(raw)
        return await cls.get_or_none(folded=key, **columns) if key else None

    @classmethod
    async def own(cls, slug: str, **whose: Any) -> Self:
        """A name as it is written; `whose` are columns of it. Refusals: NotFound."""
        name = await cls.find(slug, **whose)
        if name is None:
            raise NotFound
        return name

    @classmethod
    async def draw(cls, account: Account, link_id: UUID, first: str) -> Self:
        """Takes a random name, `first` if it is free: drawn again on a collision, longer as the space fills."""
        candidate = first
        for attempt in range(1, TRIES_AT_A_LENGTH * 8):
            try:
                return await cls.claim(account, link_id, candidate)
            except (SlugTaken, slugs.ReservedSlug):
                candidate = slugs.draw(slugs.LENGTH + attempt // TRIES_AT_A_LENGTH)
        raise RuntimeError("no random name was free in 31 tries")

    @classmethod
    async def claim_many(cls, account: Account, wanted: dict[str, UUID]) -> None:
        """Takes a checked name for each link, all or none of them; inside a transaction.

        In one order for all, so that two who claim the same names wait for each other instead of locking up.
        Refusals: SlugTaken, TooManyNames. Raises IntegrityError when somebody takes one in the same moment.
        """
        await cls._room(account, len(wanted))
        asked = {slugs.fold(shown): (shown, link_id) for shown, link_id in wanted.items()}
        there = {name.folded for name in await cls.filter(folded__in=list(asked))}
        for folded in sorted(there):
            await cls.claim(account, asked[folded][1], asked[folded][0])
        await cls.bulk_create((
            cls(folded=folded, shown=shown, account_id=account.id, link_id=link_id)
            for folded, (shown, link_id) in sorted(asked.items()) if folded not in there), batch_size=50)

    @classmethod
    async def draw_many(cls, count: int) -> list[str]:
        """As many different random names that are free just now."""
        drawn: dict[str, None] = {}
        while len(drawn) < count:
            fresh = {slugs.draw() for _ in range(count - len(drawn))} - slugs.RESERVED
            taken = await cls.filter(folded__in=list(fresh)).values_list("folded", flat=True)
            drawn |= dict.fromkeys(fresh - {str(name) for name in taken})
        return list(drawn)

    @classmethod
    async def give(cls, account: Account, drawn: dict[str, UUID]) -> None:
        """Gives each link underneath a page its drawn name, whatever the plan has room for; inside a transaction.

        Raises IntegrityError when somebody takes one in the same moment.
        """
        await cls.bulk_create((
            cls(folded=slugs.fold(shown), shown=shown, account_id=account.id, link_id=link_id)
            for shown, link_id in sorted(drawn.items())), batch_size=500)

    @classmethod
    async def take_back(cls, link_ids: list[UUID]) -> set[UUID]:
        """Lets the names that these links still hold lead to them again; returns the links that held one."""
        if not link_ids:
            return set()
        held = cls.filter(link_id__in=link_ids)
        found = {name.link_id for name in await held if name.link_id}
        if found:
            await held.update(held_at=None)
        return found

    @classmethod
    async def release(cls, link_ids: list[UUID] | Subquery) -> None:
        """Gives the names of links up, so that nobody holds them; those that are barred or printed are held."""
        await cls.filter(link_id__in=link_ids, printed=0, barred_by=None).delete()
        await cls.filter(link_id__in=link_ids).update(held_at=clock.now())

    @classmethod
    async def hand_over(cls, giver: UUID, account: Account) -> None:
        """Gives every name of an account to another one; inside a transaction. Refusals: TooManyNames."""
        await cls._room(account, await cls._counted(giver).count())
        await cls.filter(account_id=giver).update(account_id=account.id)

    @property
    def url(self) -> str:
        return site.url("public", f"/{self.shown}")

    @property
    def address(self) -> str:
        """Its URL as people read it: `kliqs.me/kopi-senja`."""
        return f"{site.current().host('public')}/{self.shown}"

    def free_for(self, account: Account) -> bool:
        """Whether `claim` would give this name to the account."""
        return self.held_at is not None and self.barred_by is None and (
            self.account_id == account.id or self.held_at < clock.now() - HELD_FOR
        )

    @classmethod
    async def _room(cls, account: Account, count: int = 1) -> None:
        """A brake on squatting, not a promise: two at once may pass it by one."""
        most = NAMES_A_LINK * quota.links_limit(account)
        if await cls._counted(account.id).count() + count > most:
            raise TooManyNames(most=most)

    @classmethod
    def _counted(cls, account_id: UUID) -> QuerySet[Self]:
        """The names that count among those an account may hold: not those of the links underneath its pages."""
        return cls.filter(account_id=account_id, link__page_id=None)

    async def drop(self) -> bool:
        """Lets the name go: it leads nowhere and is held. False when QR codes carry it."""
        return bool(await Name.filter(id=self.id, printed=0).update(link_id=None, page_id=None, held_at=clock.now()))

    async def print(self) -> bool:
        """Counts a QR code that carries the name; False when it leads elsewhere by now, or nowhere."""
        leads = {"link_id": self.link_id, "page_id": self.page_id, "held_at": None}
        return bool(await Name.filter(id=self.id, **leads).update(printed=F("printed") + 1))
