"""The data of the reference pages, taken from the tables that the code itself uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.analytics import api as statistics_api
from app.audience import api as audience_api
from app.blocks.kind import Kind
from app.blocks.kinds import KINDS
from app.docs import catalogue
from app.docs.api_example import Example
from app.docs.api_examples import examples, refused
from app.docs.field_tables import Field, fields
from app.docs.operator_reference import COMMANDS, settings
from app.kernel import i18n, site
from app.kernel.error_codes import API_CODES
from app.keys import api as keys_api
from app.links import api as links_api
from app.pages.api import blocks as page_blocks_api
from app.pages.api import pages as pages_api
from app.pages.api import statistics as page_statistics_api
from app.pages.api import transfer
from app.pages.json.block_schema import NEW, New
from app.plans.table import MOST_KEYS, PLANS
from app.qr import api as qr_api
from app.web.openapi import ErrorAnswer, Operation, document

OPERATIONS = [
    *links_api.OPERATIONS, *qr_api.OPERATIONS, *pages_api.OPERATIONS, *page_blocks_api.OPERATIONS,
    *page_statistics_api.OPERATIONS, *transfer.OPERATIONS, *audience_api.OPERATIONS,
    *statistics_api.OPERATIONS, *keys_api.OPERATIONS,
]


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as its page shows it.

    `same` is an earlier operation of the page with the same response fields, whose table is linked instead of repeated.
    """

    operation: Operation
    example: Example
    body: list[Field]
    query: list[Field]
    answer: list[Field]
    same: Operation | None


def tables() -> dict[str, Any]:
    """Returns the template variables that reference pages may use, by name."""
    return {
        "operations": [(operation, pages()[operation.id]) for operation in OPERATIONS],
        "codes": dict(sorted(API_CODES.items(), key=lambda item: (item[1].status, item[0]))), "refused": refused(),
        "envelope_fields": fields(ErrorAnswer.__name__, _schemas()), "plans": PLANS.values(), "most_keys": MOST_KEYS,
        "settings": settings(), "commands": COMMANDS, "kinds": _block_kinds, "base": site.url("api", "/api/v1"),
        "public": site.url("public", ""),
    }


def entries(ids: Sequence[str]) -> list[Entry]:
    """Returns the operations with these ids, in that order; the fields of a response are listed once on a page."""
    example_of, operation_of = examples(), {operation.id: operation for operation in OPERATIONS}
    first_with: dict[type | None, Operation] = {}
    return [
        Entry(
            operation, example_of[operation.id], _fields(operation.body), _fields(operation.query),
            _fields(operation.answer),
            None if first_with.setdefault(operation.answer, operation) is operation else first_with[operation.answer],
        )
        for operation in (operation_of[id] for id in ids)
    ]


@cache
def pages() -> dict[str, str]:
    """Returns the slug of the page that documents an operation, by operation id."""
    return {id: sheet.slug for sheet in catalogue.SHEETS.values() for id in sheet.operations}


@cache
def described(language: str, server: str) -> dict[str, Any]:
    """Returns the OpenAPI document in the current language, whose server is `server`; cached for each pair."""
    return document(OPERATIONS, server, i18n.gettext)


def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = described(i18n.language(), site.url("api", "/api/v1"))["components"]["schemas"]
    return schemas


def _block_kinds() -> list[tuple[Kind, list[Field]]]:
    """Every kind of block with the fields of its own, as API clients send them."""
    common_fields = {"kind", *New.model_fields}
    return [(KINDS[key], [row for row in _fields(model) + _item_fields(model) if row.name not in common_fields])
            for key, model in NEW.items()]


def _item_fields(model: type) -> list[Field]:
    """The fields of the items of a block's list, when it has one."""
    name = model.__name__.replace("Block", "Item")
    return fields(name, _schemas(), "items[].") if name in _schemas() else []


def _fields(model: type | None) -> list[Field]:
    return fields(model.__name__, _schemas()) if model else []
