"""Security headers by surface: no inline code, nothing from third parties, no framing."""

from functools import cache

from quart import Quart, Response, g

from app.kernel import site
from app.web import hosts

APP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-src 'self'; "
    "frame-ancestors 'none'"
)
VISITOR_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
DATA = "default-src 'none'; frame-ancestors 'none'"
POLICIES = {"dashboard": APP_POLICY, "docs": APP_POLICY, "marketing": APP_POLICY, "public": VISITOR_POLICY, "api": DATA}
FEATURES = (  # of browsers, which no page may use unless it calls `allow_feature`
    "camera",
    "geolocation",
    "microphone",
    "payment",
    "usb",
    "browsing-topics",
    "publickey-credentials-create",
    "publickey-credentials-get",
)


def install(app: Quart) -> None:
    """Adds the security headers to every response."""

    @app.after_request
    async def harden(response: Response) -> Response:
        if g.get("bare"):  # redirects have their own headers, the same in every lane
            return response
        headers, surface = response.headers, hosts.surface_of_path()
        headers.setdefault("Content-Security-Policy", POLICIES[surface])
        headers["X-Content-Type-Options"] = "nosniff"
        if headers.get("Referrer-Policy") == "no-referrer" and not site.current().secure:
            # without https, browsers say only by Origin where a form comes from, and leave that out under no-referrer
            headers["Referrer-Policy"] = "same-origin"
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers["Permissions-Policy"] = _permissions_policy(g.get("allowed_features", frozenset()))
        if surface in {"dashboard", "api"}:
            headers.setdefault("Cache-Control", "no-store")
        if site.current().secure:
            headers["Strict-Transport-Security"] = "max-age=31536000"
        return response


def allow_feature(name: str) -> None:
    """Lets the page that is being made, and none of another origin inside it, use a browser feature of FEATURES."""
    g.allowed_features = g.get("allowed_features", frozenset()) | {name}


@cache
def _permissions_policy(allowed: frozenset[str]) -> str:
    return ", ".join(f"{feature}=({'self' if feature in allowed else ''})" for feature in FEATURES)
