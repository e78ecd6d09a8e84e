"""Rejects writes that were started by another origin (cross-site request forgery).

Browsers state where a request comes from (Sec-Fetch-Site, else Origin), so forms need no token. Only `same-origin` and
`none` are accepted: `same-site` and another scheme are not, nor is a request without both headers. The API is exempt,
because it uses keys and no cookies. A request that no route accepts (404, 405) changes nothing and gets that answer
instead.
"""

from quart import Quart, request
from werkzeug.exceptions import Forbidden

from app.kernel import site
from app.web import hosts

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})  # they change nothing (RFC 9110, 9.2.1)
TOKEN_SEGMENTS = {
    "audience",
    "unsubscribe",
}  # allowed by a token in the URL, not by a cookie: from an email, or with Origin: null
_checked_later: set[str] = set()  # paths, see `check_later`
_foreign: set[str] = set()  # endpoints, see `allow_foreign`
SELF_CHECKING = {"front.submit_link_form"}  # calls `require_same_origin` itself, once it knows what the name points to


class ForeignOrigin(Forbidden):
    """A write was started by a page of another origin."""

    description = "This form was sent from another site."


def check_later(prefix: str) -> None:
    """Leaves a path and those below it to a guard, which calls `require_same_origin` once it lets somebody pass.

    A refusal for the origin would tell everybody else that there is something at the address.
    """
    _checked_later.add(prefix)


def allow_foreign(endpoint: str) -> None:
    """Lets servers of others call an endpoint that reads no cookie and checks a signature in the body."""
    _foreign.add(endpoint)


def install(app: Quart) -> None:
    """Checks the origin before every request that is not exempt."""

    @app.before_request
    async def check_origin() -> None:
        exempt = hosts.surface_of_path() == "api" or hosts.first_path_segment() in TOKEN_SEGMENTS
        exempt = exempt or any(f"{request.path}/".startswith(f"{prefix}/") for prefix in _checked_later)
        exempt = exempt or request.endpoint in SELF_CHECKING | _foreign
        if not exempt and request.routing_exception is None:
            require_same_origin()


def require_same_origin() -> None:
    """Raises ForeignOrigin for a write that was started by another origin."""
    if request.method not in SAFE_METHODS and not is_same_origin():
        raise ForeignOrigin


def is_same_origin() -> bool:
    """Whether the request was started by a page of the same origin, or by the user directly."""
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    return request.headers.get("Origin", "").lower() == site.current().origin_of(request.host.lower())
