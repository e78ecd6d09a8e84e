"""What rules can know of a visit. Most of it is worked out only when a condition asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, Self, TypeVar, overload
from urllib.parse import unquote_to_bytes

from app.kernel import text
from app.links.rules.local_time import minutes_since_epoch
from app.links.rules.request_languages import MAX_HEADER, accepted_languages
from app.visits.recording import geo_lookup
from app.visits.recording.capture import MAX_AGENT, MAX_LANGUAGES, Visitor, scanned_placement
from app.visits.recording.origin import referrer_host
from app.visits.recording.referrer_spam import is_spam
from app.visits.recording.salt import Salts
from app.visits.recording.user_agent import ParsedUserAgent, parse_user_agent
from app.visits.visit import Purpose, Who

DEVICE_NAMES = {"mobile": "phone"}  # of the names that visits are recorded with
FOLLOW, PREVIEW, SPAM, HUMAN = Purpose.FOLLOW, Purpose.PREVIEW, Purpose.SPAM, Who.HUMAN  # quicker than attributes
MAX_QUERY, MAX_VALUE = 8192, 1000
V = TypeVar("V")


class Facts(Protocol):
    """What conditions test. Texts are "" where unknown.

    `device`, `system`, `browser`, `country` and `city` have the names that conditions use. `referrer` is a host,
    `languages` as accepted_languages returns them, `query` the raw query and `parameters` its decoded names and values.
    `person` is False for bots and fetchers of previews, `scan` True for a QR code of ours. `visitor` is the number that
    stays the same for a visitor while a UTC day lasts.
    """

    @property
    def now(self) -> datetime:
        """The time of the visit."""

    @property
    def minute(self) -> int:
        """The number of the minute in UTC since 1970."""

    @property
    def query(self) -> str:
        """The raw query."""

    @property
    def device(self) -> str:
        """The class of device: phone, tablet, desktop or another."""

    @property
    def system(self) -> str:
        """The operating system."""

    @property
    def browser(self) -> str:
        """The browser or app."""

    @property
    def country(self) -> str:
        """The country code."""

    @property
    def city(self) -> str:
        """The city."""

    @property
    def referrer(self) -> str:
        """The host that the visitor comes from."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The acceptable languages, the best liked first."""

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The query parameters."""

    @property
    def person(self) -> bool:
        """Whether a person comes."""

    @property
    def scan(self) -> bool:
        """Whether a QR code was scanned."""

    @property
    def visitor(self) -> int:
        """The visitor's number."""


class Installed(Protocol):
    """What the facts of a request are worked out with: that of the app that is served."""

    salts: Salts
    databases: geo_lookup.GeoDatabases


