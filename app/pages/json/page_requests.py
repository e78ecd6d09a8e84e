"""The pydantic models of request bodies and query strings for pages; their descriptions appear in the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Literal

from pydantic import Field, create_model
from pydantic.config import JsonDict

from app.blocks.link_blocks import NETWORKS, SOCIAL
from app.kernel.api_model import ApiModel
from app.kernel.i18n import LANGUAGES
from app.kernel.refusal import N_
from app.pages.content import LONGEST, LONGEST_BIO, LONGEST_NAME, MOST_BLOCKS
from app.pages.json.block_input import prefix_field
from app.pages.json.block_schema import LONGEST_ID, AnyNewBlock, RequestBody
from app.pages.theme.theme import Theme

NAME: JsonDict = {"maxLength": 64}
LANGUAGE: JsonDict = {"enum": list(LANGUAGES)}
NETWORK: JsonDict = {"enum": ["", *NETWORKS]}
VERSION = N_("The version of the page that you last read; the request is refused when the page has another one by now.")
LARGEST = 2**31 - 1


def _theme_fields() -> dict[str, Any]:
    """The definitions of all fields of Theme, for pydantic.create_model."""
    defaults = Theme().as_dict()
    return {
        field.name: (
            type(defaults[field.name]),
            Field(defaults[field.name], description=N_("A part of the theme; when absent, that of the preset.")),
        )
        for field in fields(Theme)
    }


ThemeFields = create_model("ThemeFields", __base__=RequestBody, **_theme_fields())


class SocialLine(RequestBody):
    """A social icon: a network and an account on it."""

    network: str = Field("", json_schema_extra=NETWORK, description=N_("Which network."))
    account: str = Field(max_length=SOCIAL.item[1].most, description=N_("The account's name there, or its address."))


class PageSettings(RequestBody):
    """The settings for search engines and for previews of a shared page."""

    indexed: bool = Field(True, description=N_("Whether search engines may list the page."))
    share_title: str = Field(
        "", max_length=LONGEST["share_title"], description=N_("The title of a shared link; empty: the page's name.")
    )
    share_text: str = Field(
        "", max_length=LONGEST["share_text"], description=N_("The text below the title; empty: the page's bio.")
    )
    share_picture: str = Field(
        "", max_length=LONGEST_ID, description=N_("The id of the picture of a shared link; empty: a generated one.")
    )


class PageChanges(RequestBody):
    """The changes of a page. An absent field keeps its value, also inside of `settings` and `theme`."""

    slug: str = Field(
        "", min_length=1, json_schema_extra=NAME, description=N_("A new name; the old one is held for you.")
    )
    name: str = Field("", max_length=LONGEST_NAME, description=N_("The name at the top of the page."))
    bio: str = Field("", max_length=LONGEST_BIO, description=N_("A sentence or two below the name."))
    language: str = Field("", json_schema_extra=LANGUAGE, description=N_("The language of the page: id or en."))
    avatar: str = Field("", max_length=LONGEST_ID, description=N_("The id of a picture, or empty."))
    cover: str = Field("", max_length=LONGEST_ID, description=N_("The id of a picture, or empty."))
    theme: ThemeFields = Field(ThemeFields(), description=N_("How it looks."))
    settings: PageSettings = Field(PageSettings(), description=N_("What search engines and shared links show of it."))
    socials: list[SocialLine] = Field([], max_length=SOCIAL.most_items, description=N_("Its social icons."))
    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class NewPage(PageChanges):
    """A new page with its blocks."""

    slug: str = Field(
        json_schema_extra=NAME,
        description=N_("The page's own name, behind the slash: 3 to 64 letters, digits, - or _."),
    )
    blocks: list[AnyNewBlock] = Field(
        [],
        max_length=MOST_BLOCKS,
        description=N_("Its blocks, from the top; each kind has fields of its own, listed under “Kinds of blocks”."),
    )


class Order(RequestBody):
    """The order of the blocks of a page."""

    ids: list[str] = Field(
        max_length=MOST_BLOCKS,
        description=N_(
            "The ids of the blocks in their new order. Blocks that it leaves out come after, as they stood."
        ),
    )
    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class VersionQuery(ApiModel):
    """The query string of writes without a body."""

    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class PageQuery(ApiModel):
    """The query string of the list of pages."""

    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many pages an answer has."))


def apply_theme(sent: Mapping[str, Any], base: Theme) -> Theme:
    """The theme `base` with the fields that a request sent. Raises: those of Theme.changed, as `theme.<field>`."""
    changes = {name: "on" * value if isinstance(value, bool) else str(value) for name, value in sent.items()}
    with prefix_field("theme"):
        return base.with_changes(changes)


class PictureQuery(ApiModel):
    """The query parameters of an upload of a picture."""

    use: Literal["page", "logo"] = Field(
        "page", description=N_("What it is for: a bio page, or the logo of QR codes, which stays transparent.")
    )
