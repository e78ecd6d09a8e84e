"""Answers only to hosts that are ours, and on each host only with the surface that lives there."""

from quart import Quart, Response, abort, redirect, request
from werkzeug.exceptions import BadRequest

from app.kernel import site
from app.web.assets import ICONS

_surfaces = {"dashboard": "dashboard", "api": "api", "docs": "docs", "": "marketing"}  # by the first segment of a path
PROBES = {"healthz", "readyz"}  # container runtimes and load balancers ask by address, whatever the Host is
EVERYWHERE = {"robots.txt", "sitemap.xml", "static", "media", "metrics", ".well-known", *PROBES, *ICONS}
HOMES = {"dashboard": "/dashboard/links/", "docs": "/docs/", "public": None, "api": None}


class UnknownHost(BadRequest):
    description = "This server does not answer to that host name."


def serve_on(surface: str, *segments: str) -> None:
    """Makes paths that begin with one of these segments live on a surface; packages call this beside their routes."""
    _surfaces.update(dict.fromkeys(segments, surface))


def surface() -> str:
    """The surface a request's path belongs to."""
    return _surfaces.get(segment(), "public")


def segment() -> str:
    """The first segment of the path; a path need not begin with a slash (`OPTIONS *`)."""
    return request.path.removeprefix("/").split("/")[0]


def install(app: Quart) -> None:
    @app.before_request
    async def check_host() -> Response | None:
        if segment() in PROBES:
            return None
        serves = site.current().surfaces_of(request.host.lower())
        if not serves:
            raise UnknownHost
        if segment() in EVERYWHERE or surface() in serves:
            return None
        if request.path == "/" and request.method in {"GET", "HEAD"}:
            return _home(serves[0])
        return abort(404)

    app.jinja_env.globals["surface_url"] = surface_url


def _home(surface: str) -> Response:
    """Where the bare host of a surface leads."""
    path = HOMES[surface]
    if surface == "api":
        return abort(404)
    return redirect(path or site.url("marketing"), 302)  # type: ignore[return-value]


def surface_url(surface: str, path: str = "") -> str:
    """An address on a surface: a path while all share one origin, absolute when they do not."""
    home = HOMES.get(surface) or "/"
    return site.url(surface, path or home) if site.current().split else path or home
