"""What a page says of itself to search engines: a block of JSON-LD (schema.org), which no browser runs."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup


def block(said: Mapping[str, Any]) -> Markup:
    """The element that holds it; nothing that is said can end it."""
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - nothing in it can end it
