"""The response with a file of a QR code, for the dashboard and for the JSON API."""

from __future__ import annotations

from quart import Response, request

from app.qr.look import file_etag
from app.qr.models import QrCode
from app.qr.render import pool

CACHED, REVALIDATED = "private, max-age=31536000, immutable", "private, max-age=0, must-revalidate"
FILE_POLICY = "default-src 'none'; img-src data:; sandbox"


async def file_response(code: QrCode, form: str, size: int, *, attachment: bool = False) -> Response:
    """The file of a code in the format `form`, one of `pool.TYPES`; `size` is in pixels or millimetres.

    The status is 304 when the client has the current file. The response may be cached for a year only when the
    parameter `v` is the code's current stamp. Raises: those of `pool.render_file`.
    """
    etag = file_etag(code.encoded_content, code.look, form, size)
    headers = {
        "ETag": f'"{etag}"',
        "Cache-Control": CACHED if request.args.get("v") == code.stamp else REVALIDATED,
        "Content-Security-Policy": FILE_POLICY,
    }
    if request.if_none_match.contains_weak(etag):
        return Response("", 304, headers)
    file = await pool.render_file(code.encoded_content, code.look.design, code.logo, form, size)
    kind = "attachment" if attachment else "inline"
    headers |= {"Content-Disposition": f'{kind}; filename="{code.file}.{form}"', "Content-Type": pool.TYPES[form]}
    return Response(file, 200, headers)
