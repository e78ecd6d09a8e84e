"""Quart with less work at the start and for each request: nothing that it does is left out for pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from inspect import CO_COROUTINE
from types import CodeType
from typing import Any

from quart import Quart
from quart.routing import QuartRule
from quart.sessions import SecureCookieSession, SecureCookieSessionInterface
from quart.wrappers.base import BaseRequestWebsocket


class LateRule(QuartRule):
    """A rule that compiles the code which builds its addresses when the first of them is built.

    Werkzeug does so when the rule is added, twice for each of some 700 rules: a fifth of the time of a server's start.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        compile_now = super()._compile_builder

        @cache
        def compiled() -> Callable[..., tuple[str, str]]:
            return compile_now(append_unknown)

        def build(rule: QuartRule, /, **values: Any) -> tuple[str, str]:
            return compiled()(rule, **values)

        return build


class KliqsApp(Quart):
    """Quart, which looks only once at a function that is asynchronous; it calls some twenty for each request."""

    url_rule_class = LateRule

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
