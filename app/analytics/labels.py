"""How what was counted is called: dimensions, their values, days and hours, in the reader's language."""

from __future__ import annotations

from datetime import datetime

from babel import Locale, UnknownLocaleError, dates, numbers

from app.analytics.referrer_networks import NETWORKS
from app.kernel import i18n
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.links.site_icon import tile
from app.visits.report_query import Interval
from app.visits.visit import Who

DIMENSIONS = {
    "kind": N_("Kind"), "referrer": N_("Referrer"), "network": N_("Referrer"), "utm_campaign": N_("Campaign"),
    "utm_source": N_("Source"),
    "utm_medium": N_("Medium"), "utm_term": N_("Term"), "utm_content": N_("Content"), "country": N_("Country"),
    "city": N_("City"), "device": N_("Device"), "browser": N_("Browser"), "system": N_("System"),
    "language": N_("Language"), "placement": N_("QR code"), "link": N_("Link"),
}
TABS = {
    "referrer": N_("Referrers"), "utm_campaign": N_("Campaigns"), "country": N_("Countries"), "city": N_("Cities"),
    "device": N_("Devices"), "browser": N_("Browsers"), "system": N_("Systems"), "language": N_("Languages"),
    "placement": N_("QR codes"), "link": N_("Links"),
}
KINDS = {"click": N_("Clicks"), "scan": N_("QR scans"), "view": N_("Views")}
DEVICES = {
    "phone": N_("Phone"), "mobile": N_("Phone"), "tablet": N_("Tablet"), "desktop": N_("Computer"),
    "computer": N_("Computer"), "tv": N_("Television"), "console": N_("Game console"), "watch": N_("Watch"),
    "other": N_("Other device"),
}
WHOS = {Who.HUMAN: N_("People"), Who.BOT: N_("Bots"), Who.PREVIEW: N_("Previews"), Who.CHECK: N_("Checks")}
ICONS = {
    "country": "world", "city": "map-pin", "browser": "browser", "system": "terminal-2", "language": "language",
    "link": "link", "placement": "qrcode",
}
DEVICE_ICONS = {"phone": "device-mobile", "mobile": "device-mobile", "tablet": "device-tablet"}
OTHERS, TO = "…", "\N{EN DASH}"
PATTERNS = {Interval.DAY: "EEE d MMM", Interval.WEEK: "d MMM", Interval.MONTH: "MMMM y"}
SHORT = {Interval.DAY: "d MMM", Interval.WEEK: "d MMM", Interval.MONTH: "MMM"}


def value(dimension: str, raw: str) -> str:
    """A value of a dimension as people read it; "" is unknown, `…` all that are not listed."""
    if raw == OTHERS:
        return gettext("Others")
    if not raw:
        return _absent(dimension)
    if dimension == "country":
        return str(_locale().territories.get(raw.upper(), raw))
    if dimension == "language":
        return _language(raw)
    if dimension == "network":
        return gettext(NETWORKS[raw].name) if raw in NETWORKS else raw
    named = {"kind": KINDS, "device": DEVICES}.get(dimension, {})
    return gettext(named[raw]) if raw in named else raw


def icon(dimension: str, raw: str) -> str:
    """The name of the icon before a value; "" for none."""
    if dimension == "network" and raw in NETWORKS:
        return NETWORKS[raw].icon
    if dimension in {"referrer", "network"}:
        return (raw and tile(f"https://{raw}/").icon) or ("world" if raw else "arrow-right")
    if dimension == "device":
        return DEVICE_ICONS.get(raw, "device-desktop" if raw else "help")
    return ICONS.get(dimension, "tag")


def interval(when: datetime, by: Interval) -> str:
    """A point of a series, in full: `Wed 11 Nov`, `Wed 19:00`, `November 2026`, `Week of 9 Nov`."""
    if by is Interval.HOUR:
        return f"{_written(when, 'EEE')} {hours(when.hour)}"
    text = _written(when, PATTERNS[by])
    return gettext("Week of %(day)s") % {"day": text} if by is Interval.WEEK else text


def mark(when: datetime, by: Interval) -> str:
    """The same in as few letters as an axis has room for."""
    return clock(when.hour) if by is Interval.HOUR else _written(when, SHORT[by])


def span(start: datetime, last: datetime) -> str:
    """A stretch of days: `22 Oct to 20 Nov 2026`, or one day."""
    if start.date() == last.date():
        return _written(start, "d MMM y")
    return f"{_written(start, 'd MMM' if start.year == last.year else 'd MMM y')} {TO} {_written(last, 'd MMM y')}"


def clock(hour: int, minute: int = 0) -> str:
    """A time of day: `19.00` in Indonesian, `19:00` in English."""
    return f"{hour:02}{'.' if i18n.language() == 'id' else ':'}{minute:02}"


def hours(hour: int) -> str:
    return f"{clock(hour)}{TO}{clock((hour + 1) % 24)}"


def weekday(number: int, width: str = "abbreviated") -> str:
    """A day of the week, 0 is Monday."""
    return str(_locale().days["stand-alone"][width][number])


def moment(when: datetime, now: datetime) -> str:
    """When a visit was, both in one zone: the time alone for today."""
    time = clock(when.hour, when.minute)
    return time if when.date() == now.date() else f"{_written(when, 'd MMM')}, {time}"


def percent(part: int, whole: int) -> str:
    share = part / whole if whole else 0
    if 0 < share < 0.01:
        return "<" + numbers.format_percent(0.01, locale=i18n.language())
    return numbers.format_percent(round(share, 2), locale=i18n.language())


def _absent(dimension: str) -> str:
    if dimension in {"referrer", "network"}:
        return gettext("Direct or unknown")
    if dimension == "placement":
        return gettext("No QR code")
    return gettext("Not set") if dimension.startswith("utm_") else gettext("Unknown")


def _language(tag: str) -> str:
    try:
        return str(Locale.parse(tag, sep="-").get_display_name(i18n.language()) or tag).capitalize()
    except (ValueError, UnknownLocaleError, TypeError):
        return tag


def _locale() -> Locale:
    return Locale.parse(i18n.language())


def _written(when: datetime, pattern: str) -> str:
    return str(dates.format_datetime(when.replace(tzinfo=None), pattern, locale=i18n.language()))
