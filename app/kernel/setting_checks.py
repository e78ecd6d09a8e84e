"""What makes a setting wrong, in a sentence that says what to write instead.

Each `check_…` returns nothing and raises ValueError with the sentence; the settings themselves are in config.py.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import SplitResult, parse_qsl, urlsplit

from limits import parse as parse_limit

PREFIX = "KLIQS_"
HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*")  # _: containers
NOT_SETTINGS = {f"{PREFIX}{name}" for name in ("KEY", "BROWSER", "SHOTS", "WHOLE_QR_MATRIX")}  # examples' and tests'
KUBERNETES = re.compile(r"KLIQS_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)")  # of a service “kliqs”
POSTGRES, SQLITE = ("postgres", "postgresql", "asyncpg"), "sqlite"
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
NUMBERS = ("port", "timeout", "command_timeout", "statement_cache_size", "maxsize")
OPTIONS = (*NUMBERS, "sslmode", "host", "user", "password", "passfile", "application_name", "schema",
           "target_session_attrs")
DATABASE = "give postgres://user:password@host/name or sqlite:///path/to/file"
ENCODE = "; in a user or password write @ : / ? # as %40 %3A %2F %3F %23"


def unknown_settings(variables: Mapping[str, str], known: Iterable[str]) -> list[str]:
    """A sentence for each KLIQS_ variable that is no setting, with the most similar one where there is one."""
    names = {PREFIX + name.upper() for name in known}
    found = sorted({name for name in variables if name.upper().startswith(PREFIX)} - NOT_SETTINGS)
    return [f"{name}: there is no such setting; {_instead(name.upper(), names)}" for name in found
            if name.upper() not in names and not KUBERNETES.fullmatch(name) and "://" not in variables[name]]


def _instead(name: str, names: set[str]) -> str:
    near = get_close_matches(name.removeprefix(PREFIX), [each.removeprefix(PREFIX) for each in names], 1, 0.5)
    return f"did you mean {PREFIX}{near[0]}?" if near else "/docs/settings lists those there are"


def check_bind(value: str) -> None:
    host, _, port = value.rpartition(":")
    if not is_host(host) or not is_port(port):
        raise ValueError("give host:port, for example 127.0.0.1:8000")


def check_burst_limit(value: str) -> None:
    try:
        limit = parse_limit(value)
    except ValueError:
        raise ValueError("give a number and a time, for example 1200/minute") from None
    if limit.amount < 1 or limit.multiples < 1:
        raise ValueError("give at least 1, for example 1200/minute: nobody could do anything")


def check_database_url(value: str) -> None:
    if not value:
        return
    scheme, _, rest = value.partition("://")
    if scheme == SQLITE:
        if not rest.partition("?")[0].strip("/"):
            raise ValueError(DATABASE)
    elif scheme in POSTGRES:
        _check_postgres(value)
    else:
        raise ValueError(DATABASE)


def _check_postgres(value: str) -> None:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ValueError(f"the port behind the host must be a number from 1 to 65535{ENCODE}") from None
    if port == 0:
        raise ValueError("the port behind the host must be a number from 1 to 65535")
    if parts.fragment or "@" in parts.path or any(character.isspace() for character in value):
        raise ValueError(DATABASE + ENCODE)
    if parts.hostname and not is_host(parts.hostname):
        raise ValueError(f"“{parts.hostname}” is not a host{ENCODE}")
    if not parts.path.strip("/"):
        raise ValueError("name the database behind the host, as in postgres://user:password@host/name")
    _check_options(parts)


def _check_options(parts: SplitResult) -> None:
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in OPTIONS:
            raise ValueError(f"“{name}” behind the ? is unknown; there are {', '.join(OPTIONS)}")
        if name in NUMBERS and not (value.isascii() and value.isdigit()):
            raise ValueError(f"“{name}” behind the ? must be a number")
        if name == "maxsize" and int(value) < 2:
            raise ValueError("“maxsize” behind the ? must be at least 2")
        if name == "sslmode" and value not in SSL_MODES:
            raise ValueError(f"“sslmode” behind the ? must be one of {', '.join(SSL_MODES)}")


def is_host(text: str) -> bool:
    """Whether a text is a host name of ASCII letters, an IPv4 address, or an IPv6 one with or without brackets."""
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if ":" in bare:
        return _address(bare) is not None
    return len(bare) <= 253 and HOST_NAME.fullmatch(bare) is not None and not _strange_number(bare)


def _strange_number(host: str) -> bool:
    """A host whose last part is a number is an IPv4 address, or none: 1.2.3 and 256.1.1.1 are none."""
    return host.rpartition(".")[2].isdigit() and _address(host) is None


def is_port(text: str) -> bool:
    """Whether a text is a number from 1 to 65535."""
    return text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= 65535


def is_loopback(bind: str) -> bool:
    """Whether only this machine reaches a `host:port`; a host name counts by what it resolves to."""
    host = bind.rpartition(":")[0].strip("[]")
    if (address := _address(host)) is not None:
        return _loops(address)
    try:
        found = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return host.lower() == "localhost"
    return all((address := _address(each)) is not None and _loops(address) for each in found)


def _loops(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
