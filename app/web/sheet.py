"""Comma-separated values that open in any spreadsheet and start nothing there."""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def line(values: Iterable[object]) -> str:
    """One line (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_harmless(one) if isinstance(one, str) else one for one in values])
    return out.getvalue()


def _harmless(text: str) -> str:
    formula = text.startswith(STARTS) or text.lstrip().startswith(STARTS)
    return f"'{text}" if formula else text
