"""The files of a post as the networks' adapters read them, and why some of them cannot be published yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from uuid import UUID

from app.kernel.refusal import N_, Refusal
from app.publishing.files import file_store
from app.publishing.files.post_file import CHECKING, JPEG_SIZE, READY, REFUSED, REMOVED, UPLOADING, PostFile
from app.publishing.files.signed_urls import signed_url
from app.publishing.networks.network import ContentProblem
from app.publishing.networks.post_content import MediaFile

JPEG, PNG = "image/jpeg", "image/png"
MISSING = N_("One of the files is gone. Remove it from the post, or upload it again.")
PROBLEMS: Mapping[str, str] = {
    UPLOADING: N_("%(name)s has not arrived yet: %(percent)s%%."),
    CHECKING: N_("%(name)s is still being checked. That takes some seconds."),
    REFUSED: N_("%(name)s cannot be published. Remove it, or upload another file."),
    REMOVED: N_("%(name)s was removed 30 days after it was published. Upload it again."),
}


class FileUnavailable(Refusal):
    """Raised for a file of a post that is not ready, or gone: a post is never published without it."""

    code, field, says = "INVALID_FILE", "media", MISSING


async def require_media_files(
    account_id: UUID, ids: Sequence[str], alts: Mapping[str, str], *, image_types: Collection[str] = ()
) -> tuple[MediaFile, ...]:
    """Returns an account's files in the order of `ids`, each with its alternative text in `alts`, by id.

    A transparent picture is a JPEG on white, which every network takes, unless `image_types` holds image/png.
    Raises: FileUnavailable unless all of them are ready; see `ready_media_files` for previews.
    """
    files = await ready_media_files(account_id, ids, alts, image_types=image_types)
    if len(files) != len(ids):
        raise FileUnavailable
    return files


async def ready_media_files(
    account_id: UUID, ids: Sequence[str], alts: Mapping[str, str], *, image_types: Collection[str] = ()
) -> tuple[MediaFile, ...]:
    """As `require_media_files`, but leaves out those that are not ready: for previews and counters of drafts."""
    rows = await PostFile.by_id(account_id, ids)
    ready = [rows[id] for id in ids if id in rows and rows[id].state == READY]
    return tuple(_media_file(file, alts.get(str(file.id), file.alt), PNG in image_types) for file in ready)


async def file_problems(account_id: UUID, ids: Sequence[str]) -> list[ContentProblem]:
    """Returns a problem for each file that is not ready, or gone, in words."""
    rows = await PostFile.by_id(account_id, ids)
    problems = []
    for id in ids:
        if (file := rows.get(id)) is None:
            problems.append(ContentProblem("media", MISSING))
        elif file.state != READY:
            facts = {"name": file.filename or id, "percent": file.percent}
            problems.append(ContentProblem("media", PROBLEMS[file.state], facts))
    return problems


def _media_file(file: PostFile, alt: str, allows_png: bool) -> MediaFile:
    """The file of a row that is ready, or its JPEG where it is a PNG that is not wanted."""
    jpeg_size = int(file.details.get(JPEG_SIZE, 0))
    as_jpeg = bool(jpeg_size) and not allows_png
    name = file_store.name_of(file.id, "jpg") if as_jpeg else file.stored_name
    return MediaFile(
        id=str(file.id),
        kind=file.kind,
        media_type=JPEG if as_jpeg else file.media_type,
        size=jpeg_size if as_jpeg else file.size - jpeg_size,
        read=partial(file_store.read_range, name),
        public_url=signed_url(name),
        width=file.width,
        height=file.height,
        seconds=file.seconds,
        alt=alt,
        filename=file.filename,
    )
