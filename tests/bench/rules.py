"""Links for benches of rules: plain ones, ones with five rules of which the last applies, and ones that split."""

from typing import Any

from app.accounts.models import Account
from app.links.models import Link

KINDS = ("bench", "ruled")
ZONE = "Asia/Jakarta"
FIVE: list[dict[str, Any]] = [  # the first four each hold in part for the visitor of the benches, and fail at the end
    {
        "when": [{"kind": "language", "values": ["id"]}, {"kind": "country", "values": ["MY", "SG"]}],
        "to": [{"url": "https://one.example/"}],
    },
    {
        "when": [
            {"kind": "time", "from": "00:00", "until": "23:59", "zone": ZONE},
            {"kind": "device", "values": ["phone", "tablet"]},
        ],
        "to": [{"url": "https://two.example/"}],
    },
    {
        "when": [
            {"kind": "referrer", "values": ["instagram.com"]},
            {"kind": "query", "name": "ref", "test": "is", "value": "katalog"},
        ],
        "to": [{"url": "https://three.example/"}],
    },
    {
        "when": [{"kind": "browser", "values": ["Chrome"]}, {"kind": "system", "values": ["iOS", "Android", "macOS"]}],
        "to": [{"url": "https://four.example/"}],
    },
    {
        "when": [{"kind": "visitor", "value": "people"}],
        "to": [{"url": "https://five.example/", "weight": 70}, {"url": "https://six.example/", "weight": 30}],
    },
]


async def fill(account: Account, count: int) -> None:
    """Makes so many links of each kind, named `bench-0` and `ruled-0` on."""
    for number in range(count):
        url = f"https://example.com/{number}"
        await Link.shorten(account, url=url, slug=f"bench-{number}")
        await Link.shorten(account, url=url, slug=f"ruled-{number}", rules=FIVE)
