"""Link blocks out of a list of links: titles with addresses, or the lines that somebody pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.blocks.link_blocks import host
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, TooManyBlocks
from app.pages.json.block_input import within

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
SEPARATORS, LONGEST_LINE = " \t,;|", 4_096


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
    """Title and address of each line such as `My shop, https://shop.example` or `My shop|shop.example`.

    The address is the last word of its line. Of a line that is longer than 4,096 characters the beginning is read.
    """
    for line in text.splitlines():
        words = line[:LONGEST_LINE].rsplit(maxsplit=1)
        if not words:
            continue
        last = words[-1]
        scheme = ADDRESS.search(last)
        cut = scheme.start() if scheme else max(map(last.rfind, SEPARATORS)) + 1
        if cut and last[cut - 1] in SEPARATORS:
            words[-1:] = [last[:cut], last[cut:]]
        if words[-1]:
            yield " ".join(words[:-1]).strip(SEPARATORS), words[-1]
