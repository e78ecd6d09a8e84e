"""What visitors report to the operator: a link or a page that deceives, harms or steals. Who did is not kept."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, text
from app.kernel.refusal import N_, Faults, InvalidRequest, NotFound
from app.kernel.throttle import Throttle
from app.links.models import Link
from app.names.models import Name
from app.pages.models import Page

LONGEST = 1_000
REASONS = {
    "deceives": N_("It deceives: phishing, a scam, a false shop"),
    "harms": N_("It spreads harmful software"),
    "illegal": N_("It shows something illegal or hateful"),
    "stolen": N_("It uses my name, picture or work"),
    "other": N_("Something else"),
}
by_address = Throttle("report by address", 5, 60)


class NoReason(InvalidRequest):
    field, says = "reason", N_("Choose what is wrong with it.")


class Report(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.CharField(64)
    link: fields.ForeignKeyNullableRelation[Link] = fields.ForeignKeyField(
        "models.Link", related_name="reports", on_delete=fields.CASCADE, null=True, db_index=True
    )
    link_id: UUID | None
    page: fields.ForeignKeyNullableRelation[Page] = fields.ForeignKeyField(
        "models.Page", related_name="reports", on_delete=fields.CASCADE, null=True, db_index=True
    )
    page_id: UUID | None
    reason = fields.CharField(16)
    words = fields.CharField(LONGEST)
    created_at = fields.DatetimeField()
    closed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "reports"
        indexes = (("closed_at", "created_at"),)

    @classmethod
    def open(cls) -> QuerySet[Self]:
        """What the operator has not closed yet, oldest first."""
        return cls.filter(closed_at=None).order_by("created_at")

    @classmethod
    async def file(cls, name: str, reason: str, words: str, address: str) -> Self:
        """Tells the operator of what stands at a name; `address` is the visitor's, for the limit, never kept.

        Refusals: NotFound, NoReason, TooLong, TooManyAttempts.
        """
        faults, told = Faults.gather(), ""
        with faults.catching():
            if reason not in REASONS:
                raise NoReason
        with faults.catching():
            told = text.prose(words, LONGEST, "words")
        faults.raise_if_any()
        found = await standing(name)
        await by_address.attempt(address)
        return await cls.create(id=uuid4(), name=found.shown, link_id=found.link_id, page_id=found.page_id,
                                reason=reason, words=told, created_at=clock.now())

    async def close(self) -> None:
        """The operator has seen to it."""
        await Report.filter(id=self.id, closed_at=None).update(closed_at=clock.now())


async def standing(name: str) -> Name:
    """The name that is reported. Refusals: NotFound, for one that leads nowhere."""
    found = await Name.find(name, held_at=None)
    if found is None:
        raise NotFound
    return found
