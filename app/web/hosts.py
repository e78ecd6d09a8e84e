"""Answers only requests to our own hosts, and on each host only those of its surfaces."""

from quart import Quart, Response, abort, redirect, request
from werkzeug.exceptions import BadRequest

from app.kernel import site
from app.web.assets import ICONS

_surfaces = {"dashboard": "dashboard", "api": "api", "docs": "docs", "": "marketing"}  # by the first segment of a path
PROBES = {"healthz", "readyz"}  # container runtimes and load balancers send any Host
EVERYWHERE = {"robots.txt", "sitemap.xml", "static", "media", "metrics", ".well-known", *PROBES, *ICONS}
HOMES = {"dashboard": "/dashboard/links/", "docs": "/docs/", "public": None, "api": None}


class UnknownHost(BadRequest):
    """The Host header is not a host of this installation."""

    description = "This server does not answer to that host name."


class SegmentTaken(ValueError):
    """A first segment of paths is served already: the app does not start."""


def serve_on(surface: str, *segments: str) -> None:
    """Makes paths that begin with one of these segments live on a surface; packages call this beside their routes.

    Raises: SegmentTaken for a segment that another call has put on a surface, or that is answered on every host.
    """
    for segment in segments:
        if (served_on := "every host" if segment in EVERYWHERE else _surfaces.get(segment)) is not None:
            raise SegmentTaken(f"/{segment} cannot be put on {surface}: it is served on {served_on} already.")
        _surfaces[segment] = surface


def surface_of_path() -> str:
    """Returns the surface that the path of the request belongs to."""
    return _surfaces.get(first_path_segment(), "public")


def first_path_segment() -> str:
    """Returns the first segment of the path; a path may lack the leading slash (`OPTIONS *`)."""
    return request.path.removeprefix("/").split("/")[0]


def install_host_check(app: Quart) -> None:
    """Checks the host before every request, and adds the template function `surface_url`."""

    @app.before_request
    async def check_host() -> Response | None:
        if first_path_segment() in PROBES:
            return None
        serves = site.current().surfaces_of(request.host.lower())
        if not serves:
            raise UnknownHost
        if first_path_segment() in EVERYWHERE or surface_of_path() in serves:
            return None
        if request.path == "/" and request.method in {"GET", "HEAD"}:
            return _home(serves[0])
        return abort(404)

    app.jinja_env.globals["surface_url"] = surface_url


def _home(surface: str) -> Response:
    """Redirects from the bare host of a surface to its first page. Raises NotFound for the API."""
    path = HOMES[surface]
    if surface == "api":
        return abort(404)
    return redirect(path or site.url("marketing"), 302)  # type: ignore[return-value]


def surface_url(surface: str, path: str = "") -> str:
    """Returns the URL of a path on a surface: the path alone if all surfaces share one origin, otherwise absolute."""
    home = HOMES.get(surface) or "/"
    return site.url(surface, path or home) if site.current().split else path or home
