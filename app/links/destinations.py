"""All web addresses that a link can lead somebody to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.links.models import Link

URL_COLUMNS = ("destination_url", "next_url", "fallback_url", "ios_url", "android_url")
DESTINATION_COLUMNS = frozenset((*URL_COLUMNS, "rules"))


def destinations_of(link: Link) -> list[str]:
    """The http and https addresses that a link can lead to, without duplicates: its destination first, then those of
    rules that are on, of a planned change, of its end, and of phones.
    """
    urls = [link.destination_url, *_of_rules(link.rules), *(getattr(link, name) for name in URL_COLUMNS[1:])]
    return [url for url in dict.fromkeys(urls) if url.startswith(("http://", "https://"))]


def _of_rules(column: str | None) -> list[str]:
    """The destinations of the rules that are on."""
    rules = json.loads(column) if column else []
    return [str(place["url"]) for rule in rules if rule.get("on", True) for place in rule["to"]]
