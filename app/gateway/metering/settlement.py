"""Ends a reservation, once: with what the request cost, or with nothing.

One transaction writes, in this order, the request (only while it is reserved), the balance, the budgets, the rates and
the sums of the day. Every settled rupiah is in the request, in the balance, in the budgets and in the sums, or nowhere.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import structlog

from app.gateway.metering import alerts, budgets, rates
from app.gateway.metering.ai_request import HUNG_UP, RELEASED, SETTLED, AiRequest
from app.gateway.metering.call import Outcome, Reservation, Settlement
from app.gateway.metering.cost import cost_of
from app.gateway.metering.estimate import estimated_usage, is_believable
from app.gateway.metering.ledger import lock_balance
from app.gateway.metering.settlement_counts import settlement_counts
from app.gateway.upstreams.usage import Usage
from app.kernel import clock
from app.kernel.db import query_in_turn, query_rows, transaction
from app.kernel.outage_log import log_outage
from app.kernel.transient_errors import is_unavailable

log = structlog.get_logger()
TRIES, WAIT = 4, 0.25  # seconds, doubled each time
UNBELIEVABLE = "usage_not_believed"
STATE = 1  # the place of the state among the columns of MARK
MARK = """UPDATE ai_requests SET state = $2, cost = $3, usage = $4, estimated = $5, delivered = $6, status = $7,
        error = $8, tries = $9, first_ms = $10, whole_ms = $11, settled_at = $12
    WHERE id = $1 AND state = 'reserved' RETURNING id"""
LOWER = "UPDATE ai_requests SET cost = $2 WHERE id = $1 RETURNING id"
BALANCE = """UPDATE ai_balances SET reserved = reserved - $2,
        of_plan = CASE WHEN of_plan > $3 THEN of_plan - $3 WHEN of_plan > 0 THEN 0 ELSE of_plan END,
        bought = CASE WHEN of_plan > $3 THEN bought WHEN of_plan > 0 THEN bought - ($3 - of_plan) ELSE bought - $3 END
    WHERE account_id = $1 RETURNING bought + of_plan AS left_over, warn_below, warned_at"""
SUMS = """INSERT INTO ai_usage (account_id, day, key_id, source, model, requests, failed, input_tokens, output_tokens,
        images, milliseconds, cost)
    VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (account_id, day, key_id, source, model) DO UPDATE SET requests = ai_usage.requests + 1,
        failed = ai_usage.failed + excluded.failed, input_tokens = ai_usage.input_tokens + excluded.input_tokens,
        output_tokens = ai_usage.output_tokens + excluded.output_tokens, images = ai_usage.images + excluded.images,
        milliseconds = ai_usage.milliseconds + excluded.milliseconds, cost = ai_usage.cost + excluded.cost"""


async def settle(reservation: Reservation, outcome: Outcome) -> Settlement:
    """Ends a reservation with what the request used; what it cost is returned, also if it was settled before.

    Without a usage that can be believed, its input and what was delivered count. An error of which nothing reached the
    client costs nothing. A database that is busy is tried again; if it stays away, the reaper settles the request.
    """
    usage, estimated = _usage(reservation, outcome)
    for number in range(1, TRIES):
        try:
            return await _settle(reservation, outcome, usage, estimated)
        except Exception as error:
            if not is_unavailable(error):
                raise
            log_outage("settlement_repeated", error, request=reservation.request_id)
        await asyncio.sleep(WAIT * 2**number)
    return await _settle(reservation, outcome, usage, estimated)


async def release(reservation: Reservation, status: int, error: str = "", **facts: Any) -> Settlement:
    """Ends a reservation at no cost, because the client got nothing; `facts` are further fields of Outcome."""
    return await settle(reservation, Outcome(status, usage=Usage(), error=error, **facts))


def _usage(reservation: Reservation, outcome: Outcome) -> tuple[Usage, bool]:
    """Returns what a request used, and whether that is our own count."""
    if outcome.usage is not None and is_believable(outcome.usage, reservation.most):
        return outcome.usage, False
    sent_in_vain = outcome.status == HUNG_UP and not outcome.tries and outcome.first_ms is None
    if not outcome.delivered and (outcome.failed or sent_in_vain):
        return Usage(), False
    complete = not outcome.failed and outcome.status != HUNG_UP
    return estimated_usage(reservation.most, outcome.delivered, complete=complete), True


async def _settle(reservation: Reservation, outcome: Outcome, usage: Usage, estimated: bool) -> Settlement:
    """Settles a request in one transaction, unless it was settled before."""
    cost = cost_of(usage, reservation.price)
    columns = _columns(reservation, outcome, usage, estimated, cost)
    async with transaction():
        if not await query_rows(MARK, columns):
            return await _settled_before(reservation)
        if cost > reservation.reserved:
            cost = await _affordable(reservation, cost)
        balances, spent, *_ = await query_in_turn(
            (BALANCE, [str(reservation.account_id), reservation.reserved, cost]),
            budgets.settle_statement(reservation, cost),
            rates.close_statement(reservation, usage.tokens - reservation.most.tokens),
            (SUMS, _sums(reservation, outcome, usage, cost)),
        )
        await alerts.enqueue_due(reservation.account_id, reservation.month, balances, spent)
    settlement_counts()[columns[STATE]] += 1
    return Settlement(cost, usage, estimated, True)


def _columns(reservation: Reservation, outcome: Outcome, usage: Usage, estimated: bool, cost: int) -> list[Any]:
    """Returns the values of the statement MARK."""
    disbelieved = outcome.usage is not None and usage != outcome.usage
    error = outcome.error or (UNBELIEVABLE if disbelieved else "")
    state = RELEASED if outcome.failed and not usage.as_dict() else SETTLED
    return [
        str(reservation.id),
        state,
        cost,
        json.dumps(usage.as_dict()),
        estimated,
        outcome.delivered,
        outcome.status,
        error[:60],
        json.dumps(list(outcome.tries)),
        outcome.first_ms,
        outcome.whole_ms,
        clock.now(),
    ]


async def _affordable(reservation: Reservation, cost: int) -> int:
    """Returns how much of a cost beyond its reserve a request pays, and writes that into it.

    No balance and no budget goes further below zero than by the reserve of this request; the operator bears the rest.
    """
    balance = await lock_balance(reservation.account_id)
    rooms = [balance.available, *await budgets.remaining_in_budgets(reservation)]
    beyond = max(0, min(cost - reservation.reserved, *(room + reservation.reserved for room in rooms)))
    if (affordable := reservation.reserved + beyond) < cost:
        log.warning("cost_beyond_means", request=reservation.request_id, cost=cost, charged=affordable)
        await query_rows(LOWER, [str(reservation.id), affordable])
    return affordable


def _sums(reservation: Reservation, outcome: Outcome, usage: Usage, cost: int) -> list[Any]:
    """Returns the values of the statement SUMS."""
    return [
        str(reservation.account_id),
        reservation.created_at.date(),
        reservation.key_ids[0] if reservation.key_ids else "",
        reservation.source,
        reservation.model,
        int(outcome.failed),
        usage.input_tokens,
        usage.output_tokens,
        usage.images,
        usage.milliseconds,
        cost,
    ]


async def _settled_before(reservation: Reservation) -> Settlement:
    """Returns how a request was settled before; at no cost if its account was deleted meanwhile."""
    row = await AiRequest.get_or_none(id=reservation.id)
    if row is None:
        return Settlement(0, Usage(), False, False)
    return Settlement(row.cost, Usage.from_dict(row.usage), row.estimated, False)
