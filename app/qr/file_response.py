"""A file of a QR code as a response, for the dashboard and for the JSON API."""

from __future__ import annotations

from quart import Response, request

from app.qr.look import file_tag
from app.qr.models import QrCode
from app.qr.render import pool

FOREVER, CHECKED = "private, max-age=31536000, immutable", "private, max-age=0, must-revalidate"
POLICY = "default-src 'none'; img-src data:; sandbox"


async def file_response(code: QrCode, form: str, size: int, *, attachment: bool = False) -> Response:
    """The file of this form, one of press.TYPES, in pixels or millimetres; 304 for who has it.

    It may be kept for good only at an address whose `v` is the stamp that the code has now. Refusals: Busy.
    """
    tag = file_tag(code.said, code.look, form, size)
    headers = {"ETag": f'"{tag}"', "Cache-Control": FOREVER if request.args.get("v") == code.stamp else CHECKED,
               "Content-Security-Policy": POLICY}
    if request.if_none_match.contains_weak(tag):
        return Response("", 304, headers)
    content = await pool.image(code.said, code.look.design, code.logo, form, size)
    way = "attachment" if attachment else "inline"
    headers |= {"Content-Disposition": f'{way}; filename="{code.file}.{form}"', "Content-Type": pool.TYPES[form]}
    return Response(content, 200, headers)
