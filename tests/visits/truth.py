"""Made visits, and what is true of them: counted one by one, without SQL."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from app.kernel import db
from app.visits.recording import insert_visits
from app.visits.reports.query import Filter, Question
from app.visits.visit import DIMENSIONS, Kind, Visit, first_id, milliseconds

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
_sequence = count(1)


def at(when: datetime, link: int = LINKS[0], account: int = SARI, **fields: int | str) -> Visit:
    """A visit at an aware moment; what is not given is unknown, a click, by a person."""
    id = first_id(int(when.timestamp() * 1000)) + next(_sequence)
    given = {"kind": 0, "who": 0, "visitor": 1, **dict.fromkeys(DIMENSIONS, ""), **fields}
    return Visit(id=id, link=link, account=account, **given)  # type: ignore[arg-type]


def crowd(size: int, start: datetime, days: float, seed: int = 1, account: int = SARI) -> list[Visit]:
    """Visits spread over some days, by few visitors, of every kind."""
    random = Random(seed)  # noqa: S311
    return [
        at(
            start + timedelta(days=days) * random.random(),
            random.choice(LINKS),
            account,
            visitor=random.randrange(40),
            kind=random.choice((0, 0, 1, 2)),
            who=random.choice((0, 0, 0, 1, 2, 3)),
            **{name: random.choice(values) for name, values in FEW.items()},
        )
        for _ in range(size)
    ]


async def take_in(visits: Sequence[Visit], zone: str) -> None:
    async with db.transaction(db.visits_connection()):
        await insert_visits.insert_visit_rows(visits, dict.fromkeys({visit.account for visit in visits}, zone))


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


def totals(visits: Sequence[Visit], question: Question) -> tuple[int, int, int, int]:
    kinds = Counter(visit.kind for visit in visits)
    return kinds[0], kinds[1], kinds[2], _visitors(visits, question, lambda moment: moment.date())


def hour(moment: datetime) -> object:
    """An hour as clocks show it, with the offset: one that comes twice is two."""
    return moment.date(), moment.hour, moment.utcoffset()


def points(visits: Sequence[Visit], question: Question) -> dict[object, tuple[int, int]]:
    """Visits and visitors by day, or by hour."""
    of = hour if question.period.interval == "hour" else datetime.date
    by: dict[object, list[Visit]] = defaultdict(list)
    for visit in visits:
        by[of(when(visit, question.period.zone))].append(visit)
    return {place: (len(some), _visitors(some, question, of)) for place, some in by.items()}


def _visitors(visits: Sequence[Visit], question: Question, of: object) -> int:
    """Different ones who clicked or scanned; 0 is nobody in particular, of whom nothing is kept."""
    zone, each = question.period.zone, question.scope.links is not None
    return len({(of(when(v, zone)), v.visitor, each and v.link) for v in visits if v.visitor and v.kind != Kind.VIEW})  # type: ignore[operator]


def heat(visits: Iterable[Visit], zone: str) -> list[list[int]]:
    counted = Counter((moment.weekday(), moment.hour) for moment in (when(visit, zone) for visit in visits))
    return [[counted[day, hour] for hour in range(24)] for day in range(7)]
