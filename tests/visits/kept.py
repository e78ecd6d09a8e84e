"""What the database keeps of visits, for tests that look at single columns."""

from typing import Any

from app.kernel import db
from app.visits.visit import Who


async def column(name: str) -> list[Any]:
    """The values of one column of all visits, sorted."""
    rows = await db.query_rows(f"SELECT {name} FROM visits", [], on=db.visits_connection())  # noqa: S608 - a column's name
    return sorted(row[name] for row in rows)


async def whos() -> list[Who]:
    """Who came, sorted."""
    return [Who(who) for who in await column("who")]
