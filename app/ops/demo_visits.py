"""The visits of the demo world: as many as the counters of its links say, the same ones each time it is made.

They are taken in as visits are, their days are closed, and those older than the plan keeps are purged: what is left of
them are totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from random import Random

from app.accounts.models import Account
from app.kernel import db
from app.ops import demo_codes, demo_crowds
from app.ops.demo_crowds import NOTHING, Crowd, Facts
from app.plans import quota
from app.visits import insert_visits, localtime, retention, totals
from app.visits.journal_position import NODE_BITS, Position
from app.visits.localtime import DAY, HOUR
from app.visits.visit import Kind, Visit, Who, key

BATCH = 5_000
ROBOTS = {Who.BOT: 0.04, Who.PREVIEW: 0.03, Who.CHECK: 0.01}
PEAK = {-1: 3.0, 0: 14.0, 1: 4.0, 2: 2.0}  # times as many, by days after the peak
AGAIN = 0.14  # of those who follow a link do it once more that day
SOME = 0.05  # the least of any hour


@dataclass(frozen=True, slots=True)
class Followed:
    """A link of the demo world, by key, and how people followed it from `begun` to `last`.

    On the day of `peak` everybody comes. `marks` are those of its QR codes, the most scanned first. `kind` is what a
    visit is that is no scan; `sparse`: of bio pages and their links the plan keeps nothing but the time.
    """

    link: int
    begun: datetime
    last: datetime
    clicks: int
    scans: int
    crowd: Crowd
    peak: datetime | None = None
    marks: tuple[str, ...] = ()
    kind: Kind = Kind.CLICK
    sparse: bool = False


Hours = tuple[range, list[float]]
Drawn = tuple[int, int, Kind, Who, int, Facts]


async def take_in(account: Account, links: Sequence[Followed], number: int) -> None:
    """Inserts the visits of an account's links; inside the transaction that makes those, so that both are or none.

    `number` is another one for each account: with it ids are told apart from theirs, and from those of journals.
    """
    visits, zones = _visits(account, links, number), {key(account.id): account.time_zone}
    async with db.transaction(db.visits()):
        for begin in range(0, len(visits), BATCH):
            await insert_visits.insert(visits[begin:begin + BATCH], zones)
    await demo_codes.count(visits)


async def settle(account: Account) -> None:
    """Counts the days that are over, and gives up the visits the plan does not keep."""
    async with db.transaction(db.visits()):
        await totals.close_days(key(account.id))
    await retention.purge(key(account.id), quota.plan_of(account).visits_kept)


def _visits(account: Account, links: Sequence[Followed], number: int) -> list[Visit]:
    """In the order of their time, as ids want it."""
    position, whose, drawn = Position("", (1 << NODE_BITS) - 1 - number, 0, 0, 0), key(account.id), list[Drawn]()
    for seed, link in enumerate(links):
        random = Random(seed)  # noqa: S311 - believable, not secret
        hours = _hours(link, account.time_zone, random)
        drawn += [*_people(link, hours, random), *_robots(link, hours, random)]
    return [Visit(position.next_id(at), link, whose, kind, who, visitor, **facts)
            for at, link, kind, who, visitor, facts in sorted(drawn, key=lambda one: one[0])]


def _people(one: Followed, hours: Hours, random: Random) -> Iterator[Drawn]:
    """As many as the link counts, the last of them when it says."""
    kinds = [one.kind] * one.clicks + [Kind.SCAN] * one.scans
    random.shuffle(kinds)
    moments = _moments(hours, len(kinds), one, random)
    moments[-1:] = [localtime.instant(one.last)] * bool(moments)
    day, visitor, facts = 0, 0, NOTHING
    printed = Random(len(moments))  # noqa: S311 - believable, not secret
    for at, kind in zip(moments, kinds, strict=True):
        again = facts is not NOTHING and day == at // DAY and random.random() < AGAIN
        if not again or (kind is Kind.SCAN and facts["referrer"]):
            visitor, facts = random.getrandbits(63), demo_crowds.person(one.crowd, kind, random)
        day = at // DAY
        place = _place(one.marks, printed) if kind is Kind.SCAN else ""
        if one.sparse:
            visitor, facts = 0, NOTHING
        yield at, one.link, kind, Who.HUMAN, visitor, facts | {"placement": place}


def _place(marks: tuple[str, ...], random: Random) -> str:
    """One of the codes; each is scanned half as often as the one before."""
    return random.choices(marks, [0.5 ** at for at in range(len(marks))])[0] if marks else ""


def _robots(one: Followed, hours: Hours, random: Random) -> Iterator[Drawn]:
    for who, share in ROBOTS.items():
        for at in _moments(hours, round((one.clicks + one.scans) * share), one, random):
            facts = NOTHING if one.sparse else demo_crowds.robot(who, random)
            yield at, one.link, one.kind, who, 0 if one.sparse else random.getrandbits(63), facts


def _moments(hours: Hours, count: int, one: Followed, random: Random) -> list[int]:
    """Moments in some of the hours, in their order."""
    first, last = localtime.instant(one.begun), localtime.instant(one.last)
    begins = random.choices(hours[0], cum_weights=hours[1], k=count)
    return sorted(min(max(first, begin + random.randrange(HOUR)), last) for begin in begins)


def _hours(one: Followed, zone: str, random: Random) -> Hours:
    """When each hour of the link's life begins, and its weight added to those before."""
    begins = range(localtime.instant(one.begun) // HOUR * HOUR, localtime.instant(one.last) + 1, HOUR)
    shift = localtime.offset(begins[0], zone)
    days = range((begins[0] + shift) // DAY, (begins[-1] + shift) // DAY + 1)
    peak = (localtime.instant(one.peak) + shift) // DAY if one.peak else None
    busy = {day: _busy(one.crowd, day, days, random) * PEAK.get(day - peak if peak else 9, 1) for day in days}
    locals = [begin + shift for begin in begins]
    return begins, list(accumulate(busy[at // DAY] * (one.crowd.hours[at % DAY // HOUR] + SOME) for at in locals))


def _busy(crowd: Crowd, day: int, days: range, random: Random) -> float:
    """How much happens on a day of some, as good as chance wants it."""
    grown = 1 + (crowd.grows - 1) * (day - days[0]) / len(days)
    return grown * crowd.week[(day + 3) % 7] * random.uniform(0.75, 1.25)  # 1970 began on a Thursday
