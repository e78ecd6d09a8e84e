"""Reads times that operators type into forms."""

from __future__ import annotations

from datetime import datetime

from app.kernel import i18n
from app.kernel.refusal import InvalidRequest
from app.kernel.time_parser import InvalidTime

LONGEST_TIME = 64  # characters


def read_time(typed: str, field: str) -> datetime | None:
    """Returns a time typed in the reader's time zone, in UTC; None for an empty text. Raises: InvalidRequest."""
    try:
        return i18n.parse_datetime_input(typed[:LONGEST_TIME]) if typed.strip() else None
    except InvalidTime as error:
        raise error.refusal(InvalidRequest, field) from error
