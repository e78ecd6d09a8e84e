"""Refuses writes that another origin started.

Browsers say where a request comes from (Sec-Fetch-Site, else Origin), so no form needs a token. Only same-origin
counts: `same-site` is not ours, and a request that says neither is refused. The API carries keys, not cookies.
"""

from quart import Quart, request
from werkzeug.exceptions import Forbidden

from app.web import hosts

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
BY_TOKEN = {"audience"}  # allowed by a secret in the address, not by a cookie: from a mail, or with Origin: null


class ForeignOrigin(Forbidden):
    description = "This form was sent from another site."


def install(app: Quart) -> None:
    @app.before_request
    async def check_origin() -> None:
        keyed = hosts.surface() == "api" or hosts.segment() in BY_TOKEN
        if request.method not in SAFE and not keyed and not ours():
            raise ForeignOrigin


def ours() -> bool:
    """Whether a page of this very origin sent the request."""
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    scheme, _, host = request.headers.get("Origin", "").lower().partition("://")
    return scheme in {"http", "https"} and host == request.host.lower()
