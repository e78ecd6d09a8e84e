"""Made visits, and what is true of them: counted one by one, without SQL."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.kernel import clock, db
from app.visits.recording import insert_visits
from app.visits.reports.query import Filter, Interval, Period, Question
from app.visits.reports.result import Report
from app.visits.sealed import engine, manifest, schema, seal
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import SealedFile
from app.visits.sql import COLUMNS
from app.visits.visit import DIMENSIONS, Kind, Visit, Who, first_id, milliseconds

SARI, BUDI = 1_000_000_007, 2_000_000_011
LINKS = (11, 12, 13)
NEW_YORK, KOLKATA, JAYAPURA, JAKARTA = "America/New_York", "Asia/Kolkata", "Asia/Jayapura", "Asia/Jakarta"
LORD_HOWE, SANTIAGO = "Australia/Lord_Howe", "America/Santiago"
FEW = {
    "referrer": ("", "instagram.com", "x.com", "мой.рф"),
    "utm_source": ("", "", "mail"),
    "utm_medium": ("", "", "qr"),
    "utm_campaign": ("", "lebaran'; --", "“promo” $1 ?"),
    "utm_term": ("",),
    "utm_content": ("", "a\\b"),
    "country": ("", "ID", "US"),
    "city": ("", "Bandung"),
    "device": ("phone", "desktop"),
    "browser": ("Chrome", "Firefox", ""),
    "system": ("Android", "iOS"),
    "language": ("id", "en", ""),
}
FEW_OF_OURS = {"placement": ("", "", "meja1"), "rule": ("", "r1", "r2"), "variant": ("", "r1:0", "r1:1")}
EVER = Period(datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC), "UTC", Interval.DAY)
_sequence = count(1)


def at(when: datetime, link: int = LINKS[0], account: int = SARI, **fields: int | str) -> Visit:
    """A visit at an aware moment; what is not given is unknown, a click, by a person."""
    id = first_id(int(when.timestamp() * 1000)) + next(_sequence)
    given = {"kind": 0, "who": 0, "visitor": 1, **dict.fromkeys(DIMENSIONS, ""), **fields}
    return Visit(id=id, link=link, account=account, **given)  # type: ignore[arg-type]


def crowd(size: int, start: datetime, days: float, seed: int = 1, account: int = SARI) -> list[Visit]:
    """Visits spread over some days, by few visitors, of every kind."""
    random, of_ours = Random(seed), Random(seed + 1000)  # noqa: S311
    return [
        at(
            start + timedelta(days=days) * random.random(),
            random.choice(LINKS),
            account,
            visitor=random.randrange(40),
            kind=random.choice((0, 0, 1, 2)),
            who=random.choice((0, 0, 0, 1, 2, 3)),
            **{name: random.choice(values) for name, values in FEW.items()},
            **{name: of_ours.choice(values) for name, values in FEW_OF_OURS.items()},
        )
        for _ in range(size)
    ]


async def take_in(visits: Sequence[Visit]) -> None:
    async with db.transaction(db.visits_connection()):
        await insert_visits.insert_visit_rows(visits)


def when(visit: Visit, zone: str) -> datetime:
    return datetime.fromtimestamp(milliseconds(visit.id) / 1000, UTC).astimezone(ZoneInfo(zone))


def asked_for(visits: Iterable[Visit], question: Question, *, before: bool = False) -> list[Visit]:
    """The visits a question is about, of whatever visitors."""
    period = question.period.before if before else question.period
    scope = question.scope
    return [
        visit
        for visit in visits
        if visit.account == scope.account
        and (scope.links is None or visit.link in scope.links)
        and period.start <= when(visit, "UTC") < period.end
        and all(keeps(one, visit) for one in question.filters)
    ]


def keeps(one: Filter, visit: Visit) -> bool:
    value = ("click", "scan", "view")[visit.kind] if one.dimension == "kind" else getattr(visit, one.dimension)
    return (value in one.values) != one.exclude


def table(visits: Iterable[Visit], name: str) -> list[tuple[str, int, int, int]]:
    """As a report's table: value, clicks, scans, views."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for visit in visits:
        counted[str(getattr(visit, name))][visit.kind] += 1
    rows = [(value, kinds[0], kinds[1], kinds[2]) for value, kinds in counted.items()]
    return sorted(rows, key=lambda row: (-sum(row[1:]), row[0]))


def totals(visits: Sequence[Visit], firsts: Sequence[Visit]) -> tuple[int, int, int, int]:
    """Of visits, and of those that are the first of their visitor."""
    kinds = Counter(visit.kind for visit in visits)
    return kinds[0], kinds[1], kinds[2], len(firsts)


def first_visits(visits: Iterable[Visit], question: Question, *, before: bool = False) -> list[Visit]:
    """The visits with which a visitor of a UTC day comes first, clicks or scans, and this in the period.

    0 is nobody in particular, of whom nothing is kept.
    """
    ever = replace(question, period=EVER)
    known: dict[object, Visit] = {}
    for visit in sorted(asked_for(visits, ever)):
        if visit.who == question.who and visit.visitor and visit.kind != Kind.VIEW:
            known.setdefault((when(visit, "UTC").date(), visit.visitor), visit)
    return asked_for(known.values(), question, before=before)


