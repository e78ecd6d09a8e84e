"""The request and response bodies of links in the JSON API; the descriptions also appear in the documentation."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self, cast
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from app.kernel import clock, passwords
from app.kernel.refusal import N_
from app.kernel.time_parser import OffsetMissing
from app.links.models import Link
from app.links.validation import Changes, UnreadableExpiry, parse_expiry
from app.web.openapi import without_defaults

DateTimeText = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


def _check_byte_length(password: str) -> str:
    """The password itself; raises ValueError when it is longer in bytes than can be hashed.

    The schema limits characters: 1,024 of them can have more bytes than that.
    """
    if len(password.encode()) > passwords.MAX_BYTES:
        raise ValueError
    return password


Password = Annotated[str, AfterValidator(_check_byte_length)]
# Only documented here: the domain rules check the lengths and raise their own error codes.
NAME: JsonDict = {"maxLength": 64}
ADDRESS: JsonDict = {"maxLength": 2048}


class RequestBody(BaseModel):
    """The base of request bodies: types are strict, unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class NewLink(RequestBody):
    """The body that creates a link."""

    url: str = Field(json_schema_extra=ADDRESS, description=N_("The destination, a whole http or https address."))
    slug: str | None = Field(
        None,
        json_schema_extra=NAME,
        description=N_("Your own name for the link: 3 to 64 letters, digits, - or _. Random when left out."),
    )
    title: str | None = Field(None, max_length=200, description=N_("A title for your own list."))
    description: str | None = Field(None, max_length=500, description=N_("A few words about the link."))
    expires_at: DateTimeText | None = Field(
        None, description=N_("When the link ends: an ISO time with an offset, in the future.")
    )
    password: Password | None = Field(
        None, max_length=1024, description=N_("Visitors must give it before they are sent on. Stored hashed.")
    )

    def changes(self) -> Changes:
        """The values to create the link with. Raises: InvalidExpiry."""
        return Changes(
            url=self.url,
            slug=self.slug or "",
            title=self.title or "",
            password=self.password or None,
            description=self.description or "",
            expires_at=parse_sent_expiry(self.expires_at),
        )


class LinkChanges(RequestBody):
    """The body that changes a link: an absent field keeps its value, null clears it."""

    url: str = Field("", json_schema_extra=ADDRESS, description=N_("A new destination."))
    slug: str = Field(
        "", min_length=1, json_schema_extra=NAME, description=N_("A new name; the old one is held for you.")
    )
    title: str | None = Field(None, max_length=200, description=N_("A title for your own list."))
    description: str | None = Field(None, max_length=500, description=N_("A few words about the link."))
    expires_at: DateTimeText | None = Field(None, description=N_("A new end, or null for none."))
    password: Password | None = Field(None, max_length=1024, description=N_("A new password, or null for none."))
    paused: bool = Field(False, description=N_("While true, visitors are told that the link is paused."))

    def changes(self) -> Changes:
        """The values of the sent fields. Raises: InvalidExpiry."""
        changes: dict[str, Any] = {name: getattr(self, name) for name in self.model_fields_set}
        for name in ("title", "description"):
            if name in changes:
                changes[name] = changes[name] or ""
        if "expires_at" in changes:
            changes["expires_at"] = parse_sent_expiry(self.expires_at)
        return cast(Changes, changes)


class LinkQuery(BaseModel):
    """The query parameters of the list of links."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many links a page has."))
    q: str = Field(
        "",
        max_length=200,
        description=N_(
            "Words that must all be found in name, title, description, notes, tags or destination, in any case "
            "and order. "
            "A short URL finds its link."
        ),
    )
    tag: str = Field(
        "",
        max_length=400,
        description=N_(
            "Only links with this tag; of several, with commas between them, only links with all. Tags are set in the "
            "dashboard."
        ),
    )


class LinkData(BaseModel):
    """A link in a response."""

    id: UUID = Field(description=N_("The id by which you read, change and delete the link."))
    short_code: str = Field(description=N_("The link's name, behind the slash."))
    short_url: str = Field(description=N_("The short link to hand out; store it."))
    destination_url: str = Field(description=N_("Where it leads."))
    title: str = Field(description=N_("As given, or empty."))
    description: str = Field(description=N_("As given, or empty."))
    expires_at: datetime | None = Field(description=N_("When it ends, or null."))
    has_password: bool = Field(description=N_("Whether visitors must give a password. It is never given back."))
    paused: bool = Field(description=N_("Whether it is paused."))
    clicks: int = Field(description=N_("How often it was followed, not counting scans."))
    scans: int = Field(description=N_("How often a QR code of it was scanned."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, link: Link) -> dict[str, Any]:
        """The link as JSON; times are UTC with Z."""
        return {
            "id": str(link.id),
            "short_code": link.short_code,
            "short_url": link.short_url,
            "destination_url": link.destination_url,
            "title": link.title,
            "description": link.description,
            "expires_at": clock.format_rfc3339(link.expires_at) if link.expires_at else None,
            "has_password": link.password_hash is not None,
            "paused": link.paused_at is not None,
            "clicks": link.clicks,
            "scans": link.scans,
            "created_at": clock.format_rfc3339(link.created_at),
            "updated_at": clock.format_rfc3339(link.updated_at),
        }


class LinkList(BaseModel):
    """One page of the list of links."""

    links: list[LinkData] = Field(description=N_("Newest first; each with the fields that reading a link answers."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class Deleted(BaseModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the link that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, link: Link) -> Self:
        """The response to the deletion of this link."""
        return cls(id=link.id, deleted=True)


def parse_sent_expiry(text: str | None) -> datetime | None:
    """Parses a time with an offset; None stays None.

    Raises: UnreadableExpiry, also for an empty text, and those of `parse_expiry`.
    """
    if text is None:
        return None
    try:
        when = parse_expiry(text)
    except UnreadableExpiry:
        when = None
    if when is None:
        raise UnreadableExpiry(says=OffsetMissing.says)
    return when
