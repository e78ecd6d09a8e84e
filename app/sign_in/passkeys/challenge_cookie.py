"""The cookie that ties a challenge to the browser that asked for it, so that no other one can answer it.

It lasts until the browser closes. Challenges in several tabs of a browser share it.
"""

from app.web.host_cookie import HostCookie

COOKIE = HostCookie("kliqs_passkey", same_site="Strict")
