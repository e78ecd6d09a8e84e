"""Cookies of this host alone: HttpOnly, and on https Secure with the prefix __Host-, so that no subdomain sets one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from quart import Response, after_this_request, request

from app.kernel import site, text


@dataclass(frozen=True, slots=True)
class HostCookie:
    """A cookie. `seconds` is how long it lasts, None until the browser closes; of what a browser sends, at most
    `longest` characters are read.
    """

    name: str
    seconds: int | None = None
    samesite: Literal["Lax", "Strict"] = "Lax"
    longest: int = 64

    @property
    def full_name(self) -> str:
        """The name with its prefix."""
        return ("__Host-" if site.current().secure else "") + self.name

    @property
    def received(self) -> str:
        """The value that this browser sends, valid or not; empty without a cookie."""
        return text.replace_surrogates(request.cookies.get(self.full_name, ""))[: self.longest]

    def set(self, response: Response, value: str) -> Response:
        """Sets the cookie on a response, and returns the response."""
        response.set_cookie(self.full_name, value, max_age=self.seconds, **self._attributes)
        return response

    def set_later(self, value: str) -> None:
        """Sets the cookie on the response of this request."""

        async def set_it(response: Any) -> Any:
            """Sets the cookie on the response."""
            return self.set(response, value)

        after_this_request(set_it)

    def delete(self, response: Response) -> Response:
        """Deletes the cookie by a response if the browser sent one, and returns the response."""
        if self.full_name in request.cookies:
            response.delete_cookie(self.full_name, **self._attributes)
        return response

    def delete_later(self) -> None:
        """Deletes the cookie on the response of this request, if the browser sent one."""

        async def delete_it(response: Any) -> Any:
            """Deletes the cookie by the response."""
            return self.delete(response)

        after_this_request(delete_it)

    @property
    def _attributes(self) -> dict[str, Any]:
        return {"secure": site.current().secure, "httponly": True, "samesite": self.samesite}
