"""The pictures of an import: which the file has, and how they are stored for the account."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.media.models import Media
from app.pages.transfer.export_import import read_picture_file
from app.privacy.bring_in.archive_reader import ArchiveReader
from app.privacy.bring_in.row_schema import PictureRow, read_row

TABLE = "account/media.json"


class PictureSource:
    """The pictures of a file by their ids in it. A picture is read only when something that is made shows it."""

    def __init__(self, reader: ArchiveReader) -> None:
        self._reader = reader
        self._rows: dict[str, PictureRow] = {}

    def load(self) -> None:
        """Reads the table of pictures; it blocks. Raises: NotAnExport."""
        for _number, raw in self._reader.rows(TABLE):
            try:
                row = read_row(PictureRow, raw)
            except Refusal:
                continue
            self._rows[row.id] = row

    def __contains__(self, id: str) -> bool:
        return id in self._rows

    async def files(self, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The pictures as `prepare_import` takes them, by id; those that the file lacks are left out."""
        files = {}
        for id in ids:
            row = self._rows.get(id)
            content = await asyncio.to_thread(self._reader.picture, row.path) if row else None
            if row and content:
                data = b64encode(content).decode()
                files[id] = row.model_dump(include={"media_type", "width", "height", "seal"}) | {"data": data}
        return files

    async def store(self, account: Account, id: str | None) -> Media | None:
        """Stores a picture for the account; None if the file lacks it. Raises: those of `reencode` and Media.store."""
        file = (await self.files([id])).get(id) if id else None
        return await Media.store(account, await read_picture_file(file)) if file else None


async def picture_ids(account: Account) -> set[UUID]:
    """The ids of all pictures of an account."""
    return set(await Media.owned_by(account).values_list("id", flat=True))  # type: ignore[arg-type]
