"""Downloads of files of the storage that somebody may have: by a signed address of the storage, or from here."""

from __future__ import annotations

from quart import Response

from app.kernel.file_storage import Download, StoredFile
from app.kernel.storage_calls import call, current, stream

VALID_FOR = 300  # seconds, in which the download must begin


async def download_response(file: StoredFile, download: Download) -> Response:
    """Answers a request for a file, which the caller has allowed. The address is for one person: nobody stores it."""
    headers = {"Cache-Control": "private, no-store"}
    if url := await call(current().signed_url, file.key, VALID_FOR, download):
        return Response("", 302, {**headers, "Location": url, "Referrer-Policy": "no-referrer"})
    response = Response(stream(file.key, 0, file.size), 200, headers, content_type=download.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=download.file_name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.content_length, response.timeout = file.size, None
    return response
