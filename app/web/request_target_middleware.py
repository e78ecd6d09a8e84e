"""ASGI middleware in front of Quart: converts or rejects requests that Quart cannot handle."""

import re
from typing import Any
from urllib.parse import unquote

from quart import Quart

from app.kernel import site

ABSOLUTE = re.compile(rb"(?i)https?://([^/?#@\s]{1,300})(/\S*)?")


class RequestTargetMiddleware:
    """Rejects websockets, which the app does not use, and request targets without a path (`GET ?a`, `OPTIONS *`).

    A target in absolute form (`GET http://kliqs.example/promo HTTP/1.1`) is converted to origin form. Its host replaces
    the `Host` header (RFC 9112 §3.2.2). An HTTP/1.0 request without that header gets our host, if all surfaces share
    one.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
            return
        if scope["type"] == "http" and not scope["path"].startswith("/"):
            scope = to_origin_form(scope)
        if scope and scope["type"] == "http" and scope["http_version"] == "1.0" and not site.current().split:
            scope = with_default_host(scope)
        if scope is None:
            await send({"type": "http.response.start", "status": 400, "headers": [(b"connection", b"close")]})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self.app(scope, receive, send)


def to_origin_form(scope: dict[str, Any]) -> dict[str, Any] | None:
    """Returns the ASGI scope of a request in absolute form with its path and host; None for any other form."""
    raw = scope.get("raw_path") or scope["path"].encode()
    target = ABSOLUTE.fullmatch(raw)
    if target is None:
        return None
    path = target[2] or b"/"
    headers = [(b"host", target[1]), *((name, value) for name, value in scope["headers"] if name.lower() != b"host")]
    return {**scope, "path": unquote(path.decode("latin1")), "raw_path": path, "headers": headers}


def with_default_host(scope: dict[str, Any]) -> dict[str, Any]:
    """Returns the scope of an HTTP/1.0 request, which needs no `Host` (RFC 1945), with our host if it has none."""
    if any(name.lower() == b"host" for name, _ in scope["headers"]):
        return scope
    return {**scope, "headers": [(b"host", site.current().host("public").encode()), *scope["headers"]]}


def install(app: Quart) -> None:
    """Puts the middleware in front of the app."""
    app.asgi_app = RequestTargetMiddleware(app.asgi_app)  # type: ignore[method-assign]
