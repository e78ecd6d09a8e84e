"""The error codes that the JSON API documents. Each package describes its codes in the module that defines their
refusals.

Responses, pages and the documentation read the codes from here, so that behaviour and documentation cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """An error code in the documentation: its HTTP status, when it is returned, and what the client can do about it.

    `when` and `remedy` are English, to be translated. `form_status` is the status of a page that shows the refusal next
    to a field of its form.
    """

    status: int
    when: str
    remedy: str
    form_status: int


_codes: dict[str, ErrorCode] = {}
API_CODES: Mapping[str, ErrorCode] = MappingProxyType(_codes)
UNDOCUMENTED = {
    "TOO_MANY_ATTEMPTS": 429,
    "WRONG_WORKSPACE": 409,
    "ROLE_TOO_LOW": 403,
    "INVITATION_GONE": 410,
}  # of pages only, not the API


def document_code(code: str, status: int, when: str, remedy: str, form_status: int = 0) -> None:
    """Describes a code. Without `form_status`, pages with a form have the status `status` as well.

    Raises ValueError for a code that is described twice.
    """
    if code in _codes:
        raise ValueError(f"{code} is described already")
    _codes[code] = ErrorCode(status, when, remedy, form_status or status)


def code_status(code: str, *, form: bool = False) -> int:
    """Returns the HTTP status of a code, 422 for an undocumented one; with `form`, that of a page with a form."""
    entry = _codes.get(code)
    if entry is None:
        return UNDOCUMENTED.get(code, UNPROCESSABLE)
    return entry.form_status if form else entry.status
