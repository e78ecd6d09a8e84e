"""The statement of a month: every change of credits, to the micro-rupiah."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from app.accounts.models import Account
from app.gateway.metering.call import begin_of_month
from app.kernel import clock
from app.kernel.db import query_rows
from app.kernel.uuid_parser import parse_uuid
from app.keys.models import ApiKey
from app.web.csv_writer import format_csv_line

USE = "use"  # the kind of a line of AiUsage; the others are those of the ledger
COLUMNS = "day,kind,key,model,source,requests,failed,input_tokens,output_tokens,amount_rupiah,balance_rupiah,note"
OPENING = """SELECT (SELECT COALESCE(SUM(amount), 0) FROM ai_ledger WHERE account_id = $1 AND created_at < $2)
        - (SELECT COALESCE(SUM(cost), 0) FROM ai_usage WHERE account_id = $1 AND day < $3) AS opening"""
ENTRIES = """SELECT kind, amount, note, created_at FROM ai_ledger
    WHERE account_id = $1 AND created_at >= $2 AND created_at < $3 ORDER BY created_at, id"""
USES = """SELECT day, key_id, source, model, requests, failed, input_tokens, output_tokens, cost FROM ai_usage
    WHERE account_id = $1 AND day >= $2 AND day < $3 ORDER BY day, key_id, model, source"""


@dataclass(frozen=True, slots=True)
class Line:
    """A change of credits on a UTC day: an entry of the ledger, or the use of a model with a key on that day.

    `amount` and `balance`, what is left after it, are micro-rupiah; `amount` is negative where credits became fewer.
    `key` is the name of a key, "" for the dashboard.
    """

    day: date
    kind: str
    amount: int
    balance: int = 0
    key: str = ""
    model: str = ""
    source: str = ""
    requests: int = 0
    failed: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines of a UTC month; `opening` and `closing` are what was left before and after it, in micro-rupiah."""

    month: date
    opening: int
    closing: int
    lines: list[Line]


async def read_statement(account: Account, month: date) -> Statement:
    """Returns the statement of the UTC month that begins on the day `month`."""
    id, begin, first = str(account.id), begin_of_month(month), month.replace(day=1)
    end = clock.start_of_next_month(begin)
    [before] = await query_rows(OPENING, [id, begin, first])
    lines = [
        Line(_utc_day(row["created_at"]), row["kind"], int(row["amount"]), note=row["note"])
        for row in await query_rows(ENTRIES, [id, begin, end])
    ]
    uses = await query_rows(USES, [id, first, end.date()])
    names = await names_of_keys(account, {row["key_id"] for row in uses})
    for row in uses:
        day, cost, key = _utc_day(row.pop("day")), int(row.pop("cost")), row.pop("key_id")
        lines.append(Line(day, USE, -cost, key=names.get(key, key), **row))
    opening = balance = int(before["opening"])
    lines = [
        replace(line, balance=(balance := balance + line.amount)) for line in sorted(lines, key=lambda line: line.day)
    ]
    return Statement(first, opening, balance, lines)


async def names_of_keys(account: Account, ids: Iterable[str]) -> dict[str, str]:
    """Returns the names of an account's keys by their ids, sub-keys too; ids of none, such as sources, are left out."""
    wanted = [id for each in ids if (id := parse_uuid(each))]
    keys = ApiKey.filter(account_id=account.id, id__in=wanted)
    return {str(id): name for id, name in await keys.values_list("id", "name")} if wanted else {}


def csv_lines(statement: Statement) -> Iterator[str]:
    """Returns the lines of a statement as comma-separated values, the names of the columns first."""
    yield format_csv_line(COLUMNS.split(","))
    for line in statement.lines:
        counts = (line.requests, line.failed, line.input_tokens, line.output_tokens)
        amounts = (rupiah_exact(line.amount), rupiah_exact(line.balance))
        yield format_csv_line(
            [line.day.isoformat(), line.kind, line.key, line.model, line.source, *counts, *amounts, line.note]
        )


def rupiah_exact(micro: int) -> Decimal:
    """Returns micro-rupiah in rupiah, with all six places."""
    return Decimal(micro).scaleb(-6)


def _utc_day(value: date | datetime | str) -> date:
    """Returns the UTC day of a stored time or day, which SQLite keeps as text."""
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value
