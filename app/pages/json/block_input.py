"""Converts blocks from the request bodies of the JSON API and to its responses.

The field of a refusal is its path in the request body, such as `items.2.url`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from app.blocks.kind import Kind
from app.blocks.registry import KINDS, UnknownKind
from app.kernel.refusal import N_, InvalidRequest, MissingField, Refusal, TooLong
from app.pages.block import Block
from app.pages.json.block_schema import NEW_BLOCK_MODELS, BlockChangesBase, CommonFields, NewBlockBase
from app.web import envelope
from app.web.envelope import FieldLocation


class TooManyLines(InvalidRequest):
    """The list of a block has more lines than its kind allows."""

    field, says = "items", N_("At most %(most)s lines, please.")


FORM_FIELD = re.compile(r"(\w+)-(\d+)")  # the field of a refusal by Kind.read_items
SCHEDULE = {"starts": "show_from", "ends": "show_until"}


def new_block(body: NewBlockBase) -> Block:
    """A new block from a request body.

    Raises: those of Kind.read and of Block.with_schedule, with the path of the field.
    """
    return _with_common_fields(_with_values(Block.new(body.kind), body.model_dump()), body)


def change_block(block: Block, body: BlockChangesBase) -> Block:
    """The block with the fields that a request body sets; the others stay. Raises: those of `new_block`."""
    sent = body.model_dump(include=body.model_fields_set)
    if {"items", *(field.name for field in block.block_kind.fields)} & sent.keys():
        block = _with_values(block, sent)
    return _with_common_fields(block, body)


def _with_values(block: Block, sent: Mapping[str, Any]) -> Block:
    """The block with the sent values of its kind's fields and its list.

    Raises: TooLong, TooManyLines, those of Kind.read.
    """
    block_kind = block.block_kind
    values = dict(block.values) | _own_values(sent, block_kind)
    has_items = block_kind.item and "items" in sent
    lines = [_as_form_values(line) for line in sent["items"]] if has_items else list(block.items)
    for field in block_kind.fields:
        if field.input == "url" and len(values.get(field.name, "")) > field.most:
            raise TooLong(field=field.name, most=field.most)
    if len(lines) > block_kind.most_items and block_kind.item:
        raise TooManyLines(most=block_kind.most_items)
    with map_line_fields(block_kind, lines):
        return block.with_values(values, lines)


def _with_common_fields(block: Block, body: CommonFields) -> Block:
    """The block with the sent fields that all kinds have: visibility, highlight, thumbnail and schedule."""
    sent = body.model_dump(include=body.model_fields_set)
    block = replace(block, **{name: sent[name] for name in ("shown", "highlight", "thumbnail") if name in sent})
    if not SCHEDULE.values() & sent.keys():
        return block
    starts, ends = sent.get("show_from", block.starts), sent.get("show_until", block.ends)
    try:
        return block.with_schedule(starts or "", ends or "")
    except Refusal as refusal:
        refusal.field = SCHEDULE[refusal.field]
        raise


def block_response(block: Block, clicks: int = 0) -> dict[str, Any]:
    """The block as a dict for JSON, with its number of clicks; fields without a value are empty."""
    block_kind = block.block_kind
    response: dict[str, Any] = {"id": block.id, "kind": block.kind} | _as_json_values(block_kind.fields, block.values)
    if block_kind.item:
        response["items"] = [_as_json_values(block_kind.item, line) for line in block.items]
    return response | {
        "shown": block.shown,
        "highlight": block.highlight,
        "thumbnail": block.thumbnail,
        "show_from": block.starts or None,
        "show_until": block.ends or None,
        "clicks": clicks,
        "complete": block.complete,
    }


def _as_json_values(fields: Sequence[Any], values: Mapping[str, str]) -> dict[str, Any]:
    """The values of all fields, with checkboxes as booleans."""
    return {
        field.name: values.get(field.name) == "on" if field.input == "checkbox" else values.get(field.name, "")
        for field in fields
    }


def fields_of_other_kinds(block: Block, body: BlockChangesBase) -> set[str]:
    """The sent fields that the kind of the block does not have: a body for changes takes those of every kind."""
    own = {field.name for field in block.block_kind.fields} | ({"items"} if block.block_kind.item else set())
    return set(body.model_fields_set) - own - CommonFields.model_fields.keys() - {"version"}


def _own_values(sent: Mapping[str, Any], block_kind: Kind) -> dict[str, str]:
    """Those of the sent values that are fields of the kind."""
    return _as_form_values({field.name: sent[field.name] for field in block_kind.fields if field.name in sent})


def _as_form_values(sent: Mapping[str, Any]) -> dict[str, str]:
    """The values as a form submits them: True is "on", False is empty."""
    return {name: "on" * value if isinstance(value, bool) else value for name, value in sent.items()}


@contextmanager
def map_line_fields(block_kind: Kind, lines: Sequence[Mapping[str, str]], name: str = "items") -> Iterator[None]:
    """While the block runs, turns the field `url-1` of a refusal into its path in the request body: `items.2.url`.

    `lines` are the sent lines, `name` is their field in the body. Kind.read_items does not count empty lines, so the
    index can differ from the one in the body.
    """
    try:
        yield
    except Refusal as refusal:
        if match := FORM_FIELD.fullmatch(refusal.field):
            counted = [at for at, line in enumerate(lines) if any(line.get(field.name) for field in block_kind.item)]
            refusal.field = f"{name}.{counted[int(match[2])]}.{match[1]}"
        raise


@contextmanager
def prefix_field(place: str) -> Iterator[None]:
    """While the block runs, prefixes the field of a refusal with a path: `url` becomes `blocks.2.url`."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = f"{place}.{refusal.field}" if refusal.field else place
        raise


def new_block_model(kind: str) -> type[NewBlockBase]:
    """The pydantic model of a new block of a kind. Raises: UnknownKind."""
    if kind not in NEW_BLOCK_MODELS:
        raise UnknownKind
    return NEW_BLOCK_MODELS[kind]


def field_path(place: FieldLocation) -> str:
    """The path of a field in a request body from the location of a pydantic error: `blocks.2.url`.

    Unlike envelope.field_path it contains the indexes of lists. The name of the kind, which pydantic adds after the
    index for a union, and the level `given` of an exported page are left out.
    """
    parts = [
        part
        for at, part in enumerate(place)
        if part != "given"
        and not (part in KINDS and at > 1 and isinstance(place[at - 1], int) and place[at - 2] == "blocks")
    ]
    return ".".join(map(str, parts))


def to_refusal(invalid: ValidationError) -> Refusal:
    """The refusal for the first error of a request body, with the path of its field.

    A block without a kind gives MissingField, one of an unknown kind UnknownKind, the rest what
    envelope.refusal_of_validation gives.
    """
    problem = invalid.errors(include_url=False, include_input=False)[0]
    if problem["type"].startswith("union_tag"):
        field = f"{field_path(problem['loc'])}.kind".lstrip(".")
        return (
            UnknownKind(field=field)
            if problem["type"] == "union_tag_invalid"
            else MissingField(field=field, name=field)
        )
    return envelope.refusal_of_validation(invalid, field_path)
