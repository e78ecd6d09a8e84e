"""The cookie that binds flows of OAuth 2.0 to the browser in which they began: sign-ins and connections to networks.

Its secret of 256 bits serves all flows until the browser is closed, so that two tabs do not disturb each other; each
flow has a state of its own that ends after ten minutes. SameSite=Lax lets the cookie come along when the provider
sends the browser back.
"""

import re

from app.kernel import secrets
from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_oauth")
SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def received_secret() -> str:
    """The secret that this browser sends; empty without a well-formed cookie."""
    value = COOKIE.read()
    return value if SECRET.fullmatch(value) else ""


def received_or_new_secret() -> str:
    """The secret that this browser sends, or a new one."""
    return received_secret() or secrets.new_token()
