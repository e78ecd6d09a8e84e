"""Full-text search over the documentation, in memory.

A page is split at the headings and table rows that have an id. Every word of a query must occur in a part, its heading
or its page's title. A match in the page's title scores more than one in the part's heading, and that more than one in
its text. A part scores more when every word of the query begins a word in it: `tag` is only a part of "Instagram".
"""

import asyncio
import re
from html.parser import HTMLParser
from typing import NamedTuple

from app.docs import catalogue
from app.docs.doc_page import DocPage, render_page
from app.kernel import i18n, site

MAX_QUERY_LENGTH, MOST, AROUND = 100, 20, 90  # characters of a query, results, characters around a match
HEADINGS = {"h2", "h3"}
INLINE_TAGS = {"a", "b", "code", "em", "small", "span", "strong", "wbr"}  # tags that do not separate words
TITLE_SCORE, HEADING_SCORE, TEXT_SCORE, PHRASE_SCORE, WORD_START_SCORE = 12, 4, 1, 6, 20
EARLY_CHARACTERS = 120  # a phrase within them scores more
BLANKS = re.compile(r"\s+")


class Part(NamedTuple):
    """A part of a page; the first one of a page has no anchor."""

    slug: str
    anchor: str
    page: str
    heading: str
    text: str


class SearchHit(NamedTuple):
    """A search result; `excerpt` is text in pieces, each with whether it matches the query."""

    part: Part
    excerpt: list[tuple[str, bool]]


class _PageSplitter(HTMLParser):
    """Splits a page before each heading and table row that has an id; a row's heading is its first code element."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.words: list[list[str]] = [self.parts[0][2]]  # the lists that the next text is appended to
        self.row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a part at a heading or row with an id."""
        anchor = dict(attrs).get("id")
        if anchor and tag in HEADINGS | {"tr"}:
            heading, text = list[str](), list[str]()
            self.parts.append((anchor, heading, text))
            self.row = tag == "tr"
            self.words = [text if self.row else heading]
        elif tag == "code" and self.row:
            self.words.append(self.parts[-1][1])
        elif tag not in INLINE_TAGS:
            self.words[0].append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Returns from a heading to the text of its part."""
        if tag in HEADINGS or (tag == "code" and self.row):
            self.words, self.row = [self.parts[-1][2]], False

    def handle_data(self, data: str) -> None:
        """Appends text to the current lists."""
        for words in self.words:
            words.append(data)


_parts_by_language: dict[tuple[str, str, frozenset[str]], list[Part]] = {}


async def search(query: str) -> list[SearchHit]:
    """Returns the best hits for a query in the reader's language, best first; none for an empty query."""
    words = [word for word in BLANKS.split(query[:MAX_QUERY_LENGTH].lower()) if word]
    if not words:
        return []
    ranked = [(score, at, part) for at, part in enumerate(await all_parts()) if (score := _score(part, words))]
    ranked.sort(key=lambda entry: (-entry[0], entry[1]))
    return [SearchHit(part, _excerpt(part.text, words)) for _, _, part in ranked[:MOST]]


async def all_parts() -> list[Part]:
    """Returns every part of the documentation in the reader's language.

    Built once for a language, page by page in threads.
    """
    key = i18n.current_language(), site.url("docs"), catalogue.hidden_slugs()
    if key not in _parts_by_language:
        collected: list[Part] = []
        for slug in catalogue.offered_slugs():
            collected += await asyncio.to_thread(split_page, await render_page(slug))
        _parts_by_language[key] = collected
    return _parts_by_language[key]


def split_page(page: DocPage) -> list[Part]:
    """Splits a page into parts; its summary belongs to the first."""
    cutter = _PageSplitter()
    cutter.feed(page.html)
    cutter.parts[0][2].insert(0, f"{page.summary} ")
    return [Part(page.slug, anchor, page.title, _tidy(heading), _tidy(text)) for anchor, heading, text in cutter.parts]


def _tidy(pieces: list[str]) -> str:
    return BLANKS.sub(" ", "".join(pieces)).strip()


def _score(part: Part, words: list[str]) -> int:
    """How well a part matches the words; 0 when it lacks one of them."""
    title, heading, text = part.page.lower(), part.heading.lower(), part.text.lower()
    if not part.anchor:
        heading = title
    if not all(word in heading or word in text or word in title for word in words):
        return 0
    if not any(word in heading or word in text for word in words):
        return 0  # only the page's title matches: its first part is the hit
    phrase = " ".join(words)
    score = sum(HEADING_SCORE * (word in heading) + TEXT_SCORE * (word in text) for word in words)
    score += TITLE_SCORE * sum(word in title for word in words) if not part.anchor else 0
    if all(re.search(_word_start(word), f"{title} {heading} {text}") for word in words):
        score += WORD_START_SCORE
    early = text[:EARLY_CHARACTERS]
    return score + PHRASE_SCORE * ((phrase in heading) + (phrase in early)) + PHRASE_SCORE // 2 * (phrase in text)


def _word_start(word: str) -> str:
    """A pattern that matches a word's beginning; a path such as `/links` may begin anywhere."""
    return (r"\b" if word[0].isalnum() else "") + re.escape(word)


def _excerpt(text: str, words: list[str]) -> list[tuple[str, bool]]:
    """The text around the first match, in pieces, each with whether it matches."""
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    preferred = [_word_start(" ".join(words)), "|".join(map(_word_start, words)), pattern.pattern]
    first = next((match for wish in preferred if (match := re.search(wish, text, re.IGNORECASE))), None)
    begin = max(0, first.start() - AROUND) if first else 0
    end = min(len(text), (first.end() if first else 0) + 2 * AROUND)
    begin = text.find(" ", begin) + 1 if begin else 0  # not in the middle of a word
    end = max(text.rfind(" ", begin, end), begin) if end < len(text) else end
    shown = ("… " if begin else "") + text[begin:end] + (" …" if end < len(text) else "")
    pieces, position = [], 0
    for match in pattern.finditer(shown):
        pieces += [(shown[position : match.start()], False), (match[0], True)]
        position = match.end()
    return [piece for piece in [*pieces, (shown[position:], False)] if piece[0]]
