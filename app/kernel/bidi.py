"""Text of people beside text of ours, in whichever direction each is written (Unicode Standard Annex #9, HTML `dir`).

A shop called "متجر سارة!" must not turn the sentence around it. In a page its name stands in an element of its own
(`<bdi>` or `dir="auto"`); in a plain sentence it stands between the marks FSI and PDI, which a page turns into `<bdi>`.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

FSI, PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
RIGHT_TO_LEFT = re.compile(  # the blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin (UAX #9, table 4)
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
MARKED = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")


def bdi(text: object) -> Markup:
    """The text as `<bdi>…</bdi>`, escaped; nothing for an empty one."""
    return Markup("<bdi>{}</bdi>").format(text) if text not in (None, "") else Markup("")


def isolated(text: str) -> str:
    """The text for the middle of a plain sentence: between marks where it has letters that run from right to left."""
    return f"{FSI}{text}{PDI}" if RIGHT_TO_LEFT.search(text) else text


def marks_to_bdi(sentence: object) -> Markup:
    """A sentence as HTML, escaped, each marked part in a `<bdi>`."""
    return Markup(MARKED.sub(r"<bdi>\1</bdi>", str(escape(sentence))))  # noqa: S704 - escaped just before
