"""The values that people can set on a link: validates each and converts it to what the columns store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from app.kernel import clock, passwords, text, time_parser
from app.kernel.destination import clean_url
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.links.phone_app_url import clean_app_url
from app.links.rules.validation import stored_rules
from app.names import slug as slugs

MAX_LIFETIME = timedelta(days=36_500)
REDIRECT_STATUSES = (301, 302, 307, 308)
MAX_CLICK_LIMIT = 1_000_000_000

document_code(
    "INVALID_EXPIRES_AT",
    400,
    N_("The expiry is not an ISO time with an offset, or not in the future."),
    N_("Give a time such as 2030-01-31T17:00:00Z."),
)


class InvalidExpiry(Refusal):
    """Raised for an expiry time that is not in the future."""

    code, field, says = "INVALID_EXPIRES_AT", "expires_at", N_("Choose a time in the future.")


class UnreadableExpiry(InvalidExpiry):
    """Raised for a text that is not written as a time."""

    says = time_parser.InvalidTime.says


class ExpiryTooFar(InvalidExpiry):
    """Raised for an expiry time more than 100 years ahead."""

    says = N_("That is too far away. Choose a time within the next 100 years.")


class InvalidClickLimit(InvalidRequest):
    """Raised for a click limit below 1 or above 1,000,000,000."""

    field, says = "click_limit", N_("Give a whole number of clicks, 1 or more.")


class InvalidStatus(InvalidRequest):
    """Raised for an HTTP status that is none of `REDIRECT_STATUSES`."""

    field, says = "redirect_status", N_("Choose 301, 302, 307 or 308.")


class InvalidLinkTime(InvalidRequest):
    """Raised for a time that is not written as one, or more than 100 years ahead."""


class Changes(TypedDict, total=False):
    """The requested values of a link: an absent key keeps the current value, None clears it."""

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
    archived: bool
    rules: list[dict[str, Any]] | None
    ios_url: str
    android_url: str
    opens_at: datetime | None
    fallback_url: str
    next_url: str
    next_url_at: datetime | None
    append_path: bool
    external_id: str | None
    preview_title: str
    preview_description: str
    preview_picture_id: UUID | None
    destination_checked: bool | None


def check_expiry(when: datetime | None) -> datetime | None:
    """Converts an expiry time to UTC; None stays None.

    Raises: InvalidExpiry unless the time is in the future, ExpiryTooFar from 100 years ahead on.
    """
    if when is None:
        return None
    try:
        moment = when.astimezone(UTC)
    except OverflowError:
        raise (ExpiryTooFar if when.year > 9000 else InvalidExpiry) from None
    if moment <= clock.now():
        raise InvalidExpiry
    if moment >= clock.now() + MAX_LIFETIME:
        raise ExpiryTooFar
    return moment


def parse_expiry(raw: str, zone: str = "") -> datetime | None:
    """Parses an expiry time; an empty text gives None. A time without an offset is local to the time zone `zone`.

    Raises: InvalidExpiry with a message that says what is wrong, UnreadableExpiry, ExpiryTooFar.
    """
    try:
        return time_parser.parse_time(raw, zone) if raw.strip() else None
    except time_parser.YearTooFar:
        raise ExpiryTooFar from None
    except time_parser.TooLongAgo:
        raise InvalidExpiry from None
    except time_parser.InvalidTime as problem:
        raise problem.refusal(UnreadableExpiry if type(problem) is time_parser.InvalidTime else InvalidExpiry) from None


def normalize_url(url: str) -> str:
    """Normalizes a stored URL so that two URLs of the same resource are equal.

    Scheme and host become lower case and an empty path becomes "/".
    """
    scheme, _, rest = url.partition("://")
    authority_end = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return f"{scheme.lower()}://{rest[:authority_end].lower()}{rest[authority_end:] or '/'}"


def check_click_limit(limit: int | None) -> int | None:
    """The click limit itself. Raises: InvalidClickLimit."""
    if limit is not None and not 1 <= limit <= MAX_CLICK_LIMIT:
        raise InvalidClickLimit
    return limit


def check_redirect_status(status: int) -> int:
    """The HTTP status itself. Raises: InvalidStatus."""
    if status not in REDIRECT_STATUSES:
        raise InvalidStatus
    return status


def check_time(when: datetime | None, field: str) -> datetime | None:
    """Converts a time to UTC; None stays None. It may be in the past. Raises: InvalidLinkTime from 100 years ahead."""
    if when is None:
        return None
    try:
        moment = when.astimezone(UTC)
    except OverflowError:
        moment = None
    if moment is None or moment >= clock.now() + MAX_LIFETIME:
        raise InvalidLinkTime(field=field, says=ExpiryTooFar.says)
    return moment


def parse_link_time(raw: str, field: str, zone: str = "") -> datetime | None:
    """Parses a time of the field `field`; an empty text gives None. Without an offset it is local to the time zone
    `zone`.

    Raises: InvalidLinkTime with a message that says what is wrong.
    """
    try:
        return time_parser.parse_time(raw, zone) if raw.strip() else None
    except time_parser.InvalidTime as problem:
        raise problem.refusal(InvalidLinkTime, field) from None


def _url_check(clean: Callable[[str], str], field: str) -> Callable[[str | None], str]:
    """Returns the check of a further destination, which may be empty, and names its field in refusals."""

    def check(raw: str | None) -> str:
        if not text.trim(raw or ""):
            return ""
        try:
            return clean(raw or "")
        except Refusal as refusal:
            refusal.field = field
            raise

    return check


COLUMNS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "url": ("destination_url", clean_url),
    "title": ("title", lambda raw: text.clean_line(raw, 200, "title")),
    "description": ("description", lambda raw: text.clean_multiline(raw, 500, "description")),
    "notes": ("notes", lambda raw: text.clean_multiline(raw, 2000, "notes")),
    "expires_at": ("expires_at", check_expiry),
    "click_limit": ("click_limit", check_click_limit),
    "forward_query": ("forward_query", bool),
    "tracked": ("tracked", bool),
    "redirect_status": ("redirect_status", check_redirect_status),
    "paused": ("paused_at", lambda paused: clock.now() if paused else None),
    "archived": ("archived_at", lambda archived: clock.now() if archived else None),
    "rules": ("rules", stored_rules),
    "ios_url": ("ios_url", _url_check(clean_app_url, "ios_url")),
    "android_url": ("android_url", _url_check(clean_app_url, "android_url")),
    "opens_at": ("opens_at", lambda when: check_time(when, "opens_at")),
    "fallback_url": ("fallback_url", _url_check(clean_url, "fallback_url")),
    "next_url": ("next_url", _url_check(clean_url, "next_url")),
    "next_url_at": ("next_url_at", lambda when: check_time(when, "next_url_at")),
    "append_path": ("append_path", bool),
    "external_id": ("external_id", lambda raw: text.clean_line(raw or "", 100, "external_id") or None),
    "preview_title": ("preview_title", lambda raw: text.clean_line(raw or "", 200, "preview_title")),
    "preview_description": (
        "preview_description",
        lambda raw: text.clean_multiline(raw or "", 500, "preview_description"),
    ),
    "preview_picture_id": ("preview_picture_id", lambda id: id),
    "destination_checked": ("destination_checked", lambda wanted: None if wanted is None else bool(wanted)),
}
STATES = frozenset({"paused", "archived"})  # keys whose column has the time since when it is so


class PasswordHash(str):
    """A password hash, told apart by its type from a plain password."""

    __slots__ = ()


async def with_hashed_password(changes: Changes) -> Changes:
    """Replaces the password in the changes by its hash; done before a transaction, because hashing is slow.

    Everything that can be refused without hashing is refused first. Raises: those of `to_columns`, Busy.
    """
    password = changes.get("password")
    if not password or isinstance(password, PasswordHash):
        return changes
    password_to_hash = passwords.check_password(password, least=1)
    _columns_without_password(changes)
    return changes | {"password": PasswordHash(await passwords.hash_password(password_to_hash, passwords.LINKS))}


async def to_columns(changes: Changes) -> dict[str, Any]:
    """The column values that these changes set.

    Raises: InvalidUrl and its subclasses, TooLong, InvalidExpiry, InvalidClickLimit, InvalidStatus, WeakPassword.
    """
    values = _columns_without_password(changes)
    if "password" in changes:
        values["password_hash"] = (await with_hashed_password(changes))["password"] or None
    return values


def check_changes(changes: Changes) -> None:
    """Checks everything that needs neither the database nor hashing.

    Raises: those of `to_columns`, InvalidSlug; all that apply at once.
    """
    faults = Faults.gather()
    with faults.catching():
        _columns_without_password(changes)
    for field, name in [("slug", changes.get("slug", "")), *(("aliases", name) for name in changes.get("aliases", ()))]:
        if text.trim(name):
            with faults.catching():
                _check_name(name, field)
    faults.raise_if_any()


def _check_name(name: str, field: str) -> None:
    """Checks the form of a name. Raises: those of `check_slug`, for the field."""
    try:
        slugs.check_slug(name)
    except Refusal as refusal:
        refusal.field = field
        raise


def _columns_without_password(changes: Changes) -> dict[str, Any]:
    """The column values of all changes except the password. Raises: those of `to_columns`, all that apply at once."""
    faults, values = Faults.gather(), dict[str, Any]()
    for key, (column, check) in COLUMNS.items():
        if key in changes:
            with faults.catching():
                values[column] = check(changes[key])  # type: ignore[literal-required]
    faults.raise_if_any()
    return values
