"""Blocks as the JSON API types them, made from the registry of kinds: a new kind is here, and documented, by itself.

A block is one flat object: its `kind`, the fields that its kind asks for, `items` where it has a list, and what every
block has. Lengths and choices are said here; the rules themselves are those of the kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar, Union

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.config import JsonDict

from app.blocks.kind import Kind
from app.blocks.kinds import KINDS
from app.kernel.refusal import N_
from app.payloads import field as fields
from app.web.openapi import without_defaults

LONGEST_ID, MOST_LISTED = 40, 40
TIME: JsonDict = {"format": "date-time"}


class Body(BaseModel):
    """Typed strictly; unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class Common(Body):
    """What every block has. The schedule has names of its own: an event has a start and an end too."""

    shown: bool = Field(True, description=N_("Whether visitors see it."))
    highlight: bool = Field(False, description=N_("Whether it stands out."))
    thumbnail: str = Field("", max_length=LONGEST_ID, description=N_("The id of a small picture before it, or empty."))
    show_from: str | None = Field(None, min_length=1, json_schema_extra=TIME, description=N_(
        "From when visitors see it: an ISO time with an offset, or null."))
    show_until: str | None = Field(None, min_length=1, json_schema_extra=TIME, description=N_(
        "Until when visitors see it, or null."))


class New(Common):
    """A block to be made; each of its heirs knows its own `kind` only."""

    kind: str

    at: int | None = Field(None, ge=0, le=1_000, description=N_(
        "Where to put it, 0 being the first; at the end when left out. Only for a page that is there already."))
    version: int | None = Field(None, ge=1, le=2**31 - 1, description=N_(
        "The version of the page that you know; refused when it has another one by now."))


class Shown(Common):
    """A block as it is answered."""

    id: str = Field(description=N_("The id of the block, which stays."))
    clicks: int = Field(description=N_("How often people followed it."))
    complete: bool = Field(description=N_("Whether it has all that its kind needs; visitors do not see it before."))


M = TypeVar("M", bound=BaseModel)
Definition = Any  # a type and its Field, as pydantic.create_model takes them


def _asked(field: fields.Field) -> Definition:
    """A field of a block to be made."""
    about = field.hint or field.label
    if field.input == "checkbox":
        return bool, Field(False, description=about)
    extra: JsonDict = {"minLength": 1} if field.required else {}
    if 0 < len(field.choices) <= MOST_LISTED:
        extra["enum"] = ["", *(key for key, _ in field.choices)]
    default = ... if field.required else ""
    return str, Field(default, max_length=_most(field), json_schema_extra=extra or None, description=about)


def _answered(field: fields.Field) -> Definition:
    return bool if field.input == "checkbox" else str, Field(description=field.hint or field.label)


def _changing(field: fields.Field) -> Definition:
    """The same field of whatever kind, absent when it stays; its rules are those of the block's own kind."""
    about = field.hint or field.label
    return (bool, Field(False, description=about)) if field.input == "checkbox" else (str, Field("", description=about))


def _most(field: fields.Field) -> int:
    return LONGEST_ID if field.input == "picture" else field.most


def _named(kind: Kind) -> str:
    return "".join(part.title() for part in kind.key.split("_"))


def _typed(kind: Kind, base: type[M], name: str, define: Any) -> type[M]:
    """The model of a kind's blocks, by the way in which its fields are defined."""
    own: dict[str, Definition] = {"kind": (Literal[kind.key], Field(description=kind.explanation))}
    own |= {field.name: define(field) for field in kind.fields}
    if kind.item:
        lines: dict[str, Definition] = {field.name: define(field) for field in kind.item}
        line = create_model(name.replace("Block", "Item"), __base__=Body, **lines)
        default: Any = ... if define is _answered else []
        own["items"] = (list[line], Field(default, max_length=kind.most_items, description=N_(
            "Its lines, in their order.")))
    return create_model(name, __base__=base, **own)


NEW = {key: _typed(kind, New, f"New{_named(kind)}Block", _asked) for key, kind in KINDS.items()}
SHOWN = {key: _typed(kind, Shown, f"{_named(kind)}Block", _answered) for key, kind in KINDS.items()}
if TYPE_CHECKING:
    AnyNew: TypeAlias = New
    AnyShown: TypeAlias = Shown
else:
    AnyNew = Annotated[Union[tuple(NEW.values())], Field(discriminator="kind")]  # noqa: UP007 - made, not written
    AnyShown = Annotated[Union[tuple(SHOWN.values())], Field(discriminator="kind")]  # noqa: UP007


def _any_new(schema: dict[str, Any]) -> None:
    """The fields that all kinds have stand in the table of the documentation, those of each kind beside them."""
    without_defaults(schema)
    refs = {key: f"#/components/schemas/{model.__name__}" for key, model in NEW.items()}
    schema["oneOf"] = [{"$ref": ref} for ref in refs.values()]
    schema["discriminator"] = {"propertyName": "kind", "mapping": refs}


class NewBlock(New):
    """Of any kind; read by the model of its kind in NEW."""

    model_config = ConfigDict(json_schema_extra=_any_new)

    kind: str = Field(json_schema_extra={"enum": list(KINDS)}, description=N_(
        "What kind of block it is; each kind has fields of its own, listed under “Kinds of blocks”."))


def _every(which: str) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for kind in KINDS.values():
        for field in getattr(kind, which):
            found.setdefault(field.name, _changing(field))
    return found


class Changing(Common):
    """What is the same of every kind in a change."""

    items: list[Any] = Field([], max_length=100, description=N_("All its lines anew, of a kind that has a list."))
    version: int | None = Field(None, ge=1, le=2**31 - 1, description=N_(
        "The version of the page that you know; refused when it has another one by now."))


ItemChanges = create_model("ItemChanges", __base__=Body, **_every("item"))
_ITEMS: Definition = (list[ItemChanges], Changing.model_fields["items"])
BlockChanges = create_model("BlockChanges", __base__=Changing, **_every("fields"), items=_ITEMS)
