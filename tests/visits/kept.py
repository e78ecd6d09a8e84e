"""What is kept of visits, open and sealed, for tests that look at single rows and columns."""

from typing import Any

from app.kernel import db
from app.visits.sealed import engine, manifest, schema
from app.visits.sql import COLUMNS
from app.visits.visit import Visit, Who


async def column(name: str) -> list[Any]:
    """The values of one column of all visits, sorted."""
    rows = await db.query_rows(f"SELECT {name} FROM visits", [], on=db.visits_connection())  # noqa: S608 - a column's name
    return sorted(row[name] for row in rows)


async def whos() -> list[Who]:
    """Who came, sorted."""
    return [Who(who) for who in await column("who")]


async def everything() -> list[Visit]:
    """All visits, open and sealed, in the order of their ids."""
    rows = await db.query_rows(f"SELECT {COLUMNS} FROM visits", [], on=db.visits_connection())  # noqa: S608
    visits = [Visit(**row) for row in rows]
    store = engine.current().store
    files = [file.name for file in (await manifest.load_manifest()).files if file.content == manifest.VISITS]
    if files:
        source = schema.read_files([store.location(name) for name in files])
        visits += [Visit(*row) for row in await engine.current().run_job(f"SELECT {COLUMNS} FROM {source}")]  # noqa: S608
    return sorted(visits)
