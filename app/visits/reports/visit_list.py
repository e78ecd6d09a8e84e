"""Lists single visits for the API, exports and the live feed. They are sorted newest first, by id.

Sealed visits are not sorted by time among all links of an account. So they are read window by window, backwards: each
window is twice as long as the one before while there is too little in it.
"""

from collections.abc import AsyncGenerator

from app.kernel import db
from app.visits.reports import part_statements, sealed_query
from app.visits.reports.query import Question, Scope
from app.visits.reports.report import TRIES, ManifestChanged
from app.visits.sealed import schema
from app.visits.sealed.manifest import Manifest, load_manifest
from app.visits.sql import COLUMNS, DAY_IDS, DuckValues, Values
from app.visits.visit import Visit

LAST = (1 << 63) - 1
EXPORT_CHUNK = 10_000


async def visits(question: Question, after: int | None = None, limit: int = 100) -> list[Visit]:
    """Returns the visits that a question selects, newest first; with `after`, those with a smaller id.

    Raises: TooManyReports, ReportTookTooLong.
    """
    first, end = part_statements.ids_of(question.period, question.scope, single=True)
    end = end if after is None else min(end, after)
    for _ in range(TRIES):
        manifest = await load_manifest()
        newest = await _read_open(question, manifest, max(first, manifest.first_open_id), end, limit)
        missing, end_of_sealed = limit - len(newest), min(end, manifest.first_open_id)
        late = await _read_open(question, manifest, first, end_of_sealed, missing)
        if (await load_manifest()).version == manifest.version:
            sealed = await _read_sealed(question, manifest, first, end_of_sealed, missing)
            return newest + sorted([*late, *sealed], key=lambda visit: -visit.id)[:missing]
    raise ManifestChanged


async def export(question: Question, size: int = EXPORT_CHUNK) -> AsyncGenerator[list[Visit]]:
    """Yields all the visits that a question selects in chunks; no transaction is open in between."""
    after: int | None = None
    while some := await visits(question, after, size):
        yield some
        after = some[-1].id


async def latest(scope: Scope, after: int = 0, limit: int = 50) -> list[Visit]:
    """Returns the newest open visits of a scope, of every kind of visitor, with ids above `after`."""
    values, first = Values(), min(after, LAST - 1) + 1
    accounts = (await load_manifest()).accounts_of(scope.account)
    return await _select(
        part_statements.visits_condition(scope, accounts, first, LAST, (), values), values, limit, slow=False
    )


async def _read_open(question: Question, manifest: Manifest, first: int, end: int, limit: int) -> list[Visit]:
    """Returns open visits with ids in a range, newest first."""
    if first >= end or limit <= 0:
        return []
    values = Values()
    return await _select(_condition(question, manifest, first, end, values), values, limit)


async def _read_sealed(question: Question, manifest: Manifest, first: int, end: int, limit: int) -> list[Visit]:
    """Returns sealed visits with ids in a range, newest first."""
    found: list[Visit] = []
    window = DAY_IDS
    while first < end and len(found) < limit:
        start = max(first, end - window)
        if files := sealed_query.visit_locations(manifest, start, end):
            values = DuckValues()
            condition = _condition(question, manifest, start, end, values)
            sql = f"""SELECT {COLUMNS} FROM {schema.read_visits(files)} WHERE {condition}
                ORDER BY id DESC LIMIT {values.put(limit - len(found))}"""  # noqa: S608 - placeholders
            rows = await sealed_query.query(manifest, sql, values, cached=False)
            found += [_with_edits(Visit(*row), manifest) for row in rows]
        end, window = start, window * 2
    return found


def _with_edits(visit: Visit, manifest: Manifest) -> Visit:
    account = manifest.new_accounts.get(visit.account, visit.account)
    link = schema.DELETED_LINK if visit.link in manifest.removed_links else visit.link
    return visit._replace(account=account, link=link)


def _condition(question: Question, manifest: Manifest, first: int, end: int, values: Values) -> str:
    accounts = manifest.accounts_of(question.scope.account)
    condition = part_statements.visits_condition(question.scope, accounts, first, end, question.filters, values)
    return f"{condition} AND who = {values.put(int(question.who))}"


async def _select(condition: str, values: Values, limit: int, *, slow: bool = True) -> list[Visit]:
    """Returns open visits, newest first; with `slow` it takes one of the few connections for that, as a report does."""
    sql = f"SELECT {COLUMNS} FROM visits WHERE {condition} ORDER BY id DESC LIMIT {values.put(limit)}"  # noqa: S608
    query = db.query_slow_rows if slow else db.query_rows
    return [Visit(**row) for row in await query(sql, values, on=db.visits_connection())]
