"""The setting KLIQS_NET_ALLOW: hosts outside of the public Internet that outgoing requests may reach."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Self

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.global_address import Address, is_global, unmap_ipv4
from app.kernel.refusal import N_
from app.kernel.setting_checks import is_host, is_port

PORTS = (80, 443)
ENTRY = re.compile(r"\[(?P<six>[^\]]*)\](?::(?P<port_six>.*))?|(?P<host>[^:]*)(?::(?P<port>[^:]*))?")


@dataclass(frozen=True)
class AllowList:
    """Host names (lower case) and networks that may be reached although they are not public.

    Each has a port; None allows every port.
    """

    hosts: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[tuple[IPv4Network | IPv6Network, int | None], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parses the setting. Raises ValueError with a sentence for the operator."""
        hosts, networks = set(), []
        for entry in text.replace(",", " ").split():
            place, port = _place(entry)
            if network := _network(place):
                networks.append((network, port))
            elif is_host(place):
                hosts.add((place.lower().removesuffix("."), port))
            else:
                raise ValueError(
                    f"“{entry}” is no host, address or network; give names such as git.internal, "
                    "git.internal:8443, 10.1.0.0/16 or [fd00::1]:8080"
                )
        return cls(frozenset(hosts), tuple(networks))

    def lists_host(self, host: str, port: int) -> bool:
        """Whether this host name is listed, with this port or without one. Its IP address does not matter."""
        name = host.lower().removesuffix(".")
        return (name, None) in self.hosts or (name, port) in self.hosts

    def lists_address(self, address: Address, port: int) -> bool:
        """Whether this IP address, or a network that contains it, is listed with this port or without one."""
        plain = unmap_ipv4(address)
        return any(plain in network and allowed in {None, port} for network, allowed in self.networks)

    def permits(self, host: str, address: Address, port: int) -> bool:
        """Whether a request for `host` may connect to `address`: it is listed, or public with port 80 or 443."""
        return (
            self.lists_host(host, port) or self.lists_address(address, port) or (is_global(address) and port in PORTS)
        )


class NetSettings(BaseSettings):
    """The settings for requests that this server makes."""

    net_allow: str = Field(
        "",
        description=N_(
            "Hosts and networks that requests of this server may reach though they are not on the public "
            "Internet, such as "
            "git.internal:8443 10.1.0.0/16; empty: none."
        ),
    )

    @field_validator("net_allow")
    @classmethod
    def _net_allow(cls, value: str) -> str:
        AllowList.parse(value)
        return value

    @property
    def allow_list(self) -> AllowList:
        """The parsed value of the setting."""
        return AllowList.parse(self.net_allow)


def _place(entry: str) -> tuple[str, int | None]:
    """Splits an entry into its host or network and its port, None for any port.

    An IPv6 address needs brackets only if a port follows. Raises ValueError for an invalid port.
    """
    match = ENTRY.fullmatch(entry)
    if not match:
        return entry, None
    port = match["port_six"] if match["six"] is not None else match["port"]
    if port is not None and not is_port(port):
        raise ValueError(f"the port of “{entry}” must be a number from 1 to 65535")
    return match["six"] if match["six"] is not None else match["host"], None if port is None else int(port)


def _network(place: str) -> IPv4Network | IPv6Network | None:
    """Parses a network or address such as 10.1.0.0/16 or 10.1.0.7; returns None for a host name.

    Raises ValueError for an invalid network, and for one that contains every address.
    """
    try:
        network = ip_network(place)
    except ValueError:
        if "/" not in place:
            return None
        raise ValueError(f"“{place}” is no network; give its first address and its length, as in 10.1.0.0/16") from None
    if not network.prefixlen:
        raise ValueError(f"“{place}” is every address there is; list only the networks that are needed")
    return network
