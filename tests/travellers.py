"""Travellers who follow links, and the truth of them: what each sends, and what is to be known of it afterwards.

What is true is written down beside what is sent, or counted here one by one: none of it is asked of the app.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tests.visits import atlas

UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
DIMENSIONS = ("referrer", *UTM, "country", "city", "device", "browser", "system", "language", "placement")
TABLES = (*DIMENSIONS, "link")
WHOS = ("human", "bot", "preview", "check")
COUNTRY_HEADER = "CF-IPCountry"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
PEOPLE = {  # browser, system, device
    f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36": ("Chrome", "Android", "mobile"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36": ("Chrome", "Windows", "desktop"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36 Edg/131.0.0.0": ("Edge", "Windows", "desktop"),
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36": ("Chrome", "ChromeOS", "desktop"),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {SAFARI} Version/18.1 Mobile/15E148 Safari/604.1": (
        "Safari",
        "iOS",
        "mobile",
    ),
    f"Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) {SAFARI} Version/16.6 Mobile/15E148 Safari/604.1": (
        "Safari",
        "iOS",
        "tablet",
    ),
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {SAFARI} Version/18.1 Safari/605.1.15": (
        "Safari",
        "macOS",
        "desktop",
    ),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {SAFARI} Mobile/15E148 Instagram 340.0.0.22.109": (
        "Instagram",
        "iOS",
        "mobile",
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0": ("Firefox", "Linux", "desktop"),
    "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0": ("Firefox", "Android", "mobile"),
    "Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 "
    "Chrome/94.0.4606.31 TV Safari/537.36": ("Samsung Internet", "Tizen", "tv"),
    "Mozilla/5.0 (Linux; Android 13; RMX3461) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0 Mobile "
    "Safari/537.36 WhatsApp/2.24.17": ("WhatsApp", "Android", "mobile"),
}
PROGRAMS = {
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)": "bot",
    "curl/8.5.0": "bot",
    "": "bot",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)": "bot",
    "WhatsApp/2.23.20.0": "preview",
    "TelegramBot (like TwitterBot)": "preview",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)": "preview",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)": "preview",
}
CITIES = {"202.134.0.0/24": ("ID", "Bandung"), "36.66.1.0/24": ("ID", "Jayapura")}
ADDRESSES = {  # country, city; Telkom, Singtel, RIPE, and universities in Tokyo, Berlin, Sydney, Cambridge
    "202.134.0.155": ("ID", "Bandung"),
    "36.66.1.1": ("ID", "Jayapura"),
    "165.21.83.88": ("SG", ""),
    "2001:67c:2e8:22::c100:68b": ("NL", ""),
    "133.11.0.1": ("JP", ""),
    "130.149.7.201": ("DE", ""),
    "129.78.5.8": ("AU", ""),
    "2001:630:200::1": ("GB", ""),
    "10.0.0.5": ("", ""),
    "": ("", ""),
}
SAID_COUNTRIES = {"": None, "MY": "MY", "id": "ID", "T1": None, "XX": None, "Atlantis": None}  # None: the address says
LANGUAGES = {
    "id-ID,id;q=0.9,en;q=0.8": "id",
    "in-ID": "id",
    "en-US,en;q=0.5": "en",
    "fr;q=0.2, ja;q=0.9": "ja",
    "": "",
    "*": "",
    "zh-Hant-TW": "zh",
}
REFERRERS = {
    "": "",
    "https://www.instagram.com/p/C0ffee/?igsh=1": "instagram.com",
    "https://t.co/AbC": "t.co",
    "http://L.Facebook.com:80/l.php?u=x": "l.facebook.com",
    "android-app://com.whatsapp/": "com.whatsapp",
    "https://someone:secret@evil.example/": "",
    "https://мой.рф/": "xn--i1afg.xn--p1ai",
    "about:blank": "",
    "https://[2001:db8::1]/": "2001:db8::1",
}
CAMPAIGNS: tuple[tuple[dict[str, str], dict[str, str]], ...] = (  # what is sent, and what of it is not kept as it is
    *(({}, {}),) * 4,
    ({"utm_source": "newsletter", "utm_medium": "email", "utm_campaign": "Lebaran 2026"}, {}),
    ({"utm_source": "ig", "utm_campaign": "“promo” $1 ?'; --"}, {}),
    ({"utm_campaign": "=1+1", "utm_content": "a\\b", "utm_term": "sepatu & tas"}, {}),
    ({"utm_campaign": "  long " + "x" * 200}, {"utm_campaign": "long " + "x" * 95}),
    ({"utm_content": "one\x00two\u202ethree", "gclid": "abc"}, {"utm_content": "onetwothree"}),
    ({"utm_source": "", "email": "someone@example.com"}, {}),
)

MARKS = (  # how the parameter is called, what it says, and what is kept of it
    ("qr", "k3f9x", "k3f9x"),
    ("QR", "K3F9X", "k3f9x"),
    ("qr", "p2m4w", "p2m4w"),
    ("qr", "someone", ""),
    ("qr", "", ""),
)


@dataclass(slots=True)
class Known:
    """A visit as it is to be told. `whom` is what tells visitors of a day apart; `at` is known once it was made."""

    link: str
    kind: str
    who: str
    said: dict[str, str]
    whom: tuple[str, str, str]
    at: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    def value(self, dimension: str) -> str:
        """A dimension, or "link" or "kind"."""
        return {"link": self.link, "kind": self.kind}.get(dimension) or self.said.get(dimension, "")


@dataclass(frozen=True, slots=True)
class Traveller:
    """What one sends, and what it says of them: `said` by dimension."""

    address: str
    agent: str
    referrer: str
    languages: str
    query: str
    country: str
    who: str
    kind: str
    said: dict[str, str] = field(hash=False)

    def visit(self, link: str, *, nobody: bool = False) -> Known:
        """What following a link is to be told as; `nobody` only looked whether it works."""
        whom = (self.address, self.agent, self.languages)
        return Known(link, self.kind, "check" if nobody else self.who, self.said, whom)


def traveller(random: Random) -> Traveller:
    """Somebody, or something, of any kind."""
    agents = PEOPLE if random.random() < 0.7 else PROGRAMS
    agent, address, referrer, languages, country = (
        random.choice([*choices])
        for choices in (agents, ADDRESSES, REFERRERS, LANGUAGES, (*SAID_COUNTRIES, "", "", ""))
    )
    sent, changed = random.choice(CAMPAIGNS)
    scan = random.random() < 0.3
    device_facts = dict(zip(("browser", "system", "device"), PEOPLE.get(agent, ("", "", "")), strict=True))
    country_facts = SAID_COUNTRIES[country]
    device_facts |= dict(
        zip(("country", "city"), (country_facts, "") if country_facts else ADDRESSES[address], strict=True)
    )
    device_facts |= {"referrer": REFERRERS[referrer], "language": LANGUAGES[languages]}
    device_facts |= {name: changed.get(name, sent.get(name, "")) for name in UTM}
    name, mark, placement = random.choice(MARKS)
    device_facts["placement"] = placement if scan else ""
    query = urlencode(sent | ({name: mark} if scan else {}))
    return Traveller(
        address,
        agent,
        referrer,
        languages,
        query,
        country,
        PROGRAMS.get(agent, "human"),
        "scan" if scan else "click",
        device_facts,
    )


def cities(data_dir: Path) -> None:
    """An operator's own database, which knows two cities."""
    folder = data_dir / "geo"
    folder.mkdir(parents=True, exist_ok=True)
    atlas.write(
        folder / "own.mmdb",
        {
            network: {"country": {"iso_code": country}, "city": {"names": {"en": city}}}
            for network, (country, city) in CITIES.items()
        },
    )


