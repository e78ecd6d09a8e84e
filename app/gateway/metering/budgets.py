"""Monthly budgets: what is reserved in them, what is spent, and how their owners set them.

Every write to a budget follows, in its transaction, a write to the balance of its account. So no two transactions write
budgets of one account at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.gateway.metering.balance import MICRO
from app.gateway.metering.call import Reservation, month_of
from app.gateway.metering.ledger import lock_balance
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.metering.refusals import BudgetReached, KeyBudgetReached, KeyModelBudgetReached, ModelBudgetReached
from app.kernel import clock
from app.kernel.db import Statement, query_models, query_rows, transaction
from app.kernel.refusal import N_, Refusal
from app.payments.money import RUPIAH, InvalidAmount, parse_money

HIGHEST = 10**16  # micro-rupiah
RESERVE = """UPDATE ai_budgets SET
        used = CASE WHEN month >= $2 THEN used ELSE 0 END,
        reserved = CASE WHEN month >= $2 THEN reserved ELSE 0 END + $3,
        month = CASE WHEN month >= $2 THEN month ELSE $2 END
    WHERE account_id = $1 AND model IN ('', $4) AND key_id IN ({keys}){after}
    RETURNING id, key_id, model, most, used, reserved"""
SETTLE = """UPDATE ai_budgets SET used = used + $3,
        reserved = reserved - CASE WHEN id IN ({ids}) THEN CAST($4 AS BIGINT) ELSE 0 END
    WHERE account_id = $1 AND month = $2 AND (id IN ({ids}) OR model IN ('', $5) AND key_id IN ({keys}))
    RETURNING id, most, used, warned_month"""
REACHED = """SELECT 1 FROM ai_budgets WHERE CAST($3 AS BIGINT) > 0
    AND account_id = $1 AND model IN ('', $4) AND key_id IN ({keys})
    AND CASE WHEN month >= $2 THEN used + reserved ELSE 0 END + CAST($3 AS BIGINT) > most"""
ROOM = "SELECT most - used - reserved AS room FROM ai_budgets WHERE id IN ({ids}) AND month = $1"
SPENT = """SELECT COALESCE(SUM(cost), 0) AS cost FROM ai_usage
    WHERE account_id = $1 AND day >= $2 AND ($3 = '' OR model = $3) AND ($4 = '' OR key_id = $4 OR key_id IN
        (SELECT CAST(key_id AS VARCHAR(36)) FROM ai_key_terms WHERE CAST(parent_id AS VARCHAR(36)) = $4))"""
SET = """INSERT INTO ai_budgets (account_id, key_id, model, most, month, used, reserved)
    VALUES ($1, $2, $3, $4, $5, $6, 0)
    ON CONFLICT (account_id, key_id, model) DO UPDATE SET most = excluded.most, warned_month = NULL,
        used = excluded.used, month = excluded.month,
        reserved = CASE WHEN ai_budgets.month >= excluded.month THEN ai_budgets.reserved ELSE 0 END
    RETURNING *"""


class InvalidBudget(Refusal):
    """The budget is negative, or beyond what can be counted."""

    code, field, says = "INVALID_BUDGET", "budget", N_("Type a budget in whole rupiah, such as 250000.")


def parse_budget(typed: str, field: str = "budget") -> int | None:
    """Returns rupiah that somebody typed as micro-rupiah; None for blanks. Raises: InvalidBudget, for the field."""
    if not typed.strip():
        return None
    try:
        micro = parse_money(typed, RUPIAH) * MICRO
    except InvalidAmount:
        raise InvalidBudget(field=field) from None
    if micro > HIGHEST:
        raise InvalidBudget(field=field)
    return micro


def reserve_statement(
    account_id: UUID, key_ids: Sequence[str], model: str, amount: int, month: date, *, after: str = ""
) -> Statement:
    """Returns the statement that reserves micro-rupiah in every budget that a request counts to.

    It runs in the transaction that reserves; its rows are to be checked (`check_reserved`). As a part of a larger
    statement it waits for the part called `after`, and does nothing where that has no row.
    """
    return _reserve_sql(1 + len(key_ids), after), [str(account_id), month, amount, model, "", *key_ids]


@cache
def _reserve_sql(names: int, after: str) -> str:
    """Returns the text of that statement, for so many names of keys."""
    return RESERVE.format(
        keys=", ".join(f"${at}" for at in range(5, names + 5)), after=f" AND EXISTS (TABLE {after})" if after else ""
    )


def reached_statement(account_id: UUID, key_ids: Sequence[str], model: str, amount: int, month: date) -> Statement:
    """Returns the part of a larger statement that has a row where a budget is known to be too small for an amount.

    What others reserve at the same moment may not be known yet: `check_reserved` decides.
    """
    return _reached_sql(1 + len(key_ids)), [str(account_id), month, amount, model, "", *key_ids]


@cache
def _reached_sql(names: int) -> str:
    """Returns the text of that part, for so many names of keys."""
    return REACHED.format(keys=", ".join(f"${at}" for at in range(5, names + 5)))


def check_reserved(rows: Sequence[dict[str, Any]], amount: int) -> list[int]:
    """Returns the ids of budgets in which an amount was reserved; a refusal undoes it. Raises: BudgetReached."""
    for row in rows:
        if amount and row["used"] + row["reserved"] > row["most"]:
            raise _refusal(row)
    return [row["id"] for row in rows]


def _refusal(row: dict[str, Any]) -> BudgetReached:
    """Returns the refusal that names whose budget a row is."""
    if row["model"]:
        return (KeyModelBudgetReached if row["key_id"] else ModelBudgetReached)(model=row["model"])
    return KeyBudgetReached() if row["key_id"] else BudgetReached()


def settle_statement(reservation: Reservation, cost: int) -> Statement:
    """Returns the statement that counts the cost of a request in the budgets of its month, and frees its reserve.

    Budgets that were made meanwhile count it, too. It runs in the transaction that settles.
    """
    ids, names = reservation.budget_ids or [0], ["", *reservation.key_ids]
    sql = SETTLE.format(
        ids=", ".join(f"${at}" for at in range(6, len(ids) + 6)),
        keys=", ".join(f"${at}" for at in range(len(ids) + 6, len(ids) + len(names) + 6)),
    )
    values = [str(reservation.account_id), reservation.month, cost, reservation.reserved, reservation.model]
    return sql, [*values, *ids, *names]


async def remaining_in_budgets(reservation: Reservation) -> list[int]:
    """Returns the micro-rupiah that each budget of a request has left beside all that is used and reserved.

    The balance of the account must be locked (`lock_balance`), so that the budgets do not change meanwhile.
    """
    if not reservation.budget_ids:
        return []
    places = ", ".join(f"${at}" for at in range(2, len(reservation.budget_ids) + 2))
    rows = await query_rows(ROOM.format(ids=places), [reservation.month, *reservation.budget_ids])
    return [int(row["room"]) for row in rows]


async def set_budget(account: Account, most: int, key_id: str = "", model: str = "") -> AiBudget:
    """Sets what may be spent in a UTC month, in micro-rupiah, and returns the budget.

    "" stands for all keys, and for all models. What was spent in this month before counts. Raises: InvalidBudget.
    """
    if not 0 <= most <= HIGHEST:
        raise InvalidBudget
    id = str(account.id)
    async with transaction():
        balance = await lock_balance(account.id)
        month = max(month_of(clock.now()), balance.plan_month or date.min)
        [spent] = await query_rows(SPENT, [id, month, model, key_id])
        [budget] = await query_models(AiBudget, SET, [id, key_id, model, most, month, int(spent["cost"])])
    return budget


async def remove_budget(account: Account, key_id: str = "", model: str = "") -> bool:
    """Removes a budget; requests under way go on. False if the account has no such budget."""
    async with transaction():
        await lock_balance(account.id)
        return bool(await AiBudget.filter(account_id=account.id, key_id=key_id, model=model).delete())


async def save_budget(account: Account, most: int | None, key_id: str = "", model: str = "") -> None:
    """Sets a budget as `set_budget` does, or removes it where `most` is None. Raises: InvalidBudget."""
    if most is None:
        await remove_budget(account, key_id, model)
    else:
        await set_budget(account, most, key_id, model)
