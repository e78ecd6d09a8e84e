"""A name in the one namespace that short links and bio pages share: `/<name>`.

A name belongs to an account and leads to a link, or is *held*: it was renamed or deleted, answers 410, its owner can
take it back, and nobody else can for a year. `barred_by` is a link the operator blocked: nobody can have its names.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.models import Model

from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
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
    held_at: datetime | None = fields.DatetimeField(null=True)
    barred_by: UUID | None = fields.UUIDField(null=True)

    class Meta:
        table = "names"
        ordering = ("id",)

    @classmethod
    async def claim(cls, account: Account, link_id: UUID, raw: str) -> Self:
        """Takes a name for a link; inside a transaction.

        Refusals: ReservedSlug, InvalidSlug, SlugTaken, TooManyNames.
        """
        shown = slugs.checked(raw)
        folded = slugs.fold(shown)
        try:
            await cls._room(account)
            async with transaction():
                return await cls.create(folded=folded, shown=shown, account_id=account.id, link_id=link_id)
        except IntegrityError:
            free = Q(account_id=account.id) | Q(held_at__lt=clock.now() - HELD_FOR)
            held = cls.filter(free, folded=folded, held_at__not_isnull=True, barred_by=None)
            if not await held.update(account_id=account.id, link_id=link_id, shown=shown, held_at=None):
                raise SlugTaken(shown) from None
            return await cls.get(folded=folded)

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

    def free_for(self, account: Account) -> bool:
        """Whether `claim` would give this name to the account."""
        return self.held_at is not None and self.barred_by is None and (
            self.account_id == account.id or self.held_at < clock.now() - HELD_FOR
        )

    @classmethod
    async def _room(cls, account: Account) -> None:
        """A brake on squatting, not a promise: two at once may pass it by one."""
        most = NAMES_A_LINK * quota.links_limit(account)
        if await cls.filter(account_id=account.id).count() >= most:
            raise TooManyNames(most=most)

    async def drop(self) -> None:
        """Lets the name go: it leads nowhere and is held."""
        await Name.filter(id=self.id).update(link_id=None, held_at=clock.now())
