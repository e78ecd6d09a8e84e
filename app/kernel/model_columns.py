"""The columns of models for statements that are written by hand."""

from functools import cache

from tortoise.models import Model


@cache
def columns_of(model: type[Model], table: str) -> str:
    """Returns all columns of a model, for the SELECT of `query_models`; `table` is what the statement calls its table.

    With `*`, PostgreSQL would refuse a prepared statement in a transaction once a migration has added a column.
    """
    return ", ".join(f'{table}."{column}"' for column in model._meta.fields_db_projection.values())
