"""An installation of before: visits and the totals that older versions counted, and what their reports showed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from app.kernel import db
from app.visits import localtime
from app.visits.reports.query import Interval, Period, Question, Scope
from app.visits.reports.report import Report
from app.visits.visit import DIMENSIONS, Visit, Who
from tests import old_rows
from tests.visits import truth
from tests.visits.truth import BUDI, JAKARTA, LINKS, NEW_YORK, SARI

BEGUN = datetime(2026, 9, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
ZONES = {SARI: JAKARTA, BUDI: NEW_YORK}
KEPT_FROM = {SARI: date(2026, 10, 11).toordinal(), BUDI: date(2026, 11, 1).toordinal()}
GONE = LINKS[2]  # a link that was deleted for good: its totals are gone, those of its account are not
MOST, REST = 3, "…"  # older versions counted 1,000 values of a day, and the rest as one
VISITS = [
    visit._replace(placement="poster" if visit.kind == 1 and visit.visitor % 2 else "", rule="", variant="")
    for visit in [*truth.crowd(120, BEGUN, 51, seed=8), *truth.crowd(120, BEGUN, 51, seed=9, account=BUDI)]
]


@cache  # the tests look at the same visits over and over
def day(visit: Visit) -> int:
    return truth.when(visit, ZONES[visit.account]).toordinal()


def purged(visit: Visit) -> bool:
    return day(visit) < KEPT_FROM[visit.account]


def totals_of(visits: Iterable[Visit]) -> list[tuple[Any, ...]]:
    """The rows of `day_totals` as older versions counted them: unique visitors are those of a local day."""
    kinds: dict[tuple[int, ...], Counter[int]] = defaultdict(Counter)
    visitors: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for visit in visits:
        for link in {0, visit.link} - {GONE}:
            place = visit.account, link, visit.who, day(visit)
            kinds[place][visit.kind] += 1
            visitors[place] |= {visit.visitor} if visit.visitor and visit.kind != 2 else set()
    return [(*place, some[0], some[1], some[2], len(visitors[place])) for place, some in kinds.items()]


def values_of(visits: Iterable[Visit]) -> list[tuple[Any, ...]]:
    """The rows of `day_values`."""
    kinds: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for visit in visits:
        moment = truth.when(visit, ZONES[visit.account])
        named = {name: getattr(visit, name) for name in DIMENSIONS}
        named["hour"] = str(moment.weekday() * 24 + moment.hour)
        for link in {0, visit.link} - {GONE}:
            for name, value in (named | ({} if link else {"link": str(visit.link)})).items():
                if value:
                    kinds[visit.account, link, visit.who, name, day(visit)][f"{visit.kind}{value}"] += 1
    rows = []
    for place, counts in kinds.items():
        sums: Counter[str] = Counter()
        for value, count in counts.items():
            sums[value[1:]] += count
        shown = sorted(sums, key=lambda value: (-sums[value], value))[: 24 if place[3] == "hour" else MOST]
        merged: dict[str, Counter[str]] = defaultdict(Counter)
        for value, count in counts.items():
            merged[value[1:] if value[1:] in shown else REST][value[0]] += count
        rows += [(*place, value, some["0"], some["1"], some["2"]) for value, some in merged.items()]
    return rows


@lru_cache(maxsize=2)
def _totals_and_values(visits: tuple[Visit, ...]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of `day_totals` and of `day_values` for all days that are over."""
    over = [visit for visit in visits if truth.when(visit, "UTC").date() < NOW.date() - timedelta(days=1)]
    return totals_of(over), values_of(over)


async def fill(visits: Sequence[Visit] = VISITS, *, in_rows: Sequence[Visit] | None = None) -> None:
    """What an older version had in its tables: the totals of all days that are over, and the visits that are kept."""
    counts = ("clicks", "scans", "views")
    names: dict[str, tuple[str, ...]] = {
        "calendars": ("account", "zone", "kept_from"),
        "day_totals": ("account", "link", "who", "day", *counts, "visitors"),
        "day_values": ("account", "link", "who", "dimension", "day", "value", *counts),
        "visits": Visit._fields,
    }
    rows = [visit for visit in visits if not purged(visit)] if in_rows is None else in_rows
    detached = [visit._replace(link=-1) if visit.link == GONE else visit for visit in rows]
    calendars = [(key, ZONES[key], KEPT_FROM[key]) for key in ZONES]
    tables: list[Iterable[Sequence[Any]]] = [calendars, *_totals_and_values(tuple(visits)), detached]
    for table, filled in zip(names, tables, strict=True):
        lines = [dict(zip(names[table], row, strict=True)) for row in filled]
        await old_rows.insert(table, lines, db.visits_connection())


