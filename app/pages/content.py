"""The content of a bio page as one immutable value; the draft, the published page and each revision are a Content.

It is stored as JSON in one column, so that a change, an undo and a publication each write one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any, Self

from app.blocks.kind import Destination
from app.blocks.link_blocks import SOCIAL
from app.kernel import text
from app.kernel.i18n import LANGUAGES
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.pages.block import Block
from app.pages.theme.theme import Theme

MOST_BLOCKS, LONGEST_NAME, LONGEST_BIO, SOCIALS = 100, 60, 160, "socials"
LONGEST = {"name": LONGEST_NAME, "share_title": 90, "share_text": 200}
PICTURES = ("avatar", "cover", "share_picture")


class TooManyBlocks(Refusal):
    """The page has MOST_BLOCKS blocks already."""

    code, says = "INVALID_REQUEST", N_("A page has room for %(most)s blocks. Delete one first.")


class UnknownLanguage(InvalidRequest):
    """The language is not one of LANGUAGES."""

    field, says = "language", N_("Choose Indonesian or English.")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a page shows. `avatar`, `cover` and `share_picture` are ids of pictures, or empty.

    `socials` are the social icons, as lines of a block of the kind SOCIAL. `indexed` says whether search engines may
    list the page. `share_title` and `share_text` are the title and description in previews of a shared link; when they
    are empty, the page's name and bio are used.
    """

    name: str = ""
    bio: str = ""
    language: str = "id"
    avatar: str = ""
    cover: str = ""
    socials: tuple[dict[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    theme: Theme = field(default_factory=Theme)
    indexed: bool = True
    share_title: str = ""
    share_text: str = ""
    share_picture: str = ""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The content from the dict that `as_dict` made; unknown keys are ignored."""
        names = {field.name for field in fields(cls)} & stored.keys()
        values = {name: stored[name] for name in names}
        return cls(
            **values
            | {
                "socials": tuple(stored.get("socials", ())),
                "theme": Theme.of(stored.get("theme", {})),
                "blocks": tuple(Block.of(block) for block in stored.get("blocks", ())),
            }
        )

    def as_dict(self) -> dict[str, Any]:
        """The content as a dict for JSON; `of` reads it back."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return values | {
            "socials": list(self.socials),
            "theme": self.theme.as_dict(),
            "blocks": [block.as_dict() for block in self.blocks],
        }

    def with_texts(self, **changes: str) -> Self:
        """A copy with other texts or pictures: name, bio, language, share_title, share_text, or an id for PICTURES.

        Raises: TooLong, UnknownLanguage.
        """
        values: dict[str, Any] = {
            name: text.clean_line(value, LONGEST[name], name) for name, value in changes.items() if name in LONGEST
        }
        values |= {name: changes[name] for name in PICTURES if name in changes}
        if "bio" in changes:
            values["bio"] = text.clean_multiline(changes["bio"], LONGEST_BIO, "bio")
        if "language" in changes:
            if changes["language"] not in LANGUAGES:
                raise UnknownLanguage
            values["language"] = changes["language"]
        return replace(self, **values)

    def try_changes(self, changes: Mapping[str, str]) -> tuple[Self, list[Refusal]]:
        """A copy changed like `with_texts`, and all refusals, each with its field.

        When there are refusals, the copy must not be saved.
        """
        content, faults = self, list[Refusal]()
        for name, value in changes.items():
            try:
                content = content.with_texts(**{name: value})
            except Refusal as refusal:
                faults.append(refusal)
        return content, faults

    def with_socials(self, lines: Sequence[Mapping[str, str]]) -> Self:
        """A copy with other social icons, `lines` of the kind SOCIAL. Raises: those of Kind.read_items."""
        return replace(self, socials=tuple(SOCIAL.read_items(lines)))

    def block(self, id: str) -> Block:
        """The block with an id. Raises: NotFound."""
        for block in self.blocks:
            if block.id == id:
                return block
        raise NotFound

    def with_block(self, block: Block, at: int | None = None) -> Self:
        """A copy with one more block, at the index `at` or at the end. Raises: TooManyBlocks."""
        if len(self.blocks) >= MOST_BLOCKS:
            raise TooManyBlocks(most=MOST_BLOCKS)
        blocks = list(self.blocks)
        blocks.insert(len(blocks) if at is None else at, block)
        return replace(self, blocks=tuple(blocks))

    def with_replaced(self, block: Block) -> Self:
        """A copy in which `block` replaces the block that has its id. Raises: NotFound."""
        self.block(block.id)
        return replace(self, blocks=tuple(block if other.id == block.id else other for other in self.blocks))

    def without(self, id: str) -> Self:
        """A copy without the block with this id. Raises: NotFound."""
        self.block(id)
        return replace(self, blocks=tuple(block for block in self.blocks if block.id != id))

    def moved(self, id: str, to: int) -> Self:
        """A copy with a block moved to the index `to`, which is clamped to the list. Raises: NotFound."""
        block, rest = self.block(id), [other for other in self.blocks if other.id != id]
        rest.insert(max(0, min(to, len(rest))), block)
        return replace(self, blocks=tuple(rest))

    def with_order(self, ids: Sequence[str]) -> Self:
        """A copy with its blocks in the order of `ids`; blocks that `ids` leaves out follow in their present order."""
        index = {id: at for at, id in enumerate(ids)}
        return replace(self, blocks=tuple(sorted(self.blocks, key=lambda block: index.get(block.id, len(index)))))

    def visible_at(self, now: datetime) -> list[Block]:
        """The blocks that visitors see at a moment: shown, within their schedule, and complete."""
        return [block for block in self.blocks if block.visible_at(now) and block.complete]

    def destinations(self) -> Iterator[tuple[str, Destination]]:
        """Every destination of the page, with the key of its tracked Link as `destination_key` makes it."""
        for destination in SOCIAL.destinations({}, self.socials):
            yield f"{SOCIALS}.{destination.key}", destination
        for block in self.blocks:
            for destination in block.destinations:
                yield destination_key(block.id, destination), destination

    @property
    def full(self) -> bool:
        """Whether the page has MOST_BLOCKS blocks, so that none can be added."""
        return len(self.blocks) >= MOST_BLOCKS

    @property
    def partly_hidden_blocks(self) -> list[Block]:
        """The shown blocks that visitors do not see completely, because required fields are empty."""
        return [block for block in self.blocks if block.shown and block.partly_hidden]

    @property
    def pictures(self) -> set[str]:
        """The ids of all pictures of the page, its theme and its blocks."""
        page_pictures = {getattr(self, name) for name in PICTURES} | {self.theme.picture}
        return (page_pictures.union(*(block.pictures for block in self.blocks))) - {""}


def destination_key(block: str, destination: Destination) -> str:
    """The key of the tracked Link for a destination: `<block id>`, or `<block id>.<key of the destination>`."""
    return f"{block}.{destination.key}" if destination.key else block
