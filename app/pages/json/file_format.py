"""A page as a file has it: typed strictly, and read by the rules of everything in it.

A block that is not finished stays as it was: what is missing may be missing, what is there must be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from pydantic import Field

from app.blocks.kinds import kind_of
from app.blocks.link_blocks import SOCIAL
from app.kernel.refusal import N_, InvalidRequest
from app.names.slug import ALPHABET
from app.pages.api.writes import worn
from app.pages.block import ID_LENGTH, Block
from app.pages.content import MOST_BLOCKS, Content
from app.pages.json.block_input import TooManyLines, lines_named, within
from app.pages.json.block_schema import Body
from app.pages.json.page_requests import ThemeFields
from app.pages.theme.theme import Theme
from app.payloads.field import Field as Asked
from app.payloads.field import Missing

ID = re.compile(f"[{ALPHABET}]{{{ID_LENGTH}}}")


class NotABlockId(InvalidRequest):
    field, says = "id", N_("That is no id of a block, or another block has it.")


class BlockFile(Body):
    """A block as app.pages.block.Block writes it."""

    id: str
    kind: str
    given: dict[str, str] = Field({})
    items: list[dict[str, str]] = Field([])
    shown: bool = True
    highlight: bool = False
    thumbnail: str = Field("", max_length=40)
    starts: str = ""
    ends: str = ""


class ContentFile(Body):
    """A page as app.pages.content.Content writes it."""

    name: str = Field("", description=N_("What stands at the top of the page."))
    bio: str = Field("", description=N_("A sentence or two below it."))
    language: str = Field("id", description=N_("The language of the page: id or en."))
    avatar: str = Field("", max_length=40, description=N_("The id of a picture, or empty."))
    cover: str = Field("", max_length=40, description=N_("The id of a picture, or empty."))
    socials: list[dict[str, str]] = Field([], max_length=SOCIAL.most_items, description=N_("Its social icons."))
    blocks: list[BlockFile] = Field([], max_length=MOST_BLOCKS, description=N_("Its blocks, from the top."))
    theme: ThemeFields = Field(ThemeFields(), description=N_("How it looks."))
    indexed: bool = Field(True, description=N_("Whether search engines may list the page."))
    share_title: str = Field("", description=N_("The title of a shared link; empty: the page's name."))
    share_text: str = Field("", description=N_("The words below it; empty: the page's bio."))
    share_picture: str = Field("", max_length=40, description=N_(
        "The id of the picture of a shared link; empty: one that we make."))


def content_of(file: ContentFile) -> Content:
    """The page. Refusals: those of Content, Theme, Block and kinds, each by its place in the file."""
    theme, blocks, ids = file.theme.model_dump(), [], set[str]()
    for at, one in enumerate(file.blocks):
        with within(f"blocks.{at}"):
            if one.id in ids:
                raise NotABlockId
            blocks.append(_block(one))
            ids.add(one.id)
    content = Content(avatar=file.avatar, cover=file.cover, share_picture=file.share_picture, indexed=file.indexed,
                      theme=worn(theme, Theme.of(theme)), blocks=tuple(blocks))
    with lines_named(SOCIAL, file.socials, "socials"):
        content = content.reached_at(file.socials)
    return content.told(name=file.name, bio=file.bio, language=file.language, share_title=file.share_title,
                        share_text=file.share_text)


def _block(file: BlockFile) -> Block:
    if not ID.fullmatch(file.id):
        raise NotABlockId
    kin = kind_of(file.kind)
    if len(file.items) > kin.most_items:
        raise TooManyLines(most=kin.most_items)
    given = _read(kin.fields, kin.check, file.given)
    items = []
    for at, line in enumerate(file.items):
        with within(f"items.{at}"):
            items.append(_read(kin.item, kin.check_item, line))
    block = Block(file.id, kin.key, given, tuple(items), file.shown, file.highlight, file.thumbnail)
    return block.scheduled(file.starts, file.ends)


def _read(fields: Sequence[Asked], check: Callable[[dict[str, str]], dict[str, str]],
          given: Mapping[str, str]) -> dict[str, str]:
    """What was given, by its rules; only what was: a block is compared as it stands."""
    there = {field.name: field.read(given) if given[field.name].strip() else "" for field in fields
             if field.name in given}
    try:
        whole = check({field.name: field.read(given) for field in fields})
    except Missing:
        return there
    return {name: whole[name] for name in there}