def hour(moment: datetime) -> object:
    """An hour as clocks show it, with the offset: one that comes twice is two."""
    return moment.date(), moment.hour, moment.utcoffset()


def points(visits: Sequence[Visit], firsts: Sequence[Visit], question: Question) -> dict[object, tuple[int, int]]:
    """Visits and visitors by day, or by hour."""
    of = hour if question.period.interval == "hour" else datetime.date
    counted, first = (Counter(of(when(visit, question.period.zone)) for visit in some) for some in (visits, firsts))
    return {place: (counted[place], first[place]) for place in counted}


def heat(visits: Iterable[Visit], zone: str) -> list[list[int]]:
    counted = Counter((moment.weekday(), moment.hour) for moment in (when(visit, zone) for visit in visits))
    return [[counted[day, hour] for hour in range(24)] for day in range(7)]


def agrees(answer: Report, question: Question, visits: Sequence[Visit]) -> None:
    """Everything in an answer is true of these visits."""
    found = asked_for(visits, question)
    people = [visit for visit in found if visit.who == question.who]
    before = [visit for visit in asked_for(visits, question, before=True) if visit.who == question.who]
    firsts = first_visits(visits, question)
    assert (answer.totals.clicks, answer.totals.scans, answer.totals.views, answer.totals.visitors) == totals(
        people, firsts
    )
    assert answer.before.visitors == len(first_visits(visits, question, before=True))
    assert answer.before.all == len(before) == sum(point.count.all for point in answer.points_before)
    for name, rows in answer.tables.items():
        assert [(row.value, row.clicks, row.scans, row.views) for row in rows] == table(people, name), name
    assert [[count.all for count in day] for day in answer.hours] == heat(people, question.period.zone)
    assert {who: count.all for who, count in answer.by_who.items()} == {
        who: sum(visit.who == who for visit in found) for who in Who
    }
    assert sum(point.count.all for point in answer.points) == len(people)
    starts = [point.start.astimezone(UTC) for point in answer.points]
    assert starts == sorted(set(starts)) and starts[0] == question.period.start
    if question.period.interval in (Interval.DAY, Interval.HOUR):
        place = hour if question.period.interval is Interval.HOUR else datetime.date
        counted = {place(point.start): (point.count.all, point.count.visitors) for point in answer.points}
        assert {at: counts for at, counts in counted.items() if counts != (0, 0)} == points(people, firsts, question)


async def account_of(key: int, plan: str = "free", zone: str = JAKARTA) -> Account:
    """An account whose visits have this key."""
    return await Account.create(
        id=UUID(int=key), name="Person", language="id", time_zone=zone, plan_name=plan, created_at=clock.now()
    )


async def open_visits() -> list[Visit]:
    """The rows of `visits`, in the order of ids."""
    rows = await db.query_rows(f"SELECT {COLUMNS} FROM visits ORDER BY id", [], on=db.visits_connection())  # noqa: S608
    return [Visit(**row) for row in rows]


async def sealed_visits() -> list[Visit]:
    """What is in all files of the manifest, in the order of ids."""
    store = engine.current().store
    files = [file for file in (await manifest.load_manifest()).files if file.content == manifest.VISITS]
    if not files:
        return []
    source = schema.read_files([store.location(file.name) for file in files])
    return [Visit(*row) for row in await engine.current().run_job(f"SELECT {COLUMNS} FROM {source} ORDER BY id")]  # noqa: S608


async def write_without_combined_columns(file: SealedFile) -> None:
    """Replaces a file by one of layout 1, as a version before the combined columns wrote it."""
    with seal.workspace() as (_, part):
        columns = f"* EXCLUDE ({', '.join(schema.COMBINED)}, {schema.MOMENT})"
        source = schema.read_files([engine.current().store.location(file.name)])
        await engine.current().run_job(f"COPY (SELECT {columns} FROM {source}) TO '{part}' (FORMAT parquet)")  # noqa: S608
        state, name = await manifest.load_manifest(), new_name("visits", file.month)
        await seal.replace_files(state, {part: replace(file, name=name, layout=1)}, [file], None)


async def marks(column: str = "first_of_account") -> list[int]:
    """The ids of the sealed visits that carry a mark, in their order."""
    store = engine.current().store
    files = [store.location(file.name) for file in (await manifest.load_manifest()).files if not file.content]
    sql = f"SELECT id FROM {schema.read_files(files)} WHERE {column} ORDER BY id"  # noqa: S608
    return [id for (id,) in await engine.current().run_job(sql)] if files else []


def firsts(visits: Iterable[Visit], *by: str) -> list[int]:
    """The ids of the visits that are the first of their visitor on a UTC day, in the account (or by another column)."""
    known: dict[object, int] = {}
    for visit in sorted(visits):
        if visit.visitor and visit.kind != Kind.VIEW:
            unit = tuple(getattr(visit, name) for name in ("account", *by, "who", "visitor"))
            known.setdefault((unit, when(visit, "UTC").date()), visit.id)
    return sorted(known.values())
