"""Hides what may be a secret in the words of a network, before they are stored or shown."""

from __future__ import annotations

import re

TOKENS = re.compile(r"[A-Za-z0-9+/=_.~-]{24,}", re.ASCII)  # access tokens are longer, and words are not
HIDDEN = "…"


def hide_tokens(text: str) -> str:
    """Returns a text without anything that is as long as a token and looks like one."""
    return TOKENS.sub(HIDDEN, text)
