"""Small databases in MaxMind's format (maxmind.github.io/MaxMind-DB), and names for odd parameters."""

import ipaddress
from pathlib import Path
from typing import Any

WIDTHS = {"node_count": 4, "build_epoch": 8, "autonomous_system_number": 4}  # in bytes; other numbers have two
KINDS = {2: 5, 4: 6, 8: 9}
MARK = b"\xab\xcd\xefMaxMind.com"
BUILT = 1_790_000_000  # 2026-09-21


def short(value: object) -> str:
    """A name for a parameter that may be very long, or hold anything."""
    return ascii(value)[:60]


def write(path: Path, records: dict[str, Any], kind: str = "GeoLite2-City") -> Path:
    """A database of records by network, IPv4 and IPv6 in one tree; a value is a dict, str or int."""
    nodes: list[list[int | None]] = [[None, None]]
    places: list[int] = []
    section = b""
    for network, record in records.items():
        places.append(len(section))
        section += _encoded(record)
        _plant(nodes, network, -len(places))
    tree = b"".join(_pointer(child, len(nodes), places).to_bytes(3, "big") for node in nodes for child in node)
    metadata = {
        "binary_format_major_version": 2,
        "binary_format_minor_version": 0,
        "build_epoch": BUILT,
        "database_type": kind,
        "description": {},
        "languages": [],
        "ip_version": 6,
        "node_count": len(nodes),
        "record_size": 24,
    }
    path.write_bytes(tree + bytes(16) + section + MARK + _encoded(metadata))
    return path


def _plant(nodes: list[list[int | None]], network: str, leaf: int) -> None:
    found = ipaddress.ip_network(network)
    bits = f"{int(found.network_address):0128b}"[: found.prefixlen + (96 if found.version == 4 else 0)]
    at = 0
    for bit in bits[:-1]:
        following = nodes[at][int(bit)]
        if following is None:
            following = nodes[at][int(bit)] = len(nodes)
            nodes.append([None, None])
        at = following
    nodes[at][int(bits[-1])] = leaf


def _pointer(child: int | None, count: int, places: list[int]) -> int:
    if child is None:
        return count
    return child if child >= 0 else count + 16 + places[-child - 1]


def _encoded(value: Any, width: int = 2) -> bytes:
    if isinstance(value, dict):
        return _control(7, len(value)) + b"".join(
            _encoded(key) + _encoded(item, WIDTHS.get(key, 2)) for key, item in value.items()
        )
    if isinstance(value, list):
        return _control(11, len(value)) + b"".join(map(_encoded, value))
    if isinstance(value, str):
        return _control(2, len(value.encode())) + value.encode()
    return _control(KINDS[width], width) + int(value).to_bytes(width, "big")


def _control(kind: int, size: int) -> bytes:
    first, more = (
        (size, b"") if size < 29 else (29, bytes([size - 29])) if size < 285 else (30, (size - 285).to_bytes(2, "big"))
    )
    return bytes([first, kind - 7] if kind > 7 else [kind << 5 | first]) + more
