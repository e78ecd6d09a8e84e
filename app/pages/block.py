"""A block of a page, as a page's content holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Self

from app.blocks.kind import Kind, Way
from app.blocks.kinds import kind_of
from app.kernel import time_parser
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.links.known_sites import SITES, site_of
from app.names.slug import draw

ID_LENGTH, FIRST_YEAR, LAST_YEAR = 8, 1970, 2200


class InvalidSchedule(InvalidRequest):
    field, says = "starts", N_("That is not a day and time. Write it like 2026-11-30T19:00Z.")


class YearTooFar(InvalidSchedule):
    says = N_("That is too far away. Choose a year before %(year)s.")

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"year": LAST_YEAR} | facts)


class EndsBeforeItStarts(InvalidRequest):
    field, says = "ends", N_("The end must come after the start.")


@dataclass(frozen=True, slots=True)
class Block:
    """`given` and `items` are what its kind read; `starts` and `ends` are RFC 3339 in UTC, or empty; `thumbnail` is the
    id of a picture, or empty. A block that is not `shown` stays in the builder only.
    """

    id: str
    kind: str
    given: dict[str, str] = field(default_factory=dict)
    items: tuple[dict[str, str], ...] = ()
    shown: bool = True
    highlight: bool = False
    thumbnail: str = ""
    starts: str = ""
    ends: str = ""

    @classmethod
    def new(cls, kind: str, given: Mapping[str, str] | None = None, **rest: Any) -> Self:
        """A block with an id of its own, `given` taken as it is. Refusals: UnknownKind."""
        return cls(new_id(), kind_of(kind).key, dict(given or {}), **rest)

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """A block as `as_dict` wrote it."""
        return cls(**{**said, "items": tuple(said.get("items", ()))})

    def as_dict(self) -> dict[str, Any]:
        """Plain values; `of` reads them back."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return values | {"items": list(self.items)}

    def filled(self, given: Mapping[str, str], items: list[dict[str, str]]) -> Self:
        """The block with what was typed, by the rules of its kind. Refusals: those of Kind.read."""
        return replace(self, given=self.kin.read(given), items=tuple(self.kin.read_items(items)))

    def typed(self, given: Mapping[str, str], items: list[dict[str, str]]) -> tuple[Self, list[Refusal]]:
        """The block with what was typed so far, which may not be all it needs; and all that is wrong with it, by field.

        Where something is wrong, the block is not to be kept.
        """
        values, faults = self.kin.take(given, self.given)
        lines, wrong = self.kin.take_items(items, self.items)
        return replace(self, given=values, items=tuple(lines)), faults + wrong

    def scheduled(self, starts: str, ends: str) -> Self:
        """From and until when visitors see it. Refusals: InvalidSchedule, EndsBeforeItStarts."""
        begin, end = _moment(starts, "starts"), _moment(ends, "ends")
        if begin and end and end <= begin:
            raise EndsBeforeItStarts
        return replace(self, starts=begin, ends=end)

    def open_at(self, now: datetime) -> bool:
        """Whether visitors see it at a moment."""
        stamp = _stamp(now)
        return self.shown and (not self.starts or self.starts <= stamp) and (not self.ends or stamp < self.ends)

    @property
    def kin(self) -> Kind:
        return kind_of(self.kind)

    @property
    def named(self) -> str:
        """What it is called in the builder, or nothing."""
        return self.kin.named(self.given)

    @property
    def starts_at(self) -> datetime | None:
        return datetime.fromisoformat(self.starts) if self.starts else None

    @property
    def ends_at(self) -> datetime | None:
        return datetime.fromisoformat(self.ends) if self.ends else None

    @property
    def complete(self) -> bool:
        """Whether it has what its kind needs; a new block has not, and visitors do not see it."""
        try:
            self.kin.read(self.given)
        except Refusal:
            return False
        return bool(self.lines) if self.kin.item else True

    @property
    def lines(self) -> tuple[dict[str, str], ...]:
        """The lines of its list that visitors see: those that have all they need."""
        return self.kin.whole_items(self.items)

    @property
    def unfinished(self) -> bool:
        """Whether something is still to be filled in before visitors see all of it."""
        return not self.complete or len(self.lines) < len(self.items)

    @property
    def lacking(self) -> list[str]:
        """What it still needs of its own fields, as people read it, to be translated."""
        wanted = [field for field in self.kin.fields if field.required]
        return [field.label for field in wanted if not self.given.get(field.name, "").strip()]

    @property
    def icon(self) -> str:
        """Its icon in the builder: that of its kind, of a link that of the site it leads to."""
        site = site_of(self.given.get("url", "")) if self.kind == "link" else ""
        return SITES[site].icon if site else self.kin.icon

    @property
    def ways(self) -> list[Way]:
        return self.kin.ways(self.given, self.lines) if self.complete else []

    @property
    def pictures(self) -> set[str]:
        """The ids of its pictures."""
        held = {line.get(name, "") for line in (self.given, *self.items) for name in self.kin.pictures}
        return (held | {self.thumbnail}) - {""}


def new_id() -> str:
    return draw(ID_LENGTH)


def _moment(raw: str, name: str) -> str:
    """Any RFC 3339 moment in the one form that can be compared as text."""
    if not raw.strip():
        return ""
    try:
        when = time_parser.parse(raw)
    except time_parser.YearTooFar:
        raise YearTooFar(field=name) from None
    except time_parser.NotATime:
        raise InvalidSchedule(field=name) from None
    if when.year < FIRST_YEAR:
        raise InvalidSchedule(field=name)
    if when.year >= LAST_YEAR:
        raise YearTooFar(field=name)
    return _stamp(when)


def _stamp(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
