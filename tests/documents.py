"""The one reader of HTML in the tests: a page's elements in their order, each with what is around it, and its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
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
        return next((element for element in (self, *self.around) if element.tag == tag), None)


@dataclass(slots=True)
class Text:
    """A piece of text and the element that it stands directly in."""

    words: str
    element: Element | None


class Document(HTMLParser):
    """`elements` and `texts` are those of the whole page, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self._open: Element | None = None
        self.feed(html)
        self.close()

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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """For HTMLParser, as the next three."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, self._open))
        if tag not in VOID:
            self._open = self.elements[-1]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open = self.elements[-1].parent

    def handle_endtag(self, tag: str) -> None:
        if closed := self._open and self._open.nearest(tag):
            self._open = closed.parent

    def handle_data(self, data: str) -> None:
        self.texts.append(Text(data, self._open))
        if self._open:
            self._open.text += data
