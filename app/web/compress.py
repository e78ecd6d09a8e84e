"""Sends the pages of the front and of the documentation compressed, to who is not signed in.

Only those: a compressed page with a secret in it, beside words that somebody else chose, tells its secret by its length
(BREACH, https://breachattack.com). The pages of a stranger hold none. Static files and bio pages are compressed once,
where they are kept.
"""

import gzip
from functools import partial

import brotli
from quart import Quart, Response, request

from app.web import hosts
from app.web.requests import accepted_encoding

SURFACES, LEAST = {"marketing", "docs"}, 1_000
ENCODERS = {"br": partial(brotli.compress, quality=5), "gzip": partial(gzip.compress, compresslevel=6, mtime=0)}


def install(app: Quart) -> None:
    """Before everything else: what is registered first is done last, when the answer is whole."""

    @app.after_request
    async def squeeze(response: Response) -> Response:
        if not _open(app, response):
            return response
        response.vary.add("Accept-Encoding")
        body, encoding = bytes(await response.get_data(as_text=False)), accepted_encoding(*ENCODERS)
        if encoding and len(body) >= LEAST:
            response.set_data(ENCODERS[encoding](body))
            response.headers["Content-Encoding"] = encoding
        return response


def _open(app: Quart, response: Response) -> bool:
    """Whether this is a page of ours that holds nothing of anybody's."""
    return (response.mimetype == "text/html" and hosts.surface() in SURFACES
            and "Content-Encoding" not in response.headers
            and app.config["QUART_AUTH_COOKIE_NAME"] not in request.cookies)
