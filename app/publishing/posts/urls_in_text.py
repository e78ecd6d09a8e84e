"""Finds the http and https addresses in the text of a post, and replaces them.

What counts as an address is what social networks turn into one: it begins with http:// or https:// after a blank, a
bracket or another sign. Punctuation that ends a sentence is not part of it, a closing bracket only with its partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.publishing.posts.post import MOST_TEXT

URL_PATTERN = re.compile(r"(?<![A-Za-z0-9])https?://[^\s<>\"“”«»\x00-\x1f\x7f]{1,2048}", re.IGNORECASE)
SENTENCE_ENDS = ".,;:!?…'\u2019"
BRACKETS = {")": "(", "]": "[", "}": "{"}
MOST_URLS = 100  # in one text; those after them stay as they are
TAG = re.compile(r"[#@][\w.]{1,100}")
PIECE = re.compile(rf"({URL_PATTERN.pattern}|(?<!\w)[#@]\w[\w.]{{0,99}})", re.IGNORECASE)
BLANKS = re.compile(r"[ \t]{2,}")


def find_urls(text: str) -> list[str]:
    """Returns the different addresses of a text in their order, MOST_ADDRESSES at most."""
    matches = (_without_sentence_end(match[0]) for match in URL_PATTERN.finditer(text[:MOST_TEXT]))
    return list(dict.fromkeys(match for match in matches if match))[:MOST_URLS]


def replace_urls(text: str, replacements: Mapping[str, str]) -> str:
    """Returns the text with each address that is a key of `replacements` replaced by its value."""
    return _rewrite(text, lambda address: replacements.get(address, address))


def remove_urls(text: str) -> str:
    """Returns the text without its addresses and without the double blanks that they leave behind."""
    lines = _rewrite(text, lambda _address: "").split("\n")
    return "\n".join(BLANKS.sub(" ", line).rstrip() for line in lines).strip()


def split_text(text: str) -> list[tuple[str, str]]:
    """Splits a text into parts, each with its kind: `text`, `address`, or `tag` for hashtags and mentions."""
    parts: list[tuple[str, str]] = []
    for piece in PIECE.split(text[:MOST_TEXT]):
        if piece.lower().startswith(("http://", "https://")):
            address = _without_sentence_end(piece)
            parts += [("address", address), ("text", piece[len(address) :])]
        else:
            parts.append(("tag" if TAG.fullmatch(piece) else "text", piece))
    return [(kind, part) for kind, part in parts if part]


def _rewrite(text: str, change: Callable[[str], str]) -> str:
    """Returns the text with each address changed."""

    def changed(match: re.Match[str]) -> str:
        address = _without_sentence_end(match[0])
        return change(address) + match[0][len(address) :] if address else match[0]

    return URL_PATTERN.sub(changed, text[:MOST_TEXT])


def _without_sentence_end(match: str) -> str:
    """Returns an address without the punctuation after it; "" when no host is left."""
    address = match
    while address:
        last = address[-1]
        opening = BRACKETS.get(last)
        if last in SENTENCE_ENDS or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
        else:
            break
    return address if len(address.partition("://")[2]) > 2 else ""
