"""Compares the files of sealed visits with the manifest."""

from app.kernel import db
from app.kernel.storage_calls import call
from app.visits.sealed import engine, schema


async def damaged_files() -> list[str]:
    """Returns the names of files that are missing, that DuckDB cannot read, or that have another size or number of rows
    than the manifest says.
    """
    store, damaged = engine.current().store, []
    files = await db.query_rows("SELECT name, rows, bytes FROM visit_files", [], on=db.visits_connection())
    for file in files:
        try:
            size = await call(store.size, file["name"])
            sql = f"SELECT count(*), count(account) FROM {schema.read_files([store.location(file['name'])])}"  # noqa: S608
            [counts] = await engine.current().run_job(sql)
        except Exception:
            damaged.append(file["name"])
            continue
        if size != file["bytes"] or counts != (file["rows"], file["rows"]):
            damaged.append(file["name"])
    return damaged
