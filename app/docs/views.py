"""The documentation, made from the tables the code itself uses, and `/api/v1/openapi.json`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from quart import Blueprint, Response, current_app

from app.analytics import api as statistics_api
from app.audience import api as audience_api
from app.blocks.kind import Kind
from app.blocks.kinds import KINDS
from app.docs.example import Example
from app.docs.examples import examples, refused
from app.docs.fields import Field, fields
from app.docs.operator import COMMANDS, settings
from app.docs.recipes import recipes
from app.kernel import i18n, site
from app.keys import api as keys_api
from app.keys.snippets import snippets
from app.links import api as links_api
from app.pages import api as pages_api
from app.pages import blocks_api as page_blocks_api
from app.pages import portable_api
from app.pages import statistics_api as page_statistics_api
from app.pages.typed import NEW, New
from app.plans.table import MOST_KEYS, PLANS
from app.qr import api as qr_api
from app.web import envelope, hx
from app.web.openapi import ErrorAnswer, Operation, document

blueprint = Blueprint("docs", __name__)
OPERATIONS = [
    *links_api.OPERATIONS, *qr_api.OPERATIONS, *pages_api.OPERATIONS, *page_blocks_api.OPERATIONS,
    *page_statistics_api.OPERATIONS, *portable_api.OPERATIONS, *audience_api.OPERATIONS,
    *statistics_api.OPERATIONS, *keys_api.OPERATIONS,
]


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as the page shows it; `same` is the one whose table of answer fields stands for this one too."""

    operation: Operation
    example: Example
    body: list[Field]
    query: list[Field]
    answer: list[Field]
    same: Operation | None


@blueprint.get("/docs/")
async def index() -> Response:
    url = site.url("api", "/api/v1/links")
    response = await hx.answer(
        "docs/index.html", entries=_entries(), envelope_fields=fields(ErrorAnswer.__name__, _schemas()),
        codes=envelope.API_CODES, refused=refused(), plans=PLANS.values(), most_keys=MOST_KEYS,
        snippets=snippets(url), recipes=recipes(url), settings=settings(), commands=COMMANDS,
        kinds=_kinds(), base=site.url("api", "/api/v1"), public=site.url("public", ""),
    )
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@blueprint.get("/api/v1/openapi.json")
async def openapi() -> Response:
    body = current_app.json.dumps(_document(i18n.language(), site.url("api", "/api/v1")))
    response = Response(body, content_type="application/json", headers={"Cache-Control": "public, max-age=300"})
    response.vary.add("Accept-Language")
    return response


@cache
def _document(language: str, server: str) -> dict[str, Any]:
    """The document in the language of the moment; made once for each."""
    return document(OPERATIONS, server, i18n.gettext)


def _schemas() -> dict[str, Any]:
    described: dict[str, Any] = _document(i18n.language(), site.url("api", "/api/v1"))["components"]["schemas"]
    return described


def _entries() -> list[Entry]:
    shown = examples()
    first: dict[type | None, Operation] = {}
    return [
        Entry(
            operation, shown[operation.id], _table(operation.body), _table(operation.query), _table(operation.answer),
            None if first.setdefault(operation.answer, operation) is operation else first[operation.answer],
        )
        for operation in OPERATIONS
    ]


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
