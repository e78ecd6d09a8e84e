"""The JSON API operations on the blocks of a page and their order, and on its publication and undo."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, InvalidRequest
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.pages import statistics
from app.pages.api.responses import CONTENT, page_response
from app.pages.api.writes import save_draft, write_page
from app.pages.json import block_input
from app.pages.json.block_schema import BlockChanges, NewBlock
from app.pages.json.page_requests import Order, VersionQuery
from app.pages.json.page_responses import BlockAnswer, DeletedBlock, PageData
from app.pages.models import Page
from app.web import envelope
from app.web.openapi import Operation
from app.web.query_parsing import query
from app.web.unknown_fields import report_unknown

blueprint = Blueprint("page_blocks_api", __name__, url_prefix="/api/v1/pages")
api_authentication.require_api_key(blueprint)
BLOCK_PATH = "/pages/{id}/blocks/{block}"
VERSION_REFUSALS = ("INVALID_REQUEST", "EDITED_ELSEWHERE")


class UnknownBlock(InvalidRequest):
    """The new order has an id that the page does not have, or one twice."""

    field, says = "ids", N_("The page has no block %(id)s, or the list has it twice.")


OPERATIONS = [
    Operation(
        "addBlock",
        "POST",
        "/pages/{id}/blocks",
        N_("Add a block"),
        N_("Puts one more block on the page, at the end unless you say where."),
        BlockAnswer,
        201,
        NewBlock,
        None,
        (*CONTENT, "EDITED_ELSEWHERE"),
        scope="pages:write",
    ),
    Operation(
        "changeBlock",
        "PATCH",
        BLOCK_PATH,
        N_("Change a block"),
        N_("Changes the fields that you send. The kind of a block cannot be changed."),
        BlockAnswer,
        200,
        BlockChanges,
        None,
        (*CONTENT, "EDITED_ELSEWHERE"),
        scope="pages:write",
    ),
    Operation(
        "deleteBlock",
        "DELETE",
        BLOCK_PATH,
        N_("Delete a block"),
        N_("Undo brings it back."),
        DeletedBlock,
        200,
        None,
        VersionQuery,
        VERSION_REFUSALS,
        scope="pages:write",
    ),
    Operation(
        "orderBlocks",
        "PUT",
        "/pages/{id}/order",
        N_("Order the blocks"),
        N_(
            "Puts the blocks of a page into an order. Send the version that you last read: if "
            "somebody moved a block in the meantime, you get 409 and nothing of it is undone."
        ),
        PageData,
        200,
        Order,
        None,
        VERSION_REFUSALS,
        scope="pages:write",
    ),
    Operation(
        "publishPage",
        "PUT",
        "/pages/{id}/publication",
        N_("Publish a bio page"),
        N_(
            "Shows the page to everybody as it is now. Each destination gets a short link of its own underneath, "
            "which takes nothing of your plan."
        ),
        PageData,
        200,
        None,
        VersionQuery,
        (*VERSION_REFUSALS, "NOTHING_TO_SHOW", "DESTINATION_REFUSED", "LINKS_STOPPED"),
        scope="pages:write",
    ),
    Operation(
        "unpublishPage",
        "DELETE",
        "/pages/{id}/publication",
        N_("Unpublish a bio page"),
        N_("Takes the page offline. Its name stays reserved for it."),
        PageData,
        200,
        None,
        VersionQuery,
        VERSION_REFUSALS,
        scope="pages:write",
    ),
    Operation(
        "undoChange",
        "POST",
        "/pages/{id}/undo",
        N_("Undo the last change"),
        N_("Takes the last change of the page back. What visitors see changes when it is published."),
        PageData,
        200,
        None,
        VersionQuery,
        (*VERSION_REFUSALS, "NOTHING_TO_UNDO"),
        scope="pages:write",
    ),
]


@blueprint.post("/<uuid:id>/blocks")
async def add_block(id: UUID) -> Response:
    """addBlock: adds a block; the body is read first for its kind, then by the model of that kind."""
    kind = (await envelope.read_json_body(NewBlock, block_input.to_refusal, whole=False)).kind
    body = await envelope.read_json_body(block_input.new_block_model(kind), block_input.to_refusal)
    block = block_input.new_block(body)

    async def work(page: Page) -> Response:
        content = page.content.with_block(block, body.at)
        await save_draft(page, content, block=block.id)
        return envelope.success_response(BlockAnswer.of(page, block, 0), 201)

    return await write_page(id, body.version, work)


@blueprint.patch("/<uuid:id>/blocks/<block>")
async def change_block(id: UUID, block: str) -> Response:
    """changeBlock: changes the fields that the body has."""
    body = await envelope.read_json_body(BlockChanges, block_input.to_refusal)

    async def work(page: Page) -> Response:
        report_unknown(sorted(block_input.fields_of_other_kinds(page.content.block(block), body)))
        changed_block = block_input.change_block(page.content.block(block), body)
        await save_draft(page, page.content.with_replaced(changed_block), block=block)
        return envelope.success_response(
            BlockAnswer.of(page, changed_block, (await statistics.clicks_by_block(page)).get(block, 0))
        )

    return await write_page(id, body.version, work)


@blueprint.delete("/<uuid:id>/blocks/<block>")
async def delete_block(id: UUID, block: str) -> Response:
    """deleteBlock: deletes a block."""

    async def work(page: Page) -> Response:
        await save_draft(page, page.content.without(block))
        return envelope.success_response({"id": block, "deleted": True, "version": page.version})

    return await write_page(id, query(VersionQuery).version, work)


@blueprint.put("/<uuid:id>/order")
async def order_blocks(id: UUID) -> Response:
    """orderBlocks: puts the blocks into the order of the ids in the body."""
    body = await envelope.read_json_body(Order)

    async def work(page: Page) -> Response:
        remaining = {block.id for block in page.content.blocks}
        for block_id in body.ids:
            if block_id not in remaining:
                raise UnknownBlock(id=block_id[:40])
            remaining.remove(block_id)
        await save_draft(page, page.content.with_order(body.ids))
        return await page_response(page)

    return await write_page(id, body.version, work)


@blueprint.put("/<uuid:id>/publication")
async def publish_page(id: UUID) -> Response:
    """publishPage: publishes the draft."""

    async def work(page: Page) -> Response:
        await page.publish(key_owner())
        return await page_response(page)

    return await write_page(id, query(VersionQuery).version, work)


@blueprint.delete("/<uuid:id>/publication")
async def unpublish_page(id: UUID) -> Response:
    """unpublishPage: takes the page offline."""

    async def work(page: Page) -> Response:
        await page.unpublish()
        return await page_response(page)

    return await write_page(id, query(VersionQuery).version, work)


@blueprint.post("/<uuid:id>/undo")
async def undo_change(id: UUID) -> Response:
    """undoChange: takes the last change of the draft back."""

    async def work(page: Page) -> Response:
        await page.undo()
        return await page_response(page)

    return await write_page(id, query(VersionQuery).version, work)
