"""The JSON API of links: `/api/v1/links`.

Each function is an endpoint that `OPERATIONS` describes for the OpenAPI document.
"""

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links import links_page
from app.links.link_search import Search
from app.links.models import Link
from app.links.schema import Deleted, LinkChanges, LinkData, LinkList, LinkQuery, NewLink
from app.links.validation import Changes, with_hashed_password
from app.web import envelope
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.pagination import fetch_page
from app.web.query_parsing import query

blueprint = Blueprint("links_api", __name__, url_prefix="/api/v1/links")
api_authentication.require_api_key(blueprint)
SLUG_ERRORS = ("INVALID_SLUG", "RESERVED_SLUG", "SLUG_ALREADY_EXISTS")
OPERATIONS = [
    Operation(
        "createLink",
        "POST",
        "/links",
        N_("Create a link"),
        N_("Makes a short link and answers with it."),
        LinkData,
        201,
        NewLink,
        None,
        ("INVALID_URL", "INVALID_EXPIRES_AT", "SHORTLINK_LIMIT_REACHED", *SLUG_ERRORS),
        scope="links:write",
    ),
    Operation(
        "listLinks",
        "GET",
        "/links",
        N_("List links"),
        N_("Your links, newest first, a page at a time."),
        LinkList,
        200,
        None,
        LinkQuery,
        ("INVALID_REQUEST",),
        scope="links:read",
    ),
    Operation(
        "readLink",
        "GET",
        "/links/{id}",
        N_("Read a link"),
        N_("One link with its numbers."),
        LinkData,
        scope="links:read",
    ),
    Operation(
        "changeLink",
        "PATCH",
        "/links/{id}",
        N_("Change a link"),
        N_("Changes what you send: an absent field keeps its value, null clears it."),
        LinkData,
        200,
        LinkChanges,
        None,
        ("INVALID_URL", "INVALID_EXPIRES_AT", *SLUG_ERRORS),
        scope="links:write",
    ),
    Operation(
        "deleteLink",
        "DELETE",
        "/links/{id}",
        N_("Delete a link"),
        N_("Its name is held for you; in the dashboard it can be brought back for 30 days."),
        Deleted,
        scope="links:write",
    ),
]


@blueprint.post("")
async def create_link() -> Response:
    """Creates a link from a `NewLink` body and responds with 201 and its `LinkData`."""
    changes = (await envelope.read_json_body(NewLink)).changes()
    await _check_before_hashing(changes)
    changes = await with_hashed_password(changes)
    async with api_authentication.counted_request():
        link = await Link.shorten(key_owner(), via_api=True, **changes)
    set_audit_target(link.display_url)
    return envelope.success_response(LinkData.of(link), 201)


@blueprint.get("")
async def list_links() -> Response:
    """Responds with one page of the account's links, newest first, filtered by the query parameters."""
    parameters = query(LinkQuery)
    search = Search.of({"q": parameters.q, "tag": parameters.tag, "show": "any"})
    async with api_authentication.counted_request():
        links = await fetch_page(
            search.matches(key_owner()), by="created_at", cursor=parameters.cursor, size=parameters.limit
        )
    return envelope.success_response({"links": [LinkData.of(link) for link in links.rows], "next_cursor": links.next})


@blueprint.get("/<uuid:id>")
async def read_link(id: UUID) -> Response:
    """Responds with one link of the account. Raises: NotFound."""
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
    return envelope.success_response(LinkData.of(link))


@blueprint.patch("/<uuid:id>")
async def update_link(id: UUID) -> Response:
    """Changes the sent fields of a link and responds with the link. Raises: NotFound and those of `Link.edit`."""
    changes = (await envelope.read_json_body(LinkChanges)).changes()
    await _check_before_hashing(changes, id)
    changes = await with_hashed_password(changes)
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
        await link.edit(key_owner(), **changes)
    return envelope.success_response(LinkData.of(link))


@blueprint.delete("/<uuid:id>")
async def delete_link(id: UUID) -> Response:
    """Deletes a link of the account; the dashboard can restore it for 30 days. Raises: NotFound."""
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
        await link.soft_delete(key_owner())
    return envelope.success_response(Deleted.of(link).model_dump(mode="json"))


async def _check_before_hashing(changes: Changes, id: UUID | None = None) -> None:
    """Raises what the transaction would raise anyway before time is spent on hashing a password.

    The transaction checks the same again, because only its result counts. Raises: ApiLimitReached, NotFound.
    """
    if changes.get("password"):
        await api_authentication.check_monthly_limit()
        if id:
            await links_page.get_owned_link(key_owner(), id)
