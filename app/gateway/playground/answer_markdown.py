"""Draws the Markdown of a model's answer: text, lists, tables and code. HTML and pictures in it stay text.

There are two independent defences, as for text blocks (app/pages/public/markdown.py): the parser escapes HTML, and nh3
removes every tag and attribute that is not allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

if TYPE_CHECKING:
    import nh3

LONGEST = 24_000  # characters that are drawn of all answers on a page, which takes half a second at worst
TAGS = {"p", "br", "hr", "strong", "em", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "div"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


class _Renderer(RendererHTML):
    """Writes headings as bold lines, for those of the page go on below, and lets tables and code scroll."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Begins a bold line."""
        return "<p><strong>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Ends a bold line."""
        return "</strong></p>"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Begins a table that scrolls sideways, also with the keyboard."""
        return '<div class="scroll-x" tabindex="0"><table class="table">'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Ends the table."""
        return "</table></div>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Writes a block of code."""
        return f'<div class="code"><pre tabindex="0"><code>{escape(tokens[idx].content)}</code></pre></div>'

    code_block = fence


_parser = MarkdownIt("commonmark", {"html": False, "breaks": True}, renderer_cls=_Renderer)
_parser.enable(["table", "strikethrough"]).disable(["image", "html_block", "html_inline"])


@cache
def _sanitizer() -> nh3.Cleaner:
    import nh3  # not above: loaded when the first answer is drawn

    return nh3.Cleaner(
        tags=TAGS,
        attributes={"a": {"href"}, "div": {"class", "tabindex"}, "pre": {"tabindex"}, "table": {"class"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def draw_answer(text: str) -> Markup:
    """Returns an answer as HTML with TAGS only; one that is longer than LONGEST stays text."""
    if len(text) > LONGEST:
        return escape(text)
    html = _sanitizer().clean(_parser.render(text)).strip()
    return Markup(f'<div class="chat__drawn">{html}</div>')  # noqa: S704 - sanitized


def draw_answers(texts: Iterable[str]) -> list[Markup]:
    """Returns answers as HTML; the latest ones are drawn, as long as LONGEST allows for all of them together."""
    drawn, left = list[Markup](), LONGEST
    for text in reversed(list(texts)):
        left -= len(text)
        drawn.append(draw_answer(text) if left >= 0 else escape(text))
    return drawn[::-1]
