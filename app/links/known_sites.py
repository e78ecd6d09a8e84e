"""Sites that people have accounts on: their names, hosts, icons, and the URL of an account there.

This is the only list of them. The icon before a link, the social icons of a page, and the reading of a pasted `@name`
use it.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from app.kernel.refusal import N_


class Site(NamedTuple):
    """A known site.

    `profile` is the URL of an account with `{}` in place of its name; it is empty where accounts have no such URL.
    `words` are further names that people call the site by, in lower case. `icon` is the id of an icon in our sprite.
    """

    name: str
    icon: str
    hosts: tuple[str, ...] = ()
    profile: str = ""
    words: tuple[str, ...] = ()


SITES = {
    "instagram": Site(
        "Instagram",
        "brand-instagram",
        ("instagram.com", "instagr.am", "ig.me"),
        "https://www.instagram.com/{}",
        ("ig", "insta"),
    ),
    "tiktok": Site("TikTok", "brand-tiktok", ("tiktok.com",), "https://www.tiktok.com/@{}", ("tt", "tik tok")),
    "whatsapp": Site(
        "WhatsApp", "brand-whatsapp", ("wa.me", "whatsapp.com", "wa.link"), "https://wa.me/{}", ("wa", "whats app")
    ),
    "youtube": Site("YouTube", "brand-youtube", ("youtube.com", "youtu.be"), "https://www.youtube.com/@{}", ("yt",)),
    "facebook": Site(
        "Facebook",
        "brand-facebook",
        ("facebook.com", "fb.com", "fb.me", "fb.watch", "m.me"),
        "https://www.facebook.com/{}",
        ("fb",),
    ),
    "x": Site("X", "brand-x", ("x.com", "twitter.com"), "https://x.com/{}", ("twitter", "tw")),
    "threads": Site("Threads", "brand-threads", ("threads.net", "threads.com"), "https://www.threads.net/@{}"),
    "telegram": Site("Telegram", "brand-telegram", ("t.me", "telegram.me"), "https://t.me/{}", ("tele", "tg")),
    "line": Site("LINE", "brand-line", ("line.me", "lin.ee"), "https://line.me/R/ti/p/~{}"),
    "linkedin": Site("LinkedIn", "brand-linkedin", ("linkedin.com", "lnkd.in"), "https://www.linkedin.com/in/{}"),
    "github": Site("GitHub", "brand-github", ("github.com",), "https://github.com/{}"),
    "discord": Site("Discord", "brand-discord", ("discord.gg", "discord.com"), "https://discord.gg/{}", ("dc",)),
    "twitch": Site("Twitch", "brand-twitch", ("twitch.tv",), "https://www.twitch.tv/{}"),
    "pinterest": Site("Pinterest", "brand-pinterest", ("pinterest.com", "pin.it"), "https://www.pinterest.com/{}"),
    "spotify": Site("Spotify", "brand-spotify", ("spotify.com", "spotify.link"), "https://open.spotify.com/user/{}"),
    "shopee": Site("Shopee", "brand-shopee", ("shopee.co.id", "shp.ee"), "https://shopee.co.id/{}", ("sopi",)),
    "tokopedia": Site(
        "Tokopedia",
        "shopping-bag",
        ("tokopedia.com", "tokopedia.link"),
        "https://www.tokopedia.com/{}",
        ("tokped", "toped"),
    ),
    "lazada": Site("Lazada", "shopping-bag", ("lazada.co.id",)),
    "bukalapak": Site("Bukalapak", "shopping-bag", ("bukalapak.com",)),
    "blibli": Site("Blibli", "shopping-bag", ("blibli.com",)),
    "gofood": Site("GoFood", "shopping-bag", ("gofood.co.id", "gofood.link")),
    "maps": Site(N_("Map"), "map-pin", ("maps.app.goo.gl", "maps.google.com")),
}
SITE_BY_HOST = {host: key for key, site in SITES.items() for host in site.hosts}
SITE_BY_WORD = {
    word: key for key, site in SITES.items() if site.profile for word in (key, site.name.lower(), *site.words)
}


def site_of_url(url: str) -> str:
    """The key in `SITES` of the site that a URL belongs to, by its host or a parent domain; empty if unknown."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    domains = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((SITE_BY_HOST[parent] for parent in domains if parent in SITE_BY_HOST), "")
