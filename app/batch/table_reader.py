"""Reads tables as people have them: exports of spreadsheets, and lines pasted from anywhere, as rows of plain text.

The format is RFC 4180 with the variants of spreadsheets: a byte order mark, semicolons where the comma is the decimal
separator, tabs from the clipboard, Windows-1252. A cell is always text: no formula is evaluated.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.refusal import N_, Refusal
from app.kernel.text import fold_identifier, replace_surrogates
from app.web.csv_writer import unescape_cell

MOST_BYTES, MOST_ROWS = 2**20, 1_000
DELIMITERS = "\t;,"
SAMPLE_LINES = 50  # lines, to detect the delimiter
LONGEST_CELL = 4_096
LONGEST_SHOWN = 60  # characters of an ignored column's title
SEPARATORS = re.compile(r"[\W_]+")
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
csv.field_size_limit(MOST_BYTES)  # a long cell is refused by its column, not by csv's own 131,072 characters
OTHER_SIGNATURES = ((b"PK\x03\x04", "Excel"), (b"\xd0\xcf\x11\xe0", "Excel"), (b"%PDF", "PDF"))


class InvalidTable(Refusal):
    """The base of all refusals of tables: the data is not a table of text."""

    code, field, says = "INVALID_TABLE", "typed", N_("That is not a table of text. Save it as CSV and try again.")


class UnsupportedFileType(InvalidTable):
    """The file is of a type that cannot be read, such as Excel."""

    says = N_("That is a file of %(kind)s. Save it as CSV there and try again.")


class NoRows(InvalidTable):
    """The table has no rows."""

    says = N_("Choose a file or paste some lines, one for each code.")


class TooManyRows(InvalidTable):
    """The table has more rows than a batch may have."""

    says = N_("That is %(rows)s rows, and one batch takes %(most)s. Split it into several files.")


class TableTooLarge(InvalidTable):
    """The table has more than 1 MiB."""

    says = N_("That table is larger than 1 MB. Split it into several files.")


class UnmatchedQuotes(InvalidTable):
    """A quoted cell is not closed, or text follows its closing quote."""

    says = N_('The quotes (") in line %(line)s do not match.')


class DuplicateColumn(InvalidTable):
    """The header names a column twice."""

    says = N_("The column %(column)s is there twice.")


class MissingColumn(InvalidTable):
    """The header lacks a required column."""

    says = N_("The column %(column)s is missing from the first line.")


class TooManyCells(InvalidTable):
    """A row has more cells than the table has columns."""

    field, says = "", N_('There are more cells here than columns. Put quotes (") round a text with commas in it.')


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `key` is its internal name, `label` the message id of its title.

    `names` are the titles that a header may have for it, as `normalize_column_name` returns them, the least ambiguous
    first. A column that is not `in_order` is there only where a header names it.
    """

    key: str
    label: str
    names: tuple[str, ...]
    required: bool = False
    in_order: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line number in the text, counted from 1, and its cells by column key; `extra` is whether cells had no
    column.
    """

    line: int
    cells: dict[str, str]
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, and the titles of the columns that are ignored."""

    rows: list[Row]
    unused: tuple[str, ...] = ()


