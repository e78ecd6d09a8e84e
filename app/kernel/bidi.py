"""Isolates text that users wrote from the text around it, whichever direction each is written in.

Source: Unicode Standard Annex #9 and the HTML attribute `dir`. Without isolation, a shop named "متجر سارة!" would
reorder the sentence around its name. In HTML a user's text gets its own element (`<bdi>` or `dir="auto"`). In a plain
sentence it is put between the isolate characters FSI and PDI, which HTML output turns into `<bdi>`.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

FSI, PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
RIGHT_TO_LEFT = re.compile(  # the right-to-left blocks: Hebrew, Arabic, Syriac, Thaana, N'Ko, … (UAX #9, table 4)
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
ISOLATED = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")


def bdi(text: object) -> Markup:
    """Returns the text as escaped HTML in a `<bdi>` element; empty markup for None or an empty text."""
    return Markup("<bdi>{}</bdi>").format(text) if text not in (None, "") else Markup("")


def isolate(text: str) -> str:
    """Returns the text for use inside a plain sentence: between FSI and PDI if it has right-to-left letters."""
    return f"{FSI}{text}{PDI}" if RIGHT_TO_LEFT.search(text) else text


def marks_to_bdi(sentence: object) -> Markup:
    """Returns a plain sentence as escaped HTML; each part between FSI and PDI becomes a `<bdi>` element."""
    return Markup(ISOLATED.sub(r"<bdi>\1</bdi>", str(escape(sentence))))  # noqa: S704 - escaped just before
