"""Link blocks out of a list of links: titles with addresses, or the lines that somebody pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.blocks.destinations import host
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, TooManyBlocks
from app.pages.reading import within

LINE = re.compile(r"(?:(?P<title>.*?)[\s,;|]+)?(?P<url>\S+)")


def link_blocks(pairs: Sequence[tuple[str, str]], place: str) -> tuple[Block, ...]:
    """A link block for each title and address; without a title the host is one. `place` names the list in refusals.

    Refusals: TooManyBlocks, those of the kind, as `links.3.url`.
    """
    if len(pairs) > MOST_BLOCKS:
        raise TooManyBlocks(field=place, most=MOST_BLOCKS)
    blocks = []
    for at, (title, url) in enumerate(pairs):
        with within(f"{place}.{at}"):
            block = Block.new("link").filled({"title": title if title.strip() else "-", "url": url}, [])
            named = block.given["title"] if title.strip() else host(block.given["url"])[:80]
            blocks.append(block.filled(block.given | {"title": named}, []))
    return tuple(blocks)


def pasted(text: str) -> Iterator[tuple[str, str]]:
    """Title and address of each line such as `My shop, https://shop.example`; the address is what stands last."""
    for line in text.splitlines():
        if found := LINE.fullmatch(line.strip()):
            yield (found["title"] or "").strip(" \t,;|"), found["url"]
