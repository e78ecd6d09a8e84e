"""The networks that an API key is limited to: addresses and CIDR blocks (RFC 4632, RFC 4291), IPv4 and IPv6."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_address, ip_network

from app.kernel.refusal import N_, Refusal

MOST_NETWORKS, LONGEST = 20, 43  # LONGEST: characters of a network in its normal form
MAPPED = ip_network("::ffff:0:0/96")
Network = IPv4Network | IPv6Network


class InvalidNetwork(Refusal):
    """A text is neither an address nor a network. Facts: text."""

    code, field = "INVALID_NETWORK", "networks"
    says = N_("%(text)s is neither an IP address nor a network such as 203.0.113.0/24.")


class TooManyNetworks(Refusal):
    """There are more networks than a key can have. Facts: most."""

    code, field, says = "TOO_MANY_NETWORKS", "networks", N_("At most %(most)s networks, please.")


def parse_networks(text: str) -> str:
    """Returns the networks in a text, separated by commas, blanks or lines, as they are stored: "" for none.

    Each is in its normal form: an address is a network of one, bits after the prefix are zero, addresses of IPv4 in
    IPv6 are IPv4. What lies inside another one is left out. Raises: InvalidNetwork, TooManyNetworks.
    """
    parts = [part for part in re.split(r"[,;\s]+", text[:10_000]) if part]
    if len(parts) > 10 * MOST_NETWORKS:
        raise TooManyNetworks(most=MOST_NETWORKS)
    networks = [_parse_network(part) for part in parts]
    v4 = list(collapse_addresses(each for each in networks if isinstance(each, IPv4Network)))
    v6 = list(collapse_addresses(each for each in networks if isinstance(each, IPv6Network)))
    if len(v4) + len(v6) > MOST_NETWORKS:
        raise TooManyNetworks(most=MOST_NETWORKS)
    return " ".join(str(each) for each in (*v4, *v6))


def is_allowed(address: str, stored: str) -> bool:
    """Whether an IP address lies in one of the stored networks; every one does where there are none."""
    if not stored:
        return True
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return any(ip in ip_network(each) for each in stored.split())


def network_of_caller(address: str) -> str:
    """Returns the network of an IP address that the request log keeps: IPv4 /24, IPv6 /48; "" for another text."""
    try:
        ip = ip_address(address)
    except ValueError:
        return ""
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip_network((ip.packed, 24 if ip.version == 4 else 48), strict=False))


def _parse_network(text: str) -> Network:
    """Returns the network in a text. Raises: InvalidNetwork."""
    try:
        if not text.isascii() or "%" in text:
            raise ValueError(text)
        network = ip_network(text, strict=False)
    except ValueError:
        raise InvalidNetwork(text=text[:LONGEST]) from None
    if isinstance(network, IPv6Network) and network.subnet_of(MAPPED):  # type: ignore[arg-type]
        low = int(network.network_address) & 0xFFFFFFFF
        return IPv4Network((low, network.prefixlen - 96))
    return network
