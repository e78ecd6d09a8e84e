"""Responses with files of posts: whole, in ranges, or only their headers; memory does not grow with the file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from quart import Response, request
from quart.wrappers.response import DataBody, FileBody

from app.kernel.refusal import NotFound

PIECE = 256 * 1024  # bytes of one read
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=600",
}


async def file_response(path: Path, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """Returns a response with a file, or the range that the request asks for (RFC 9110 §14). Raises: NotFound."""
    if not await asyncio.to_thread(path.is_file):
        raise NotFound
    body = FileBody(path, buffer_size=PIECE)
    response = Response(body, 200, {**HEADERS, **(headers or {}), "Content-Type": media_type})
    response.content_length, response.timeout = body.size, None  # a network may take minutes
    response.set_etag(f"{path.name}-{body.size}")
    await response.make_conditional(request, accept_ranges=True, complete_length=body.size)
    if request.method == "HEAD":
        length = response.content_length
        response.response, response.content_length = DataBody(b""), length
    return response
