"""The responses of the JSON API of links and the parameters of their list; request_bodies.py has the bodies.

The descriptions also appear in the documentation.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self, get_args
from uuid import UUID

from pydantic import Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.links.current_values import link_values
from app.links.destination_check import OUTCOMES
from app.links.destination_status import state_of, worst_check
from app.links.lifecycle import State
from app.links.models import Link
from app.links.rules.schema import Rules


class LinkQuery(ApiModel):
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
        description=N_("Only links with this tag; of several, with commas between them, only links with all."),
    )
    short_code: str = Field(
        "", max_length=200, description=N_("Only the link that has this name, be it its first or another one.")
    )
    url: str = Field(
        "",
        json_schema_extra={"maxLength": 2048},
        description=N_("Only links with exactly this destination, as it was sent."),
    )
    external_id: str = Field("", max_length=100, description=N_("Only the link with this id of yours."))
    state: Literal["any", "active", "paused", "expired", "broken", "archived", "deleted"] = Field(
        "any",
        description=N_(
            "Which links: active ones, paused ones, those that have ended, those whose destination is broken, archived "
            "ones, or those deleted in the last 30 days. “any” is all but deleted ones."
        ),
    )
    start: str = Field(
        "",
        alias="from",
        max_length=64,
        description=N_("Only links made from then on: a day in your time zone, or a time with an offset."),
    )
    end: str = Field("", alias="to", max_length=64, description=N_("Only links made until then; that day is included."))
    sort: Literal["newest", "oldest", "clicks", "recent"] = Field(
        "newest", description=N_("The order: by age, by how often they were followed, or by when they last were.")
    )


class DestinationStatus(ApiModel):
    """What the check of a link's destinations saw last."""

    state: Literal["ok", "broken", "unclear"] = Field(
        description=N_("Whether the page is there; “unclear” where a program is not let in, but people may be.")
    )
    url: str = Field(description=N_("The destination that was looked at."))
    reason: Literal[tuple(OUTCOMES)] = Field(description=N_("What was seen, as a word."))  # type: ignore[valid-type]
    http_status: int | None = Field(description=N_("The HTTP status, or null if there was no answer."))
    checked_at: datetime = Field(description=N_("When it was looked at."))
    broken_since: datetime | None = Field(description=N_("Since when every look found it broken, or null."))

    @classmethod
    def of(cls, link: Link) -> dict[str, Any] | None:
        """The worst of the destinations of a link whose checks are fetched; None before the first look."""
        check = worst_check(link)
        if check is None or check.checked_at is None:
            return None
        return {
            "state": state_of(check),
            "url": check.url,
            "reason": check.outcome,
            "http_status": check.status,
            "checked_at": _format_time(check.checked_at),
            "broken_since": _format_time(check.broken_at),
        }


class LinkData(ApiModel):
    """A link in a response."""

    id: UUID = Field(description=N_("The id by which you read, change and delete the link."))
    short_code: str = Field(description=N_("The link's name, behind the slash."))
    short_url: str = Field(description=N_("The short link to hand out; store it."))
    destination_url: str = Field(description=N_("Where it leads."))
    aliases: list[str] = Field(description=N_("Its other names, oldest first."))
    title: str = Field(description=N_("As given, or empty."))
    description: str = Field(description=N_("As given, or empty."))
    notes: str = Field(description=N_("As given, or empty."))
    tags: list[str] = Field(description=N_("The names of its tags."))
    expires_at: datetime | None = Field(description=N_("When it ends, or null."))
    click_limit: int | None = Field(description=N_("How many people it lets through, or null for any number."))
    has_password: bool = Field(description=N_("Whether visitors must give a password. It is never given back."))
    redirect_status: int = Field(description=N_("The HTTP status of the redirect."))
    forward_query: bool = Field(description=N_("Whether the visitor's parameters are added to the destination."))
    tracked: bool = Field(description=N_("Whether visits are counted."))
    paused: bool = Field(description=N_("Whether it is paused."))
    archived: bool = Field(description=N_("Whether it is out of your usual list."))
    rules: Rules = Field(description=N_("Its rules, in the order in which they are tried."))
    ios_url: str = Field(description=N_("Where iPhones and iPads are led instead, or empty."))
    android_url: str = Field(description=N_("Where Android devices are led instead, or empty."))
    opens_at: datetime | None = Field(description=N_("When it opens, or null."))
    fallback_url: str = Field(description=N_("Where it leads after its end, or empty."))
    next_url: str = Field(description=N_("The destination that follows at next_url_at, or empty."))
    next_url_at: datetime | None = Field(description=N_("From when on it leads to next_url, or null."))
    append_path: bool = Field(description=N_("Whether what follows the name is added to the destination."))
    external_id: str | None = Field(description=N_("Your own id for it, or null."))
    preview_title: str = Field(description=N_("The title of its card in chat programs, or empty."))
    preview_description: str = Field(description=N_("The text on that card, or empty."))
    preview_picture_id: UUID | None = Field(description=N_("The picture on that card, or null."))
    destination_checked: bool | None = Field(
        description=N_("Whether its destinations are looked at every week; null: as usual in your plan.")
    )
    destination_status: DestinationStatus | None = Field(
        description=N_("What the last look at its destinations saw, the worst of several; null before the first look.")
    )
    state: State = Field(description=N_("How it answers a visit now."))
    clicks: int = Field(description=N_("How often it was followed, not counting scans."))
    scans: int = Field(description=N_("How often a QR code of it was scanned."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))

    @classmethod
    def of(cls, link: Link) -> dict[str, Any]:
        """The link as JSON; times are UTC with Z. Its tags and names must be fetched, and its checks where known."""
        shown = link_values(link)
        shown |= {
            "id": str(link.id),
            "short_code": link.short_code,
            "short_url": link.short_url,
            "destination_url": link.destination_url,
            "preview_picture_id": str(link.preview_picture_id) if link.preview_picture_id else None,
            "has_password": link.password_hash is not None,
            "destination_status": DestinationStatus.of(link),
            "state": str(link.state),
            "clicks": link.clicks,
            "scans": link.scans,
            "created_at": link.created_at,
            "updated_at": link.updated_at,
        }
        for name in TIMES:
            shown[name] = _format_time(shown[name])
        return {name: shown[name] for name in cls.model_fields}


TIMES = tuple(  # the fields of LinkData with a time
    name for name, field in LinkData.model_fields.items() if datetime in (field.annotation, *get_args(field.annotation))
)


class LinkList(ApiModel):
    """One page of the list of links."""

    links: list[LinkData] = Field(description=N_("Newest first; each with the fields that reading a link answers."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class Deleted(ApiModel):
    """The response to a deletion."""

    id: UUID = Field(description=N_("The id of the link that was deleted."))
    deleted: bool = Field(description=N_("Always true."))

    @classmethod
    def of(cls, link: Link) -> Self:
        """The response to the deletion of this link."""
        return cls(id=link.id, deleted=True)


def _format_time(when: datetime | None) -> str | None:
    """A time in RFC 3339, or None."""
    return clock.format_rfc3339(when) if when else None
