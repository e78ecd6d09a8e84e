"""Ends what is kept of files of posts: every hour, on whichever machine.

Uploads that nobody finished and refused files end after a day, files that no post uses a day after they were last
touched. Of a file whose posts have all been published, the original is removed 30 days after the last of them; its row
and its poster stay as history. Each is one statement that tests everything, so that a file which somebody puts into a
post at that moment stays.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from app import jobs
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock, db
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, REFUSED, REMOVED, UPLOADING, PostFile
from app.publishing.files.references import NEEDS, USES

document_code(
    "FILE_IN_USE",
    409,
    N_("The file is in a post that is not published yet."),
    N_("Remove it from the post, or delete the post."),
    form_status=422,
)
MIN_AGE, PUBLISHED_KEPT, BATCH_SIZE = timedelta(days=1), timedelta(days=30), 200


async def sweep() -> None:
    """Runs all steps once; running it twice, or on several machines at once, does no harm. Raises: StepsFailed."""
    now = clock.now()
    steps: dict[str, Callable[[], Awaitable[object]]] = {
        "unfinished uploads": lambda: _delete_rows(f"state IN ('{UPLOADING}', '{REFUSED}')", now - MIN_AGE),
        "unused files": lambda: _delete_rows(f"state IN ('{READY}', '{REMOVED}') AND NOT {_used()}", now - MIN_AGE),
        "published files": lambda: _remove_published(now),
        "files without a row": lambda: _delete_unknown_files(now - MIN_AGE),
    }
    await run_steps(steps)


@jobs.handler("posts.sweep_files", schedule=HOURLY)
async def sweep_files(_job: Job) -> None:
    """Runs `sweep` every hour."""
    await sweep()


class FileInUse(Refusal):
    """Raised for a file that a post which is not published yet has. Facts: name."""

    code, field, says = "FILE_IN_USE", "file", N_("%(name)s is in a post that is not published yet. Remove it there.")


async def remove_file(file: PostFile) -> None:
    """Deletes a file that no post uses; of one whose posts are all published, the poster stays. Raises: FileInUse."""
    now = clock.now()
    delete = f"DELETE FROM post_files WHERE id = $2 AND NOT {_used()} RETURNING id"  # noqa: S608
    if await db.query_rows(delete, [now, str(file.id)]):
        await file_store.delete_all(file.id)
        return
    update = f"UPDATE post_files SET state = '{REMOVED}' WHERE id = $3 AND {_unneeded()} RETURNING id"  # noqa: S608
    if not await db.query_rows(update, [now, now, str(file.id)]):
        raise FileInUse(name=file.filename)
    await file_store.delete_all(file.id, keep_poster=True)


def _unneeded() -> str:
    """The SQL condition of ready files that posts use, all of which were published before `$2`."""
    needs = " AND ".join(f"NOT EXISTS ({subquery})" for subquery in NEEDS) or "FALSE"
    return f"state = '{READY}' AND {_used()} AND {needs}"


def _used() -> str:
    """The SQL condition of files that are in use."""
    return f"({' OR '.join(f'EXISTS ({subquery})' for subquery in USES) or 'FALSE'})"


async def _delete_rows(condition: str, before: datetime) -> int:
    """Deletes older rows of this condition with their files; returns their number. Raises: StepsFailed."""
    sql = f"SELECT id FROM post_files WHERE used_at < $1 AND {condition} LIMIT {BATCH_SIZE}"  # noqa: S608
    delete = f"DELETE FROM post_files WHERE id = $2 AND used_at < $1 AND {condition} RETURNING id"  # noqa: S608

    async def delete_row(id: str) -> None:
        if await db.query_rows(delete, [before, id]):
            await file_store.delete_all(UUID(id))

    number = 0
    while ids := [str(row["id"]) for row in await db.query_rows(sql, [before])]:
        await for_each(ids, delete_row)
        number += len(ids)
        if len(ids) < BATCH_SIZE:
            break
    return number


async def _remove_published(now: datetime) -> int:
    """Removes the originals of files whose posts were all published long ago. Raises: StepsFailed."""
    condition = f"used_at < $1 AND used_at < $2 AND {_unneeded()}"
    values = [now - MIN_AGE, now - PUBLISHED_KEPT]
    rows = await db.query_rows(f"SELECT id FROM post_files WHERE {condition}", values)  # noqa: S608
    update = f"UPDATE post_files SET state = '{REMOVED}' WHERE id = $3 AND {condition} RETURNING id"  # noqa: S608

    async def remove(id: str) -> None:
        if await db.query_rows(update, [*values, id]):
            await file_store.delete_all(UUID(id), keep_poster=True)

    return len(await for_each([str(row["id"]) for row in rows], remove))


async def _delete_unknown_files(before: datetime) -> int:
    """Deletes the files that no row explains: the names are read before the rows. Raises: StepsFailed."""
    names = await file_store.find_old_files(before)
    known = dict[UUID, str]()
    ids = list(set(names.values()))
    for at in range(0, len(ids), BATCH_SIZE):
        known |= dict(await PostFile.filter(id__in=ids[at : at + BATCH_SIZE]).values_list("id", "state"))
    unknown = [name for name, id in names.items() if not _explained(name, known.get(id))]
    return len(await for_each(unknown, file_store.delete))


def _explained(name: str, state: str | None) -> bool:
    """Whether a row in this state has a file of this name."""
    if state is None or state == REFUSED:
        return False
    return state != REMOVED or name.endswith(file_store.POSTER)