@dataclass(frozen=True, slots=True)
class Filter:
    """As a reader of the statistics sets it."""

    dimension: str
    values: tuple[str, ...]
    exclude: bool

    def keeps(self, visit: Known) -> bool:
        return (visit.value(self.dimension) in self.values) is not self.exclude


def filters(random: Random, visits: Sequence[Known]) -> list[Filter]:
    """One to three filters by values that are there, by unknown, and at times by one that is not there."""
    made = []
    for dimension in random.sample((*DIMENSIONS, "kind"), random.randint(1, 3)):
        there = sorted({visit.value(dimension) for visit in visits})
        values = random.sample(there, min(len(there), random.randint(1, 3)))
        if dimension != "kind":
            values += ["nowhere"] * (random.random() < 0.1) + [""] * (random.random() < 0.2 and "" not in values)
        made.append(Filter(dimension, tuple(values), random.random() < 0.4))
    return made


def one_by_one(dimension: str, visits: Iterable[Known]) -> list[Filter]:
    """Filters by one dimension: its commonest value and unknown, each kept and each left out."""
    counter = Counter(visit.value(dimension) for visit in visits if visit.value(dimension))
    [(commonest, _)] = counter.most_common(1)
    return [
        Filter(dimension, (commonest,), False),
        Filter(dimension, (commonest,), True),
        *[Filter(dimension, ("",), exclude) for exclude in (False, True) if dimension != "kind"],
    ]


