"""Takes addresses of people and credentials out of a line of the log, whatever wrote it there.

The code of Kliqs logs neither. This is for what it does not write itself: messages of exceptions and of libraries,
which may quote a URL with a password, an email address, an IP address or a header.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from ipaddress import ip_address
from typing import Any

SECRET_FIELDS = {"password", "secret", "token", "authorization", "cookie"}
MOST_DEPTH = 6  # of values inside of values
CREDENTIALS = re.compile(r"(?<=://)[^\s/@]+(?=@)")
SCHEMES = re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{6,}", re.IGNORECASE)
ASSIGNED = re.compile(
    r"""(?i)\b(password|passwd|secret|token|api[_-]?key|authorization|cookie)(["']?\s*[=:]\s*["']?)[^\s"'&,;]{3,}"""
)
KEYS = re.compile(r"\b(?:kliqs|sk|whsec|re)_[A-Za-z0-9_-]{12,}\b")
EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)")
IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)


def redacted(text: str) -> str:
    """Returns a text with words in brackets in place of addresses and credentials. Loopback addresses stay."""
    text = CREDENTIALS.sub("[credentials]", text)
    text = SCHEMES.sub(r"\1 [secret]", text)
    text = ASSIGNED.sub(r"\1\2[secret]", text)
    text = EMAIL.sub("[email]", KEYS.sub("[secret]", text))
    return IPV6.sub(_hide_address, IPV4.sub(_hide_address, text))


def redact_line(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog: redacts every value of a line but its time; fields named as secrets are not shown."""
    for name, value in line.items():
        if name in SECRET_FIELDS:
            line[name] = "[secret]"
        elif name != "timestamp":
            line[name] = _redacted_value(value, MOST_DEPTH)
    return line


def _redacted_value(value: Any, depth: int) -> Any:
    """Redacts texts inside of a value; what is no JSON becomes the text that the line would have."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict) and depth:
        return {str(name): _redacted_value(inner, depth - 1) for name, inner in value.items()}
    if isinstance(value, list | tuple) and depth:
        return [_redacted_value(inner, depth - 1) for inner in value]
    return redacted(value if isinstance(value, str) else repr(value))


def _hide_address(match: re.Match[str]) -> str:
    try:
        address = ip_address(match[0])
    except ValueError:  # a time, or a version
        return match[0]
    return match[0] if address.is_loopback or address.is_unspecified else "[address]"
