"""Rewrites files: one for each month, with late visits, without what is no longer kept.

A month is rewritten when it is over and still has a file for each day, and before that whenever it has more than
MOST_FILES: a report opens each of them. Further when visits arrived late for it; when an edit concerns it; when a file
lacks columns that files have now; or when visits in it are past their account's retention. These are replaced by their
summary (schema.py), so that every visit is always counted in exactly one of the two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import structlog

from app.kernel import clock, db
from app.visits import account_jobs, localtime
from app.visits.localtime import DAY, EPOCH
from app.visits.retention import Retention, load_retentions
from app.visits.sealed import engine, manifest, schema
from app.visits.sealed.edits import edited, edited_summary
from app.visits.sealed.file_store import new_name
from app.visits.sealed.manifest import SUMMARY, VISITS, Manifest, OpenRows, SealedFile, first_id_of, month_of_day
from app.visits.sealed.open_visits_csv import write_csv
from app.visits.sealed.seal import replace_files, retried, workspace
from app.visits.sql import DAY_IDS, on_postgres
from app.visits.visit import first_id, milliseconds

MOST_FILES = 8  # of visits in a month that is not over; the first of them has all days up to the last rewrite
SPANS = ("zone", "first", "after", "shift")
log = structlog.get_logger()
PATIENCE = timedelta(days=6)  # past retention, or with an edit, a file is rewritten after that many days


@dataclass(frozen=True, slots=True)
class _Month:
    """A month that may be rewritten. `first_ids` are the smallest ids of the visits of each account, `csv` the late
    visits of the month, "" if there are none; `claimed` are the accounts whose visits belong to another one.
    """

    name: str
    state: Manifest
    files: list[SealedFile]
    late: OpenRows
    csv: str
    first_ids: Mapping[int, int]
    retentions: Mapping[int, Retention]
    claimed: Collection[int]

    @property
    def visits(self) -> list[SealedFile]:
        """The files with visits."""
        return [file for file in self.files if file.content == VISITS]

    @property
    def summaries(self) -> list[SealedFile]:
        """The files with summaries."""
        return [file for file in self.files if file.content == SUMMARY]

    @property
    def deleted_accounts(self) -> list[int]:
        """The accounts in it that do not exist any more, without those that another account has claimed."""
        return [account for account in self.first_ids if account not in self.retentions and account not in self.claimed]

    def expired(self, patience: timedelta) -> dict[int, Retention]:
        """Returns the retentions of the accounts with visits that are past them by `patience`."""
        more = first_id(patience // timedelta(milliseconds=1))
        return {
            account: self.retentions[account]
            for account, first in self.first_ids.items()
            if account in self.retentions
            and first < min(self.retentions[account].first_id - more, _cut(self.retentions[account]))
        }

    def locations(self, files: list[SealedFile]) -> list[str]:
        """Returns where DuckDB finds the files."""
        return [engine.current().store.location(file.name) for file in files]

    @property
    def rows(self) -> str:
        """The SELECT of its visits with all edits applied; "" if there are none."""
        rows = schema.rows_of(self.locations(self.visits), self.csv)
        return rows and edited(rows, self.state, self.deleted_accounts)


async def rewrite_months(patience: timedelta = PATIENCE) -> int:
    """Rewrites the months that need it; returns their number. With no `patience`, everything expired goes now.

    A month that fails, such as one with a damaged file, keeps no other one from losing what has to go; its error is
    raised at the end.
    """
    months = {file.month for file in (await manifest.load_manifest()).files} | await _months_of_late_visits()
    rewritten, errors = 0, list[Exception]()
    for month in sorted(months):
        try:
            rewritten += await _rewrite_if_needed(month, patience)
        except Exception as error:
            log.warning("month_not_rewritten", month=month, problem=str(error)[:200])
            errors.append(error)
    if errors:
        raise errors[0]
    return rewritten


async def _months_of_late_visits() -> set[str]:
    boundary = (await manifest.load_manifest()).first_open_id
    months: set[str] = set()
    first = 0
    while first < boundary:
        [row] = await db.query_rows(
            "SELECT min(id) AS id FROM visits WHERE id >= $1 AND id < $2", [first, boundary], on=db.visits_connection()
        )
        if row["id"] is None:
            break
        day = milliseconds(row["id"]) // DAY + EPOCH
        months.add(month_of_day(day))
        first = first_id_of(localtime.first_of_next_month(day))
    return months


async def _rewrite_if_needed(month: str, patience: timedelta) -> bool:
    rewritten = False

    async def work() -> None:
        nonlocal rewritten
        with workspace() as (csv, part):
            one = await _load(month, csv)
            due = min(await _last_due_edit(patience), one.state.last_edit)
            rewritten = await _is_needed(one, patience, due)
            if rewritten:
                await _rewrite(one, part)
            elif stale := [file for file in one.files if file.last_edit < one.state.last_edit]:
                await _keep_files(one, stale, due)

    await retried(work)
    return rewritten


async def _load(month: str, csv: Path) -> _Month:
    state = await manifest.load_manifest()
    files = state.of_month(month)
    start = date.fromisoformat(f"{month}-01").toordinal()
    end = first_id_of(localtime.first_of_next_month(start))
    late = await write_csv(csv, first_id_of(start), min(end, state.first_open_id))
    staged = str(csv) if late.count else ""
    one = _Month(month, state, files, late, staged, {}, {}, ())
    first_ids: dict[int, int] = {}
    if rows := schema.rows_of(one.locations(one.visits), staged):
        sql = f"SELECT account, min(id) FROM ({edited(rows, state)}) GROUP BY account"  # noqa: S608 - our own statements
        first_ids = dict(await engine.current().run_job(sql))
    if one.summaries:
        summary = edited_summary(f"SELECT * FROM {schema.read_files(one.locations(one.summaries))}", state)  # noqa: S608
        accounts = await engine.current().run_job(f"SELECT DISTINCT account FROM ({summary})")  # noqa: S608
        first_ids = {account: 1 << 62 for (account,) in accounts} | first_ids
    retentions = await load_retentions()
    claimed = await account_jobs.recorded_givers()  # read after the accounts
    return _Month(month, state, files, late, staged, first_ids, retentions, claimed)


async def _is_needed(one: _Month, patience: timedelta, due: int) -> bool:
    start = date.fromisoformat(f"{one.name}-01").toordinal()
    over = one.state.first_open_id >= first_id_of(localtime.first_of_next_month(start))
    if one.late.count or one.deleted_accounts or len(one.visits) > (1 if over else MOST_FILES):
        return True
    if any(file.layout < schema.LAYOUT for file in one.visits):
        return True
    return bool(one.expired(patience)) or await _has_due_edits(one, due)


async def _has_due_edits(one: _Month, due: int) -> bool:
    """Whether a file has rows that an edit up to `due` changes. The deletion of an account is due at once."""
    edits = [edit for edit in one.state.edits if edit.id <= due or not (edit.link or edit.new_account)]
    accounts, links = {edit.account for edit in edits if not edit.link}, {edit.link for edit in edits if edit.link}
    for file in one.files:
        if file.last_edit < max((edit.id for edit in edits), default=0):
            among = [
                f"{column} IN ({schema.table(((key,) for key in keys), ('key',), ('BIGINT',))})"
                for column, keys in (("account", accounts), ("link", links))
            ]
            sql = f"SELECT 1 FROM {schema.read_files(one.locations([file]))} WHERE {' OR '.join(among)} LIMIT 1"  # noqa: S608
            if await engine.current().run_job(sql):
                return True
    return False


async def _last_due_edit(patience: timedelta) -> int:
    made_before = clock.now() - patience
    [row] = await db.query_rows(
        "SELECT coalesce(max(id), 0) AS id FROM visit_file_edits WHERE made_at <= $1",
        [made_before if on_postgres() else str(made_before)],
        on=db.visits_connection(),
    )
    return int(row["id"])


async def _keep_files(one: _Month, files: list[SealedFile], due: int) -> None:
    """Notes that no edit up to `due` concerns these files."""
    new = [manifest.checked_up_to(file, due) for file in files if file.last_edit < due]
    if new:
        await manifest.commit(one.state, new, [file.name for file in new])


async def _rewrite(one: _Month, part: Path) -> None:
    expired, statements = one.expired(timedelta()), list[str]()
    new: dict[Path, SealedFile] = {}
    with engine.current().store.unfinished(".parquet") as unfinished:
        summary = unfinished.resolve()
        if one.rows:
            statements += [schema.mark_visits(one.rows), _write_visits(expired, part)]
        if expired or one.summaries:
            statements += _write_summary(one, expired, summary)
        await engine.current().run_job(*statements)
        if one.rows and (visits := await _describe_visits(one, part)):
            new[part] = visits
        if (expired or one.summaries) and (summarized := await _describe_summary(one, summary)):
            new[summary] = summarized
        await replace_files(one.state, new, one.files, one.late, no_new_edits=bool(one.deleted_accounts))


def _write_visits(expired: Mapping[int, Retention], part: Path) -> str:
    """Returns the statement that writes the marked visits that are kept."""
    kept = f"""SELECT m.* FROM {schema.MARKED} AS m LEFT JOIN ({_cuts(expired)}) AS c ON c.account = m.account
        WHERE m.id >= coalesce(c.first_id, 0)"""  # noqa: S608 - constants and numbers
    return schema.write_visits(kept, str(part))


async def _describe_visits(one: _Month, part: Path) -> SealedFile | None:
    """Returns the description of a file of visits, None if it has none."""
    sql = f"SELECT count(*), min(id) // {DAY_IDS}, max(id) // {DAY_IDS} FROM {schema.read_files([str(part)])}"  # noqa: S608
    [(rows, first, last)] = await engine.current().run_job(sql)
    if not rows:
        return None
    end = max([last + 1 + EPOCH, *(file.end_day for file in one.visits)])
    name = new_name(manifest.CONTENTS[VISITS], one.name)
    return SealedFile(name, VISITS, first + EPOCH, end, rows, one.state.last_edit)


async def _describe_summary(one: _Month, path: Path) -> SealedFile | None:
    """Returns the description of a file of summaries, None if it has no row."""
    sql = f"SELECT count(*), min(day), max(day) FROM {schema.read_files([str(path)])}"  # noqa: S608 - our own path
    [(rows, first, last)] = await engine.current().run_job(sql)
    name = new_name(manifest.CONTENTS[SUMMARY], one.name)
    return SealedFile(name, SUMMARY, first, last + 1, rows, one.state.last_edit) if rows else None


def _write_summary(one: _Month, expired: Mapping[int, Retention], path: Path) -> list[str]:
    """Returns the statements that write the summary: the old one, and that of the marked visits that have expired."""
    selects = []
    if one.summaries:
        source = f"SELECT * FROM {schema.read_files(one.locations(one.summaries))}"  # noqa: S608 - locations of the store
        selects.append(edited_summary(source, one.state, one.deleted_accounts))
    if expired:
        selects += schema.summarize(_placed(one, expired))
    summarized = f"SELECT * FROM {schema.SUMMARIZED}"  # noqa: S608 - a constant
    return [*schema.collect_summary(selects), schema.write_summary(summarized, str(path))]


def _placed(one: _Month, expired: Mapping[int, Retention]) -> str:
    """Returns a SELECT of the marked visits that have expired with their local day and hour of the week, each in its
    account's zone.
    """
    local = "((m.id >> 21) + s.shift)"
    return f"""SELECT m.*, {local} / {DAY} + {EPOCH} AS day, ({local} / {localtime.HOUR} + 72) % 168 AS hour_of_week
        FROM {schema.MARKED} AS m JOIN ({_cuts(expired)}) AS c ON c.account = m.account
        JOIN ({schema.table(_spans(one, expired), SPANS, ("VARCHAR", "BIGINT", "BIGINT", "BIGINT"))}) AS s
        ON s.zone = c.zone AND m.id >= s.first AND m.id < s.after WHERE m.id < c.first_id"""  # noqa: S608


def _cut(retention: Retention) -> int:
    """Returns the id up to which visits are summarized: where the UTC day of the retention's first visit begins.

    A unique visitor is one of a UTC day. If half of one were summarized, the next rewrite would count the visitors of
    the other half as new ones.
    """
    return retention.first_id // DAY_IDS * DAY_IDS


def _cuts(expired: Mapping[int, Retention]) -> str:
    rows = ((account, _cut(retention), retention.zone) for account, retention in expired.items())
    return schema.table(rows, ("account", "first_id", "zone"), ("BIGINT", "BIGINT", "VARCHAR"))


def _spans(one: _Month, expired: Mapping[int, Retention]) -> Iterator[tuple[str, int, int, int]]:
    """Yields the ranges of ids in which a zone has one UTC offset, for the zones of the accounts."""
    start = milliseconds(min(one.first_ids[account] for account in expired))
    end = milliseconds(max(retention.first_id for retention in expired.values()))
    for zone in {retention.zone for retention in expired.values()}:
        for span in localtime.spans_of_equal_offset(start, end, zone):
            yield zone, first_id(span.start), first_id(span.end), span.offset
