"""Languages: the catalogues, read from `.po` files at start, and the current language and time zone.

Also formats numbers, dates and times in the current language and time zone.
"""

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from datetime import date as _date
from functools import lru_cache
from gettext import c2py
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel import Locale, dates, negotiate_locale, numbers, units
from babel.messages.pofile import read_po
from babel.support import Translations

from app.kernel import clock, time_parser
from app.kernel.package_files import resource

LANGUAGES: Final = ("id", "en")
LANGUAGE_NAMES: Final = {"id": "Bahasa Indonesia", "en": "English"}
REGIONS: Final = {"id": "id_ID", "en": "en_US"}  # as the Open Graph protocol writes a locale
ZONE_NAMES: Final = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
_language: contextvars.ContextVar[str] = contextvars.ContextVar("language", default="id")
_zone: contextvars.ContextVar[str] = contextvars.ContextVar("zone", default="Asia/Jakarta")


class _PoTranslations(Translations):
    """Translations read from a `.po` file. Going by way of a `.mo` file takes three times as long at each start."""

    def _parse(self, fp: Any) -> None:
        """Fills the catalogue from an open `.po` file, as gettext does from a `.mo` file; what is fuzzy is left out."""
        catalogue = read_po(fp)
        self.plural = c2py(catalogue.plural_expr)  # type: ignore[assignment]
        self._catalog = {}
        for message in catalogue:
            if not message.string or message.fuzzy:
                continue
            if message.string == message.id:
                continue  # gettext returns what it does not know: nearly all of the English catalogue
            if isinstance(message.string, str):
                self._catalog[str(message.id)] = message.string
                continue
            for form, text in enumerate(message.string):
                self._catalog[message.id[0], form] = text or message.id[min(form, 1)]


def _load_catalogue(language: str) -> Translations:
    """Reads the `.po` file of a language."""
    with resource(f"locales/{language}/LC_MESSAGES/messages.po").open("rb") as file:
        return _PoTranslations(file)


_catalogues = {language: _load_catalogue(language) for language in LANGUAGES}


def set_language(language: str, zone: str = "Asia/Jakarta") -> None:
    """Sets the language and time zone of the current task. An unknown language becomes Indonesian."""
    _language.set(language if language in LANGUAGES else "id")
    _zone.set(zone)


@contextmanager
def language_context(language: str, zone: str = "Asia/Jakarta") -> Iterator[None]:
    """Sets the language and time zone while the block runs; afterwards the previous ones are restored."""
    previous = _language.get(), _zone.get()
    set_language(language, zone)
    try:
        yield
    finally:
        set_language(*previous)


def current_language() -> str:
    """Returns the current language, `id` or `en`."""
    return _language.get()


def current_time_zone() -> str:
    """Returns the IANA name of the current time zone."""
    return _zone.get()


