"""The cookie of a browser in which users are not asked for the second factor (app/accounts/trusted_browser.py).

It holds the tokens of the last few users who trusted the browser, because several people may share one.
"""

from uuid import UUID

from app.accounts.trusted_browser import TRUSTED_FOR, TrustedBrowser
from app.web.host_cookie import HostCookie

MOST_TOKENS, TOKEN_LENGTH, SEPARATOR = 4, 43, "."
COOKIE = HostCookie("kliqs_trusted", int(TRUSTED_FOR.total_seconds()), longest=MOST_TOKENS * (TOKEN_LENGTH + 1))


def _received_tokens() -> list[str]:
    return [token for token in COOKIE.received.split(SEPARATOR) if len(token) == TOKEN_LENGTH]


async def is_trusted(user_id: UUID) -> bool:
    """Whether the user trusts the browser of this request."""
    return await TrustedBrowser.is_trusted(user_id, _received_tokens())


def set_cookie(token: str) -> None:
    """Adds the token of a browser that was just trusted to its cookie."""
    COOKIE.set_later(SEPARATOR.join([token, *_received_tokens()][:MOST_TOKENS]))
