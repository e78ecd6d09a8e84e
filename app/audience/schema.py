"""The responses about subscribers in the JSON API; the descriptions also appear in the documentation."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from app.audience.models import Subscriber
from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_


class SubscriberQuery(ApiModel):
    """The query parameters of the list of subscribers."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many subscribers a page has."))


class SubscriberData(ApiModel):
    """A subscriber in a response."""

    id: UUID = Field(description=N_("The id by which you delete the subscriber."))
    page_id: UUID = Field(description=N_("The bio page on which the address was left."))
    email: str = Field(description=N_("The address."))
    status: Literal["active", "pending", "unsubscribed"] = Field(
        description=N_(
            "active, pending while the mail that asks is not answered, or unsubscribed. Write to active ones only."
        )
    )
    consent: str = Field(description=N_("The very text that was agreed to."))
    language: str = Field(description=N_("The language of the page: id or en."))
    created_at: datetime = Field(description=N_("When the address was left."))
    confirmed_at: datetime | None = Field(description=N_("Since when it is on the list, or null."))
    unsubscribed_at: datetime | None = Field(description=N_("When the subscriber left, or null."))

    @classmethod
    def of(cls, subscriber: Subscriber) -> dict[str, Any]:
        """The subscriber as JSON; times are UTC with Z."""
        times = {name: getattr(subscriber, name) for name in ("created_at", "confirmed_at", "unsubscribed_at")}
        return {
            "id": str(subscriber.id),
            "page_id": str(subscriber.page_id),
            "email": subscriber.email,
            "status": subscriber.status,
            "consent": subscriber.consent,
            "language": subscriber.language,
            **{name: clock.format_rfc3339(when) if when else None for name, when in times.items()},
        }


class SubscriberList(ApiModel):
    """One page of the list of subscribers."""

    subscribers: list[SubscriberData] = Field(
        description=N_(
            "Newest first; each with “id”, “page_id”, “email”, “status”, “consent”, “language”, “created_at”, "
            "“confirmed_at” and “unsubscribed_at”."
        )
    )
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedSubscriber(ApiModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the subscriber that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, subscriber: Subscriber) -> Self:
        """The response to the deletion of this subscriber."""
        return cls(id=subscriber.id, deleted=True)
