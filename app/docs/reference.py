"""What the pages of reference are made of: the tables that the code itself uses."""

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
    """An operation as its page shows it; `same` is the one whose table of answer fields stands for this one too."""

    operation: Operation
    example: Example
    body: list[Field]
    query: list[Field]
    answer: list[Field]
    same: Operation | None


def tables() -> dict[str, Any]:
    """What every sheet may show, by the name its templates know it by."""
    return {
        "operations": [(operation, pages()[operation.id]) for operation in OPERATIONS],
        "codes": dict(sorted(API_CODES.items(), key=lambda item: (item[1].status, item[0]))), "refused": refused(),
        "envelope_fields": fields(ErrorAnswer.__name__, _schemas()), "plans": PLANS.values(), "most_keys": MOST_KEYS,
        "settings": settings(), "commands": COMMANDS, "kinds": _kinds, "base": site.url("api", "/api/v1"),
        "public": site.url("public", ""),
    }


def entries(wanted: Sequence[str]) -> list[Entry]:
    """The operations of these ids, in that order; what one page says of an answer once it does not say again."""
    shown, known = examples(), {operation.id: operation for operation in OPERATIONS}
    first: dict[type | None, Operation] = {}
    return [
        Entry(
            operation, shown[operation.id], _table(operation.body), _table(operation.query), _table(operation.answer),
            None if first.setdefault(operation.answer, operation) is operation else first[operation.answer],
        )
        for operation in (known[id] for id in wanted)
    ]


@cache
def pages() -> dict[str, str]:
    """The slug of the page on which an operation stands, by its id."""
    return {id: sheet.slug for sheet in catalogue.SHEETS.values() for id in sheet.operations}


@cache
def described(language: str, server: str) -> dict[str, Any]:
    """The OpenAPI document in the language of the moment; made once for each."""
    return document(OPERATIONS, server, i18n.gettext)


def _schemas() -> dict[str, Any]:
    found: dict[str, Any] = described(i18n.language(), site.url("api", "/api/v1"))["components"]["schemas"]
    return found


def _kinds() -> list[tuple[Kind, list[Field]]]:
    """Each kind of block with the fields of its own, as programs send them."""
    common = {"kind", *New.model_fields}
    return [(KINDS[key], [row for row in _table(model) + _lines(model) if row.name not in common])
            for key, model in NEW.items()]


def _lines(model: type) -> list[Field]:
    """The fields of its items, where it has some."""
    name = model.__name__.replace("Block", "Item")
    return fields(name, _schemas(), "items[].") if name in _schemas() else []


def _table(model: type | None) -> list[Field]:
    return fields(model.__name__, _schemas()) if model else []
