"""Who is at the other end, as far as a request needs to know and no longer than it lasts."""

from quart import current_app, request
from ua_parser import parse


def address() -> str:
    """The visitor's address: the peer's, or the one the outermost trusted proxy saw. In memory only."""
    hops: int = current_app.config["TRUSTED_HOPS"]
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if hops and forwarded:
        return forwarded[-min(hops, len(forwarded))]
    return request.remote_addr or ""


def device() -> str:
    """The family of browser and system, such as `Chrome · Windows`."""
    agent = parse(request.headers.get("User-Agent", "")[:500])
    families = [part.family for part in (agent.user_agent, agent.os) if part and part.family != "Other"]
    return " · ".join(families)[:80]
