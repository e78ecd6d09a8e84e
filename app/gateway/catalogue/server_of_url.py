"""Which server an address of an upstream names: its scheme, host and port. Nothing of one server is sent to another."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.gateway.catalogue.upstream import Upstream

PORTS = {"http": 80, "https": 443}


def is_same_server(url: str, other: str) -> bool:
    """Whether two addresses have the same scheme, host and port."""
    return _server(url) == _server(other)


async def is_still_at(upstream_id: int, base_url: str) -> bool:
    """Whether an upstream is still on the server of an address; it stays there until the caller's transaction ends."""
    row = await Upstream.filter(id=upstream_id).select_for_update(no_key=True).only("id", "base_url").first()
    return row is not None and is_same_server(row.base_url, base_url)


def _server(url: str) -> tuple[str, str, int | None]:
    """Returns the scheme, the host and the port of an address."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or PORTS.get(parts.scheme)
