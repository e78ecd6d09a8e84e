"""The file of a video, streamed from its upstream."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack
from typing import NamedTuple

from quart import Response

from app.gateway.upstreams.errors import UpstreamError
from app.gateway.videos.polling import upstream_of
from app.gateway.videos.video import AiVideo
from app.kernel import clock

FILM = "video"  # the variant that is the film itself


class FileGone(Exception):
    """The file of a video is no longer to be had."""


class OpenFile(NamedTuple):
    """A file whose upstream is connected until `stack` is closed."""

    stack: AsyncExitStack
    media_type: str
    pieces: AsyncIterator[bytes]


async def open_file(video: AiVideo, variant: str = FILM) -> OpenFile:
    """Opens the file of a completed video, or a variant of it. Raises: FileGone, UpstreamError."""
    upstream = await upstream_of(video)
    if video.ends_at is not None or upstream is None:
        raise FileGone
    adapter, target = upstream
    stack = AsyncExitStack()
    try:
        opened = adapter.video_content(target, video.upstream_id, "" if variant == FILM else variant)
        media_type, pieces = await stack.enter_async_context(opened)
    except UpstreamError as error:
        if error.status == 404 and variant == FILM:
            await AiVideo.filter(id=video.id).update(ends_at=clock.now())
            raise FileGone from None
        raise
    return OpenFile(stack, media_type, pieces)


async def file_response(file: OpenFile) -> Response:
    """Returns the response with a file; it is begun, so that the upstream is left even if the client is gone by now."""
    pieces = _pieces(file)
    await anext(pieces)
    response = Response(pieces, content_type=file.media_type)
    response.timeout = None
    response.headers["Cache-Control"] = "private, no-store"
    return response


async def _pieces(file: OpenFile) -> AsyncGenerator[bytes]:
    """Yields an empty piece first, and then the file as the client takes it."""
    async with file.stack:
        yield b""
        async for piece in file.pieces:
            yield piece
