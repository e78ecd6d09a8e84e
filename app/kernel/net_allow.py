"""Which machines outgoing requests may reach beyond the public Internet: the setting KLIQS_NET_ALLOW."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Self

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.global_address import Address, is_global, unmapped
from app.kernel.refusal import N_
from app.kernel.setting_checks import is_host, is_port

PORTS = (80, 443)
ENTRY = re.compile(r"\[(?P<six>[^\]]*)\](?::(?P<port_six>.*))?|(?P<host>[^:]*)(?::(?P<port>[^:]*))?")


@dataclass(frozen=True)
class AllowList:
    """Hosts (lower case) and networks that may be reached though they are not public, each at one port or at any."""

    hosts: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[tuple[IPv4Network | IPv6Network, int | None], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads the setting; raises ValueError with a sentence for the operator when it is wrong."""
        hosts, networks = set(), []
        for entry in text.replace(",", " ").split():
            place, port = _place(entry)
            if network := _network(place):
                networks.append((network, port))
            elif is_host(place):
                hosts.add((place.lower().removesuffix("."), port))
            else:
                raise ValueError(f"“{entry}” is no host, address or network; give names such as git.internal, "
                                 "git.internal:8443, 10.1.0.0/16 or [fd00::1]:8080")
        return cls(frozenset(hosts), tuple(networks))

    def names(self, host: str, port: int) -> bool:
        """Whether the operator listed this host name, whatever it resolves to."""
        name = host.lower().removesuffix(".")
        return (name, None) in self.hosts or (name, port) in self.hosts

    def holds(self, address: Address, port: int) -> bool:
        """Whether the operator listed this address or a network that it is in."""
        bare = unmapped(address)
        return any(bare in network and only in {None, port} for network, only in self.networks)

    def permits(self, host: str, address: Address, port: int) -> bool:
        """Whether a request for `host` may connect to `address`: public and at port 80 or 443, or listed."""
        return self.names(host, port) or self.holds(address, port) or (is_global(address) and port in PORTS)


class NetSettings(BaseSettings):
    """Where this installation may send requests of its own."""

    net_allow: str = Field("", description=N_(
        "Hosts and networks that requests of this server may reach though they are not on the public Internet, such as "
        "git.internal:8443 10.1.0.0/16; empty: none."))

    @field_validator("net_allow")
    @classmethod
    def _net_allow(cls, value: str) -> str:
        AllowList.parse(value)
        return value

    @property
    def allow_list(self) -> AllowList:
        """What the setting lists."""
        return AllowList.parse(self.net_allow)


def _place(entry: str) -> tuple[str, int | None]:
    """The host or network of an entry and its port; an IPv6 address needs brackets only before a port."""
    match = ENTRY.fullmatch(entry)
    if not match:
        return entry, None
    port = match["port_six"] if match["six"] is not None else match["port"]
    if port is not None and not is_port(port):
        raise ValueError(f"the port of “{entry}” must be a number from 1 to 65535")
    return match["six"] if match["six"] is not None else match["host"], None if port is None else int(port)


def _network(place: str) -> IPv4Network | IPv6Network | None:
    """The network of a text such as 10.1.0.0/16 or 10.1.0.7; nothing for a host name."""
    try:
        network = ip_network(place)
    except ValueError:
        if "/" not in place:
            return None
        raise ValueError(f"“{place}” is no network; give its first address and its length, as in 10.1.0.0/16") from None
    if not network.prefixlen:
        raise ValueError(f"“{place}” is every address there is; list only the networks that are needed")
    return network
