"""Excludes the owner's own visits: a cookie in the owner's browser, which redirects read."""

from quart import Response, request

from app.kernel import site

COOKIE, COOKIE_MAX_AGE = "kliqs_uncounted", 365 * 24 * 3600


def is_available() -> bool:
    """Whether a cookie set in the dashboard reaches the short links: both share a host, or the dashboard is on a
    subdomain.
    """
    return _hostname("dashboard") == _hostname("public") or _cookie_domain() is not None


def is_counted() -> bool:
    """Whether visits with this browser are counted."""
    return request.cookies.get(COOKIE) != "1"


def set_counted(response: Response, *, counted: bool) -> None:
    """Sets or deletes the cookie, so that visits with this browser are counted or not."""
    attributes = {"domain": _cookie_domain(), "httponly": True, "samesite": "Lax", "secure": site.current().secure}
    if counted:
        response.delete_cookie(COOKIE, **attributes)  # type: ignore[arg-type]
    else:
        response.set_cookie(COOKIE, "1", max_age=COOKIE_MAX_AGE, **attributes)  # type: ignore[arg-type]


def _cookie_domain() -> str | None:
    """Returns the public host when the dashboard is on a subdomain of it; None otherwise, so that the cookie stays on
    its own host.
    """
    public = _hostname("public")
    return public if _hostname("dashboard").endswith(f".{public}") else None


def _hostname(surface: str) -> str:
    return site.current().host(surface).partition(":")[0]
