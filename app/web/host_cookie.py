"""Cookies that hold a random secret of a browser.

Each is HttpOnly and sent to the host that set it alone. With https it is sent under https only, and its name has the
prefix `__Host-`, by which browsers refuse one that another host set (RFC 6265bis, 4.1.3.2).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

from quart import Response, after_this_request, request

from app.kernel import site, text

LONGEST_VALUE = 200  # characters that are read


class HostCookie:
    """A cookie by its name without prefix. Without `lifetime` it ends when the browser closes."""

    def __init__(
        self, name: str, *, lifetime: timedelta | None = None, same_site: Literal["Lax", "Strict"] = "Lax"
    ) -> None:
        self._name, self.lifetime, self._same_site = name, lifetime, same_site

    def read(self) -> str:
        """Returns what this browser sends, valid or not; empty without a cookie."""
        return text.replace_surrogates(request.cookies.get(self._prefixed_name, ""))[:LONGEST_VALUE]

    def set(self, response: Response, value: str) -> Response:
        """Sets the cookie on a response and returns the response."""
        age = int(self.lifetime.total_seconds()) if self.lifetime else None
        response.set_cookie(self._prefixed_name, value, max_age=age, **self._attributes)
        return response

    def delete(self, response: Response) -> Response:
        """Deletes the cookie by a response, if the browser sent one, and returns the response."""
        if self._prefixed_name in request.cookies:
            response.delete_cookie(self._prefixed_name, **self._attributes)
        return response

    def set_after_request(self, value: str) -> None:
        """Sets the cookie on whatever response this request gets."""

        async def with_cookie(response: Any) -> Any:
            return self.set(response, value)

        after_this_request(with_cookie)

    def delete_after_request(self) -> None:
        """Deletes the cookie, if the browser sent one, by whatever response this request gets."""

        async def without_cookie(response: Any) -> Any:
            return self.delete(response)

        after_this_request(without_cookie)

    @property
    def _prefixed_name(self) -> str:
        return ("__Host-" if site.current().secure else "") + self._name

    @property
    def _attributes(self) -> dict[str, Any]:
        return {"secure": site.current().secure, "httponly": True, "samesite": self._same_site}
