"""The client's IP address and device, for the duration of a request."""

import re
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

from quart import current_app, request

from app.kernel.user_agent_families import find_families

BROWSERS = """Amazon Silk|Android|Brave|Chrome|Chrome Mobile|Chrome Mobile WebView|Chrome Mobile iOS|Chromium
DuckDuckGo|DuckDuckGo Mobile|Ecosia Android|Ecosia iOS|Edge|Edge Mobile|Epiphany|Facebook|Firefox|Firefox Beta
Firefox Mobile|Firefox iOS|Google|HeadlessChrome|Huawei Browser|HuaweiBrowser|IE|IE Mobile|Instagram|Konqueror|LINE
Line|Maxthon|MiuiBrowser|Mobile Safari|Mobile Safari UI/WKWebView|Opera|Opera Mini|Opera Mobile|Opera Tablet|Opera Touch
Pale Moon|Puffin|QQ Browser|QQ Browser Mini|QQ Browser Mobile|Safari|Samsung Internet|SeaMonkey|Sogou Explorer|TikTok
UC Browser|Vivaldi|VivoBrowser|WhatsApp|Whale|Yandex Browser"""
SYSTEMS = """Android|CentOS|Chrome OS|Debian|Fedora|FreeBSD|KaiOS|Linux|Mac OS X|OpenBSD|Red Hat|SUSE|Tizen|Ubuntu
Windows|Windows Phone|iOS|tvOS|webOS"""
KNOWN_FAMILIES = frozenset(re.split(r"[|\n]", f"{BROWSERS}\n{SYSTEMS}"))  # as ua_parser names them


def rate_limit_address() -> str:
    """Returns the client's IP address for rate limits, from the peer or X-Forwarded-For. It is kept in memory only.

    An IPv6 address is reduced to its /64 network, the smallest that a home or a server gets: its owner controls all of
    it.
    """
    return _limit_key(_sender())


def request_address() -> str:
    """Returns the client's whole IP address, from the peer or X-Forwarded-For; "" if it is none.

    An IPv4 address in an IPv6 one is returned as IPv4. It is kept in memory only.
    """
    return _whole_address(_sender())


def _sender() -> str:
    """What the peer or X-Forwarded-For says of the client's address, unchecked."""
    forwarded = ",".join(request.headers.getlist("X-Forwarded-For"))
    return client_address(request.remote_addr or "", forwarded, current_app.config["TRUSTED_HOPS"])


def client_address(peer: str, forwarded: str, hops: int) -> str:
    """Returns the peer's address, or with `hops` trusted proxies the one that the outermost saw (X-Forwarded-For)."""
    addresses = [part for part in map(str.strip, forwarded.split(",")) if part] if hops else []
    return addresses[-min(hops, len(addresses))] if addresses else peer


@lru_cache(1_024)
def _whole_address(text: str) -> str:
    """Returns the address without port and brackets, IPv4 in IPv6 as IPv4; "" for any other text."""
    try:
        ip = ip_address(_without_port(text))
    except ValueError:
        return ""
    return str((ip.ipv4_mapped or ip) if isinstance(ip, IPv6Address) else ip)


@lru_cache(1_024)
def _limit_key(text: str) -> str:
    """Returns the address without port and brackets, IPv6 as its /64 network; any other text unchanged."""
    try:
        ip = ip_address(_without_port(text))
    except ValueError:
        return text
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or ip_network((ip, 64), strict=False))
    return str(ip)


def _without_port(text: str) -> str:
    """Returns an address without port and brackets."""
    host = text.partition("]")[0].lstrip("[") if text.startswith("[") else text
    return host if host.count(":") != 1 else host.partition(":")[0]


def country() -> str:
    """Returns the code of the country that the request came from, "" where it is unknown."""
    header = current_app.config["COUNTRY_HEADER"]
    sent = request.headers.get(header, "") if header and current_app.config["TRUSTED_HOPS"] else ""
    found: str = current_app.config["COUNTRY_OF_REQUEST"](rate_limit_address().partition("/")[0], sent)
    return found


def device_name() -> str:
    """Returns the families of browser and operating system, such as `Chrome · Windows`; empty if unknown.

    Only known names are returned: of some families the name is whatever the header says, and the result gets into
    emails to addresses that strangers type.
    """
    families = find_families(request.headers.get("User-Agent", "")[:500])
    return " · ".join(family for family in families if family in KNOWN_FAMILIES)
