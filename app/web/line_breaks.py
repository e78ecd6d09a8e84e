"""Lets a browser break long addresses and identifiers at their punctuation instead of inside a word."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

BREAKS_AFTER = re.compile(r"(?<=[/.?=_-])(?=\w)|(?<=,)(?=\S)|(?=&amp;)")


def breakable(text: object) -> Markup:
    """Returns the text as escaped HTML with a `<wbr>` behind each separator of an address or of JSON, such as `/`."""
    return Markup(BREAKS_AFTER.sub("<wbr>", str(escape(text))))  # noqa: S704 - escaped just before
