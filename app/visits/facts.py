"""Turns what the request path noted of a visit into what the database keeps of it."""

from functools import lru_cache
from uuid import UUID

from app.visits.agent import agent
from app.visits.origin import language, referrer
from app.visits.visit import UTM, Keeps, Seen, Visit, Who, key

NONE = ("",) * len(UTM)


@lru_cache(100_000)
def _key(id: str) -> int:
    return key(UUID(id))


def facts(seen: Seen, id: int) -> Visit:
    """The row of a visit. Raises ValueError when `link` or `account` is no UUID: nothing a visitor sends gets there."""
    _, link, account, kind, head, visitor, country, city, header, source, languages, campaign, placement, keeps = seen
    browser, system, device, who = agent(header)
    who = Who.CHECK if head else who
    if keeps:
        known = keeps == Keeps.ORIGIN
        return tuple.__new__(Visit, (id, _key(link), _key(account), kind, who, 0, referrer(source) if known else "",
                                     *NONE, country if known else "", *("",) * 6))
    return tuple.__new__(Visit, (  # a third of the time of Visit(…)
        id, _key(link), _key(account), kind, who, visitor, referrer(source),
        *(campaign if len(campaign) == len(UTM) else NONE), country, city, device, browser, system, language(languages),
        placement,
    ))
