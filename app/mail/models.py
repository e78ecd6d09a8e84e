"""The queue of emails: one row for each email, which is sent once.

An email is queued inside the transaction of the event that it reports, so that it exists exactly if the event took
place. A sender claims a row by one conditional UPDATE, which also postpones the next attempt: nobody else sends it
meanwhile, and if the sender is killed it is tried again. The text of an email can contain a secret, such as a
confirmation URL. So it is deleted once the email was sent or given up, and the row a week after it was created.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from tortoise import fields
from tortoise.expressions import F
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock

KEPT, MOST_TRIES = timedelta(days=7), 10
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)  # until the next attempt; doubled each time


class Letter(Model):
    id = fields.UUIDField(primary_key=True)
    kind = fields.CharField(16)
    recipient = fields.CharField(254)
    subject = fields.CharField(200)
    text = fields.TextField()
    html = fields.TextField()
    off_url = fields.CharField(500, default="")
    tries = fields.IntField(default=0)
    due_at: datetime = fields.DatetimeField()
    sent_at: datetime | None = fields.DatetimeField(null=True)
    given_up_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "letters"
        indexes = (("sent_at", "due_at"), ("created_at", "id"))

    @classmethod
    def waiting(cls) -> QuerySet[Self]:
        """Returns the emails that were neither sent nor given up."""
        return cls.filter(sent_at=None, given_up_at=None)

    @classmethod
    def due(cls) -> QuerySet[Self]:
        """Returns the emails to send now, the one that has waited longest first."""
        return cls.waiting().filter(due_at__lte=clock.now(), tries__lt=MOST_TRIES).order_by("due_at")

    @classmethod
    def old(cls) -> QuerySet[Self]:
        """Returns the emails created more than a week ago, sent or not."""
        return cls.filter(created_at__lt=clock.now() - KEPT)

    async def claim(self) -> bool:
        """Claims the email for one attempt; returns False if another sender has claimed it."""
        due = clock.now() + min(FIRST_WAIT * 2 ** self.tries, LONGEST_WAIT)
        unclaimed = Letter.waiting().filter(id=self.id, tries=self.tries)
        if not await unclaimed.update(due_at=due, tries=F("tries") + 1):
            return False
        self.due_at, self.tries = due, self.tries + 1
        return True

    async def sent(self) -> None:
        """Marks the email as sent and deletes its text."""
        await Letter.filter(id=self.id).update(sent_at=clock.now(), text="", html="", off_url="")

    async def fail(self, *, for_good: bool = False, after: float = 0) -> bool:
        """Records a failed attempt; returns whether the email was given up.

        Unless `for_good` is True, the next attempt is at the earliest in `after` seconds, at most six hours later.
        """
        if for_good or self.tries >= MOST_TRIES:
            await Letter.filter(id=self.id).update(given_up_at=clock.now(), text="", html="", off_url="")
            return True
        next_try = clock.now() + min(timedelta(seconds=after), LONGEST_WAIT)
        if next_try > self.due_at:
            await Letter.filter(id=self.id).update(due_at=next_try)
        return False

    @property
    def state(self) -> str:
        """`waiting`, `sent` or `given_up`."""
        if self.sent_at:
            return "sent"
        return "given_up" if self.given_up_at else "waiting"
