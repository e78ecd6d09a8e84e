"""The rules of a link of the demo world: export customers, evening orders that are split, and one that is off."""

from typing import Any

KOPI_RULES: list[dict[str, Any]] = [
    {
        "id": "export",
        "name": "Export customers",
        "when": [{"kind": "country", "values": ["MY", "SG"]}, {"kind": "language", "values": ["en"]}],
        "to": [{"url": "https://example.com/nusantara-kopi/en/export"}],
    },
    {
        "id": "evening",
        "name": "Evening orders",
        "when": [
            {"kind": "device", "values": ["phone"]},
            {"kind": "time", "from": "17:00", "until": "22:00", "zone": "Asia/Jakarta", "days": ["fri", "sat", "sun"]},
        ],
        "to": [
            {"url": "https://gofood.link/a/nusantara-kopi", "weight": 70},
            {"url": "https://wa.me/628123456789?text=Pesan", "weight": 30},
        ],
    },
    {
        "id": "katalog",
        "on": False,
        "when": [{"kind": "query", "name": "ref", "test": "is", "value": "katalog"}],
        "to": [{"url": "https://example.com/nusantara-kopi/katalog-2026.pdf"}],
    },
]
