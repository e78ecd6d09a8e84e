"""A table of links as other products export it: its columns, what is recognised of them, and what somebody chose.

Column n has the field `column-<n>` in the form; its value is the key of one of COLUMNS, or empty to leave the column
out. What was chosen is kept in the manifest of the export that is made of the table (csv_links.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from app.batch.columns import LINKS
from app.batch.table_reader import (
    Column,
    InvalidTable,
    Row,
    build_row,
    decode_file,
    match_columns,
    normalize_column_name,
    parse_header,
    split_table,
)
from app.kernel.destination import add_scheme
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults
from app.web.limits import MAX_IMPORT

MOST_BYTES, MOST_ROWS, MOST_COLUMNS = MAX_IMPORT // 4, 50_000, 60
SAMPLES, LONGEST_SAMPLE, SAMPLED_LINES = 3, 60, 50
URL, ADDRESS_STARTS = "url", ("http://", "https://")


class LinkTableTooLarge(InvalidTable):
    """The table has more bytes or rows than an import may have."""

    field = "file"
    says = N_("That table is too large: at most %(size)s MB and %(rows)s rows. Split it into several files.")


class NoLinks(InvalidTable):
    """The table has no rows."""

    field, says = "file", N_("There is no row with a link in that file.")


class NoDestinationColumn(InvalidTable):
    """No column was chosen for the destinations."""

    field, says = "", N_("Choose the column that has the destinations.")


class ColumnChosenTwice(InvalidTable):
    """Two columns were chosen for the same thing."""

    says = N_("%(label)s is chosen twice. Only one column can be it.")


def _column(key: str, label: str, *names: str) -> Column:
    return Column(key, label, tuple(normalize_column_name(name) for name in (key, *names)))


COLUMNS = (
    *(column for column in LINKS if column.key in {URL, "slug", "title", "tags", "description", "notes"}),
    _column(
        "created_at", N_("Made on"), "created", "created on", "date created", "creation date", "dibuat", "timestamp"
    ),
    _column("expires_at", N_("Ends on"), "expires", "valid until", "expiration date", "expiry", "berakhir"),
)
LABELS = {column.key: column.label for column in COLUMNS}


@dataclass(slots=True)
class LinkTable:
    """The lines of a table with their numbers; `keys` is what each column becomes, "" for those that are left out.

    `has_header` is whether the first line names the columns; `tag` is a tag for all links.
    """

    lines: list[tuple[int, list[str]]]
    keys: list[str] = field(default_factory=list)
    has_header: bool = False
    tag: str = ""

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """Reads a file and recognises its columns; blocks.

        Raises: LinkTableTooLarge, NoLinks, those of `decode_file` and `split_table`, all with the field of the file.
        """
        too_large = LinkTableTooLarge(size=MOST_BYTES // 2**20, rows=MOST_ROWS)
        if len(raw) > MOST_BYTES:
            raise too_large
        try:
            lines = split_table(decode_file(raw, MOST_BYTES), COLUMNS, MOST_COLUMNS)
            if not lines:
                raise NoLinks
        except InvalidTable as refusal:
            refusal.field = "file"
            raise
        if len(lines) > MOST_ROWS:
            raise too_large
        table = cls(lines)
        table._recognise()
        return table

    @property
    def width(self) -> int:
        """How many columns can be chosen."""
        return min(max(len(cells) for _line, cells in self.lines[:SAMPLED_LINES]), MOST_COLUMNS)

    @property
    def rows(self) -> list[Row]:
        """The rows with the cells of the columns that are not left out."""
        return [build_row(line, cells, self.keys) for line, cells in self.lines[self.has_header :]]

    def title(self, at: int) -> str:
        """The title of a column, cut to what is shown; empty without one."""
        first = self.lines[0][1]
        return shorten(" ".join(first[at].split())) if self.has_header and at < len(first) else ""

    def samples(self, at: int) -> list[str]:
        """The first values of a column, cut to what is shown."""
        values = (" ".join(cells[at].split()) for _line, cells in self.lines[self.has_header :] if at < len(cells))
        return list(dict.fromkeys(shorten(value) for value in values if value))[:SAMPLES]

    def _recognise(self) -> None:
        """Sets the keys by the titles, or else by the order of COLUMNS; the destinations also by their values."""
        first = self.lines[0][1]
        keys = parse_header(first, COLUMNS)
        titled = match_columns([normalize_column_name(cell) for cell in first], COLUMNS)
        addresses = [at for at in range(self.width) if self._has_addresses(at)]
        names_columns = bool(addresses) and not any(map(is_address, first))
        self.has_header = bool(keys) or names_columns
        ordered = [column.key for column in COLUMNS[:3]] if not addresses or addresses[0] == 0 else []
        self.keys = (keys or (titled if names_columns else ordered))[: self.width]
        self.keys += [""] * (self.width - len(self.keys))
        if addresses and URL not in self.keys:
            self.keys[addresses[0]] = URL

    def _has_addresses(self, at: int) -> bool:
        """Whether most of the first values of a column are web addresses."""
        values = [cells[at] for _line, cells in self.lines[1 : SAMPLED_LINES + 1] or self.lines if at < len(cells)]
        return sum(map(is_address, values)) * 2 > len(values)

    def choose(self, form: Mapping[str, str]) -> None:
        """Takes over what somebody chose. Raises: Faults with the refusals above."""
        known = {key: key for key in LABELS}
        self.keys = [known.get(form.get(f"column-{at}", ""), "") for at in range(self.width)]
        self.has_header, self.tag = form.get("header") == "1", form.get("tag", "").strip()
        faults = Faults.gather()
        with faults.catching():
            self._check_destinations()
        for at, key in enumerate(self.keys):
            with faults.catching():
                if key and key in self.keys[:at]:
                    raise ColumnChosenTwice(label=_(LABELS[key]), field=f"column-{at}")
        faults.raise_if_any()

    def _check_destinations(self) -> None:
        """Raises: NoDestinationColumn; NoLinks when the only line names the columns."""
        if not self.lines[self.has_header :]:
            raise NoLinks(field="header")
        if URL not in self.keys:
            raise NoDestinationColumn

    @property
    def choices(self) -> dict[str, Any]:
        """What was chosen, as `restore` takes it."""
        return {"columns": self.keys, "header": self.has_header, "tag": self.tag}

    def restore(self, choices: Mapping[str, Any]) -> None:
        """Takes over what was chosen before."""
        self.keys = [str(key) for key in choices["columns"]]
        self.has_header, self.tag = bool(choices["header"]), str(choices["tag"])


def shorten(text: str) -> str:
    """Returns a text cut to what is shown of a cell."""
    return text if len(text) <= LONGEST_SAMPLE else text[: LONGEST_SAMPLE - 1] + "…"


def is_address(cell: str) -> bool:
    """Whether a cell is a web address, with or without a scheme."""
    trimmed = cell.strip()
    has_letters = any(map(str.isalpha, trimmed))  # 12.50 is a price
    return trimmed.lower().startswith(ADDRESS_STARTS) or (has_letters and add_scheme(trimmed) != trimmed)
