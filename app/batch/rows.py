"""Tables as people have them: exports of spreadsheets, and lines pasted from anywhere, as rows of plain text.

RFC 4180 with what spreadsheets make of it: a byte order mark, semicolons where a comma parts decimals, tabs from the
clipboard, Windows-1252. A cell is only ever text: nothing here evaluates a formula.
"""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.refusal import N_, Refusal
from app.kernel.text import caseless, whole
from app.web.sheet import original

MOST_BYTES, MOST_ROWS = 2**20, 1_000
DELIMITERS = "\t;,"
LOOKED_AT = 50  # rows, to find out what parts their cells
LONGEST_CELL = 4_096
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
csv.field_size_limit(MOST_BYTES)  # a long cell is refused by its column, not by csv's own 131,072 characters
OTHERS = ((b"PK\x03\x04", "Excel"), (b"\xd0\xcf\x11\xe0", "Excel"), (b"%PDF", "PDF"))


class InvalidTable(Refusal):
    code, field, says = "INVALID_TABLE", "typed", N_("That is not a table of text. Save it as CSV and try again.")


class OtherFile(InvalidTable):
    says = N_("That is a file of %(kind)s. Save it as CSV there and try again.")


class NoRows(InvalidTable):
    says = N_("Choose a file or paste some lines, one for each code.")


class TooManyRows(InvalidTable):
    says = N_("That is %(rows)s rows, and one batch takes %(most)s. Make it several files.")


class TooHeavy(InvalidTable):
    says = N_("That table is larger than 1 MB. Make it several files.")


class LooseQuotes(InvalidTable):
    says = N_('The quotes (") in line %(line)s do not match.')


class ColumnTwice(InvalidTable):
    says = N_("The column %(column)s is there twice.")


class ColumnMissing(InvalidTable):
    says = N_("The column %(column)s is missing from the first line.")


class TooManyCells(InvalidTable):
    field, says = "", N_('There are more cells here than columns. Put quotes (") round a text with commas in it.')


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is what we call it, `label` what people do (to be translated), `names` what a first line may call it."""

    key: str
    label: str
    names: frozenset[str]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, counted from 1 as editors do, and its cells by column; `extra` cells had no column."""

    line: int
    cells: dict[str, str]
    extra: bool = False


def decoded(raw: bytes) -> str:
    """The text of a file, whoever wrote it. Refusals: TooHeavy, OtherFile, InvalidTable."""
    if len(raw) > MOST_BYTES:
        raise TooHeavy
    for start, kind in OTHERS:
        if raw.startswith(start):
            raise OtherFile(kind=kind)
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace") if encoding == "utf-8" else ""
    if "\0" in text or (raw and not text):
        raise InvalidTable
    return text


def read(typed: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of a table in the order of `columns`, or in that of its own first line where that names some.

    Blank lines and columns nobody knows are passed over. Refusals: InvalidTable and its kind.
    """
    text = whole(typed).removeprefix("\ufeff")
    if len(text.encode()) > MOST_BYTES:
        raise TooHeavy
    if "\0" in text:
        raise InvalidTable
    named, text = _named(text)
    table = _table(text, named or _delimiter(text, columns))
    if table and (header := _header(table[0][1], columns)):
        _check(header, columns)
        table = table[1:]
    keys = header if table and header else [column.key for column in columns]
    if not table:
        raise NoRows
    if len(table) > MOST_ROWS:
        raise TooManyRows(rows=len(table), most=MOST_ROWS)
    return [_row(line, cells, keys) for line, cells in table]


def _named(text: str) -> tuple[str, str]:
    """What Excel's own first line `sep=;` names, and the rest."""
    first, _, rest = text.partition("\n")
    told = first[:20].strip().lower()
    return (told[4], "\n" + rest) if len(told) == 5 and told.startswith("sep=") else ("", text)


def _table(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Each line that is not blank, with its number."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                table.append((begins, cells))
            begins = lines.line_num + 1
    except csv.Error:
        raise LooseQuotes(line=begins) from None
    return table


def _delimiter(text: str, columns: Sequence[Column]) -> str:
    """What parts the cells: whatever makes the first line name columns, or else most rows equally long."""
    start = "\n".join(text.splitlines()[:LOOKED_AT])
    best, score = ",", (0, 0)
    for delimiter in DELIMITERS:
        lengths, first = _lengths(start, delimiter)
        known = len([key for key in _header(first, columns) if key])
        likeliest, often = Counter(lengths).most_common(1)[0] if lengths else (1, 0)
        now = (known, often if 1 < likeliest <= len(columns) else 0)
        best, score = (delimiter, now) if now > score else (best, score)
    return best


def _lengths(text: str, delimiter: str) -> tuple[list[int], list[str]]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:  # not what parts these cells; what is wrong is said when the table is read
        rows = []
    return [len(row) for row in rows], rows[0] if rows else []


def _header(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The key of each cell, "" for one nobody knows; nothing when the line is no first line but a row.

    A word that happens to be a column's name does not make one: a needed column is named, or all cells are names.
    """
    found = [next((column.key for column in columns if _folded(cell) in column.names), "") for cell in cells]
    needed = {column.key for column in columns if column.required}
    whole_line = all(key for key, cell in zip(found, cells, strict=True) if cell.strip())
    return found if any(found) and (whole_line or needed & set(found)) else []


def _folded(cell: str) -> str:
    return caseless(" ".join(cell[:LONGEST_CELL].replace("_", " ").split()), LONGEST_CELL)


def _check(header: Sequence[str], columns: Sequence[Column]) -> None:
    for column in columns:
        if header.count(column.key) > 1:
            raise ColumnTwice(column=column.key)
        if column.required and column.key not in header:
            raise ColumnMissing(column=column.key)


def _row(line: int, cells: Sequence[str], keys: Sequence[str]) -> Row:
    given = {key: original(cell[:LONGEST_CELL]) for key, cell in zip(keys, cells, strict=False) if key}
    return Row(line, given, extra=any(cell.strip() for cell in cells[len(keys):]))
