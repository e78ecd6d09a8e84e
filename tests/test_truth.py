"""Visits whose truth is known, on a real server and over days that are past: whatever is shown equals the truth."""

import json
import os
import re
import urllib.request
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, cast
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from quart import Quart

from app.accounts.profile import update_profile
from app.kernel import db, installation
from app.kernel.config import Config
from app.links.click_counters import LinkVisitCounter
from app.links.models import Link
from app.links.tag import Tag
from app.visits.recording import capture, geo_lookup, ingest, journal, journal_folders
from app.visits.recording.capture import Visitor
from app.visits.recording.salt import Salts
from app.visits.sealed import rewrite, seal
from app.visits.visit import Purpose
from tests import journeys, travellers, world
from tests.client import Browser
from tests.conftest import SECRET, Clock
from tests.databases import ON_ONE, Template
from tests.journeys import LIMIT, Journeys
from tests.screens import HOME, Page, Reader, sheet
from tests.serving import Server, environment, serving
from tests.travellers import DIMENSIONS, TABLES, WHOS, Filter, Known
from tests.waiting import eventually

pytestmark = pytest.mark.heavy

JAKARTA, JAYAPURA, NEW_YORK = "Asia/Jakarta", "Asia/Jayapura", "America/New_York"
MONTH = (("period", "30d"),)
TRIPS, QUESTIONS, METRICS, TAGGED = 200, 4, "metrics-for-the-tests", ("promo", "menu")
API_WHO = {"human": "people", "bot": "bots", "preview": "previews", "check": "checks"}
CARDS = {
    "link": "links",
    "referrer": "sources",
    "placement": "sources",
    **dict.fromkeys(travellers.UTM, "sources"),
    "country": "places",
    "city": "places",
    **dict.fromkeys(("device", "browser", "system", "language"), "technology"),
}
WORDS = {  # as an English reader is told
    "device": {"mobile": "Phone", "tablet": "Tablet", "desktop": "Computer", "tv": "Television"},
    "country": {
        "ID": "Indonesia",
        "SG": "Singapore",
        "NL": "Netherlands",
        "JP": "Japan",
        "DE": "Germany",
        "AU": "Australia",
        "GB": "United Kingdom",
        "MY": "Malaysia",
    },
    "language": {"id": "Indonesian", "en": "English", "ja": "Japanese", "zh": "Chinese"},
    "referrer": {"instagram.com": "Instagram", "t.co": "X", "l.facebook.com": "Facebook", "com.whatsapp": "WhatsApp"},
}
ABSENT = {"referrer": "Direct or unknown", "placement": "No QR code", **dict.fromkeys(travellers.UTM, "Not set")}
Rows = list[tuple[str, int, int, int]]


