"""The queue of jobs: enqueues, cancels and retries jobs, and measures the backlog."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.jobs.models import CANCELLED, FAILED, MOST_PAYLOAD, Job, PayloadTooLarge
from app.jobs.registry import KINDS
from app.kernel import clock, db, event_bus

ENQUEUED = "job.enqueued"
LATE = 300.0  # seconds that the oldest job may have been due
INSERT = """
    INSERT INTO jobs (id, kind, payload, unique_key, due_at, created_at, fence, tries, done, total, reason, outcome)
    VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0, '', '') ON CONFLICT DO NOTHING RETURNING id"""

DUE = """SELECT kind, count(*) AS number, min(due_at) AS first FROM jobs
    WHERE ended_at IS NULL AND begun_at IS NULL AND due_at <= $1 GROUP BY kind"""
BEGUN_AND_FAILED = """SELECT kind, sum(running) AS running, sum(failed) AS failed FROM (
        SELECT kind, 1 AS running, 0 AS failed FROM jobs WHERE ended_at IS NULL AND begun_at IS NOT NULL
        UNION ALL SELECT kind, 0, 1 FROM jobs WHERE outcome = 'failed') AS counted
    GROUP BY kind"""


async def enqueue(
    kind: str,
    payload: Mapping[str, Any] | None = None,
    *,
    at: datetime | None = None,
    unique: str | None = None,
    id: UUID | None = None,
    sooner: bool = False,
) -> UUID | None:
    """Puts a job into the queue, in the caller's transaction; returns its id.

    The job is begun at `at`, by default as soon as possible. Returns None and does nothing when a job with the same
    `unique` key has not ended yet, or when a job with this `id` exists; with `sooner`, one with the same key that waits
    for a later time is begun at `at` instead. Payloads contain ids of rows and no secrets.
    Raises: KeyError for an unregistered kind, PayloadTooLarge.
    """
    name, body = KINDS[kind].name, json.dumps(payload or {})
    if len(body.encode()) > MOST_PAYLOAD:
        raise PayloadTooLarge(f"a payload of {kind} has more than {MOST_PAYLOAD} bytes")
    due = (at or clock.now()).astimezone(UTC)  # SQLite compares times as text
    inserted = await db.query_rows(INSERT, [str(id or uuid4()), name, body, unique, due, clock.now()])
    if inserted or (sooner and await _bring_forward(name, unique, due)):
        await event_bus.announce(ENQUEUED)
    return UUID(str(inserted[0]["id"])) if inserted else None


async def _bring_forward(kind: str, unique: str | None, due: datetime) -> int:
    """Makes the job with this key, if it waits for a later time, be begun at `due`, as this kind."""
    waiting = Job.not_ended().filter(unique_key=unique, begun_at=None, due_at__gt=due)
    return await waiting.update(due_at=due, kind=kind)


async def enqueue_scheduled(known: set[UUID]) -> set[UUID]:
    """Enqueues the job of the current period of each schedule, unless it was enqueued already.

    While the last run of a kind has not ended, no job of the kind is enqueued. `known` are ids of jobs that an earlier
    call found or enqueued; returns those of the current periods.
    """
    now = clock.now()
    current = {kind.schedule.job_id(kind.name, now): kind.name for kind in KINDS.values() if kind.schedule}
    if unknown := current.keys() - known:
        known = known | {UUID(str(id)) for id in await Job.filter(id__in=list(unknown)).values_list("id", flat=True)}
    for id in current.keys() - known:
        if await enqueue(current[id], unique=f"schedule {current[id]}", id=id):
            known = known | {id}
    return known & current.keys()


async def cancel(id: UUID) -> bool:
    """Cancels a waiting or running job; its worker stops it at the next renewal of the lease. False if it had ended."""
    return bool(await Job.not_ended().filter(id=id).update(outcome=CANCELLED, ended_at=clock.now(), begun_at=None))


async def retry(id: UUID) -> bool:
    """Puts a failed job into the queue again, as if it had never been tried.

    Returns False when no failed job has this id, or when another job with its unique key has not ended.
    """
    failed = Job.filter(id=id, outcome=FAILED)
    try:
        async with db.transaction():
            retried = await failed.update(
                outcome="", ended_at=None, begun_at=None, lost_at=None, tries=0, due_at=clock.now()
            )
    except IntegrityError:
        return False
    if retried:
        await event_bus.announce(ENQUEUED)
    return bool(retried)


async def run_now(id: UUID) -> bool:
    """Makes a job that waits for a later time due now; False when no such job waits."""
    later = Job.not_ended().filter(id=id, begun_at=None, due_at__gt=clock.now())
    if moved := await later.update(due_at=clock.now()):
        await event_bus.announce(ENQUEUED)
    return bool(moved)


class Backlog(NamedTuple):
    """The number of jobs that are due and not begun, and for how many seconds the oldest of them has been due."""

    waiting: int
    oldest: float


async def backlog() -> Backlog:
    """Returns the current backlog."""
    due = Job.due().filter(begun_at=None)
    first = await due.order_by("due_at").first()
    return Backlog(await due.count(), (clock.now() - first.due_at).total_seconds() if first else 0.0)


class KindBacklog(NamedTuple):
    """The jobs of a kind that are due and not begun, that run, and that failed and are still kept.

    `oldest` is for how many seconds the oldest that is not begun has been due.
    """

    waiting: int = 0
    running: int = 0
    failed: int = 0
    oldest: float = 0.0


async def backlog_by_kind() -> dict[str, KindBacklog]:
    """Returns the current backlog of each registered kind."""
    now = clock.now()
    due = {row["kind"]: row for row in await db.query_rows(DUE, [now])}
    counts = {row["kind"]: row for row in await db.query_rows(BEGUN_AND_FAILED, [])}
    backlogs = {}
    for kind in KINDS:
        waits, begun = due.get(kind), counts.get(kind)
        oldest = (now - clock.time_of_row(waits["first"])).total_seconds() if waits else 0.0
        running, failed = (int(begun["running"]), int(begun["failed"])) if begun else (0, 0)
        backlogs[kind] = KindBacklog(int(waits["number"]) if waits else 0, running, failed, max(0.0, oldest))
    return backlogs
