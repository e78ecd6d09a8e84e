"""Decides which IP addresses are on the public Internet. Any other may be a machine in the operator's own network.

Sources: the special-purpose registries of IANA (RFC 6890 and its successors) beyond what Python's `ipaddress` knows.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: translated to the IPv4 address in the last 32 bits
UNICAST = IPv6Network("2000::/3")  # everything that IANA has allocated as global unicast
SPECIAL = (
    IPv4Network("192.0.0.0/24"),  # RFC 6890, protocol assignments; a cloud provider serves instance metadata at .192
    IPv4Network("192.88.99.0/24"),  # RFC 7526, relays of 6to4, no longer in use
    IPv4Network("168.63.129.16/32"),  # the host of a virtual machine at a cloud provider
    IPv6Network("3fff::/20"),  # RFC 9637, documentation
)


def unmap_ipv4(address: Address) -> Address:
    """Returns the IPv4 address of an IPv4-mapped IPv6 address; any other address unchanged."""
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


def is_global(address: Address) -> bool:
    """Whether an address belongs to one machine on the public Internet.

    For an IPv6 address that contains an IPv4 address (mapped, NAT64, 6to4), the IPv4 address decides. Teredo, multicast
    and addresses with a scope (`fe80::1%eth0`) are never global.
    """
    if isinstance(address, IPv6Address):
        if address.scope_id is not None or address.teredo:
            return False
        if embedded := _embedded_ipv4(address):
            return is_global(embedded)
        if address not in UNICAST:
            return False
    return address.is_global and not address.is_multicast and not any(address in network for network in SPECIAL)


def _embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    """Returns the IPv4 address that a mapped, NAT64 or 6to4 address contains, or None."""
    nat64 = IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
    return address.ipv4_mapped or nat64 or address.sixtofour
