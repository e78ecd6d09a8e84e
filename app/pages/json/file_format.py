"""The format of an exported page: pydantic models for its types, and `parse_page_file`, which validates every value.

An incomplete block may lack values, but the values that it has must be valid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from pydantic import Field

from app.blocks.link_blocks import SOCIAL
from app.blocks.registry import get_kind
from app.kernel.refusal import N_, InvalidRequest
from app.names.slug import ALPHABET
from app.pages.block import ID_LENGTH, Block
from app.pages.content import MOST_BLOCKS, Content
from app.pages.json.block_input import TooManyLines, map_line_fields, prefix_field
from app.pages.json.block_schema import RequestBody
from app.pages.json.page_requests import ThemeFields, apply_theme
from app.pages.theme.theme import Theme
from app.payloads.field import Field as FormField
from app.payloads.field import MissingValue

BLOCK_ID = re.compile(f"[{ALPHABET}]{{{ID_LENGTH}}}")


class NotABlockId(InvalidRequest):
    """The id of a block has the wrong format, or two blocks have the same."""

    field, says = "id", N_("That is not the id of a block, or another block has it.")


class BlockFile(RequestBody):
    """A block as Block.as_dict writes it."""

    id: str
    kind: str
    given: dict[str, str] = Field({})
    items: list[dict[str, str]] = Field([])
    shown: bool = True
    highlight: bool = False
    thumbnail: str = Field("", max_length=40)
    starts: str = ""
    ends: str = ""


class ContentFile(RequestBody):
    """A page as Content.as_dict writes it."""

    name: str = Field("", description=N_("The name at the top of the page."))
    bio: str = Field("", description=N_("A sentence or two below the name."))
    language: str = Field("id", description=N_("The language of the page: id or en."))
    avatar: str = Field("", max_length=40, description=N_("The id of a picture, or empty."))
    cover: str = Field("", max_length=40, description=N_("The id of a picture, or empty."))
    socials: list[dict[str, str]] = Field([], max_length=SOCIAL.most_items, description=N_("Its social icons."))
    blocks: list[BlockFile] = Field([], max_length=MOST_BLOCKS, description=N_("Its blocks, from the top."))
    theme: ThemeFields = Field(ThemeFields(), description=N_("How it looks."))
    indexed: bool = Field(True, description=N_("Whether search engines may list the page."))
    share_title: str = Field("", description=N_("The title of a shared link; empty: the page's name."))
    share_text: str = Field("", description=N_("The text below the title; empty: the page's bio."))
    share_picture: str = Field(
        "", max_length=40, description=N_("The id of the picture of a shared link; empty: a generated one.")
    )


def parse_page_file(file: ContentFile) -> Content:
    """The content of an exported page.

    Raises: NotABlockId, those of Content, Theme, Block and Kind, with the path of the value in the file as their field.
    """
    theme, blocks, ids = file.theme.model_dump(), [], set[str]()
    for at, block_file in enumerate(file.blocks):
        with prefix_field(f"blocks.{at}"):
            if block_file.id in ids:
                raise NotABlockId
            blocks.append(_block_of(block_file))
            ids.add(block_file.id)
    content = Content(
        avatar=file.avatar,
        cover=file.cover,
        share_picture=file.share_picture,
        indexed=file.indexed,
        theme=apply_theme(theme, Theme.of(theme)),
        blocks=tuple(blocks),
    )
    with map_line_fields(SOCIAL, file.socials, "socials"):
        content = content.with_socials(file.socials)
    return content.with_texts(
        name=file.name, bio=file.bio, language=file.language, share_title=file.share_title, share_text=file.share_text
    )


def _block_of(file: BlockFile) -> Block:
    """The block of a file. Raises: NotABlockId, UnknownKind, TooManyLines, those of its fields and its schedule."""
    if not BLOCK_ID.fullmatch(file.id):
        raise NotABlockId
    block_kind = get_kind(file.kind)
    if len(file.items) > block_kind.most_items:
        raise TooManyLines(most=block_kind.most_items)
    values = _read_present(block_kind.fields, block_kind.check, file.given)
    items = []
    for at, line in enumerate(file.items):
        with prefix_field(f"items.{at}"):
            items.append(_read_present(block_kind.item, block_kind.check_item, line))
    block = Block(file.id, block_kind.key, values, tuple(items), file.shown, file.highlight, file.thumbnail)
    return block.with_schedule(file.starts, file.ends)


def _read_present(
    fields: Sequence[FormField], check: Callable[[dict[str, str]], dict[str, str]], values: Mapping[str, str]
) -> dict[str, str]:
    """The validated values of the fields that are present; absent ones stay absent, so that an export is reproduced."""
    present = {
        field.name: field.read(values) if values[field.name].strip() else "" for field in fields if field.name in values
    }
    try:
        checked = check({field.name: field.read(values) for field in fields})
    except MissingValue:
        return present
    return {name: checked[name] for name in present}
