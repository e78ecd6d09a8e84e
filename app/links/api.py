"""The JSON API of links: `/api/v1/links`."""

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.links import listing
from app.links.changes import Changes, sealed
from app.links.link_search import Search
from app.links.models import Link
from app.links.schema import Deleted, LinkChanges, LinkData, LinkList, LinkQuery, NewLink
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import page
from app.web.requests import query

blueprint = Blueprint("links_api", __name__, url_prefix="/api/v1/links")
api_authentication.protect(blueprint)
NAMING = ("INVALID_SLUG", "RESERVED_SLUG", "SLUG_ALREADY_EXISTS")
OPERATIONS = [
    Operation("createLink", "POST", "/links", N_("Create a link"), N_("Makes a short link and answers with it."),
              LinkData, 201, NewLink, None,
              ("INVALID_URL", "INVALID_EXPIRES_AT", "SHORTLINK_LIMIT_REACHED", *NAMING)),
    Operation("listLinks", "GET", "/links", N_("List links"), N_("Your links, newest first, a page at a time."),
              LinkList, 200, None, LinkQuery, ("INVALID_REQUEST",)),
    Operation("readLink", "GET", "/links/{id}", N_("Read a link"), N_("One link with its numbers."), LinkData),
    Operation("changeLink", "PATCH", "/links/{id}", N_("Change a link"),
              N_("Changes what you send: an absent field keeps its value, null clears it."),
              LinkData, 200, LinkChanges, None, ("INVALID_URL", "INVALID_EXPIRES_AT", *NAMING)),
    Operation("deleteLink", "DELETE", "/links/{id}", N_("Delete a link"),
              N_("Its name is held for you; in the dashboard it can be brought back for 30 days."), Deleted),
]


@blueprint.post("")
async def create() -> Response:
    given = (await envelope.body(NewLink)).changes()
    await _afford(given)
    given = await sealed(given)
    async with api_authentication.counted():
        link = await Link.shorten(account(), via_api=True, **given)
    return envelope.ok(LinkData.of(link), 201)


@blueprint.get("")
async def index() -> Response:
    parameters = query(LinkQuery)
    search = Search.of({"q": parameters.q, "tag": parameters.tag, "show": "any"})
    async with api_authentication.counted():
        found = await page(search.matches(account()), by="created_at", cursor=parameters.cursor, size=parameters.limit)
    return envelope.ok({"links": [LinkData.of(link) for link in found.rows], "next_cursor": found.next})


@blueprint.get("/<uuid:id>")
async def read(id: UUID) -> Response:
    async with api_authentication.counted():
        link = await listing.own(account(), id)
    return envelope.ok(LinkData.of(link))


@blueprint.patch("/<uuid:id>")
async def change(id: UUID) -> Response:
    given = (await envelope.body(LinkChanges)).changes()
    await _afford(given, id)
    given = await sealed(given)
    async with api_authentication.counted():
        link = await listing.own(account(), id)
        await link.edit(account(), **given)
    return envelope.ok(LinkData.of(link))


@blueprint.delete("/<uuid:id>")
async def delete(id: UUID) -> Response:
    async with api_authentication.counted():
        link = await listing.own(account(), id)
        await link.delete_for_now(account())
    return envelope.ok(Deleted.of(link).model_dump(mode="json"))


async def _afford(given: Changes, id: UUID | None = None) -> None:
    """Refuses what will be refused anyhow before a password is hashed for it; the transaction stays the judge."""
    if given.get("password"):
        await api_authentication.expect_room()
        if id:
            await listing.own(account(), id)
