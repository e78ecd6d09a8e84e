"""Link blocks out of a list of links: titles with addresses, or the lines that somebody pasted.

A list is a program's and has addresses; pasted lines are a person's and may have whatever `read_link` understands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from app.kernel.i18n import gettext as _
from app.kernel.refusal import InvalidRequest, Refusal
from app.links.known_sites import WORDS
from app.links.link_input import is_number, read_link, suggest_title
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, TooManyBlocks
from app.pages.json.block_input import within
from app.web import envelope

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
CELL_SEPARATORS = "\t,;|"
SEPARATORS, LONGEST_LINE = f" {CELL_SEPARATORS}", 4_096
AROUND_TITLES = f"{SEPARATORS}:"
NUMBER_CHARACTERS = "0123456789 +().-/\u00a0\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
NUMBER_BEGINS = ("0", "+", "(")
MOST_FAULTS = 10  # lines of which the fault is named at once


class WrongLines(InvalidRequest):
    field, says = "text", "%(lines)s"


class PastedLine(NamedTuple):
    """A title (or nothing) and what was typed for a link; `number` counts all lines of the text from 1."""

    number: int
    title: str
    typed: str


def link_blocks(pairs: Sequence[tuple[str, str]], place: str) -> tuple[Block, ...]:
    """A link block for each title and address; a title is proposed where there is none. `place` is that in refusals.

    Refusals: TooManyBlocks, those of the kind, as `links.3.url`.
    """
    if len(pairs) > MOST_BLOCKS:
        raise TooManyBlocks(field=place, most=MOST_BLOCKS)
    blocks = []
    for at, (title, url) in enumerate(pairs):
        with within(f"{place}.{at}"):
            blocks.append(_block(title, url))
    return tuple(blocks)


def pasted_blocks(text: str) -> tuple[Block, ...]:
    """A link block for each pasted line.

    Refusals: TooManyBlocks, those of `read_link` and the kind, as `text.3.url`.
    """
    lines = _lines(text)
    blocks = []
    for at, line in enumerate(lines):
        with within(f"text.{at}"):
            blocks.append(_pasted_block(line))
    return tuple(blocks)


def check_lines(text: str) -> None:
    """Refusals: WrongLines, which names each line that is none, with its number; TooManyBlocks."""
    faults = []
    for line in _lines(text):
        try:
            _pasted_block(line)
        except Refusal as refusal:
            faults.append(_("Line %(line)s: %(reason)s") % {"line": line.number, "reason": envelope.said(refusal)})
    if faults:
        raise WrongLines(lines=" ".join(faults[:MOST_FAULTS] + ["…"] * (len(faults) > MOST_FAULTS)))


def pasted(text: str) -> Iterator[PastedLine]:
    """What each line means, such as `My shop, https://shop.example`, `My shop|shop.example`, `ig @toko`, `Order 0812…`.

    The link is at the end of its line. Of a line that is longer than 4,096 characters the beginning is read.
    """
    for number, line in enumerate(text.splitlines(), 1):
        title, typed = _parted(line[:LONGEST_LINE].strip())
        if typed:
            yield PastedLine(number, title.strip(AROUND_TITLES), typed)


def _lines(text: str) -> list[PastedLine]:
    lines = list(islice(pasted(text), MOST_BLOCKS + 1))
    if len(lines) > MOST_BLOCKS:
        raise TooManyBlocks(field="text", most=MOST_BLOCKS)
    return lines


def _pasted_block(line: PastedLine) -> Block:
    handle = line.typed.startswith("@") or " " in line.typed
    return _block(line.title, read_link(line.typed).url if handle or is_number(line.typed) else line.typed)


def _block(title: str, url: str) -> Block:
    block = Block.new("link").filled({"title": title if title.strip() else "-", "url": url}, [])
    named = block.given["title"] if title.strip() else suggest_title(block.given["url"])
    return block.filled(block.given | {"title": named}, [])


def _parted(line: str) -> tuple[str, str]:
    """The title and the link of a line; the link is a number, an account with its site, or the last word."""
    for part in (_number, _account):
        if found := part(line):
            return line[:-len(found)], found
    words = line.rsplit(maxsplit=1)
    if not words:
        return "", ""
    last = words[-1]
    scheme = ADDRESS.search(last)
    cut = scheme.start() if scheme else max(map(last.rfind, SEPARATORS)) + 1
    typed = last[cut:] if cut and last[cut - 1] in SEPARATORS else last
    return (line[:-len(typed)], typed) if typed else ("", "")


def _number(line: str) -> str:
    """The phone number that a line ends with, from where it begins as numbers do; nothing where there is none."""
    tail = line[len(line.rstrip(NUMBER_CHARACTERS)):]
    if len(tail) < len(line) and line[-len(tail) - 1] not in SEPARATORS and not tail.startswith((" ", "\u00a0")):
        return ""
    words = tail.split()
    begins = next((at for at, word in enumerate(words) if word.startswith(NUMBER_BEGINS)), 0)
    number = tail[tail.index(words[begins]):] if words else ""
    return number if is_number(number) else ""


def _account(line: str) -> str:
    """The account that a line ends with and the site it is on, as in `ig @toko` or `@toko (Instagram)`; or nothing."""
    cell = line[max(map(line.rfind, CELL_SEPARATORS)) + 1:]
    words = cell.split()[-2:]
    sites = [word.strip("():").lower() in WORDS for word in words]
    if len(words) < 2 or True not in sites or not (sites[0] or words[0].startswith("@")) or ADDRESS.search(cell):
        return ""
    return cell[cell.rindex(words[0], 0, cell.rindex(words[1])):]
