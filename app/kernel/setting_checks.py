"""Checks of settings. Each raises an error with a sentence that tells the operator what to write instead.

Each `check_…` returns None or raises ValueError with the sentence. The settings are in config.py.
"""

import ipaddress
import os
import re
import socket
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlsplit

from limits import parse as parse_limit

PREFIX = "KLIQS_"
# containers have _ in their names
HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9_-]{1,63}(?<!-))*")
# used by examples and tests
NOT_SETTINGS = {f"{PREFIX}{name}" for name in ("KEY", "BROWSER", "SHOTS", "WHOLE_QR_MATRIX")}
# Kubernetes sets these for a service named “kliqs”
KUBERNETES_VARIABLE = re.compile(r"KLIQS_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)")
OIDC_VARIABLE = re.compile(
    r"KLIQS_OIDC_(?P<name>[A-Z][A-Z0-9_]{0,19}?)_(?P<part>ISSUER|CLIENT_ID|CLIENT_SECRET|LABEL)", re.ASCII
)
MIN_SECRET_LENGTH = 32
POSTGRES, SQLITE = ("postgres", "postgresql", "asyncpg"), "sqlite"
VERIFYING = ("verify-ca", "verify-full")
SSL_MODES = ("disable", "allow", "prefer", "require", *VERIFYING)
TLS_FILES = ("sslrootcert", "sslcert", "sslkey")  # options of libpq, with files as their values
SYSTEM = "system"  # as `sslrootcert`: the certificate authorities that the machine trusts
NUMERIC_OPTIONS = ("port", "timeout", "command_timeout", "statement_cache_size", "maxsize")
OPTIONS = (
    *NUMERIC_OPTIONS,
    "sslmode",
    *TLS_FILES,
    "host",
    "user",
    "password",
    "passfile",
    "application_name",
    "schema",
    "target_session_attrs",
)
DATABASE_EXAMPLE = "give postgres://user:password@host/name or sqlite:///path/to/file"
ENCODING_HINT = "; in a user or password write @ : / ? # as %40 %3A %2F %3F %23"


def unknown_settings(variables: Mapping[str, str], known: Iterable[str]) -> list[str]:
    """Returns a sentence for each KLIQS_ variable that is not a setting, with the most similar setting if any."""
    names = {PREFIX + name.upper() for name in known}
    prefixed = sorted({name for name in variables if name.upper().startswith(PREFIX)} - NOT_SETTINGS)
    prefixed = [name for name in prefixed if not OIDC_VARIABLE.fullmatch(name)]
    return [
        f"{name}: there is no such setting; {_suggestion(name.upper(), names)}"
        for name in prefixed
        if name.upper() not in names and not KUBERNETES_VARIABLE.fullmatch(name) and "://" not in variables[name]
    ]


def secrets_folder(variables: Mapping[str, str]) -> Path | None:
    """Returns the folder that KLIQS_SECRETS_DIR names; None where it is not set or there is no such folder."""
    folder = next((value for name, value in variables.items() if name.upper() == f"{PREFIX}SECRETS_DIR"), "")
    return Path(folder) if folder and Path(folder).is_dir() else None


def _suggestion(name: str, names: set[str]) -> str:
    """Returns the most similar setting as a question, or where all settings are listed."""
    short = name.removeprefix(PREFIX)
    matches = get_close_matches(short, [setting.removeprefix(PREFIX) for setting in names], 3, 0.5)
    matches.sort(key=lambda match: match[:1] != short[:1])  # people abbreviate more than they mistake the first letter
    return f"did you mean {PREFIX}{matches[0]}?" if matches else "/docs/settings lists those there are"


def check_bind(value: str) -> None:
    """Raises ValueError unless the value is host:port."""
    host, _, port = value.rpartition(":")
    if not is_host(host) or not is_port(port):
        raise ValueError("give host:port, for example 127.0.0.1:8000")


def check_burst_limit(value: str) -> None:
    """Raises ValueError unless the value is a rate of at least 1, such as 1200/minute."""
    try:
        limit = parse_limit(value)
    except ValueError:
        raise ValueError("give a number and a time, for example 1200/minute") from None
    if limit.amount < 1 or limit.multiples < 1:
        raise ValueError("give at least 1, for example 1200/minute: nobody could do anything")


