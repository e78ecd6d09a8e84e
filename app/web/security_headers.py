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
        headers, secure = response.headers, site.current().secure
        if headers.get("Referrer-Policy") == "no-referrer" and not secure:
            # without https, browsers say only by Origin where a form comes from, and leave that out under no-referrer
            headers["Referrer-Policy"] = "same-origin"
        usual = _headers_of(hosts.surface_of_path(), secure, g.get("allowed_features", frozenset()))
        own = {name.lower() for name, _ in headers}  # to set one after the other would search all of them each time
        headers.extend([(name, value) for name, value in usual if name.lower() not in own])
        return response


def allow_feature(name: str) -> None:
    """Lets the page that is being made, and none of another origin inside it, use a browser feature of FEATURES."""
    g.allowed_features = g.get("allowed_features", frozenset()) | {name}


@cache
def _headers_of(surface: str, secure: bool, allowed: frozenset[str]) -> list[tuple[str, str]]:
    """Returns the headers of a surface; a response that has one of them keeps its own.

    `secure` is whether the site is served over HTTPS, `allowed` are the features that the page may use.
    """
    features = ", ".join(f"{feature}=({'self' if feature in allowed else ''})" for feature in FEATURES)
    return [
        ("Content-Security-Policy", POLICIES[surface]),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", features),
        *([("Cache-Control", "no-store")] if surface in {"dashboard", "api"} else []),
        *([("Strict-Transport-Security", "max-age=31536000")] if secure else []),
    ]
