"""Saved styles: a look that an account stores under a name. One of them is the default for new codes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, InvalidRequest, Refusal, TooLong
from app.media.models import Media
from app.media.references import register_usage
from app.plans import quota
from app.qr.design import Design
from app.qr.look import Look

MAX_STYLES, MAX_NAME_LENGTH = 30, 40
register_usage("SELECT 1 FROM qr_codes WHERE logo_id = media.id")
register_usage("SELECT 1 FROM qr_styles WHERE logo_id = media.id")


class StyleNameMissing(Refusal):
    """A style was saved without a name."""

    code, field, says = "NAME_MISSING", "style_name", N_("Give the style a name, such as Menu or Parcel.")


class TooManyStyles(InvalidRequest):
    """The account has as many styles as are allowed."""

    field, says = "style_name", N_("You have %(most)s styles. Delete one first.")


class SavedStyle(Model):
    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="saved_styles", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(MAX_NAME_LENGTH)
    folded = fields.CharField(MAX_NAME_LENGTH)
    design: dict[str, Any] = fields.JSONField(default=dict)
    logo: fields.ForeignKeyNullableRelation[Media] = fields.ForeignKeyField(
        "models.Media", related_name="saved_styles", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    logo_id: UUID | None
    chosen_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "qr_styles"
        unique_together = (("account", "folded"),)
        ordering = ("folded",)

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The account's styles."""
        return cls.filter(account_id=account.id)

    @classmethod
    async def save_look(cls, account: Account, raw: str, look: Look) -> Self:
        """Save a look under a name; a style of the same name is replaced.

        Raises: StyleNameMissing, TooLong, TooManyStyles.
        """
        name = text.clean_line(raw, MAX_NAME_LENGTH, "style_name")
        if not name:
            raise StyleNameMissing
        logo = look.logo.id if look.logo else None
        values: dict[str, Any] = {"name": name, "design": look.design.as_dict(), "logo_id": logo}
        folded = text.fold_identifier(name, MAX_NAME_LENGTH)
        if len(folded) > MAX_NAME_LENGTH:  # one ligature folds to three letters: cut, two names would be one
            raise TooLong(field="style_name", most=MAX_NAME_LENGTH)
        same_name = cls.owned_by(account).filter(folded=folded)
        async with transaction():
            await quota.lock_for_more(account)
            if await same_name.update(**values):
                return await same_name.get()
            if await cls.owned_by(account).count() >= MAX_STYLES:
                raise TooManyStyles(most=MAX_STYLES)
            return await cls.create(id=uuid4(), account_id=account.id, folded=folded, **values)

    @classmethod
    async def default_for(cls, account: Account) -> Self | None:
        """The style that new codes start with; None for our own default. Its logo is prefetched."""
        chosen = cls.owned_by(account).exclude(chosen_at=None).order_by("-chosen_at")
        return await chosen.prefetch_related("logo").first()

    async def make_default(self) -> None:
        """Make this the style that new codes start with."""
        async with transaction():
            await SavedStyle.filter(account_id=self.account_id).order_by("id").select_for_update()
            await SavedStyle.filter(account_id=self.account_id).update(chosen_at=None)
            await SavedStyle.filter(id=self.id).update(chosen_at=clock.now())

    @property
    def look(self) -> Look:
        """The style's look. The logo must be prefetched."""
        return Look(Design.of(self.design), self.logo)
