"""Turns a table of links into an export: links of other products are checked, made and undone like any other."""

from __future__ import annotations

import hashlib
import zipfile
from contextlib import suppress
from io import BytesIO
from typing import Any

import orjson

from app.batch.dry_run import PlannedRow
from app.batch.table_reader import Row
from app.kernel import clock, time_parser
from app.privacy.bring_in.link_table import LinkTable
from app.privacy.export.archive import FORMAT, MANIFEST, VERSION

ZIP_SIGNATURE, LINKS_TABLE = b"PK", "account/links.json"
TAG_SEPARATORS = str.maketrans(";|", ",,")


def export_of_table(table: LinkTable, zone: str) -> BytesIO:
    """An export with the links of a table, and with what was chosen for its columns in the manifest.

    Times without an offset are local to the IANA time zone `zone`.
    """
    lines = b"[\n" + b",\n".join(orjson.dumps(_link(row, table.tag, zone)) for row in table.rows) + b"\n]\n"
    listed = [{"path": LINKS_TABLE, "rows": len(table.rows), "sha256": hashlib.sha256(lines).hexdigest()}]
    manifest = {"format": FORMAT, "version": VERSION, "files": listed, "table": table.choices}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LINKS_TABLE, lines)
        archive.writestr(MANIFEST, orjson.dumps(manifest))
    return out


def _link(row: Row, tag: str, zone: str) -> dict[str, Any]:
    """A row as an export has it; a link without a name gets a random one."""
    planned, cells = PlannedRow(row), row.cells
    tags = [*cells.get("tags", "").translate(TAG_SEPARATORS).split(","), tag]
    return {
        "id": f"line-{row.line}",
        "short_code": planned.slug,
        "destination_url": planned.url,
        "title": cells.get("title", ""),
        "description": cells.get("description", ""),
        "notes": cells.get("notes", ""),
        "created_at": _time(cells.get("created_at", ""), zone),
        "expires_at": _time(cells.get("expires_at", ""), zone),
        "tags": [name.strip() for name in tags if name.strip()],
    }


def _time(cell: str, zone: str) -> str:
    """The time in a cell in RFC 3339; a text that is no time unchanged, so that the check can say so."""
    with suppress(ValueError):
        return clock.format_rfc3339(time_parser.parse_time(cell, zone))
    return cell.strip()[:40]
