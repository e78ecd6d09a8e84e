"""Quart with less work for each request: nothing that it does is left out for pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import CO_COROUTINE
from types import CodeType
from typing import Any

from quart import Quart
from quart.sessions import SecureCookieSession, SecureCookieSessionInterface
from quart.wrappers.base import BaseRequestWebsocket


class KliqsApp(Quart):
    """Quart, which looks only once at a function that is asynchronous; it calls some twenty for each request."""

    def ensure_async(self, func: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
        """Returns the function, or one that runs it in a thread if it is not asynchronous."""
        code: CodeType | None = getattr(func, "__code__", None)
        return func if code is not None and code.co_flags & CO_COROUTINE else super().ensure_async(func)


class NoticeSession(SecureCookieSessionInterface):
    """Quart's session, which holds messages for the next page; a request without its cookie needs no signature."""

    async def open_session(self, app: Quart, request: BaseRequestWebsocket) -> SecureCookieSession | None:
        """Returns the session of the cookie, an empty one without it."""
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return await super().open_session(app, request)
