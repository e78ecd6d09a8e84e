"""Articles written in Markdown that come with the app: guides and legal pages.

A file begins with its title (`# …`) and one paragraph that sums it up. A line `{#name}` before a heading is its anchor,
the same in both languages. `${name}` stands for a value the caller gives. Raw HTML is text.
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
    """`level` is 2 for the sections of an article, 3 for theirs; `anchor` is empty where nothing may lead there."""

    level: int
    anchor: str
    text: str


class Article(NamedTuple):
    """`html` is everything below the title and the summary; `text` is all of it as words, to search in."""

    title: str
    summary: str
    html: Markup
    headings: list[Heading]
    text: str


class _Renderer(RendererHTML):
    """A table scrolls sideways by itself on a phone, and so do lines of code, by the keyboard too."""

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return '<div class="scroll-x card" tabindex="0"><table class="table">'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        code = super().fence(tokens, idx, options, env).replace("<pre", "<pre tabindex=0", 1)
        return f'<div class="code">{code}</div>'


_reader = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
_reader.use(attrs_plugin).use(attrs_block_plugin)


def read(file: Path, values: Mapping[str, str] | None = None) -> Article:
    """The article of a file; raises KeyError for a `${name}` that has no value."""
    source = Template(file.read_text(encoding="utf-8")).substitute(values or {})
    env: dict[str, Any] = {}
    tokens = _reader.parse(source, env)
    (title, summary), rest = (token.content for token in (tokens[1], tokens[4])), tokens[6:]
    html = Markup(_reader.renderer.render(rest, _reader.options, env))  # noqa: S704 - our own words
    text = " ".join(token.content for token in tokens if token.type in {"inline", "fence"})
    return Article(title, summary, html, list(_headings(rest)), text)


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    return [Heading(int(opened.tag[1]), str(opened.attrs.get("id", "")), named.content)
            for opened, named in pairwise(tokens) if opened.type == "heading_open"]
