"""The JSON API operations on the blocks of a page and their order, and on its publication and undo."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, InvalidRequest
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.pages import statistics
from app.pages.api.responses import CONTENT, whole
from app.pages.api.writes import drafted, written
from app.pages.json import block_input
from app.pages.json.block_schema import BlockChanges, NewBlock
from app.pages.json.page_requests import Order, VersionQuery
from app.pages.json.page_responses import BlockAnswer, DeletedBlock, PageData
from app.pages.models import Page
from app.web import envelope
from app.web.openapi import Operation
from app.web.requests import query

blueprint = Blueprint("page_blocks_api", __name__, url_prefix="/api/v1/pages")
api_authentication.protect(blueprint)
BLOCK_PATH = "/pages/{id}/blocks/{block}"
VERSION_REFUSALS = ("INVALID_REQUEST", "EDITED_ELSEWHERE")


class UnknownBlock(InvalidRequest):
    """The new order has an id that the page does not have, or one twice."""

    field, says = "ids", N_("The page has no block %(id)s, or the list has it twice.")


OPERATIONS = [
    Operation("addBlock", "POST", "/pages/{id}/blocks", N_("Add a block"),
              N_("Puts one more block on the page, at the end unless you say where."),
              BlockAnswer, 201, NewBlock, None, (*CONTENT, "EDITED_ELSEWHERE")),
    Operation("changeBlock", "PATCH", BLOCK_PATH, N_("Change a block"),
              N_("Changes the fields that you send. The kind of a block cannot be changed."),
              BlockAnswer, 200, BlockChanges, None, (*CONTENT, "EDITED_ELSEWHERE")),
    Operation("deleteBlock", "DELETE", BLOCK_PATH, N_("Delete a block"), N_("Undo brings it back."),
              DeletedBlock, 200, None, VersionQuery, VERSION_REFUSALS),
    Operation("orderBlocks", "PUT", "/pages/{id}/order", N_("Order the blocks"),
              N_("Puts the blocks of a page into an order. Send the version that you last read: if "
                 "somebody moved a block in the meantime, you get 409 and nothing of it is undone."),
              PageData, 200, Order, None, VERSION_REFUSALS),
    Operation("publishPage", "PUT", "/pages/{id}/publication", N_("Publish a bio page"),
              N_("Shows the page to everybody as it is now. Each destination gets a short link of its own underneath, "
                 "which takes nothing of your plan."),
              PageData, 200, None, VersionQuery, (*VERSION_REFUSALS, "NOTHING_TO_SHOW")),
    Operation("unpublishPage", "DELETE", "/pages/{id}/publication", N_("Unpublish a bio page"),
              N_("Takes the page offline. Its name stays reserved for it."),
              PageData, 200, None, VersionQuery, VERSION_REFUSALS),
    Operation("undoChange", "POST", "/pages/{id}/undo", N_("Undo the last change"),
              N_("Takes the last change of the page back. What visitors see changes when it is published."),
              PageData, 200, None, VersionQuery, (*VERSION_REFUSALS, "NOTHING_TO_UNDO")),
]


@blueprint.post("/<uuid:id>/blocks")
async def add(id: UUID) -> Response:
    """addBlock: adds a block; the body is read first for its kind, then by the model of that kind."""
    kind = (await envelope.body(NewBlock, block_input.blamed)).kind
    body = await envelope.body(block_input.model_of(kind), block_input.blamed)
    block = block_input.made(body)

    async def work(page: Page) -> Response:
        content = page.content.with_block(block, body.at)
        await drafted(page, content, block=block.id)
        return envelope.ok(BlockAnswer.of(page, block, 0), 201)

    return await written(id, body.version, work)


@blueprint.patch("/<uuid:id>/blocks/<block>")
async def change(id: UUID, block: str) -> Response:
    """changeBlock: changes the fields that the body has."""
    body = await envelope.body(BlockChanges, block_input.blamed)

    async def work(page: Page) -> Response:
        changed_block = block_input.changed(page.content.block(block), body)
        await drafted(page, page.content.with_changed(changed_block), block=block)
        return envelope.ok(BlockAnswer.of(page, changed_block, (await statistics.clicks(page)).get(block, 0)))

    return await written(id, body.version, work)


@blueprint.delete("/<uuid:id>/blocks/<block>")
async def delete(id: UUID, block: str) -> Response:
    """deleteBlock: deletes a block."""

    async def work(page: Page) -> Response:
        await drafted(page, page.content.without(block))
        return envelope.ok({"id": block, "deleted": True, "version": page.version})

    return await written(id, query(VersionQuery).version, work)


@blueprint.put("/<uuid:id>/order")
async def order(id: UUID) -> Response:
    """orderBlocks: puts the blocks into the order of the ids in the body."""
    body = await envelope.body(Order)

    async def work(page: Page) -> Response:
        remaining = {block.id for block in page.content.blocks}
        for block_id in body.ids:
            if block_id not in remaining:
                raise UnknownBlock(id=block_id[:40])
            remaining.remove(block_id)
        await drafted(page, page.content.ordered(body.ids))
        return await whole(page)

    return await written(id, body.version, work)


@blueprint.put("/<uuid:id>/publication")
async def publish(id: UUID) -> Response:
    """publishPage: publishes the draft."""

    async def work(page: Page) -> Response:
        await page.publish(account())
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)


@blueprint.delete("/<uuid:id>/publication")
async def unpublish(id: UUID) -> Response:
    """unpublishPage: takes the page offline."""

    async def work(page: Page) -> Response:
        await page.unpublish()
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)


@blueprint.post("/<uuid:id>/undo")
async def undo(id: UUID) -> Response:
    """undoChange: takes the last change of the draft back."""

    async def work(page: Page) -> Response:
        await page.undo()
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)
