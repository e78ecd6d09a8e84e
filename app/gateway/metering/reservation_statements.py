"""The statements that write a reservation; PostgreSQL takes all of them as one, so that they wait for it once.

That one writes everything, or nothing where a limit is reached or a key has changed. A limit that others reach at that
moment it sees too late: then it fails, which undoes it, and is an error in PostgreSQL's log. Either way the steps of
reservation.py, one statement after the other, find out which limit it is, or wait for their turn once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from asyncpg.exceptions import InvalidTextRepresentationError
from tortoise import Tortoise
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import OperationalError

from app.gateway.metering import budgets, rates
from app.gateway.metering.call import Call, Reservation
from app.gateway.metering.terms_of_key import RateLimit, Terms
from app.kernel.combined_statement import combined
from app.kernel.db import MAIN, Statement, query_rows

BALANCE = """UPDATE ai_balances SET reserved = reserved + CAST($2 AS BIGINT)
    WHERE account_id = $1 AND plan_month >= $3 AND paused_at IS NULL
        AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = ai_balances.account_id AND suspended_at IS NULL)
        AND (CAST($2 AS BIGINT) = 0 OR bought + of_plan - reserved >= CAST($2 AS BIGINT))"""
INSERT = """INSERT INTO ai_requests (id, request_id, account_id, key_id, source, model, endpoint, streamed, own_key,
        state, reserved, cost, price, usage, estimated, delivered, status, error, tries, end_user,
        created_at, alive_at, budget_ids, rate_ids)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, 'reserved', $10, 0, $11, $12, FALSE, 0, 0, '', '[]', $13,
        $14, $15, {budget_ids}, {rate_ids}"""
# Each part needs a row of the one before it, because PostgreSQL writes independent parts in any order.
AT_ONCE = """WITH balance AS ({balance}
        AND EXISTS ({unchanged}) AND NOT EXISTS ({budget_reached}) AND NOT EXISTS ({rate_reached})
        RETURNING plan_month),
    budgets AS ({budgets}), rates AS ({rates}), request AS ({request})
    SELECT set_config('synchronous_commit', 'off', TRUE),
        (SELECT COALESCE(jsonb_agg(budgets), '[]') FROM budgets) AS budgets,
        (SELECT jsonb_agg(rates) FROM rates) AS rates,
        CAST(CASE WHEN ({later_month}) OR EXISTS ({over_budget}) OR EXISTS ({over_rate})
            THEN 'a limit refuses this request to a model, and nothing of it is written' ELSE '1' END AS INTEGER)
    FROM balance"""
IDS = "(SELECT COALESCE(jsonb_agg(id), '[]') FROM {part})"
INSERT_ALONE = INSERT.format(budget_ids="$16", rate_ids="$17")
IN_PARTS = INSERT.format(budget_ids=IDS.format(part="budgets"), rate_ids=IDS.format(part="rates")) + " FROM balance"


def balance_statement(new: Reservation) -> Statement:
    """Returns the statement that reserves in the balance; it has no row where the balance does not allow it."""
    return f"{BALANCE} RETURNING plan_month", _balance_values(new)


def _balance_values(new: Reservation) -> list[Any]:
    return [str(new.account_id), new.reserved, new.month]


def insert_statement(call: Call, new: Reservation) -> Statement:
    """Returns the statement that writes the request, once it is known on which rows it is reserved."""
    ids = [orjson.dumps(new.budget_ids).decode(), orjson.dumps(new.rate_ids).decode()]
    return INSERT_ALONE, [*_columns(call, new), *ids]


async def written_at_once(call: Call, terms: Terms, new: Reservation) -> bool:
    """Writes a reservation by one statement; False where it has to be written in steps, or refused by them."""
    client = Tortoise.get_connection(MAIN)
    if client.capabilities.dialect == "sqlite" or isinstance(client, TransactionalDBClient):
        return False
    limits = terms.limits(new.model)
    try:
        rows = await query_rows(*_at_once(call, terms, new, limits))
    except OperationalError as error:
        if isinstance(error.__cause__, InvalidTextRepresentationError):  # what AT_ONCE fails with
            return False
        raise
    if not rows:
        return False
    new.budget_ids = budgets.check_reserved(orjson.loads(rows[0]["budgets"]), new.reserved)
    counted = orjson.loads(rows[0]["rates"])
    new.rate_ids, new.limits = rates.check_counted(counted, limits, new.most.tokens, new.created_at)
    return True


def _at_once(call: Call, terms: Terms, new: Reservation, limits: Sequence[RateLimit]) -> Statement:
    """Returns the statement that does all that reserves."""
    return combined(
        AT_ONCE,
        balance=(BALANCE, _balance_values(new)),
        budgets=budgets.reserve_statement(
            new.account_id, new.key_ids, new.model, new.reserved, new.month, after="balance"
        ),
        rates=rates.count_statement(new.account_id, limits, new.most.tokens, new.created_at, after="balance"),
        request=(IN_PARTS, _columns(call, new)),
        later_month=("balance.plan_month > $1", [new.month]),
        over_budget=("SELECT 1 FROM budgets WHERE used + reserved > most AND CAST($1 AS BIGINT) > 0", [new.reserved]),
        over_rate=rates.exceeded_statement(limits),
        unchanged=terms.unchanged.statement if terms.unchanged else ("SELECT 1", []),
        budget_reached=budgets.reached_statement(new.account_id, new.key_ids, new.model, new.reserved, new.month),
        rate_reached=rates.reached_statement(limits, new.most.tokens, new.created_at),
    )


def _columns(call: Call, new: Reservation) -> list[Any]:
    return [
        str(new.id),
        new.request_id,
        str(new.account_id),
        str(call.key.id) if call.key else None,
        new.source,
        new.model,
        call.endpoint,
        call.streamed,
        new.own_key,
        new.reserved,
        orjson.dumps(new.price.as_dict()).decode(),
        orjson.dumps(new.most.as_dict()).decode(),
        call.end_user,
        new.created_at,
        new.created_at,
    ]
