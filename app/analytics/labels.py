"""Labels of dimensions, values, days and hours in the reader's language."""

from __future__ import annotations

from datetime import datetime

from babel import Locale, UnknownLocaleError, dates, numbers

from app.analytics.referrer_networks import NETWORKS
from app.kernel import i18n
from app.kernel.i18n import gettext
from app.kernel.refusal import N_
from app.links.site_icon import site_icon
from app.visits.reports.query import Interval
from app.visits.visit import Who

DIMENSIONS = {
    "kind": N_("Kind"),
    "referrer": N_("Referrer"),
    "network": N_("Referrer"),
    "utm_campaign": N_("Campaign"),
    "utm_source": N_("Source"),
    "utm_medium": N_("Medium"),
    "utm_term": N_("Term"),
    "utm_content": N_("Content"),
    "country": N_("Country"),
    "city": N_("City"),
    "device": N_("Device"),
    "browser": N_("Browser"),
    "system": N_("System"),
    "language": N_("Language"),
    "placement": N_("QR code"),
    "rule": N_("Rule"),
    "variant": N_("Variant"),
    "link": N_("Link"),
}
TABS = {
    "referrer": N_("Referrers"),
    "utm_campaign": N_("Campaigns"),
    "country": N_("Countries"),
    "city": N_("Cities"),
    "device": N_("Devices"),
    "browser": N_("Browsers"),
    "system": N_("Systems"),
    "language": N_("Languages"),
    "placement": N_("QR codes"),
    "rule": N_("Rules"),
    "variant": N_("Variants"),
    "link": N_("Links"),
}
KINDS = {"click": N_("Clicks"), "scan": N_("QR scans"), "view": N_("Views")}
DEVICES = {
    "phone": N_("Phone"),
    "mobile": N_("Phone"),
    "tablet": N_("Tablet"),
    "desktop": N_("Computer"),
    "computer": N_("Computer"),
    "tv": N_("Television"),
    "console": N_("Game console"),
    "watch": N_("Watch"),
    "other": N_("Other device"),
}
WHO_LABELS = {Who.HUMAN: N_("People"), Who.BOT: N_("Bots"), Who.PREVIEW: N_("Previews"), Who.CHECK: N_("Checks")}
ICONS = {
    "country": "world",
    "city": "map-pin",
    "browser": "browser",
    "system": "terminal-2",
    "language": "language",
    "link": "link",
    "placement": "qrcode",
}
DEVICE_ICONS = {"phone": "device-mobile", "mobile": "device-mobile", "tablet": "device-tablet"}
NONE_OF_THEM = {"placement": N_("No QR code"), "rule": N_("No rule"), "variant": N_("No split")}
OTHERS, DASH = "…", "\N{EN DASH}"
LONG_PATTERNS = {Interval.DAY: "EEE d MMM", Interval.WEEK: "d MMM", Interval.MONTH: "MMMM y"}
AXIS_PATTERNS = {Interval.DAY: "d MMM", Interval.WEEK: "d MMM", Interval.MONTH: "MMM"}


def value_label(dimension: str, raw: str) -> str:
    """Returns the label of a dimension's value. "" is the unknown value; `…` stands for all values that are not
    listed.
    """
    if raw == OTHERS:
        return gettext("Others")
    if not raw:
        return _unknown_label(dimension)
    if dimension == "country":
        return i18n.country_name(raw)
    if dimension == "language":
        return _language_name(raw)
    if dimension == "network":
        return gettext(NETWORKS[raw].name) if raw in NETWORKS else raw
    if dimension == "variant":
        return variant_label(raw)
    names = {"kind": KINDS, "device": DEVICES}.get(dimension, {})
    return gettext(names[raw]) if raw in names else raw


def variant_label(raw: str) -> str:
    """Returns the label of a variant: the id of its rule and a letter, A for the first place of the split."""
    rule, _, number = raw.rpartition(":")
    return f"{rule} {chr(ord('A') + int(number))}" if rule and number.isdigit() and int(number) < 26 else raw


def value_icon(dimension: str, raw: str) -> str:
    """Returns the name of a value's icon."""
    if dimension == "network" and raw in NETWORKS:
        return NETWORKS[raw].icon
    if dimension in {"referrer", "network"}:
        return (raw and site_icon(f"https://{raw}/").icon) or ("world" if raw else "arrow-right")
    if dimension == "device":
        return DEVICE_ICONS.get(raw, "device-desktop" if raw else "help")
    return ICONS.get(dimension, "tag")


def interval_label(when: datetime, by: Interval) -> str:
    """Returns the full label of a point of a series: `Wed 11 Nov`, `Wed 19:00`, `November 2026`, `Week of 9 Nov`."""
    if by is Interval.HOUR:
        return f"{_format(when, 'EEE')} {hour_range(when.hour)}"
    text = _format(when, LONG_PATTERNS[by])
    return gettext("Week of %(day)s") % {"day": text} if by is Interval.WEEK else text


def axis_label(when: datetime, by: Interval) -> str:
    """Returns the short label of a point for the chart's axis."""
    return format_clock(when.hour) if by is Interval.HOUR else _format(when, AXIS_PATTERNS[by])


def date_range(start: datetime, last: datetime) -> str:
    """Returns a range of days, such as 22 Oct to 20 Nov 2026, or a single day."""
    if start.date() == last.date():
        return _format(start, "d MMM y")
    return f"{_format(start, 'd MMM' if start.year == last.year else 'd MMM y')} {DASH} {_format(last, 'd MMM y')}"


def format_clock(hour: int, minute: int = 0) -> str:
    """Returns a time of day: `19.00` in Indonesian, `19:00` in English."""
    return f"{hour:02}{'.' if i18n.current_language() == 'id' else ':'}{minute:02}"


def hour_range(hour: int) -> str:
    """Returns the hour from `hour` to the next one, as a range."""
    return f"{format_clock(hour)}{DASH}{format_clock((hour + 1) % 24)}"


def weekday_name(number: int, width: str = "abbreviated") -> str:
    """Returns the name of a day of the week; 0 is Monday. `width` is a CLDR width such as wide."""
    return str(_locale().days["stand-alone"][width][number])


def visit_time(when: datetime, now: datetime) -> str:
    """Returns when a visit was; only the time when it was today. Both arguments are in the same time zone."""
    time = format_clock(when.hour, when.minute)
    return time if when.date() == now.date() else f"{_format(when, 'd MMM')}, {time}"


def format_percent(part: int, total: int) -> str:
    """Returns `part` as a percentage of `whole`, rounded; `<1%` for a smaller positive share."""
    share = part / total if total else 0
    if 0 < share < 0.01:
        return "<" + numbers.format_percent(0.01, locale=i18n.current_language())
    return numbers.format_percent(round(share, 2), locale=i18n.current_language())


def _unknown_label(dimension: str) -> str:
    if dimension in {"referrer", "network"}:
        return gettext("Direct or unknown")
    if dimension in NONE_OF_THEM:
        return gettext(NONE_OF_THEM[dimension])
    return gettext("Not set") if dimension.startswith("utm_") else gettext("Unknown")


def _language_name(tag: str) -> str:
    try:
        return str(Locale.parse(tag, sep="-").get_display_name(i18n.current_language()) or tag).capitalize()
    except (ValueError, UnknownLocaleError, TypeError):
        return tag


def _locale() -> Locale:
    return Locale.parse(i18n.current_language())


def _format(when: datetime, pattern: str) -> str:
    return str(dates.format_datetime(when.replace(tzinfo=None), pattern, locale=i18n.current_language()))
