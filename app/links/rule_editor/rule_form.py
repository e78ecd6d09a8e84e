"""The form of one rule: its inputs, the steps that need no saving, and the rule that it describes.

Its inputs are `name`, `conditions` and `places` (how many there are), `then` ("one" or "split"), those of conditions
(condition_input.py), and `p<n>-url` and `p<n>-share` of the n-th place. The button `do` adds or takes away a condition
or a place, or shows the inputs of another kind of condition.
"""

from __future__ import annotations

import re
from typing import Any, Self

from app.kernel import text
from app.kernel.destination import add_scheme
from app.kernel.i18n import current_time_zone
from app.kernel.refusal import Faults, Refusal
from app.links.rule_editor.condition_input import condition_json, input_values, inputs_of, kind_of
from app.links.rule_editor.condition_kinds import FIRST_KIND, KINDS
from app.links.rules.rule import MAX_CONDITIONS, MAX_DESTINATIONS, Rule, new_rule_id
from app.links.rules.validation import InvalidShare, parse_rules
from app.web.forms import Form

STEP = re.compile(r"(add|drop)-(condition|place)(?:-(\d{1,2}))?|show-(\d{1,2})", re.ASCII)
CONDITION_PATH = re.compile(r"rules\.0\.when\.(\d+)\.(\w+)")
PLACE_PATH = re.compile(r"rules\.0\.to\.(\d+)\.(url|weight)")
LETTERS = "ABCDEFGHIJ"


