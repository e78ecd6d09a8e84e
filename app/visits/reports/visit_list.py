"""Lists single visits for the API, exports and the live feed. They are sorted newest first, by id."""

from collections.abc import AsyncGenerator

from app.kernel import db
from app.visits import localtime, parts
from app.visits.reports.query import Question, Scope
from app.visits.sql import Values
from app.visits.visit import Visit, first_id

COLUMNS = ", ".join(Visit._fields)
LAST = (1 << 63) - 1


async def visits(question: Question, after: int | None = None, limit: int = 100) -> list[Visit]:
    """Returns the visits that a question selects, newest first; with `after`, those with a smaller id."""
    start, end = (first_id(localtime.to_milliseconds(at)) for at in (question.period.start, question.period.end))
    values = Values()
    where = parts.kept_where(
        question.scope, [(start, end if after is None else min(end, after))], question.filters, values
    )
    return await _read(f"{where} AND who = {values.put(int(question.who))}", values, limit)


async def export(question: Question, size: int = 2_000) -> AsyncGenerator[list[Visit]]:
    """Yields all the visits that a question selects in chunks; no transaction is open in between."""
    after: int | None = None
    while some := await visits(question, after, size):
        yield some
        after = some[-1].id


async def latest(scope: Scope, after: int = 0, limit: int = 50) -> list[Visit]:
    """Returns the newest visits of a scope, of every kind of visitor, with ids above `after`."""
    values, first = Values(), min(after, LAST - 1) + 1
    return await _read(parts.kept_where(scope, [(first, LAST)], (), values), values, limit)


async def _read(where: str, values: Values, limit: int) -> list[Visit]:
    sql = f"SELECT {COLUMNS} FROM visits WHERE {where} ORDER BY id DESC LIMIT {values.put(limit)}"  # noqa: S608
    return [Visit(**row) for row in await db.query_rows(sql, values, on=db.visits_connection())]