def kept(
    visits: Iterable[Known], *, links: Iterable[str] | None = None, who: str = "", narrowed: Sequence[Filter] = ()
) -> list[Known]:
    """Those of some links (None: of all), of one kind of visitor, that pass every filter."""
    named = None if links is None else set(links)
    return [
        visit
        for visit in visits
        if (named is None or visit.link in named)
        and who in ("", visit.who)
        and all(narrowing.keeps(visit) for narrowing in narrowed)
    ]


def within(visits: Iterable[Known], start: datetime, end: datetime) -> list[Known]:
    return [visit for visit in visits if start <= visit.at < end]


def first_visits(visits: Iterable[Known]) -> set[int]:
    """The visits, by id(), with which a visitor comes first on a UTC day: on another day it is somebody else."""
    firsts: dict[tuple[date, tuple[str, str, str]], Known] = {}
    for visit in sorted(visits, key=lambda known: known.at):
        firsts.setdefault((visit.at.astimezone(UTC).date(), visit.whom), visit)
    return {id(visit) for visit in firsts.values()}


def counts(visits: Sequence[Known], firsts: set[int]) -> dict[str, int]:
    """Clicks, scans and views, and unique visitors: those of the visits that are among `firsts`."""
    kinds = Counter(visit.kind for visit in visits)
    visitors = sum(id(visit) in firsts for visit in visits)
    return {"clicks": kinds["click"], "scans": kinds["scan"], "views": 0, "unique_visitors": visitors}


def table(visits: Iterable[Known], name: str) -> list[tuple[str, int, int, int]]:
    """Value, clicks, scans, views: most visits first, then by value."""
    kinds = Counter((visit.value(name), visit.kind) for visit in visits)
    rows = [(value, kinds[value, "click"], kinds[value, "scan"], 0) for value in {value for value, _ in kinds}]
    return sorted(rows, key=lambda row: (-sum(row[1:]), row[0]))


def week(visits: Iterable[Known], zone: str) -> list[list[int]]:
    """By day of the week, Monday first, and hour."""
    counter = Counter((at.weekday(), at.hour) for at in (visit.at.astimezone(ZoneInfo(zone)) for visit in visits))
    return [[counter[day, hour] for hour in range(24)] for day in range(7)]


def midnight(day: date, zone: str) -> datetime:
    """Where a day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def before(start: datetime, end: datetime, zone: str) -> tuple[datetime, datetime]:
    """The period of as many days before a period of whole days, else of as many hours."""
    first, last = (moment.astimezone(ZoneInfo(zone)) for moment in (start, end))
    if all(midnight(edge.date(), zone) == edge for edge in (first, last)):
        return midnight(first.date() - (last.date() - first.date()), zone), start
    return start.astimezone(UTC) - timedelta(seconds=end.timestamp() - start.timestamp()), start


def starts(start: datetime, end: datetime, zone: str, interval: str) -> list[datetime]:
    """Where the points of a series begin: with the period, then with each hour, day, Monday or first of a month."""
    if interval == "hour":
        first = start.astimezone(UTC)
        return [first + timedelta(hours=n) for n in range(int((end - start).total_seconds() // 3600))]
    first_day, last = (moment.astimezone(ZoneInfo(zone)).date() for moment in (start, end))
    days = [first_day + timedelta(days=n) for n in range((last - first_day).days)]
    begins = {
        "day": days,
        "week": [day for day in days if day.weekday() == 0],
        "month": [day for day in days if day.day == 1],
    }[interval]
    return [midnight(day, zone) for day in sorted({first_day, *begins})]
