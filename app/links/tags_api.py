"""The JSON API of tags: `/api/v1/tags`. Tags are made by giving them to links."""

from __future__ import annotations

import base64
from typing import Any, cast

from pydantic import Field
from quart import Blueprint, Response

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links import tag_changes
from app.links.request_bodies import RequestBody
from app.links.tag import COLOUR_COUNT, MAX_DESCRIPTION, MAX_LENGTH, Tag
from app.links.tag_changes import TagValues
from app.web import envelope
from app.web.openapi import Operation
from app.web.pagination import InvalidCursor
from app.web.query_parsing import query

blueprint = Blueprint("tags_api", __name__, url_prefix="/api/v1/tags")
api_authentication.require_api_key(blueprint)


class TagChanges(RequestBody):
    """The body that changes a tag: an absent field keeps its value."""

    name: str = Field("", json_schema_extra={"maxLength": MAX_LENGTH}, description=N_("A new name, without a comma."))
    description: str | None = Field(
        None, max_length=MAX_DESCRIPTION, description=N_("What the tag is for; null clears it.")
    )
    colour: int = Field(
        0,
        json_schema_extra={"minimum": 1, "maximum": COLOUR_COUNT},
        description=N_("1 indigo, 2 orange, 3 green, 4 magenta, 5 blue, 6 brown."),
    )

    def values(self) -> TagValues:
        """The values of the sent fields."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        if "description" in values:
            values["description"] = values["description"] or ""
        return cast(TagValues, values)


class TagMerge(RequestBody):
    """The body that merges a tag into another one."""

    into: str = Field(description=N_("The name of the tag that its links get instead."))


class TagQuery(ApiModel):
    """The query parameters of the list of tags."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(50, ge=1, le=100, description=N_("How many tags a page has."))


class TagData(ApiModel):
    """A tag in a response."""

    id: int = Field(description=N_("The id by which you change, merge and delete the tag."))
    name: str = Field(description=N_("Its name, as links show it."))
    description: str = Field(description=N_("What it is for, or empty."))
    colour: int = Field(description=N_("The number of its colour, 1 to 6."))
    links: int = Field(description=N_("How many links have it, deleted ones apart."))


class TagList(ApiModel):
    """One page of the list of tags."""

    tags: list[TagData] = Field(description=N_("By name."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class DeletedTag(ApiModel):
    """The response to a deletion."""

    id: int = Field(description=N_("The id of the tag that was deleted."))
    deleted: bool = Field(description=N_("Always true."))


OPERATIONS = [
    Operation(
        "listTags",
        "GET",
        "/tags",
        N_("List tags"),
        N_("Your tags by name, a page at a time. A new tag is made by giving it to a link."),
        TagList,
        query=TagQuery,
        scope="links:read",
    ),
    Operation(
        "readTag",
        "GET",
        "/tags/{tag}",
        N_("Read a tag"),
        N_("One tag with the number of its links."),
        TagData,
        scope="links:read",
    ),
    Operation(
        "changeTag",
        "PATCH",
        "/tags/{tag}",
        N_("Change a tag"),
        N_("Changes what you send: the name on all links that have it, what it is for, or its colour."),
        TagData,
        body=TagChanges,
        scope="links:write",
    ),
    Operation(
        "mergeTags",
        "POST",
        "/tags/{tag}/merge",
        N_("Merge two tags"),
        N_("Gives its links another tag instead and deletes it; answers with the other tag."),
        TagData,
        body=TagMerge,
        scope="links:write",
    ),
    Operation(
        "deleteTag",
        "DELETE",
        "/tags/{tag}",
        N_("Delete a tag"),
        N_("Removes it from every link. The links otherwise stay as they are; this cannot be undone."),
        DeletedTag,
        scope="links:write",
    ),
]


@blueprint.get("")
async def list_tags() -> Response:
    """Responds with one page of the account's tags. Raises: InvalidCursor."""
    parameters = query(TagQuery)
    after = _decode(parameters.cursor)
    async with api_authentication.counted_request():
        following = Tag.owned_by(key_owner()).filter(folded__gt=after).order_by("folded")
        tags = await following.limit(parameters.limit + 1)
        page = tags[: parameters.limit]
        counts = await tag_changes.count_links(key_owner(), page)
    following_cursor = _encode(page[-1].folded) if len(tags) > len(page) else None
    rows = [_tag_data(tag, counts.get(tag.id, 0)) for tag in page]
    return envelope.success_response({"tags": rows, "next_cursor": following_cursor})


@blueprint.get("/<int:tag>")
async def read_tag(tag: int) -> Response:
    """Responds with one tag of the account. Raises: NotFound."""
    async with api_authentication.counted_request():
        return await _answer(await tag_changes.get_owned_tag(key_owner(), tag))


@blueprint.patch("/<int:tag>")
async def update_tag(tag: int) -> Response:
    """Changes a tag. Raises: NotFound and those of `tag_changes.update_tag`."""
    values = (await envelope.read_json_body(TagChanges)).values()
    async with api_authentication.counted_request():
        own = await tag_changes.get_owned_tag(key_owner(), tag)
        await tag_changes.update_tag(key_owner(), own, **values)
        return await _answer(own)


@blueprint.post("/<int:tag>/merge")
async def merge_tags(tag: int) -> Response:
    """Merges a tag into another one, and responds with that. Raises: NotFound, InvalidMergeTarget."""
    body = await envelope.read_json_body(TagMerge)
    async with api_authentication.counted_request():
        own = await tag_changes.get_owned_tag(key_owner(), tag)
        return await _answer(await tag_changes.merge_tags(key_owner(), own, body.into))


@blueprint.delete("/<int:tag>")
async def delete_tag(tag: int) -> Response:
    """Deletes a tag. Raises: NotFound."""
    async with api_authentication.counted_request():
        await tag_changes.delete_tag(await tag_changes.get_owned_tag(key_owner(), tag))
    return envelope.success_response({"id": tag, "deleted": True})


async def _answer(tag: Tag) -> Response:
    counts = await tag_changes.count_links(key_owner(), [tag])
    return envelope.success_response(_tag_data(tag, counts.get(tag.id, 0)))


def _tag_data(tag: Tag, links: int) -> dict[str, Any]:
    return {"id": tag.id, "name": tag.name, "description": tag.description, "colour": tag.hue, "links": links}


def _encode(folded: str) -> str:
    """The cursor of the tags that follow a folded name."""
    return base64.urlsafe_b64encode(folded.encode()).decode().rstrip("=")


def _decode(cursor: str) -> str:
    """The folded name in a cursor. Raises: InvalidCursor."""
    try:
        folded = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except ValueError:
        raise InvalidCursor from None
    if "\x00" in folded or len(folded) > 2 * MAX_LENGTH:  # as the column is long
        raise InvalidCursor
    return folded
