"""The data of the reference pages, read from the tables that the code itself uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.accounts.roles import ROLES
from app.analytics import api as statistics_api
from app.audience import api as audience_api
from app.blocks.kind import Kind
from app.docs import catalogue
from app.docs.api_example import Example
from app.docs.api_examples import all_examples, refusal_example
from app.docs.field_tables import FieldRow, field_rows
from app.docs.operator_reference import COMMANDS, list_settings
from app.docs.role_table import ROLE_NAMES, role_rows
from app.docs.webhook_examples import event_examples
from app.kernel import i18n, installation, site
from app.kernel.error_codes import API_CODES, ErrorCode
from app.kernel.refusal import N_
from app.keys import account_api as keys_api
from app.keys.scopes import PUBLISH, SCOPES
from app.links import api as links_api
from app.links import bulk_api, tags_api
from app.pages.api import blocks as page_blocks_api
from app.pages.api import pages as pages_api
from app.pages.api import statistics as page_statistics_api
from app.pages.api import transfer
from app.pages.json.block_schema import NEW_BLOCK_MODELS, NewBlockBase
from app.pages.public.latest_posts import offered_block_kinds
from app.plans.plan_limits import MAX_KEYS, MB, PLANS
from app.publishing.api import connections as connections_api
from app.publishing.api import media as post_files_api
from app.publishing.api import post_actions as post_actions_api
from app.publishing.api import posts as posts_api
from app.publishing.api.connections import ConnectionData
from app.publishing.api.post_requests import VariantLine
from app.publishing.api.post_responses import VariantData
from app.qr import api as qr_api
from app.web.openapi import ErrorAnswer, Operation, openapi_document
from app.web.openapi_headers import REQUEST_HEADERS, RESPONSE_HEADERS
from app.webhooks import api as webhooks_api
from app.webhooks.delivery import PAUSES

OPERATIONS = [
    *links_api.OPERATIONS,
    *bulk_api.OPERATIONS,
    *tags_api.OPERATIONS,
    *qr_api.OPERATIONS,
    *pages_api.OPERATIONS,
    *page_blocks_api.OPERATIONS,
    *page_statistics_api.OPERATIONS,
    *transfer.OPERATIONS,
    *audience_api.OPERATIONS,
    *posts_api.OPERATIONS,
    *post_actions_api.OPERATIONS,
    *post_files_api.OPERATIONS,
    *connections_api.OPERATIONS,
    *webhooks_api.OPERATIONS,
    *statistics_api.OPERATIONS,
    *keys_api.OPERATIONS,
]

PARTS_OF_POSTS = (
    (VariantLine, N_("A variant in a request")),
    (VariantData, N_("A variant in an answer")),
    (ConnectionData, N_("A connection")),
)


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """An operation as its page shows it.

    `same` is an earlier operation of the page with the same response fields, whose table is linked instead of repeated.
    """

    operation: Operation
    example: Example
    body: list[FieldRow]
    query: list[FieldRow]
    answer: list[FieldRow]
    same: Operation | None


def template_context() -> dict[str, Any]:
    """Returns the template variables that reference pages may use, by name."""
    return {
        "scopes": _offered_scopes(),
        "operations": [(operation, page_by_operation()[operation.id]) for operation in offered_operations()],
        "request_headers": REQUEST_HEADERS,
        "response_headers": RESPONSE_HEADERS,
        "codes": dict(sorted(_offered_codes().items(), key=lambda item: (item[1].status, item[0]))),
        "refusal_example": refusal_example(),
        "envelope_fields": field_rows(ErrorAnswer.__name__, _schemas()),
        "plans": PLANS.values(),
        "most_keys": MAX_KEYS,
        "MB": MB,
        "settings": list_settings(),
        "commands": COMMANDS,
        "kinds": _block_kinds,
        "events": lambda: event_examples(all_examples()),
        "parts_of_posts": lambda: [(_fields(model), title) for model, title in PARTS_OF_POSTS],
        "pauses": [i18n.format_duration(round(pause.total_seconds())) for pause in PAUSES],
        "role_rows": role_rows(),
        "role_names": [i18n.gettext(ROLE_NAMES[role]) for role in ROLES],
        "base": site.url("api", "/api/v1"),
        "public": site.url("public", ""),
    }


def offered_operations() -> list[Operation]:
    """Returns the operations that this installation answers: where publishing is off, none of its scope."""
    on = installation.current().config.publishing
    return [operation for operation in OPERATIONS if on or operation.scope != PUBLISH]


def _offered_scopes() -> list[tuple[str, str]]:
    """Returns the scopes of the operations that are offered, with their words."""
    declared = {operation.scope for operation in offered_operations()}
    return [(scope, words) for scope, words in SCOPES.items() if scope in declared]


def _offered_codes() -> dict[str, ErrorCode]:
    """Returns the error codes without those that only operations which are not offered can answer."""
    offered = {code for operation in offered_operations() for code in operation.codes}
    hidden = {code for operation in OPERATIONS for code in operation.codes} - offered
    return {code: entry for code, entry in API_CODES.items() if code not in hidden}


def operation_entries(ids: Sequence[str]) -> list[OperationEntry]:
    """Returns the operations with these ids, in that order; the fields of a response are listed once on a page."""
    example_of, operation_of = all_examples(), {operation.id: operation for operation in OPERATIONS}
    first_with: dict[type | None, Operation] = {}
    return [
        OperationEntry(
            operation,
            example_of[operation.id],
            _fields(operation.body),
            _fields(operation.query),
            _fields(operation.answer),
            None if first_with.setdefault(operation.answer, operation) is operation else first_with[operation.answer],
        )
        for operation in (operation_of[id] for id in ids)
    ]


@cache
def page_by_operation() -> dict[str, str]:
    """Returns the slug of the page that documents an operation, by operation id."""
    return {id: page.slug for page in catalogue.REFERENCE_PAGES.values() for id in page.operations}


def localized_openapi_document(language: str, server: str) -> dict[str, Any]:
    """Returns the OpenAPI document in the current language, whose server is `server`; cached for each pair."""
    return _openapi_document(language, server, installation.current().config.publishing)


@cache
def _openapi_document(_language: str, server: str, _publishing: bool) -> dict[str, Any]:
    return openapi_document(offered_operations(), server, i18n.gettext)


def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = localized_openapi_document(i18n.current_language(), site.url("api", "/api/v1"))[
        "components"
    ]["schemas"]
    return schemas


def _block_kinds() -> list[tuple[Kind, list[FieldRow]]]:
    """Every kind of block that is offered here with the fields of its own, as API clients send them."""
    offered, common_fields = offered_block_kinds(), {"kind", *NewBlockBase.model_fields}
    return [
        (offered[key], [row for row in _fields(model) + _item_fields(model) if row.name not in common_fields])
        for key, model in NEW_BLOCK_MODELS.items()
        if key in offered
    ]


def _item_fields(model: type) -> list[FieldRow]:
    """The fields of the items of a block's list, when it has one."""
    name = model.__name__.replace("Block", "Item")
    return field_rows(name, _schemas(), "items[].") if name in _schemas() else []


def _fields(model: type | None) -> list[FieldRow]:
    return field_rows(model.__name__, _schemas()) if model else []
