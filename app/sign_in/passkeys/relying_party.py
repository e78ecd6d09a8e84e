"""The host that passkeys are made for. Browsers use a passkey on that host alone, so a new host means new passkeys.

Browsers offer passkeys on https and on localhost, and never on an IP address (Web Authentication Level 2, §5.1.3).
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from quart import request

from app.kernel import installation, site
from app.kernel.surfaces import Site


class RelyingParty(NamedTuple):
    """The host name that passkeys are made for, and the one origin that their signatures must name."""

    id: str
    origin: str


def relying_party_of(origin: str) -> RelyingParty | None:
    """Returns the relying party of an origin; None where browsers offer no passkeys."""
    parts = urlsplit(origin)
    host = parts.hostname or ""
    local = host == "localhost" or host.endswith(".localhost")
    if not host or _is_ip_address(host) or (parts.scheme != "https" and not local):
        return None
    return RelyingParty(host, origin)


def requested_relying_party() -> RelyingParty | None:
    """Returns the relying party of the current request; None where there are no passkeys, as in a read-only demo."""
    if installation.current().config.read_only:
        return None
    return relying_party_of(site.current().origin_of(request.host.lower()))


def relying_party_ids(installed: Site) -> set[str]:
    """Returns the host names of the dashboard for which an installation takes passkeys."""
    hosts = [host for host in installed.hosts if "dashboard" in installed.surfaces_of(host)]
    parties = [relying_party_of(installed.origin_of(host)) for host in hosts]
    return {party.id for party in parties if party}


def _is_ip_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