def check_secret_key(value: str) -> None:
    """Raises ValueError unless each of the secrets, parted by blanks, is long enough."""
    if any(len(key) < MIN_SECRET_LENGTH for key in value.split()):
        raise ValueError(
            f"give at least {MIN_SECRET_LENGTH} characters; this makes one: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )


def check_database_url(value: str) -> None:
    """Raises ValueError unless the value is empty or a URL of PostgreSQL or SQLite that we support."""
    if not value:
        return
    scheme, _, rest = value.partition("://")
    if scheme == SQLITE:
        if not rest.partition("?")[0].strip("/"):
            raise ValueError(DATABASE_EXAMPLE)
    elif scheme in POSTGRES:
        _check_postgres(value)
    else:
        raise ValueError(DATABASE_EXAMPLE)


def _check_postgres(value: str) -> None:
    """Raises ValueError for an invalid port, host, database name or option."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ValueError(f"the port behind the host must be a number from 1 to 65535{ENCODING_HINT}") from None
    if port == 0:
        raise ValueError("the port behind the host must be a number from 1 to 65535")
    if parts.fragment or "@" in parts.path or any(character.isspace() for character in value):
        raise ValueError(DATABASE_EXAMPLE + ENCODING_HINT)
    if parts.hostname and not is_host(parts.hostname):
        raise ValueError(f"“{parts.hostname}” is not a host{ENCODING_HINT}")
    if not parts.path.strip("/"):
        raise ValueError("name the database behind the host, as in postgres://user:password@host/name")
    _check_options(parts)


def _check_options(parts: SplitResult) -> None:
    """Raises ValueError for an unknown option after the `?`, or an invalid value of one."""
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in OPTIONS:
            raise ValueError(f"“{name}” behind the ? is unknown; there are {', '.join(OPTIONS)}")
        if name in NUMERIC_OPTIONS and not (value.isascii() and value.isdigit()):
            raise ValueError(f"“{name}” behind the ? must be a number")
        if name == "maxsize" and int(value) < 2:
            raise ValueError("“maxsize” behind the ? must be at least 2")
        if name == "sslmode" and value not in SSL_MODES:
            raise ValueError(f"“sslmode” behind the ? must be one of {', '.join(SSL_MODES)}")
    _check_tls(dict(parse_qsl(parts.query)))


def _check_tls(options: Mapping[str, str]) -> None:
    """Raises ValueError for certificates that are missing, cannot be read or would not be looked at."""
    mode, files = options.get("sslmode", ""), {name: options[name] for name in TLS_FILES if name in options}
    if mode in VERIFYING and "sslrootcert" not in options:
        raise ValueError(
            f"“sslmode={mode}” needs “sslrootcert” behind the ?: the file of the certificate authority, or system for "
            "those that this machine trusts"
        )
    if files and mode not in ("require", *VERIFYING):
        raise ValueError(f"“{next(iter(files))}” behind the ? needs “sslmode=require” or stricter")
    if "sslkey" in files and "sslcert" not in files:
        raise ValueError("“sslkey” behind the ? needs “sslcert”, the certificate of that key")
    for name, file in files.items():
        if file != SYSTEM and not (Path(file).is_file() and os.access(file, os.R_OK)):
            raise ValueError(f"“{name}” behind the ?: there is no file {file} that Kliqs can read")


def is_host(text: str) -> bool:
    """Whether a text is an ASCII host name, an IPv4 address, or an IPv6 address with or without brackets."""
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if ":" in bare:
        return _parse_ip(bare) is not None
    return len(bare) <= 253 and HOST_NAME.fullmatch(bare) is not None and not _is_malformed_ipv4(bare)


def _is_malformed_ipv4(host: str) -> bool:
    """Whether the last label is a number although the host is no IPv4 address, such as 1.2.3 or 256.1.1.1."""
    return host.rpartition(".")[2].isdigit() and _parse_ip(host) is None


def is_plain(text: str, most: int = 512) -> bool:
    """Whether a text is printable ASCII without blanks, of at most so many characters: a key, an id, a token."""
    return text.isascii() and text.isprintable() and " " not in text and len(text) <= most


def is_service_url(text: str, *, production: bool) -> bool:
    """Whether a text is the https address of a service, without query, fragment and user.

    In development it may be the http address of a service on this machine.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError:
        return False
    safe = parts.scheme == "https" or (parts.scheme == "http" and not production and is_loopback(f"{host}:{port}"))
    return safe and is_plain(text, 255) and not any(mark in text for mark in "?#@\\") and is_host(host)


def is_port(text: str) -> bool:
    """Whether a text is a number from 1 to 65535."""
    return text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= 65535


def is_loopback(bind: str) -> bool:
    """Whether only this machine can reach a `host:port`. A host name counts by the addresses that it resolves to."""
    host = bind.rpartition(":")[0].strip("[]")
    if (address := _parse_ip(host)) is not None:
        return _is_loopback_address(address)
    try:
        addresses = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return host.lower() == "localhost"
    return all(
        (address := _parse_ip(candidate)) is not None and _is_loopback_address(address) for candidate in addresses
    )


def _is_loopback_address(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address, or the IPv4 address mapped into it, is a loopback address."""
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def _parse_ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Returns the IP address that a text is, or None."""
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def sentence_of_problem(problem: object) -> str:
    """Returns one of pydantic's validation errors (an ErrorDetails) as a sentence for the operator."""
    assert isinstance(problem, dict)  # noqa: S101 - ErrorDetails is a TypedDict
    prefix = PREFIX + str(problem["loc"][0]).upper() + ": " if problem["loc"] else ""
    return prefix + str(problem["msg"]).removeprefix("Value error, ")
