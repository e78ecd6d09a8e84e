"""What the JSON API takes of bio pages. The descriptions are the documentation's too."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pydantic import BaseModel, Field, create_model
from pydantic.config import JsonDict

from app.blocks.link_blocks import NETWORKS, SOCIAL
from app.kernel.i18n import LANGUAGES
from app.kernel.refusal import N_
from app.pages.content import LONGEST, LONGEST_BIO, LONGEST_NAME, MOST_BLOCKS
from app.pages.json.block_schema import LONGEST_ID, AnyNew, Body
from app.pages.theme.theme import Theme

NAME: JsonDict = {"maxLength": 64}
LANGUAGE: JsonDict = {"enum": list(LANGUAGES)}
NETWORK: JsonDict = {"enum": ["", *NETWORKS]}
VERSION = N_("The version of the page that you know; refused when it has another one by now.")
LARGEST = 2**31 - 1


def _worn() -> dict[str, Any]:
    """The fields of a theme, whatever it has."""
    types = {name: type(value) for name, value in Theme().as_dict().items()}
    return {one.name: (types[one.name], Field(Theme().as_dict()[one.name], description=N_(
        "A part of the theme; absent: as the preset has it."))) for one in fields(Theme)}


ThemeFields = create_model("ThemeFields", __base__=Body, **_worn())


class SocialLine(Body):
    network: str = Field("", json_schema_extra=NETWORK, description=N_("Which network."))
    account: str = Field(max_length=SOCIAL.item[1].most, description=N_("The account's name there, or its address."))


class PageSettings(Body):
    indexed: bool = Field(True, description=N_("Whether search engines may list the page."))
    share_title: str = Field("", max_length=LONGEST["share_title"], description=N_(
        "The title of a shared link; empty: the page's name."))
    share_text: str = Field("", max_length=LONGEST["share_text"], description=N_(
        "The words below it; empty: the page's bio."))
    share_picture: str = Field("", max_length=LONGEST_ID, description=N_(
        "The id of the picture of a shared link; empty: one that we make."))


class PageChanges(Body):
    """A field that is absent keeps its value, also inside of settings and theme."""

    slug: str = Field("", min_length=1, json_schema_extra=NAME, description=N_(
        "A new name; the old one is held for you."))
    name: str = Field("", max_length=LONGEST_NAME, description=N_("What stands at the top of the page."))
    bio: str = Field("", max_length=LONGEST_BIO, description=N_("A sentence or two below it."))
    language: str = Field("", json_schema_extra=LANGUAGE, description=N_("The language of the page: id or en."))
    avatar: str = Field("", max_length=LONGEST_ID, description=N_("The id of a picture, or empty."))
    cover: str = Field("", max_length=LONGEST_ID, description=N_("The id of a picture, or empty."))
    theme: ThemeFields = Field(ThemeFields(), description=N_("How it looks."))
    settings: PageSettings = Field(PageSettings(), description=N_(
        "What search engines and shared links show of it."))
    socials: list[SocialLine] = Field([], max_length=SOCIAL.most_items, description=N_("Its social icons."))
    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class NewPage(PageChanges):
    slug: str = Field(json_schema_extra=NAME, description=N_(
        "The page's own name, behind the slash: 3 to 64 letters, digits, - or _."))
    blocks: list[AnyNew] = Field([], max_length=MOST_BLOCKS, description=N_(
        "Its blocks, from the top; each kind has fields of its own, listed under “Kinds of blocks”."))


class Order(Body):
    ids: list[str] = Field(max_length=MOST_BLOCKS, description=N_(
        "The ids of the blocks in their new order. Blocks that it leaves out come after, as they stood."))
    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class VersionQuery(BaseModel):
    version: int | None = Field(None, ge=1, le=LARGEST, description=VERSION)


class PageQuery(BaseModel):
    cursor: str = Field("", max_length=500, description=N_("“next_cursor” of the page before."))
    limit: int = Field(20, ge=1, le=100, description=N_("How many pages an answer has."))
