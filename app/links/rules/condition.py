"""The conditions of a rule, as plain values. All conditions of a rule must hold for it to apply.

The JSON of a condition has its `kind` and the fields of its class; `as_json` writes it, `validation.py` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from app.kernel.clock import format_rfc3339

DEVICES = ("phone", "tablet", "desktop")
SYSTEMS = ("iOS", "Android", "Windows", "macOS", "Linux", "ChromeOS")
# The names that `parse_user_agent` gives to what most people use; a rule may name any other one, too
BROWSERS = (
    *("Chrome", "Safari", "Firefox", "Edge", "Samsung Internet", "Opera", "Opera Mini", "MIUI Browser", "UC Browser"),
    *("WebView", "Instagram", "Facebook", "Messenger", "WhatsApp", "TikTok", "LINE", "Telegram", "X", "LinkedIn"),
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LANGUAGE_MATCHES = ("first", "any")
QUERY_TESTS = ("is", "present", "empty")
VISITORS = ("people", "scans")
ONE_OF_KINDS = ("device", "system", "browser", "country", "city", "referrer")


@dataclass(frozen=True, slots=True)
class OneOf:
    """Holds for a visitor of whom the device, system, browser, country, city or referrer is one of `values`.

    `kind` is one of ONE_OF_KINDS. Countries are ISO 3166-1 codes; a city is compared in any case; a referrer is a host,
    which stands for its subdomains too, or the package name of an Android app.
    """

    kind: str
    values: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {"kind": self.kind, "values": list(self.values)}


@dataclass(frozen=True, slots=True)
class Language:
    """Holds for a visitor of whose languages one matches one of the ranges `values` (RFC 4647 §3.3.1).

    With `match` "first" only the languages that the visitor likes best count, with "any" all that are acceptable.
    """

    kind: ClassVar[str] = "language"
    values: tuple[str, ...]
    match: str = "first"

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {"kind": self.kind, "values": list(self.values), "match": self.match}


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """Holds for a request with the query parameter `name`: with exactly the value `value` if `test` is "is", with any
    value or none if it is "present", without a value if it is "empty".
    """

    kind: ClassVar[str] = "query"
    name: str
    test: str = "is"
    value: str = ""

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {"kind": self.kind, "name": self.name, "test": self.test, "value": self.value}


@dataclass(frozen=True, slots=True)
class Weekday:
    """Holds on some days of the week on the clocks of `zone`; `days` counts from 1 for Monday to 7."""

    kind: ClassVar[str] = "weekday"
    days: tuple[int, ...]
    zone: str

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {"kind": self.kind, "values": [DAYS[day - 1] for day in self.days], "zone": self.zone}


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Holds from the minute `start` of the day up to the minute `end` on the clocks of `zone`, also over midnight.

    With `days` it holds only in the windows that begin on one of these days of the week, 1 for Monday.
    """

    kind: ClassVar[str] = "time"
    start: int
    end: int
    zone: str
    days: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        json = {"kind": self.kind, "from": clock_text(self.start), "until": clock_text(self.end), "zone": self.zone}
        return json | ({"days": [DAYS[day - 1] for day in self.days]} if self.days else {})


@dataclass(frozen=True, slots=True)
class Period:
    """Holds from `start` on and before `end`, both in UTC; None for no such bound."""

    kind: ClassVar[str] = "period"
    start: datetime | None
    end: datetime | None

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {
            "kind": self.kind,
            "from": format_rfc3339(self.start) if self.start else None,
            "until": format_rfc3339(self.end) if self.end else None,
        }


@dataclass(frozen=True, slots=True)
class VisitorKind:
    """Holds for people only (not for bots and for fetchers of previews) if `value` is "people", for visits by a QR code
    only if it is "scans".
    """

    kind: ClassVar[str] = "visitor"
    value: str

    def as_json(self) -> dict[str, Any]:
        """Returns the condition as JSON."""
        return {"kind": self.kind, "value": self.value}


Condition = OneOf | Language | QueryParameter | Weekday | TimeOfDay | Period | VisitorKind
KINDS = (*ONE_OF_KINDS, "language", "query", "weekday", "time", "period", "visitor")


def clock_text(minutes: int) -> str:
    """Returns a minute of the day as on a clock: 1020 is 17:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
