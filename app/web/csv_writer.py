"""The one writer of comma-separated values: what it writes opens in any spreadsheet and starts nothing there.

A spreadsheet reads a cell that begins with `= + - @` (or one of their full-width forms) as a formula. Where a cell
begins depends on the reader: an Indonesian or German Excel separates at semicolons, others at tabs or bars, and quotes
that do not stand at the beginning of a cell protect nothing. So a text gets an apostrophe, by which spreadsheets know
a text, before every place where some reader might see a formula begin. `original` takes exactly those apostrophes away,
so that a file of ours can be read back. Numbers are written as numbers.
"""

import csv
import io
import re
from collections.abc import Iterable

BOM = "\ufeff"
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b"  # full-width and small forms, the minus sign
_FORMULA = f"(?:[^\\S\t\r\n]|[\"'\u200b\u2060\ufeff])*[{_SIGNS}]"  # blanks and quotes may stand before it
_BEGINS = f"\\A(?={_FORMULA}|[\\s\"']*[\t\r\n])|(?<=[,;|\t\r\n])(?={_FORMULA})"
_BEGINNING = re.compile(_BEGINS)
_GUARDED = re.compile(_BEGINS.replace("(?=", "'(?="))


def line(values: Iterable[object]) -> str:
    """One line (RFC 4180). A text gets an apostrophe wherever a spreadsheet might take the rest of it for a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([_guarded(one) if isinstance(one, str) else one for one in values])
    return out.getvalue()


def original(cell: str) -> str:
    """The text that `line` was given, from a cell as a reader of CSV hands it over."""
    return _GUARDED.sub("", cell)


def _guarded(text: str) -> str:
    return _BEGINNING.sub("'", text)
