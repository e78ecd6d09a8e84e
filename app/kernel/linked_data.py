"""Structured data for search engines: JSON-LD (schema.org) in a script element that browsers do not execute."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup


def json_ld_script(properties: Mapping[str, Any]) -> Markup:
    """Returns the script element with the properties as JSON-LD, escaped so that no value can end the element."""
    text = json.dumps({"@context": "https://schema.org", **properties}, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - nothing in it can end it
