"""The pydantic models of blocks in the JSON API, generated from the registry of kinds, so that new kinds are included.

A block is one flat object: its `kind`, the fields of its kind, `items` if the kind has a list, and the fields that
every block has. The models check types, lengths and choices; the kind itself validates the values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, TypeVar, Union

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.config import JsonDict

from app.blocks.kind import Kind
from app.blocks.registry import KINDS
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.payloads import field as fields
from app.web.openapi import without_defaults

LONGEST_ID, MOST_LISTED = 40, 40
TIME: JsonDict = {"format": "date-time"}


class RequestBody(ApiModel):
    """The base of all request bodies of pages: types are not coerced, unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class CommonFields(RequestBody):
    """The fields of every block. The schedule is not called `starts` and `ends`, which are fields of an event."""

    shown: bool = Field(True, description=N_("Whether visitors see it."))
    highlight: bool = Field(False, description=N_("Whether it is highlighted."))
    thumbnail: str = Field("", max_length=LONGEST_ID, description=N_("The id of a small picture before it, or empty."))
    show_from: str | None = Field(
        None,
        min_length=1,
        json_schema_extra=TIME,
        description=N_("From when visitors see it: an ISO time with an offset, or null."),
    )
    show_until: str | None = Field(
        None, min_length=1, json_schema_extra=TIME, description=N_("Until when visitors see it, or null.")
    )


class NewBlockBase(CommonFields):
    """The request body of a new block; a subclass for each kind adds its fields."""

    kind: str

    at: int | None = Field(
        None,
        ge=0,
        le=1_000,
        description=N_(
            "The position of the block, 0 being the first; when absent, it is added at the end. Ignored in a new page."
        ),
    )
    version: int | None = Field(
        None,
        ge=1,
        le=2**31 - 1,
        description=N_(
            "The version of the page that you last read; the request is refused when the page has another one by now."
        ),
    )


class BlockResponse(CommonFields):
    """A block in a response; a subclass for each kind adds its fields."""

    id: str = Field(description=N_("The id of the block, which stays."))
    clicks: int = Field(description=N_("How often people clicked it."))
    complete: bool = Field(
        description=N_("Whether all required fields are filled in; visitors do not see the block until they are.")
    )


M = TypeVar("M", bound=BaseModel)
Definition = Any  # a type and its Field, as pydantic.create_model takes them


def _request_field(field: fields.Field) -> Definition:
    """The definition of a field in the request body of a new block."""
    description = field.hint or field.label
    if field.input == "checkbox":
        return bool, Field(False, description=description)
    extra: JsonDict = {"minLength": 1} if field.required else {}
    if 0 < len(field.choices) <= MOST_LISTED:
        extra["enum"] = ["", *(key for key, _ in field.choices)]
    default = ... if field.required else ""
    return str, Field(default, max_length=_max_length(field), json_schema_extra=extra or None, description=description)


def _response_field(field: fields.Field) -> Definition:
    """The definition of a field in a response, where all fields are present."""
    return bool if field.input == "checkbox" else str, Field(description=field.hint or field.label)


def _change_field(field: fields.Field) -> Definition:
    """The definition of a field in a change, where all fields are optional and their rules depend on the block."""
    description = field.hint or field.label
    if field.input == "checkbox":
        return bool, Field(False, description=description)
    return str, Field("", description=description)


def _max_length(field: fields.Field) -> int:
    return LONGEST_ID if field.input == "picture" else field.most


def _class_name(kind: Kind) -> str:
    return "".join(part.title() for part in kind.key.split("_"))


def _model_of(kind: Kind, base: type[M], name: str, define: Any) -> type[M]:
    """The model of a kind's blocks; `define` makes the definition of each field, `name` is the class name."""
    own: dict[str, Definition] = {"kind": (Literal[kind.key], Field(description=kind.explanation))}
    own |= {field.name: define(field) for field in kind.fields}
    if kind.item:
        lines: dict[str, Definition] = {field.name: define(field) for field in kind.item}
        line = create_model(name.replace("Block", "Item"), __base__=RequestBody, **lines)
        default: Any = ... if define is _response_field else []
        own["items"] = (
            list[line],
            Field(default, max_length=kind.most_items, description=N_("Its lines, in their order.")),
        )
    return create_model(name, __base__=base, **own)


NEW_BLOCK_MODELS = {
    key: _model_of(kind, NewBlockBase, f"New{_class_name(kind)}Block", _request_field) for key, kind in KINDS.items()
}
BLOCK_MODELS = {
    key: _model_of(kind, BlockResponse, f"{_class_name(kind)}Block", _response_field) for key, kind in KINDS.items()
}
if TYPE_CHECKING:
    AnyNewBlock: TypeAlias = NewBlockBase
    AnyBlock: TypeAlias = BlockResponse
else:
    AnyNewBlock = Annotated[Union[tuple(NEW_BLOCK_MODELS.values())], Field(discriminator="kind")]  # noqa: UP007 - built from a list
    AnyBlock = Annotated[Union[tuple(BLOCK_MODELS.values())], Field(discriminator="kind")]  # noqa: UP007


def _add_kinds(schema: dict[str, Any]) -> None:
    """Adds the models of all kinds to the schema as `oneOf`, besides the common fields, for the documentation."""
    without_defaults(schema)
    refs = {key: f"#/components/schemas/{model.__name__}" for key, model in NEW_BLOCK_MODELS.items()}
    schema["oneOf"] = [{"$ref": ref} for ref in refs.values()]
    schema["discriminator"] = {"propertyName": "kind", "mapping": refs}


class NewBlock(NewBlockBase):
    """The request body of a new block of any kind: gives the kind, by whose model in NEW the body is then read."""

    model_config = ConfigDict(json_schema_extra=_add_kinds)

    kind: str = Field(
        json_schema_extra={"enum": list(KINDS)},
        description=N_("What kind of block it is; each kind has fields of its own, listed under “Kinds of blocks”."),
    )


def _change_fields(attribute: str) -> dict[str, Definition]:
    """The definitions of the fields of all kinds together; `attribute` of Kind is `fields` or `item`."""
    definitions: dict[str, Definition] = {}
    for kind in KINDS.values():
        for field in getattr(kind, attribute):
            definitions.setdefault(field.name, _change_field(field))
    return definitions


class BlockChangesBase(CommonFields):
    """The fields that a change of a block has for every kind."""

    items: list[Any] = Field(
        [],
        max_length=100,
        description=N_("The lines of its list, which replace the present ones; only for a kind that has a list."),
    )
    version: int | None = Field(
        None,
        ge=1,
        le=2**31 - 1,
        description=N_(
            "The version of the page that you last read; the request is refused when the page has another one by now."
        ),
    )


ItemChanges = create_model("ItemChanges", __base__=RequestBody, **_change_fields("item"))
_ITEMS: Definition = (list[ItemChanges], BlockChangesBase.model_fields["items"])
BlockChanges = create_model("BlockChanges", __base__=BlockChangesBase, **_change_fields("fields"), items=_ITEMS)
