"""The addresses of lists that are searched by their query string."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode


def search_url(path: str, search: Any, fields: Sequence[str], changes: Mapping[str, str]) -> str:
    """Returns the address of a list for a search with some of its `fields` changed, without those that are empty.

    The position in the list, `cursor`, is dropped unless it is among the changes.
    """
    values = {name: getattr(search, name) for name in fields} | {"cursor": ""} | dict(changes)
    parameters = {name: value for name, value in values.items() if value}
    return path + ("?" + urlencode(parameters) if parameters else "")
