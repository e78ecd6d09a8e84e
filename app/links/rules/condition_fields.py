"""Reads the fields of a rule or a condition from JSON, with refusals that name the path of the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self
from zoneinfo import available_timezones

from app.kernel.refusal import N_, Faults, InvalidRequest, TooLong, WrongType
from app.links.rules.rule import MAX_VALUES

MAX_TEXT = 4096  # a raw value that is longer is not looked at


class InvalidChoice(InvalidRequest):
    """Raised for a value that is none of a few. Facts: choices."""

    says = N_("Choose one of these: %(choices)s.")


class NothingChosen(InvalidRequest):
    """Raised for a condition without a value."""

    says = N_("Choose at least one value for this condition.")


class TooManyValues(InvalidRequest):
    """Raised for a condition with more than 100 values. Facts: most."""

    says = N_("A condition has at most %(most)s values.")


class UnknownZone(InvalidRequest):
    """Raised for a time zone that is not in the tz database."""

    says = N_("That is not a time zone, such as Asia/Jakarta.")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a JSON object that is at the path `place`."""

    raw: Mapping[str, Any]
    place: str

    @classmethod
    def of(cls, raw: object, place: str) -> Self:
        """Returns the fields of a JSON value. Raises: WrongType unless it is an object."""
        if not isinstance(raw, Mapping):
            raise WrongType(field=place, name=place)
        return cls(raw, place)

    def path(self, name: str) -> str:
        """Returns the path of a field."""
        return f"{self.place}.{name}"

    def text(self, name: str) -> str:
        """Returns a text, "" if it is absent or null. Raises: WrongType, TooLong."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, str):
            raise WrongType(field=self.path(name), name=name)
        if value and len(value) > MAX_TEXT:
            raise TooLong(field=self.path(name), most=MAX_TEXT)
        return value or ""

    def flag(self, name: str, *, default: bool) -> bool:
        """Returns a truth value, `default` if it is absent or null. Raises: WrongType."""
        value = self.raw.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise WrongType(field=self.path(name), name=name)
        return value

    def choice(self, name: str, choices: tuple[str, ...], default: str = "") -> str:
        """Returns one of `choices`, compared in any case. Raises: InvalidChoice, WrongType."""
        raw = self.text(name) or default
        return _choose(raw, choices, self.path(name))

    def choices(self, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """Returns some of `choices` in their order. Raises: NothingChosen, InvalidChoice, WrongType."""
        chosen = self.values(name, lambda raw, path: _choose(raw, choices, path))
        return tuple(value for value in choices if value in chosen)

    def values(self, name: str, clean: Callable[[str, str], str]) -> tuple[str, ...]:
        """Returns a list of texts, each passed through `clean` with the path of the item; equal ones are kept once.

        Raises: NothingChosen, TooManyValues, WrongType, and those of `clean`, all at once.
        """
        items, path, faults = self.raw.get(name), self.path(name), Faults.gather()
        if items is not None and not isinstance(items, list):
            raise WrongType(field=path, name=name)
        if not items:
            raise NothingChosen(field=path)
        if len(items) > MAX_VALUES:
            raise TooManyValues(field=path, most=MAX_VALUES)
        values: dict[str, None] = {}
        for at, item in enumerate(items):
            with faults.catching():
                if not isinstance(item, str) or len(item) > MAX_TEXT:
                    raise WrongType(field=f"{path}.{at}", name=name)
                values[clean(item, f"{path}.{at}")] = None
        faults.raise_if_any()
        return tuple(values)

    def zone(self) -> str:
        """Returns the IANA time zone in the field `zone`. Raises: UnknownZone, WrongType."""
        zone = self.text("zone")
        if zone not in _zones():
            raise UnknownZone(field=self.path("zone"))
        return zone


def _choose(raw: str, choices: tuple[str, ...], path: str) -> str:
    for choice in choices:
        if raw.strip().lower() == choice.lower():
            return choice
    raise InvalidChoice(field=path, choices=", ".join(choices))


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