class RuleForm(Form):
    """The form that makes or changes a rule; see the module."""

    focus: str = ""  # the id of the control that a step wants the focus on

    @classmethod
    async def submitted(cls) -> Self:
        """The form of the current request."""
        return cls((await Form.submitted()).values)

    @classmethod
    def blank(cls, version: int) -> Self:
        """The form of a new rule, with one condition to fill in."""
        values = {"conditions": "1", "places": "2", "then": "one", "c0-kind": FIRST_KIND}
        return cls(values | {"version": str(version)})

    @classmethod
    def of(cls, rule: Rule, version: int) -> Self:
        """The form filled with a rule."""
        json = rule.as_json()
        values = {"name": rule.name, "conditions": str(len(rule.when)), "then": "one" if len(rule.to) == 1 else "split"}
        for at, condition in enumerate(json["when"]):
            values |= input_values(condition, at)
        for at, place in enumerate(rule.to):
            values |= {f"p{at}-url": place.url, f"p{at}-share": str(place.weight) if len(rule.to) > 1 else ""}
        return cls(values | {"places": str(max(len(rule.to), 2)), "version": str(version)})

    @property
    def condition_count(self) -> int:
        """How many conditions the form has."""
        return self._count("conditions", MAX_CONDITIONS)

    @property
    def place_count(self) -> int:
        """How many places the form has, two at least."""
        return max(2, self._count("places", MAX_DESTINATIONS))

    @property
    def splits(self) -> bool:
        """Whether visitors are split between the places."""
        return self["then"] == "split"

    @property
    def bars(self) -> list[tuple[int, int]]:
        """The beginning and the length of each place's share in percent, as far as all shares can be read."""
        try:
            shares = [place["weight"] for place in self._places()] if self.splits else []
        except Refusal:
            return []
        return [(sum(shares[:at]), share) for at, share in enumerate(shares)] if sum(shares) == 100 else []

    def _count(self, name: str, most: int) -> int:
        value = self[name]
        return min(most, int(value)) if value.isascii() and value.isdigit() and len(value) < 4 else 0

    def kind(self, at: int) -> str:
        """The kind of the condition at an index."""
        return kind_of(self.values, at)

    def other_inputs(self, at: int) -> list[tuple[str, str]]:
        """What was typed for other kinds of the condition at an index: it is there again when that kind is chosen."""
        shown = inputs_of(self.kind(at))
        names = dict.fromkeys(f"c{at}-{name}" for kind in KINDS for name in inputs_of(kind) if name not in shown)
        return [(name, self[name]) for name in names if name in self.values]

    def zone(self, at: int) -> str:
        """The time zone of the condition at an index; the account's where none is chosen yet."""
        return self[f"c{at}-zone"] or current_time_zone()

    def take_step(self) -> bool:
        """Does what the button `do` says, with everything typed kept; whether there was such a button."""
        step = STEP.fullmatch(self.values.pop("do", ""))
        if step is None:
            return False
        if step[4]:
            self.focus = f"c{step[4]}-first"
        elif step[2] == "condition":
            self._step_conditions(step[1], int(step[3] or 0))
        else:
            self._step_places(step[1], int(step[3] or 0))
        return True

    def _step_conditions(self, step: str, at: int) -> None:
        count = self.condition_count
        if step == "add" and count < MAX_CONDITIONS:
            self.values |= {"conditions": str(count + 1), f"c{count}-kind": FIRST_KIND}
            self.focus = f"c{count}-kind"
        elif step == "drop" and at < count:
            self._close_gap("c", at, count)
            self.values["conditions"] = str(count - 1)
            self.focus = "add-condition"

    def _step_places(self, step: str, at: int) -> None:
        count = self.place_count
        if step == "add" and count < MAX_DESTINATIONS:
            self.values |= {"places": str(count + 1), "then": "split"}
            self.focus = f"p{count}-url"
        elif step == "drop" and at < count:
            self._close_gap("p", at, count)
            self.values["places"] = str(count - 1)
            self.focus = "add-place"

    def _close_gap(self, letter: str, gone: int, count: int) -> None:
        """Removes the inputs of an item and moves those of the later ones up."""
        for at in range(gone, count):
            for name in [name for name in self.values if name.startswith(f"{letter}{at}-")]:
                del self.values[name]
            later = {name: value for name, value in self.values.items() if name.startswith(f"{letter}{at + 1}-")}
            for name, value in later.items():
                self.values[f"{letter}{at}-{name.partition('-')[2]}"] = value

    def rule(self, old: Rule | None = None) -> Rule:
        """The rule that the form describes; it keeps the id of the old one, and whether that is on.

        Raises: those of `parse_rules`, all at once, each with the name of its input.
        """
        faults, when = Faults.gather(), list[dict[str, Any]]()
        for at in range(self.condition_count):
            with faults.catching():
                when.append(condition_json(self.values, at))
        to = list[dict[str, Any]]()
        with faults.catching():
            to = self._places()
        faults.raise_if_any()
        id, on = (old.id, old.on) if old else (new_rule_id(), True)
        json = {"id": id, "name": self["name"], "on": on, "when": when, "to": to}
        try:
            return parse_rules([json])[0]
        except Refusal as refusal:
            for fault in refusal.refusals if isinstance(refusal, Faults) else [refusal]:
                fault.field = _input_of(fault.field, self._filled_places)
            raise

    @property
    def _filled_places(self) -> list[int]:
        """The indexes of the places that somebody filled in; the first one counts in any case."""
        numbers = range(self.place_count) if self.splits else range(1)
        return [at for at in numbers if at == 0 or self[f"p{at}-url"].strip() or self[f"p{at}-share"].strip()]

    def _places(self) -> list[dict[str, Any]]:
        """The filled places as JSON; a single empty share is what is left of 100. Raises: InvalidShare, of all."""
        filled, shares, faults = self._filled_places, dict[int, int](), Faults.gather()
        for at in filled if self.splits else ():
            with faults.catching():
                if typed := text.trim(self[f"p{at}-share"][:20]).removesuffix("%").strip():
                    shares[at] = _share(typed, at)
        faults.raise_if_any()
        left = max(0, 100 - sum(shares.values())) if len(filled) - len(shares) == 1 else 0
        return [{"url": add_scheme(self[f"p{at}-url"]), "weight": shares.get(at, left)} for at in filled]


def _share(typed: str, at: int) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
        raise InvalidShare(field=f"p{at}-share")
    return int(typed)


def _input_of(path: str, places: list[int]) -> str:
    """The input that a path of `parse_rules` is about, with the indexes of the places; "" for the rule as a whole."""
    if condition := CONDITION_PATH.match(path):
        return f"c{condition[1]}-{'values' if condition[2] == 'days' else condition[2]}"
    if place := PLACE_PATH.match(path):
        return f"p{places[int(place[1])]}-{'share' if place[2] == 'weight' else 'url'}"
    return {"rules.0.name": "name", "rules.0.to": "to", "rules.0.when": "when"}.get(path, "")
