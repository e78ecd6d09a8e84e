"""What the operator does with upstreams: add, change, switch on and off, give a new credential."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Any

from tortoise.exceptions import IntegrityError

from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import MAX_NAME, Upstream
from app.kernel import clock, installation
from app.kernel.db import transaction
from app.kernel.refusal import N_, EditedElsewhere, Faults, Refusal
from app.kernel.setting_checks import is_host, is_plain, is_port
from app.kernel.text import clean_line
from app.operators.operator_log import add_sentences, record_act

USUAL_URLS = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com/v1",
    "gemini": "https://generativelanguage.googleapis.com/v1beta",
}
NAME = re.compile(rf"[a-z0-9][a-z0-9._-]{{0,{MAX_NAME - 1}}}", re.ASCII)
URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(?P<port>\d{1,5}))?(?:/[\w./~-]*)?",
    re.ASCII | re.IGNORECASE,
)
MAX_URL, MAX_CREDENTIAL, MAX_REGION = 300, 4_096, 60
add_sentences(
    {
        "ai_upstream_added": N_("added the AI provider %(thing)s, %(detail)s."),
        "ai_upstream_on": N_("switched the AI provider %(thing)s on."),
        "ai_upstream_off": N_("switched the AI provider %(thing)s off."),
        "ai_upstream_changed": N_("changed the AI provider %(thing)s: %(detail)s."),
        "ai_upstream_rotated": N_("gave the AI provider %(thing)s a new credential."),
    }
)


class InvalidUpstreamName(Refusal):
    """The name is too long, or has other characters."""

    code, field = "INVALID_AI_PROVIDER_NAME", "name"
    says = N_("Name the provider in small letters, digits, dots and hyphens, up to 40 of them, such as openai.")


class UpstreamExists(Refusal):
    """There is an upstream of this name."""

    code, field, says = "AI_PROVIDER_EXISTS", "name", N_("There is a provider of this name already.")


class UnknownUpstream(Refusal):
    """There is no upstream of this name."""

    code, field = "UNKNOWN_AI_PROVIDER", "name"
    says = N_("There is no provider %(name)s. The list of providers has all names.")


class UnknownUpstreamKind(Refusal):
    """The kind is none of USUAL_URLS."""

    code, field, says = "UNKNOWN_AI_PROVIDER_KIND", "kind", N_("Choose which API it speaks.")


class InvalidUpstreamUrl(Refusal):
    """The address is no http or https address, or has a query, a fragment or a user."""

    code, field = "INVALID_AI_PROVIDER_URL", "url"
    says = N_(
        "Give the address of the API, such as https://api.openai.com/v1, without a query. One of http must be in "
        "KLIQS_NET_ALLOW, such as 127.0.0.1:11434."
    )


class InvalidCredential(Refusal):
    """The credential has blanks, line breaks or letters that no header can have."""

    code, field = "INVALID_AI_CREDENTIAL", "credential"
    says = N_("A credential is one word of letters, digits and signs.")


class AddressChanged(EditedElsewhere):
    """Another operator changed the address after it was read."""

    field, says = "url", N_("The address was changed in the meantime. See where the provider is now.")


class CredentialOfOldServer(AddressChanged):
    """Another operator changed the address after somebody was asked for the credential of the old one."""

    field = "credential"
    says = N_(
        "The address was changed in the meantime, so the credential was not stored. See where the provider is now."
    )


async def find_upstream(name: str) -> Upstream:
    """Returns the upstream of a name. Raises: UnknownUpstream."""
    upstream = await Upstream.get_or_none(name=name) if NAME.fullmatch(name) else None
    if upstream is None:
        raise UnknownUpstream(name=name)
    return upstream


async def add_upstream(
    name: str, kind: str, base_url: str, credential: str, *, region: str = "", own_keys: bool = False
) -> Upstream:
    """Adds an upstream, switched on.

    An empty `base_url` is the usual one of the kind. `credential` may be empty, as for a server of one's own. Raises:
    InvalidUpstreamName, UnknownUpstreamKind, InvalidUpstreamUrl, TooLong, InvalidCredential, all at once;
    UpstreamExists.
    """
    url, place = _checked(name, kind, base_url, credential, region)
    now = clock.now()
    values: dict[str, Any] = {"region": place, "own_keys": own_keys, "enabled_at": now, "created_at": now}
    try:
        async with transaction():
            upstream = await Upstream.create(name=name, kind=kind, base_url=url, **values)
            await _store_credential(upstream, credential)
            await record_act("ai_upstream_added", name, url)
    except IntegrityError:
        raise UpstreamExists from None
    forget_offered()
    return upstream


def _checked(name: str, kind: str, base_url: str, credential: str, region: str) -> tuple[str, str]:
    """Returns the address and the region of a new upstream. Raises: those of `add_upstream`, all at once."""
    faults, url, place = Faults.gather(), "", ""
    with faults.catching():
        if not NAME.fullmatch(name):
            raise InvalidUpstreamName
    with faults.catching():
        if kind not in USUAL_URLS:
            raise UnknownUpstreamKind
    with faults.catching():
        url = check_url(base_url or USUAL_URLS.get(kind, USUAL_URLS["openai"]))
    with faults.catching():
        place = clean_line(region, MAX_REGION, "region")
    with faults.catching():
        check_credential(credential)
    faults.raise_if_any()
    return url, place


async def rotate_credential(upstream: Upstream, credential: str, *, seen: str = "") -> None:
    """Replaces the operator's credential; requests that begin from now on use it.

    It is that of the server at the address of `upstream`; `seen` is the address that the operator's form showed, ""
    where there was no form. Raises: InvalidCredential; CredentialOfOldServer if the upstream is elsewhere now.
    """
    check_credential(credential)
    if seen not in {"", upstream.base_url}:
        raise CredentialOfOldServer
    async with transaction():
        await _store_credential(upstream, credential)
        await record_act("ai_upstream_rotated", upstream.name)
    forget_offered()


async def change_upstream(upstream: Upstream, *, region: str | None = None, own_keys: bool | None = None) -> None:
    """Changes where an upstream runs, and whether workspaces may bring a credential of their own; None leaves it.

    What workspaces have stored stays, and is not used while it is not allowed. Raises: TooLong.
    """
    values: dict[str, Any] = {"region": None if region is None else clean_line(region, MAX_REGION, "region")}
    values |= {"own_keys": own_keys}
    changed = {name: value for name, value in values.items() if value not in (None, getattr(upstream, name))}
    if not changed:
        return
    words = ", ".join(f"{name} “{getattr(upstream, name)}” → “{value}”" for name, value in changed.items())
    async with transaction():
        await Upstream.filter(id=upstream.id).update(**changed)
        await record_act("ai_upstream_changed", upstream.name, words)
    forget_offered()


async def switch_upstream(upstream: Upstream, *, on: bool) -> None:
    """Switches an upstream on or off, with all routes to it; does nothing if it is so already."""
    async with transaction():
        others = Upstream.filter(id=upstream.id, enabled_at__isnull=on)
        if await others.update(enabled_at=clock.now() if on else None):
            await record_act("ai_upstream_on" if on else "ai_upstream_off", upstream.name)
    forget_offered()


def check_url(base_url: str) -> str:
    """Returns the address of an API without a slash at its end. Raises: InvalidUpstreamUrl.

    Without https, which would send the credential in the clear, it must be a host or address of KLIQS_NET_ALLOW.
    """
    match = URL.fullmatch(base_url)
    if match is None or len(base_url) > MAX_URL or not is_host(match["host"]) or not is_port(match["port"] or "80"):
        raise InvalidUpstreamUrl
    if match["scheme"].lower() == "http" and not _is_listed(match["host"].strip("[]"), int(match["port"] or 80)):
        raise InvalidUpstreamUrl
    return base_url.rstrip("/")


def _is_listed(host: str, port: int) -> bool:
    """Whether the operator listed a host, or an IP address, in KLIQS_NET_ALLOW."""
    allow = installation.current().config.allow_list
    if allow.lists_host(host, port):
        return True
    try:
        return allow.lists_address(ip_address(host), port)
    except ValueError:
        return False


def check_credential(credential: str) -> None:
    """Checks a credential. Raises: InvalidCredential for what no header can have."""
    if not is_plain(credential, MAX_CREDENTIAL):
        raise InvalidCredential


async def _store_credential(upstream: Upstream, credential: str) -> None:
    """Stores a credential, encrypted, for the address of `upstream`. Raises: CredentialOfOldServer."""
    sealed = seal_credential(credential, credential_purpose(upstream.id))
    if not await Upstream.filter(id=upstream.id, base_url=upstream.base_url).update(credential=sealed):
        raise CredentialOfOldServer
    upstream.credential = sealed
