"""Blocks out of what the JSON API was sent, and back. What is refused is named as it was sent: `items.2.url`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from app.blocks.kind import Kind
from app.blocks.kinds import KINDS, UnknownKind
from app.kernel.refusal import N_, InvalidRequest, MissingField, Refusal, TooLong
from app.pages.block import Block
from app.pages.json.block_schema import NEW, Changing, Common, New
from app.web import envelope
from app.web.envelope import Place


class TooManyLines(InvalidRequest):
    field, says = "items", N_("At most %(most)s lines, please.")


LINE = re.compile(r"(\w+)-(\d+)")
SCHEDULE = {"starts": "show_from", "ends": "show_until"}


def made(given: New) -> Block:
    """A new block. Refusals: those of its kind and of Block.scheduled, by field."""
    return _dressed(_filled(Block.new(given.kind), given.model_dump()), given)


def changed(block: Block, given: Changing) -> Block:
    """The block with what was sent of it; the rest stays. Refusals: as `made`."""
    sent = given.model_dump(include=given.model_fields_set)
    if {"items", *(field.name for field in block.kin.fields)} & sent.keys():
        block = _filled(block, sent)
    return _dressed(block, given)


def _filled(block: Block, sent: Mapping[str, Any]) -> Block:
    kin = block.kin
    values = dict(block.given) | _texts(sent, kin)
    lines = [_words(line) for line in sent["items"]] if kin.item and "items" in sent else list(block.items)
    for field in kin.fields:
        if field.input == "url" and len(values.get(field.name, "")) > field.most:
            raise TooLong(field=field.name, most=field.most)
    if len(lines) > kin.most_items and kin.item:
        raise TooManyLines(most=kin.most_items)
    with lines_named(kin, lines):
        return block.filled(values, lines)


def _dressed(block: Block, given: Common) -> Block:
    sent = given.model_dump(include=given.model_fields_set)
    block = replace(block, **{name: sent[name] for name in ("shown", "highlight", "thumbnail") if name in sent})
    if not SCHEDULE.values() & sent.keys():
        return block
    starts, ends = sent.get("show_from", block.starts), sent.get("show_until", block.ends)
    try:
        return block.scheduled(starts or "", ends or "")
    except Refusal as refusal:
        refusal.field = SCHEDULE[refusal.field]
        raise


def shown(block: Block, clicks: int = 0) -> dict[str, Any]:
    """The block as JSON; what it has not yet is empty."""
    kin = block.kin
    answer: dict[str, Any] = {"id": block.id, "kind": block.kind} | _answer(kin.fields, block.given)
    if kin.item:
        answer["items"] = [_answer(kin.item, line) for line in block.items]
    return answer | {"shown": block.shown, "highlight": block.highlight, "thumbnail": block.thumbnail,
                     "show_from": block.starts or None, "show_until": block.ends or None, "clicks": clicks,
                     "complete": block.complete}


def _answer(fields: Sequence[Any], given: Mapping[str, str]) -> dict[str, Any]:
    return {field.name: given.get(field.name) == "on" if field.input == "checkbox" else given.get(field.name, "")
            for field in fields}


def _texts(sent: Mapping[str, Any], kin: Kind) -> dict[str, str]:
    return _words({field.name: sent[field.name] for field in kin.fields if field.name in sent})


def _words(sent: Mapping[str, Any]) -> dict[str, str]:
    """As a form would say it."""
    return {name: "on" * value if isinstance(value, bool) else value for name, value in sent.items()}


@contextmanager
def lines_named(kin: Kind, lines: Sequence[Mapping[str, str]], name: str = "items") -> Iterator[None]:
    """Names the line that is to blame as it was sent: a kind does not count empty ones."""
    try:
        yield
    except Refusal as refusal:
        if found := LINE.fullmatch(refusal.field):
            there = [at for at, line in enumerate(lines) if any(line.get(field.name) for field in kin.item)]
            refusal.field = f"{name}.{there[int(found[2])]}.{found[1]}"
        raise


@contextmanager
def within(place: str) -> Iterator[None]:
    """Names what is to blame inside of something: `blocks.2` and `url` are `blocks.2.url`."""
    try:
        yield
    except Refusal as refusal:
        refusal.field = f"{place}.{refusal.field}" if refusal.field else place
        raise


def model_of(kind: str) -> type[New]:
    """The model that reads a new block of a kind. Refusals: UnknownKind."""
    if kind not in NEW:
        raise UnknownKind
    return NEW[kind]


def field_of(place: Place) -> str:
    """As envelope.field_of, but one of a list is named by its number; the kind that pydantic puts in is left out, and
    so is the `given` of a file: a field has one name everywhere.
    """
    parts = [part for at, part in enumerate(place) if part != "given"
             and not (part in KINDS and at > 1 and isinstance(place[at - 1], int) and place[at - 2] == "blocks")]
    return ".".join(map(str, parts))


def blamed(invalid: ValidationError) -> Refusal:
    """As envelope.blamed; a block of no kind, or of an unknown one, is told so."""
    problem = invalid.errors(include_url=False, include_input=False)[0]
    if problem["type"].startswith("union_tag"):
        field = f"{field_of(problem['loc'])}.kind".lstrip(".")
        return UnknownKind(field=field) if problem["type"] == "union_tag_invalid" else MissingField(
            field=field, name=field)
    return envelope.blamed(invalid, field_of)
