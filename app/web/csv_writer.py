"""Writes comma-separated values that any spreadsheet opens and that run no formulas there (CSV injection).

A spreadsheet reads a cell that begins with `= + - @` (or a full-width form of them) as a formula. Where a cell begins
depends on the program: an Indonesian or German Excel separates at semicolons, others at tabs or bars, and quotes
protect nothing unless they are at the beginning of a cell. So an apostrophe, which marks text in a spreadsheet, is put
before every place where some program might see the beginning of a formula. `unescape_cell` removes exactly those
apostrophes, so that Kliqs can read its own files. Numbers are written as numbers.
"""

import csv
import io
import re
from collections.abc import Iterable

BOM = "\ufeff"
# with full-width and small forms, and the minus sign
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b"
_FORMULA = f"(?:[^\\S\t\r\n]|[\"'\u200b\u2060\ufeff])*[{_SIGNS}]"  # blanks and quotes may precede it
_FORMULA_START = f"\\A(?={_FORMULA}|[\\s\"']*[\t\r\n])|(?<=[,;|\t\r\n])(?={_FORMULA})"
_UNGUARDED = re.compile(_FORMULA_START)
_GUARDED = re.compile(_FORMULA_START.replace("(?=", "'(?="))


def format_csv_line(values: Iterable[object]) -> str:
    """Returns one line (RFC 4180), with an apostrophe before each place in a text where a formula might begin."""
    out = io.StringIO()
    cells = [_guard(value) if isinstance(value, str) else value for value in values]
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def unescape_cell(cell: str) -> str:
    """Returns the text that `format_csv_line` wrote, from a cell as a CSV reader returns it."""
    return _GUARDED.sub("", cell)


def _guard(text: str) -> str:
    """Returns the text with an apostrophe before each place where a formula might begin."""
    return _UNGUARDED.sub("'", text)
