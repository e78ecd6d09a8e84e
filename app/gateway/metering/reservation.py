"""Reserves what a request may cost before it is sent.

One transaction writes, in this order, the balance, the budgets, the rates and the request: the balance first, so that
all requests of an account wait there for each other, and nowhere else. A refusal undoes all of it. PostgreSQL first
gets all of it as one statement (reservation_statements.py).

The first word of an answer waits for a reservation, which therefore does not wait for the disk: what a power failure of
the database takes is a request that nobody pays. Settlements, which come later, wait for the disk.

`settle` and `release` (settlement.py) end a reservation once. One that nobody renews for DEAD_AFTER is ended by the
reaper (reaper.py).
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from app.accounts.suspension import is_suspended
from app.gateway.catalogue.price import FREE, Price
from app.gateway.metering import budgets, rates
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.balance import AiBalance
from app.gateway.metering.call import Call, Reservation, begin_of_month
from app.gateway.metering.cost import highest_cost_of
from app.gateway.metering.plan_credits import grant_plan_credits
from app.gateway.metering.refusals import AccountPaused, InsufficientCredit
from app.gateway.metering.reservation_statements import balance_statement, insert_statement, written_at_once
from app.gateway.metering.terms_of_key import Terms, TermsChanged, key_ids_of, read_terms
from app.gateway.upstreams.usage import Usage
from app.kernel import clock
from app.kernel.db import Steps, query_rows, run_steps, transaction

RENEW_AFTER = timedelta(seconds=10)
DEAD_AFTER = timedelta(seconds=60)
RENEW = """UPDATE ai_requests SET alive_at = $2, delivered = $3 WHERE id = $1 AND state = 'reserved' RETURNING id"""


class _NoBalance(Exception):
    """The balance does not allow the request as it is; the plan's credits may be due."""


class _MonthBegan(Exception):
    """The account is in a later month than the reservation; its months never go back. It began `at`."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at


async def reserve(call: Call) -> Reservation:
    """Reserves what a request may cost at most, in credits, budgets and rates.

    Raises: AccountPaused, KeyPaused, ModelNotAllowed, InsufficientCredit, BudgetReached, RateLimited, TooManyStreams;
    TermsChanged for terms of an earlier request that hold no longer. Other refusals by such terms may be wrong, too.
    """
    terms = call.terms or await Terms.read(call.account, call.key)
    terms.check(call.model.id)
    rates.refuse_reached(terms.limits(call.model.id), clock.now())
    price = FREE if call.own_key else call.model.price
    reservation = _draft(call, terms, highest_cost_of(call.most, price), price)
    with suppress(_NoBalance):
        return await _write(call, terms, reservation)
    await grant_plan_credits(call.account.id)
    balance = await AiBalance.of(call.account)
    if balance.paused_at is not None or await is_suspended(call.account.id):
        raise AccountPaused
    if not reservation.reserved or balance.available >= reservation.reserved:
        with suppress(_NoBalance):
            return await _write(call, terms, reservation)
    raise InsufficientCredit


def _draft(call: Call, terms: Terms, amount: int, price: Price) -> Reservation:
    now = clock.now()
    return Reservation(
        id=uuid4(),
        request_id=call.request_id,
        account_id=call.account.id,
        key_ids=terms.key_ids,
        source=call.source,
        model=call.model.id,
        own_key=call.own_key,
        reserved=amount,
        price=price,
        most=call.most,
        budget_ids=[],
        rate_ids=[],
        created_at=now,
        renewed_at=now,
        content_days=terms.content_days,
    )


async def _write(call: Call, terms: Terms, new: Reservation) -> Reservation:
    """Writes a reservation in one transaction.

    Raises: TermsChanged, _NoBalance, BudgetReached, RateLimited, TooManyStreams.
    """
    try:
        return await _write_in_month(call, terms, new)
    except _MonthBegan as later:  # the clock of this process is behind that of another one
        new.created_at = later.at
        return await _write_in_month(call, terms, new)


async def _write_in_month(call: Call, terms: Terms, new: Reservation) -> Reservation:
    """Writes it into the month of its creation. Raises as `_write` does, and _MonthBegan for a month that is over."""
    if not await written_at_once(call, terms, new):
        await run_steps(lambda: _steps(call, terms, new), durable=False)
    return new


def _steps(call: Call, terms: Terms, new: Reservation) -> Steps[None]:
    """The statements of the transaction that reserves, in their order. Raises as `_write_in_month` does."""
    limits = terms.limits(new.model)
    balances = yield balance_statement(new)
    if terms.unchanged and not terms.unchanged.holds((yield terms.unchanged.statement)):
        raise TermsChanged
    if not balances:
        raise _NoBalance
    if (begins := begin_of_month(balances[0]["plan_month"])) > new.created_at:
        raise _MonthBegan(begins)
    rows = yield budgets.reserve_statement(new.account_id, new.key_ids, new.model, new.reserved, new.month)
    new.budget_ids = budgets.check_reserved(rows, new.reserved)
    rows = yield rates.count_statement(new.account_id, limits, new.most.tokens, new.created_at)
    new.rate_ids, new.limits = rates.check_counted(rows, limits, new.most.tokens, new.created_at)
    yield insert_statement(call, new)


async def renew(reservation: Reservation, delivered: int) -> bool:
    """Notes how many bytes of text the client has got by now, and that the request runs; it writes every ten seconds.

    It may be called for every piece of an answer. Returns False when the request was ended meanwhile, because nobody
    had renewed it: what follows would be paid by nobody, so the answer should stop.
    """
    reservation.delivered, now = delivered, clock.now()
    if now - reservation.renewed_at < RENEW_AFTER:
        return True
    reservation.renewed_at = now
    async with transaction(durable=False):
        return bool(await query_rows(RENEW, [str(reservation.id), now, delivered]))


async def hold_until(id: UUID, until: datetime) -> bool:
    """Keeps a request reserved until `until` without anybody who renews it, such as a video that is being made.

    Returns False when it was ended meanwhile.
    """
    return bool(await AiRequest.filter(id=id, state=RESERVED).update(alive_at=until))


async def load_reservation(id: UUID) -> Reservation | None:
    """Returns the reservation of a request that is still reserved, for a process that did not make it."""
    row = await AiRequest.get_or_none(id=id, state=RESERVED)
    if row is None:
        return None
    terms = await read_terms(row.key_id) if row.key_id else ()
    return Reservation(
        id=row.id,
        request_id=row.request_id,
        account_id=row.account_id,
        key_ids=key_ids_of(row.key_id, terms),
        source=row.source,
        model=row.model,
        own_key=row.own_key,
        reserved=row.reserved,
        price=Price.from_dict(row.price),
        most=Usage.from_dict(row.usage),
        budget_ids=row.budget_ids,
        rate_ids=row.rate_ids,
        created_at=row.created_at,
        renewed_at=row.alive_at,
        delivered=row.delivered,
    )
