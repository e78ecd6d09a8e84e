"""Text of people beside text of ours, in whichever direction each is written (Unicode Standard Annex #9, HTML `dir`).

A shop called "متجر سارة!" must not turn the sentence around it. In a page its name stands in an element of its own
(`<bdi>` or `dir="auto"`); in a plain sentence it stands between the marks FSI and PDI, which a page turns into `<bdi>`.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

FSI, PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
RIGHT_TO_LEFT = {"R", "AL", "AN"}
MARKED = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")


def bdi(text: object) -> Markup:
    """The text as `<bdi>…</bdi>`, escaped; nothing for an empty one."""
    return Markup("<bdi>{}</bdi>").format(text) if text not in (None, "") else Markup("")


def isolated(text: str) -> str:
    """The text for the middle of a plain sentence: between marks where it has letters that run from right to left."""
    if any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
        return f"{FSI}{text}{PDI}"
    return text


def marks_to_bdi(sentence: object) -> Markup:
    """A sentence as HTML, escaped, each marked part in a `<bdi>`."""
    return Markup(MARKED.sub(r"<bdi>\1</bdi>", str(escape(sentence))))  # noqa: S704 - escaped just before
