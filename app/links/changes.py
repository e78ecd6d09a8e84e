"""What may be said of a link, checked: each value as it is stored, or the refusal that names its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypedDict

from app.kernel import clock, passwords, text, time_parser
from app.kernel.destination import clean_url
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.names import slug as slugs

FAR = timedelta(days=36_500)
STATUSES = (301, 302, 307, 308)
MOST_CLICKS = 1_000_000_000

document_code(
    "INVALID_EXPIRES_AT", 400, N_("The expiry is no ISO time with an offset, or not in the future."),
    N_("Give a time such as 2030-01-31T17:00:00Z."))


class InvalidExpiry(Refusal):
    code, field, says = "INVALID_EXPIRES_AT", "expires_at", N_("Choose a time in the future.")


class UnreadableExpiry(InvalidExpiry):
    """It is not written as a time at all."""

    says = time_parser.NotATime.says


class ExpiryTooFar(InvalidExpiry):
    says = N_("That is too far away. Choose a time within the next 100 years.")


class InvalidClickLimit(InvalidRequest):
    field, says = "click_limit", N_("Give a whole number of clicks, 1 or more.")


class InvalidStatus(InvalidRequest):
    field, says = "redirect_status", N_("Choose 301, 302, 307 or 308.")


class Changes(TypedDict, total=False):
    """What people give; a field that is absent keeps its value, None clears it."""

    url: str
    slug: str
    aliases: list[str]
    title: str
    description: str
    notes: str
    tags: list[str]
    expires_at: datetime | None
    click_limit: int | None
    password: str | None
    forward_query: bool
    tracked: bool
    redirect_status: int
    paused: bool


def expiry(when: datetime | None) -> datetime | None:
    """The moment in UTC. Refusals: InvalidExpiry unless it lies in the future, ExpiryTooFar in a hundred years."""
    if when is None:
        return None
    try:
        moment = when.astimezone(UTC)
    except OverflowError:
        raise (ExpiryTooFar if when.year > 9000 else InvalidExpiry) from None
    if moment <= clock.now():
        raise InvalidExpiry
    if moment >= clock.now() + FAR:
        raise ExpiryTooFar
    return moment


def expiry_of(written: str, zone: str = "") -> datetime | None:
    """The moment that is written, None for nothing; a time without an offset is one of the zone.

    Refusals: InvalidExpiry with the sentence that helps, UnreadableExpiry, ExpiryTooFar.
    """
    try:
        return time_parser.parse(written, zone) if written.strip() else None
    except time_parser.YearTooFar:
        raise ExpiryTooFar from None
    except time_parser.TooLongAgo:
        raise InvalidExpiry from None
    except time_parser.NotATime as problem:
        raise problem.refusal(UnreadableExpiry if type(problem) is time_parser.NotATime else InvalidExpiry) from None


def same_place(url: str) -> str:
    """A kept address as two to the same place are compared: scheme and host in any case, the root with its slash."""
    scheme, _, rest = url.partition("://")
    ends = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return f"{scheme.lower()}://{rest[:ends].lower()}{rest[ends:] or '/'}"


def click_limit(limit: int | None) -> int | None:
    if limit is not None and not 1 <= limit <= MOST_CLICKS:
        raise InvalidClickLimit
    return limit


def redirect_status(status: int) -> int:
    if status not in STATUSES:
        raise InvalidStatus
    return status


COLUMNS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "url": ("destination_url", clean_url),
    "title": ("title", lambda raw: text.line(raw, 200, "title")),
    "description": ("description", lambda raw: text.prose(raw, 500, "description")),
    "notes": ("notes", lambda raw: text.prose(raw, 2000, "notes")),
    "expires_at": ("expires_at", expiry),
    "click_limit": ("click_limit", click_limit),
    "forward_query": ("forward_query", bool),
    "tracked": ("tracked", bool),
    "redirect_status": ("redirect_status", redirect_status),
    "paused": ("paused_at", lambda paused: clock.now() if paused else None),
}


class Hash(str):
    """A password that is hashed already."""

    __slots__ = ()


async def sealed(given: Changes) -> Changes:
    """The same changes with the password hashed: done before a transaction, because hashing takes its time.

    Whatever can be refused without hashing is refused first. Refusals: as `columns`, and Busy.
    """
    password = given.get("password")
    if not password or isinstance(password, Hash):
        return given
    checked = passwords.checked(password, least=1)
    _plain_columns(given)
    return given | {"password": Hash(await passwords.hashed(checked, passwords.LINKS))}


async def columns(given: Changes) -> dict[str, Any]:
    """The columns these changes set. Refusals: InvalidUrl and its kind, TooLong, InvalidExpiry, InvalidClickLimit,
    InvalidStatus, WeakPassword."""
    values = _plain_columns(given)
    if "password" in given:
        values["password_hash"] = (await sealed(given))["password"] or None
    return values


def validate(given: Changes) -> None:
    """Checks what can be checked before anything is looked up or hashed. Refusals: as `columns`, InvalidSlug."""
    faults = Faults.gather()
    with faults.catching():
        _plain_columns(given)
    if slug := text.trimmed(given.get("slug", "")):
        with faults.catching():
            slugs.checked(slug)
    faults.raise_if_any()


def _plain_columns(given: Changes) -> dict[str, Any]:
    """All that needs no hashing. Refusals: those of the columns, all at once."""
    faults, values = Faults.gather(), dict[str, Any]()
    for key, (column, check) in COLUMNS.items():
        if key in given:
            with faults.catching():
                values[column] = check(given[key])  # type: ignore[literal-required]
    faults.raise_if_any()
    return values
