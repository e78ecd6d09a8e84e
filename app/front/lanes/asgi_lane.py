"""ASGI middleware in front of Quart: answers live links without conditions and cached bio pages for a fraction of a
route's cost.

Everything else goes on to the app unchanged: unusual paths, requests with a body, and locked, click-limited, closed and
unknown links.
"""

from functools import lru_cache
from typing import Any

from quart import Quart

from app.front.lanes.lane_answer import LaneRequest, lane_answer, name_and_path
from app.front.page_response import PageResponse
from app.front.redirect_service import RedirectService
from app.front.request_headers import RequestHeaders
from app.kernel import clock, site
from app.links.redirect_decision import Decision
from app.web.limits import MAX_HEAD


class AsgiLane:
    """An ASGI application that wraps another one."""

    def __init__(self, app: Any, service: RedirectService) -> None:
        self.app, self.service = app, service

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        response = await self._answer_and_record(scope) if scope["type"] == "http" else None
        if response is None:
            await self.app(scope, receive, send)
            return
        body = b""
        if isinstance(response, PageResponse):
            headers = [(name.encode(), value.encode()) for name, value in response.headers]
            body = b"" if scope["method"] == "HEAD" else response.body
        else:
            encode = _encode_headers if response.is_cacheable else _encode_headers.__wrapped__
            headers = encode(response, site.current().secure)
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer_and_record(self, scope: Any) -> Decision | PageResponse | None:
        """Returns the redirect or the page and records the visit; None for what the app has to answer."""
        service, method = self.service, scope["method"]
        key, path = name_and_path(service, scope["raw_path"]) if method in {"GET", "HEAD"} else (None, "")
        if key is None or service.lookup is None or service.recording is None or _is_large(scope):
            return None
        headers = RequestHeaders(service.kept_names, scope["headers"])
        if not headers.plain or not site.is_public(headers.get(b"host", b"")):
            return None
        try:
            resolved = service.lookup.get_nowait(key) or await service.lookup.find(key)
        except Exception:  # the app meets the same error and answers with it
            return None
        if service.recording is None:  # recording ended during the await above
            return None
        query, peer = scope["query_string"].decode("latin1"), (scope.get("client") or ("",))[0]
        answer = lane_answer(service, resolved, LaneRequest(method, peer, query, path, headers), clock.now())
        if answer is None:
            return None
        service.answered["asgi"] += 1
        await service.recording.journal.record(answer[1])
        return answer[0]


@lru_cache(maxsize=4096)
def _encode_headers(response: Decision, secure: bool) -> list[tuple[bytes, bytes]]:
    """Returns a redirect's headers as bytes."""
    return [(name.encode(), value.encode()) for name, value in response.headers(secure=secure)]


def _is_large(scope: Any) -> bool:
    """Whether the request's head is larger than half of what the server accepts."""
    return len(scope["raw_path"]) + sum(len(name) + len(value) + 4 for name, value in scope["headers"]) > MAX_HEAD // 2


def install(app: Quart, service: RedirectService) -> None:
    """Puts the lane in front of the Quart app."""
    app.asgi_app = AsgiLane(app.asgi_app, service)  # type: ignore[method-assign]
