"""The database as plain tables: their order, their columns, and each value as JSON.

Everything is derived from Tortoise's metadata, so a new model is backed up without a change here. Left out are journal
positions and the requests of visits, which belong to the journals of machines, the daily salts of visitor hashes, whose
copy would outlive its day, letters and jobs, which the restored copy would send and do a second time, links and codes
in emails, which would work a second time, challenges of passkeys, which live five minutes, and the version of the
manifest of visits, which counts from 0 again.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from graphlib import TopologicalSorter
from typing import Any, cast
from uuid import UUID

from tortoise import Tortoise
from tortoise.exceptions import OperationalError
from tortoise.fields import BinaryField, DatetimeField, Field
from tortoise.fields.relational import ManyToManyFieldInstance
from tortoise.models import Model

from app.jobs.models import Job
from app.kernel import db
from app.mail.models import OutgoingEmail
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.passkeys.models import PasskeyChallenge
from app.visits.models import JournalPosition, Salt, VisitFileVersion, VisitRequest, VisitRow

WAITING = (MailedLink, PendingSignUp, PendingEmail, PasskeyChallenge)
LEFT_OUT = (JournalPosition, VisitRequest, Salt, OutgoingEmail, Job, VisitFileVersion, *WAITING)
RETIRED_TABLES = {"month_values", "open_days"}  # tables that older backups have, of no use any more
RETIRED = {"batches": {"tries", "beat_at"}}  # columns that older backups have, of no use any more
RENAMED = {
    "accounts": {"settled_at": "onboarded_at"},
    "users": {"of_age_at": "age_confirmed_at"},
}  # names in older backups to ours


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` maps column names to fields, `counted` is the column that a PostgreSQL sequence fills, if any.

    `of_visits` marks tables that are in the visits' database file on SQLite.
    """

    name: str
    columns: dict[str, Field[Any]]
    counted: str = ""
    of_visits: bool = False

    @property
    def home(self) -> str:
        """The name of the connection that reaches the table."""
        return db.visits_connection() if self.of_visits else db.MAIN

    @property
    def select(self) -> str:
        """The SELECT of all columns, in the order of `columns`."""
        return f"SELECT {self._listed} FROM {self.quoted}"  # noqa: S608 - names from the models

    def insert(self, dialect: str) -> str:
        """Returns the INSERT of all columns for a dialect (`postgres` or `sqlite`)."""
        places = (f"${n}" if dialect == "postgres" else "?" for n in range(1, len(self.columns) + 1))
        return f"INSERT INTO {self.quoted} ({self._listed}) VALUES ({', '.join(places)})"  # noqa: S608

    @property
    def quoted(self) -> str:
        """The quoted table name."""
        return f'"{self.name}"'

    @property
    def _listed(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)

    def line(self, row: Any) -> bytes:
        """Returns a database row as a line of JSON."""
        values = {column: _to_python(field, row[column]) for column, field in self.columns.items()}
        return json.dumps(values, ensure_ascii=False, default=_to_json).encode() + b"\n"

    def values(self, line: bytes) -> list[Any]:
        """Returns a line of JSON as values for `insert`; a column it lacks gets the model's default.

        A column of RENAMED is read by its old name, too, and one of RETIRED is left out.
        Raises: ValueError for a line with columns that this table does not have, or with one under both its names.
        """
        new_names = RENAMED.get(self.name, {})
        pairs = [(new_names.get(column, column), value) for column, value in json.loads(line).items()]
        row = dict(pairs)
        if len(row) < len(pairs):
            raise ValueError(f"{self.name} has a column twice, by its old name and by its new one")
        if unknown := row.keys() - self.columns.keys() - RETIRED.get(self.name, set()):
            raise ValueError(f"{self.name} has no {', '.join(sorted(unknown))}")
        return [self._value(field, column, row) for column, field in self.columns.items()]

    @staticmethod
    def _value(field: Field[Any], column: str, row: Mapping[str, Any]) -> Any:
        if column in row:
            value = _from_json(field, row[column])
        else:
            value = field.default() if callable(field.default) else field.default
        return field.to_db_value(value, field.model)


def all_tables() -> list[Table]:
    """Returns every table, each after the tables it refers to; many-to-many tables come last."""
    models = {model._meta.db_table: model for model in _models()}
    needs = {name: {other for other in _referenced_tables(model) if other != name} for name, model in models.items()}
    order = [_table(models[name]) for name in TopologicalSorter(needs).static_order()]
    between = {field.through: _join_table(model, field) for model in models.values() for field in _many_to_many(model)}
    return order + [table for name, table in sorted(between.items()) if name not in models]


def _models() -> list[type[Model]]:
    return [model for model in (Tortoise.apps or {})["models"].values() if model not in LEFT_OUT]


def _referenced_tables(model: type[Model]) -> set[str]:
    meta = model._meta
    fields = (cast(Any, meta.fields_map[name]) for name in meta.fk_fields | meta.o2o_fields)
    return {field.related_model._meta.db_table for field in fields}


def _many_to_many(model: type[Model]) -> list[ManyToManyFieldInstance[Any]]:
    return [cast(ManyToManyFieldInstance[Any], model._meta.fields_map[name]) for name in model._meta.m2m_fields]


def _table(model: type[Model]) -> Table:
    meta = model._meta
    columns = {column: meta.fields_map[name] for name, column in meta.fields_db_projection.items()}
    counted = meta.db_pk_column if meta.pk.generated else ""
    return Table(meta.db_table, columns, counted, of_visits=model.__module__ == VisitRow.__module__)


def _join_table(model: type[Model], field: ManyToManyFieldInstance[Any]) -> Table:
    return Table(field.through, {field.backward_key: model._meta.pk, field.forward_key: field.related_model._meta.pk})


def _to_python(field: Field[Any], raw: Any) -> Any:
    """Converts like the field's `to_python_value`, whose parsing of text dates takes half the time of a backup."""
    if isinstance(raw, str) and isinstance(field, DatetimeField):
        raw = datetime.fromisoformat(raw)
    return field.to_python_value(raw)


def _from_json(field: Field[Any], value: Any) -> Any:
    """Converts a value of a line of JSON for the field; the reverse of `_to_python` and `_to_json`.

    Raises: ValueError for bytes that are not in base64.
    """
    if isinstance(value, str) and isinstance(field, BinaryField):
        value = base64.b64decode(value, validate=True)
    return _to_python(field, value)


def _to_json(value: object) -> str:
    """Converts a value for JSON, bytes to base64. Raises: TypeError for a type that backups do not hold."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    raise TypeError(f"a backup cannot hold a {type(value).__name__}")


async def applied_migrations() -> list[str]:
    """Returns the migrations applied to the open database, oldest first; none for an empty database."""
    try:
        return [row["version"] for row in await db.query_rows("SELECT version FROM aerich ORDER BY id", [])]
    except OperationalError as error:
        if "aerich" in str(error):
            return []
        raise
