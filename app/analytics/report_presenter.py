"""Prepares a report for the statistics page: figures with their changes, chart, tables, heat map and labels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.analytics import chart_geometry, labels, referrer_networks, subject
from app.analytics.breakdown_tables import CARDS, MOST_ROWS, Card, ValueNames, build_card, shown_target_keys
from app.analytics.chart import Chart, build_chart
from app.analytics.period import PERIODS, PREVIOUS_LABELS
from app.analytics.report_selection import ReportSelection
from app.analytics.subject import Subject, VisitedTarget
from app.kernel import clock, i18n, secrets
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.visits.reports.query import Interval, Period, Question
from app.visits.reports.report import build_report
from app.visits.reports.result import Report
from app.visits.visit import Who
from app.web import chart_scale

BEST_LABELS = {
    Interval.HOUR: N_("Best hour"),
    Interval.DAY: N_("Best day"),
    Interval.WEEK: N_("Best week"),
    Interval.MONTH: N_("Best month"),
}
MIN_VISITS_FOR_BUSIEST = 20
RULE_TABLES = ("rule", "variant")


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure. `note` is shown with or instead of the change; `choice` is the selection a click leads to. `value`
    is None while it is not counted, and `id` begins the id of its element, which it replaces then.
    """

    label: str
    value: int | None
    change: chart_scale.Change | None
    kind: str = ""
    note: str = ""
    choice: ReportSelection | None = None
    chosen: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """The text of an active filter, and the selection without it."""

    text: str
    choice: ReportSelection


@dataclass(frozen=True, slots=True)
class Segment:
    """One option of a segmented control: its label, its selection, whether it is selected, and its number of visits."""

    label: str
    choice: ReportSelection
    chosen: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class StatisticsScreen:
    """Everything the statistics page shows. `links` and `codes` are names as in ValueNames.

    `shared` is the public page, which has no live feed, no destinations and no links into the dashboard.
    """

    subject: Subject
    choice: ReportSelection
    question: Question
    report: Report
    links: dict[int, VisitedTarget]
    codes: dict[str, str]
    shared: bool = False

    @property
    def period(self) -> Period:
        """The period of the report."""
        return self.question.period

    @property
    def days(self) -> str:
        """The first and last day of the period as text."""
        return labels.date_range(self.period.start, self.last_day)

    @property
    def last_day(self) -> datetime:
        """A time on the last day of the period."""
        return self.period.end - timedelta(minutes=1)

    @property
    def today(self) -> str:
        """Today's date in the period's time zone, as ISO 8601."""
        return clock.now().astimezone(self.period.start.tzinfo).date().isoformat()

    @property
    def stamp(self) -> str:
        """A hash of subject and selection for element ids, so that a swap replaces the open date form and the running
        feed.
        """
        return secrets.sha256_hex(self.subject.name + self.choice.query)[:8]

    @property
    def includes_now(self) -> bool:
        """Whether the period includes the present."""
        return self.period.start <= clock.now() < self.period.end

    @property
    def empty(self) -> bool:
        """Whether no kind of visitor came in the period."""
        return not any(map(self.choice.count, self.report.by_who.values()))

    @property
    def before(self) -> str:
        """The label of the previous period."""
        return gettext(PREVIOUS_LABELS[self.choice.period])

    @property
    def figures(self) -> list[Figure]:
        """The key figures: clicks, scans, visitors, and the best interval."""
        totals, before = self.report.totals, self.report.before
        return [
            self._kind(gettext("Clicks"), "click", totals.clicks, before.clicks),
            self._kind(gettext("QR scans"), "scan", totals.scans, before.scans),
            self._visitors(),
            self._best(),
        ]

    def _visitors(self) -> Figure:
        label, note = gettext("Unique visitors"), gettext("per UTC day")
        if not self.report.has_visitors:
            return Figure(label, None, None, note=note, id="visitors")
        now, before = self.report.totals.visitors, self.report.before.visitors
        return Figure(label, now, chart_scale.change_since(now, before), note=note, id="visitors")

    def _kind(self, label: str, kind: str, now: int, before: int) -> Figure:
        chosen = self.choice.keeps("kind", kind)
        selection = self.choice.without_value("kind", kind) if chosen else self.choice.with_value("kind", kind)
        return Figure(label, now, chart_scale.change_since(now, before), kind, choice=selection, chosen=chosen)

    def _best(self) -> Figure:
        label, count = gettext(BEST_LABELS[self.period.interval]), self.choice.count
        before = max((count(point.count) for point in self.report.points_before), default=0)
        best = max(self.report.points, key=lambda point: count(point.count), default=None)
        highest = count(best.count) if best else 0
        if best is None or not highest:
            return Figure(label, 0, chart_scale.change_since(0, before))
        note = labels.interval_label(best.start, self.period.interval)
        return Figure(label, highest, chart_scale.change_since(highest, before), note=note)

    @property
    def views(self) -> int:
        """Views of bio pages in the period, which no other figure includes; 0 when the filters select views only."""
        return 0 if self.choice.shows_only_views else self.report.totals.views

    @property
    def chart(self) -> Chart:
        """The chart of the report."""
        return build_chart(self.report, self.period.interval)

    @property
    def cards(self) -> list[Card]:
        """The cards with breakdowns; the statistics of one link have no card of links."""
        definitions = [each for each in CARDS if self.subject.link is None or each.name != "links"]
        names = ValueNames(self.links, self.codes)
        return [
            build_card(definition, self.choice, self.report, names, shared=self.shared) for definition in definitions
        ]

    @property
    def periods(self) -> list[Segment]:
        """The options of the period control."""
        return [
            Segment(gettext(label), self.choice.for_period(name), self.choice.period == name)
            for name, label in PERIODS.items()
            if name != "custom"
        ]

    @property
    def whos(self) -> list[Segment]:
        """The options of the control for the kind of visitor, with their numbers of visits."""
        return [
            Segment(
                gettext(labels.WHO_LABELS[who]),
                self.choice.for_visitors(who),
                self.choice.who is who,
                self.choice.count(self.report.by_who[who]),
            )
            for who in Who
        ]

    @property
    def chips(self) -> list[Chip]:
        """The active filters."""
        chips = []
        for rule in self.choice.filters:
            template = gettext("%(what)s is not %(value)s") if rule.exclude else gettext("%(what)s: %(value)s")
            for value in rule.values:
                words = {
                    "what": gettext(labels.DIMENSIONS[rule.dimension]),
                    "value": isolate(self._value(rule.dimension, value)),
                }
                chips.append(
                    Chip(template % words, self.choice.without_value(rule.dimension, value, exclude=rule.exclude))
                )
        return chips

    def _value(self, dimension: str, raw: str) -> str:
        return (dimension == "placement" and self.codes.get(raw)) or labels.value_label(dimension, raw)

    @property
    def heat(self) -> list[tuple[str, list[tuple[int, int]]]]:
        """The heat map, Monday first: each day's name, and for each hour the visits and their shade."""
        highest = max(map(max, self.hours), default=0)
        return [
            (labels.weekday_name(day), [(count, chart_geometry.shade(count, highest)) for count in row])
            for day, row in enumerate(self.hours)
        ]

    @property
    def hours(self) -> list[list[int]]:
        """Visits by day of the week, Monday first, and hour."""
        count = self.choice.counter
        return [[count(hour) for hour in day] for day in self.report.hours]

    @property
    def busiest(self) -> str:
        """The busiest hour of the week as text; "" when there are too few visits to tell."""
        if sum(map(sum, self.hours)) < MIN_VISITS_FOR_BUSIEST:
            return ""
        _, day, hour = max((count, -day, -hour) for day, row in enumerate(self.hours) for hour, count in enumerate(row))
        return f"{labels.weekday_name(-day, 'wide').capitalize()} {labels.hour_range(-hour)}"

    @property
    def complete_since(self) -> str:
        """The day since which these figures are complete; "" when they are complete."""
        since = self.report.since
        if since is None or since <= self.period.start:
            return ""
        return i18n.format_date(since)


