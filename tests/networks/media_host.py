"""Files of posts for tests: in memory, and at an address where stand-ins fetch them, as Instagram and TikTok do."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from app.publishing.networks.post_content import IMAGE, VIDEO, MediaFile
from tests.networks.stand_in import StandIn

JPEG, PNG = b"\xff\xd8\xff\xe0" + b"picture" * 40 + b"\xff\xd9", b"\x89PNG\r\n\x1a\n" + b"picture" * 40
MP4 = b"\0\0\0\x18ftypmp42" + b"moving" * 40
PIECE = 64 * 1024


class MediaHost(StandIn):
    """Serves files by their paths, as an installation does that is reachable from the Internet."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, tuple[str, bytes]] = {}

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """A file, or 404."""
        if request.path not in self.files:
            return web.Response(status=404)
        media_type, data = self.files[request.path]
        return web.Response(body=data, content_type=media_type)

    def photo(self, id: str = "photo-1", data: bytes = JPEG, alt: str = "") -> MediaFile:
        """A photo that can be fetched."""
        self.files[f"/{id}"] = ("image/jpeg", data)
        return photo(id, data, url=f"{self.origin}/{id}", alt=alt)

    def video(self, id: str = "video-1", data: bytes = MP4) -> MediaFile:
        """A video that can be fetched."""
        self.files[f"/{id}"] = ("video/mp4", data)
        return video(id, data, url=f"{self.origin}/{id}")


def photo(id: str = "photo-1", data: bytes = JPEG, *, url: str = "", alt: str = "") -> MediaFile:
    """A photo of 1080 by 1080 pixels."""
    return MediaFile(id, IMAGE, "image/jpeg", len(data), _reader(data), url, 1080, 1080, alt=alt)


def video(id: str = "video-1", data: bytes = MP4, *, url: str = "", seconds: float = 12) -> MediaFile:
    """A video of 12 seconds."""
    return MediaFile(id, VIDEO, "video/mp4", len(data), _reader(data), url, 1080, 1920, seconds)


def _reader(data: bytes) -> Callable[[int, int], AsyncIterator[bytes]]:
    async def read(first: int, length: int) -> AsyncIterator[bytes]:
        for at in range(first, first + length, PIECE):
            yield data[at : min(at + PIECE, first + length)]

    return read


def fetched(url: str) -> bytes | None:
    """The file at an address, None where there is none."""
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return bytes(response.read())
    except (urllib.error.URLError, ValueError, OSError):
        return None


def is_jpeg(data: bytes) -> bool:
    """Whether it is a JPEG picture."""
    return data.startswith(b"\xff\xd8\xff")
