"""The queue of emails: one row for each email, which is sent once.

An email is queued inside the transaction of the event that it reports, so that it exists exactly if the event took
place. The job that sends it (app/mail/delivery.py) is enqueued in the same transaction. The text of an email can
contain a secret, such as a confirmation URL. So it is deleted once the email was sent or given up, and the row a week
after it was created.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock

RETENTION = timedelta(days=7)


class OutgoingEmail(Model):
    id = fields.UUIDField(primary_key=True)
    kind = fields.CharField(16)
    recipient = fields.CharField(254)
    account_id: UUID | None = fields.UUIDField(null=True)
    subject = fields.CharField(200)
    text = fields.TextField()
    html = fields.TextField()
    off_url = fields.CharField(500, default="")
    sent_at: datetime | None = fields.DatetimeField(null=True)
    given_up_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "letters"
        indexes = (("created_at", "id"), ("recipient", "created_at", "id"))

    @classmethod
    def waiting(cls) -> QuerySet[Self]:
        """Returns the emails that were neither sent nor given up."""
        return cls.filter(sent_at=None, given_up_at=None)

    @classmethod
    def past_retention(cls) -> QuerySet[Self]:
        """Returns the emails created more than a week ago, sent or not."""
        return cls.filter(created_at__lt=clock.now() - RETENTION)

    async def mark_sent(self) -> None:
        """Marks the email as sent and deletes its text."""
        await OutgoingEmail.filter(id=self.id).update(sent_at=clock.now(), text="", html="", off_url="")

    async def give_up(self) -> None:
        """Marks the email as one that will never be sent, unless it was sent, and deletes its text."""
        await OutgoingEmail.waiting().filter(id=self.id).update(given_up_at=clock.now(), text="", html="", off_url="")

    @property
    def state(self) -> str:
        """`waiting`, `sent` or `given_up`."""
        if self.sent_at:
            return "sent"
        return "given_up" if self.given_up_at else "waiting"