@dataclass(frozen=True)
class Question:
    """What is asked: whose visits (`links` None: everything), of what visitors, narrowed how, in days of which zone."""

    path: str
    links: tuple[str, ...] | None
    who: str = "human"
    narrowed: tuple[Filter, ...] = ()
    period: tuple[tuple[str, str], ...] = MONTH

    @property
    def pairs(self) -> list[tuple[str, str]]:
        pairs = [*self.period, ("who", self.who)]
        return pairs + [
            (narrowing.dimension + ".not" * narrowing.exclude, value)
            for narrowing in self.narrowed
            for value in narrowing.values
        ]

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The same for the JSON API."""
        return [
            ("who", API_WHO[self.who]),
            *(
                ("filter", f"{'!' * narrowing.exclude}{narrowing.dimension}:{value}")
                for narrowing in self.narrowed
                for value in narrowing.values
            ),
        ]

    def true(self, visits: Sequence[Known], *, of_all: bool = False) -> list[Known]:
        """The visits it is about; `of_all` kinds of visitors."""
        return travellers.kept(visits, links=self.links, who="" if of_all else self.who, narrowed=self.narrowed)


def rows(shown: Any) -> Rows:
    return [(row["value"], row["clicks"], row["scans"], row["views"]) for row in shown]


def agree(shown_figures: Any, visits: Sequence[Known], zone: str, *, tables: Sequence[str] = TABLES) -> None:
    """Everything in an answer is true of `visits`, and every part of it adds up to its total."""
    start, end = datetime.fromisoformat(shown_figures["from"]), datetime.fromisoformat(shown_figures["to"])
    now, firsts = travellers.within(visits, start, end), travellers.first_visits(visits)
    earlier = travellers.within(visits, *travellers.before(start, end, zone))
    assert shown_figures["totals"] == travellers.counts(now, firsts)
    assert shown_figures["before"] == travellers.counts(earlier, firsts)
    for name in tables:
        shown = rows(shown_figures["tables"][name])
        assert sorted(shown, key=lambda row: (-sum(row[1:]), row[0])) == travellers.table(now, name), name
        assert [sum(row[1:]) for row in shown] == sorted((sum(row[1:]) for row in shown), reverse=True)
        assert sum(sum(row[1:]) for row in shown) == len(now)
    if "week" in shown_figures:
        assert shown_figures["week"] == travellers.week(now, zone)
    begins = travellers.starts(start, end, zone, shown_figures["interval"])
    assert [datetime.fromisoformat(point["start"]) for point in shown_figures["series"]] == begins
    for point, begin, stop in zip(shown_figures["series"], begins, [*begins[1:], end], strict=True):
        true = travellers.counts(travellers.within(now, begin, stop), firsts)
        assert {name: point[name] for name in true} == true, begin


def as_figures(shown: Any) -> list[list[str]]:
    """An export.json as the lines of the export.csv beside it."""
    lines = [(name, "", shown[key]) for name, key in (("total", "totals"), ("before", "before"))]
    lines += [(shown["interval"], point["start"], point) for point in shown["series"]]
    kinds = ("clicks", "scans", "views")
    return [
        [first, second, *(str(counted[kind]) for kind in (*kinds, "unique_visitors"))]
        for first, second, counted in lines
    ] + [
        [name, row["value"], *(str(row[kind]) for kind in kinds), ""]
        for name, table in shown["tables"].items()
        for row in table
    ]


def as_export(shown: Any, slugs: dict[str, str]) -> Any:
    """An answer of the JSON API in the words of an export.json; `slugs` are the names of links by id."""

    def counted(count: dict[str, Any]) -> dict[str, Any]:
        return {"unique_visitors" if name == "visitors" else name: value for name, value in count.items()}

    links = [row | {"value": slugs[row["value"]]} for row in shown["tables"]["link"]]
    return shown | {
        "totals": counted(shown["totals"]),
        "before": counted(shown["before"]),
        "series": [counted(point) for point in shown["series"]],
        "tables": shown["tables"] | {"link": links},
    }


def word(dimension: str, value: str) -> str:
    if dimension == "link":
        return f"/{value}"
    return WORDS.get(dimension, {}).get(value, value) if value else ABSENT.get(dimension, "Unknown")


@dataclass
class World:
    """A served account that was visited, and somebody who reads its statistics."""

    server: Server
    reader: Reader
    key: str
    ids: dict[str, str]
    tag: int
    visits: list[Known]
    zone: str = JAKARTA

    @property
    def places(self) -> list[Question]:
        return [
            Question(HOME, None),
            Question(f"{HOME}/tags/{self.tag}", TAGGED),
            *(Question(f"{HOME}/links/{id}", (slug,)) for slug, id in self.ids.items()),
        ]

    def figures_agree(self, question: Question) -> Any:
        """The file of figures; returns what it tells."""
        shown = self.reader.json(f"{question.path}/export.json", *question.pairs)
        agree(shown, question.true(self.visits), self.zone)
        return shown

    def files_agree(self, question: Question) -> None:
        """Both files of figures, and the file of visits."""
        true, shown = question.true(self.visits), self.figures_agree(question)
        assert self.reader.csv(f"{question.path}/export.csv", *question.pairs) == as_figures(shown)
        lines = self.reader.csv(f"{question.path}/visits.csv", *question.pairs)
        assert len(lines) == shown["totals"]["clicks"] + shown["totals"]["scans"] + shown["totals"]["views"]
        assert lines == [line(visit, self.zone) for visit in reversed(true)]

    def page_agrees(self, question: Question, table: str) -> None:
        """The page with one table shown whole."""
        self._agrees(Page.read(self.reader.get(question.path, *question.pairs, ("more", table))), question, table)

    def shared_page_agrees(self, question: Question) -> None:
        """The same for a stranger who was given the address."""
        text = self.reader.post(f"{question.path}/share")
        path = re.search(r"/stats/[\w-]+", text)
        assert path
        pairs = [*question.pairs, ("more", "country"), ("lang", "en")]
        self._agrees(Page.read(Reader(self.server).get(path[0], *pairs)), question, "country")

    def counters_agree(self) -> None:
        """The numbers that stand with each link and above them, on the page and in the API."""
        page = self.reader.get("/dashboard/links/")
        shown = {link["short_code"]: (link["clicks"], link["scans"]) for link in self.api("/links", ())["links"]}
        true = Counter((visit.link, visit.kind) for visit in self.visits if visit.who == "human")
        for slug in self.ids:
            counted = true[slug, "click"], true[slug, "scan"]
            assert shown[slug] == counted
            assert numbers(page, slug) == counted
        assert len(true) == 10
        sums = [sum(counts for (_, kind), counts in true.items() if kind == each) for each in ("click", "scan")]
        assert f"6 links · {sums[0]} clicks · {sums[1]} scans" in page

    def _agrees(self, page: Page, question: Question, table: str) -> None:
        true = question.true(self.visits)
        counts = travellers.counts(true, travellers.first_visits(true))
        assert page.figures[:3] == [counts["clicks"], counts["scans"], counts["unique_visitors"]]
        everybody = question.true(self.visits, of_all=True)
        assert page.whos == [sum(visit.who == who for visit in everybody) for who in WHOS]
        if everybody:
            assert sorted(page.bars[CARDS[table]]) == sorted(
                (word(table, value), sum(kinds)) for value, *kinds in travellers.table(true, table)
            )
            assert page.week == travellers.week(true, self.zone)
        assert [sum(each) for each in zip(*page.points, strict=True)] == page.figures[:2]
        assert page.figures[3] == max(clicks + scans for clicks, scans in page.points)

    def api_agrees(self, question: Question) -> None:
        """Statistics and, page by page, visits."""
        below = f"/links/{self.ids[question.links[0]]}" if question.links else ""
        slugs = {id: slug for slug, id in self.ids.items()}
        shown = self.api(f"{below}/statistics", [*question.parameters, *(("by", name) for name in TABLES)])
        true = question.true(self.visits)
        agree(as_export(shown, slugs), true, self.zone)
        rows_read: list[Any] = []
        cursor: str | None = ""
        while cursor is not None:
            page = self.api(f"{below}/visits", [*question.parameters, ("limit", "40"), ("cursor", cursor)])
            rows_read, cursor = rows_read + page["visits"], page["next_cursor"]
        assert [
            [row["time"], slugs[row["link"]], row["kind"], row["who"], *(row[name] for name in DIMENSIONS)]
            for row in rows_read
        ] == [
            [
                moment(visit, "UTC").replace("+00:00", "Z"),
                visit.link,
                visit.kind,
                API_WHO[visit.who],
                *(visit.value(name) for name in DIMENSIONS),
            ]
            for visit in reversed(true)
        ]

    def api(self, path: str, pairs: Sequence[tuple[str, str]]) -> Any:
        status, answer = self.server.api("GET", f"{path}?{urlencode(pairs)}", self.key)
        assert status == 200, answer
        return answer["data"]

    def move(self, zone: str) -> None:
        """The reader lives elsewhere from now on."""
        self.reader.post("/dashboard/settings/", name="Dewi", language="en", time_zone=zone, theme="system")
        self.zone = zone


def numbers(page: str, slug: str) -> tuple[int, int]:
    """Clicks and scans in a link's row."""
    row = page.partition(f"/<b>{slug}</b>")[2].partition("</li>")[0]
    clicks, scans = re.search(r"link__stat num.*?<b>(\d+)</b>", row), re.search(r">(\d+) scans?<", row)
    assert clicks
    return int(clicks[1]), int(scans[1]) if scans else 0