class worked_out_once(Generic[V]):  # noqa: N801 - used like `property`
    """A property whose value is computed at its first use; unlike `functools.cached_property` without a lock."""

    def __init__(self, compute: Callable[[Any], V]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> V | Self:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.compute(instance)
        return value


class RequestFacts:
    """The facts of a request. `databases` and `salts` are those of the app that is served."""

    def __init__(self, request: Visitor, now: datetime, salts: Salts, databases: geo_lookup.GeoDatabases) -> None:
        self.address, self.agent_text, self.referrer_text, self.language_text, self.query, self._country = request[:6]
        self.purpose, self.now, self._salts, self._databases = request[6], now, salts, databases

    @classmethod
    def of_get_without_query(
        cls, address: str, country: str, texts: tuple[str, str, str], now: datetime, service: Installed
    ) -> Self:
        """Returns the facts of a GET that follows a link without a query. `texts` are the headers User-Agent, Referer
        and Accept-Language, `country` is the header that a trusted proxy sent.
        """
        facts = cls.__new__(cls)
        facts.address, facts._country, facts.now, facts.query = address, country, now, ""
        facts.agent_text, facts.referrer_text, facts.language_text = texts
        facts.purpose, facts._salts, facts._databases = FOLLOW, service.salts, service.databases
        return facts

    @worked_out_once
    def agent(self) -> ParsedUserAgent:
        """The parsed user agent."""
        return parse_user_agent(self.agent_text)

    @worked_out_once
    def at(self) -> int:
        """The time in milliseconds since 1970."""
        return int(self.now.timestamp() * 1000)

    @property
    def minute(self) -> int:
        """The number of the minute in UTC since 1970."""
        return self.at // 60_000

    @property
    def device(self) -> str:
        """The class of device: phone, tablet, desktop or another."""
        return DEVICE_NAMES.get(self.agent.device, self.agent.device)

    @property
    def system(self) -> str:
        """The operating system."""
        return self.agent.system

    @property
    def browser(self) -> str:
        """The browser or app."""
        return self.agent.browser

    @worked_out_once
    def place(self) -> tuple[str, str]:
        """Country and city, as they are recorded."""
        country = geo_lookup.parse_country_header(self._country) if self._country else ""
        return (country, "") if country else self._databases.find(self.address, self.now)

    @property
    def country(self) -> str:
        """The country code."""
        return self.place[0]

    @property
    def city(self) -> str:
        """The city."""
        return self.place[1]

    @worked_out_once
    def referrer(self) -> str:
        """The host that the visitor comes from."""
        return referrer_host(self.referrer_text)

    @worked_out_once
    def languages(self) -> tuple[str, ...]:
        """The acceptable languages, the best liked first."""
        return accepted_languages(self.language_text[:MAX_HEADER])

    @worked_out_once
    def parameters(self) -> list[tuple[str, str]]:
        """The query parameters."""
        return parse_parameters(self.query)

    @property
    def person(self) -> bool:
        """Whether a person comes. HEAD is answered as GET is, and a prefetch as the request that it saves."""
        purpose = self.purpose
        if purpose is PREVIEW or purpose is SPAM or self.agent.who is not HUMAN:
            return purpose is Purpose.PRESS
        return not (self.referrer and is_spam(self.referrer))

    @property
    def scan(self) -> bool:
        """Whether a QR code was scanned."""
        return bool(self.query) and scanned_placement(self.query) is not None

    @worked_out_once
    def visitor(self) -> int:
        """The visitor's number, with which the visit is recorded where all details are kept."""
        agent, languages = self.agent_text[:MAX_AGENT], self.language_text[:MAX_LANGUAGES]
        return self._salts.visitor(self.at, self.address, agent, languages)


@dataclass(frozen=True, slots=True)
class ImaginedFacts:
    """Facts that somebody chose, to see where rules would lead such a visitor."""

    now: datetime
    query: str = ""
    device: str = ""
    system: str = ""
    browser: str = ""
    country: str = ""
    city: str = ""
    referrer: str = ""
    languages: tuple[str, ...] = ()
    person: bool = True
    scan: bool = False
    visitor: int = 0

    @property
    def minute(self) -> int:
        """The number of the minute in UTC since 1970."""
        return minutes_since_epoch(self.now)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The query parameters."""
        return parse_parameters(self.query)

    @classmethod
    def of_headers(cls, request: Visitor, now: datetime, country: str = "", city: str = "") -> Self:
        """Returns the facts of a request of which the headers are known, at a place that somebody chose."""
        facts = RequestFacts(request, now, Salts(), geo_lookup.GeoDatabases())
        return cls(
            now,
            request.query,
            facts.device,
            facts.system,
            facts.browser,
            country,
            city,
            facts.referrer,
            facts.languages,
            facts.person,
            facts.scan,
        )


def parse_parameters(query: str) -> list[tuple[str, str]]:
    """Returns names and values of a raw query (its bytes read as Latin-1), decoded as UTF-8, in their order."""
    pairs = (pair.partition("=") for pair in query[:MAX_QUERY].split("&") if pair)
    return [(_decode(name), _decode(value)) for name, _, value in pairs]


def _decode(raw: str) -> str:
    if raw.isascii() and raw.isalnum():
        return raw
    decoded = unquote_to_bytes(raw.replace("+", " ").encode("latin-1")).decode("utf-8", "replace")
    return decoded if decoded.isascii() else text.normalize(decoded, MAX_VALUE)
