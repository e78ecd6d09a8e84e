"""The cookie of a browser in which users are not asked for the second factor (app/accounts/trusted_browser.py).

It holds the tokens of the last few users who trusted the browser, because several people may share one.
"""

from uuid import UUID

from app.accounts.trusted_browser import TRUSTED_FOR, TrustedBrowser
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_trusted", lifetime=TRUSTED_FOR)
MOST_TOKENS, TOKEN_LENGTH, SEPARATOR = 4, 43, "."


async def is_trusted(user_id: UUID) -> bool:
    """Whether the user trusts the browser of this request."""
    return await TrustedBrowser.is_trusted(user_id, _received_tokens())


def add_token(token: str) -> None:
    """Adds the token of a user who has just trusted the browser to its cookie."""
    COOKIE.set_after_request(SEPARATOR.join([token, *_received_tokens()][:MOST_TOKENS]))


def _received_tokens() -> list[str]:
    tokens = COOKIE.read().split(SEPARATOR)[:MOST_TOKENS]
    return [token for token in tokens if len(token) == TOKEN_LENGTH]
