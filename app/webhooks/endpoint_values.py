"""What people enter for an endpoint, and its checks: all faults are reported at once, each by its field."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from yarl import URL

from app.kernel import installation, text
from app.kernel.error_codes import document_code
from app.kernel.global_address import is_global
from app.kernel.http_allow_list import PORTS, AllowList
from app.kernel.http_client_errors import BadUrl
from app.kernel.http_message import parse_url
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.webhooks.event_types import EVENT_TYPES, LINK_EXPIRED, VISIT_BATCH

MAX_URL, MAX_DESCRIPTION = 2048, 200

document_code(
    "INVALID_WEBHOOK_URL",
    400,
    N_("The address of the endpoint is no https address on the public Internet."),
    N_("Give a whole address that begins with https:// and has no user name in it."),
    form_status=422,
)


class InvalidWebhookUrl(Refusal):
    """Raised for a text that is no address of a web server."""

    code, field = "INVALID_WEBHOOK_URL", "url"
    says = N_("Give the whole address, such as https://shop.example/hooks/kliqs.")


class WebhookUrlNotEncrypted(InvalidWebhookUrl):
    """Raised for http."""

    says = N_("It has to begin with https://, because what we send may hold addresses of people.")


class WebhookUrlForbidden(InvalidWebhookUrl):
    """Raised for an address that is not on the public Internet, or a port that is not 443."""

    says = N_("We cannot reach that: it has to be on the public Internet, at port 443.")


class UnknownEventType(InvalidRequest):
    """Raised for an event that does not exist. Facts: name."""

    field, says = "events", N_("There is no event %(name)s.")


class NoEventChosen(InvalidRequest):
    """Raised when no event is chosen."""

    field, says = "events", N_("Choose at least one event.")


@dataclass(frozen=True, slots=True)
class EndpointValues:
    """The requested values of an endpoint: its address, the types of its events, and a description."""

    url: str
    events: list[str] = field(default_factory=list)
    description: str = ""


def check_values(values: EndpointValues) -> dict[str, Any]:
    """Returns the columns that the values set.

    Raises: InvalidWebhookUrl and its subclasses, UnknownEventType, NoEventChosen, TooLong; all that apply at once.
    """
    faults, columns = Faults.gather(), dict[str, Any]()
    with faults.catching():
        columns["url"] = check_url(values.url, installation.current().config.allow_list)
    with faults.catching():
        columns["events"] = check_events(values.events)
        columns["wants_visits"] = VISIT_BATCH in columns["events"]
        columns["wants_expired"] = LINK_EXPIRED in columns["events"]
    with faults.catching():
        columns["description"] = text.clean_line(values.description, MAX_DESCRIPTION, "description")
    faults.raise_if_any()
    return columns


def check_url(typed: str, allow: AllowList) -> str:
    """Returns the address as it is stored. Names are resolved and checked again at each attempt (http_client.py).

    Raises: InvalidWebhookUrl, WebhookUrlNotEncrypted, WebhookUrlForbidden.
    """
    try:
        url = parse_url(text.trim(typed)).with_fragment(None)
    except BadUrl:
        raise InvalidWebhookUrl from None
    if len(str(url)) > MAX_URL:  # other letters than ASCII are encoded, which takes more room
        raise InvalidWebhookUrl
    if _is_listed(url, allow):
        return str(url)
    if url.scheme != "https":
        raise WebhookUrlNotEncrypted
    if url.port not in PORTS or not _may_be_public(url.raw_host or ""):
        raise WebhookUrlForbidden
    return str(url)


def check_events(names: list[str]) -> list[str]:
    """Returns the types in their own order, without duplicates. Raises: UnknownEventType, NoEventChosen."""
    unknown = [name for name in names if name not in EVENT_TYPES]
    if unknown:
        raise UnknownEventType(name=unknown[0][:40])
    if not names:
        raise NoEventChosen
    return [name for name in EVENT_TYPES if name in names]


def _is_listed(url: URL, allow: AllowList) -> bool:
    """Whether the operator lists the host, or the address that it is, in KLIQS_NET_ALLOW."""
    host, port = url.raw_host or "", url.port or 0
    try:
        return allow.lists_host(host, port) or allow.lists_address(ip_address(host), port)
    except ValueError:
        return False


def _may_be_public(host: str) -> bool:
    """Whether a host is a public IP address, or a name with a dot, which may be that of one."""
    try:
        return is_global(ip_address(host))
    except ValueError:
        return "." in host.rstrip(".") and not host.rstrip(".").endswith((".localhost", ".local", ".internal"))
