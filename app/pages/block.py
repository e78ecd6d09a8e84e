"""A block of a bio page: a value that is part of the page's Content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Self

from app.blocks.kind import Destination, Kind
from app.blocks.registry import get_kind
from app.kernel import time_parser
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.links.known_sites import SITES, site_of_url
from app.names.slug import random_slug

ID_LENGTH, FIRST_YEAR, LAST_YEAR = 8, 1970, 2200
VALUES = "given"  # the key of a block's values where pages are stored and exported


class InvalidSchedule(InvalidRequest):
    """The start or the end of a schedule is not a valid time."""

    field, says = "starts", N_("That is not a day and time. Write it like 2026-11-30T19:00Z.")


class YearTooFar(InvalidSchedule):
    """The time is in LAST_YEAR or later."""

    says = N_("That is too far away. Choose a year before %(year)s.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"year": LAST_YEAR} | facts)


class EndsBeforeItStarts(InvalidRequest):
    """The end of a schedule is not after its start."""

    field, says = "ends", N_("The end must come after the start.")


@dataclass(frozen=True, slots=True)
class Block:
    """A block. `values` are the values of its kind's fields by name, `items` those of each line of its list.

    `starts` and `ends` are the times between which visitors see it, RFC 3339 in UTC, or empty. `thumbnail` is the id of
    a picture, or empty. A block that is not `shown` appears in the builder only.
    """

    id: str
    kind: str
    values: dict[str, str] = field(default_factory=dict)
    items: tuple[dict[str, str], ...] = ()
    shown: bool = True
    highlight: bool = False
    thumbnail: str = ""
    starts: str = ""
    ends: str = ""

    @classmethod
    def new(cls, kind: str, values: Mapping[str, str] | None = None, **rest: Any) -> Self:
        """A block with a new id; `values` and the other fields are not validated. Raises: UnknownKind."""
        return cls(new_block_id(), get_kind(kind).key, dict(values or {}), **rest)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The block from the dict that `as_dict` made."""
        names = {"values" if name == VALUES else name: value for name, value in stored.items()}
        return cls(**{**names, "items": tuple(stored.get("items", ()))})

    def as_dict(self) -> dict[str, Any]:
        """The block as a dict for JSON; `of` reads it back."""
        stored = {VALUES if name == "values" else name: getattr(self, name) for name in self.__dataclass_fields__}
        return stored | {"items": list(self.items)}

    def with_values(self, values: Mapping[str, str], items: list[dict[str, str]]) -> Self:
        """The block with other values and list lines, which must be complete and valid. Raises: those of Kind.read."""
        return replace(self, values=self.block_kind.read(values), items=tuple(self.block_kind.read_items(items)))

    def with_partial_values(self, values: Mapping[str, str], items: list[dict[str, str]]) -> tuple[Self, list[Refusal]]:
        """The block with values from a form that may be incomplete, and all refusals, each with its field.

        When there are refusals, the block must not be saved.
        """
        read, faults = self.block_kind.read_unfinished(values, self.values)
        lines, item_faults = self.block_kind.read_unfinished_items(items, self.items)
        return replace(self, values=read, items=tuple(lines)), faults + item_faults

    def with_schedule(self, starts: str, ends: str) -> Self:
        """The block shown from `starts` until `ends`, RFC 3339 times or empty.

        Raises: InvalidSchedule, EndsBeforeItStarts.
        """
        begin, end = _normalize_time(starts, "starts"), _normalize_time(ends, "ends")
        if begin and end and end <= begin:
            raise EndsBeforeItStarts
        return replace(self, starts=begin, ends=end)

    def visible_at(self, now: datetime) -> bool:
        """Whether the block is shown and its schedule includes the moment."""
        stamp = _utc_stamp(now)
        return self.shown and (not self.starts or self.starts <= stamp) and (not self.ends or stamp < self.ends)

    @property
    def block_kind(self) -> Kind:
        """The kind of the block, which defines its fields. Raises: UnknownKind."""
        return get_kind(self.kind)

    @property
    def display_name(self) -> str:
        """The name of the block in the builder, often its title; empty when it has none."""
        return self.block_kind.named(self.values)

    @property
    def starts_at(self) -> datetime | None:
        """The start of its schedule in UTC, or None."""
        return datetime.fromisoformat(self.starts) if self.starts else None

    @property
    def ends_at(self) -> datetime | None:
        """The end of its schedule in UTC, or None."""
        return datetime.fromisoformat(self.ends) if self.ends else None

    @property
    def complete(self) -> bool:
        """Whether all required fields are filled in; visitors see only complete blocks."""
        try:
            self.block_kind.read(self.values)
        except Refusal:
            return False
        return bool(self.lines) if self.block_kind.item else True

    @property
    def lines(self) -> tuple[dict[str, str], ...]:
        """The complete lines of its list, which are those that visitors see."""
        return self.block_kind.complete_items(self.items)

    @property
    def partly_hidden(self) -> bool:
        """Whether the block or a line of its list is incomplete, so that visitors do not see all of it."""
        return not self.complete or len(self.lines) < len(self.items)

    @property
    def missing_labels(self) -> list[str]:
        """The labels, to be translated, of its required fields that are empty."""
        required = [field for field in self.block_kind.fields if field.required]
        return [field.label for field in required if not self.values.get(field.name, "").strip()]

    @property
    def icon(self) -> str:
        """Its icon in the builder: for a link to a known site the icon of the site, otherwise that of its kind."""
        site = site_of_url(self.values.get("url", "")) if self.kind == "link" else ""
        return SITES[site].icon if site else self.block_kind.icon

    @property
    def destinations(self) -> list[Destination]:
        """Its destinations; empty while the block is incomplete."""
        return self.block_kind.destinations(self.values, self.lines) if self.complete else []

    @property
    def pictures(self) -> set[str]:
        """The ids of all pictures in its values, its list and its thumbnail."""
        ids = {line.get(name, "") for line in (self.values, *self.items) for name in self.block_kind.pictures}
        return (ids | {self.thumbnail}) - {""}


def new_block_id() -> str:
    """A random id for a block, unique within a page for all practical purposes."""
    return random_slug(ID_LENGTH)


def _normalize_time(raw: str, name: str) -> str:
    """An RFC 3339 time in UTC as `_utc_stamp` writes it, or empty; such times can be compared as text.

    Raises: InvalidSchedule, YearTooFar, with the field `name`.
    """
    if not raw.strip():
        return ""
    try:
        when = time_parser.parse_time(raw)
    except time_parser.YearTooFar:
        raise YearTooFar(field=name) from None
    except time_parser.InvalidTime:
        raise InvalidSchedule(field=name) from None
    if when.year < FIRST_YEAR:
        raise InvalidSchedule(field=name)
    if when.year >= LAST_YEAR:
        raise YearTooFar(field=name)
    return _utc_stamp(when)


def _utc_stamp(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
