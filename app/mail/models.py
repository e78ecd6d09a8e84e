"""A letter that is to be sent, once, as one row.

Whoever writes one does it inside the transaction of what it tells, so that the letter is there exactly when that
happened. A sender takes a letter by one conditional UPDATE, which puts its next try off: nobody else sends it
meanwhile, and one whose sender was cut off is tried again. What a letter says can be a secret (an address that confirms
something): it goes once the letter was sent or given up, and the row a week after it was written.
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
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)  # to the next try; doubled each time


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
        return cls.filter(sent_at=None, given_up_at=None)

    @classmethod
    def due(cls) -> QuerySet[Self]:
        """Those to try now, the one that has waited longest first."""
        return cls.waiting().filter(due_at__lte=clock.now(), tries__lt=MOST_TRIES).order_by("due_at")

    @classmethod
    def old(cls) -> QuerySet[Self]:
        """Those of more than a week ago, sent or not."""
        return cls.filter(created_at__lt=clock.now() - KEPT)

    async def claim(self) -> bool:
        """Takes the letter for one try; False when somebody else has."""
        due = clock.now() + min(FIRST_WAIT * 2 ** self.tries, LONGEST_WAIT)
        mine = Letter.waiting().filter(id=self.id, tries=self.tries)
        if not await mine.update(due_at=due, tries=F("tries") + 1):
            return False
        self.due_at, self.tries = due, self.tries + 1
        return True

    async def sent(self) -> None:
        """It is on its way: what it says goes."""
        await Letter.filter(id=self.id).update(sent_at=clock.now(), text="", html="", off_url="")

    async def fail(self, *, for_good: bool = False, after: float = 0) -> bool:
        """It could not be sent: tried again, not before `after` seconds, or given up. Returns whether it is."""
        if for_good or self.tries >= MOST_TRIES:
            await Letter.filter(id=self.id).update(given_up_at=clock.now(), text="", html="", off_url="")
            return True
        wished = clock.now() + min(timedelta(seconds=after), LONGEST_WAIT)
        if wished > self.due_at:
            await Letter.filter(id=self.id).update(due_at=wished)
        return False

    @property
    def state(self) -> str:
        """waiting, sent or given_up."""
        if self.sent_at:
            return "sent"
        return "given_up" if self.given_up_at else "waiting"
