"""The pictures of an export: their paths in the archive, and the seals by which this server recognises them."""

from __future__ import annotations

from uuid import UUID

from app.accounts.models import Account
from app.kernel.refusal import NotFound
from app.media.file_store import ENDINGS
from app.media.models import Media
from app.pages.transfer.export_import import picture_seal
from app.privacy.export.archive import ExportArchive

FOLDER = "media"


def picture_path(id: UUID, media_type: str) -> str:
    """The path of a picture in the archive."""
    return f"{FOLDER}/{id}.{ENDINGS.get(media_type, 'bin')}"


async def seal_of_media(media: Media) -> str:
    """The seal of a picture, empty when its file is missing."""
    try:
        return picture_seal(await media.read(), media.media_type, media.width, media.height)
    except NotFound:
        return ""


async def add_pictures(archive: ExportArchive, account: Account) -> None:
    """Adds the pictures of an account to an archive; one whose file is missing is left out."""
    after = UUID(int=0)
    while batch := await Media.owned_by(account).filter(id__gt=after).order_by("id").limit(100):
        after = batch[-1].id
        for media in batch:
            try:
                content = await media.read()
            except NotFound:
                continue
            await archive.add_file(picture_path(media.id, media.media_type), content)
