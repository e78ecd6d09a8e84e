"""Which IP addresses belong to the public Internet; every other one may lead to a machine of the operator's own.

Sources: the special-purpose registries of IANA (RFC 6890 and its successors) beyond what Python's `ipaddress` knows.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: a gateway passes these on to the IPv4 address at their end
UNICAST = IPv6Network("2000::/3")  # all that IANA has assigned for use on the Internet
SPECIAL = (
    IPv4Network("192.0.0.0/24"),  # RFC 6890, protocol assignments; a cloud keeps its instance metadata at .192
    IPv4Network("192.88.99.0/24"),  # RFC 7526, relays of 6to4, no longer in use
    IPv4Network("168.63.129.16/32"),  # a cloud's own host, as its virtual machines see it
    IPv6Network("3fff::/20"),  # RFC 9637, documentation
)


def unmapped(address: Address) -> Address:
    """The IPv4 address that the system connects to for an IPv4-mapped IPv6 one; any other address itself."""
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


def is_global(address: Address) -> bool:
    """Whether an address is one machine on the public Internet.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts by itself. Teredo, multicast and addresses with
    a scope (`fe80::1%eth0`) never are global.
    """
    if isinstance(address, IPv6Address):
        if address.scope_id is not None or address.teredo:
            return False
        if inner := _inner(address):
            return is_global(inner)
        if address not in UNICAST:
            return False
    return address.is_global and not address.is_multicast and not any(address in network for network in SPECIAL)


def _inner(address: IPv6Address) -> IPv4Address | None:
    nat64 = IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
    return address.ipv4_mapped or nat64 or address.sixtofour
