"""Compares the files of sealed visits with the manifest."""

from app.kernel import db
from app.visits.sealed import engine, manifest, schema


async def damaged_files() -> list[str]:
    """Returns the names of files that are missing, that DuckDB cannot read, or that have another size or number of rows
    than the manifest says.
    """
    store, wrong = engine.current().store, []
    sizes = await db.query_rows("SELECT name, bytes FROM visit_files", [], on=db.visits_connection())
    size_of = {row["name"]: row["bytes"] for row in sizes}
    for file in (await manifest.load_manifest()).files:
        try:
            size = store.size(file.name)
            sql = f"SELECT count(*), count(account) FROM {schema.read_files([store.location(file.name)])}"  # noqa: S608
            [counts] = await engine.current().work(sql)
        except Exception:
            wrong.append(file.name)
            continue
        if size != size_of.get(file.name) or counts != (file.rows, file.rows):
            wrong.append(file.name)
    return wrong
