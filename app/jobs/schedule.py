"""Schedules of kinds of jobs that run regularly: every minute, every hour, or every day at an hour.

A period is cut into slots that begin at the same moments on every machine. The id of a slot's job is computed from the
kind and the slot: several workers may enqueue it, but only one row is created, so the job runs once on all machines
together. A slot that was missed because no worker was running is run late; of several missed slots only the last is
run. To run a job once at a certain time, use `jobs.enqueue(…, at=…)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

NAMESPACE = UUID("6a0c4b1e-52c5-4d1e-9c59-5f0c2f7d1c11")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Runs once in each period of length `every`; the periods begin `offset` after midnight UTC."""

    every: timedelta
    offset: timedelta = timedelta()

    def slot(self, now: datetime) -> datetime:
        """Returns the beginning of the period that contains `now`."""
        return now - (now - EPOCH - self.offset) % self.every

    def job_id(self, kind: str, now: datetime) -> UUID:
        """Returns the id of the job of the current period, which is the same on every machine."""
        return uuid5(NAMESPACE, f"{kind} {self.slot(now).isoformat()}")


MINUTELY, HOURLY = Schedule(timedelta(minutes=1)), Schedule(timedelta(hours=1))
NIGHTLY = Schedule(timedelta(days=1), offset=timedelta(hours=20))  # 20:00 UTC is 03:00 in Jakarta
