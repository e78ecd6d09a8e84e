"""The small square before a link: the icon of a known site, otherwise the first letter of the host.

Favicons are never fetched, because that would reveal to other servers what people link to.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

from app.links.known_sites import SITES, site_of_url

HUES = 6


class SiteIcon(NamedTuple):
    """The square's content: `icon` is empty when the letter is shown; `hue` is 1 to 6, constant for a host."""

    icon: str
    letter: str
    hue: int


def site_icon(url: str) -> SiteIcon:
    """The square for a destination URL."""
    host, site = (urlsplit(url).hostname or "?").removeprefix("www."), site_of_url(url)
    return SiteIcon(SITES[site].icon if site else "", host[0].upper(), sum(host.encode()) % HUES + 1)
