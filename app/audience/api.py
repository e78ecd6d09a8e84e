"""The JSON API of subscribers: `/api/v1/pages/{id}/subscribers` and `/api/v1/subscribers`.

Each function is an endpoint that `OPERATIONS` describes for the OpenAPI document.
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.audience.models import Subscriber
from app.audience.schema import DeletedSubscriber, SubscriberData, SubscriberList, SubscriberQuery
from app.kernel.refusal import N_, NotFound
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.pages.models import Page
from app.web import envelope
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.pagination import fetch_page
from app.web.query_parsing import query

blueprint = Blueprint("audience_api", __name__, url_prefix="/api/v1")
api_authentication.require_api_key(blueprint)
OPERATIONS = [
    Operation(
        "listSubscribers",
        "GET",
        "/pages/{id}/subscribers",
        N_("List the subscribers of a page"),
        N_("The subscribers of a bio page, newest first, a page at a time; unconfirmed and unsubscribed ones too."),
        SubscriberList,
        200,
        None,
        SubscriberQuery,
        ("INVALID_REQUEST",),
        scope="subscribers:read",
    ),
    Operation(
        "deleteSubscriber",
        "DELETE",
        "/subscribers/{id}",
        N_("Delete a subscriber"),
        N_(
            "It cannot be brought back. Of an address that unsubscribed a keyed hash is kept, so that nobody else "
            "puts it on the list again."
        ),
        DeletedSubscriber,
        scope="pages:write",
    ),
]


@blueprint.get("/pages/<uuid:id>/subscribers")
async def list_subscribers(id: UUID) -> Response:
    """Responds with one page of the subscribers of a bio page, newest first. Raises: NotFound."""
    parameters = query(SubscriberQuery)
    async with api_authentication.counted_request():
        if not await Page.owned_by(key_owner()).filter(id=id).exists():
            raise NotFound
        matches = Subscriber.owned_by(key_owner()).filter(page_id=id)
        result = await fetch_page(matches, by="created_at", cursor=parameters.cursor, size=parameters.limit)
    subscribers = [SubscriberData.of(subscriber) for subscriber in result.rows]
    return envelope.success_response({"subscribers": subscribers, "next_cursor": result.next})


@blueprint.delete("/subscribers/<uuid:id>")
async def delete_subscriber(id: UUID) -> Response:
    """Deletes a subscriber of one of the account's pages. Raises: NotFound."""
    async with api_authentication.counted_request():
        subscriber = await get_or_refuse(Subscriber.owned_by(key_owner()).select_related("page"), id)
        set_audit_target(subscriber.page.display_url)
        await subscriber.remove()
    return envelope.success_response(DeletedSubscriber.of(subscriber).model_dump(mode="json"))
