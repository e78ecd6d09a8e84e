"""The hosts of web addresses as they are compared with blocked hosts and block lists."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from app.kernel import site, text
from app.kernel.destination import ascii_host
from app.kernel.refusal import N_, InvalidRequest

LONGEST_TYPED = 2_048


class InvalidHost(InvalidRequest):
    """The text is neither a host name nor a web address, or it is one of our own hosts."""

    field, says = "host", N_("Give a host such as shop.example, which is none of ours.")


def host_of(url: str) -> str:
    """Returns the host of an http or https URL, in lower case and without a final dot; "" for any other text."""
    if not url.startswith(("http://", "https://")):
        return ""
    try:
        return (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def with_parents(host: str) -> list[str]:
    """Returns a host and the domains above it that have at least two labels: a block of any of them covers it."""
    if not host or is_address(host):
        return [host] if host else []
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(max(len(labels) - 1, 1))]


def hosts_to_compare(urls: Iterable[str]) -> set[str]:
    """Returns every host whose block would cover one of these URLs."""
    return {host for url in urls for host in with_parents(host_of(url))}


def is_address(host: str) -> bool:
    """Whether a host is an IP address."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def clean_host(typed: str) -> str:
    """Returns the host that somebody typed, or that of the address they typed, in ASCII. Raises: InvalidHost."""
    raw = text.trim(typed[:LONGEST_TYPED]).lower().replace("[.]", ".").replace("hxxp", "http")
    name = host_of(raw) if "://" in raw else raw.split("/", 1)[0].removesuffix(".")
    try:
        host = ascii_host(name)
    except ValueError:
        raise InvalidHost from None
    if any(site.current().owns(parent) for parent in with_parents(host)) or _covers_ours(host):
        raise InvalidHost
    return host


def _covers_ours(host: str) -> bool:
    """Whether one of our own hosts is below this one."""
    return any(host in with_parents(own.split(":")[0]) for own in site.current().hosts)


def defanged(url: str) -> str:
    """Returns an address as operators read it: `hxxps://evil[.]example/login`, which no program makes a link of."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url.replace(".", "[.]")
    authority = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return f"{scheme.replace('http', 'hxxp')}://{authority.replace('.', '[.]')}{rest[len(authority) :]}"
