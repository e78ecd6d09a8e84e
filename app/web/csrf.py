"""Refuses writes that another origin started.

Browsers say where a request comes from (Sec-Fetch-Site, else Origin), so no form needs a token. Only same-origin
counts: `same-site` is not ours, nor is another scheme, and a request that says neither is refused. The API carries
keys, not cookies. A request that no route takes (404, 405) does nothing, and is told so instead.
"""

from quart import Quart, request
from werkzeug.exceptions import Forbidden

from app.kernel import site
from app.web import hosts

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
BY_TOKEN = {"audience"}  # allowed by a secret in the address, not by a cookie: from a mail, or with Origin: null
LATER = {"front.unlock"}  # calls `require` once it knows that the method is right for what stands at the name


class ForeignOrigin(Forbidden):
    description = "This form was sent from another site."


def install(app: Quart) -> None:
    @app.before_request
    async def check_origin() -> None:
        keyed = hosts.surface() == "api" or hosts.segment() in BY_TOKEN
        if not keyed and request.routing_exception is None and request.endpoint not in LATER:
            require()


def require() -> None:
    """Raises ForeignOrigin for a write that another origin started."""
    if request.method not in SAFE and not ours():
        raise ForeignOrigin


def ours() -> bool:
    """Whether a page of this very origin sent the request."""
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    return request.headers.get("Origin", "").lower() == site.current().origin_of(request.host.lower())
