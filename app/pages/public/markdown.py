"""Renders the Markdown of a text block: bold, italic, links and lists, and nothing else.

This is the only place where text of a user becomes HTML. There are two independent defences: the Markdown parser knows
no HTML, pictures or other syntax and escapes them, and nh3 then removes all tags and attributes that are not allowed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

if TYPE_CHECKING:
    import nh3

ALLOWED_TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li"}
_parser = MarkdownIt("zero", {"breaks": True, "html": False, "linkify": False}).enable(
    ["emphasis", "link", "list", "newline", "escape"]
)


@cache
def _sanitizer() -> nh3.Cleaner:
    import nh3  # not above: loaded when the first text block is shown

    return nh3.Cleaner(
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener ugc",
    )


def render_markdown(text: str) -> Markup:
    """The text as HTML with ALLOWED_TAGS only; its links have `rel="nofollow noopener ugc"`."""
    return Markup(_sanitizer().clean(_parser.render(text)).strip())  # noqa: S704 - sanitized
