"""A kind of block: what it asks for, and where its visitors go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.kernel.refusal import Refusal
from app.payloads.field import Field

Given = Mapping[str, str]


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
    is called in the builder. `ways` are the destinations that it opens, each of which is a Link underneath.
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

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of fields, its own and those of its items, that hold pictures."""
        return tuple(field.name for field in (*self.fields, *self.item) if field.input == "picture")
