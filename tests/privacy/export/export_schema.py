"""The JSON Schema of exports (draft 2020-12), made of the tables that are exported.

`app/privacy/export/export.schema.json` is what `export_schema` returns; a test compares them.
"""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model

from app.privacy.export.account_tables import ACCOUNT_TABLES
from app.privacy.export.archive import FORMAT, VERSION
from app.privacy.export.contents import ACCOUNT, PERSON
from app.privacy.export.exported_table import ExportedTable
from app.privacy.export.person_tables import EMAILS, PERSON_TABLES

TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
ADDED: dict[str, dict[str, Any]] = {  # columns that `complete` adds or writes differently, by table
    "members.json": {"name": {"type": "string"}, "email": {"type": "string"}},
    "links.json": {"has_password": {"type": "boolean"}, "names": TEXTS, "tags": TEXTS, "rules": {"type": "array"}},
    "qr_codes.json": {"name": {"type": "string"}},
    "media.json": {"path": {"type": "string"}, "seal": {"type": "string"}},
    "post_files.json": {"path": {"type": "string"}},
    "ai_contents.json": {"content": {"type": ["object", "null"]}},
    "ai_own_keys.json": {"upstream": {"type": "string"}},
    "profile.json": {"has_password": {"type": "boolean"}},
}
REMOVED = {"password_hash", "name_id"}  # columns that are read only for what `complete` adds
TYPES: tuple[tuple[type[Any], dict[str, Any]], ...] = (
    (fields.DatetimeField, {"type": "string", "format": "date-time"}),
    (fields.UUIDField, {"type": "string", "format": "uuid"}),
    (fields.BooleanField, {"type": "boolean"}),
    (fields.IntField, {"type": "integer"}),
    (fields.SmallIntField, {"type": "integer"}),
    (fields.BigIntField, {"type": "integer"}),
    (fields.JSONField, {}),
)


def export_schema() -> dict[str, Any]:
    """The schema: "manifest" is that of the manifest, each table has that of one of its rows, by path."""
    tables = {f"{PERSON}/{table.path}": _row_schema(table) for table in (*PERSON_TABLES, EMAILS)}
    tables |= {f"{ACCOUNT}/{table.path}": _row_schema(table) for table in ACCOUNT_TABLES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} {VERSION}",
        "$defs": {"manifest": _manifest_schema(), "rows": tables},
    }


def _row_schema(table: ExportedTable) -> dict[str, Any]:
    """The schema of a row; columns that are not known are allowed, because later versions add some."""
    names = [name for name in dict.fromkeys([*table.columns.split(), table.key]) if name not in REMOVED]
    properties = {name: _column_schema(table.model, name) for name in names} | ADDED.get(table.path, {})
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def _column_schema(model: type[Model], name: str) -> dict[str, Any]:
    """The schema of a column."""
    column = model._meta.fields_map[name]
    schema: dict[str, Any] = next((schema for kind, schema in TYPES if isinstance(column, kind)), {"type": "string"})
    if column.null and "type" in schema:
        return schema | {"type": [schema["type"], "null"]}
    return dict(schema)


def _manifest_schema() -> dict[str, Any]:
    """The schema of the manifest."""
    owner = {"type": ["object", "null"], "properties": {"id": {"type": "string"}}}
    file = {
        "type": "object",
        "properties": {
            "path": {"type": "string"},
            "bytes": {"type": "integer", "minimum": 0},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "rows": {"type": "integer", "minimum": 0},
        },
        "required": ["path", "bytes", "sha256"],
    }
    properties: dict[str, Any] = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1},
        "made_at": {"type": "string", "format": "date-time"},
        "made_by": {"type": "string"},
        "parts": {"type": "array", "items": {"enum": [PERSON, ACCOUNT]}},
        "user": owner,
        "account": owner,
        "files": {"type": "array", "items": file},
    }
    return {"type": "object", "properties": properties, "required": ["format", "version", "files"]}
