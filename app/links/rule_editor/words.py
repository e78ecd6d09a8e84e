"""Rules and their conditions in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from app.kernel import i18n
from app.kernel.i18n import country_name, current_language
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.links.rule_editor.condition_kinds import DEVICE_CHOICES, KINDS
from app.links.rules.choice import ConditionCheck
from app.links.rules.condition import (
    Condition,
    Language,
    OneOf,
    Period,
    QueryParameter,
    TimeOfDay,
    VisitorKind,
    Weekday,
)
from app.links.rules.rule import Rule

SHOWN_URL = 60  # characters
DEVICES = dict(DEVICE_CHOICES)
DAY_NAMES = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
UNKNOWN = {
    "device": N_("the device is not known"),
    "system": N_("the system is not known"),
    "browser": N_("the browser is not known"),
    "country": N_("the country is not known"),
    "city": N_("the city is not known"),
    "referrer": N_("nobody says where the visitor comes from"),
}
OTHER = {
    "device": N_("the device is %(seen)s, not %(wanted)s"),
    "system": N_("the system is %(seen)s, not %(wanted)s"),
    "browser": N_("the browser is %(seen)s, not %(wanted)s"),
    "country": N_("the country is %(seen)s, not %(wanted)s"),
    "city": N_("the city is %(seen)s, not %(wanted)s"),
    "referrer": N_("the visitor comes from %(seen)s, not from %(wanted)s"),
}


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition as it is shown: an icon and a few words."""

    icon: str
    text: str


def conditions_in_words(rule: Rule) -> list[ConditionWords]:
    """The conditions of a rule."""
    return [ConditionWords(KINDS[condition.kind].icon, _label(condition)) for condition in rule.when]


def _label(condition: Condition) -> str:
    """A condition as a label: devices begin with a capital there."""
    if isinstance(condition, OneOf) and condition.kind == "device":
        return _listed(_(DEVICES.get(value, value)) for value in condition.values)
    return condition_text(condition)


def condition_text(condition: Condition) -> str:
    """A condition in a few words."""
    match condition:
        case OneOf(kind=kind, values=values):
            return _listed(value_text(kind, value) for value in values)
        case Language(values=values, match=match):
            names = _listed(map(language_name, values))
            return names if match == "first" else _("understands %(languages)s") % {"languages": names}
        case QueryParameter():
            return query_text(condition)
        case Weekday(days=days, zone=zone):
            return f"{_days(days)} ({i18n.zone_name(zone)})"
        case TimeOfDay():
            return _window(condition)
        case Period(start=start, end=end):
            return _period(start, end)
        case VisitorKind(value=value):
            return _("people only") if value == "people" else _("QR scans only")


def rules_text(rules: Iterable[Rule]) -> str:
    """Rules in one line: their numbers, names or conditions, and where they lead."""
    return "; ".join(f"{number}. {rule_text(rule)}" for number, rule in enumerate(rules, start=1))


def rule_text(rule: Rule) -> str:
    """A rule in a few words: its name or its conditions, and the hosts that it leads to."""
    conditions = " + ".join(_label(condition) for condition in rule.when) or _("Fits everyone")
    shares = len(rule.to) > 1
    to = " / ".join(f"{host_of(place.url)} {place.weight}%" if shares else short_url(place.url) for place in rule.to)
    text = f"{rule.name or conditions} \N{RIGHTWARDS ARROW} {to}"
    return text if rule.on else _("%(rule)s (off)") % {"rule": text}


def unmet_condition_text(check: ConditionCheck) -> str:
    """Why a condition did not hold, as the end of a sentence."""
    condition, seen, wanted = check.condition, check.seen, _alternatives(check.condition)
    match condition:
        case OneOf(kind=kind):
            if not seen:
                return _(UNKNOWN[kind])
            return _(OTHER[kind]) % {"seen": value_text(kind, str(seen)), "wanted": wanted}
        case Language():
            tags = seen if isinstance(seen, tuple) else ()
            languages = _listed(language_name(str(tag)) for tag in tags)
            if not languages:
                return _("no language is known")
            return _("the language is %(seen)s, not %(wanted)s") % {"seen": languages, "wanted": wanted}
        case QueryParameter():
            return _("the address does not have %(wanted)s") % {"wanted": wanted}
        case VisitorKind(value=value):
            return _("it is a bot or a preview") if value == "people" else _("it is no scan of a QR code")
        case _:
            return _("%(seen)s is not in %(wanted)s") % {"seen": _moment(condition, seen), "wanted": wanted}


def _alternatives(condition: Condition) -> str:
    """A condition in a few words, with "or" between the values that would have met it."""
    names: list[str] = []
    match condition:
        case OneOf(kind=kind, values=values):
            names = [value_text(kind, value) for value in values]
        case Language(values=values, match="first"):
            names = [language_name(value) for value in values]
    return format_list(names, style="or", locale=current_language()) if names else condition_text(condition)


def _moment(condition: Condition, seen: object) -> str:
    """The weekday or the time that a condition on time saw."""
    if isinstance(seen, datetime):
        return i18n.format_datetime(seen)
    if isinstance(seen, tuple) and len(seen) == 2:
        day, minute = int(seen[0]), int(seen[1])
        return f"{_(DAY_NAMES[day - 1])} {_clock(minute)}"
    return _(DAY_NAMES[int(str(seen)) - 1])


def value_text(kind: str, value: str) -> str:
    """A value of a condition of OneOf in words."""
    if kind == "device":
        return _(DEVICES.get(value, value)).lower() if value in DEVICES else value
    return country_name(value) if kind == "country" else value


def language_name(tag: str) -> str:
    """The name of a language, such as "Indonesian"; the tag itself where it has none."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return tag
    return str(locale.get_display_name(current_language()) or tag)


def query_text(condition: QueryParameter) -> str:
    """A condition on a parameter, as it looks in an address."""
    if condition.test == "is":
        return f"?{condition.name}={condition.value}"
    words = {"present": _("?%(name)s"), "empty": _("?%(name)s without a value")}
    return words[condition.test] % {"name": condition.name}


def _window(condition: TimeOfDay) -> str:
    window = f"{_clock(condition.start)}\N{EN DASH}{_clock(condition.end)} {i18n.zone_name(condition.zone)}"
    return f"{_days(condition.days)}, {window}" if condition.days else window


def _clock(minute: int) -> str:
    separator = "." if current_language() == "id" else ":"
    return f"{minute // 60:02}{separator}{minute % 60:02}"


def _period(start: datetime | None, end: datetime | None) -> str:
    if start and end:
        return f"{i18n.format_datetime(start)} \N{EN DASH} {i18n.format_datetime(end)}"
    if start:
        return _("from %(time)s") % {"time": i18n.format_datetime(start)}
    return _("until %(time)s") % {"time": i18n.format_datetime(end)} if end else ""


def _days(days: Sequence[int]) -> str:
    return _listed(_(DAY_NAMES[day - 1]) for day in days)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def short_url(url: str) -> str:
    """An address as lists show it: without its scheme, and not longer than SHOWN_URL characters."""
    shown = url.split("://", 1)[-1].removesuffix("/")
    return shown if len(shown) <= SHOWN_URL else shown[: SHOWN_URL - 1] + "…"


def host_of(url: str) -> str:
    """The host of an address; of an app's address its scheme."""
    parts = urlsplit(url)
    return parts.netloc or f"{parts.scheme}:"
