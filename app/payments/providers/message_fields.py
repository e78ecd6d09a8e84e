"""Reads the messages of payment providers: headers, fields of JSON by path, amounts without float, and times."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any, TypeGuard

from app.kernel.http_client_errors import BadUrl
from app.kernel.http_message import parse_url
from app.payments.currencies import from_decimal

AMOUNT = re.compile(r"\d{1,12}(\.\d{1,8})?", re.ASCII)
LONGEST_CODE = 1000  # bytes
REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


class UnreadableField(ValueError):
    """A field is missing, or is not what it should be. The message names the field and does not contain its value."""


def parse_object(body: bytes) -> dict[str, Any]:
    """Parses a JSON object; numbers with a point become Decimal. Raises: UnreadableField for anything else."""
    try:
        payload = json.loads(body, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise UnreadableField("no JSON") from None
    if not isinstance(payload, dict):
        raise UnreadableField("no JSON object")
    return payload


def _refuse_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are not JSON (RFC 8259, 6)


def find_header(headers: Mapping[str, str], name: str) -> str:
    """Returns a header, whatever the case of its name; empty if there is none."""
    return next((value for header, value in headers.items() if header.lower() == name.lower()), "")


def look_up(payload: object, path: str) -> Any:
    """Returns the value at a dotted path, of objects by name and of lists by number; None where there is none."""
    value: Any = payload
    for part in path.split("."):
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def to_text(value: object) -> str:
    """Returns a string as it is, and a number as its digits; empty for everything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else ""


def parse_reference(value: object) -> str:
    """Returns the name of a payment as a provider repeats it; empty if no name of ours has this form."""
    return value if isinstance(value, str) and REFERENCE.fullmatch(value) else ""


def is_web_url(value: object) -> TypeGuard[str]:
    """Whether a value is an absolute http or https URL, to which a browser may be led."""
    try:
        return isinstance(value, str) and bool(parse_url(value))
    except BadUrl:
        return False


def is_code_text(value: object) -> TypeGuard[str]:
    """Whether a value is the text of a QR code that can be stored and drawn; QRIS has some hundred characters."""
    return isinstance(value, str) and value.isprintable() and 0 < len(value.encode()) <= LONGEST_CODE


def parse_amount(payload: object, path: str, currency: str) -> int:
    """Returns the amount at a path in the smallest unit of a currency.

    Raises: UnreadableField if it is missing, negative or no number, FractionalAmount for a remainder.
    """
    text = to_text(look_up(payload, path))
    if not AMOUNT.fullmatch(text):
        raise UnreadableField(f"{path} is no amount")
    return from_decimal(Decimal(text), currency)


def parse_time(value: object, zone: tzinfo) -> datetime | None:
    """Returns a time in UTC: ISO 8601, `YYYY-MM-DD HH:MM:SS`, or a Unix time. One without a zone is in `zone`.

    Returns None for a value that is no time.
    """
    try:
        if isinstance(value, int) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
        if when is None:
            return None
        return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
