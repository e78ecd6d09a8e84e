"""Who is at the other end, as far as a request needs to know and no longer than it lasts."""

from ipaddress import IPv6Address, ip_address, ip_network

from quart import current_app, request
from ua_parser import parse


def address() -> str:
    """The visitor's address as limits count it, from the peer or the outermost trusted proxy. In memory only.

    IPv6 counts by /64, the least that a home or a server is given: whoever has one has all of it.
    """
    forwarded = ",".join(request.headers.getlist("X-Forwarded-For"))
    return _counted(address_of(request.remote_addr or "", forwarded, current_app.config["TRUSTED_HOPS"]))


def address_of(peer: str, forwarded: str, hops: int) -> str:
    """Whose request it is: the peer's, or what the outermost of `hops` trusted proxies saw (X-Forwarded-For)."""
    known = [part for part in map(str.strip, forwarded.split(",")) if part] if hops else []
    return known[-min(hops, len(known))] if known else peer


def _counted(text: str) -> str:
    bare = text.partition("]")[0].lstrip("[") if text.startswith("[") else text
    try:
        ip = ip_address(bare if bare.count(":") != 1 else bare.partition(":")[0])
    except ValueError:
        return text
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or ip_network((ip, 64), strict=False))
    return str(ip)


def device() -> str:
    """The family of browser and system, such as `Chrome · Windows`."""
    agent = parse(request.headers.get("User-Agent", "")[:500])
    families = [part.family for part in (agent.user_agent, agent.os) if part and part.family != "Other"]
    return " · ".join(families)[:80]
