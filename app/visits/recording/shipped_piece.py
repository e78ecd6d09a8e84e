"""The pieces of journals in the storage of files: `shipped/<journal>/<segment>-<first>-<end>.jsonl`.

A piece has the bytes of a segment from `first` to `end`, whole lines of visits that are not in the database yet. It is
never changed. The pieces of a segment are deleted from the last to the first, so that those that are left begin with
the first byte, whatever interrupts it.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from app.kernel.file_storage import FileStorage, StoredFile, delete_old_drafts
from app.kernel.storage_calls import call, current

FOLDER = "shipped"
KEY = re.compile(FOLDER + r"/([0-9a-f]{32})/(\d{12,18})-(\d{9,18})-(\d{9,18})\.jsonl")
DRAFT_AGE = 600  # seconds after which an unfinished file is nobody's


@dataclass(frozen=True, slots=True, order=True)
class ShippedPiece:
    """A piece. `stored_at` is when it was stored, in seconds since 1970."""

    journal: str
    segment: int
    first: int
    end: int
    stored_at: float = field(default=0, compare=False)

    @classmethod
    def of_file(cls, file: StoredFile) -> Self | None:
        """Returns the piece that a file is; None for any other file."""
        if not (match := KEY.fullmatch(file.key)):
            return None
        return cls(match[1], int(match[2]), int(match[3]), int(match[4]), file.stored_at)

    @property
    def key(self) -> str:
        """Where it is in the storage."""
        return f"{FOLDER}/{self.journal}/{self.segment:012}-{self.first:09}-{self.end:09}.jsonl"

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.end - self.first


def is_piece(key: str) -> bool:
    """Whether a key is that of a piece."""
    return KEY.fullmatch(key) is not None


def pieces_in(storage: FileStorage, journal: str = "") -> list[ShippedPiece]:
    """Returns the pieces of a journal, or of all, in the order of their visits. Blocks. Raises: OSError."""
    prefix = f"{FOLDER}/{journal}/" if journal else f"{FOLDER}/"
    return sorted(piece for file in storage.list(prefix) if (piece := ShippedPiece.of_file(file)))


async def list_pieces(journal: str = "") -> list[ShippedPiece]:
    """Returns the pieces of a journal, or of all, in the order of their visits. Raises: OSError."""
    return await call(pieces_in, current(), journal)


async def delete_pieces(pieces: Iterable[ShippedPiece]) -> None:
    """Deletes pieces of one segment, from the last to the first. Raises: OSError."""
    for piece in sorted(pieces, reverse=True):
        await call(current().delete, piece.key)


async def delete_unfinished() -> None:
    """Deletes what processes that were killed left half-written. Raises: OSError."""
    await call(delete_old_drafts, current().workspace / FOLDER, time.time() - DRAFT_AGE)


def by_journal(pieces: Iterable[ShippedPiece]) -> dict[str, list[ShippedPiece]]:
    """Groups pieces by their journal, in the same order."""
    journals = defaultdict[str, list[ShippedPiece]](list)
    for piece in pieces:
        journals[piece.journal].append(piece)
    return journals


def by_segment(pieces: Iterable[ShippedPiece]) -> dict[int, list[ShippedPiece]]:
    """Groups the pieces of a journal by their segment, in the same order."""
    segments = defaultdict[int, list[ShippedPiece]](list)
    for piece in pieces:
        segments[piece.segment].append(piece)
    return segments
