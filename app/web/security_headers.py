"""Security headers by surface: no inline code, nothing from third parties, no framing."""

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
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def install(app: Quart) -> None:
    """Adds the security headers to every response."""

    @app.after_request
    async def harden(response: Response) -> Response:
        if g.get("bare"):  # redirects have their own headers, the same in every lane
            return response
        headers, surface = response.headers, hosts.surface_of_path()
        headers.setdefault("Content-Security-Policy", POLICIES[surface])
        headers["X-Content-Type-Options"] = "nosniff"
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers["Permissions-Policy"] = PERMISSIONS
        if surface in {"dashboard", "api"}:
            headers.setdefault("Cache-Control", "no-store")
        if site.current().secure:
            headers["Strict-Transport-Security"] = "max-age=31536000"
        return response
