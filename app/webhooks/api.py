"""The JSON API of webhooks: `/api/v1/webhooks`.

Each function is an endpoint that `OPERATIONS` describes for the OpenAPI document.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from quart import Blueprint, Response

from app.kernel.refusal import N_, InvalidRequest, NotFound
from app.kernel.time_parser import InvalidTime, parse_time
from app.kernel.versioned_rows import get_or_refuse
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.web import envelope
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.query_parsing import query
from app.webhooks import listing
from app.webhooks import replay as replays
from app.webhooks.delivery import WebhookDelivery
from app.webhooks.endpoint import BY_MEMBER, WebhookEndpoint
from app.webhooks.endpoint_values import UnknownEventType
from app.webhooks.event_types import EVENT_TYPES, TEST
from app.webhooks.schema import (
    DeletedEndpoint,
    DeliveryData,
    DeliveryList,
    DeliveryQuery,
    DeliveryRow,
    EndpointChanges,
    EndpointData,
    EndpointList,
    NewEndpoint,
    NewEndpointData,
    Replayed,
    ReplayRequest,
)
from app.webhooks.switching import stop_endpoint
from app.webhooks.trial import send_test

SCOPE = "webhooks:write"  # what a key needs for all of them
blueprint = Blueprint("webhooks_api", __name__, url_prefix="/api/v1/webhooks")
api_authentication.require_api_key(blueprint)
URL_ERRORS = ("INVALID_WEBHOOK_URL",)
VALUES = {"url", "events", "description"}
OPERATIONS = [
    Operation(
        "createWebhook", "POST", "/webhooks", N_("Create a webhook endpoint"),
        N_("Makes an endpoint and answers with its signing secret, which no other answer holds."),
        NewEndpointData, 201, NewEndpoint, None, ("WEBHOOK_LIMIT_REACHED", *URL_ERRORS), scope=SCOPE,
    ),
    Operation(
        "listWebhooks", "GET", "/webhooks", N_("List webhook endpoints"), N_("All of them, newest first."),
        EndpointList, scope=SCOPE,
    ),
    Operation(
        "readWebhook", "GET", "/webhooks/{id}", N_("Read a webhook endpoint"), N_("One endpoint."), EndpointData,
        scope=SCOPE,
    ),
    Operation(
        "changeWebhook", "PATCH", "/webhooks/{id}", N_("Change a webhook endpoint"),
        N_("Changes what you send: an absent field keeps its value."), EndpointData, 200, EndpointChanges, None,
        URL_ERRORS, scope=SCOPE,
    ),
    Operation(
        "deleteWebhook", "DELETE", "/webhooks/{id}", N_("Delete a webhook endpoint"),
        N_("With its deliveries; what waits is not sent any more."), DeletedEndpoint, scope=SCOPE,
    ),
    Operation(
        "rotateWebhookSecret", "POST", "/webhooks/{id}/rotate", N_("Replace a signing secret"),
        N_("Answers with the new secret. For 24 hours each message is signed with both."), NewEndpointData, scope=SCOPE,
    ),
    Operation(
        "testWebhook", "POST", "/webhooks/{id}/test", N_("Send a test event"),
        N_("Sends an event of the type test, waits for the answer, and answers with both."), DeliveryData, scope=SCOPE,
    ),
    Operation(
        "listDeliveries", "GET", "/webhooks/{id}/deliveries", N_("List deliveries"),
        N_("What was sent to an endpoint in 30 days, newest first, a page at a time."), DeliveryList, 200, None,
        DeliveryQuery, ("INVALID_REQUEST",), scope=SCOPE,
    ),
    Operation(
        "readDelivery", "GET", "/webhooks/{id}/deliveries/{event}", N_("Read a delivery"),
        N_("What was sent, and each attempt with its answer."), DeliveryData, scope=SCOPE,
    ),
    Operation(
        "replayDeliveries", "POST", "/webhooks/{id}/replay", N_("Send deliveries again"),
        N_("One, or all since a time, under their ids."), Replayed, 202, ReplayRequest, None,
        ("WEBHOOK_OFF", "REPLAY_RUNNING", "NOTHING_TO_REPLAY"), scope=SCOPE,
    ),
]  # fmt: skip


class ReplayWithoutChoice(InvalidRequest):
    """Neither an event nor a readable time was sent."""

    field, says = "since", N_("Give “id”, or “since” as an ISO time with an offset.")


@blueprint.post("")
async def create() -> Response:
    """Creates an endpoint and responds with 201, its data and its secret. Raises: those of `create_for`."""
    body = await envelope.read_json_body(NewEndpoint)
    async with api_authentication.counted_request():
        endpoint = await WebhookEndpoint.create_for(key_owner(), body.values())
        set_audit_target(endpoint.host)
        return envelope.success_response(NewEndpointData.with_secret(endpoint), 201)


@blueprint.get("")
async def index() -> Response:
    """Responds with all endpoints of the account."""
    async with api_authentication.counted_request():
        endpoints = await WebhookEndpoint.owned_by(key_owner()).order_by("-created_at", "-id")
    return envelope.success_response({"webhooks": [EndpointData.of(endpoint) for endpoint in endpoints]})


@blueprint.get("/<uuid:id>")
async def read(id: UUID) -> Response:
    """Responds with one endpoint. Raises: NotFound."""
    async with api_authentication.counted_request():
        return envelope.success_response(EndpointData.of(await _own(id)))


@blueprint.patch("/<uuid:id>")
async def change(id: UUID) -> Response:
    """Changes the sent fields of an endpoint. Raises: NotFound, those of `edit`."""
    body = await envelope.read_json_body(EndpointChanges)
    async with api_authentication.counted_request():
        endpoint = await _own(id)
        if body.model_fields_set & VALUES:
            await endpoint.edit(body.values(endpoint))
        if "enabled" in body.model_fields_set:
            await (endpoint.turn_on() if body.enabled else stop_endpoint(endpoint, BY_MEMBER))
    return envelope.success_response(EndpointData.of(endpoint))


@blueprint.delete("/<uuid:id>")
async def delete(id: UUID) -> Response:
    """Deletes an endpoint with its deliveries. Raises: NotFound."""
    async with api_authentication.counted_request():
        endpoint = await _own(id)
        await endpoint.delete()
    return envelope.success_response(DeletedEndpoint.of(endpoint).model_dump(mode="json"))


@blueprint.post("/<uuid:id>/rotate")
async def rotate(id: UUID) -> Response:
    """Replaces the signing secret and responds with it. Raises: NotFound."""
    async with api_authentication.counted_request():
        endpoint = await _own(id)
        await endpoint.rotate_secret()
        return envelope.success_response(NewEndpointData.with_secret(endpoint))


@blueprint.post("/<uuid:id>/test")
async def test(id: UUID) -> Response:
    """Sends a test event, before the request is counted, as counting holds a transaction. Raises: NotFound."""
    await api_authentication.check_monthly_limit()
    delivery, attempt = await send_test(await _own(id))
    async with api_authentication.counted_request():
        return envelope.success_response(DeliveryData.with_attempts(delivery, [attempt]))


@blueprint.get("/<uuid:id>/deliveries")
async def deliveries(id: UUID) -> Response:
    """Responds with one page of the deliveries of an endpoint. Raises: NotFound, InvalidCursor."""
    parameters = query(DeliveryQuery)
    async with api_authentication.counted_request():
        endpoint = await _own(id)
        if parameters.event not in ("", TEST, *EVENT_TYPES):
            raise UnknownEventType(field="event", name=parameters.event)
        matches = listing.filter_deliveries(endpoint.id, parameters.state or "all", parameters.event)
        page = await listing.deliveries_page(matches, parameters.cursor, parameters.limit, strict=True)
    rows = [DeliveryRow.of(delivery) for delivery in page.rows]
    return envelope.success_response({"deliveries": rows, "next_cursor": page.next or None})


@blueprint.get("/<uuid:id>/deliveries/<event>")
async def delivery(id: UUID, event: str) -> Response:
    """Responds with one delivery and its attempts. Raises: NotFound."""
    async with api_authentication.counted_request():
        found = await _delivery(await _own(id), event)
        return envelope.success_response(DeliveryData.with_attempts(found, (await listing.attempts_of(found)).rows))


@blueprint.post("/<uuid:id>/replay")
async def replay(id: UUID) -> Response:
    """Sends one delivery again, or all since a time; responds with 202. Raises: NotFound, those of replay.py."""
    body = await envelope.read_json_body(ReplayRequest)
    async with api_authentication.counted_request():
        endpoint, count = await _own(id), 1
        if body.id:
            await replays.replay_one(await _delivery(endpoint, body.id))
        else:
            count = await replays.replay_since(endpoint, _since(body.since), only_failed=body.only_failed)
        return envelope.success_response({"events": count}, 202)


def _since(text: str) -> datetime:
    """Parses a time with an offset. Raises: ReplayWithoutChoice."""
    try:
        return parse_time(text)
    except InvalidTime:
        raise ReplayWithoutChoice from None


async def _own(id: UUID) -> WebhookEndpoint:
    """Returns an endpoint of the key's account. Raises: NotFound."""
    endpoint = await get_or_refuse(WebhookEndpoint.owned_by(key_owner()), id)
    set_audit_target(endpoint.host)
    return endpoint


async def _delivery(endpoint: WebhookEndpoint, event: str) -> WebhookDelivery:
    """Returns a delivery of an endpoint by the id of its event. Raises: NotFound."""
    delivery = await listing.find_delivery(endpoint.id, event)
    if delivery is None:
        raise NotFound
    return delivery
