"""The kinds of conditions as the rules page shows them: their order, labels, icons and choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.kernel.refusal import N_
from app.links.rules.condition import SYSTEMS

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """A kind of condition: its label before the value, its noun, its icon, and where it has few values their labels.

    All texts are English, to be translated. `hint` helps with values that are typed, separated by commas.
    """

    label: str
    noun: str
    icon: str
    choices: Choices = ()
    hint: str = ""

    @property
    def typed(self) -> bool:
        """Whether its values are typed, separated by commas."""
        return bool(self.hint)


DEVICE_CHOICES: Choices = (("phone", N_("Phone")), ("tablet", N_("Tablet")), ("desktop", N_("Computer")))
DAY_CHOICES: Choices = (
    ("mon", N_("Mon")),
    ("tue", N_("Tue")),
    ("wed", N_("Wed")),
    ("thu", N_("Thu")),
    ("fri", N_("Fri")),
    ("sat", N_("Sat")),
    ("sun", N_("Sun")),
)
QUERY_TEST_CHOICES: Choices = (
    ("is", N_("is exactly")),
    ("present", N_("is there")),
    ("empty", N_("is there without a value")),
)
MATCH_CHOICES: Choices = (("first", N_("the language liked best")), ("any", N_("any language that is accepted")))
VISITOR_CHOICES: Choices = (("people", N_("People only, no bots")), ("scans", N_("Scans of a QR code only")))
KINDS: Mapping[str, ConditionKind] = {
    "device": ConditionKind(N_("Device is"), N_("Device"), "device-mobile", DEVICE_CHOICES),
    "system": ConditionKind(N_("System is"), N_("System"), "settings", tuple((system, system) for system in SYSTEMS)),
    "browser": ConditionKind(N_("Browser is"), N_("Browser"), "browser", hint=N_("Such as Chrome, Instagram")),
    "country": ConditionKind(N_("Country is"), N_("Country"), "flag", hint=N_("Such as Malaysia, SG")),
    "city": ConditionKind(N_("City is"), N_("City"), "map-pin", hint=N_("Such as Surabaya, Denpasar")),
    "language": ConditionKind(N_("Language is"), N_("Language"), "language", hint=N_("Such as id, en-GB")),
    "weekday": ConditionKind(N_("Weekday is"), N_("Weekday"), "calendar", DAY_CHOICES),
    "time": ConditionKind(N_("Time is between"), N_("Time"), "clock", DAY_CHOICES),
    "period": ConditionKind(N_("Date is between"), N_("Date"), "calendar-event"),
    "query": ConditionKind(N_("Parameter"), N_("Parameter"), "code"),
    "referrer": ConditionKind(N_("Comes from"), N_("Comes from"), "external-link", hint=N_("Such as instagram.com")),
    "visitor": ConditionKind(N_("Visitor is"), N_("Visitor"), "users", VISITOR_CHOICES),
}
FIRST_KIND = "device"
