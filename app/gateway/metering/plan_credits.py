"""The credits that a plan has in each UTC month: they are booked when the month begins, and end with it.

They come by the clock, and at the latest with the first request that needs them. Who changes to a larger plan gets the
difference; a smaller one takes nothing back before the month ends.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from app import jobs
from app.gateway.catalogue.upstream import Upstream
from app.gateway.metering.balance import MICRO, PLAN, PLAN_ENDED, AiBalance
from app.gateway.metering.call import begin_of_month, month_of
from app.gateway.metering.ledger import add_entry, lock_balance
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each
from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.plans.plan_limits import ALL_PLANS

STATE = """SELECT a.plan_name, b.plan_month, (SELECT COALESCE(SUM(l.amount), 0) FROM ai_ledger l
        WHERE l.account_id = a.id AND l.kind = 'plan' AND l.created_at >= $2) AS granted
    FROM accounts a LEFT JOIN ai_balances b ON b.account_id = a.id WHERE a.id = $1"""
LACKING = """SELECT a.id FROM accounts a LEFT JOIN ai_balances b ON b.account_id = a.id
    WHERE a.delete_at IS NULL AND (
        (CASE a.plan_name {due} ELSE 0 END) > (SELECT COALESCE(SUM(l.amount), 0) FROM ai_ledger l
            WHERE l.account_id = a.id AND l.kind = 'plan' AND l.created_at >= $2)
        OR (b.plan_month < $1 AND b.of_plan > 0))"""
BEGIN_MONTH = "UPDATE ai_balances SET plan_month = $2 WHERE account_id = $1 RETURNING account_id"


@jobs.handler("gateway.plan_credits", schedule=HOURLY)
async def run_grants(_job: Job) -> None:
    """Books what accounts lack of their plans' credits, where models are offered. Raises: StepsFailed."""
    if not await Upstream.filter(enabled_at__isnull=False).exists():
        return
    month, plans = month_of(clock.now()), [plan for plan in ALL_PLANS.values() if plan.ai_credits]
    due = " ".join(f"WHEN '{plan.name}' THEN {plan.ai_credits * MICRO}" for plan in plans)
    lacking = await query_rows(LACKING.format(due=due), [month, begin_of_month(month)])
    await for_each([UUID(str(row["id"])) for row in lacking], grant_plan_credits)


async def grant_plan_credits(account_id: UUID) -> bool:
    """Books what the plan of an account has in this month, and ends what was left of an earlier one.

    Returns whether anything was to be done. Only the first of many at once does it.
    """
    now = clock.now()
    month = month_of(now)
    if not _is_due(await _state(account_id, month), month):
        return False
    async with transaction():
        balance = await lock_balance(account_id)
        state = await _state(account_id, month)
        if not _is_due(state, month):
            return False
        await _end_month(balance, month)
        if amount := _missing(state):
            total = (int(state["granted"]) + amount) // MICRO
            await add_entry(account_id, PLAN, amount, f"plan {account_id} {month:%Y-%m} {total}")
    return True


async def _state(account_id: UUID, month: date) -> dict[str, Any]:
    rows = await query_rows(STATE, [str(account_id), begin_of_month(month)])
    return rows[0] if rows else {"plan_name": "guest", "plan_month": month, "granted": 0}


def _is_due(state: dict[str, Any], month: date) -> bool:
    """Whether the month has not begun yet for the account, or its plan has more credits than were booked."""
    return state["plan_month"] is None or str(state["plan_month"]) < month.isoformat() or _missing(state) > 0


def _missing(state: dict[str, Any]) -> int:
    return max(0, ALL_PLANS[state["plan_name"]].ai_credits * MICRO - int(state["granted"]))


async def _end_month(balance: AiBalance, month: date) -> None:
    """Takes what is left of an earlier month, but not what requests under way have reserved."""
    if balance.plan_month is not None and balance.plan_month >= month:
        return
    id, left = balance.account_id, max(0, min(balance.of_plan, balance.available))
    if left and balance.plan_month:
        await add_entry(id, PLAN_ENDED, -left, f"plan ended {id} {balance.plan_month:%Y-%m}")
    await query_rows(BEGIN_MONTH, [str(id), month])
