"""The bodies and the responses of the JSON API for many links at once; the descriptions appear in the documentation.

An item that is wrong must not make the others wrong. So a body is read as `RawItems`, and each item by itself as the
model that the documented body has for it.
"""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from pydantic import Field

from app.kernel.api_model import ApiModel
from app.kernel.error_codes import code_status
from app.kernel.refusal import N_, Refusal
from app.links.request_bodies import LinkChanges, NewLink, RequestBody
from app.links.schema import LinkData
from app.links.validation import Changes
from app.web import envelope

MAX_ITEMS = 1_000
ATOMIC = N_("true: either all items are done or none. Otherwise each item is done for which nothing speaks against it.")


class ChangedLink(LinkChanges):
    """What is changed of one of many links."""

    id: UUID = Field(description=N_("The id of the link."))

    def changes(self) -> Changes:
        """The values of the sent fields without the id. Raises: as for one link."""
        changes: Any = super().changes()
        changes.pop("id", None)
        return cast(Changes, changes)


class NewLinks(RequestBody):
    """The body that creates many links."""

    atomic: bool = Field(False, description=ATOMIC)
    links: list[NewLink] = Field(
        min_length=1, max_length=MAX_ITEMS, description=N_("The links to make, each with the fields of one alone.")
    )


class ChangedLinks(RequestBody):
    """The body that changes many links."""

    atomic: bool = Field(False, description=ATOMIC)
    links: list[ChangedLink] = Field(
        min_length=1,
        max_length=MAX_ITEMS,
        description=N_("The links to change: each has its “id” and the fields that change. A link comes once."),
    )


class LinkIds(RequestBody):
    """The body that deletes many links."""

    atomic: bool = Field(False, description=ATOMIC)
    ids: list[UUID] = Field(
        min_length=1, max_length=MAX_ITEMS, description=N_("The ids of the links to delete, each once.")
    )


class RawItems(RequestBody):
    """A body with many items, of which only their number is checked."""

    atomic: bool = False
    links: list[Any] = Field(min_length=1, max_length=MAX_ITEMS)


class RawIds(RequestBody):
    """A body with many ids, of which only their number is checked."""

    atomic: bool = False
    ids: list[Any] = Field(min_length=1, max_length=MAX_ITEMS)


class ItemAnswer(ApiModel):
    """What became of one item."""

    status: int = Field(description=N_("The HTTP status with which a request for this item alone is answered."))
    data: LinkData | None = Field(description=N_("The link; null if the item was refused or the link deleted."))
    error: str | None = Field(description=N_("The error code; null if the item was done."))
    message: str | None = Field(description=N_("A sentence for people about the error, or null."))
    field: str | None = Field(description=N_("The field of the item that is wrong, or null."))

    @classmethod
    def of(cls, data: dict[str, Any] | None, status: int) -> dict[str, Any]:
        """The answer to an item that was done; the data is None for a deletion."""
        return {"status": status, "data": data, "error": None, "message": None, "field": None}

    @classmethod
    def refused(cls, refusal: Refusal) -> dict[str, Any]:
        """The answer to an item that was refused."""
        return {
            "status": code_status(refusal.code),
            "data": None,
            "error": refusal.code,
            "message": envelope.refusal_message(refusal),
            "field": refusal.field or None,
        }


class ItemAnswers(ApiModel):
    """The response to a request with many items."""

    items: list[ItemAnswer] = Field(description=N_("One for each item of the request, in its order."))
    succeeded: int = Field(description=N_("How many were done; each counts as one request of the month."))
    failed: int = Field(description=N_("How many were refused; they changed nothing and count nothing."))
