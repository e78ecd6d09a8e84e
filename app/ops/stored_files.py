"""The kinds of files that the storage holds: how their keys look, and which of them the rows of the database name."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.batch import file_store as batch_store
from app.batch.models import Batch
from app.kernel.file_storage import FileStorage, StoredFile
from app.kernel.id_files import ID_LENGTH
from app.kernel.uuid_parser import parse_uuid
from app.media import file_store as media_store
from app.media.models import Media
from app.privacy.bring_in import file_store as import_store
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export import file_store as export_store
from app.privacy.export.export import Export
from app.publishing.files import file_store as post_store
from app.publishing.files.pieces import pieces_of
from app.publishing.files.post_file import CHECKING, JPEG_SIZE, READY, UPLOADING, PostFile
from app.visits.recording import shipped_piece
from app.visits.recording.geo_lookup import GEO_FOLDER, OWN_KEY
from app.visits.sealed import file_store as visit_store
from app.visits.sealed import manifest

BATCH_SIZE = 500
Keys = AsyncGenerator[str]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of files: `recognises` says whether a key is of it, `named` yields the keys that rows name."""

    folder: str
    title: str
    recognises: Callable[[str], bool]
    named: Callable[[], Keys]
    has_rows: bool = True

    def files(self, storage: FileStorage) -> dict[str, StoredFile]:
        """Returns the files of this kind in a storage, by key. Blocks."""
        return {file.key: file for file in storage.list(f"{self.folder}/") if self.recognises(file.key)}


async def _rows(query: QuerySet[M]) -> AsyncGenerator[M]:
    """Yields rows in the order of their ids, some hundred at a time."""
    after = UUID(int=0)
    while batch := await query.filter(id__gt=after).order_by("id").limit(BATCH_SIZE):
        for row in batch:
            yield row
        after = batch[-1].pk


async def _pictures() -> Keys:
    async for media in _rows(Media.all()):
        for name in {media.file, *media.variants.values()}:
            yield media_store.key_of(name)


async def _files_of_posts() -> Keys:
    async for file in _rows(PostFile.all()):
        for name in _names_of(file):
            yield post_store.key_of(name)


def _names_of(file: PostFile) -> list[str]:
    """The names of the files that a row in its state has."""
    if file.state in {UPLOADING, CHECKING}:
        return [post_store.name_of(file.id, piece.ending) for piece in pieces_of(file)]
    names = [file.poster] if file.poster else []
    if file.state == READY:
        names += [file.stored_name] + [post_store.name_of(file.id, "jpg")] * bool(file.details.get(JPEG_SIZE))
    return names


async def _batches() -> Keys:
    async for batch in _rows(Batch.exclude(packed_at=None)):
        for ending in (batch_store.ZIP, batch_store.SHEET):
            yield batch_store.FILES.key(batch.pk, ending)


async def _exports() -> Keys:
    async for export in _rows(Export.exclude(ready_at=None)):
        yield export_store.FILES.key(export.pk, export_store.ZIP)


async def _imports() -> Keys:
    async for run in _rows(ImportRun.filter(size__gt=0)):
        yield import_store.FILES.key(run.pk, import_store.ZIP)


async def _visits() -> Keys:
    for file in (await manifest.load_manifest()).files:
        yield f"{visit_store.FOLDER}/{file.name}"


async def _nothing() -> Keys:
    return
    yield


def _of_ids(key: str) -> bool:
    """Whether a key is named after the id of a row."""
    name = key.rpartition("/")[2]
    return parse_uuid(name[:ID_LENGTH]) is not None and bool(re.fullmatch(r"\.\w+", name[ID_LENGTH:]))


def _of_visits(key: str) -> bool:
    folder, _, name = key.partition("/")
    return folder == visit_store.FOLDER and bool(visit_store.NAME.fullmatch(name))


KINDS = (
    FileKind(media_store.FOLDER, "pictures", media_store.is_picture, _pictures),
    FileKind(post_store.FOLDER, "files of posts", post_store.is_file_of_post, _files_of_posts),
    FileKind(batch_store.FILES.folder, "files of batches", _of_ids, _batches),
    FileKind(export_store.FILES.folder, "exports", _of_ids, _exports),
    FileKind(import_store.FILES.folder, "imports", _of_ids, _imports),
    FileKind(visit_store.FOLDER, "files of sealed visits", _of_visits, _visits),
    FileKind(shipped_piece.FOLDER, "pieces of shipped journals", shipped_piece.is_piece, _nothing, has_rows=False),
    FileKind(GEO_FOLDER, "country databases", OWN_KEY.__eq__, _nothing, has_rows=False),
)
