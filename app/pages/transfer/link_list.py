"""Makes link blocks from a list of titles and URLs, and reads such a list from pasted lines.

The list comes from a program and has URLs only. Pasted lines come from a person and may also have account names and
phone numbers, which `parse_link` turns into URLs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from app.kernel.i18n import gettext as _
from app.kernel.refusal import InvalidRequest, Refusal
from app.links.known_sites import SITE_BY_WORD
from app.links.typed_destination import is_phone_number, parse_link, suggest_title
from app.pages.block import Block
from app.pages.content import MOST_BLOCKS, TooManyBlocks
from app.pages.json.block_input import prefix_field
from app.web import envelope

SCHEME = re.compile(r"https?://", re.IGNORECASE)
CELL_SEPARATORS = "\t,;|"
SEPARATORS, LONGEST_LINE = f" {CELL_SEPARATORS}", 4_096
AROUND_TITLES = f"{SEPARATORS}:"  # characters that are removed from both ends of a title
NUMBER_CHARACTERS = "0123456789 +().-/\u00a0\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
NUMBER_BEGINS = ("0", "+", "(")
MOST_FAULTS = 10  # invalid lines that are listed in one message


class WrongLines(InvalidRequest):
    """Lines of the pasted text have no valid link; `lines` has the messages for the first MOST_FAULTS of them."""

    field, says = "text", "%(lines)s"


class PastedLine(NamedTuple):
    """A pasted line: a title, which may be empty, and the link as it was typed.

    `number` is the number of the line in the text, where empty lines count too and the first one is 1.
    """

    number: int
    title: str
    typed: str


def make_link_blocks(pairs: Sequence[tuple[str, str]], place: str) -> tuple[Block, ...]:
    """A link block for each pair of a title and a URL; an empty title is replaced by one made from the URL.

    `place` is the name of the list in the fields of refusals. Raises: TooManyBlocks, those of Kind.read with a field
    such as `links.3.url`.
    """
    if len(pairs) > MOST_BLOCKS:
        raise TooManyBlocks(field=place, most=MOST_BLOCKS)
    blocks = []
    for at, (title, url) in enumerate(pairs):
        with prefix_field(f"{place}.{at}"):
            blocks.append(_block(title, url))
    return tuple(blocks)


def pasted_blocks(text: str) -> tuple[Block, ...]:
    """A link block for each pasted line.

    Raises: TooManyBlocks, those of `parse_link` and Kind.read with a field such as `text.3.url`.
    """
    lines = _lines(text)
    blocks = []
    for at, line in enumerate(lines):
        with prefix_field(f"text.{at}"):
            blocks.append(_pasted_block(line))
    return tuple(blocks)


def check_lines(text: str) -> None:
    """Checks the links of all pasted lines. Raises: WrongLines, TooManyBlocks."""
    faults = []
    for line in _lines(text):
        try:
            _pasted_block(line)
        except Refusal as refusal:
            faults.append(
                _("Line %(line)s: %(reason)s") % {"line": line.number, "reason": envelope.refusal_message(refusal)}
            )
    if faults:
        raise WrongLines(lines=" ".join(faults[:MOST_FAULTS] + ["…"] * (len(faults) > MOST_FAULTS)))


def parse_pasted_links(text: str) -> Iterator[PastedLine]:
    """The title and the link of each line: `My shop, https://shop.example`, `My shop|shop.example`, `ig @toko`.

    The link is at the end of the line; lines without one are skipped. Only the first LONGEST_LINE characters of a line
    are read.
    """
    for number, line in enumerate(text.splitlines(), 1):
        title, typed = _split(line[:LONGEST_LINE].strip())
        if typed:
            yield PastedLine(number, title.strip(AROUND_TITLES), typed)


def _lines(text: str) -> list[PastedLine]:
    """The lines of the text that have a link. Raises: TooManyBlocks."""
    lines = list(islice(parse_pasted_links(text), MOST_BLOCKS + 1))
    if len(lines) > MOST_BLOCKS:
        raise TooManyBlocks(field="text", most=MOST_BLOCKS)
    return lines


def _pasted_block(line: PastedLine) -> Block:
    """The link block for a pasted line. Raises: those of `parse_link` and Kind.read."""
    is_account = line.typed.startswith("@") or " " in line.typed
    return _block(line.title, parse_link(line.typed).url if is_account or is_phone_number(line.typed) else line.typed)


def _block(title: str, url: str) -> Block:
    """A link block; without a title it gets the one that is suggested for its URL. Raises: those of Kind.read."""
    block = Block.new("link").with_values({"title": title if title.strip() else "-", "url": url}, [])
    final_title = block.values["title"] if title.strip() else suggest_title(block.values["url"])
    return block.with_values(block.values | {"title": final_title}, [])


def _split(line: str) -> tuple[str, str]:
    """The title and the link of a line. The link is a phone number, an account with its site, or the last word."""
    for find in (_number, _account):
        if link := find(line):
            return line[: -len(link)], link
    words = line.rsplit(maxsplit=1)
    if not words:
        return "", ""
    last_word = words[-1]
    scheme = SCHEME.search(last_word)
    url_start = scheme.start() if scheme else max(map(last_word.rfind, SEPARATORS)) + 1
    typed = last_word[url_start:] if url_start and last_word[url_start - 1] in SEPARATORS else last_word
    return (line[: -len(typed)], typed) if typed else ("", "")


def _number(line: str) -> str:
    """The phone number at the end of a line, or an empty string.

    It starts at the first word that begins like a phone number, if there is one: `Shop 2 0812…` gives `0812…`.
    """
    tail = line[len(line.rstrip(NUMBER_CHARACTERS)) :]
    if len(tail) < len(line) and line[-len(tail) - 1] not in SEPARATORS and not tail.startswith((" ", "\u00a0")):
        return ""
    words = tail.split()
    first = next((at for at, word in enumerate(words) if word.startswith(NUMBER_BEGINS)), 0)
    number = tail[tail.index(words[first]) :] if words else ""
    return number if is_phone_number(number) else ""


def _account(line: str) -> str:
    """The account name and its site at the end of a line: `ig @toko`, `@toko (Instagram)`; or an empty string."""
    cell = line[max(map(line.rfind, CELL_SEPARATORS)) + 1 :]
    words = cell.split()[-2:]
    are_sites = [word.strip("():").lower() in SITE_BY_WORD for word in words]
    if len(words) < 2 or True not in are_sites or not (are_sites[0] or words[0].startswith("@")) or SCHEME.search(cell):
        return ""
    return cell[cell.rindex(words[0], 0, cell.rindex(words[1])) :]
