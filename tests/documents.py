"""The one reader of HTML in the tests: a page's elements in their order, each with what is around it, and its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

LONGEST_START = 2_000  # characters in which a whole page names its first element
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


class Document:
    """`elements` and `texts` are those of the whole page or part of a page, in their order, as a browser reads it."""

    def __init__(self, html: str) -> None:
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self._read(LexborHTMLParser(html, is_fragment="<html" not in html[:LONGEST_START]).root, None)

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

    def _read(self, node: LexborNode | None, parent: Element | None) -> None:
        """Takes in a node, what is in it, and what follows it in the same element."""
        while node is not None:
            if node.is_text_node:
                words = node.text_content or ""
                self.texts.append(Text(words, parent))
                if parent:
                    parent.text += words
            elif node.is_element_node:
                attributes = {name: value or "" for name, value in node.attributes.items()}
                self.elements.append(Element(node.tag or "", attributes, parent))
                self._read(node.first_child, self.elements[-1])
            node = node.next
