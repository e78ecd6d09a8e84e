"""All web addresses that a link can lead somebody to."""

from __future__ import annotations

from app.links.lifecycle import RedirectRules
from app.links.rules.column import read_rules

URL_COLUMNS = ("destination_url", "next_url", "fallback_url", "ios_url", "android_url")
DESTINATION_COLUMNS = frozenset((*URL_COLUMNS, "rules"))


def destinations_of(link: RedirectRules) -> list[str]:
    """Returns the http and https addresses that a link can lead to, without duplicates.

    Its destination comes first, then those of rules that are on, of a planned change, of its end, and of phones.
    """
    of_rules = [place.url for rule in read_rules(link.rules) if rule.on for place in rule.to]
    urls = [link.destination_url, *of_rules, *(getattr(link, name) for name in URL_COLUMNS[1:])]
    return [url for url in dict.fromkeys(urls) if url.startswith(("http://", "https://"))]
