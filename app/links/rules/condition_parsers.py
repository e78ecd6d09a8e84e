"""Reads each kind of condition from the fields of its JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cache, partial

from babel import Locale

from app.kernel import clock, text, time_parser
from app.kernel.destination import ascii_host
from app.kernel.refusal import N_, Faults, InvalidRequest, MissingField
from app.links.rules.condition import (
    BROWSERS,
    DAYS,
    DEVICES,
    LANGUAGE_MATCHES,
    QUERY_TESTS,
    SYSTEMS,
    VISITORS,
    Condition,
    Language,
    OneOf,
    Period,
    QueryParameter,
    TimeOfDay,
    VisitorKind,
    Weekday,
)
from app.links.rules.condition_fields import Fields

MAX_BROWSER, MAX_CITY, MAX_PARAMETER = 40, 100, 200
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # of CLDR's territories with two letters
LANGUAGE_RANGE = re.compile(r"\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")  # RFC 4647 §2.1
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
PACKAGE = re.compile(r"[a-z]\w*(?:\.[a-z]\w*)+", re.ASCII)


class UnknownCountry(InvalidRequest):
    """Raised for what is no country code."""

    says = N_("That is not a country code of two letters, such as ID.")


class InvalidLanguage(InvalidRequest):
    """Raised for what is no language range."""

    says = N_("That is not a language, such as id or en-GB.")


class InvalidReferrer(InvalidRequest):
    """Raised for what is no host name."""

    says = N_("That is not the host of a website, such as instagram.com.")


class InvalidClockTime(InvalidRequest):
    """Raised for what is no time of day."""

    says = N_("That is not a time of day, such as 17:00.")


class EmptyWindow(InvalidRequest):
    """Raised for a time window that begins when it ends."""

    says = N_("The time window begins and ends at the same time.")


class EmptyPeriod(InvalidRequest):
    """Raised for a period that ends before it begins."""

    says = N_("The end must come after the beginning.")


class UnboundedPeriod(InvalidRequest):
    """Raised for a period without beginning and end."""

    says = N_("Give a beginning, an end, or both.")


class InvalidPeriodTime(InvalidRequest):
    """Raised for what is no time with an offset."""

    says = time_parser.OffsetMissing.says


def _browser(raw: str, path: str) -> str:
    name = _filled(text.clean_line(raw, MAX_BROWSER, path), path)
    return next((known for known in BROWSERS if known.lower() == name.lower()), name)


def _country(raw: str, path: str) -> str:
    code = raw.strip().upper()
    if code not in countries():
        raise UnknownCountry(field=path)
    return code


def _city(raw: str, path: str) -> str:
    return _filled(text.clean_line(raw, MAX_CITY, path), path)


def _language(raw: str, path: str) -> str:
    if not LANGUAGE_RANGE.fullmatch(raw.strip()) or len(raw) > 50:
        raise InvalidLanguage(field=path)
    return raw.strip()


def _referrer(raw: str, path: str) -> str:
    """A whole address may be pasted, too: its host is taken."""
    rest = re.sub(r"^(?:https?|android-app)://", "", text.trim(raw[:300]), flags=re.IGNORECASE)
    host = re.split(r"[/?#:]", rest, maxsplit=1)[0].lower().removesuffix(".").removeprefix("www.")
    with suppress(ValueError):
        return ascii_host(host)
    if len(host) <= 253 and PACKAGE.fullmatch(host):
        return host
    raise InvalidReferrer(field=path)


def _filled(value: str, path: str) -> str:
    if not value:
        raise MissingField(field=path, name="value")
    return value


def _one_of(kind: str, clean: Callable[[str, str], str], fields: Fields) -> Condition:
    return OneOf(kind, fields.values("values", clean))


def _some(kind: str, choices: tuple[str, ...], fields: Fields) -> Condition:
    return OneOf(kind, fields.choices("values", choices))


def _languages(fields: Fields) -> Condition:
    faults, values, match = Faults.gather(), tuple[str, ...](), ""
    with faults.catching():
        values = fields.values("values", _language)
    with faults.catching():
        match = fields.choice("match", LANGUAGE_MATCHES, "first")
    faults.raise_if_any()
    return Language(values, match)


def _query(fields: Fields) -> Condition:
    faults, name, test, value = Faults.gather(), "", "is", ""
    with faults.catching():
        name = text.clean_line(fields.text("name").removeprefix("?"), MAX_PARAMETER, fields.path("name"))
        if not name:
            raise MissingField(field=fields.path("name"), name="name")
    with faults.catching():
        test = fields.choice("test", QUERY_TESTS, "is")
    with faults.catching():
        value = text.clean_line(fields.text("value"), MAX_PARAMETER, fields.path("value"))
        if test == "is" and not value:
            raise MissingField(field=fields.path("value"), name="value")
    faults.raise_if_any()
    return QueryParameter(name, test, value if test == "is" else "")


def _weekday(fields: Fields) -> Condition:
    faults, days, zone = Faults.gather(), tuple[int, ...](), ""
    with faults.catching():
        days = _days(fields, "values")
    with faults.catching():
        zone = fields.zone()
    faults.raise_if_any()
    return Weekday(days, zone)


def _time(fields: Fields) -> Condition:
    faults, start, end, zone, days = Faults.gather(), 0, 0, "", tuple[int, ...]()
    with faults.catching():
        start = _minute(fields, "from")
    with faults.catching():
        end = _minute(fields, "until")
    with faults.catching():
        zone = fields.zone()
    with faults.catching():
        days = _days(fields, "days") if fields.raw.get("days") else ()
    faults.raise_if_any()
    if start == end:
        raise EmptyWindow(field=fields.path("until"))
    return TimeOfDay(start, end, zone, days)


def _days(fields: Fields, name: str) -> tuple[int, ...]:
    return tuple(DAYS.index(day) + 1 for day in fields.choices(name, DAYS))


def _minute(fields: Fields, name: str) -> int:
    """The minute of the day; 24:00 is the midnight that ends a day."""
    raw = fields.text(name).strip()
    match = CLOCK.fullmatch("00:00" if raw == "24:00" else raw)
    if match is None:
        raise InvalidClockTime(field=fields.path(name))
    return int(match[1]) * 60 + int(match[2])


def _period(fields: Fields) -> Condition:
    faults, start, end = Faults.gather(), None, None
    with faults.catching():
        start = _moment(fields, "from")
    with faults.catching():
        end = _moment(fields, "until")
    faults.raise_if_any()
    if start is None and end is None:
        raise UnboundedPeriod(field=fields.path("from"))
    if start is not None and end is not None and end <= start:
        raise EmptyPeriod(field=fields.path("until"))
    return Period(start, end)


def _moment(fields: Fields, name: str) -> datetime | None:
    raw = fields.text(name)
    try:
        moment = time_parser.parse_time(raw).replace(microsecond=0) if raw else None
        if moment is not None and abs(moment - clock.now()) > time_parser.MAX_DISTANCE:
            raise time_parser.YearTooFar
        return moment
    except time_parser.InvalidTime as problem:
        raise problem.refusal(InvalidPeriodTime, fields.path(name)) from None


def _visitor(fields: Fields) -> Condition:
    return VisitorKind(fields.choice("value", VISITORS))


PARSERS: dict[str, Callable[[Fields], Condition]] = {
    "device": partial(_some, "device", DEVICES),
    "system": partial(_some, "system", SYSTEMS),
    "browser": partial(_one_of, "browser", _browser),
    "country": partial(_one_of, "country", _country),
    "city": partial(_one_of, "city", _city),
    "language": _languages,
    "query": _query,
    "referrer": partial(_one_of, "referrer", _referrer),
    "weekday": _weekday,
    "time": _time,
    "period": _period,
    "visitor": _visitor,
}


@cache
def countries() -> frozenset[str]:
    """Returns the country codes (ISO 3166-1 alpha-2) that a condition may name."""
    codes = {code for code in map(str, Locale.parse("en").territories) if len(code) == 2 and code.isalpha()}
    return frozenset(codes - NO_COUNTRIES)
