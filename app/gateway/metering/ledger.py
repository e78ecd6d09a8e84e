"""Books changes of credits, each once by its cause; the use of models is not among them (AiUsage)."""

from __future__ import annotations

from uuid import UUID

from app.gateway.metering.balance import PLAN, PLAN_ENDED, AiBalance
from app.kernel import clock
from app.kernel.db import query_models, query_rows, transaction
from app.kernel.refusal import N_, Refusal

LOCK = """INSERT INTO ai_balances (account_id, bought, of_plan, reserved, warn_below) VALUES ($1, 0, 0, 0, 0)
    ON CONFLICT (account_id) DO UPDATE SET reserved = ai_balances.reserved RETURNING *"""
BOOK = """INSERT INTO ai_ledger (account_id, kind, amount, cause, note, created_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (cause) DO NOTHING RETURNING id"""
CHANGE = """UPDATE ai_balances SET {column} = {column} + $2,
        warned_at = CASE WHEN bought + of_plan + $2 >= warn_below THEN NULL ELSE warned_at END
    WHERE account_id = $1 RETURNING account_id"""


class CreditsUsed(Refusal):
    """So many credits cannot be taken back: they are used, or reserved for requests under way."""

    code, says = "CREDITS_USED", N_("So many credits are not left.")


async def lock_balance(account_id: UUID) -> AiBalance:
    """Locks the balance of an account until the caller's transaction ends, and returns it; makes it if need be.

    Reservations, settlements, budgets and entries of an account all wait for it.
    """
    [balance] = await query_models(AiBalance, LOCK, [str(account_id)])
    return balance


async def add_entry(
    account_id: UUID, kind: str, amount: int, cause: str, note: str = "", *, may_owe: bool = False
) -> bool:
    """Books micro-rupiah that came in, or went where `amount` is negative; False if the cause was booked before.

    It joins the caller's transaction. Credits that are not left can be taken only with `may_owe`, as when a payment was
    reversed. Raises: CreditsUsed.
    """
    async with transaction():
        balance = await lock_balance(account_id)
        booked = await query_rows(BOOK, [str(account_id), kind, amount, cause, note, clock.now()])
        if not booked:
            return False
        if amount < 0 and not may_owe and balance.available + amount < 0:
            raise CreditsUsed
        column = "of_plan" if kind in (PLAN, PLAN_ENDED) else "bought"
        await query_rows(CHANGE.format(column=column), [str(account_id), amount])
    return True
