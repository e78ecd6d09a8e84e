"""The cookie of a browser that waits for an email: a random secret, with which it alone sees the page about the email.

It lasts until the browser closes; what it belongs to expires earlier (mailed_code.py, mailed_link.py).
"""

from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_inbox")
