"""Counts requests, tokens and open requests by key and minute; the rows are shared by all processes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from app.gateway.metering.call import SECONDS, RateState, Reservation, minute_of
from app.gateway.metering.refusals import RateLimited, TokensLimited, TooManyStreams
from app.gateway.metering.terms_of_key import RateLimit
from app.kernel import installation
from app.kernel.db import Statement

COUNT = """INSERT INTO ai_rates (account_id, minute, tokens, requests, open, key_id, model) {rows}
    ON CONFLICT (key_id, model) DO UPDATE SET
        requests = CASE WHEN ai_rates.minute >= excluded.minute THEN ai_rates.requests ELSE 0 END + 1,
        tokens = CASE WHEN ai_rates.minute >= excluded.minute THEN ai_rates.tokens ELSE 0 END + excluded.tokens,
        minute = CASE WHEN ai_rates.minute >= excluded.minute THEN ai_rates.minute ELSE excluded.minute END,
        open = ai_rates.open + 1
    RETURNING id, key_id, model, requests, tokens, open"""
MOST_REMEMBERED = 10_000
ROW = "($1, $2, $3, 1, 1, ${key}, ${model})"
TYPED = "($1::UUID, $2::INT, $3::BIGINT, 1, 1, ${key}::TEXT, ${model}::TEXT)"  # for a part of a larger statement
COUNTED = "SELECT counted.* FROM {after} CROSS JOIN ({rows}) AS counted"
LIMIT = "(${}::TEXT, ${}::TEXT, ${}::BIGINT, ${}::BIGINT, ${}::BIGINT)"
EXCEEDING = """SELECT 1 FROM rates JOIN (VALUES {limits}) AS most (key_id, model, requests, tokens, open)
    ON most.key_id = rates.key_id AND most.model = rates.model
    WHERE rates.requests > most.requests OR rates.tokens > most.tokens OR rates.open > most.open"""
REACHED = """SELECT 1 FROM (VALUES {limits}) AS most (key_id, model, requests, tokens, open)
    LEFT JOIN ai_rates counted ON counted.key_id = most.key_id AND counted.model = most.model
    WHERE counted.open >= most.open OR most.tokens < ${tokens}::BIGINT OR counted.minute >= ${minute}::INT
        AND (counted.requests >= most.requests OR counted.tokens + ${tokens}::BIGINT > most.tokens)"""
CLOSE = """UPDATE ai_rates SET open = CASE WHEN open > 0 THEN open - 1 ELSE 0 END,
        tokens = CASE WHEN minute = $1 THEN tokens + $2 ELSE tokens END
    WHERE id IN ({ids}) RETURNING id"""


class ReachedLimits(dict[tuple[str, str], tuple[int, int]]):
    """The minute in which the requests of a row were used up, and their limit; a resource of the installation.

    Counts of a minute only grow. So whoever goes on asking in that minute is refused without the database.
    """


def refuse_reached(limits: Sequence[RateLimit], now: datetime) -> None:
    """Refuses a request whose minute is known to be used up, with the limits as they are now. Raises: RateLimited."""
    reached = installation.current().resource(ReachedLimits)
    for limit in limits:
        if limit.requests is not None and reached.get((limit.key_id, limit.model)) == (minute_of(now), limit.requests):
            raise RateLimited(limit=limit.requests, retry_after=_reset(now))


def _remember(limit: RateLimit, now: datetime) -> None:
    """Remembers that the requests of this minute are used up."""
    reached = installation.current().resource(ReachedLimits)
    if len(reached) >= MOST_REMEMBERED:
        reached.clear()
    reached[limit.key_id, limit.model] = (minute_of(now), limit.requests or 0)


def _reset(now: datetime) -> int:
    """Returns the seconds until the next minute."""
    return SECONDS - int(now.timestamp()) % SECONDS


def count_statement(
    account_id: UUID, limits: Sequence[RateLimit], tokens: int, now: datetime, *, after: str = ""
) -> Statement:
    """Returns the statement that counts a request, which may use so many tokens.

    It runs in the transaction that reserves; its rows are to be checked (`check_counted`). As a part of a larger
    statement it waits for the part called `after`, and does nothing where that has no row.
    """
    names = [name for limit in limits for name in (limit.key_id, limit.model)]
    return _count_sql(len(limits), after), [str(account_id), minute_of(now), tokens, *names]


@cache
def _count_sql(limits: int, after: str) -> str:
    """Returns the text of that statement, for so many limits."""
    row = TYPED if after else ROW
    rows = "VALUES " + ", ".join(row.format(key=4 + 2 * at, model=5 + 2 * at) for at in range(limits))
    return COUNT.format(rows=COUNTED.format(after=after, rows=rows) if after else rows)


def exceeded_statement(limits: Sequence[RateLimit]) -> Statement:
    """Returns the part of a larger statement that has a row where the part `rates` has counted beyond a limit."""
    return _exceeded_sql(len(limits)), [value for limit in limits for value in limit]


@cache
def _exceeded_sql(limits: int) -> str:
    """Returns the text of that part, for so many limits."""
    places = (LIMIT.format(*range(5 * at + 1, 5 * at + 6)) for at in range(limits))
    return EXCEEDING.format(limits=", ".join(places))


def reached_statement(limits: Sequence[RateLimit], tokens: int, now: datetime) -> Statement:
    """Returns the part of a larger statement that has a row where a limit is known to be reached.

    What others count at the same moment may not be known yet: `check_counted` decides.
    """
    return _reached_sql(len(limits)), [value for limit in limits for value in limit] + [minute_of(now), tokens]


@cache
def _reached_sql(limits: int) -> str:
    """Returns the text of that part, for so many limits."""
    places = ", ".join(LIMIT.format(*range(5 * at + 1, 5 * at + 6)) for at in range(limits))
    return REACHED.format(limits=places, minute=5 * limits + 1, tokens=5 * limits + 2)


def check_counted(
    counted: Sequence[dict[str, Any]], limits: Sequence[RateLimit], tokens: int, now: datetime
) -> tuple[list[int], RateState]:
    """Returns the ids of the rows in which a request was counted, and what is left; a refusal undoes the count.

    Raises: RateLimited, TokensLimited, TooManyStreams.
    """
    rows = {(row["key_id"], row["model"]): row for row in counted}
    pairs = [(limit, rows[limit.key_id, limit.model]) for limit in limits]
    for limit, row in pairs:
        _check(limit, row, tokens, now)
    return [row["id"] for row in counted], _state(pairs, _reset(now))


def _check(limit: RateLimit, row: dict[str, Any], tokens: int, now: datetime) -> None:
    """Checks the row of a limit. Raises: RateLimited, TokensLimited, TooManyStreams."""
    if limit.streams is not None and row["open"] > limit.streams:
        raise TooManyStreams(limit=limit.streams)
    if limit.requests is not None and row["requests"] > limit.requests:
        _remember(limit, now)
        raise RateLimited(limit=limit.requests, retry_after=_reset(now))
    if limit.tokens is not None and row["tokens"] > limit.tokens:
        raise TokensLimited(limit=limit.tokens, tokens=tokens, retry_after=_reset(now))


def _state(pairs: Sequence[tuple[RateLimit, dict[str, Any]]], reset: int) -> RateState:
    """Returns what is left of the tightest limits."""
    requests = [
        (limit.requests - row["requests"], limit.requests) for limit, row in pairs if limit.requests is not None
    ]
    tokens = [(limit.tokens - row["tokens"], limit.tokens) for limit, row in pairs if limit.tokens is not None]
    (left_requests, most_requests), (left_tokens, most_tokens) = min(requests), min(tokens)
    return RateState(most_requests, left_requests, most_tokens, left_tokens, reset)


def close_statement(reservation: Reservation, tokens: int) -> Statement:
    """Returns the statement that ends a request in its rows, in the transaction that settles.

    `tokens` are those that it used beyond what was counted, negative for fewer. They count only while the minute of the
    request is not over.
    """
    ids = reservation.rate_ids or [0]
    places = ", ".join(f"${at}" for at in range(3, len(ids) + 3))
    return CLOSE.format(ids=places), [reservation.minute, tokens, *ids]
