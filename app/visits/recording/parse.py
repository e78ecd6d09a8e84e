"""Parses journal lines to the rows of the database."""

from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from app.kernel import site
from app.visits.recording.capture import Visitor
from app.visits.recording.origin import preferred_language, referrer_host
from app.visits.recording.referrer_spam import is_spam
from app.visits.recording.user_agent import parse_user_agent
from app.visits.visit import UTM, DetailLevel, JournalEntry, Purpose, Visit, Who, key_in_visits

NO_UTM = ("",) * len(UTM)
NO_CLIENT, CACHE_SIZE = ("", "", ""), 10_000
WHO_BY_PURPOSE: dict[int, Who] = {Purpose.CHECK: Who.CHECK, Purpose.PREFETCH: Who.CHECK, Purpose.PREVIEW: Who.PREVIEW}


@lru_cache(100_000)
def _key(id: str) -> int:
    return key_in_visits(UUID(id))


def classify_visitor(visitor: Visitor) -> Who:
    """Returns the kind of visitor that will be recorded; a click limit counts people only."""
    return decide_who(visitor.purpose, parse_user_agent(visitor.agent).who, referrer_host(visitor.referrer))


def decide_who(purpose: int, who: Who, host: str) -> Who:
    """Decides the kind of visitor. `who` is the class of the user agent, `host` the host of the referrer.

    Submitting one of our forms is an act of a person, whatever the user agent. Requests that only look at a link are
    checks or previews.
    """
    if purpose == Purpose.PRESS:
        return Who.HUMAN
    if purpose in WHO_BY_PURPOSE:
        return WHO_BY_PURPOSE[purpose]
    spam = purpose == Purpose.SPAM or (host and is_spam(host))
    return Who.BOT if spam and who is Who.HUMAN else who


class _Sender(NamedTuple):
    """What the headers of a request tell of who sent it; `client` are device, browser and system."""

    who: Who
    host: str
    client: tuple[str, str, str]
    language: str


@lru_cache(CACHE_SIZE)
def _parse_headers(agent: str, referrer: str, languages: str, purpose: int, _ours: frozenset[str]) -> _Sender:
    """Parses the headers in a journal entry: many visitors send the same, who come from one place by the same app.

    `_ours` is part of the cache key, because the result depends on the site's hosts.
    """
    browser, system, device, who = parse_user_agent(agent)
    host = referrer_host(referrer)
    who = decide_who(purpose, who, host)
    client = NO_CLIENT if who is Who.BOT else (device, browser, system)  # not the browser that a bot claims to be
    return _Sender(who, host, client, preferred_language(languages))


def parse_visit(seen: JournalEntry, id: int, hosts: frozenset[str] | None = None) -> Visit:
    """Returns the row of a visit with the id `id`. `hosts` are those of the site, for callers who parse many.

    Raises: ValueError when `link` or `account` is no UUID, which only a damaged line can cause.
    """
    hosts = hosts or site.current().hosts
    sender = _parse_headers(seen.agent, seen.referrer, seen.languages, seen.purpose, hosts)
    return _reduced_visit(seen, id, sender) if seen.keeps else _full_visit(seen, id, sender)


def _reduced_visit(seen: JournalEntry, id: int, sender: _Sender) -> Visit:
    """Returns the row of a visit of which not every detail is kept."""
    keeps_origin = seen.keeps == DetailLevel.ORIGIN
    return tuple.__new__(
        Visit,
        (
            id,
            _key(seen.link),
            _key(seen.account),
            seen.kind,
            sender.who,
            0,
            sender.host if keeps_origin else "",
            *NO_UTM,
            seen.country if keeps_origin else "",
            *("",) * 8,
        ),
    )


def _full_visit(seen: JournalEntry, id: int, sender: _Sender) -> Visit:
    """Returns the row of a visit with every detail."""
    _, link, account, kind, _, visitor, country, city, _, _, _, campaign, placement, _, rule, variant, _ = seen
    who, host, client, language = sender
    return tuple.__new__(
        Visit,
        (  # takes a third of the time of Visit(…)
            id,
            _key(link),
            _key(account),
            kind,
            who,
            visitor,
            host,
            *(campaign if len(campaign) == len(UTM) else NO_UTM),
            country,
            city,
            *client,
            language,
            placement,
            rule,
            f"{rule}:{variant}" if variant >= 0 else "",
        ),
    )
