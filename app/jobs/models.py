"""The table of jobs: one row for each piece of work that happens later.

A job waits until `due_at`. A worker claims it by one conditional UPDATE, which increments `fence` and moves `due_at` to
the end of the worker's lease, so that no other worker claims it meanwhile. Just before its handler begins, a second
UPDATE records `begun_at`. A worker renews its lease while it works. When its process dies, the lease expires and
another worker claims the job; if it was begun, that claim sets `lost_at`. Every write of a worker to a job has the
condition that `fence` is still the number from its claim, so that a worker that lost its lease can neither begin nor
finish nor change the job.

So a job whose process died before the handler began looks as if nobody had claimed it. One whose process died after
`begun_at` was committed counts as begun, even if the handler had no time to do anything.

`ended_at` and `outcome` say when and how the job ended. Only one job that has not ended may have a given `unique_key`
(a partial unique index). `tries` is how often it was begun; `done` and `total` are its progress. Payloads are bounded;
they contain ids of rows and no secrets.
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
    UPDATE jobs SET fence = fence + 1, due_at = $2, lost_at = CASE WHEN begun_at IS NULL THEN lost_at ELSE $1 END
    WHERE id = (SELECT id FROM jobs WHERE ended_at IS NULL AND due_at <= $1 AND kind IN ({kinds})
        ORDER BY due_at LIMIT 1 {lock})
    RETURNING *"""


class LeaseLost(Exception):
    """The job was cancelled, or its lease expired and another worker has claimed it."""


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
    def not_ended(cls) -> QuerySet[Self]:
        """Jobs that have not ended."""
        return cls.filter(ended_at=None)

    @classmethod
    def due(cls) -> QuerySet[Self]:
        """Jobs that may be claimed now, including those whose lease has expired."""
        return cls.not_ended().filter(due_at__lte=clock.now())

    @classmethod
    def in_state(cls, state: str) -> QuerySet[Self]:
        """Jobs that are waiting, running, finished, failed or cancelled."""
        if state in (FINISHED, FAILED, CANCELLED):
            return cls.filter(outcome=state)
        return cls.not_ended().filter(begun_at__isnull=state == "waiting")

    @classmethod
    def past_retention(cls) -> QuerySet[Self]:
        """Ended jobs that are older than they are kept, to be deleted."""
        now = clock.now()
        return cls.filter(
            Q(outcome__in=[FINISHED, CANCELLED], ended_at__lt=now - FINISHED_KEPT)
            | Q(outcome=FAILED, ended_at__lt=now - FAILED_KEPT)
        )

    @classmethod
    async def claim(cls, kinds: list[str], lease: timedelta) -> Self | None:
        """Claims the job of these kinds that has been due longest, for the duration of a lease; None if none is due.

        It is not begun yet: if the process dies before `begin`, another worker claims it as if nothing had happened.
        """
        if not kinds or not await cls.due().filter(kind__in=kinds).exists():  # reading takes no lock of a writer
            return None
        now, on_postgres = clock.now(), Tortoise.get_connection(db.MAIN).capabilities.dialect == "postgres"
        places = ", ".join(f"${at}" for at in range(3, len(kinds) + 3))
        sql = CLAIM.format(kinds=places, lock="FOR UPDATE SKIP LOCKED" if on_postgres else "")
        claimed = await db.query_models(cls, sql, [now, now + lease, *kinds])
        return claimed[0] if claimed else None

    async def begin(self) -> bool:
        """Records, just before the handler begins, that it begins; False when the job is no longer this worker's.

        If the process dies from now on, the next claim sets `lost_at`.
        """
        now, tries = clock.now(), self.tries + 1
        if not await self._mine().update(begun_at=now, tries=tries, done=0, total=0):
            return False
        self.begun_at, self.tries, self.done, self.total = now, tries, 0, 0
        return True

    async def renew(self, lease: timedelta) -> bool:
        """Prolongs the lease from now on; False when the job is no longer this worker's."""
        return bool(await self._mine().update(due_at=clock.now() + lease))

    async def report_progress(self, done: int, total: int) -> None:
        """Stores the progress of a handler. Raises: LeaseLost when the handler should stop."""
        if not await self._mine().update(done=done, total=total):
            raise LeaseLost
        self.done, self.total = done, total

    async def finish(self) -> bool:
        """Marks the job as finished; False when it is no longer this worker's."""
        return await self._end(FINISHED, "")

    async def fail(self, reason: str) -> bool:
        """Marks the job as failed for good; False when it is no longer this worker's."""
        return await self._end(FAILED, reason)

    async def release(self, wait: timedelta, reason: str, *, counted: bool = True) -> bool:
        """Releases the job, to be begun again after `wait`; unless `counted`, this try is not counted.

        Returns False when the job was no longer this worker's. Afterwards it is not in any case.
        """
        tries = self.tries - (0 if counted else 1)
        return bool(
            await self._mine().update(
                fence=F("fence") + 1, due_at=clock.now() + wait, begun_at=None, tries=tries, reason=reason[:MOST_REASON]
            )
        )

    async def expire(self) -> bool:
        """Ends the lease as if the worker had disappeared: the next claim then records in `lost_at` that the job was
        begun.
        """
        return bool(await self._mine().update(due_at=clock.now()))

    @property
    def state(self) -> str:
        """waiting, running, finished, failed or cancelled."""
        return self.outcome or ("running" if self.begun_at else "waiting")

    def _mine(self) -> QuerySet[Job]:
        return Job.not_ended().filter(id=self.id, fence=self.fence)

    async def _end(self, outcome: str, reason: str) -> bool:
        return bool(
            await self._mine().update(outcome=outcome, reason=reason[:MOST_REASON], ended_at=clock.now(), begun_at=None)
        )
