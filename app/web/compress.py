"""Compresses pages of the marketing site and the documentation for visitors who are not signed in.

Only those: the length of a compressed page that holds a secret next to text chosen by an attacker reveals the secret
(BREACH, https://breachattack.com). Pages for visitors hold no secrets. Static files and bio pages are compressed once,
where they are cached.
"""

import gzip
from functools import partial

import brotli
from quart import Quart, Response, request

from app.web import hosts
from app.web.query_parsing import accepted_encoding

SURFACES, MIN_BYTES = {"marketing", "docs"}, 1_000
ENCODERS = {"br": partial(brotli.compress, quality=5), "gzip": partial(gzip.compress, compresslevel=6, mtime=0)}


def install(app: Quart) -> None:
    """Registers the compression. Call it before all others: Quart runs `after_request` functions in reverse order."""

    @app.after_request
    async def compress_response(response: Response) -> Response:
        if not _is_compressible(app, response):
            return response
        response.vary.add("Accept-Encoding")
        body, encoding = bytes(await response.get_data(as_text=False)), accepted_encoding(*ENCODERS)
        if encoding and len(body) >= MIN_BYTES:
            response.set_data(ENCODERS[encoding](body))
            response.headers["Content-Encoding"] = encoding
        return response


def _is_compressible(app: Quart, response: Response) -> bool:
    """Whether the response is an uncompressed HTML page without anybody's personal data."""
    return (
        response.mimetype == "text/html"
        and hosts.surface_of_path() in SURFACES
        and "Content-Encoding" not in response.headers
        and app.config["QUART_AUTH_COOKIE_NAME"] not in request.cookies
    )
