"""The bodies with which the JSON API creates, changes and plans posts, and how they are read into drafts.

The descriptions also appear in the documentation.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.publishing.posts.drafts import LONGEST_ALT, LONGEST_CAMPAIGN, MOST_CONNECTIONS, MOST_FILES
from app.publishing.posts.post import MOST_TEXT
from app.web.openapi import without_defaults

LARGEST, LONGEST_ID, LONGEST_ANSWER = 2**31 - 1, 64, 100
TEXT: JsonDict = {"maxLength": MOST_TEXT}
DateTimeText = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Answer = Annotated[str, Field(max_length=LONGEST_ANSWER)] | bool
TIME = N_("When it is to be published: an ISO time with an offset, at most two years ahead.")
VERSION = N_("The version of the post that you last read; the request is refused when the post has another one by now.")


class RequestBody(ApiModel):
    """The base of request bodies: types are strict, and unknown fields are reported by `read_json_body`."""

    model_config = ConfigDict(strict=True, extra="ignore", json_schema_extra=without_defaults)


class MediaLine(RequestBody):
    """A file of a post."""

    id: str = Field(max_length=LONGEST_ID, description=N_("The id of a file of yours."))
    alt: str | None = Field(None, max_length=LONGEST_ALT, description=N_("Its alternative text in this post."))


class VariantLine(RequestBody):
    """What a post is at one connection."""

    connection_id: str = Field(max_length=LONGEST_ID, description=N_("Where it goes: the id of a connection."))
    text: str | None = Field(
        None, json_schema_extra=TEXT, description=N_("Its own text; null or empty for that of the post.")
    )
    media: list[str] | None = Field(
        None, max_length=MOST_FILES, description=N_("The ids of its files among those of the post; null for all.")
    )
    reply: str | None = Field(
        None, json_schema_extra=TEXT, description=N_("The first comment, or the next post of a thread.")
    )
    options: dict[str, Answer] | None = Field(
        None, description=N_("Answers to the questions of the network, which the connection lists.")
    )
    short_links: bool | None = Field(
        None, description=N_("Whether addresses become short links here; null for what is usual at the network.")
    )
    link_in_reply: bool | None = Field(None, description=N_("Whether addresses go into the reply instead of the text."))


class PostFields(RequestBody):
    """What can be written of a post."""

    text: str | None = Field(
        None, json_schema_extra=TEXT, description=N_("The text of all variants that have none of their own.")
    )
    campaign: str | None = Field(
        None, max_length=LONGEST_CAMPAIGN, description=N_("The campaign, for UTM parameters and statistics.")
    )
    short_links: bool | None = Field(
        None, description=N_("Whether addresses in texts become short links, one for each network; true when left out.")
    )
    utm: bool | None = Field(None, description=N_("Whether addresses get UTM parameters; true when left out."))
    media: list[MediaLine] | None = Field(
        None, max_length=MOST_FILES, description=N_("Its files in their order, each with “id” and “alt”.")
    )
    variants: list[VariantLine] | None = Field(
        None,
        max_length=MOST_CONNECTIONS,
        description=N_(
            "One for each connection. What you send replaces those it has; the table of variants says more."
        ),
    )
    planned_at: DateTimeText | None = Field(None, description=TIME)
    time_zone: str | None = Field(
        None, max_length=LONGEST_ID, description=N_("The time zone of the post, such as Asia/Jakarta.")
    )


class NewPost(PostFields):
    """The body that creates a post."""

    plan: Literal["draft", "at", "now", "queue"] = Field(
        "draft",
        description=N_(
            "draft, at (at planned_at), now, or queue (in the next free weekly slot of each connection). What cannot "
            "be planned is not made either."
        ),
    )


class PostChanges(PostFields):
    """The body that changes a post: an absent field keeps its value, null clears it."""

    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class PlanRequest(RequestBody):
    """The body that plans a post or moves it."""

    plan: Literal["at", "queue"] = Field(
        "at", description=N_("at (at planned_at), or queue: in the next free weekly slot of each connection.")
    )
    planned_at: DateTimeText | None = Field(None, description=TIME)
    time_zone: str | None = Field(
        None, max_length=LONGEST_ID, description=N_("The time zone of the post, such as Asia/Jakarta.")
    )


class PublishedByHand(RequestBody):
    """The body that says that a variant is there."""

    permalink: str = Field(
        "", json_schema_extra={"maxLength": 2048}, description=N_("Its address at the network, or empty.")
    )


class PostQuery(ApiModel):
    """The query parameters of the list of posts."""

    show: Literal["", "need", "planned", "published", "drafts"] = Field(
        "", description=N_("Only those that need somebody (need), are planned, published, or drafts. Empty: all.")
    )
    q: str = Field("", max_length=200, description=N_("Words of their texts or of their campaign."))
    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many posts a page has."))
