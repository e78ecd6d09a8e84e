"""The JSON API of bio pages: `/api/v1/pages`. Blocks, publishing, import and statistics have modules of their own."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.pages.api.responses import CONTENT, NAMING, whole
from app.pages.api.writes import changed, drafted, own, owned, written
from app.pages.content import Content
from app.pages.json import block_input
from app.pages.json.block_input import within
from app.pages.json.page_requests import NewPage, PageChanges, PageQuery, VersionQuery
from app.pages.json.page_responses import DeletedPage, PageData, PageList, PageRow
from app.pages.models import Page
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import page as cut
from app.web.requests import query

blueprint = Blueprint("pages_api", __name__, url_prefix="/api/v1/pages")
api_authentication.protect(blueprint)
OPERATIONS = [
    Operation("createPage", "POST", "/pages", N_("Create a bio page"),
              N_("Makes a page with everything on it. Nobody sees it until it is published."),
              PageData, 201, NewPage, None, (*CONTENT, *NAMING, "PAGE_LIMIT_REACHED", "SHORTLINK_LIMIT_REACHED")),
    Operation("listPages", "GET", "/pages", N_("List bio pages"), N_("Your pages, newest first, some at a time."),
              PageList, 200, None, PageQuery, ("INVALID_REQUEST",)),
    Operation("readPage", "GET", "/pages/{id}", N_("Read a bio page"),
              N_("The page as it will be when it is published next, with all its blocks."), PageData),
    Operation("changePage", "PATCH", "/pages/{id}", N_("Change a bio page"),
              N_("Changes what you send. Visitors see it when the page is published; a new slug holds at once."),
              PageData, 200, PageChanges, None, (*CONTENT, *NAMING, "EDITED_ELSEWHERE", "SHORTLINK_LIMIT_REACHED")),
    Operation("deletePage", "DELETE", "/pages/{id}", N_("Delete a bio page"),
              N_("Its name is held for you; in the dashboard it can be brought back for 30 days."),
              DeletedPage, 200, None, VersionQuery, ("INVALID_REQUEST", "EDITED_ELSEWHERE")),
]


@blueprint.post("")
async def create() -> Response:
    given = await envelope.body(NewPage, block_input.blamed)
    blocks = []
    for at, one in enumerate(given.blocks):
        with within(f"blocks.{at}"):
            blocks.append(block_input.made(one))
    content = changed(Content(language=account().language, blocks=tuple(blocks)), given)
    async with api_authentication.counted():
        await owned(content)
        page = await Page.open(account(), given.slug, content)
    return await whole(page, 201)


@blueprint.get("")
async def index() -> Response:
    asked = query(PageQuery)
    async with api_authentication.counted():
        found = await cut(Page.owned_by(account()), by="created_at", cursor=asked.cursor, size=asked.limit)
    return envelope.ok({"pages": [PageRow.of(page) for page in found.rows], "next_cursor": found.next})


@blueprint.get("/<uuid:id>")
async def read(id: UUID) -> Response:
    async with api_authentication.counted():
        return await whole(await own(id))


@blueprint.patch("/<uuid:id>")
async def change(id: UUID) -> Response:
    given = await envelope.body(PageChanges, block_input.blamed)

    async def work(page: Page) -> Response:
        content = changed(page.content, given)
        if "slug" in given.model_fields_set:
            await page.rename(account(), given.slug)
        await drafted(page, content)
        return await whole(page)

    return await written(id, given.version, work)


@blueprint.delete("/<uuid:id>")
async def delete(id: UUID) -> Response:
    async def work(page: Page) -> Response:
        await page.delete_for_now()
        return envelope.ok({"id": str(page.id), "deleted": True, "version": page.version})

    return await written(id, query(VersionQuery).version, work)
