"""The one reader of HTML in the tests: a page's elements in their order, each with what is around it, and its texts.

It reads what our templates write, in less than half the time of `html.parser`: walks over all pages read thousands.
test_documents.py compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
RAW = {"script": "</script", "style": "</style"}  # whose content is text up to their end tag
TAG = re.compile(r"""<!--.*?-->|<![^>]*>|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']++|"[^"]*"|'[^']*')*+)>""", re.DOTALL)
ATTRIBUTE = re.compile(r"""([^\s/>"'=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
Attributes = dict[str, str]


@dataclass(slots=True, eq=False)
class Element:
    """`text` is what stands directly in it."""

    tag: str
    attributes: Attributes
    parent: Element | None = None
    text: str = ""

    @property
    def around(self) -> Iterator[Element]:
        """The elements that it is in, from the inside out."""
        element = self.parent
        while element:
            yield element
            element = element.parent

    def nearest(self, tag: str) -> Element | None:
        """Itself, or the next element around it, of this kind."""
        element: Element | None = self
        while element and element.tag != tag:
            element = element.parent
        return element


@dataclass(slots=True)
class Text:
    """A piece of text and the element that it stands directly in."""

    words: str
    element: Element | None


class Document:
    """`elements` and `texts` are those of the whole page, in their order."""

    def __init__(self, html: str) -> None:
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self._open: Element | None = None
        at = 0
        while tag := TAG.search(html, at):
            if at < tag.start():
                self._add_text(html[at : tag.start()])
            at = tag.end()
            if tag[1]:
                self._end(tag[2].lower())
            elif tag[2]:
                self._begin(tag[2].lower(), tag[3])
                if tag[2] in RAW:
                    at = self._take_content(html, at, RAW[tag[2]])
        self._add_text(html[at:])

    def all(self, *tags: str) -> list[Element]:
        """The elements of these kinds."""
        return [element for element in self.elements if element.tag in tags]

    def inside(self, outer: str, *tags: str) -> dict[Element, list[Element]]:
        """The elements of these kinds by the nearest one of another kind that they are in, where there is one."""
        inner_elements: dict[Element, list[Element]] = {element: [] for element in self.all(outer)}
        for element in self.all(*tags):
            if holder := element.nearest(outer):
                inner_elements[holder].append(element)
        return inner_elements

    def _begin(self, name: str, attributes: str) -> None:
        element = Element(name, _attributes(attributes), self._open)
        self.elements.append(element)
        if name not in VOID and not attributes.endswith("/"):
            self._open = element

    def _end(self, name: str) -> None:
        if closed := self._open and self._open.nearest(name):
            self._open = closed.parent

    def _take_content(self, html: str, at: int, end: str) -> int:
        """Takes all up to the end tag as text; returns where that tag begins."""
        found = html.find(end, at)
        self._add_words(html[at:found] if found >= 0 else html[at:])
        return found if found >= 0 else len(html)

    def _add_text(self, text: str) -> None:
        self._add_words(unescape(text) if "&" in text else text)

    def _add_words(self, words: str) -> None:
        if words:
            self.texts.append(Text(words, self._open))
            if self._open:
                self._open.text += words


def _attributes(text: str) -> Attributes:
    """The attributes of a tag; of one without a value it is ""."""
    if len(text) < 2:
        return {}
    values = {name.lower(): double or single or bare for name, double, single, bare in ATTRIBUTE.findall(text)}
    return {name: unescape(value) for name, value in values.items()} if "&" in text else values