def moment(visit: Known, zone: str) -> str:
    return visit.at.astimezone(ZoneInfo(zone)).isoformat(timespec="milliseconds")


def line(visit: Known, zone: str) -> list[str]:
    values = [visit.value(name) for name in DIMENSIONS]
    return [moment(visit, zone), visit.link, visit.kind, visit.who, *values, "", ""]  # no link has rules


def made_when(reader: Reader, gone: Journeys) -> None:
    """Notes when each visit was: as it is told, and that is when it was made."""
    for who in WHOS:
        true = [(visit, span) for visit, span in zip(gone.visits, gone.spans, strict=True) if visit.who == who]
        shown = reader.csv(f"{HOME}/visits.csv", ("period", "7d"), ("who", who))[::-1]
        assert [row[1:] for row in shown] == [line(visit, JAKARTA)[1:] for visit, _ in true]
        for (visit, (began, ended)), [at, *_] in zip(true, shown, strict=True):
            visit.at = datetime.fromisoformat(at)
            assert began - timedelta(milliseconds=1) < visit.at <= ended


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(
        tmp_path / "data",
        await template.fresh(tmp_path),
        KLIQS_SECRET_KEY=SECRET,
        KLIQS_TRUSTED_HOPS="1",
        KLIQS_COUNTRY_HEADER=travellers.COUNTRY_HEADER,
        KLIQS_METRICS_TOKEN=METRICS,
    )


