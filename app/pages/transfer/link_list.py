"""Makes link blocks from a list of titles and URLs, and reads such a list from pasted lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.blocks.link_blocks import host
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, TooManyBlocks
from app.pages.json.block_input import within

SCHEME = re.compile(r"https?://", re.IGNORECASE)
SEPARATORS, LONGEST_LINE = " \t,;|", 4_096


def link_blocks(pairs: Sequence[tuple[str, str]], place: str) -> tuple[Block, ...]:
    """A link block for each pair of a title and a URL; an empty title is replaced by the host of the URL.

    `place` is the name of the list in the fields of refusals. Raises: TooManyBlocks, those of Kind.read with a field
    such as `links.3.url`.
    """
    if len(pairs) > MOST_BLOCKS:
        raise TooManyBlocks(field=place, most=MOST_BLOCKS)
    blocks = []
    for at, (title, url) in enumerate(pairs):
        with within(f"{place}.{at}"):
            block = Block.new("link").filled({"title": title if title.strip() else "-", "url": url}, [])
            final_title = block.given["title"] if title.strip() else host(block.given["url"])[:80]
            blocks.append(block.filled(block.given | {"title": final_title}, []))
    return tuple(blocks)


def pasted(text: str) -> Iterator[tuple[str, str]]:
    """The title and the URL of each line such as `My shop, https://shop.example` or `My shop|shop.example`.

    The URL is the last word of the line; empty lines are skipped. Only the first LONGEST_LINE characters of a line are
    read.
    """
    for line in text.splitlines():
        words = line[:LONGEST_LINE].rsplit(maxsplit=1)
        if not words:
            continue
        last_word = words[-1]
        scheme = SCHEME.search(last_word)
        url_start = scheme.start() if scheme else max(map(last_word.rfind, SEPARATORS)) + 1
        if url_start and last_word[url_start - 1] in SEPARATORS:
            words[-1:] = [last_word[:url_start], last_word[url_start:]]
        if words[-1]:
            yield " ".join(words[:-1]).strip(SEPARATORS), words[-1]
