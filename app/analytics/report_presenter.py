"""A report as the page shows it: figures with their changes, the chart, the tables, the heat map, the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.analytics import labels, referrer_networks, scales, subject
from app.analytics.breakdown_tables import CARDS, Card, Names, card
from app.analytics.chart import Chart, chart
from app.analytics.filters import Choice
from app.analytics.period import BEFORE, PERIODS
from app.analytics.subject import Followed, Subject
from app.kernel import clock, i18n, secrets
from app.kernel.bidi import isolated
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.visits.report import report
from app.visits.report_query import Interval, Period, Question
from app.visits.report_result import Report
from app.visits.visit import Who

BEST = {
    Interval.HOUR: N_("Best hour"), Interval.DAY: N_("Best day"), Interval.WEEK: N_("Best week"),
    Interval.MONTH: N_("Best month"),
}
ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """`note` stands below instead of a change, or beside it; `choice` is where a click on it leads."""

    label: str
    value: int
    change: scales.Change | None
    kind: str = ""
    note: str = ""
    choice: Choice | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in words, and the choice without it."""

    text: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Segment:
    label: str
    choice: Choice
    chosen: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """`shared` is the public page: no live feed, no destinations, no ways into the dashboard. `codes`: see Names."""

    subject: Subject
    choice: Choice
    question: Question
    report: Report
    links: dict[int, Followed]
    codes: dict[str, str]
    shared: bool = False

    @property
    def period(self) -> Period:
        return self.question.period

    @property
    def days(self) -> str:
        """The days the period covers."""
        return labels.span(self.period.start, self.last_day)

    @property
    def last_day(self) -> datetime:
        return self.period.end - timedelta(minutes=1)

    @property
    def today(self) -> str:
        return clock.now().astimezone(self.period.start.tzinfo).date().isoformat()

    @property
    def stamp(self) -> str:
        """Names what must not be kept when another choice is swapped in: an open date form, a running feed."""
        return secrets.digest(self.subject.name + self.choice.query)[:8]

    @property
    def now(self) -> bool:
        """Whether the present moment is part of the period."""
        return self.period.start <= clock.now() < self.period.end

    @property
    def empty(self) -> bool:
        return not any(map(self.choice.count, self.report.by_who.values()))

    @property
    def before(self) -> str:
        return gettext(BEFORE[self.choice.period])

    @property
    def figures(self) -> list[Figure]:
        totals, before = self.report.totals, self.report.before
        return [
            self._kind(gettext("Clicks"), "click", totals.clicks, before.clicks),
            self._kind(gettext("QR scans"), "scan", totals.scans, before.scans),
            Figure(gettext("Unique visitors"), totals.visitors, scales.change(totals.visitors, before.visitors)),
            self._best(),
        ]

    def _kind(self, label: str, kind: str, now: int, before: int) -> Figure:
        chosen = self.choice.keeps("kind", kind)
        leads = self.choice.widened("kind", kind) if chosen else self.choice.narrowed("kind", kind)
        return Figure(label, now, scales.change(now, before), kind, choice=leads, chosen=chosen)

    def _best(self) -> Figure:
        label, count = gettext(BEST[self.period.interval]), self.choice.count
        before = max((count(point.count) for point in self.report.points_before), default=0)
        best = max(self.report.points, key=lambda point: count(point.count), default=None)
        most = count(best.count) if best else 0
        if best is None or not most:
            return Figure(label, 0, scales.change(0, before))
        note = labels.interval(best.start, self.period.interval)
        return Figure(label, most, scales.change(most, before), note=note)

    @property
    def views(self) -> int:
        """Views of bio pages in the period, which no other number of the screen holds; 0 where they are asked for."""
        return 0 if self.choice.only_views else self.report.totals.views

    @property
    def chart(self) -> Chart:
        return chart(self.report, self.period.interval)

    @property
    def cards(self) -> list[Card]:
        sorts = CARDS if self.subject.link is None else [sort for sort in CARDS if sort.name != "links"]
        names = Names(self.links, self.codes)
        return [card(sort, self.choice, self.report, names, shared=self.shared) for sort in sorts]

    @property
    def periods(self) -> list[Segment]:
        return [Segment(gettext(label), self.choice.over(name), self.choice.period == name)
                for name, label in PERIODS.items() if name != "custom"]

    @property
    def whos(self) -> list[Segment]:
        return [Segment(gettext(labels.WHOS[who]), self.choice.of_whom(who), self.choice.who is who,
                        self.choice.count(self.report.by_who[who])) for who in Who]

    @property
    def chips(self) -> list[Chip]:
        chips = []
        for one in self.choice.filters:
            says = gettext("%(what)s is not %(value)s") if one.exclude else gettext("%(what)s: %(value)s")
            for value in one.values:
                words = {"what": gettext(labels.DIMENSIONS[one.dimension]),
                         "value": isolated(self._value(one.dimension, value))}
                chips.append(Chip(says % words, self.choice.widened(one.dimension, value, exclude=one.exclude)))
        return chips

    def _value(self, dimension: str, raw: str) -> str:
        return (dimension == "placement" and self.codes.get(raw)) or labels.value(dimension, raw)

    @property
    def heat(self) -> list[tuple[str, list[tuple[int, int]]]]:
        """The week, Monday first: each day's name, and each hour's visits with their shade."""
        most = max(map(max, self.hours), default=0)
        return [(labels.weekday(day), [(count, scales.shade(count, most)) for count in row])
                for day, row in enumerate(self.hours)]

    @property
    def hours(self) -> list[list[int]]:
        """Visits by day of the week, Monday first, and hour."""
        return [[self.choice.count(hour) for hour in day] for day in self.report.hours]

    @property
    def busiest(self) -> str:
        """An hour of the week, such as Saturday from 19:00 to 20:00; "" while there are too few visits to say so."""
        if sum(map(sum, self.hours)) < ENOUGH:
            return ""
        _, day, hour = max((count, -day, -hour) for day, row in enumerate(self.hours)
                           for hour, count in enumerate(row))
        return f"{labels.weekday(-day, 'wide').capitalize()} {labels.hours(-hour)}"

    @property
    def missing(self) -> str:
        """Since when these figures are whole; "" where they are."""
        since = self.report.since
        if since is None or since <= self.period.start:
            return ""
        return i18n.date(since)


async def read(whose: Subject, choice: Choice, *, tables: tuple[str, ...] = (), shared: bool = False) -> Screen:
    """The screen for a choice; `tables` are the dimensions to count, else those in front of their cards."""
    period = choice.moments(whose.account.time_zone, clock.now())
    question = await referrer_networks.asked(Question(await whose.scope(), period, choice.filters, choice.who))
    wanted = tables or tuple(sort.front(choice) for sort in CARDS if sort.name != "links" or whose.link is None)
    counted = await report(question, wanted)
    keys = [int(row.value) for row in counted.tables.get("link", []) if row.value.isdigit()]
    marks = {row.value for row in counted.tables.get("placement", [])}
    marks |= {value for one in choice.filters if one.dimension == "placement" for value in one.values}
    return Screen(whose, choice, question, counted, await subject.followed(whose.account, keys),
                  await subject.codes(whose.account, marks), shared)