def gettext(message: str) -> str:
    """Translates a message into the current language."""
    return _catalogues[_language.get()].ugettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translates a message in the plural form that the current language has for `number`."""
    return _catalogues[_language.get()].ungettext(singular, plural, number)


def negotiate_language(accepted: list[str]) -> str:
    """Returns the best supported language for the codes of an Accept-Language header, most preferred first.

    Returns Indonesian if none fits. `in` is the old ISO 639 code of Indonesian.
    """
    codes = [code.replace("-", "_").lower() for code in accepted]
    codes = ["id" if code.split("_")[0] == "in" else code for code in codes]
    return negotiate_locale(codes, LANGUAGES) or "id"


def format_number(value: float) -> str:
    """Formats a number: `10.000` and `1,9` in Indonesian, `10,000` and `1.9` in English."""
    return _format_number(value, _language.get())


@lru_cache(4_096, typed=True)
def _format_number(value: float, language: str) -> str:
    """Formats a number in a language; a page shows the same small numbers again and again."""
    return numbers.format_decimal(value, locale=language)


def format_compact(value: int) -> str:
    """Formats a number in few digits: `11.8M` and `18.2K` in English, `11,8 jt` and `18,2 rb` in Indonesian."""
    return numbers.format_compact_decimal(value, locale=_language.get(), fraction_digits=1 if value >= 1_000 else 0)


def format_date(when: datetime) -> str:
    """Formats a time as a date in the current time zone: `20 Nov 2026`."""
    pattern = "d MMM y"
    return dates.format_datetime(when, pattern, tzinfo=ZoneInfo(_zone.get()), locale=_language.get())


def format_day(when: _date) -> str:
    """Formats a calendar date, which has no time zone: `20 Nov 2026`."""
    return dates.format_date(when, "d MMM y", locale=_language.get())


def format_day_of_year(day: _date) -> str:
    """Formats a calendar date without its year: `20 Nov`."""
    return dates.format_date(day, "d MMM", locale=_language.get())


def format_month(day: _date) -> str:
    """Formats the month of a calendar date: `November 2026`."""
    return dates.format_date(day, "MMMM y", locale=_language.get())


def format_weekday(day: _date, *, short: bool = False) -> str:
    """Formats the weekday of a calendar date: `Monday`, or `Mon`."""
    return dates.format_date(day, "EEE" if short else "EEEE", locale=_language.get())


def format_short_month(day: _date) -> str:
    """Formats the month of a calendar date without the year: `Dec`."""
    return dates.format_date(day, "MMM", locale=_language.get())


def format_days(first: _date, last: _date) -> str:
    """Formats a span of calendar dates and says each month and year once: 23 to 29 Nov 2026, with an en dash."""
    locale = "en_001" if _language.get() == "en" else _language.get()  # plain "en" writes the month before the day
    return dates.format_interval(first, last, "yMMMd", locale=locale)


def format_utc_date(when: datetime) -> str:
    """Formats a time as day and month in UTC: `1 Desember`."""
    return dates.format_datetime(when, "d MMMM", tzinfo=UTC, locale=_language.get())


def format_datetime(when: datetime, *, seconds: bool = False) -> str:
    """Formats a time with date and the name of the current time zone: `20 Nov 2026, 19.00 WIB`."""
    clock_time = "HH:mm:ss" if seconds else "HH:mm"
    clock_time = clock_time.replace(":", ".") if _language.get() == "id" else clock_time
    text = dates.format_datetime(when, f"d MMM y, {clock_time}", tzinfo=ZoneInfo(_zone.get()), locale=_language.get())
    return f"{text} {zone_name()}"


def format_time(when: datetime) -> str:
    """Formats a time of day in the current time zone: `19.00` in Indonesian, `19:00` in English."""
    return when.astimezone(ZoneInfo(_zone.get())).strftime("%H.%M" if _language.get() == "id" else "%H:%M")


def format_minute_of_day(minute: int) -> str:
    """Formats a time of day that belongs to no date: `09.30` in Indonesian, `09:30` in English."""
    return f"{minute // 60:02}{'.' if _language.get() == 'id' else ':'}{minute % 60:02}"


def local_day(when: datetime) -> _date:
    """Returns the calendar date of a time in the current time zone."""
    return when.astimezone(ZoneInfo(_zone.get())).date()


def start_of_day(day: _date) -> datetime:
    """Returns when a calendar date begins in the current time zone, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(_zone.get())).astimezone(UTC)


def format_time_ago(when: datetime) -> str:
    """Formats the time that has passed since then: `3 minutes ago`."""
    return dates.format_timedelta(when - clock.now(), add_direction=True, locale=_language.get())


def format_duration(seconds: int) -> str:
    """Formats a duration, rounded up to its unit: `40 seconds`, `3 minutes`, `2 hours`."""
    unit, size = ("second", 1) if seconds <= 90 else ("minute", 60) if seconds <= 90 * 60 else ("hour", 3600)
    return units.format_unit(-(-seconds // size), f"duration-{unit}", locale=_language.get())


def zone_name(zone: str | None = None) -> str:
    """Returns the short name of a time zone (default: the current one): WIB, WITA, WIT, or its UTC offset."""
    zone = zone or _zone.get()
    if zone in ZONE_NAMES:
        return ZONE_NAMES[zone]
    return dates.format_datetime(clock.now(), "OOOO", tzinfo=ZoneInfo(zone), locale="en").replace("GMT", "UTC")


def format_datetime_input(when: datetime | None) -> str:
    """Formats a time as the value of `<input type="datetime-local">` in the current time zone; "" for None."""
    return when.astimezone(ZoneInfo(_zone.get())).strftime("%Y-%m-%dT%H:%M") if when else ""


def parse_datetime_input(text: str) -> datetime:
    """Parses the value of a `datetime-local` input in the current time zone; returns the time in UTC.

    A UTC offset in the value takes precedence over the time zone. Raises: InvalidTime and its subclasses.
    """
    return time_parser.parse_time(text, _zone.get())


def country_name(code: str) -> str:
    """Returns the name of a country in the reader's language; an unknown code itself."""
    return str(Locale.parse(current_language()).territories.get(code.upper(), code))
