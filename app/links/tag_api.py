"""The JSON API of tags: `/api/v1/tags`. Links get and lose their tags by the API of links.

Each function is an endpoint that `OPERATIONS` describes for the OpenAPI document.
"""

from __future__ import annotations

from typing import Any, cast

from pydantic import BaseModel, Field
from quart import Blueprint, Response

from app.kernel.refusal import N_, NotFound
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.links import tag_changes
from app.links.request_bodies import RequestBody
from app.links.tag import COLOUR_COUNT, MAX_DESCRIPTION, MAX_LENGTH, Tag, fold_tag
from app.links.tag_changes import TagValues
from app.web import envelope
from app.web.audit_target import set_audit_target
from app.web.openapi import Operation
from app.web.query_parsing import query

blueprint = Blueprint("tags_api", __name__, url_prefix="/api/v1/tags")
api_authentication.require_api_key(blueprint)


class TagQuery(BaseModel):
    """The query parameters of the list of tags."""

    cursor: str = Field("", max_length=200, description=N_("“next_cursor” of the page before."))
    limit: int = Field(50, ge=1, le=100, description=N_("How many tags a page has."))


class TagData(BaseModel):
    """A tag in a response."""

    name: str = Field(description=N_("Its name, by which links have it."))
    description: str = Field(description=N_("What it is for, or empty."))
    colour: int = Field(description=N_("The number of its colour, 1 to 6."))
    links: int = Field(description=N_("How many links have it; deleted ones are not counted."))

    @classmethod
    def of(cls, tag: Tag, links: int) -> dict[str, Any]:
        """The tag as JSON."""
        return {"name": tag.name, "description": tag.description, "colour": tag.hue, "links": links}


class TagList(BaseModel):
    """One page of the list of tags."""

    tags: list[TagData] = Field(description=N_("By name; each with the fields that changing a tag answers."))
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class TagChange(RequestBody):
    """The body that changes a tag: an absent field keeps its value."""

    name: str = Field("", json_schema_extra={"maxLength": MAX_LENGTH}, description=N_("A new name, without a comma."))
    description: str | None = Field(
        None, max_length=MAX_DESCRIPTION, description=N_("What the tag is for; null clears it.")
    )
    colour: int = Field(
        1,
        json_schema_extra={"minimum": 1, "maximum": COLOUR_COUNT},
        description=N_("1 indigo, 2 orange, 3 green, 4 magenta, 5 blue, 6 brown."),
    )

    def values(self) -> TagValues:
        """The values of the sent fields."""
        values = {name: getattr(self, name) for name in self.model_fields_set}
        if "description" in values:
            values["description"] = values["description"] or ""
        return cast(TagValues, values)


OPERATIONS = [
    Operation(
        "listTags",
        "GET",
        "/tags",
        N_("List tags"),
        N_("Your tags by name, a page at a time, with the number of their links."),
        TagList,
        200,
        None,
        TagQuery,
        ("INVALID_REQUEST",),
        scope="links:read",
    ),
    Operation(
        "changeTag",
        "PATCH",
        "/tags/{tag}",
        N_("Change a tag"),
        N_("Changes what you send: the name on all links that have it, what it is for, or its colour."),
        TagData,
        200,
        TagChange,
        None,
        ("INVALID_REQUEST",),
        scope="links:write",
    ),
]


@blueprint.get("")
async def list_tags() -> Response:
    """Responds with one page of the account's tags, by name."""
    parameters, account = query(TagQuery), key_owner()
    async with api_authentication.counted_request():
        matches = Tag.owned_by(account).filter(folded__gt=fold_tag(parameters.cursor))
        tags = await matches.order_by("folded").limit(parameters.limit + 1)
        shown = tags[: parameters.limit]
        counts = await tag_changes.count_links(account, shown)
    cursor = shown[-1].folded if len(tags) > len(shown) else None
    rows = [TagData.of(tag, counts.get(tag.id, 0)) for tag in shown]
    return envelope.success_response({"tags": rows, "next_cursor": cursor})


@blueprint.patch("/<path:tag>")
async def change_tag(tag: str) -> Response:
    """Changes the sent fields of the tag with this name, in any case. Raises: NotFound, those of `update_tag`."""
    values, account = (await envelope.read_json_body(TagChange)).values(), key_owner()
    async with api_authentication.counted_request():
        owned = await Tag.owned_by(account).get_or_none(folded=fold_tag(tag))
        if owned is None:
            raise NotFound
        await tag_changes.update_tag(account, owned, **values)
        counts = await tag_changes.count_links(account, [owned])
    set_audit_target(owned.name)
    return envelope.success_response(TagData.of(owned, counts.get(owned.id, 0)))
