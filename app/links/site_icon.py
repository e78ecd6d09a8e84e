"""The little square before a link: the mark of a service we know, else the first letter of its host.

Never a fetched favicon: that would tell others what people link to.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

from app.links.known_sites import SITES, site_of

HUES = 6


class Tile(NamedTuple):
    """`icon` is empty when the letter is shown; `hue` is 1 to 6, the same for the same host."""

    icon: str
    letter: str
    hue: int


def tile(url: str) -> Tile:
    """The tile of a destination."""
    host, site = (urlsplit(url).hostname or "?").removeprefix("www."), site_of(url)
    return Tile(SITES[site].icon if site else "", host[0].upper(), sum(host.encode()) % HUES + 1)
