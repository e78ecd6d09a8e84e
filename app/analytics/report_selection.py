"""A reader's selection in the statistics: period, kind of visitor, filters and tabs. It is kept in the query string."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Self
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from app.analytics import period
from app.analytics.referrer_networks import NETWORK
from app.kernel import text
from app.kernel.i18n import LANGUAGES
from app.visits.reports.query import Filter, Period
from app.visits.reports.result import Count, Row
from app.visits.visit import DIMENSIONS, Who

FILTER_FIELDS = ("kind", NETWORK, *DIMENSIONS)
TABLE_DIMENSIONS = (*DIMENSIONS, "link")
WHO_PARAMETERS = {"bot": Who.BOT, "preview": Who.PREVIEW, "check": Who.CHECK}
MAX_VALUES, MAX_VALUE_LENGTH = 20, 255
WAIT_PARAMETER = "visitors"  # in the address of a page that shows unique visitors, however long counting them takes


@dataclass(frozen=True, slots=True)
class ReportSelection:
    """A selection. `tabs` are the selected tables of cards with several; `more` is the table shown with all its rows.

    `lang` is the language in the query string. It is kept in every link, because the public page sets no cookie.
    """

    period: str = "30d"
    start: date | None = None
    end: date | None = None
    who: Who = Who.HUMAN
    filters: tuple[Filter, ...] = ()
    tabs: tuple[str, ...] = ()
    more: str = ""
    lang: str = field(default="")

    @classmethod
    def of(cls, args: MultiDict[str, str]) -> Self:
        """Parses a query string; invalid values are ignored."""
        name, is_custom = args.get("period", ""), args.get("period") == "custom"
        return cls(
            period=name if name in period.PERIODS else "30d",
            start=_parse_day(args.get("from", "")) if is_custom else None,
            end=_parse_day(args.get("to", "")) if is_custom else None,
            who=WHO_PARAMETERS.get(args.get("who", ""), Who.HUMAN),
            filters=_parse_filters(args),
            tabs=_unique(tab for tab in args.getlist("tab") if tab in TABLE_DIMENSIONS),
            more=args["more"] if args.get("more") in TABLE_DIMENSIONS else "",
            lang=args["lang"] if args.get("lang") in LANGUAGES else "",
        )

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The selection as names and values of a query string. The period is always included, so that the query string
        is never empty.
        """
        days = {"from": self.start, "to": self.end}
        who = next((name for name, who in WHO_PARAMETERS.items() if who is self.who), "")
        pairs = [("period", self.period), *((name, day.isoformat()) for name, day in days.items() if day), ("who", who)]
        pairs += [(rule.dimension + ".not" * rule.exclude, value) for rule in self.filters for value in rule.values]
        rest = [("more", self.more), ("lang", self.lang)]
        return (
            [pair for pair in pairs if pair[1] or pair[0] != "who"]
            + [("tab", tab) for tab in self.tabs]
            + [pair for pair in rest if pair[1]]
        )

    @property
    def query(self) -> str:
        """The query string of this selection, with its question mark."""
        return "?" + urlencode(self.pairs)

    @property
    def query_with_visitors(self) -> str:
        """The query string of this selection that waits for unique visitors."""
        return f"{self.query}&{WAIT_PARAMETER}=1"

    def moments(self, zone: str, now: datetime) -> Period:
        """Returns the period at the time `now` in a time zone."""
        return period.build_period(self.period, self.start, self.end, zone, now)

    def for_period(self, name: str) -> Self:
        """Returns the selection with another period."""
        return replace(self, period=name, start=None, end=None, more="")

    def for_visitors(self, who: Who) -> Self:
        """Returns the selection with another kind of visitor."""
        return replace(self, who=who, more="")

    def with_tab(self, table: str, siblings: Iterable[str]) -> Self:
        """Returns the selection with `table` as the selected tab among the tables `siblings` of its card."""
        return replace(self, tabs=(*(tab for tab in self.tabs if tab not in {*siblings}), table), more="")

    def showing_all(self, table: str) -> Self:
        """Returns the selection with all rows of `table` shown; "" for none."""
        return replace(self, more=table)

    def with_value(self, dimension: str, value: str, *, exclude: bool = False) -> Self:
        """Returns the selection with one more value to keep, or with `exclude` to leave out."""
        base = self.without_value(dimension, value, exclude=not exclude)
        existing = next((rule for rule in base.filters if (rule.dimension, rule.exclude) == (dimension, exclude)), None)
        values = (*(existing.values if existing else ()), value)
        others = (rule for rule in base.filters if rule is not existing)
        filters = _sort_filters([*others, Filter(dimension, _unique(values), exclude)])
        return replace(base, filters=filters, more="")

    def without_value(self, dimension: str, value: str, *, exclude: bool = False) -> Self:
        """Returns the selection without one value of a filter."""
        remaining = []
        for rule in self.filters:
            if (rule.dimension, rule.exclude) == (dimension, exclude):
                rule = replace(rule, values=tuple(other for other in rule.values if other != value))
            remaining.append(rule)
        return replace(self, filters=tuple(rule for rule in remaining if rule.values), more="")

    def without_filters(self) -> Self:
        """Returns the selection without filters."""
        return replace(self, filters=(), more="")

    @property
    def shows_only_views(self) -> bool:
        """Whether the filters select views of bio pages only; otherwise clicks and scans are counted, and no views."""
        kinds = {"click", "scan", "view"}
        for rule in self.filters:
            if rule.dimension == "kind":
                kinds = kinds - {*rule.values} if rule.exclude else kinds & {*rule.values}
        return kinds == {"view"}

    @property
    def counter(self) -> Callable[[Count | Row], int]:
        """The function that takes the number that is shown out of a count: views, or clicks and scans. These are never
        added to each other.
        """
        return attrgetter("views" if self.shows_only_views else "followed")

    def count(self, count: Count | Row) -> int:
        """Returns the number that is shown of one count; `counter` is quicker for many."""
        return self.counter(count)

    def keeps(self, dimension: str, value: str) -> bool:
        """Whether a filter keeps visits with this value."""
        return any(rule.dimension == dimension and value in rule.values and not rule.exclude for rule in self.filters)


def _parse_filters(args: MultiDict[str, str]) -> tuple[Filter, ...]:
    parameters = [(dimension, exclude) for dimension in FILTER_FIELDS for exclude in (False, True)]
    values = {
        (dimension, exclude): _parse_values(args.getlist(dimension + ".not" * exclude), dimension)
        for dimension, exclude in parameters
    }
    return tuple(
        Filter(dimension, values[dimension, exclude], exclude)
        for dimension, exclude in parameters
        if values[dimension, exclude]
    )


def _parse_values(raw_values: Iterable[str], dimension: str) -> tuple[str, ...]:
    cleaned = (text.replace_surrogates(value).replace("\x00", "")[:MAX_VALUE_LENGTH] for value in raw_values)
    return _unique(value for value in cleaned if dimension != "kind" or value in {"click", "scan", "view"})[:MAX_VALUES]


def _sort_filters(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    return tuple(sorted(filters, key=lambda rule: (FILTER_FIELDS.index(rule.dimension), rule.exclude)))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _parse_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
