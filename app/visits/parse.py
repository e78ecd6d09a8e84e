"""Turns what the request path noted of a visit into what the database keeps of it."""

from functools import lru_cache
from uuid import UUID

from app.visits.capture import Visitor
from app.visits.origin import language, referrer
from app.visits.referrer_spam import is_spam
from app.visits.user_agent import agent
from app.visits.visit import UTM, Keeps, Purpose, Seen, Visit, Who, key

NONE = ("",) * len(UTM)
LOOKS: dict[int, Who] = {Purpose.CHECK: Who.CHECK, Purpose.PREFETCH: Who.CHECK, Purpose.PREVIEW: Who.PREVIEW}


@lru_cache(100_000)
def _key(id: str) -> int:
    return key(UUID(id))


def visitor_kind(visitor: Visitor) -> Who:
    """As whom a visit will be recorded: a click limit counts people only."""
    return who_of(visitor.purpose, agent(visitor.agent).who, referrer(visitor.referrer))


def who_of(purpose: int, who: Who, host: str) -> Who:
    """Who came: the one rule. `who` is what the user agent says, `host` that of the referrer.

    A form of ours that was sent is a person's act, whatever the user agent. What only looks is a check or a preview.
    """
    if purpose == Purpose.PRESS:
        return Who.HUMAN
    if purpose in LOOKS:
        return LOOKS[purpose]
    spam = purpose == Purpose.SPAM or (host and is_spam(host))
    return Who.BOT if spam and who is Who.HUMAN else who


def facts(seen: Seen, id: int) -> Visit:
    """The row of a visit. Raises ValueError when `link` or `account` is no UUID: nothing a visitor sends gets there."""
    (_, link, account, kind, purpose, visitor, country, city, header, source, languages, campaign, placement,
     keeps) = seen
    browser, system, device, who = agent(header)
    host = referrer(source)
    who = who_of(purpose, who, host)
    if keeps:
        known = keeps == Keeps.ORIGIN
        return tuple.__new__(Visit, (id, _key(link), _key(account), kind, who, 0, host if known else "",
                                     *NONE, country if known else "", *("",) * 6))
    if who is Who.BOT:
        browser = system = device = ""  # what it claims to be is nobody's
    return tuple.__new__(Visit, (  # a third of the time of Visit(…)
        id, _key(link), _key(account), kind, who, visitor, host,
        *(campaign if len(campaign) == len(UTM) else NONE), country, city, device, browser, system, language(languages),
        placement,
    ))
