"""The request and response bodies of webhooks in the JSON API; the descriptions also appear in the documentation."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.web.openapi import without_defaults
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.endpoint_values import EndpointValues
from app.webhooks.event_types import offered_types

EVENTS = N_("The events to send, such as link.created.")


def _describe_events(schema: dict[str, Any]) -> None:
    """Writes into the schema of a list of events which ones can be chosen here."""
    schema.update({"items": {"type": "string", "enum": [*offered_types()]}, "minItems": 1})


class RequestBody(ApiModel):
    """The base of request bodies: types are strict, unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class NewEndpoint(RequestBody):
    """The body that creates an endpoint."""

    url: str = Field(
        json_schema_extra={"maxLength": 2048}, description=N_("Where we send events: a whole https address.")
    )
    events: list[str] = Field(json_schema_extra=_describe_events, description=EVENTS)
    description: str | None = Field(None, max_length=200, description=N_("A few words for yourself."))

    def values(self) -> EndpointValues:
        """The values to create the endpoint with."""
        return EndpointValues(self.url, self.events, self.description or "")


class EndpointChanges(RequestBody):
    """The body that changes an endpoint: an absent field keeps its value."""

    url: str = Field("", json_schema_extra={"maxLength": 2048}, description=N_("Another address."))
    events: list[str] = Field([], json_schema_extra=_describe_events, description=N_("Other events, in place of all."))
    description: str | None = Field(None, max_length=200, description=N_("Other words for yourself, or null."))
    enabled: bool = Field(True, description=N_("Whether events are sent."))

    def values(self, endpoint: WebhookEndpoint) -> EndpointValues:
        """The values of an endpoint with those that were sent."""
        sent = self.model_fields_set
        return EndpointValues(
            self.url if "url" in sent else endpoint.url,
            self.events if "events" in sent else endpoint.events,
            (self.description or "") if "description" in sent else endpoint.description,
        )


class EndpointData(ApiModel):
    """An endpoint in a response."""

    id: UUID = Field(description=N_("The id by which you read, change and delete the endpoint."))
    url: str = Field(description=N_("Where events are sent."))
    events: list[str] = Field(description=N_("The events that are sent."))
    description: str = Field(description=N_("As given, or empty."))
    enabled: bool = Field(description=N_("Whether events are sent."))
    disabled_reason: Literal["", "member", "gone", "failing"] = Field(
        description=N_("Why not: member, gone (it answered 410), failing (for five days), or empty.")
    )
    failing_since: datetime | None = Field(description=N_("Since when no attempt succeeds, or null."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, endpoint: WebhookEndpoint) -> dict[str, Any]:
        """The endpoint as JSON, without its secret; times are UTC with Z."""
        return {
            "id": str(endpoint.id),
            "url": endpoint.url,
            "events": endpoint.events,
            "description": endpoint.description,
            "enabled": endpoint.off_at is None,
            "disabled_reason": endpoint.off_reason,
            "failing_since": _stamp(endpoint.failing_since),
            "created_at": clock.format_rfc3339(endpoint.created_at),
            "updated_at": clock.format_rfc3339(endpoint.updated_at),
        }


class NewEndpointData(EndpointData):
    """A new endpoint, or one with a new secret, which is answered only then."""

    secret: str = Field(description=N_("The signing secret, whsec_…. It is answered only here."))

    @classmethod
    def with_secret(cls, endpoint: WebhookEndpoint) -> dict[str, Any]:
        """The endpoint as JSON with its secret."""
        return cls.of(endpoint) | {"secret": endpoint.read_secret()}


class EndpointList(ApiModel):
    """All endpoints."""

    webhooks: list[EndpointData] = Field(description=N_("Newest first; each with the fields that reading one answers."))


class DeletedEndpoint(ApiModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the endpoint that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, endpoint: WebhookEndpoint) -> Self:
        """The response to the deletion of this endpoint."""
        return cls(id=endpoint.id, deleted=True)


class DeliveryQuery(ApiModel):
    """The query parameters of the list of deliveries."""

    cursor: str = Field("", max_length=20, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many deliveries a page has."))
    state: Literal["", "waiting", "delivered", "failed"] = Field("", description=N_("Only those in this state."))
    event: str = Field("", max_length=32, description=N_("Only events of this type, such as link.created."))


class AttemptData(ApiModel):
    """An attempt in a response."""

    status: int | None = Field(description=N_("The HTTP status of the answer, or null without one."))
    problem: str = Field(
        description=N_("Why there was no answer: timeout, forbidden, host, tls, connection, answer, secret, or empty.")
    )
    milliseconds: int = Field(description=N_("How long it took."))
    answer: str = Field(description=N_("The first 2 kB of the answer."))
    made_at: datetime = Field(description=N_("When it was made."))

    @classmethod
    def of(cls, attempt: WebhookAttempt) -> dict[str, Any]:
        """The attempt as JSON."""
        return {
            "status": attempt.status,
            "problem": attempt.problem,
            "milliseconds": attempt.milliseconds,
            "answer": attempt.answer,
            "made_at": clock.format_rfc3339(attempt.made_at),
        }


class DeliveryRow(ApiModel):
    """A delivery in a list."""

    id: str = Field(description=N_("The id of the event, which is sent as webhook-id."))
    type: str = Field(description=N_("The type of the event."))
    state: Literal["waiting", "delivered", "failed"] = Field(description=N_("waiting, delivered or failed."))
    tries: int = Field(description=N_("How often it was sent, since it was last sent again."))
    last_status: int | None = Field(description=N_("The status of the last answer, or null."))
    next_attempt_at: datetime | None = Field(description=N_("When it is sent next, or null."))
    created_at: datetime = Field(description=N_("When it happened."))

    @classmethod
    def of(cls, delivery: WebhookDelivery) -> dict[str, Any]:
        """The delivery as JSON."""
        return {
            "id": delivery.event_id,
            "type": delivery.event_type,
            "state": delivery.state,
            "tries": delivery.tries,
            "last_status": delivery.last_status,
            "next_attempt_at": _stamp(delivery.due_at),
            "created_at": clock.format_rfc3339(delivery.created_at),
        }


class DeliveryData(DeliveryRow):
    """A delivery with what was sent and answered."""

    body: str = Field(description=N_("The exact text that is sent."))
    attempts: list[AttemptData] = Field(
        description=N_("Newest first; each with “status”, “problem”, “milliseconds”, “answer” and “made_at”.")
    )

    @classmethod
    def with_attempts(cls, delivery: WebhookDelivery, attempts: list[WebhookAttempt]) -> dict[str, Any]:
        """The delivery as JSON with its attempts."""
        return cls.of(delivery) | {"body": delivery.body, "attempts": [AttemptData.of(attempt) for attempt in attempts]}


class DeliveryList(ApiModel):
    """One page of deliveries."""

    deliveries: list[DeliveryRow] = Field(
        description=N_("Newest first; each with the fields of a delivery, apart from “body” and “attempts”.")
    )
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class ReplayRequest(RequestBody):
    """The body that sends deliveries again: one, or all since a time."""

    id: str = Field("", max_length=40, description=N_("The id of one event; or leave it out and give “since”."))
    since: str = Field(
        "",
        json_schema_extra={"format": "date-time"},
        description=N_("All events since then, 10,000 at most: an ISO time with an offset."),
    )
    only_failed: bool = Field(False, description=N_("With “since”: only those that failed."))


class Replayed(ApiModel):
    """The response to a replay."""

    events: int = Field(description=N_("How many events are sent again."))


def _stamp(when: datetime | None) -> str | None:
    return clock.format_rfc3339(when) if when else None