async def load_screen(
    report_subject: Subject,
    choice: ReportSelection,
    *,
    tables: tuple[str, ...] = (),
    shared: bool = False,
    wait_for_visitors: bool = True,
) -> StatisticsScreen:
    """Loads the screen for a selection. `tables` are the dimensions to count, by default those that the cards show.

    Without `wait_for_visitors` unique visitors are left out where counting them takes long.
    """
    period = choice.moments(report_subject.account.time_zone, clock.now())
    question = await referrer_networks.resolve_network_filters(
        Question(await report_subject.scope(), period, choice.filters, choice.who)
    )
    cards = (definition for definition in CARDS if definition.name != "links" or report_subject.link is None)
    by_rule = RULE_TABLES if report_subject.link and not shared else ()
    names = tables or (*(definition.front(choice) for definition in cards), *by_rule)
    result = await build_report(
        question, names, most_links=0 if tables else MOST_ROWS, wait_for_visitors=wait_for_visitors
    )
    targets = await _load_link_targets(report_subject, choice, result, every_row=bool(tables))
    codes = await _code_titles(report_subject, choice, result)
    return StatisticsScreen(report_subject, choice, question, result, targets, codes, shared)


async def _load_link_targets(
    report_subject: Subject, choice: ReportSelection, result: Report, *, every_row: bool
) -> dict[int, VisitedTarget]:
    """Returns the links and bio pages of the table of links, or of the rows of it that the page shows."""
    keys = [int(row.value) for row in result.tables.get("link", []) if row.value.isdigit()]
    return await subject.load_links_and_pages(
        report_subject.account, keys if every_row else shown_target_keys(choice, result)
    )


async def _code_titles(report_subject: Subject, choice: ReportSelection, result: Report) -> dict[str, str]:
    """Returns the titles of the QR codes that the report or a filter names, by their markers."""
    marks = {row.value for row in result.tables.get("placement", [])}
    marks |= {value for rule in choice.filters if rule.dimension == "placement" for value in rule.values}
    return await subject.qr_code_titles(report_subject.account, marks)
