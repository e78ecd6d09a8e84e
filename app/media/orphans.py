"""Deletes pictures that nothing uses and files that no row names, a day after they were stored.

Higher packages register where a picture is used: `register_usage("SELECT 1 FROM …")`, a subquery about the row `media`.
The DELETE evaluates all of them and the age in one statement, so that it sees one snapshot: a picture cannot be missed
because it moves from a place already checked to one not checked yet. Code that begins to use an old picture holds it
first (Media.protect_many), which makes it young.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock, db
from app.media import file_store
from app.media.models import Media
from app.media.picture_files import PictureFiles
from app.media.references import USAGE_QUERIES

MIN_AGE, BATCH_SIZE = timedelta(days=1), 200


class SweepResult(NamedTuple):
    """The numbers of deleted pictures and of deleted files without a row."""

    pictures: int
    files: int


async def delete_orphans() -> SweepResult:
    """Runs one sweep; it may run twice, or on several machines at the same time.

    A picture or file that cannot be deleted does not keep the others. Raises: StepsFailed at the end, with all reasons.
    """
    before = clock.now() - MIN_AGE
    steps: dict[str, Callable[[], Awaitable[int]]] = {
        "pictures": lambda: _drop_pictures(before),
        "files": lambda: _drop_files(before),
    }
    return SweepResult(**await run_steps(steps))


async def _drop_pictures(before: datetime) -> int:
    """Deletes the pictures that nothing uses and returns their number. Raises: StepsFailed."""
    unused, after = list[UUID](), UUID(int=0)
    while batch := await Media.filter(id__gt=after, created_at__lt=before).order_by("id").limit(BATCH_SIZE).only("id"):
        after = batch[-1].id
        unused += await _unused([media.id for media in batch], before)
    return sum(await for_each(unused, lambda id: delete_if_unused(id, before)))


async def _unused(ids: list[UUID], before: datetime) -> list[UUID]:
    """The ids of pictures that nothing uses now, read without locking."""
    placeholders = ", ".join(f"${at}" for at in range(2, len(ids) + 2))
    unused = await db.query_rows(
        f"SELECT id FROM media WHERE id IN ({placeholders}) AND {_orphan_condition()}",  # noqa: S608
        [before, *map(str, ids)],
    )
    return [UUID(str(row["id"])) for row in unused]


async def delete_if_unused(id: UUID, before: datetime) -> bool:
    """Deletes a picture if nothing uses it now, row first; returns whether it did."""
    media = await Media.get_or_none(id=id)
    if media is None or not await db.query_rows(
        f"DELETE FROM media WHERE id = $2 AND {_orphan_condition()} RETURNING id",  # noqa: S608
        [before, str(id)],
    ):
        return False
    await PictureFiles(media.file, media.variants).delete()
    return True


def _orphan_condition() -> str:
    """The SQL condition of unused pictures older than the parameter $1."""
    return " AND ".join(["created_at < $1", *(f"NOT EXISTS ({subquery})" for subquery in USAGE_QUERIES)])


async def _drop_files(before: datetime) -> int:
    """Deletes the files that no row names and returns their number. Raises: StepsFailed.

    The names of the files are read before the rows, so that a new file is never taken for an orphan.
    """
    unknown, after = set(await file_store.find_old_files(before)), UUID(int=0)
    while unknown and (rows := await Media.filter(id__gt=after).order_by("id").limit(BATCH_SIZE)):
        after = rows[-1].id
        for media in rows:
            unknown -= {media.file, *media.variants.values()}
    return len(await for_each(unknown, file_store.delete_file))
