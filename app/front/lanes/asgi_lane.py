"""In front of Quart: a plain live link, or a page that is rendered already, is answered here, for a fraction of what a
route costs.

Whatever is not that goes on to the app untouched: odd paths, bodies, locked, limited, ended and unknown links.
"""

from functools import lru_cache
from typing import Any

from quart import Quart

from app.front.decision import Answer
from app.front.page_response import Sheet
from app.front.redirect_service import Following, Headers, simple_name
from app.kernel import clock, site
from app.web.limits import HEAD


class AsgiLane:
    """An ASGI application around another one."""

    def __init__(self, app: Any, following: Following) -> None:
        self.app, self.following = app, following

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        given = await self._followed(scope) if scope["type"] == "http" else None
        if given is None:
            await self.app(scope, receive, send)
            return
        body = b""
        if isinstance(given, Sheet):
            headers = [(name.encode(), value.encode()) for name, value in given.headers]
            body = b"" if scope["method"] == "HEAD" else given.body
        else:
            headers = (_encoded if given.memorable else _encoded.__wrapped__)(given, site.current().secure)
        await send({"type": "http.response.start", "status": given.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _followed(self, scope: Any) -> Answer | Sheet | None:
        """The redirect or the page, its visit in the journal; None for what the app is to answer."""
        following, method = self.following, scope["method"]
        name = simple_name(scope["raw_path"]) if method in {"GET", "HEAD"} else None
        if name is None or following.lookup is None or following.recording is None or _heavy(scope):
            return None
        query = scope["query_string"].decode("latin1")
        headers = Headers(following.wanted, scope["headers"])
        if not headers.plain or not site.is_public(headers.get(b"host", b"")):
            return None
        try:
            found = following.lookup.at_once(name) or await following.lookup.find(name)
        except Exception:  # whatever it is, the app meets it too and says so
            return None
        now = clock.now()
        given = following.shown(found, headers, now) if found.page else following.passed(found, query, now)
        if following.recording is None:  # since a moment ago: nothing is recorded any more
            return None
        if given is not None:
            visitor = following.visitor(method, (scope.get("client") or ("",))[0], query, headers)
            following.answered["asgi"] += 1
            await following.recording.journal.record(following.line(found, visitor, now))
        return given


@lru_cache(maxsize=4096)
def _encoded(given: Answer, secure: bool) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in given.headers(secure=secure)]


def _heavy(scope: Any) -> bool:
    return len(scope["raw_path"]) + sum(len(name) + len(value) + 4 for name, value in scope["headers"]) > HEAD // 2


def install(app: Quart, following: Following) -> None:
    app.asgi_app = AsgiLane(app.asgi_app, following)  # type: ignore[method-assign]
