"""The visits of the demo world: as many as the counters of the links, and the same ones on every run.

They are inserted like recorded visits and their days are sealed. Of visits older than the plan's retention only the
summary remains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from app.accounts.models import Account
from app.kernel import db
from app.links.models import Link
from app.links.rules.choice import choose_destination
from app.links.rules.facts import DEVICE_NAMES, ImaginedFacts
from app.ops import demo_codes, demo_visitors
from app.ops.demo_visitors import NO_FACTS, Crowd, Facts
from app.visits import localtime
from app.visits.localtime import DAY, HOUR
from app.visits.recording import insert_visits
from app.visits.recording.journal_position import NODE_BITS, Position
from app.visits.sealed import rewrite, seal
from app.visits.visit import Kind, Visit, Who, key_in_visits

BATCH = 5_000
ROBOTS = {Who.BOT: 0.04, Who.PREVIEW: 0.03, Who.CHECK: 0.01}
PEAK = {-1: 3.0, 0: 14.0, 1: 4.0, 2: 2.0}  # times as many, by days after the peak
REPEAT_SHARE = 0.14  # share of visitors who follow a link once more that day
LEAST_WEIGHT = 0.05  # added to every hour


@dataclass(frozen=True, slots=True)
class LinkTraffic:
    """A link of the demo world by visits key, and how it was followed from `begun` to `last`.

    Most visits come on the day of `peak`. `marks` are the placement marks of its QR codes, the most scanned first.
    `kind` is the kind of visits that are not scans. `sparse` visits have no facts but their time, as the plan stores
    them for bio pages. `ruled` is the link itself if it has rules.
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
    ruled: Link | None = None


Hours = tuple[range, list[float]]
Drawn = tuple[int, int, Kind, Who, int, Facts]


async def insert_demo_visits(account: Account, links: Sequence[LinkTraffic], number: int) -> None:
    """Inserts the visits of an account's links; call it inside the transaction that makes the links.

    `number` differs for each account: it makes their visit ids distinct, and distinct from those of journals.
    """
    visits = _visits(account, links, number)
    async with db.transaction(db.visits_connection()):
        for begin in range(0, len(visits), BATCH):
            await insert_visits.insert_visit_rows(visits[begin : begin + BATCH])
    await demo_codes.set_scan_counters(visits)


async def seal_demo_days() -> None:
    """Seals the days that are over, and replaces the visits that the plans do not retain by their summary."""
    await seal.seal_days()
    await rewrite.rewrite_months(timedelta())


def _visits(account: Account, links: Sequence[LinkTraffic], number: int) -> list[Visit]:
    """The visits in order of time, which ids require."""
    position, account_key, drawn = (
        Position("", (1 << NODE_BITS) - 1 - number, 0, 0, 0),
        key_in_visits(account.id),
        list[Drawn](),
    )
    for seed, link in enumerate(links):
        random = Random(seed)  # noqa: S311 - believable, not secret
        hours = _hours(link, account.time_zone, random)
        drawn += [*_people(link, hours, random), *_robots(link, hours, random)]
    return [
        Visit(position.next_id(at), link, account_key, kind, who, visitor, **facts)
        for at, link, kind, who, visitor, facts in sorted(drawn, key=lambda visit: visit[0])
    ]


def _people(followed: LinkTraffic, hours: Hours, random: Random) -> Iterator[Drawn]:
    """The visits of people: as many as the link's counters, the last of them at `last`."""
    kinds = [followed.kind] * followed.clicks + [Kind.SCAN] * followed.scans
    random.shuffle(kinds)
    moments = _moments(hours, len(kinds), followed, random)
    moments[-1:] = [localtime.to_milliseconds(followed.last)] * bool(moments)
    day, visitor, facts = 0, 0, NO_FACTS
    printed = Random(len(moments))  # noqa: S311 - believable, not secret
    for at, kind in zip(moments, kinds, strict=True):
        again = facts is not NO_FACTS and day == at // DAY and random.random() < REPEAT_SHARE
        if not again or (kind is Kind.SCAN and facts["referrer"]):
            visitor, facts = random.getrandbits(63), demo_visitors.random_person(followed.crowd, kind, random)
        day = at // DAY
        place = _place(followed.marks, printed) if kind is Kind.SCAN else ""
        if followed.sparse:
            visitor, facts = 0, NO_FACTS
        ours = {"placement": place} | _rule(followed.ruled, at, kind, visitor, facts)
        yield at, followed.link, kind, Who.HUMAN, visitor, facts | ours


def _rule(link: Link | None, at: int, kind: Kind, visitor: int, facts: Facts) -> dict[str, str]:
    """The rule and the variant of a visit: what the link's rules make of its facts."""
    if link is None:
        return {}
    now, languages = localtime.from_milliseconds(at, "UTC"), tuple(filter(None, [facts["language"]]))
    imagined = ImaginedFacts(
        now,
        device=DEVICE_NAMES.get(facts["device"], facts["device"]),
        country=facts["country"],
        languages=languages,
        referrer=facts["referrer"],
        scan=kind is Kind.SCAN,
        visitor=visitor,
    )
    choice = choose_destination(link, now, imagined)
    return {"rule": choice.rule, "variant": f"{choice.rule}:{choice.variant}" if choice.variant >= 0 else ""}


def _place(marks: tuple[str, ...], random: Random) -> str:
    """The placement mark of a scan; each code is scanned half as often as the one before."""
    return random.choices(marks, [0.5**at for at in range(len(marks))])[0] if marks else ""


def _robots(followed: LinkTraffic, hours: Hours, random: Random) -> Iterator[Drawn]:
    """The visits of programs, as a share of those of people."""
    for who, share in ROBOTS.items():
        for at in _moments(hours, round((followed.clicks + followed.scans) * share), followed, random):
            facts = NO_FACTS if followed.sparse else demo_visitors.random_bot(who, random)
            yield at, followed.link, followed.kind, who, 0 if followed.sparse else random.getrandbits(63), facts


def _moments(hours: Hours, count: int, followed: LinkTraffic, random: Random) -> list[int]:
    """Random moments within the hours, in order."""
    first, last = localtime.to_milliseconds(followed.begun), localtime.to_milliseconds(followed.last)
    begins = random.choices(hours[0], cum_weights=hours[1], k=count)
    return sorted(min(max(first, begin + random.randrange(HOUR)), last) for begin in begins)


def _hours(followed: LinkTraffic, zone: str, random: Random) -> Hours:
    """The start of each hour of the link's life, and its cumulative weight."""
    begins = range(
        localtime.to_milliseconds(followed.begun) // HOUR * HOUR, localtime.to_milliseconds(followed.last) + 1, HOUR
    )
    shift = localtime.utc_offset(begins[0], zone)
    days = range((begins[0] + shift) // DAY, (begins[-1] + shift) // DAY + 1)
    peak = (localtime.to_milliseconds(followed.peak) + shift) // DAY if followed.peak else None
    busy = {
        day: _day_weight(followed.crowd, day, days, random) * PEAK.get(day - peak if peak else 9, 1) for day in days
    }
    locals = [begin + shift for begin in begins]
    hours = followed.crowd.hours
    return begins, list(accumulate(busy[at // DAY] * (hours[at % DAY // HOUR] + LEAST_WEIGHT) for at in locals))


def _day_weight(crowd: Crowd, day: int, days: range, random: Random) -> float:
    """The weight of a day, with random variation."""
    grown = 1 + (crowd.grows - 1) * (day - days[0]) / len(days)
    return grown * crowd.week[(day + 3) % 7] * random.uniform(0.75, 1.25)  # 1970 began on a Thursday
