"""The cookie of a browser in which users are not asked for the second factor (app/accounts/trusted_browser.py).

It holds the tokens of the last few users who trusted the browser, because several people may share one.
"""

from typing import Any
from uuid import UUID

from quart import after_this_request, request

from app.accounts.trusted_browser import TRUSTED_FOR, TrustedBrowser
from app.kernel import site, text

MOST_TOKENS, TOKEN_LENGTH, SEPARATOR = 4, 43, "."


def _cookie_name() -> str:
    return ("__Host-" if site.current().secure else "") + "kliqs_trusted"


def _received_tokens() -> list[str]:
    cookie = text.replace_surrogates(request.cookies.get(_cookie_name(), ""))
    tokens = cookie[: MOST_TOKENS * (TOKEN_LENGTH + 1)].split(SEPARATOR)
    return [token for token in tokens if len(token) == TOKEN_LENGTH]


async def is_trusted(user_id: UUID) -> bool:
    """Whether the user trusts the browser of this request."""
    return await TrustedBrowser.is_trusted(user_id, _received_tokens())


def set_cookie(token: str) -> None:
    """Adds the token of a browser that was just trusted to its cookie."""
    value = SEPARATOR.join([token, *_received_tokens()][:MOST_TOKENS])
    age = int(TRUSTED_FOR.total_seconds())

    @after_this_request
    async def hand(response: Any) -> Any:
        """Sets the cookie on the response."""
        response.set_cookie(
            _cookie_name(), value, max_age=age, secure=site.current().secure, httponly=True, samesite="Lax"
        )
        return response
