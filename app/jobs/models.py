"""The table of jobs: one row for each piece of work that happens later.

A job waits until `due_at`. A worker claims it by one conditional UPDATE, which raises `fence` and moves `due_at` to the
end of the worker's lease: nobody else takes it meanwhile. A worker renews its lease while it works; when its process
dies the lease runs out and another one claims the job. Whatever a worker writes to a job asks for the fence it was
claimed with, so that one that lost its lease can neither finish the job nor change it.

`ended_at` and `outcome` say how it ended. Of the jobs that have not ended, one has a `unique_key` (a partial unique
index). `lost_at` says when it was last claimed from a worker that was gone. `tries` counts how often it was begun,
`done` of `total` how far it is. Payloads are bounded and hold no secrets: they name rows by their ids.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

from tortoise import Tortoise, fields
from tortoise.expressions import F, Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock, db

MOST_PAYLOAD, MOST_REASON = 64 * 1024, 500  # bytes of JSON, characters
FINISHED_KEPT, FAILED_KEPT = timedelta(days=7), timedelta(days=30)
FINISHED, FAILED, CANCELLED = "finished", "failed", "cancelled"
CLAIM = """
    UPDATE jobs SET fence = fence + 1, tries = tries + 1, done = 0, total = 0, begun_at = $1, due_at = $2,
        lost_at = CASE WHEN begun_at IS NULL THEN lost_at ELSE $1 END
    WHERE id = (SELECT id FROM jobs WHERE ended_at IS NULL AND due_at <= $1 AND kind IN ({kinds})
        ORDER BY due_at LIMIT 1 {lock})
    RETURNING id, fence"""


class LeaseLost(Exception):
    """The job was cancelled, or its lease ran out and it is another worker's by now."""


class PayloadTooLarge(ValueError):
    """A payload of more than MOST_PAYLOAD bytes of JSON."""


class Job(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    kind = fields.CharField(40)
    payload: dict[str, Any] = fields.JSONField(default=dict)
    unique_key = fields.CharField(120, null=True)
    due_at: datetime = fields.DatetimeField()
    fence = fields.IntField(default=0)
    tries = fields.IntField(default=0)
    begun_at: datetime | None = fields.DatetimeField(null=True)
    lost_at: datetime | None = fields.DatetimeField(null=True)
    done = fields.IntField(default=0)
    total = fields.IntField(default=0)
    reason = fields.CharField(MOST_REASON, default="")
    outcome = fields.CharField(10, default="")
    ended_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "jobs"
        indexes = (("outcome", "ended_at"),)  # two more, both partial, are written by hand in the migration

    @classmethod
    def open(cls) -> QuerySet[Self]:
        """Jobs that have not ended."""
        return cls.filter(ended_at=None)

    @classmethod
    def due(cls) -> QuerySet[Self]:
        """Jobs that may be claimed now, with those whose lease ran out."""
        return cls.open().filter(due_at__lte=clock.now())

    @classmethod
    def in_state(cls, state: str) -> QuerySet[Self]:
        """Jobs that are waiting, running, finished, failed or cancelled."""
        if state in (FINISHED, FAILED, CANCELLED):
            return cls.filter(outcome=state)
        return cls.open().filter(begun_at__isnull=state == "waiting")

    @classmethod
    def old(cls) -> QuerySet[Self]:
        """Ended jobs that are no longer kept."""
        now = clock.now()
        return cls.filter(
            Q(outcome__in=[FINISHED, CANCELLED], ended_at__lt=now - FINISHED_KEPT)
            | Q(outcome=FAILED, ended_at__lt=now - FAILED_KEPT)
        )

    @classmethod
    async def claim(cls, kinds: list[str], lease: timedelta) -> Self | None:
        """Takes the job of these kinds that has been due longest, for the length of a lease; None if there is none."""
        if not kinds or not await cls.due().filter(kind__in=kinds).exists():  # reading takes no lock of a writer
            return None
        now, on_postgres = clock.now(), Tortoise.get_connection(db.MAIN).capabilities.dialect == "postgres"
        places = ", ".join(f"${at}" for at in range(3, len(kinds) + 3))
        sql = CLAIM.format(kinds=places, lock="FOR UPDATE SKIP LOCKED" if on_postgres else "")
        claimed = await db.query_rows(sql, [now, now + lease, *kinds])
        return await cls.get_or_none(id=UUID(str(claimed[0]["id"])), fence=claimed[0]["fence"]) if claimed else None

    async def renew(self, lease: timedelta) -> bool:
        """Prolongs the lease from now on; False when the job is no longer this worker's."""
        return bool(await self._mine().update(due_at=clock.now() + lease))

    async def report_progress(self, done: int, total: int) -> None:
        """Says how far a handler is. Raises LeaseLost when it should not go on."""
        if not await self._mine().update(done=done, total=total):
            raise LeaseLost
        self.done, self.total = done, total

    async def finish(self) -> bool:
        """Ends the job well; False when it is no longer this worker's."""
        return await self._end(FINISHED, "")

    async def fail(self, reason: str) -> bool:
        """Ends the job badly, for good; False when it is no longer this worker's."""
        return await self._end(FAILED, reason)

    async def put_off(self, wait: timedelta, reason: str, *, counted: bool = True) -> bool:
        """Leaves the job to be begun again after a wait; as if it had not been tried unless `counted`.

        False when it is no longer this worker's; after this it is not.
        """
        tries = F("tries") - (0 if counted else 1)
        return bool(
            await self._mine().update(
                fence=F("fence") + 1, due_at=clock.now() + wait, begun_at=None, tries=tries, reason=reason[:MOST_REASON]
            )
        )

    async def expire(self) -> bool:
        """Ends the lease as if the worker were gone: whoever claims the job next sees that it was begun."""
        return bool(await self._mine().update(due_at=clock.now()))

    @property
    def state(self) -> str:
        """waiting, running, finished, failed or cancelled."""
        return self.outcome or ("running" if self.begun_at else "waiting")

    def _mine(self) -> QuerySet[Job]:
        return Job.open().filter(id=self.id, fence=self.fence)

    async def _end(self, outcome: str, reason: str) -> bool:
        return bool(
            await self._mine().update(outcome=outcome, reason=reason[:MOST_REASON], ended_at=clock.now(), begun_at=None)
        )
