"""Compresses pages of the marketing site and the documentation for visitors who are not signed in.

Only those: the length of a compressed page that holds a secret next to text chosen by an attacker reveals the secret
(BREACH, https://breachattack.com). Pages for visitors hold no secrets. Static files and bio pages are compressed once,
where they are cached.
"""

import gzip

import brotli
from quart import Quart, Response, request

from app.web import hosts

SURFACES, MIN_BYTES, BROTLI_QUALITY, GZIP_LEVEL = {"marketing", "docs"}, 1_000, 5, 6


def install(app: Quart) -> None:
    """Registers the compression. Call it before all others: Quart runs `after_request` functions in reverse order."""

    @app.after_request
    async def compress_response(response: Response) -> Response:
        if not _is_compressible(app, response):
            return response
        response.vary.add("Accept-Encoding")
        body, accepted = bytes(await response.get_data(as_text=False)), request.accept_encodings
        if len(body) < MIN_BYTES:
            return response
        if accepted.quality("br"):
            response.set_data(brotli.compress(body, quality=BROTLI_QUALITY))
            response.headers["Content-Encoding"] = "br"
        elif accepted.quality("gzip"):
            response.set_data(gzip.compress(body, GZIP_LEVEL, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        return response


def _is_compressible(app: Quart, response: Response) -> bool:
    """Whether the response is an uncompressed HTML page without anybody's personal data."""
    return (response.mimetype == "text/html" and hosts.surface() in SURFACES
            and "Content-Encoding" not in response.headers
            and app.config["QUART_AUTH_COOKIE_NAME"] not in request.cookies)
