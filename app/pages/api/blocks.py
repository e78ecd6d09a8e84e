"""The JSON API of what is done to a bio page: its blocks and their order, publishing it, taking a change back."""

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
BLOCK = "/pages/{id}/blocks/{block}"
VERSIONED = ("INVALID_REQUEST", "EDITED_ELSEWHERE")


class UnknownBlock(InvalidRequest):
    field, says = "ids", N_("The page has no block %(id)s, or it stands there twice.")


OPERATIONS = [
    Operation("addBlock", "POST", "/pages/{id}/blocks", N_("Add a block"),
              N_("Puts one more block on the page, at the end unless you say where."),
              BlockAnswer, 201, NewBlock, None, (*CONTENT, "EDITED_ELSEWHERE")),
    Operation("changeBlock", "PATCH", BLOCK, N_("Change a block"),
              N_("Changes what you send of the fields that its kind has; a block stays of its kind."),
              BlockAnswer, 200, BlockChanges, None, (*CONTENT, "EDITED_ELSEWHERE")),
    Operation("deleteBlock", "DELETE", BLOCK, N_("Delete a block"), N_("It can be had back by undo."),
              DeletedBlock, 200, None, VersionQuery, VERSIONED),
    Operation("orderBlocks", "PUT", "/pages/{id}/order", N_("Order the blocks"),
              N_("Puts the blocks of a page into an order. Send the version you know: what somebody else moved "
                 "meanwhile is not undone then, you get 409."),
              PageData, 200, Order, None, VERSIONED),
    Operation("publishPage", "PUT", "/pages/{id}/publication", N_("Publish a bio page"),
              N_("Shows the page to everybody as it is now. Each destination gets a short link of its own underneath, "
                 "which takes nothing of your plan."),
              PageData, 200, None, VersionQuery, (*VERSIONED, "NOTHING_TO_SHOW")),
    Operation("unpublishPage", "DELETE", "/pages/{id}/publication", N_("Unpublish a bio page"),
              N_("Shows the page to nobody. Its name stays its own."), PageData, 200, None, VersionQuery, VERSIONED),
    Operation("undoChange", "POST", "/pages/{id}/undo", N_("Undo the last change"),
              N_("Takes the last change of the page back. What visitors see changes when it is published."),
              PageData, 200, None, VersionQuery, (*VERSIONED, "NOTHING_TO_UNDO")),
]


@blueprint.post("/<uuid:id>/blocks")
async def add(id: UUID) -> Response:
    kind = (await envelope.body(NewBlock, block_input.blamed)).kind
    given = await envelope.body(block_input.model_of(kind), block_input.blamed)
    block = block_input.made(given)

    async def work(page: Page) -> Response:
        content = page.content.with_block(block, given.at)
        await drafted(page, content, block=block.id)
        return envelope.ok(BlockAnswer.of(page, block, 0), 201)

    return await written(id, given.version, work)


@blueprint.patch("/<uuid:id>/blocks/<block>")
async def change(id: UUID, block: str) -> Response:
    given = await envelope.body(BlockChanges, block_input.blamed)

    async def work(page: Page) -> Response:
        now = block_input.changed(page.content.block(block), given)
        await drafted(page, page.content.with_changed(now), block=block)
        return envelope.ok(BlockAnswer.of(page, now, (await statistics.clicks(page)).get(block, 0)))

    return await written(id, given.version, work)


@blueprint.delete("/<uuid:id>/blocks/<block>")
async def delete(id: UUID, block: str) -> Response:
    async def work(page: Page) -> Response:
        await drafted(page, page.content.without(block))
        return envelope.ok({"id": block, "deleted": True, "version": page.version})

    return await written(id, query(VersionQuery).version, work)


@blueprint.put("/<uuid:id>/order")
async def order(id: UUID) -> Response:
    given = await envelope.body(Order)

    async def work(page: Page) -> Response:
        left = {block.id for block in page.content.blocks}
        for one in given.ids:
            if one not in left:
                raise UnknownBlock(id=one[:40])
            left.remove(one)
        await drafted(page, page.content.ordered(given.ids))
        return await whole(page)

    return await written(id, given.version, work)


@blueprint.put("/<uuid:id>/publication")
async def publish(id: UUID) -> Response:
    async def work(page: Page) -> Response:
        await page.publish(account())
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)


@blueprint.delete("/<uuid:id>/publication")
async def unpublish(id: UUID) -> Response:
    async def work(page: Page) -> Response:
        await page.unpublish()
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)


@blueprint.post("/<uuid:id>/undo")
async def undo(id: UUID) -> Response:
    async def work(page: Page) -> Response:
        await page.undo()
        return await whole(page)

    return await written(id, query(VersionQuery).version, work)
