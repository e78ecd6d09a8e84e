"""Languages: catalogues read from `.po` at start, the language of the moment, and numbers, dates and times in it."""

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from datetime import date as _date
from io import BytesIO
from typing import Final
from zoneinfo import ZoneInfo

from babel import dates, negotiate_locale, numbers, units
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from app.kernel import clock, time_parser
from app.kernel.resources import resource

LANGUAGES: Final = ("id", "en")
NAMES: Final = {"id": "Bahasa Indonesia", "en": "English"}
REGIONS: Final = {"id": "id_ID", "en": "en_US"}  # as the Open Graph protocol writes a locale
ZONES: Final = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
_language: contextvars.ContextVar[str] = contextvars.ContextVar("language", default="id")
_zone: contextvars.ContextVar[str] = contextvars.ContextVar("zone", default="Asia/Jakarta")


def _catalogue(language: str) -> Translations:
    with resource(f"locales/{language}/LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


_catalogues = {language: _catalogue(language) for language in LANGUAGES}


def use(language: str, zone: str = "Asia/Jakarta") -> None:
    """Sets the language and time zone of everything this task says from now on."""
    _language.set(language if language in LANGUAGES else "id")
    _zone.set(zone)


@contextmanager
def speaking(language: str, zone: str = "Asia/Jakarta") -> Iterator[None]:
    """As `use`, for the length of a block."""
    before = _language.get(), _zone.get()
    use(language, zone)
    try:
        yield
    finally:
        use(*before)


def language() -> str:
    return _language.get()


def zone() -> str:
    """The IANA name of the time zone of this moment's reader."""
    return _zone.get()


def gettext(message: str) -> str:
    return _catalogues[_language.get()].ugettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    return _catalogues[_language.get()].ungettext(one, many, number)


def negotiated(wanted: list[str]) -> str:
    """The best of our languages for an Accept-Language list; Indonesian when none fits (`in` is its old code)."""
    codes = [code.replace("-", "_").lower() for code in wanted]
    codes = ["id" if code.split("_")[0] == "in" else code for code in codes]
    return negotiate_locale(codes, LANGUAGES) or "id"


def number(value: int) -> str:
    """A whole number: `10.000` in Indonesian, `10,000` in English."""
    return numbers.format_decimal(value, locale=_language.get())


def date(when: datetime) -> str:
    """A day in the reader's zone: `20 Nov 2026`."""
    pattern = "d MMM y"
    return dates.format_datetime(when, pattern, tzinfo=ZoneInfo(_zone.get()), locale=_language.get())


def day(when: _date) -> str:
    """A day that is the same in every zone: `20 Nov 2026`."""
    return dates.format_date(when, "d MMM y", locale=_language.get())


def utc_date(when: datetime) -> str:
    """A day in UTC: `1 Desember`."""
    return dates.format_datetime(when, "d MMMM", tzinfo=UTC, locale=_language.get())


def moment(when: datetime) -> str:
    """A day and time in the reader's zone, with the zone's name: `20 Nov 2026, 19.00 WIB`."""
    time = "HH.mm" if _language.get() == "id" else "HH:mm"
    text = dates.format_datetime(when, f"d MMM y, {time}", tzinfo=ZoneInfo(_zone.get()), locale=_language.get())
    return f"{text} {zone_name()}"


def ago(when: datetime) -> str:
    """How long since: `3 minutes ago`."""
    return dates.format_timedelta(when - clock.now(), add_direction=True, locale=_language.get())


def span(seconds: int) -> str:
    """How long that is, never said too short: `40 seconds`, `3 minutes`, `2 hours`."""
    unit, size = ("second", 1) if seconds <= 90 else ("minute", 60) if seconds <= 90 * 60 else ("hour", 3600)
    return units.format_unit(-(-seconds // size), f"duration-{unit}", locale=_language.get())


def zone_name(zone: str | None = None) -> str:
    """What people call a zone: WIB, WITA, WIT, or its offset."""
    zone = zone or _zone.get()
    if zone in ZONES:
        return ZONES[zone]
    return dates.format_datetime(clock.now(), "OOOO", tzinfo=ZoneInfo(zone), locale="en").replace("GMT", "UTC")


def local_input(when: datetime | None) -> str:
    """A moment as an `<input type="datetime-local">` wants it, in the reader's zone; empty for None."""
    return when.astimezone(ZoneInfo(_zone.get())).strftime("%Y-%m-%dT%H:%M") if when else ""


def from_local(text: str) -> datetime:
    """The moment, in UTC, of a `datetime-local` value in the reader's zone; an offset that is given counts.

    Raises time_parser.NotATime and its kind.
    """
    return time_parser.parse(text, _zone.get())
