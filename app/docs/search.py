"""Search over all of the documentation, in memory: nothing but words, and where they stand.

A page is cut into the parts that can be led to. All words of a question must stand in a part (or in its headings);
a part counts more where they stand in the title of its page, then in its own heading, then in its text, and where a
word of the part begins with them rather than has them inside (`tag` is not what "Instagram" is about).
"""

import asyncio
import re
from html.parser import HTMLParser
from typing import NamedTuple

from app.docs import catalogue
from app.docs.doc_page import Leaf, leaf
from app.kernel import i18n, site

LONGEST, MOST, AROUND = 100, 20, 90
HEADINGS = {"h2", "h3"}
WITHIN = {"a", "b", "code", "em", "small", "span", "strong", "wbr"}  # tags that part no words
TITLE, HEADING, TEXT, WHOLE, BEGUN = 12, 4, 1, 6, 20
EARLY = 120  # characters
BLANKS = re.compile(r"\s+")


class Part(NamedTuple):
    """A piece of a page; the first one, without an anchor, is its beginning."""

    slug: str
    anchor: str
    page: str
    heading: str
    text: str


class Hit(NamedTuple):
    """`excerpt` is text in pieces, each with whether it is what was looked for."""

    part: Part
    excerpt: list[tuple[str, bool]]


class _Cutter(HTMLParser):
    """Cuts a page before each heading, and each row of a table, that has an id; a row is called by its first code."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, list[str], list[str]]] = [("", [], [])]
        self.words: list[list[str]] = [self.parts[0][2]]  # the lists that take what comes
        self.row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if anchor and tag in HEADINGS | {"tr"}:
            heading, text = list[str](), list[str]()
            self.parts.append((anchor, heading, text))
            self.row = tag == "tr"
            self.words = [text if self.row else heading]
        elif tag == "code" and self.row:
            self.words.append(self.parts[-1][1])
        elif tag not in WITHIN:
            self.words[0].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS or (tag == "code" and self.row):
            self.words, self.row = [self.parts[-1][2]], False

    def handle_data(self, data: str) -> None:
        for words in self.words:
            words.append(data)


_known: dict[tuple[str, str], list[Part]] = {}


async def search(question: str) -> list[Hit]:
    """What answers the question best, best first, in the reader's language; nothing for an empty one."""
    words = [word for word in BLANKS.split(question[:LONGEST].lower()) if word]
    if not words:
        return []
    ranked = [(score, at, part) for at, part in enumerate(await parts()) if (score := _score(part, words))]
    ranked.sort(key=lambda found: (-found[0], found[1]))
    return [Hit(part, _excerpt(part.text, words)) for _, _, part in ranked[:MOST]]


async def parts() -> list[Part]:
    """All there is to search in; cut once for a language, page by page, so that nobody else waits for it."""
    key = i18n.language(), site.url("docs")
    if key not in _known:
        found: list[Part] = []
        for slug in catalogue.SLUGS:
            found += cut(await leaf(slug))
            await asyncio.sleep(0)
        _known[key] = found
    return _known[key]


def cut(page: Leaf) -> list[Part]:
    """The parts of a page, its summary in the first."""
    cutter = _Cutter()
    cutter.feed(page.html)
    cutter.parts[0][2].insert(0, f"{page.summary} ")
    return [Part(page.slug, anchor, page.title, _tidy(heading), _tidy(text)) for anchor, heading, text in cutter.parts]


def _tidy(pieces: list[str]) -> str:
    return BLANKS.sub(" ", "".join(pieces)).strip()


def _score(part: Part, words: list[str]) -> int:
    title, heading, text = part.page.lower(), part.heading.lower(), part.text.lower()
    if not part.anchor:
        heading = title
    if not all(word in heading or word in text or word in title for word in words):
        return 0
    if not any(word in heading or word in text for word in words):
        return 0  # only the title has them: the beginning of the page answers for all of it
    whole = " ".join(words)
    score = sum(HEADING * (word in heading) + TEXT * (word in text) for word in words)
    score += TITLE * sum(word in title for word in words) if not part.anchor else 0
    begun = all(re.search(_beginning(word), f"{title} {heading} {text}") for word in words)
    score += BEGUN * begun + WHOLE * (whole in heading)
    return score + WHOLE // 2 * (whole in text) + WHOLE * (whole in text[:EARLY])


def _beginning(word: str) -> str:
    """A pattern for a word where one begins with it; a path such as `/links` begins anywhere."""
    return (r"\b" if word[0].isalnum() else "") + re.escape(word)


def _excerpt(text: str, words: list[str]) -> list[tuple[str, bool]]:
    found = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    wished = [_beginning(" ".join(words)), "|".join(map(_beginning, words)), found.pattern]
    first = next((hit for pattern in wished if (hit := re.search(pattern, text, re.IGNORECASE))), None)
    begin = max(0, first.start() - AROUND) if first else 0
    end = min(len(text), (first.end() if first else 0) + 2 * AROUND)
    begin = text.find(" ", begin) + 1 if begin else 0  # not in the middle of a word
    end = max(text.rfind(" ", begin, end), begin) if end < len(text) else end
    shown = ("… " if begin else "") + text[begin:end] + (" …" if end < len(text) else "")
    pieces, at = [], 0
    for hit in found.finditer(shown):
        pieces += [(shown[at:hit.start()], False), (hit[0], True)]
        at = hit.end()
    return [piece for piece in [*pieces, (shown[at:], False)] if piece[0]]
