"""Reports of visitors to the operator about a link or page that deceives, harms or steals.

Who sent a report is not stored.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, event_bus, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, InvalidRequest, NotFound
from app.kernel.throttle import Throttle
from app.links.models import Link
from app.names.models import Name
from app.pages.models import Page

MAX_LENGTH = 1_000
REASONS = {
    "deceives": N_("It deceives: phishing, a scam, a false shop"),
    "harms": N_("It spreads harmful software"),
    "illegal": N_("It shows something illegal or hateful"),
    "stolen": N_("It uses my name, picture or work"),
    "other": N_("Something else"),
}
SUBMITTED = "report.submitted"  # announced inside the transaction, with the report
by_address = Throttle("report by address", 5, 60)


class UnknownReason(InvalidRequest):
    """Raised for a reason that is not in REASONS."""

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
    words = fields.CharField(MAX_LENGTH)
    created_at = fields.DatetimeField()
    closed_at: datetime | None = fields.DatetimeField(null=True)

    class Meta:
        table = "reports"
        indexes = (("closed_at", "created_at"),)

    @classmethod
    def open(cls) -> QuerySet[Self]:
        """The reports that the operator has not closed yet, oldest first."""
        return cls.filter(closed_at=None).order_by("created_at")

    @classmethod
    async def submit(cls, name: str, reason: str, words: str, address: str) -> Self:
        """Stores a report about the link or page with this name.

        `words` is the visitor's description; `address` is the visitor's IP address, used only for the rate limit.
        Raises: NotFound, UnknownReason, TooLong, TooManyAttempts.
        """
        faults, clean_words = Faults.gather(), ""
        with faults.catching():
            if reason not in REASONS:
                raise UnknownReason
        with faults.catching():
            clean_words = text.clean_multiline(words, MAX_LENGTH, "words")
        faults.raise_if_any()
        reported = await find_name_in_use(name)
        await by_address.attempt(address)
        return await cls._store(reported, reason, clean_words)

    @classmethod
    async def _store(cls, reported: Name, reason: str, words: str) -> Self:
        """Stores a report that was checked, and announces it."""
        target: dict[str, Any] = {"name": reported.shown, "link_id": reported.link_id, "page_id": reported.page_id}
        async with transaction():
            report = await cls.create(id=uuid4(), reason=reason, words=words, created_at=clock.now(), **target)
            await event_bus.announce(SUBMITTED, report)
        return report

    async def close(self) -> None:
        """Marks the report as dealt with by the operator."""
        await Report.filter(id=self.id, closed_at=None).update(closed_at=clock.now())


async def find_name_in_use(name: str) -> Name:
    """The record of a reported name. Raises: NotFound for a name that is unknown or held."""
    record = await Name.find(name, held_at=None)
    if record is None:
        raise NotFound
    return record
