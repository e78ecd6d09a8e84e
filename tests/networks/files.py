"""Pictures, GIFs and videos for posts: the first bytes are those of their kind, the rest is filled without memory."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from typing import Any

from app.publishing.networks.post_content import GIF, IMAGE, VIDEO, MediaFile

MAGIC = {
    "image/jpeg": b"\xff\xd8\xff\xe0",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/webp": b"RIFF\x00\x00\x00\x00WEBP",
    "image/gif": b"GIF89a",
    "image/heic": b"\x00\x00\x00\x18ftypheic",
    "video/mp4": b"\x00\x00\x00\x18ftypmp42",
    "video/quicktime": b"\x00\x00\x00\x14ftypqt  ",
}
PIECE = 64 * 1024


def content_of(media_type: str, size: int, first: int = 0, length: int | None = None) -> bytes:
    """The bytes of a range of the file of a type and a size."""
    end = size if length is None else min(size, first + length)
    magic = MAGIC[media_type]
    start = magic[first:end] if first < len(magic) else b""
    at = first + len(start)
    pattern = bytes(range(251))  # a prime number, so that blocks of the usual sizes differ
    filler = (pattern * ((end - at) // 251 + 2))[at % 251 :][: end - at]
    return start + filler


def is_of_type(data: bytes, media_type: str) -> bool:
    """Whether data begins as a file of a type does."""
    magic = MAGIC.get(media_type)
    return magic is not None and data.startswith(magic)


def digest_of(media_type: str, size: int) -> str:
    """The SHA-256 of the file of a type and a size."""
    digest = hashlib.sha256()
    for first in range(0, size, PIECE):
        digest.update(content_of(media_type, size, first, PIECE))
    return digest.hexdigest()


class File:
    """A file that counts what was read of it: `reads` has the ranges, `most` the bytes of the largest piece."""

    def __init__(self, media_type: str = "image/jpeg", size: int = 5000) -> None:
        self.media_type, self.size = media_type, size
        self.reads: list[tuple[int, int]] = []

    async def read(self, first: int, length: int) -> AsyncIterator[bytes]:
        """Yields the bytes of a range in small pieces."""
        self.reads.append((first, length))
        for at in range(first, first + length, PIECE):
            yield content_of(self.media_type, self.size, at, min(PIECE, first + length - at))

    @property
    def digest(self) -> str:
        """The SHA-256 of the whole file."""
        return digest_of(self.media_type, self.size)


def media(file: File | None = None, name: str = "file-1", **fields: Any) -> MediaFile:
    """A file of a post."""
    file = file or File()
    kind = GIF if file.media_type == "image/gif" else VIDEO if file.media_type.startswith("video/") else IMAGE
    return MediaFile(name, kind, file.media_type, file.size, file.read, **fields)
