"""The networks that Kliqs publishes to, in the order of the pages. An adapter registers itself when it is imported."""

from __future__ import annotations

from typing import NamedTuple

from app.publishing.networks.network import Network

ORDER = ("instagram", "tiktok", "facebook", "x", "linkedin", "mastodon")
NETWORKS: dict[str, Network] = {}


def register(network: Network) -> Network:
    """Registers an adapter and keeps NETWORKS in the order of the pages. Raises: ValueError for a name in use."""
    if network.name in NETWORKS:
        raise ValueError(f"there is a network {network.name} already")
    NETWORKS[network.name] = network
    for name in sorted(NETWORKS, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER)):
        NETWORKS[name] = NETWORKS.pop(name)
    return network


class NetworkLabel(NamedTuple):
    """How a network is shown: its own name, and the name of its icon."""

    label: str
    icon: str


def network_named(name: str) -> Network | NetworkLabel:
    """Returns the adapter of a network, or how to show one that this version of Kliqs no longer knows."""
    return NETWORKS.get(name) or NetworkLabel(name, "world")
