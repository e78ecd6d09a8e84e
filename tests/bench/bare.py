"""The yardstick: an ASGI app that answers every request with the same 302 and nothing else, under our runner."""

import sys

from app.kernel.config import Config
from app.kernel.installation import Installation
from app.server_process import ServeOptions, hypercorn_config, serve_app


class App:
    """The app; `serve_app` needs its installation."""

    def __init__(self) -> None:
        self.extensions = {"installation": Installation(Config(secret_key="x" * 40))}

    async def __call__(self, scope, receive, send):  # type: ignore[no-untyped-def]
        """Answers lifespan events and redirects."""
        if scope["type"] == "lifespan":
            while True:
                event = (await receive())["type"]
                await send({"type": f"{event}.complete"})
                if event == "lifespan.shutdown":
                    return
        headers = [(b"location", b"https://example.com/"), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


if __name__ == "__main__":
    serve_app(App(), hypercorn_config(sys.argv[1]), ServeOptions())
