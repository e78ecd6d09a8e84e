"""Articles in Markdown that come with the app: guides and legal pages.

A file begins with its title (`# …`) and a paragraph that is its summary. A line `{#name}` before a heading sets its
anchor, which is the same in both languages. `${name}` is replaced by a value from the caller. Raw HTML is shown as
text.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin


class Heading(NamedTuple):
    """`level` is 2 for a section and 3 for a subsection; `anchor` is empty for a heading that has no anchor."""

    level: int
    anchor: str
    text: str


class Article(NamedTuple):
    """`html` is everything below title and summary; `text` is the plain text of the whole article, for search."""

    title: str
    summary: str
    html: Markup
    headings: list[Heading]
    text: str


class _Renderer(RendererHTML):
    """Wraps tables and code so that they scroll sideways on a phone, and with the keyboard."""

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Opens the scrolling container and the table."""
        return '<div class="scroll-x card" tabindex="0"><table class="table">'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Closes the table and its container."""
        return "</table></div>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Renders a code block in a container, focusable for scrolling with the keyboard."""
        code = super().fence(tokens, idx, options, env).replace("<pre", "<pre tabindex=0", 1)
        return f'<div class="code">{code}</div>'


_reader = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
_reader.use(attrs_plugin).use(attrs_block_plugin)


def read_article(file: Path, values: Mapping[str, str] | None = None) -> Article:
    """Reads an article from a file. Raises KeyError for a `${name}` without a value."""
    source = Template(file.read_text(encoding="utf-8")).substitute(values or {})
    env: dict[str, Any] = {}
    tokens = _reader.parse(source, env)
    (title, summary), rest = (token.content for token in (tokens[1], tokens[4])), tokens[6:]
    html = Markup(_reader.renderer.render(rest, _reader.options, env))  # noqa: S704 - our own words
    text = " ".join(token.content for token in tokens if token.type in {"inline", "fence"})
    return Article(title, summary, html, list(_headings(rest)), text)


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    """Returns the headings in their order."""
    return [
        Heading(int(opening.tag[1]), str(opening.attrs.get("id", "")), content.content)
        for opening, content in pairwise(tokens)
        if opening.type == "heading_open"
    ]
