"""The name of a post: the beginning of its text, without addresses, which say nothing to people."""

from __future__ import annotations

from app.kernel.i18n import gettext as _
from app.publishing.posts.urls_in_text import remove_urls

LONGEST_TITLE, SHORT_TITLE = 80, 60  # characters


def title_of(text: str, longest: int = LONGEST_TITLE) -> str:
    """Returns the first line with words of a post's text, shortened; the address where it has nothing else, or ""."""
    words = _first_line(remove_urls(text)) or _first_line(text)
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def post_title(text: str) -> str:
    """Returns a short name of a post with this text, for sentences; a word where it has no text."""
    return title_of(text, SHORT_TITLE) or _("Post without text")


def _first_line(text: str) -> str:
    """Returns the first line that is not empty, in single blanks and printable characters."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(char for char in next((line for line in lines if line), "") if char.isprintable())
