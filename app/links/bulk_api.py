"""The JSON API of many links at once: `/api/v1/links/bulk`.

The answer has an item for each of the request, in its order. Each that is done counts as one request of the month.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json
from quart import Blueprint, Response

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links.api import WRITE_ERRORS
from app.links.bulk_edit import edit_items
from app.links.bulk_items import BulkItem, accepted, create_items, delete_items, hash_passwords
from app.links.bulk_schema import (
    MAX_ITEMS,
    ChangedLink,
    ChangedLinks,
    ItemAnswer,
    ItemAnswers,
    LinkIds,
    NewLinks,
    RawIds,
    RawItems,
)
from app.links.history.author import BULK, writing_through
from app.links.link_relations import load_relations
from app.links.request_bodies import NewLink
from app.links.schema import LinkData
from app.links.validation import check_changes
from app.web import envelope, limits
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.unknown_fields import MAX_NAMED, report_unknown, unknown_paths

Work = Callable[[Account, Sequence[BulkItem], int], Awaitable[None]]
MAX_BODY, NAMES_IN_LOG = 4 * 1024 * 1024, 3
blueprint = Blueprint("bulk_links_api", __name__, url_prefix="/api/v1/links")
limits.allow_body(MAX_BODY, "/api/v1/links/bulk")
api_authentication.require_api_key(blueprint)

document_code(
    "BULK_REFUSED",
    422,
    N_("Some items of an atomic request are wrong, so nothing was done; “items” has what is wrong of each."),
    N_("Correct or leave out those items, or send the request without “atomic”."),
)
document_code(
    "NOT_DONE",
    424,
    N_("The item is right, but another one of an atomic request is not."),
    N_("Correct the items with another error."),
)
OPERATIONS = [
    Operation(
        "createLinks",
        "POST",
        "/links/bulk",
        N_("Create many links"),
        N_("Makes up to 1,000 links; the answer has one item for each, in your order."),
        ItemAnswers,
        200,
        NewLinks,
        None,
        ("BULK_REFUSED", "NOT_DONE", *WRITE_ERRORS, "SHORTLINK_LIMIT_REACHED"),
        scope="links:write",
    ),
    Operation(
        "changeLinks",
        "PATCH",
        "/links/bulk",
        N_("Change many links"),
        N_("Changes up to 1,000 links; of each only the fields that you send."),
        ItemAnswers,
        200,
        ChangedLinks,
        None,
        ("BULK_REFUSED", "NOT_DONE", "NOT_FOUND", *WRITE_ERRORS),
        scope="links:write",
    ),
    Operation(
        "deleteLinks",
        "DELETE",
        "/links/bulk",
        N_("Delete many links"),
        N_("Deletes up to 1,000 links; each can be brought back for 30 days."),
        ItemAnswers,
        200,
        LinkIds,
        None,
        ("BULK_REFUSED", "NOT_DONE", "NOT_FOUND"),
        scope="links:write",
    ),
]


class BulkRefused(Refusal):
    """Items of an atomic request are refused. Facts: count, and items, what became of each."""

    code, answer_facts = "BULK_REFUSED", ("items",)
    says = N_("Nothing was done: %(count)s of the items are wrong.")


class NotDone(Refusal):
    """An item was not done, because another one of an atomic request is refused."""

    code, says = "NOT_DONE", N_("Another item is wrong, so this one was not done.")


class WrongNumberOfItems(InvalidRequest):
    """There is no list of items, or one with none or too many. Facts: most."""

    says = N_("Send a list of 1 to %(most)s items.")


class InvalidId(NotFound):
    """An item has an id that is none."""

    field = "id"


@blueprint.post("/bulk")
async def create_many() -> Response:
    """Creates links from a `NewLinks` body. Raises: BulkRefused if it is atomic and an item is refused."""
    body = await envelope.read_json_body(RawItems, _wrong_list)
    items = _read_items(NewLink, body.links)
    return await _answer(items, create_items, 201, atomic=body.atomic)


@blueprint.patch("/bulk")
async def change_many() -> Response:
    """Changes links by a `ChangedLinks` body. Raises: BulkRefused if it is atomic and an item is refused."""
    body = await envelope.read_json_body(RawItems, _wrong_list)
    items = _read_items(ChangedLink, body.links)
    return await _answer(items, edit_items, 200, atomic=body.atomic)


@blueprint.delete("/bulk")
async def delete_many() -> Response:
    """Deletes the links of a `LinkIds` body. Raises: BulkRefused if it is atomic and an item is refused."""
    body = await envelope.read_json_body(RawIds, _wrong_list)
    ids = [parse_uuid(id) if isinstance(id, str) else None for id in body.ids]
    items = [BulkItem(id=id) if id else BulkItem(refusal=InvalidId()) for id in ids]
    return await _answer(items, delete_items, 200, atomic=body.atomic)


async def _answer(items: list[BulkItem], work: Work, status: int, *, atomic: bool) -> Response:
    """Does the work of the items that are not refused, in one transaction, and responds with what became of each.

    Raises: ApiLimitReached, BulkRefused.
    """
    await api_authentication.check_monthly_limit()
    await hash_passwords(items)
    async with api_authentication.count_each_item() as count:
        if not atomic or len(accepted(items)) == len(items):
            with writing_through(BULK):
                await work(key_owner(), items, count.room)
        if atomic and len(accepted(items)) < len(items):
            raise _refused(items)
        done = accepted(items)
        count.done = len(done)
        if work is not delete_items:
            await load_relations([item.link for item in done if item.link], "tags", "names")
        _name_in_log(done)
        answers = [_item_answer(item, status, shown=work is not delete_items) for item in items]
        failed = len(items) - len(done)
        return envelope.success_response({"items": answers, "succeeded": len(done), "failed": failed})


def _item_answer(item: BulkItem, status: int, *, shown: bool) -> dict[str, Any]:
    """What became of an item, with its link if that is `shown`."""
    if item.refusal is not None or item.link is None:
        return ItemAnswer.refused(item.refusal or NotFound())
    return ItemAnswer.of(LinkData.of(item.link) if shown else None, status)


def _refused(items: Sequence[BulkItem]) -> BulkRefused:
    """The refusal of an atomic request of which items are refused."""
    answers = [ItemAnswer.refused(item.refusal or NotDone()) for item in items]
    return BulkRefused(count=len(items) - len(accepted(items)), items=answers)


def _read_items(model: type[NewLink] | type[ChangedLink], raw_items: Sequence[Any]) -> list[BulkItem]:
    """The items of a body, each read as a model, with a refusal for those that are wrong.

    Raises: UnknownField for a strict request with a field that the model does not have.
    """
    unknown, items = list[str](), list[BulkItem]()
    for at, raw in enumerate(raw_items):
        encoded, item = to_json(raw), BulkItem()
        try:
            body = model.model_validate_json(encoded)
            if len(unknown) < MAX_NAMED:
                unknown += [f"links.{at}.{path}" for path in islice(unknown_paths(model, encoded), MAX_NAMED)]
            item.changes, item.id = body.changes(), getattr(body, "id", item.id)
            check_changes(item.changes)
        except ValidationError as invalid:
            item.refusal = envelope.refusal_of_validation(invalid)
        except Refusal as refusal:
            item.refusal = refusal
        items.append(item)
    report_unknown(unknown)
    return items


def _wrong_list(invalid: ValidationError) -> Refusal:
    """The refusal of a body without a list of the right length."""
    problem = invalid.errors(include_url=False, include_input=False)[0]
    if problem["type"] in {"too_short", "too_long"}:
        return WrongNumberOfItems(field=str(problem["loc"][0]), most=MAX_ITEMS)
    return envelope.refusal_of_validation(invalid)


def _name_in_log(done: Sequence[BulkItem]) -> None:
    """Names the links in the audit log; a request that did nothing is not in it."""
    names = [item.link.display_url for item in done[:NAMES_IN_LOG] if item.link]
    if names:
        set_audit_target(", ".join(names) + (f", +{len(done) - len(names)}" if len(done) > len(names) else ""))
