"""The bodies with which the JSON API creates and changes links; the descriptions also appear in the documentation.

Both have the same fields, one for each key of `validation.Changes`: a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, cast
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field
from pydantic.config import JsonDict

from app.kernel import passwords
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.kernel.time_parser import OffsetMissing
from app.kernel.uuid_parser import parse_uuid
from app.links.current_values import cleared_value
from app.links.name_claims import MAX_ALIASES, clean_aliases
from app.links.rules.schema import Rules
from app.links.tag import MAX_PER_LINK, clean_tags
from app.links.validation import (
    COLUMNS,
    MAX_CLICK_LIMIT,
    REDIRECT_STATUSES,
    Changes,
    InvalidLinkTime,
    UnreadableExpiry,
    parse_expiry,
    parse_link_time,
)
from app.media.models import NotYourPicture
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
# Only documented here: the domain rules check these and raise their own error codes.
NAME: JsonDict = {"maxLength": 64}
ADDRESS: JsonDict = {"maxLength": 2048}
CLICK_LIMIT: JsonDict = {"minimum": 1, "maximum": MAX_CLICK_LIMIT}
STATUS: JsonDict = {"enum": [*REDIRECT_STATUSES]}


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


def parse_sent_time(text: str | None, field: str) -> datetime | None:
    """Parses a time with an offset for a field; None stays None. Raises: InvalidLinkTime, also for an empty text."""
    if text is None:
        return None
    if (when := parse_link_time(text, field)) is None:
        raise InvalidLinkTime(field=field, says=OffsetMissing.says)
    return when


def parse_picture_id(id: str | None) -> UUID | None:
    """Parses the id of a picture; None and "" give None. Raises: NotYourPicture for what is no id."""
    if id and parse_uuid(id) is None:
        raise NotYourPicture(field="preview_picture_id")
    return parse_uuid(id or "")


READERS: dict[str, Callable[[Any], Any]] = {  # of values that JSON has in another form than `Changes`
    "expires_at": parse_sent_expiry,
    "opens_at": lambda text: parse_sent_time(text, "opens_at"),
    "next_url_at": lambda text: parse_sent_time(text, "next_url_at"),
    "rules": lambda rules: [rule.as_json() for rule in rules or ()],
    "tags": lambda names: clean_tags(word for name in names or () for word in name.split(",")),
    "aliases": lambda names: clean_aliases(names or ()),
    "preview_picture_id": parse_picture_id,
    "password": lambda password: password or None,
    "slug": lambda slug: slug or "",
}


class RequestBody(ApiModel):
    """The base of request bodies: types are strict, and unknown fields are reported by `read_json_body`."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class LinkFields(RequestBody):
    """What can be set on a link. An absent field keeps its value, or has its default in a new link; null clears it."""

    url: str = Field("", json_schema_extra=ADDRESS, description=N_("The destination, a whole http or https address."))
    slug: str | None = Field(
        None,
        json_schema_extra=NAME,
        description=N_("Your own name for the link: 3 to 64 letters, digits, - or _. Random when left out."),
    )
    aliases: list[str] | None = Field(
        None,
        json_schema_extra={"maxItems": MAX_ALIASES},
        description=N_("Other names of the link. What you send replaces those it has; the old ones are held for you."),
    )
    title: str | None = Field(None, max_length=200, description=N_("A title for your own list."))
    description: str | None = Field(None, max_length=500, description=N_("A few words about the link."))
    notes: str | None = Field(None, max_length=2000, description=N_("Notes that only you and your team see."))
    tags: list[str] | None = Field(
        None,
        json_schema_extra={"maxItems": MAX_PER_LINK},
        description=N_("Your tags for it; new ones are made. What you send replaces those it has."),
    )
    expires_at: DateTimeText | None = Field(
        None, description=N_("When the link ends: an ISO time with an offset, in the future.")
    )
    click_limit: Annotated[int, Field(json_schema_extra=CLICK_LIMIT)] | None = Field(
        None, description=N_("How many people it lets through; null for any number.")
    )
    password: Password | None = Field(
        None, max_length=1024, description=N_("Visitors must give it before they are sent on. Stored hashed.")
    )
    redirect_status: Annotated[int, Field(json_schema_extra=STATUS)] | None = Field(
        None, description=N_("The HTTP status of the redirect; 302 when left out.")
    )
    forward_query: bool | None = Field(
        None, description=N_("Whether the visitor's parameters are added to the destination; true when left out.")
    )
    tracked: bool | None = Field(None, description=N_("Whether visits are counted; true when left out."))
    paused: bool | None = Field(None, description=N_("While true, visitors are told that the link is paused."))
    archived: bool | None = Field(
        None, description=N_("Whether it is out of your usual list. An archived link keeps working.")
    )
    rules: Rules | None = Field(
        None, description=N_("Rules in the order in which they are tried; the first that fits decides. [] removes all.")
    )
    ios_url: str | None = Field(
        None, json_schema_extra=ADDRESS, description=N_("Where iPhones and iPads are led instead: a page or an app.")
    )
    android_url: str | None = Field(
        None, json_schema_extra=ADDRESS, description=N_("Where Android devices are led instead: a page or an app.")
    )
    opens_at: DateTimeText | None = Field(
        None, description=N_("When the link opens: an ISO time with an offset. Until then visitors see a countdown.")
    )
    fallback_url: str | None = Field(
        None, json_schema_extra=ADDRESS, description=N_("Where it leads once it has ended or its clicks are used up.")
    )
    next_url: str | None = Field(
        None, json_schema_extra=ADDRESS, description=N_("The destination that follows at next_url_at.")
    )
    next_url_at: DateTimeText | None = Field(
        None, description=N_("From when on it leads to next_url: an ISO time with an offset.")
    )
    append_path: bool | None = Field(
        None, description=N_("Whether what follows the name, as in /promo/more, is added to the destination.")
    )
    external_id: str | None = Field(
        None,
        max_length=100,
        description=N_("An id of yours, such as an article number; one link of your account has it."),
    )
    preview_title: str | None = Field(
        None, max_length=200, description=N_("The title of the card that chat programs show; the short URL when empty.")
    )
    preview_description: str | None = Field(None, max_length=500, description=N_("The text on that card."))
    preview_picture_id: str | None = Field(
        None,
        max_length=64,
        description=N_(
            "The id of a picture of yours on that card, best of 1200 by 630 pixels; “uploadPicture” makes one."
        ),
    )
    destination_checked: bool | None = Field(
        None, description=N_("Whether its destinations are looked at every week; null leaves it to your plan.")
    )

    def changes(self) -> Changes:
        """The values of the sent fields. Raises: InvalidExpiry, TagTooLong, TooManyTags, TooManyAliases."""
        return cast(Changes, {name: _read(name, getattr(self, name)) for name in self.model_fields_set})


class NewLink(LinkFields):
    """The body that creates a link."""

    url: str = Field(json_schema_extra=ADDRESS, description=N_("The destination, a whole http or https address."))


class LinkChanges(LinkFields):
    """The body that changes a link: an absent field keeps its value, null clears it."""

    url: str = Field("", json_schema_extra=ADDRESS, description=N_("A new destination."))
    slug: str = Field(
        "", min_length=1, json_schema_extra=NAME, description=N_("A new name; the old one is held for you.")
    )


def _read(name: str, sent: Any) -> Any:
    """The value in `Changes` for a sent one; null is the value that a link without one has."""
    if name in READERS:
        return READERS[name](sent)
    return cleared_value(name) if sent is None and name in COLUMNS else sent
