"""A kind of block: what it asks for, and where its visitors go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.kernel.refusal import Refusal
from app.payloads.field import Field, Missing

Given = Mapping[str, str]
Refusals = list[Refusal]
RIGHT = {"date-time": "1970-01-01T00:00"}  # what stands for a refused value while the others are looked at


class Way(NamedTuple):
    """One way out of a block. `key` tells the ways of one block apart; `url` is a destination by `clean_url`."""

    key: str
    title: str
    url: str


def _nowhere(given: Given, items: Sequence[Given]) -> list[Way]:
    return []


def _as_given(given: dict[str, str]) -> dict[str, str]:
    return given


def _untitled(given: Given) -> str:
    return given.get("title", "")


@dataclass(frozen=True, slots=True)
class Kind:
    """`label` and `explanation` are to be translated; `icon` is one of our sprite.

    `fields` are what a block asks for once, `item` what each line of its list asks for, of which it has at most
    `most_items`. `check` sees whether what was read fits together and returns it as it is kept. `named` is what a block
    is called in the builder. `ways` are the destinations that it opens, each of which is a Link underneath. `words` are
    what people search a kind by beside its label, in both languages; `more` is on the button for one more line.
    """

    key: str
    label: str
    explanation: str
    icon: str
    fields: tuple[Field, ...]
    item: tuple[Field, ...] = ()
    most_items: int = 0
    check: Callable[[dict[str, str]], dict[str, str]] = _as_given
    check_item: Callable[[dict[str, str]], dict[str, str]] = _as_given
    named: Callable[[Given], str] = _untitled
    ways: Callable[[Given, Sequence[Given]], list[Way]] = _nowhere
    words: str = ""
    more: str = ""

    def read(self, values: Given) -> dict[str, str]:
        """What was typed, by its rules; what it does not ask for is passed over. Refusals: those of Field and kind."""
        return self.check({field.name: field.read(values) for field in self.fields})

    def read_items(self, given: Sequence[Given]) -> list[dict[str, str]]:
        """The lines of its list; empty ones are left out. Refusals: as `read`, the field as `name-2` for the third."""
        read = []
        for at, line in enumerate(line for line in given if any(line.get(field.name) for field in self.item)):
            read.append(self._read_item(line, at))
        return read[:self.most_items]

    def _read_item(self, line: Given, at: int) -> dict[str, str]:
        try:
            return self.check_item({field.name: field.read(line) for field in self.item})
        except Refusal as refusal:
            refusal.field = f"{refusal.field}-{at}"
            raise

    def take(self, values: Given, before: Given) -> tuple[dict[str, str], Refusals]:
        """What was typed so far, and all that is wrong with it, each fault by its field.

        Unlike `read`, it lets be empty what was empty `before`: nobody is blamed for a field they have not come to.
        """
        return _taken(self.fields, self.check, values, before)

    def take_items(self, lines: Sequence[Given], before: Sequence[Given]) -> tuple[list[dict[str, str]], Refusals]:
        """The same of the lines of its list; empty ones are left out, faults are named as `name-2` for the third."""
        kept, faults = list[dict[str, str]](), Refusals()
        for at, line in enumerate(lines[:self.most_items]):
            if not any(line.get(field.name) for field in self.item if not field.choices):
                continue
            taken, wrong = _taken(self.item, self.check_item, line, before[at] if at < len(before) else {})
            for refusal in wrong:
                refusal.field = f"{refusal.field}-{at}"
            kept.append(taken)
            faults += wrong
        return kept, faults

    def whole_items(self, lines: Sequence[Given]) -> tuple[dict[str, str], ...]:
        """The lines that have all they need."""
        return tuple(dict(line) for line in lines if self._whole(line))

    def _whole(self, line: Given) -> bool:
        try:
            self._read_item(line, 0)
        except Refusal:
            return False
        return True

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of fields, its own and those of its items, that hold pictures."""
        return tuple(field.name for field in (*self.fields, *self.item) if field.input == "picture")


def _taken(fields: Sequence[Field], check: Callable[[dict[str, str]], dict[str, str]], values: Given,
           before: Given) -> tuple[dict[str, str], Refusals]:
    taken, faults, empty = dict[str, str](), Refusals(), set[str]()
    for field in fields:
        try:
            taken[field.name] = field.read(values)
        except Missing as refusal:
            taken[field.name] = ""
            empty.add(field.name)
            faults += [refusal] if before.get(field.name) else []
        except Refusal as refusal:
            taken[field.name] = field.choices[0][0] if field.choices else RIGHT.get(field.input, "")
            faults.append(refusal)
    whole, wrong = _checked(check, taken, {field.name: field.input for field in fields})
    known = empty | {refusal.field for refusal in faults}
    return whole, faults + [refusal for refusal in wrong if refusal.field not in known]


def _checked(check: Callable[[dict[str, str]], dict[str, str]], given: dict[str, str],
             inputs: Given) -> tuple[dict[str, str], Refusals]:
    """What a check makes of values, and all its refusals: each refused value is put right, and the rest looked at."""
    faults, tried = Refusals(), dict(given)
    for _ in range(len(inputs) + 1):
        try:
            whole = check(dict(tried))
        except Refusal as refusal:
            if refusal.field in {fault.field for fault in faults} or refusal.field not in inputs:
                return given, [*faults, *([] if refusal.field in inputs else [refusal])]
            faults.append(refusal)
            tried[refusal.field] = RIGHT.get(inputs[refusal.field], "")
        else:
            return (given if faults else whole), faults
    return given, faults
