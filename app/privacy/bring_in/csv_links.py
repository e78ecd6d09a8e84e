"""Turns a table of links into an export, so that links of other products are checked, made and undone like any other.

The columns are those that a batch of links knows, under the names of other products, and a few more.
"""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from typing import Any

import orjson

from app.batch.columns import LINKS
from app.batch.dry_run import PlannedRow
from app.batch.table_reader import Column, Row, decode_file, normalize_column_name, read_table
from app.kernel.refusal import N_
from app.privacy.export.archive import FORMAT, MANIFEST, VERSION

ZIP_SIGNATURE, LINKS_TABLE = b"PK", "account/links.json"


def _column(key: str, label: str, *names: str) -> Column:
    return Column(key, label, tuple(normalize_column_name(name) for name in (key, *names)))


COLUMNS = (
    *(column for column in LINKS if column.key in {"url", "slug", "title"}),
    _column("tags", N_("Tags"), "tag", "labels", "label"),
    _column("description", N_("Description"), "keterangan", "deskripsi"),
    _column("notes", N_("Notes"), "note", "comments", "catatan"),
)


def export_of_table(raw: bytes) -> BytesIO:
    """An export with the links of a table of text. Raises: those of `decode_file` and `read_table`."""
    rows = [_link(row) for row in read_table(decode_file(raw), COLUMNS).rows]
    table = b"[\n" + b",\n".join(map(orjson.dumps, rows)) + b"\n]\n"
    listed = [{"path": LINKS_TABLE, "rows": len(rows), "sha256": hashlib.sha256(table).hexdigest()}]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LINKS_TABLE, table)
        archive.writestr(MANIFEST, orjson.dumps({"format": FORMAT, "version": VERSION, "files": listed}))
    return out


def _link(row: Row) -> dict[str, Any]:
    """A row as an export has it; a link without a name gets a random one."""
    planned, cells = PlannedRow(row), row.cells
    return {
        "id": f"line-{row.line}",
        "short_code": planned.slug,
        "destination_url": planned.url,
        "title": cells.get("title", ""),
        "description": cells.get("description", ""),
        "notes": cells.get("notes", ""),
        "tags": [tag.strip() for tag in cells.get("tags", "").replace(";", ",").split(",") if tag.strip()],
    }
