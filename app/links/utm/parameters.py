"""Reads and sets the UTM parameters of a URL; all other parameters, their order and the fragment stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote_plus

from app.kernel import text
from app.kernel.refusal import Faults
from app.links.utm.models import MAX_VALUE_LENGTH

FIELDS = ("source", "medium", "campaign", "term", "content")
PREFIX = "utm_"
Parameters = Mapping[str, str]


def read_utm(url: str) -> dict[str, str]:
    """The UTM parameters of a URL by field of FIELDS; the first of several, empty where there is none."""
    query = url.partition("#")[0].partition("?")[2]
    found = dict.fromkeys(FIELDS, "")
    for part in query.split("&"):
        name, _, value = part.partition("=")
        field = _field(name)
        if field and not found[field]:
            found[field] = unquote_plus(value, errors="replace")
    return found


def set_utm(url: str, values: Parameters) -> str:
    """The URL with these UTM parameters in place of its own: an empty value removes one, a missing one keeps it.

    A parameter that was there keeps its place; new ones come last.
    """
    address, hash_sign, fragment = url.partition("#")
    path, _, query = address.partition("?")
    parts, left = list[str](), {field: value for field, value in values.items() if value}
    for part in query.split("&") if query else ():
        field = _field(part.partition("=")[0])
        if not field or field not in values:
            parts.append(part)
        elif field in left:
            parts.append(_parameter(field, left.pop(field)))
    parts += [_parameter(field, left[field]) for field in FIELDS if field in left]
    return path + ("?" + "&".join(parts) if parts else "") + hash_sign + fragment


def check_parameters(values: Parameters) -> dict[str, str]:
    """The values without surrounding blanks. Raises: TooLong with the field's name, for all fields at once."""
    faults, checked = Faults.gather(), dict[str, str]()
    for field in FIELDS:
        with faults.catching():
            checked[field] = text.clean_line(values.get(field, ""), MAX_VALUE_LENGTH, PREFIX + field)
    faults.raise_if_any()
    return checked


def _field(name: str) -> str:
    """The field of a parameter's name, empty if it is no UTM parameter."""
    field = name.removeprefix(PREFIX) if name.startswith(PREFIX) else ""
    return field if field in FIELDS else ""


def _parameter(field: str, value: str) -> str:
    return f"{PREFIX}{field}={quote(value, safe='')}"
