"""In front of Quart: what it cannot take is refused before it sees it."""

from typing import Any

from quart import Quart


class Wire:
    """Refuses websockets, which we do not speak, and targets that are no path (`GET ?a`, `OPTIONS *`)."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["type"] == "http" and not scope["path"].startswith("/"):
            await send({"type": "http.response.start", "status": 400, "headers": [(b"connection", b"close")]})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self.app(scope, receive, send)


def install(app: Quart) -> None:
    app.asgi_app = Wire(app.asgi_app)  # type: ignore[method-assign]
