"""A letter that is to be sent, once, as one row.

Whoever writes one does it inside the transaction of what it tells, so that the letter is there exactly when that
happened; the job that sends it (app/mail/delivery.py) is enqueued in the same transaction. What a letter says can be a
secret (an address that confirms something): it goes once the letter was sent or given up, and the row a week after it
was written.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock

KEPT = timedelta(days=7)


class Letter(Model):
    id = fields.UUIDField(primary_key=True)
    kind = fields.CharField(16)
    recipient = fields.CharField(254)
    subject = fields.CharField(200)
    text = fields.TextField()
    html = fields.TextField()
    off_url = fields.CharField(500, default="")
    sent_at: datetime | None = fields.DatetimeField(null=True)
    given_up_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "letters"
        indexes = (("created_at", "id"),)

    @classmethod
    def waiting(cls) -> QuerySet[Self]:
        return cls.filter(sent_at=None, given_up_at=None)

    @classmethod
    def old(cls) -> QuerySet[Self]:
        """Those of more than a week ago, sent or not."""
        return cls.filter(created_at__lt=clock.now() - KEPT)

    async def sent(self) -> None:
        """It is on its way: what it says goes."""
        await Letter.filter(id=self.id).update(sent_at=clock.now(), text="", html="", off_url="")

    async def give_up(self) -> None:
        """It will never be sent: what it says goes."""
        await Letter.waiting().filter(id=self.id).update(given_up_at=clock.now(), text="", html="", off_url="")

    @property
    def state(self) -> str:
        """waiting, sent or given_up."""
        if self.sent_at:
            return "sent"
        return "given_up" if self.given_up_at else "waiting"
