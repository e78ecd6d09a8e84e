"""Tables as people have them: exports of spreadsheets, and lines pasted from anywhere, as rows of plain text.

RFC 4180 with what spreadsheets make of it: a byte order mark, semicolons where a comma parts decimals, tabs from the
clipboard, Windows-1252. A cell is only ever text: nothing here evaluates a formula.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.refusal import N_, Refusal
from app.kernel.text import caseless, whole
from app.web.csv_writer import original

MOST_BYTES, MOST_ROWS = 2**20, 1_000
DELIMITERS = "\t;,"
LOOKED_AT = 50  # rows, to find out what parts their cells
LONGEST_CELL = 4_096
LONGEST_SHOWN = 60  # characters of a column's name, where we say that it is not used
SEPARATORS = re.compile(r"[\W_]+")
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
    """`key` is what we call it, `label` what people do (to be translated).

    `names` are what a first line may call it, as `squeezed` writes them, the surest first.
    """

    key: str
    label: str
    names: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, counted from 1 as editors do, and its cells by column; `extra` cells had no column."""

    line: int
    cells: dict[str, str]
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, and the names of the columns that are not used, as the first line has them."""

    rows: list[Row]
    unused: tuple[str, ...] = ()


def decoded(raw: bytes) -> str:
    """The text of a file, whoever wrote it. Refusals: TooHeavy, OtherFile, InvalidTable."""
    if len(raw) > MOST_BYTES:
        raise TooHeavy
    for start, kind in OTHERS:
        if raw.startswith(start):
            raise OtherFile(kind=kind)
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "") or _without_mark(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace") if encoding == "utf-8" else ""
    if "\0" in text or (raw and not text):
        raise InvalidTable
    return text


def _without_mark(raw: bytes) -> str:
    """The encoding of a text without a byte order mark: UTF-16 has a NUL beside each of its first letters."""
    return {(True, False): "utf-16-be", (False, True): "utf-16-le"}.get(
        (raw[:1] == raw[2:3] == b"\0", raw[1:2] == raw[3:4] == b"\0"), "utf-8")


def read(typed: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of a table. Refusals: those of `read_table`."""
    return read_table(typed, columns).rows


def read_table(typed: str, columns: Sequence[Column]) -> Table:
    """The rows of a table in the order of `columns`, or in that of its own first line where that names some.

    Blank lines are passed over. Refusals: InvalidTable and its kind.
    """
    text = whole(typed).removeprefix("\ufeff")
    if len(text.encode()) > MOST_BYTES:
        raise TooHeavy
    if "\0" in text:
        raise InvalidTable
    named, text = _named(text)
    table = _table(text, named or _delimiter(text, columns))
    keys, unused = [column.key for column in columns], tuple[str, ...]()
    if table and (header := _header(table[0][1], columns)):
        _check(header, columns)
        first, keys = table.pop(0)[1], header
        unused = tuple(" ".join(cell.split())[:LONGEST_SHOWN] for key, cell in zip(keys, first, strict=True)
                       if not key and cell.strip())
    if not table:
        raise NoRows
    if len(table) > MOST_ROWS:
        raise TooManyRows(rows=len(table), most=MOST_ROWS)
    return Table([_row(line, cells, keys) for line, cells in table], unused)


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
    names = [squeezed(cell) for cell in cells]
    found = _meant(names, columns)
    needed = {column.key for column in columns if column.required}
    known = {name for column in columns for name in column.names}
    return found if any(found) and (needed & set(found) or all(name in known for name in names if name)) else []


def _meant(names: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The key of the column that each name means: each column goes to the surest name that is left for it."""
    found = [""] * len(names)
    for column in columns:
        left = [name for name, key in zip(names, found, strict=True) if not key and name in column.names]
        if left:
            surest = min(left, key=column.names.index)
            found = [column.key if name == surest and not key else key for name, key in zip(names, found, strict=True)]
    return found


def squeezed(name: str) -> str:
    """The name of a column as names are compared: `shortUrl`, `Short URL` and `short_url` are the same."""
    return SEPARATORS.sub("", caseless(name[:LONGEST_CELL], LONGEST_CELL))


def _check(header: Sequence[str], columns: Sequence[Column]) -> None:
    for column in columns:
        if header.count(column.key) > 1:
            raise ColumnTwice(column=column.key)
        if column.required and column.key not in header:
            raise ColumnMissing(column=column.key)


def _row(line: int, cells: Sequence[str], keys: Sequence[str]) -> Row:
    given = {key: original(cell[:LONGEST_CELL]) for key, cell in zip(keys, cells, strict=False) if key}
    return Row(line, given, extra=any(cell.strip() for cell in cells[len(keys):]))
