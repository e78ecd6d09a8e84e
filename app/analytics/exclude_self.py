"""Leaving one's own visits out: a cookie in the owner's browser that the front door reads."""

from quart import Response, request

from app.kernel import site

COOKIE, YEAR = "kliqs_uncounted", 365 * 24 * 3600


def possible() -> bool:
    """Whether a cookie set in the dashboard reaches the short links: they share a host, or theirs is above ours."""
    return _bare("dashboard") == _bare("public") or _domain() is not None


def counted() -> bool:
    """Whether visits with this browser count."""
    return request.cookies.get(COOKIE) != "1"


def count(response: Response, *, counted: bool) -> None:
    """Sets or takes away the mark."""
    place = {"domain": _domain(), "httponly": True, "samesite": "Lax", "secure": site.current().secure}
    if counted:
        response.delete_cookie(COOKIE, **place)  # type: ignore[arg-type]
    else:
        response.set_cookie(COOKIE, "1", max_age=YEAR, **place)  # type: ignore[arg-type]


def _domain() -> str | None:
    """The public host where the dashboard is below it, else None: the cookie then stays on its own host."""
    public = _bare("public")
    return public if _bare("dashboard").endswith(f".{public}") else None


def _bare(surface: str) -> str:
    return site.current().host(surface).partition(":")[0]
