"""Pictures that nothing uses, and files that no row knows, go a day after they came.

Floors above say what uses a picture: `used_where("SELECT 1 FROM …")`, a question about the row `media`. The deletion
asks all of them, and the age, in one statement, so that it sees one moment: nothing can slip from one place that was
asked to another that will be. Who begins to use an old picture holds it first (Media.hold), which makes it young.
"""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.kernel import clock, db
from app.media import file_store
from app.media.models import Media
from app.media.picture_files import Files
from app.media.references import USES

KEPT_FOR, FEW = timedelta(days=1), 200


class Swept(NamedTuple):
    """How many pictures and how many files without a picture went."""

    pictures: int
    files: int


async def sweep() -> Swept:
    """Does it once; running it twice, or on several machines at once, does no harm."""
    before = clock.now() - KEPT_FOR
    pictures, after = 0, UUID(int=0)
    while some := await Media.filter(id__gt=after, created_at__lt=before).order_by("id").limit(FEW).only("id"):
        after = some[-1].id
        for id in await _unused([media.id for media in some], before):
            pictures += await _drop(id, before)
    return Swept(pictures, await _drop_files(before))


async def _unused(ids: list[UUID], before: datetime) -> list[UUID]:
    """Those that nothing uses now: read without holding up anybody who writes."""
    places = ", ".join(f"${at}" for at in range(2, len(ids) + 2))
    found = await db.rows(f"SELECT id FROM media WHERE id IN ({places}) AND {_orphan()}",  # noqa: S608
                          [before, *map(str, ids)])
    return [UUID(str(row["id"])) for row in found]


async def _drop(id: UUID, before: datetime) -> bool:
    """Deletes a picture if nothing uses it now; its row first."""
    media = await Media.get_or_none(id=id)
    if media is None or not await db.rows(
            f"DELETE FROM media WHERE id = $2 AND {_orphan()} RETURNING id", [before, str(id)]):  # noqa: S608
        return False
    await Files(media.file, media.variants).drop()
    return True


def _orphan() -> str:
    return " AND ".join(["created_at < $1", *(f"NOT EXISTS ({used})" for used in USES)])


async def _drop_files(before: datetime) -> int:
    """Deletes files that no row knows: their names are read before the rows are."""
    unknown, after = set(await file_store.old(before)), UUID(int=0)
    while unknown and (rows := await Media.filter(id__gt=after).order_by("id").limit(FEW)):
        after = rows[-1].id
        for media in rows:
            unknown -= {media.file, *media.variants.values()}
    for name in unknown:
        await file_store.drop(name)
    return len(unknown)
