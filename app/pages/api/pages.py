"""The JSON API operations on pages: `/api/v1/pages`. Blocks, publication, import and statistics have other modules."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.pages.api.responses import CONTENT, NAMING, page_response
from app.pages.api.writes import apply_page_changes, check_pictures, get_owned_page, save_draft, write_page
from app.pages.content import Content
from app.pages.json import block_input
from app.pages.json.block_input import prefix_field
from app.pages.json.page_requests import NewPage, PageChanges, PageQuery, VersionQuery
from app.pages.json.page_responses import DeletedPage, PageData, PageList, PageRow
from app.pages.models import Page
from app.web import envelope, limits
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.pagination import fetch_page as paginate
from app.web.query_parsing import query

blueprint = Blueprint("pages_api", __name__, url_prefix="/api/v1/pages")
limits.allow_body(limits.MAX_PAGE_JSON, "/api/v1/pages(/.*)?")
api_authentication.require_api_key(blueprint)
OPERATIONS = [
    Operation(
        "createPage",
        "POST",
        "/pages",
        N_("Create a bio page"),
        N_("Makes a page with everything on it. Nobody sees it until it is published."),
        PageData,
        201,
        NewPage,
        None,
        (*CONTENT, *NAMING, "PAGE_LIMIT_REACHED", "SHORTLINK_LIMIT_REACHED"),
        scope="pages:write",
    ),
    Operation(
        "listPages",
        "GET",
        "/pages",
        N_("List bio pages"),
        N_("Your pages, newest first, some at a time."),
        PageList,
        200,
        None,
        PageQuery,
        ("INVALID_REQUEST",),
        scope="pages:read",
    ),
    Operation(
        "readPage",
        "GET",
        "/pages/{id}",
        N_("Read a bio page"),
        N_("The page as it will be when it is published next, with all its blocks."),
        PageData,
        scope="pages:read",
    ),
    Operation(
        "changePage",
        "PATCH",
        "/pages/{id}",
        N_("Change a bio page"),
        N_("Changes what you send. Visitors see it when the page is published; a new slug holds at once."),
        PageData,
        200,
        PageChanges,
        None,
        (*CONTENT, *NAMING, "EDITED_ELSEWHERE", "SHORTLINK_LIMIT_REACHED"),
        scope="pages:write",
    ),
    Operation(
        "deletePage",
        "DELETE",
        "/pages/{id}",
        N_("Delete a bio page"),
        N_("Its name is held for you; in the dashboard it can be brought back for 30 days."),
        DeletedPage,
        200,
        None,
        VersionQuery,
        ("INVALID_REQUEST", "EDITED_ELSEWHERE"),
        scope="pages:write",
    ),
]


@blueprint.post("")
async def create_page() -> Response:
    """createPage: creates a page with all its blocks, unpublished."""
    body = await envelope.read_json_body(NewPage, block_input.to_refusal)
    blocks = []
    for at, block_body in enumerate(body.blocks):
        with prefix_field(f"blocks.{at}"):
            blocks.append(block_input.new_block(block_body))
    content = apply_page_changes(Content(language=key_owner().language, blocks=tuple(blocks)), body)
    async with api_authentication.counted_request():
        await check_pictures(content)
        page = await Page.make(key_owner(), body.slug, content)
        set_audit_target(page.display_url)
        return await page_response(page, 201)


@blueprint.get("")
async def list_pages() -> Response:
    """listPages: lists the account's pages, newest first."""
    params = query(PageQuery)
    async with api_authentication.counted_request():
        result = await paginate(Page.owned_by(key_owner()), by="created_at", cursor=params.cursor, size=params.limit)
    return envelope.success_response({"pages": [PageRow.of(page) for page in result.rows], "next_cursor": result.next})


@blueprint.get("/<uuid:id>")
async def read_page(id: UUID) -> Response:
    """readPage: returns the draft of a page."""
    async with api_authentication.counted_request():
        return await page_response(await get_owned_page(id))


@blueprint.patch("/<uuid:id>")
async def change_page(id: UUID) -> Response:
    """changePage: changes the draft, and the slug if the body has one."""
    body = await envelope.read_json_body(PageChanges, block_input.to_refusal)

    async def work(page: Page) -> Response:
        content = apply_page_changes(page.content, body)
        if "slug" in body.model_fields_set:
            await page.rename(key_owner(), body.slug)
        await save_draft(page, content)
        return await page_response(page)

    return await write_page(id, body.version, work)


@blueprint.delete("/<uuid:id>")
async def delete_page(id: UUID) -> Response:
    """deletePage: deletes a page, which the dashboard can restore for 30 days."""

    async def work(page: Page) -> Response:
        await page.soft_delete()
        return envelope.success_response({"id": str(page.id), "deleted": True, "version": page.version})

    return await write_page(id, query(VersionQuery).version, work)
