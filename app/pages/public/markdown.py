"""The words of a text block: a Markdown of bold, italic, links and lists, and nothing else.

This is the one place where what somebody typed becomes HTML. Two rooms stand one behind the other: the reader knows no
HTML, no pictures and no other construct, and escapes what it does not know; nh3 then takes out every tag and attribute
that is not on its list. Either alone would do.
"""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li"}
_reader = MarkdownIt("zero", {"breaks": True, "html": False, "linkify": False}).enable(
    ["emphasis", "link", "list", "newline", "escape"])
_cleaner = nh3.Cleaner(tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"},
                       link_rel="nofollow noopener ugc")


def html(text: str) -> Markup:
    """The text as HTML of those eight tags, its links not followed by search engines."""
    return Markup(_cleaner.clean(_reader.render(text)).strip())  # noqa: S704 - see above
