"""Jobs that move or delete the visits of an account that another transaction deletes.

On SQLite, accounts and visits are in two files, so no transaction can change both. The job is enqueued in the
transaction that deletes the account: either both have happened or neither, and the job is tried until it succeeds.

A job that moves visits is also the record of whom they belong to, which is kept for at least FINISHED_KEPT. Whatever
deletes visits of accounts that no longer exist reads the accounts first and these records afterwards: an account that
was claimed in between is in the records.
"""

from __future__ import annotations

from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.jobs import Job
from app.jobs.models import FINISHED
from app.kernel import db
from app.visits.sealed import edits
from app.visits.visit import key_in_visits

MOVE = "visits.move"
DELETE = "visits.delete"


async def enqueue_move(giver: UUID, taker: UUID) -> None:
    """Enqueues the job that moves all visits of an account to another one, in the transaction that deletes `giver`."""
    await jobs.enqueue(MOVE, {"giver": key_in_visits(giver), "taker": key_in_visits(taker)})


async def enqueue_deletion(account: UUID) -> None:
    """Enqueues the job that deletes all visits of an account, in the transaction that deletes the account."""
    await jobs.enqueue(DELETE, {"account": key_in_visits(account)})


@jobs.handler(MOVE)
async def move_visits(job: Job) -> None:
    """Moves the visits of a claimed guest. A second run moves what the first one left."""
    await edits.move_visits(job.payload["giver"], job.payload["taker"])


@jobs.handler(DELETE)
async def delete_visits(job: Job) -> None:
    """Deletes the visits of a deleted account. A second run deletes what the first one left."""
    await edits.delete_visits(job.payload["account"])


async def recorded_givers() -> set[int]:
    """Returns the keys of the accounts whose visits belong to another account; read it after the accounts."""
    return {job.payload["giver"] for job in await Job.filter(kind=MOVE).only("id", "payload")}


async def do_outstanding_moves() -> None:
    """Moves the visits of all guests whose job waits, runs or has failed; a backup has no jobs."""
    for job in await Job.filter(kind=MOVE).exclude(outcome=FINISHED).order_by("created_at"):
        await move_visits(job)


async def settle_visits_of_deleted_accounts() -> int:
    """Moves or deletes the visits that deleted accounts still have in open rows, such as those that a journal held when
    the account's own job ran, and does the moves whose job has failed or waits. Returns the number of these accounts.
    """
    rows = await db.query_rows("SELECT DISTINCT account FROM visits", [], on=db.visits_connection())
    existing = {key_in_visits(account.id) for account in await Account.all().only("id")}  # read after the visits
    deleted = {row["account"] for row in rows} - existing
    await do_outstanding_moves()
    moves = await Job.filter(kind=MOVE).order_by("created_at")
    for job in moves:
        if job.outcome == FINISHED and job.payload["giver"] in deleted:
            await move_visits(job)
    for account in sorted(deleted - {job.payload["giver"] for job in moves}):
        await edits.delete_visits(account)
    return len(deleted)
