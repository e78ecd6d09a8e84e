"""A kind of block: the fields of its form, the rules for their values, and the destinations that it links to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.kernel.refusal import Refusal
from app.payloads.field import Field, MissingValue

Values = Mapping[str, str]
Refusals = list[Refusal]
VALID_SAMPLES = {"date-time": "1970-01-01T00:00"}  # replaces a refused value, so that the others can be checked


class Destination(NamedTuple):
    """A destination of a block. `key` is unique in the block; `url` has been normalised by `clean_url`."""

    key: str
    title: str
    url: str


def _no_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    """The default of Kind.destinations: the block links to nothing."""
    return []


def _unchanged(values: dict[str, str]) -> dict[str, str]:
    """The default of Kind.check: any values fit together."""
    return values


def _title(values: Values) -> str:
    """The default of Kind.named."""
    return values.get("title", "")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block. `label` and `explanation` are message ids; `icon` is the name of an icon in our sprite.

    `fields` are the inputs of a block, `item` those of each line of its list, which has at most `most_items` lines.
    `check` and `check_item` take values that were read field by field, raise a Refusal when they do not fit together,
    and return them as they are stored. `named` makes the name of a block in the builder from its values.
    `destinations` makes the destinations of a block, each of which gets a tracked Link. `words` are search terms of the
    kind in both languages, besides its label; `more` is the text of the button that adds a line.
    """

    key: str
    label: str
    explanation: str
    icon: str
    fields: tuple[Field, ...]
    item: tuple[Field, ...] = ()
    most_items: int = 0
    check: Callable[[dict[str, str]], dict[str, str]] = _unchanged
    check_item: Callable[[dict[str, str]], dict[str, str]] = _unchanged
    named: Callable[[Values], str] = _title
    destinations: Callable[[Values, Sequence[Values]], list[Destination]] = _no_destinations
    words: str = ""
    more: str = ""

    def read(self, values: Values) -> dict[str, str]:
        """The values of a block's fields, validated and normalised; keys that are not fields are ignored.

        Raises: those of Field.read and of the kind's `check`.
        """
        return self.check({field.name: field.read(values) for field in self.fields})

    def read_items(self, lines: Sequence[Values]) -> list[dict[str, str]]:
        """The lines of a block's list, validated and normalised; empty lines are left out, and those past `most_items`.

        Raises: those of `read`, with a field such as `name-2` for the third line that is not empty.
        """
        items = []
        for at, line in enumerate(line for line in lines if any(line.get(field.name) for field in self.item)):
            items.append(self._read_item(line, at))
        return items[: self.most_items]

    def _read_item(self, line: Values, at: int) -> dict[str, str]:
        """One line of the list; a refusal gets the field `<name>-<at>`."""
        try:
            return self.check_item({field.name: field.read(line) for field in self.item})
        except Refusal as refusal:
            refusal.field = f"{refusal.field}-{at}"
            raise

    def read_unfinished(self, values: Values, before: Values) -> tuple[dict[str, str], Refusals]:
        """Reads a form that may be incomplete; returns the values and all refusals, each with its field.

        Unlike `read`, a required field may be empty if it was empty in the values `before`: an autosaved form is not
        blamed for fields that nobody has filled in yet.
        """
        return _read_partially(self.fields, self.check, values, before)

    def read_unfinished_items(
        self, lines: Sequence[Values], before: Sequence[Values]
    ) -> tuple[list[dict[str, str]], Refusals]:
        """Reads the lines of the list like `read_unfinished`, without empty lines; refusals have fields like
        `name-2`.
        """
        items, faults = list[dict[str, str]](), Refusals()
        for at, line in enumerate(lines[: self.most_items]):
            if not any(line.get(field.name) for field in self.item if not field.choices):
                continue
            item, line_faults = _read_partially(
                self.item, self.check_item, line, before[at] if at < len(before) else {}
            )
            for refusal in line_faults:
                refusal.field = f"{refusal.field}-{at}"
            items.append(item)
            faults += line_faults
        return items, faults

    def complete_items(self, lines: Sequence[Values]) -> tuple[dict[str, str], ...]:
        """Those of the lines that are complete and valid."""
        return tuple(dict(line) for line in lines if self._is_complete(line))

    def _is_complete(self, line: Values) -> bool:
        try:
            self._read_item(line, 0)
        except Refusal:
            return False
        return True

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of the fields, of the block and of its list, that hold the id of a picture."""
        return tuple(field.name for field in (*self.fields, *self.item) if field.input == "picture")


def _read_partially(
    fields: Sequence[Field], check: Callable[[dict[str, str]], dict[str, str]], values: Values, before: Values
) -> tuple[dict[str, str], Refusals]:
    """The values of the fields and all refusals; a field that is empty and was empty `before` is not refused."""
    read, faults, empty = dict[str, str](), Refusals(), set[str]()
    for field in fields:
        try:
            read[field.name] = field.read(values)
        except MissingValue as refusal:
            read[field.name] = ""
            empty.add(field.name)
            faults += [refusal] if before.get(field.name) else []
        except Refusal as refusal:
            read[field.name] = field.choices[0][0] if field.choices else VALID_SAMPLES.get(field.input, "")
            faults.append(refusal)
    checked, check_faults = _collect_check_faults(check, read, {field.name: field.input for field in fields})
    known = empty | {refusal.field for refusal in faults}
    return checked, faults + [refusal for refusal in check_faults if refusal.field not in known]


def _collect_check_faults(
    check: Callable[[dict[str, str]], dict[str, str]], values: dict[str, str], inputs: Values
) -> tuple[dict[str, str], Refusals]:
    """Runs `check` until it refuses no further field; returns the checked values and all refusals.

    After each refusal the refused value is replaced by a valid sample, so that the next check sees the other fields.
    `inputs` are the input types by field name. With refusals, the values are returned as they came.
    """
    faults, tried = Refusals(), dict(values)
    for _ in range(len(inputs) + 1):
        try:
            checked = check(dict(tried))
        except Refusal as refusal:
            if refusal.field in {fault.field for fault in faults} or refusal.field not in inputs:
                return values, [*faults, *([] if refusal.field in inputs else [refusal])]
            faults.append(refusal)
            tried[refusal.field] = VALID_SAMPLES.get(inputs[refusal.field], "")
        else:
            return (values if faults else checked), faults
    return values, faults
