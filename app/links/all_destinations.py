"""All web addresses that a link can lead somebody to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from app.links.destination_check import DestinationCheck
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


def destinations_in(values: Mapping[str, object]) -> list[str]:
    """Returns the http and https addresses among the column values of a new link or an edit."""
    rules = values.get("rules")
    of_rules = [place.url for rule in read_rules(str(rules)) for place in rule.to] if rules else []
    urls = [*of_rules, *(str(values.get(name) or "") for name in URL_COLUMNS)]
    return [url for url in dict.fromkeys(urls) if url.startswith(("http://", "https://"))]


class CheckedLink(RedirectRules, Protocol):
    """A link whose destinations can be checked; `id` is its id, `destination_checked` the choice of its owner."""

    id: UUID
    destination_checked: bool | None


async def forget_outdated_checks(links: Sequence[CheckedLink]) -> None:
    """Deletes the checks of addresses that these links no longer lead to, and all of links that are not to be checked;
    inside the transaction that changed them.
    """
    urls = {link.id: [] if link.destination_checked is False else destinations_of(link) for link in links}
    rows = await DestinationCheck.filter(link_id__in=list(urls)).values_list("id", "link_id", "url")
    if outdated := [id for id, link_id, url in rows if url not in urls[link_id]]:
        await DestinationCheck.filter(id__in=outdated).delete()
