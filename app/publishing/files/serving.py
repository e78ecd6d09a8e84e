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
    """Returns a response with a file, or the one range that the request asks for (RFC 9110 §14). Raises: NotFound.

    Quart's own handling answers 500 to a range that is counted from the end, and refuses several at once.
    """
    if not await asyncio.to_thread(path.is_file):
        raise NotFound
    body = FileBody(path, buffer_size=PIECE)
    response = Response(body, 200, {**HEADERS, **(headers or {}), "Content-Type": media_type, "Accept-Ranges": "bytes"})
    response.content_length, response.timeout = body.size, None  # a network may take minutes
    response.set_etag(f"{path.name}-{body.size}")
    await response.make_conditional(request)
    if response.status_code == 200:
        _apply_range(response, body)
    if request.method == "HEAD":
        body.begin = body.end  # nothing is read, and the headers stay those of GET
    return response


def _apply_range(response: Response, body: FileBody) -> None:
    """Makes the response the range that the request asks for; one that is malformed or several get the whole file."""
    wanted, expected = request.range, request.if_range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        return
    if expected.date or (expected.etag and expected.etag != response.get_etag()[0]):
        return
    bounds = wanted.range_for_length(body.size)
    if bounds is None:
        response.status_code, response.content_length = 416, 0
        response.headers["Content-Range"], response.response = f"bytes */{body.size}", DataBody(b"")
        return
    body.begin, body.end = bounds
    response.status_code, response.content_length = 206, body.end - body.begin
    response.headers["Content-Range"] = f"bytes {body.begin}-{body.end - 1}/{body.size}"