async def visits_of(version: int) -> list[Visit]:
    """The visits of a version: without what its table has no column for."""
    names = {column.name for column in await old_rows.columns_of("visits", db.visits_connection())}
    assert names == set(Visit._fields) - ({"placement"} if version < 3 else set()) - {"rule", "variant"}
    return VISITS if "placement" in names else [visit._replace(placement="") for visit in VISITS]


def whole_days(zone: str, first: date, last: date) -> Period:
    start, end = (datetime(each.year, each.month, each.day, tzinfo=ZoneInfo(zone)) for each in (first, last))
    return Period(start, end, zone, Interval.DAY)


def questions() -> list[Question]:
    spans = [(date(2026, 9, 18), date(2026, 11, 11)), (date(2026, 10, 5), date(2026, 10, 20))]
    spans += [(date(2026, 10, 1), date(2026, 10, 11)), (date(2026, 10, 1), date(2026, 11, 1))]
    scopes = [Scope(key, links) for key in ZONES for links in (None, LINKS[:1], LINKS[:2])]
    return [
        Question(scope, whole_days(ZONES[scope.account], *span), (), who)
        for scope in scopes
        for span in spans
        for who in (Who.HUMAN, Who.BOT)
    ]


@lru_cache(maxsize=2)  # the same for all questions
def _old_tables(visits: tuple[Visit, ...]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]], list[Visit]]:
    """The totals and the values of the purged visits, and the visits that were kept."""
    old = [visit for visit in visits if purged(visit)]
    kept = [visit._replace(link=-1) if visit.link == GONE else visit for visit in visits if not purged(visit)]
    return totals_of(old), values_of(old), kept


def shows_the_same(report: Report, question: Question, visits: Sequence[Visit] = VISITS) -> None:
    """What an older version showed: totals where visits are purged, and what is counted one by one elsewhere."""
    account, links = question.scope.account, question.scope.links or (0,)
    zone, period = question.period.zone, question.period
    first, last = (localtime.day_of(localtime.to_milliseconds(at), zone) for at in (period.start, period.end))
    old_totals, old_values, rows = _old_tables(tuple(visits))
    totals = [row for row in old_totals if row[0] == account and row[1] in links and first <= row[3] < last]
    values = [row for row in old_values if row[0] == account and row[1] in links and first <= row[4] < last]
    kept = truth.asked_for(rows, question)
    people = [visit for visit in kept if visit.who == question.who]
    sums = truth.totals(people, truth.first_visits(rows, question))
    mine = [row for row in totals if row[2] == question.who]

    shown = report.totals
    expected = tuple(sums[n] + sum(row[4 + n] for row in mine) for n in range(4))
    assert (shown.clicks, shown.scans, shown.views, shown.visitors) == expected
    by_day = Counter({at: sum(row[4] + row[5] + row[6] for row in mine if row[3] == at) for at in range(first, last)})
    by_day.update(truth.when(visit, zone).toordinal() for visit in people)
    assert [point.count.all for point in report.points] == [by_day[at] for at in range(first, last)]
    assert {who: count.all for who, count in report.by_who.items()} == {
        who: sum(row[4] + row[5] + row[6] for row in totals if row[2] == who) + sum(visit.who == who for visit in kept)
        for who in Who
    }
    hours: Counter[int] = Counter()
    for row in values:
        if row[3] == "hour" and row[2] == question.who:
            hours[int(row[5])] += row[6] + row[7] + row[8]
    hours.update(at.weekday() * 24 + at.hour for at in (truth.when(visit, zone) for visit in people))
    assert [count.all for some in report.hours for count in some] == [hours[n] for n in range(168)]
    for name, table in report.tables.items():
        agrees_with_values(name, table, [row for row in values if row[2] == question.who], people, mine)


def agrees_with_values(
    name: str, table: Sequence[Any], values: Sequence[Any], people: Sequence[Visit], totals: Sequence[Any]
) -> None:
    """A table has the old values, those of the kept visits, and what is unknown."""
    expected: Counter[str] = Counter(str(getattr(visit, name)) for visit in people)
    if name == "link" and totals and totals[0][1]:
        for row in totals:
            expected[str(row[1])] += row[4] + row[5] + row[6]
    else:
        known: Counter[str] = Counter()
        for row in values:
            if row[3] == name:
                known[row[5]] += row[6] + row[7] + row[8]
        rest = sum(row[4] + row[5] + row[6] for row in totals) - known.total()
        expected = expected + known + Counter({"": rest} if name != "link" else {})
    assert {row.value: row.all for row in table} == {value: count for value, count in expected.items() if count}, name
