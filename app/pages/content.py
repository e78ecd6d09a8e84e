"""What a page shows: one value with everything in it, that a draft, a published page and a revision share.

It is kept as JSON in one column, so that a change, its undo, its publishing and its export are each one exact write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any, Self

from app.blocks.kind import Way
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
    code, says = "INVALID_REQUEST", N_("A page has room for %(most)s blocks. Delete one first.")


class NotALanguage(InvalidRequest):
    field, says = "language", N_("Choose Indonesian or English.")


@dataclass(frozen=True, slots=True)
class Content:
    """`avatar`, `cover` and `share_picture` are ids of pictures or empty; `socials` are lines of a SOCIAL block.

    `indexed`: search engines may list the page. `share_title` and `share_text` are what a shared link shows, the page's
    own name and bio where they are empty.
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
    def of(cls, said: Mapping[str, Any]) -> Self:
        """Content as `as_dict` wrote it."""
        known = {one.name for one in fields(cls)} & said.keys()
        values = {name: said[name] for name in known}
        return cls(**values | {
            "socials": tuple(said.get("socials", ())), "theme": Theme.of(said.get("theme", {})),
            "blocks": tuple(Block.of(block) for block in said.get("blocks", ())),
        })

    def as_dict(self) -> dict[str, Any]:
        """Plain values; `of` reads them back."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return values | {"socials": list(self.socials), "theme": self.theme.as_dict(),
                         "blocks": [block.as_dict() for block in self.blocks]}

    def told(self, **given: str) -> Self:
        """With words or pictures changed: name, bio, language, share_title, share_text, and PICTURES by their ids.

        Refusals: TooLong, NotALanguage.
        """
        read: dict[str, Any] = {name: text.line(value, LONGEST[name], name)
                                for name, value in given.items() if name in LONGEST}
        read |= {name: given[name] for name in PICTURES if name in given}
        if "bio" in given:
            read["bio"] = text.prose(given["bio"], LONGEST_BIO, "bio")
        if "language" in given:
            if given["language"] not in LANGUAGES:
                raise NotALanguage
            read["language"] = given["language"]
        return replace(self, **read)

    def taken(self, given: Mapping[str, str]) -> tuple[Self, list[Refusal]]:
        """As `told`, with all that is wrong, each fault by its field; then nothing of it is to be kept."""
        content, faults = self, list[Refusal]()
        for name, value in given.items():
            try:
                content = content.told(**{name: value})
            except Refusal as refusal:
                faults.append(refusal)
        return content, faults

    def reached_at(self, lines: Sequence[Mapping[str, str]]) -> Self:
        """With other social icons. Refusals: those of the block SOCIAL."""
        return replace(self, socials=tuple(SOCIAL.read_items(lines)))

    def block(self, id: str) -> Block:
        """Refusals: NotFound."""
        for block in self.blocks:
            if block.id == id:
                return block
        raise NotFound

    def with_block(self, block: Block, at: int | None = None) -> Self:
        """With one more block, at the end or before the one that is `at` now. Refusals: TooManyBlocks."""
        if len(self.blocks) >= MOST_BLOCKS:
            raise TooManyBlocks(most=MOST_BLOCKS)
        blocks = list(self.blocks)
        blocks.insert(len(blocks) if at is None else at, block)
        return replace(self, blocks=tuple(blocks))

    def with_changed(self, block: Block) -> Self:
        """With a block of the same id in its place. Refusals: NotFound."""
        self.block(block.id)
        return replace(self, blocks=tuple(block if one.id == block.id else one for one in self.blocks))

    def without(self, id: str) -> Self:
        """Refusals: NotFound."""
        self.block(id)
        return replace(self, blocks=tuple(block for block in self.blocks if block.id != id))

    def moved(self, id: str, to: int) -> Self:
        """With a block at another place, 0 being the first. Refusals: NotFound."""
        block, rest = self.block(id), [one for one in self.blocks if one.id != id]
        rest.insert(max(0, min(to, len(rest))), block)
        return replace(self, blocks=tuple(rest))

    def ordered(self, ids: Sequence[str]) -> Self:
        """With its blocks in this order; those that `ids` leaves out come after, as they stood."""
        place = {id: at for at, id in enumerate(ids)}
        return replace(self, blocks=tuple(sorted(self.blocks, key=lambda block: place.get(block.id, len(place)))))

    def open_at(self, now: datetime) -> list[Block]:
        """The blocks that visitors see at a moment."""
        return [block for block in self.blocks if block.open_at(now) and block.complete]

    def ways(self) -> Iterator[tuple[str, Way]]:
        """Every destination with the key of the Link underneath: `<block id>` or `<block id>.<way>`."""
        for way in SOCIAL.ways({}, self.socials):
            yield f"{SOCIALS}.{way.key}", way
        for block in self.blocks:
            for way in block.ways:
                yield way_key(block.id, way), way

    @property
    def full(self) -> bool:
        """Whether no block can be added."""
        return len(self.blocks) >= MOST_BLOCKS

    @property
    def unfinished(self) -> list[Block]:
        """The blocks that visitors do not see, or not all of, because something is still to be filled in."""
        return [block for block in self.blocks if block.shown and block.unfinished]

    @property
    def pictures(self) -> set[str]:
        """The ids of all pictures it shows."""
        mine = {getattr(self, name) for name in PICTURES} | {self.theme.picture}
        return (mine.union(*(block.pictures for block in self.blocks))) - {""}


def way_key(block: str, way: Way) -> str:
    return f"{block}.{way.key}" if way.key else block
