"""Who visits the links of the demo world: when, from where and with which device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from app.visits.visit import DIMENSIONS, Kind, Who

Weights = Mapping[str, float]
Facts = dict[str, str]
#         00  1  2  3  4  5  6  7  8  9 10 11  12 13 14 15 16 17  18 19 20 21 22 23
EVENING = (3, 1, 1, 0, 1, 2, 4, 5, 5, 5, 6, 8, 11, 8, 6, 6, 7, 9, 13, 22, 24, 19, 11, 6)
MEALS = (0, 0, 0, 0, 0, 0, 1, 6, 10, 8, 7, 14, 24, 16, 8, 9, 10, 10, 16, 22, 17, 8, 2, 0)
OFFICE = (0, 0, 0, 0, 0, 1, 2, 4, 9, 14, 15, 12, 8, 12, 14, 13, 10, 7, 6, 9, 8, 6, 3, 1)
RELAXED, BUSY = (9, 9, 9, 10, 12, 15, 14), (10, 10, 10, 10, 9, 3, 2)  # Monday to Sunday
FEED = {
    "instagram.com": 34,
    "tiktok.com": 24,
    "": 20,
    "facebook.com": 9,
    "youtube.com": 6,
    "linktr.ee": 4,
    "google.com": 3,
}
CHAT = {"": 66, "instagram.com": 12, "google.com": 10, "facebook.com": 6, "linktr.ee": 6}
SEARCH = {"google.com": 38, "": 36, "instagram.com": 10, "bing.com": 6, "facebook.com": 6, "linktr.ee": 4}
COUNTRIES = {"ID": 87, "MY": 4, "SG": 3, "": 2, "NL": 1.5, "JP": 1.3, "US": 1.2}
SYSTEMS = {"Android": 70, "iOS": 18, "Windows": 8, "macOS": 3, "Linux": 1}
BROWSERS: dict[str, Weights] = {
    "Android": {"Chrome": 80, "Samsung Internet": 9, "Opera": 5, "MIUI Browser": 4, "Firefox": 2},
    "iOS": {"Safari": 82, "Chrome": 16, "Firefox": 2},
    "Windows": {"Chrome": 68, "Edge": 24, "Firefox": 8},
    "macOS": {"Safari": 52, "Chrome": 44, "Firefox": 4},
    "Linux": {"Firefox": 55, "Chrome": 45},
}
APPS = {"instagram.com": "Instagram", "tiktok.com": "TikTok", "facebook.com": "Facebook"}
SOURCES = {"instagram": ("social", 38), "tiktok": ("social", 27), "whatsapp": ("broadcast", 20), "email": ("email", 15)}
ROBOTS: dict[Who, Weights] = {
    Who.BOT: {"US": 60, "SG": 15, "DE": 10, "": 15},
    Who.PREVIEW: {"US": 55, "IE": 25, "SG": 20},
    Who.CHECK: {"ID": 1},
}
NO_FACTS: Facts = dict.fromkeys(DIMENSIONS, "")
IN_APP, TABLETS, ABROAD = 0.72, 0.05, 0.3


@dataclass(frozen=True, slots=True)
class Crowd:
    """The visitors of a kind of link: weights of the hours of a day and the days of a week, and their referrers.

    `grows` is how much more traffic there is at the end of the link's days than at the start. `campaign` is the UTM
    campaign that most clicks carry.
    """

    hours: tuple[int, ...]
    week: tuple[int, ...]
    referrers: Weights
    grows: float = 1.0
    campaign: str = ""


SOCIAL = Crowd(EVENING, RELAXED, FEED, grows=1.6)
CROWDS = {
    "11.11": Crowd(EVENING, RELAXED, FEED, campaign="11-11"),
    "12.12": Crowd(EVENING, RELAXED, FEED, grows=3, campaign="12-12"),
    "promo": Crowd(EVENING, RELAXED, FEED, grows=0.5, campaign="promo"),
    "menu": Crowd(MEALS, RELAXED, SEARCH, grows=1.4),
    "print": Crowd(MEALS, RELAXED, SEARCH),
    "delivery": Crowd(MEALS, RELAXED, CHAT),
    "kontak": Crowd(EVENING, RELAXED, CHAT, grows=1.4),
    "press": Crowd(OFFICE, BUSY, SEARCH),
    "people": Crowd(OFFICE, BUSY, CHAT),
    "ops": Crowd(OFFICE, BUSY, SEARCH),
    "help": Crowd(OFFICE, BUSY, CHAT, grows=1.3),
    "tracking": Crowd(OFFICE, RELAXED, CHAT, grows=0.3),
}


def crowd_for_tags(tags: list[str]) -> Crowd:
    """Returns the crowd that follows a link with these tags."""
    return next((CROWDS[tag] for tag in tags if tag in CROWDS), SOCIAL)


def random_person(of: Crowd, kind: Kind, random: Random) -> Facts:
    """Returns the facts of a random person of a crowd; people who scan a code have a phone and no referrer."""
    scans = kind is Kind.SCAN
    country = _pick(COUNTRIES, random)
    home = country in {"ID", ""} or random.random() < ABROAD
    facts = NO_FACTS | {"country": country, "language": _pick({"id": 89, "en": 11} if home else {"en": 1}, random)}
    if not scans:
        facts["referrer"] = _pick(of.referrers, random)
        if of.campaign and random.random() < IN_APP:
            facts |= _campaign(of.campaign, random)
    system = _pick({name: SYSTEMS[name] for name in ("Android", "iOS")} if scans else SYSTEMS, random)
    return facts | _device(system, facts["referrer"], random)


def random_bot(who: Who, random: Random) -> Facts:
    """Returns the facts of a program: only its country."""
    return NO_FACTS | {"country": _pick(ROBOTS[who], random)}


def _campaign(name: str, random: Random) -> Facts:
    source = _pick({source: weight for source, (_, weight) in SOURCES.items()}, random)
    return {"utm_campaign": name, "utm_source": source, "utm_medium": SOURCES[source][0]}


def _device(system: str, referrer: str, random: Random) -> Facts:
    """Device, system and browser; apps open links in their own browser."""
    if system not in {"Android", "iOS"}:
        return {"system": system, "device": "desktop", "browser": _pick(BROWSERS[system], random)}
    inside = referrer in APPS and random.random() < IN_APP
    return {
        "system": system,
        "device": "tablet" if random.random() < TABLETS else "mobile",
        "browser": APPS[referrer] if inside else _pick(BROWSERS[system], random),
    }


def _pick(weights: Weights, random: Random) -> str:
    """A random key, by weight."""
    return random.choices(list(weights), list(weights.values()))[0]
