"""The error codes that the JSON API documents. Each package describes its own, where it defines their refusals.

Answers, pages and the documentation read them from here, so that what holds and what is documented cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """What the documentation says of a code: its HTTP status, when it comes, and what to do about it.

    `when` and `remedy` are English, to be translated. `form_status` is the status of a page whose form says it beside a
    field.
    """

    status: int
    when: str
    remedy: str
    form_status: int


_codes: dict[str, ErrorCode] = {}
API_CODES: Mapping[str, ErrorCode] = MappingProxyType(_codes)
UNDOCUMENTED = {"TOO_MANY_ATTEMPTS": 429}  # of pages only


def document_code(code: str, status: int, when: str, remedy: str, form_status: int = 0) -> None:
    """Describes a code; without `form_status` its pages have `status` too.

    Raises ValueError for a code that is described twice.
    """
    if code in _codes:
        raise ValueError(f"{code} is described already")
    _codes[code] = ErrorCode(status, when, remedy, form_status or status)


def code_status(code: str, *, form: bool = False) -> int:
    """The HTTP status of a code, 422 for one that only forms know; with `form` that of a page that shows the form."""
    entry = _codes.get(code)
    if entry is None:
        return UNDOCUMENTED.get(code, UNPROCESSABLE)
    return entry.form_status if form else entry.status
