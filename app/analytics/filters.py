"""What somebody chose to see of the statistics: period, kind of visitor, filters. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Self
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from app.analytics import period
from app.analytics.referrer_networks import NETWORK
from app.kernel import text
from app.kernel.i18n import LANGUAGES
from app.visits.report_query import Filter, Period
from app.visits.report_result import Count, Row
from app.visits.visit import DIMENSIONS, Who

FILTERED = ("kind", NETWORK, *DIMENSIONS)
TABLES = (*DIMENSIONS, "link")
WHOS = {"bot": Who.BOT, "preview": Who.PREVIEW, "check": Who.CHECK}
MOST_VALUES, LONGEST = 20, 255


@dataclass(frozen=True, slots=True)
class Choice:
    """`tabs` are the tables in front where a card has several; `more` is the table shown whole.

    `lang` is the language an address asks for, carried along because visitors keep no cookie.
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
        """What an address asks for; what it cannot mean is left out."""
        wanted, custom = args.get("period", ""), args.get("period") == "custom"
        return cls(
            period=wanted if wanted in period.PERIODS else "30d",
            start=_day(args.get("from", "")) if custom else None,
            end=_day(args.get("to", "")) if custom else None,
            who=WHOS.get(args.get("who", ""), Who.HUMAN),
            filters=_filters(args),
            tabs=_unique(tab for tab in args.getlist("tab") if tab in TABLES),
            more=args["more"] if args.get("more") in TABLES else "",
            lang=args["lang"] if args.get("lang") in LANGUAGES else "",
        )

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The choice as names and values of an address. The period is always said, so that no address is empty."""
        days = {"from": self.start, "to": self.end}
        who = next((name for name, who in WHOS.items() if who is self.who), "")
        said = [("period", self.period), *((name, day.isoformat()) for name, day in days.items() if day), ("who", who)]
        said += [(one.dimension + ".not" * one.exclude, value) for one in self.filters for value in one.values]
        rest = [("more", self.more), ("lang", self.lang)]
        return [pair for pair in said if pair[1] or pair[0] != "who"] + [("tab", tab) for tab in self.tabs] + [
            pair for pair in rest if pair[1]]

    @property
    def query(self) -> str:
        """The address of this choice, relative to the page it is on."""
        return "?" + urlencode(self.pairs)

    def moments(self, zone: str, now: datetime) -> Period:
        return period.period(self.period, self.start, self.end, zone, now)

    def over(self, name: str) -> Self:
        """The same for another period."""
        return replace(self, period=name, start=None, end=None, more="")

    def of_whom(self, who: Who) -> Self:
        return replace(self, who=who, more="")

    def showing(self, table: str, beside: Iterable[str]) -> Self:
        """With `table` in front of those it shares a card with."""
        return replace(self, tabs=(*(tab for tab in self.tabs if tab not in {*beside}), table), more="")

    def whole(self, table: str) -> Self:
        return replace(self, more=table)

    def narrowed(self, dimension: str, value: str, *, exclude: bool = False) -> Self:
        """With one more value to keep, or to leave out."""
        kept = self.widened(dimension, value, exclude=not exclude)
        there = next((one for one in kept.filters if (one.dimension, one.exclude) == (dimension, exclude)), None)
        values = (*(there.values if there else ()), value)
        return replace(kept, filters=_ordered([*(one for one in kept.filters if one is not there),
                                               Filter(dimension, _unique(values), exclude)]), more="")

    def widened(self, dimension: str, value: str, *, exclude: bool = False) -> Self:
        """Without one value of a filter."""
        left = []
        for one in self.filters:
            if (one.dimension, one.exclude) == (dimension, exclude):
                one = replace(one, values=tuple(kept for kept in one.values if kept != value))
            left.append(one)
        return replace(self, filters=tuple(one for one in left if one.values), more="")

    def unfiltered(self) -> Self:
        return replace(self, filters=(), more="")

    @property
    def only_views(self) -> bool:
        """Whether views of bio pages are what is asked for; otherwise clicks and scans are counted, and no views."""
        kinds = {"click", "scan", "view"}
        for one in self.filters:
            if one.dimension == "kind":
                kinds = kinds - {*one.values} if one.exclude else kinds & {*one.values}
        return kinds == {"view"}

    def count(self, counted: Count | Row) -> int:
        """What of a count is shown as one number: clicks and scans are never mixed with views."""
        return counted.views if self.only_views else counted.followed

    def keeps(self, dimension: str, value: str) -> bool:
        """Whether visits with this value were asked for by name."""
        return any(one.dimension == dimension and value in one.values and not one.exclude for one in self.filters)


def _filters(args: MultiDict[str, str]) -> tuple[Filter, ...]:
    asked = [(dimension, exclude) for dimension in FILTERED for exclude in (False, True)]
    values = {one: _values(args.getlist(one[0] + ".not" * one[1]), one[0]) for one in asked}
    return tuple(Filter(dimension, values[dimension, exclude], exclude) for dimension, exclude in asked
                 if values[dimension, exclude])


def _values(typed: Iterable[str], dimension: str) -> tuple[str, ...]:
    clean = (text.whole(value).replace("\x00", "")[:LONGEST] for value in typed)
    return _unique(value for value in clean if dimension != "kind" or value in {"click", "scan", "view"})[:MOST_VALUES]


def _ordered(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    return tuple(sorted(filters, key=lambda one: (FILTERED.index(one.dimension), one.exclude)))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
