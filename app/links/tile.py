"""The little square before a link: the mark of a service we know, else the first letter of its host.

Never a fetched favicon: that would tell others what people link to.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

HUES = 6
SERVICES = {
    "instagram.com": "brand-instagram", "tiktok.com": "brand-tiktok", "youtube.com": "brand-youtube",
    "youtu.be": "brand-youtube", "wa.me": "brand-whatsapp", "whatsapp.com": "brand-whatsapp", "x.com": "brand-x",
    "twitter.com": "brand-x", "facebook.com": "brand-facebook", "t.me": "brand-telegram",
    "spotify.com": "brand-spotify", "shopee.co.id": "brand-shopee", "linkedin.com": "brand-linkedin",
    "threads.net": "brand-threads", "github.com": "brand-github",
}


class Tile(NamedTuple):
    """`icon` is empty when the letter is shown; `hue` is 1 to 6, the same for the same host."""

    icon: str
    letter: str
    hue: int


def tile(url: str) -> Tile:
    """The tile of a destination."""
    host = (urlsplit(url).hostname or "?").removeprefix("www.")
    labels = host.split(".")
    parents = (".".join(labels[at:]) for at in range(len(labels) - 1))
    icon = next((SERVICES[parent] for parent in parents if parent in SERVICES), "")
    return Tile(icon, host[0].upper(), sum(host.encode()) % HUES + 1)
