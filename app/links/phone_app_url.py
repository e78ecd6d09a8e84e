"""The destination of a link on phones: a web address that an app has claimed, or an address of an app's own scheme.

An https address that an app has claimed (Universal Links on iOS, App Links on Android) opens the app if it is installed
and the website otherwise; visitors are redirected to it. An address such as `tokopedia://product/1` works with the app
only, so visitors get a page with a button for the app and the link's web destination below it: nothing finds out
whether the app is there. On Android the button is an intent with that destination as its fallback
(developer.chrome.com/docs/android/intents).
"""

from __future__ import annotations

import re
from urllib.parse import quote

from app.kernel import text
from app.kernel.destination import MAX_URL_LENGTH, UNQUOTED, InvalidUrl, UrlTooLong, clean_url
from app.kernel.refusal import N_

# Only an address of this shape is taken. The schemes that browsers and systems treat themselves lack the slashes
# (javascript:, data:, mailto:) or are in NOT_OF_APPS.
APP_URL = re.compile(r"([a-z][a-z0-9+.-]{1,39})://([^\x00-\x20\x7f-\x9f\\\u2028\u2029\"'<>`]+)", re.IGNORECASE)
NOT_OF_APPS = frozenset(
    (
        *("about", "android-app", "applewebdata", "blob", "cap", "cid", "content", "data", "devtools", "dns", "edge"),
        *(
            "feed",
            "file",
            "filesystem",
            "ftp",
            "ftps",
            "gopher",
            "http",
            "https",
            "intent",
            "jar",
            "javascript",
            "ldap",
        ),
        *("livescript", "mailto", "mid", "mocha", "opera", "res", "resource", "rtsp", "sftp", "shell", "sms", "smb"),
        *("ssh", "tel", "telnet", "vbscript", "view-source", "wais", "ws", "wss", "wyciwyg"),
    )
)
OF_SYSTEMS = (
    "ms-",
    "x-apple",
    "chrome",
    "moz-",
    "itms-services",
)  # what the schemes of systems and browsers begin with


class InvalidAppUrl(InvalidUrl):
    """Raised for what is neither a web address nor the address of an app."""

    says = N_("Give a web address, or the address of an app such as myapp://product/1.")


def clean_app_url(raw: str) -> str:
    """Returns the address in the form that is stored and sent; "" stays empty.

    Raises: InvalidAppUrl, UrlTooLong, and those of `clean_url` for a web address.
    """
    url = text.trim(raw)
    if not url or re.match("https?:", url, re.IGNORECASE):
        return clean_url(url) if url else ""
    if len(url) > MAX_URL_LENGTH:
        raise UrlTooLong
    match = APP_URL.fullmatch(url)
    scheme = match[1].lower() if match else ""
    if match is None or scheme in NOT_OF_APPS or scheme.startswith(OF_SYSTEMS):
        raise InvalidAppUrl
    clean = f"{scheme}://{quote(match[2], safe=UNQUOTED)}"
    if len(clean) > MAX_URL_LENGTH:
        raise UrlTooLong
    return clean


def needs_app(url: str) -> bool:
    """Whether an address only works with an app."""
    return not url[:8].lower().startswith(("http://", "https://"))


def intent_url(app_url: str, web_url: str) -> str:
    """Returns the intent by which browsers on Android open the app, or else `web_url`.

    An address with a fragment cannot be written as an intent and is returned unchanged.
    """
    scheme, _, rest = app_url.partition("://")
    if "#" in rest:
        return app_url
    return f"intent://{rest}#Intent;scheme={scheme};S.browser_fallback_url={quote(web_url, safe='')};end"