@pytest.fixture
async def visited(env: dict[str, str]) -> AsyncGenerator[World]:
    """Dewi's links, some with a tag, on a real server behind a proxy; followed by all kinds of travellers."""
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        dewi = await world.dewi()
        ids = {}
        for slug in (*journeys.PLAIN, "limited", "locked", "quiet"):
            link = await Link.shorten(
                dewi,
                url=world.DESTINATION,
                slug=slug,
                tracked=slug != "quiet",
                tags=["Spring"] * (slug in TAGGED),
                click_limit=LIMIT if slug == "limited" else None,
                password=journeys.PASSWORD if slug == "locked" else None,
            )
            ids[slug] = str(link.id)
        tag, key = await Tag.get(account=dewi), await world.key_of(dewi)
    travellers.cities(Path(env["KLIQS_DATA_DIR"]))
    with serving(env) as server:
        gone = Journeys(server)
        gone.make(TRIPS, seed=3)
        reader = Reader(server, "dewi@example.com", world.PASSWORD)
        made_when(reader, gone)
        await eventually(lambda: sum(told_doors(server).values()) >= sum(gone.doors.values()))  # gathered each second
        check(told_doors(server), gone.doors)
        yield World(server, reader, key, ids, tag.id, gone.visits)


def told_doors(server: Server) -> dict[str, int]:
    """How many redirects each door answered, once the metrics have been gathered."""
    request = urllib.request.Request(f"{server.url}/metrics", headers={"Authorization": f"Bearer {METRICS}"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        matches = re.findall(r'kliqs_links_followed_total\{way="(\w+)"\} (\d+)', answer.read().decode())
    return {way: int(number) for way, number in matches}


def check(shown: dict[str, int], true: dict[str, int]) -> None:
    """On PostgreSQL the ASGI lane answers the first visit of each of four plain links, which then is known."""
    assert shown["quart"] == true["quart"] > 30
    assert sum(shown.values()) == sum(true.values())
    assert 30 < true["protocol"] - 4 <= shown["protocol"] <= true["protocol"]


def test_every_screen_file_and_answer_equals_the_truth(visited: World) -> None:
    assert {visit.who for visit in visited.visits} == {*WHOS}
    visited.counters_agree()
    for question in visited.places:
        for who in WHOS if question.links is None else ("human",):
            visited.files_agree(replace(question, who=who))
            visited.page_agrees(replace(question, who=who), "referrer")
    for table in TABLES:
        visited.page_agrees(visited.places[0], table)
    for dimension in (*DIMENSIONS, "kind"):
        for narrowed in travellers.one_by_one(dimension, visited.visits):
            visited.figures_agree(replace(visited.places[0], narrowed=(narrowed,)))
    visited.api_agrees(visited.places[0])
    visited.shared_page_agrees(visited.places[0])
    visited.shared_page_agrees(visited.places[-1])
    for zone in (JAKARTA, NEW_YORK, JAYAPURA):
        visited.move(zone)
        for question in questions(visited, seed=len(zone)):
            visited.files_agree(question)
            visited.page_agrees(question, "language")
            if not question.path.startswith(f"{HOME}/tags"):
                visited.api_agrees(replace(question, period=MONTH))


def questions(visited: World, seed: int) -> Iterator[Question]:
    """Filters of any kind, at any place, of any visitors."""
    random = Random(seed)  # noqa: S311
    for _ in range(QUESTIONS):
        place = random.choice(visited.places)
        narrowed = travellers.filters(random, place.true(visited.visits, of_all=True))
        yield replace(
            place,
            who=random.choice(("human", "human", *WHOS)),
            narrowed=tuple(narrowed),
            period=(("period", random.choice(("24h", "7d", "30d", "12mo"))),),
        )


NOW = datetime(2026, 11, 10, 15, 20, tzinfo=UTC)  # New York's clocks were put back on the first
PERIODS = [
    (("period", "24h"),),
    (("period", "7d"),),
    MONTH,
    (("period", "12mo"),),
    *(
        (("period", "custom"), ("from", first), ("to", last))
        for first, last in (
            ("2026-11-01", "2026-11-01"),
            ("2026-10-31", "2026-11-02"),
            ("2026-10-05", "2026-11-05"),
            ("2026-07-20", "2026-11-10"),
            ("2026-08-30", "2026-10-30"),
        )
    ),
]
ELSEWHERE = {JAKARTA: JAYAPURA, JAYAPURA: NEW_YORK, NEW_YORK: JAKARTA}


def past(link: Link, salts: Salts, seed: int) -> tuple[list[Known], list[bytes]]:
    """Visits of the last hundred days, many of them close to some midnight: as they are known, as a journal's lines."""
    random, known, lines = Random(seed), [], []  # noqa: S311
    people = [travellers.traveller(random) for _ in range(60)]
    moments = [NOW - timedelta(days=100) * random.random() for _ in range(80)]
    for zone in ELSEWHERE:
        for days in range(0, 40, 2):
            near = travellers.midnight((NOW - timedelta(days=days)).date(), zone)
            moments += [near + timedelta(milliseconds=random.choice((-60_000, -1, 0, 1, 60_000)))]
    moments += [NOW - timedelta(minutes=5), *(datetime(2026, 11, 1, hour, 30, tzinfo=UTC) for hour in (4, 5, 6, 7))]
    for at in sorted(at.replace(microsecond=at.microsecond // 1000 * 1000) for at in moments if at < NOW):
        who, nobody = random.choice(people), random.random() < 0.1
        visitor = Visitor(
            who.address,
            who.agent,
            who.referrer,
            who.languages,
            who.query,
            who.country,
            Purpose.PREFETCH if nobody else Purpose.FOLLOW,
        )
        lines.append(capture.journal_line(str(link.id), str(link.account_id), visitor, salts, at))
        known.append(replace(who.visit(link.short_code, nobody=nobody), at=at))
    return known, lines


def left_behind(config: Config, slot: str, lines: Sequence[bytes]) -> Path:
    """The journal of a process that was killed in the middle of a line, its visits in two segments."""
    folder = config.journal_dir / slot
    held = journal_folders.lock_folder(folder)
    assert held is not None
    os.close(held)
    half = len(lines) // 2
    for number, some in ((4, lines[:half]), (5, [*lines[half:], b'[1790000000000,"torn'])):
        (folder / f"{number:012}{journal.SUFFIX}").write_bytes(b"".join(some))
    return folder


@dataclass
class Past:
    """Statistics of an account whose visits are of days that are past, read in a test's own app."""

    browser: Browser
    key: str
    zone: str
    known: list[Known]

    async def read_text(self, path: str, pairs: Sequence[tuple[str, str]], **headers: str) -> str:
        response = await self.browser.get(f"{path}?{urlencode(pairs)}", headers=headers)
        assert response.status_code == 200, path
        return await response.get_data(as_text=True)

    async def all_agrees(self, places: Sequence[Question]) -> list[str]:
        """Every period at every place, as the files tell it; returns them."""
        random, files = Random(5), []  # noqa: S311
        for whose in places:
            for period in PERIODS if whose is places[0] else PERIODS[2:6]:
                question = replace(whose, period=period)
                shown = json.loads(file := await self.read_text(f"{question.path}/export.json", question.pairs))
                agree(shown, question.true(self.known), self.zone)
                files.append(file)
            narrowed = tuple(travellers.filters(random, self.known))
            question = replace(whose, period=PERIODS[-2], narrowed=narrowed)
            shown = json.loads(await self.read_text(f"{question.path}/export.json", question.pairs))
            agree(shown, question.true(self.known), self.zone)
        return files

    async def visits_agree(self, question: Question) -> None:
        """Every visit stands in the file with its moment, and on the page by its day."""
        lines = sheet(await self.read_text(f"{question.path}/visits.csv", question.pairs))
        first, last = (date.fromisoformat(question.pairs[at][1]) for at in (1, 2))
        there = travellers.within(
            question.true(self.known),
            travellers.midnight(first, self.zone),
            travellers.midnight(last + timedelta(days=1), self.zone),
        )
        assert sorted(lines) == sorted(line(visit, self.zone) for visit in there)
        assert [row[0] for row in lines] == [moment(visit, self.zone) for visit in reversed(there)]
        page = Page.read(await self.read_text(question.path, question.pairs))
        days = Counter((visit.at.astimezone(ZoneInfo(self.zone)).date(), visit.kind) for visit in there)
        every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        assert page.points == [(days[day, "click"], days[day, "scan"]) for day in every]

    async def api_agrees(self, zone: str) -> None:
        """The same visits by the days of another zone."""
        pairs = [("from", "2026-10-05"), ("to", "2026-11-05"), ("tz", zone), *(("by", name) for name in DIMENSIONS)]
        shown = json.loads(await self.read_text("/api/v1/statistics", pairs, Authorization=f"Bearer {self.key}"))[
            "data"
        ]
        shown["tables"]["link"] = []
        people = [visit for visit in self.known if visit.who == "human"]
        agree(as_export(shown, {}), people, zone, tables=DIMENSIONS)


@pytest.mark.parametrize("zone", ELSEWHERE)
@ON_ONE
async def test_days_are_those_of_the_accounts_zone_before_and_after_they_are_closed(
    app: Quart, moved: Clock, config: Config, zone: str
) -> None:
    moved.to(NOW)
    travellers.cities(config.data_dir)
    installation.current().set_resource(geo_lookup.GeoDatabases(config.data_dir))
    dewi = await world.dewi()
    await update_profile(await world.owner(dewi), name="Dewi", language="en", time_zone=zone)
    links = [await world.shorten(dewi, slug) for slug in ("promo", "other")]
    browser = cast(Browser, app.test_client())
    browser.sign_in(await world.begin_session(dewi, "Firefox · Linux"))
    read = Past(browser, await world.key_of(dewi), zone, [])
    places = [
        Question(HOME, None),
        Question(f"{HOME}/links/{links[0].id}", ("promo",)),
        Question(HOME, None, who="bot"),
    ]
    salts = Salts()
    pasts = [past(link, salts, seed=1) for link in links]
    late = pasts[1][0][::9], pasts[1][1][::9]

    for number, (known, lines) in enumerate(pasts):
        early = [n for n in range(len(lines)) if not number or n % 9]
        await adopt(config, str(number + 7), [lines[n] for n in early])
        read.known += [known[n] for n in early]
    read.known.sort(key=lambda visit: visit.at)
    before = await read.all_agrees(places)
    await read.visits_agree(replace(places[0], period=PERIODS[-3]))

    assert await seal.seal_days() > 1
    assert await read.all_agrees(places) == before
    await read.api_agrees(ELSEWHERE[zone])

    await adopt(config, "late", late[1])
    read.known = sorted(read.known + late[0], key=lambda visit: visit.at)
    after = await read.all_agrees(places[:1])
    assert await rewrite.rewrite_months() > 1
    assert await read.all_agrees(places[:1]) == after


async def adopt(config: Config, slot: str, lines: Sequence[bytes]) -> None:
    """Takes in what a dead process left; a second time nothing."""
    folder = left_behind(config, slot, lines)
    assert await ingest.ingest_journal(folder, LinkVisitCounter) == len(lines)
    assert await ingest.ingest_journal(folder, LinkVisitCounter) == 0
