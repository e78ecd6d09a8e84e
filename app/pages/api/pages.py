"""The JSON API operations on pages: `/api/v1/pages`. Blocks, publication, import and statistics have other modules."""

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
from app.web import envelope, limits
from app.web.openapi import Operation
from app.web.pagination import page as paginate
from app.web.requests import query

blueprint = Blueprint("pages_api", __name__, url_prefix="/api/v1/pages")
limits.allow_body(limits.PAGE, "/api/v1/pages.*")
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
    """createPage: creates a page with all its blocks, unpublished."""
    body = await envelope.body(NewPage, block_input.blamed)
    blocks = []
    for at, block_body in enumerate(body.blocks):
        with within(f"blocks.{at}"):
            blocks.append(block_input.made(block_body))
    content = changed(Content(language=account().language, blocks=tuple(blocks)), body)
    async with api_authentication.counted():
        await owned(content)
        page = await Page.open(account(), body.slug, content)
    return await whole(page, 201)


@blueprint.get("")
async def index() -> Response:
    """listPages: lists the account's pages, newest first."""
    params = query(PageQuery)
    async with api_authentication.counted():
        result = await paginate(Page.owned_by(account()), by="created_at", cursor=params.cursor, size=params.limit)
    return envelope.ok({"pages": [PageRow.of(page) for page in result.rows], "next_cursor": result.next})


@blueprint.get("/<uuid:id>")
async def read(id: UUID) -> Response:
    """readPage: returns the draft of a page."""
    async with api_authentication.counted():
        return await whole(await own(id))


@blueprint.patch("/<uuid:id>")
async def change(id: UUID) -> Response:
    """changePage: changes the draft, and the slug if the body has one."""
    body = await envelope.body(PageChanges, block_input.blamed)

    async def work(page: Page) -> Response:
        content = changed(page.content, body)
        if "slug" in body.model_fields_set:
            await page.rename(account(), body.slug)
        await drafted(page, content)
        return await whole(page)

    return await written(id, body.version, work)


@blueprint.delete("/<uuid:id>")
async def delete(id: UUID) -> Response:
    """deletePage: deletes a page, which the dashboard can restore for 30 days."""

    async def work(page: Page) -> Response:
        await page.delete_for_now()
        return envelope.ok({"id": str(page.id), "deleted": True, "version": page.version})

    return await written(id, query(VersionQuery).version, work)
