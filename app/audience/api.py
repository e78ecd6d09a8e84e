"""The JSON API of subscribers: `/api/v1/pages/{id}/subscribers` and `/api/v1/subscribers`."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.audience.models import Subscriber
from app.audience.schema import DeletedSubscriber, SubscriberData, SubscriberList, SubscriberQuery
from app.kernel.queries import get_or_refuse
from app.kernel.refusal import N_, NotFound
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.pages.models import Page
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import page
from app.web.requests import query

blueprint = Blueprint("audience_api", __name__, url_prefix="/api/v1")
api_authentication.protect(blueprint)
OPERATIONS = [
    Operation("listSubscribers", "GET", "/pages/{id}/subscribers", N_("List the subscribers of a page"),
              N_("Who left an address on a bio page, newest first, a page at a time; those that wait or left too."),
              SubscriberList, 200, None, SubscriberQuery, ("INVALID_REQUEST",)),
    Operation("deleteSubscriber", "DELETE", "/subscribers/{id}", N_("Delete a subscriber"),
              N_("It cannot be brought back. Of an address that unsubscribed a keyed hash is kept, so that nobody else "
                 "puts it on the list again."), DeletedSubscriber),
]


@blueprint.get("/pages/<uuid:id>/subscribers")
async def index(id: UUID) -> Response:
    parameters = query(SubscriberQuery)
    async with api_authentication.counted():
        if not await Page.owned_by(account()).filter(id=id).exists():
            raise NotFound
        found = await page(Subscriber.owned_by(account()).filter(page_id=id), by="created_at",
                           cursor=parameters.cursor, size=parameters.limit)
    return envelope.ok({"subscribers": [SubscriberData.of(one) for one in found.rows], "next_cursor": found.next})


@blueprint.delete("/subscribers/<uuid:id>")
async def delete(id: UUID) -> Response:
    async with api_authentication.counted():
        subscriber = await get_or_refuse(Subscriber.owned_by(account()), id)
        await subscriber.remove()
    return envelope.ok(DeletedSubscriber.of(subscriber).model_dump(mode="json"))
