"""The registry of where pictures are used: higher packages register at import, and the sweep (orphans.py) reads it."""

USAGE_QUERIES: list[str] = []


def register_usage(subquery: str) -> None:
    """Registers a place of use: a row of `media` is in use where the subquery finds a row.

    The subquery has the form `SELECT 1 FROM … WHERE … = media.id`. Register it in a module of models, because every
    process that opens the database has imported those.
    """
    if subquery not in USAGE_QUERIES:
        USAGE_QUERIES.append(subquery)


def column_contains_id(column: str) -> str:
    """An SQL condition: the text of a column, JSON included, contains the id of the row of `media`."""
    return f"CAST({column} AS TEXT) LIKE '%' || CAST(media.id AS TEXT) || '%'"
