"""Who uses pictures: floors above say it when they are loaded, and the sweep (orphans.py) asks them."""

USES: list[str] = []


def used_where(question: str) -> None:
    """Says that a row of `media` is in use where a question finds something: `SELECT 1 FROM … WHERE … = media.id`.

    Said in a module of models: whoever opens the database has loaded those.
    """
    if question not in USES:
        USES.append(question)


def written_in(column: str) -> str:
    """A condition: the text of a column, JSON too, holds the id of the row of `media`."""
    return f"CAST({column} AS TEXT) LIKE '%' || CAST(media.id AS TEXT) || '%'"
