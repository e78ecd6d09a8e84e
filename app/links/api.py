"""The JSON API of links: `/api/v1/links`; of many at once in bulk_api.py.

Each function is an endpoint that `OPERATIONS` describes for the OpenAPI document.
"""

from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, Busy, InvalidRequest, NotFound
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links import api_listing, links_page
from app.links.current_values import load_names_and_tags
from app.links.models import Link
from app.links.request_bodies import LinkChanges, NewLink
from app.links.schedule import ExternalIdTaken
from app.links.schema import Deleted, LinkData, LinkList, LinkQuery
from app.links.validation import COLUMNS, Changes, with_hashed_password
from app.web import envelope
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.query_parsing import query

blueprint = Blueprint("links_api", __name__, url_prefix="/api/v1/links")
api_authentication.require_api_key(blueprint)
SLUG_ERRORS = ("INVALID_SLUG", "RESERVED_SLUG", "SLUG_ALREADY_EXISTS", "NAME_IS_PRINTED")
WRITE_ERRORS = (
    "INVALID_URL",
    "DESTINATION_REFUSED",
    "LINKS_STOPPED",
    "INVALID_EXPIRES_AT",
    "EXTERNAL_ID_ALREADY_EXISTS",
    *SLUG_ERRORS,
)
UPSERT_TRIES = 3
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
        (*WRITE_ERRORS, "SHORTLINK_LIMIT_REACHED"),
        scope="links:write",
    ),
    Operation(
        "listLinks",
        "GET",
        "/links",
        N_("List links"),
        N_("Your links, newest first, a page at a time. Look one up by its name, its destination or your own id."),
        LinkList,
        200,
        None,
        LinkQuery,
        ("INVALID_REQUEST", "INVALID_URL"),
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
        WRITE_ERRORS,
        scope="links:write",
    ),
    Operation(
        "deleteLink",
        "DELETE",
        "/links/{id}",
        N_("Delete a link"),
        N_("Its name is held for you; it can be brought back for 30 days."),
        Deleted,
        scope="links:write",
    ),
    Operation(
        "restoreLink",
        "POST",
        "/links/{id}/restore",
        N_("Bring a link back"),
        N_("Brings a deleted link back under its names, within 30 days. A link that is not deleted stays as it is."),
        LinkData,
        200,
        None,
        None,
        ("SHORTLINK_LIMIT_REACHED", "SLUG_ALREADY_EXISTS"),
        scope="links:write",
    ),
    Operation(
        "putLink",
        "PUT",
        "/links/by-key/{external_id}",
        N_("Create or change a link by your own id"),
        N_(
            "Creates the link that has this id of yours (201), or changes what you send of it (200). However often and "
            "from however many places at once you send it, there is one link."
        ),
        LinkData,
        200,
        NewLink,
        None,
        (*WRITE_ERRORS, "SHORTLINK_LIMIT_REACHED"),
        scope="links:write",
        creates=True,
    ),
]


class OtherExternalId(InvalidRequest):
    """The body has another external id than the path."""

    field, says = "external_id", N_("The id in the address and “external_id” differ. Leave one of them out.")


@blueprint.post("")
async def create_link() -> Response:
    """Creates a link from a `NewLink` body and responds with 201 and its `LinkData`."""
    changes = await _hashed((await envelope.read_json_body(NewLink)).changes())
    async with api_authentication.counted_request():
        link = await Link.shorten(key_owner(), via_api=True, **changes)
        return await _answer(link, changes, 201)


@blueprint.get("")
async def list_links() -> Response:
    """Responds with one page of the account's links that the query parameters select."""
    parameters = query(LinkQuery)
    async with api_authentication.counted_request():
        links = await api_listing.list_links(key_owner(), parameters)
    return envelope.success_response({"links": [LinkData.of(link) for link in links.rows], "next_cursor": links.next})


@blueprint.get("/<uuid:id>")
async def read_link(id: UUID) -> Response:
    """Responds with one link of the account. Raises: NotFound."""
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
        await link.fetch_related("checks")
    return envelope.success_response(LinkData.of(link))


@blueprint.patch("/<uuid:id>")
async def update_link(id: UUID) -> Response:
    """Changes the sent fields of a link and responds with the link. Raises: NotFound and those of `Link.edit`."""
    changes = await _hashed((await envelope.read_json_body(LinkChanges)).changes(), id)
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
        await link.edit(key_owner(), **changes)
        return await _answer(link, changes)


@blueprint.delete("/<uuid:id>")
async def delete_link(id: UUID) -> Response:
    """Deletes a link of the account; it can be restored for 30 days. Raises: NotFound."""
    async with api_authentication.counted_request():
        link = await links_page.get_owned_link(key_owner(), id)
        await link.soft_delete(key_owner())
    return envelope.success_response(Deleted.of(link).model_dump(mode="json"))


@blueprint.post("/<uuid:id>/restore")
async def restore_link(id: UUID) -> Response:
    """Restores a deleted link, and responds with it. Raises: NotFound, LinkLimitReached, NameTakenMeanwhile."""
    async with api_authentication.counted_request():
        link = await Link.owned_by(key_owner()).get_or_none(id=id)
        if link is None:
            link = await get_or_refuse(Link.deleted_by(key_owner()), id)
            await link.restore(key_owner())
        await link.fetch_related("tags", "names")
        return await _answer(link, Changes())


@blueprint.put("/by-key/<path:external_id>")
async def put_link(external_id: str) -> Response:
    """Creates or changes the link with this external id. Raises: those of `Link.shorten` and `Link.edit`."""
    body = await envelope.read_json_body(NewLink)
    key = COLUMNS["external_id"][1](external_id)
    if not key or body.external_id not in (None, external_id, key):
        raise OtherExternalId
    changes = await _hashed(body.changes() | {"external_id": key})
    for _ in range(UPSERT_TRIES):
        try:
            async with api_authentication.counted_request():
                return await _put(key, changes)
        except (ExternalIdTaken, NotFound):  # another request made or deleted it at the same time
            continue
    raise Busy


async def _put(key: str, changes: Changes) -> Response:
    """Creates or changes the link with an external id, and responds with it; inside a transaction.

    Raises: ExternalIdTaken or NotFound if another request was faster.
    """
    link = await api_listing.owned_by_external_id(key_owner(), key).prefetch_related("tags", "names").first()
    if link is None:
        return await _answer(await Link.shorten(key_owner(), via_api=True, **changes), changes, 201)
    await link.edit(key_owner(), **changes)
    return await _answer(link, changes)


async def _answer(link: Link, changes: Changes, status: int = 200) -> Response:
    """The response with a link after these changes; `status` is 201 for a new one."""
    set_audit_target(link.display_url)
    await load_names_and_tags(link, changes, new=status == 201)
    if status != 201:
        await link.fetch_related("checks")
    return envelope.success_response(LinkData.of(link), status)


async def _hashed(changes: Changes, id: UUID | None = None) -> Changes:
    """The changes with the password hashed. Raises: those of `with_hashed_password`, ApiLimitReached, NotFound."""
    await _check_before_hashing(changes, id)
    return await with_hashed_password(changes)


async def _check_before_hashing(changes: Changes, id: UUID | None = None) -> None:
    """Raises what the transaction would raise anyway before time is spent on hashing a password.

    The transaction checks the same again, because only its result counts. Raises: ApiLimitReached, NotFound.
    """
    if changes.get("password"):
        await api_authentication.check_monthly_limit()
        if id:
            await links_page.get_owned_link(key_owner(), id)
