"""Who is at the other end, as far as a request needs to know and no longer than it lasts."""

from ipaddress import IPv6Address, ip_address, ip_network

from quart import current_app, request
from ua_parser import parse


def address() -> str:
    """The visitor's address: the peer's, or the one the outermost trusted proxy saw. In memory only.

    IPv6 counts by /64, the least that a home or a server is given: whoever has one has all of it.
    """
    hops: int = current_app.config["TRUSTED_HOPS"]
    forwarded = [part.strip() for part in ",".join(request.headers.getlist("X-Forwarded-For")).split(",")]
    known = [part for part in forwarded if part]
    return _counted(known[-min(hops, len(known))]) if hops and known else _counted(request.remote_addr or "")


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