def decode_file(raw: bytes, most_bytes: int = MOST_BYTES) -> str:
    """Decode an uploaded file, detecting its encoding. Raises: TableTooLarge, UnsupportedFileType, InvalidTable."""
    if len(raw) > most_bytes:
        raise TableTooLarge
    for signature, file_type in OTHER_SIGNATURES:
        if raw.startswith(signature):
            raise UnsupportedFileType(kind=file_type)
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if raw.startswith(mark)), "") or _guess_encoding(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace") if encoding == "utf-8" else ""
    if "\0" in text or (raw and not text):
        raise InvalidTable
    return text


def _guess_encoding(raw: bytes) -> str:
    """The encoding of a text without a byte order mark: UTF-16 has a NUL next to each of its first letters."""
    return {(True, False): "utf-16-be", (False, True): "utf-16-le"}.get(
        (raw[:1] == raw[2:3] == b"\0", raw[1:2] == raw[3:4] == b"\0"), "utf-8"
    )


def read_rows(typed: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of a table. Raises: those of `read_table`."""
    return read_table(typed, columns).rows


def read_table(typed: str, columns: Sequence[Column]) -> Table:
    """Parse a table. Its columns are in the order of `columns`, or in that of its header where it has one.

    Blank lines are skipped. Raises: InvalidTable and its subclasses.
    """
    if len(typed.encode(errors="replace")) > MOST_BYTES:
        raise TableTooLarge
    keys, unused = [column.key for column in columns if column.in_order], tuple[str, ...]()
    table = split_table(typed, columns, len(keys))
    if table and (header := parse_header(table[0][1], columns)):
        _check_header(header, columns)
        first, keys = table.pop(0)[1], header
        unused = _unknown_titles(keys, first)
    if not table:
        raise NoRows
    if len(table) > MOST_ROWS:
        raise TooManyRows(rows=len(table), most=MOST_ROWS)
    return Table([build_row(line, cells, keys) for line, cells in table], unused)


def split_table(typed: str, columns: Sequence[Column], most_columns: int) -> list[tuple[int, list[str]]]:
    """The cells of each line that is not blank, with the number of the line; a table has at most so many columns.

    Raises: InvalidTable, UnmatchedQuotes.
    """
    text = replace_surrogates(typed).removeprefix("\ufeff")
    if "\0" in text:
        raise InvalidTable
    named, text = _declared_delimiter(text)
    return _split_lines(text, named or _detect_delimiter(text, columns, most_columns))


def _declared_delimiter(text: str) -> tuple[str, str]:
    """The delimiter that Excel's own first line `sep=;` declares, or an empty string; and the rest of the text."""
    first, _, rest = text.partition("\n")
    declaration = first[:20].strip().lower()
    return (declaration[4], "\n" + rest) if len(declaration) == 5 and declaration.startswith("sep=") else ("", text)


def _split_lines(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The cells of each line that is not blank, with the number of the line. Raises: UnmatchedQuotes."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                table.append((line, cells))
            line = lines.line_num + 1
    except csv.Error:
        raise UnmatchedQuotes(line=line) from None
    return table


def _detect_delimiter(text: str, columns: Sequence[Column], most_columns: int) -> str:
    """Detect the delimiter: the one with which the first line is a header, or else with which most rows are equally
    long.
    """
    start = "\n".join(text.splitlines()[:SAMPLE_LINES])
    best, score = ",", (0, 0)
    for delimiter in DELIMITERS:
        lengths, first = _row_lengths(start, delimiter)
        known = len([key for key in parse_header(first, columns) if key])
        usual_length, count = Counter(lengths).most_common(1)[0] if lengths else (1, 0)
        candidate_score = (known, count if 1 < usual_length <= most_columns else 0)
        best, score = (delimiter, candidate_score) if candidate_score > score else (best, score)
    return best


def _row_lengths(text: str, delimiter: str) -> tuple[list[int], list[str]]:
    """The number of cells of each row, and the cells of the first, with this delimiter."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:  # a wrong guess; real faults are reported when the table is parsed
        rows = []
    return [len(row) for row in rows], rows[0] if rows else []


def parse_header(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The column key of each cell of a header, "" for an unknown title; empty when the line is a row.

    A header has a required column, or only known titles: one cell that happens to be a title is not enough.
    """
    names = [normalize_column_name(cell) for cell in cells]
    keys = match_columns(names, columns)
    required = {column.key for column in columns if column.required}
    known_names = {name for column in columns for name in column.names}
    return keys if any(keys) and (required & set(keys) or all(name in known_names for name in names if name)) else []


def match_columns(names: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The column key for each normalized title, "" for an unknown one.

    Each column gets its least ambiguous title that is still free.
    """
    keys = [""] * len(names)
    for column in columns:
        candidates = [name for name, key in zip(names, keys, strict=True) if not key and name in column.names]
        if candidates:
            best = min(candidates, key=column.names.index)
            keys = [column.key if name == best and not key else key for name, key in zip(names, keys, strict=True)]
    return keys


def normalize_column_name(name: str) -> str:
    """A title as titles are compared: `shortUrl`, `Short URL` and `short_url` are the same."""
    return SEPARATORS.sub("", fold_identifier(name[:LONGEST_CELL], LONGEST_CELL))


def _check_header(header: Sequence[str], columns: Sequence[Column]) -> None:
    """Check that no column is named twice and none is missing. Raises: DuplicateColumn, MissingColumn."""
    for column in columns:
        if header.count(column.key) > 1:
            raise DuplicateColumn(column=column.key)
        if column.required and column.key not in header:
            raise MissingColumn(column=column.key)


def _unknown_titles(keys: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
    """The titles in a header that no column has, as they are shown; `keys` are the column keys of its `cells`."""
    return tuple(
        " ".join(cell.split())[:LONGEST_SHOWN]
        for key, cell in zip(keys, cells, strict=True)
        if not key and cell.strip()
    )


def build_row(line: int, cells: Sequence[str], keys: Sequence[str]) -> Row:
    """A row with the cells of known columns."""
    values = {key: unescape_cell(cell[:LONGEST_CELL]) for key, cell in zip(keys, cells, strict=False) if key}
    return Row(line, values, extra=any(cell.strip() for cell in cells[len(keys) :]))
