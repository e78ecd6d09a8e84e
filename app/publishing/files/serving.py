"""Responses with files of posts: whole, in ranges, or only their headers; memory does not grow with the file."""

from __future__ import annotations

from quart import Response, request

from app.kernel.refusal import NotFound
from app.kernel.storage_calls import stream
from app.publishing.files import file_store

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=600",
}


async def file_response(name: str, media_type: str) -> Response:
    """Returns a response with a file, or the one range that the request asks for (RFC 9110 §14). Raises: NotFound.

    Quart's own handling answers 500 to a range that is counted from the end, and refuses several at once.
    """
    if (file := await file_store.find(name)) is None:
        raise NotFound
    response = Response(b"", 200, {**HEADERS, "Content-Type": media_type, "Accept-Ranges": "bytes"})
    response.set_etag(f"{name}-{file.size}")
    await response.make_conditional(request)
    if response.status_code != 200:
        return response
    begin, end = _apply_range(response, file.size)
    if begin < end and request.method != "HEAD":
        response.response = response.iterable_body_class(stream(file.key, begin, end - begin))
    response.content_length, response.timeout = end - begin, None  # a network may take minutes
    return response


def _apply_range(response: Response, size: int) -> tuple[int, int]:
    """Makes the response the range that the request asks for, and returns its bounds; one that is malformed or several
    get the whole file.
    """
    wanted, expected = request.range, request.if_range
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        return 0, size
    if expected.date or (expected.etag and expected.etag != response.get_etag()[0]):
        return 0, size
    bounds = wanted.range_for_length(size)
    if bounds is None:
        response.status_code = 416
        response.headers["Content-Range"] = f"bytes */{size}"
        return 0, 0
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {bounds[0]}-{bounds[1] - 1}/{size}"
    return bounds
