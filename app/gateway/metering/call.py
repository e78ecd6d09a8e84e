"""A request as metering knows it: what it may use, what was reserved for it, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from app.accounts.models import Account
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.catalogue.price import Price
from app.gateway.metering.ai_request import HUNG_UP
from app.gateway.metering.terms_of_key import Terms
from app.gateway.upstreams.usage import Usage
from app.keys.models import ApiKey

SECONDS = 60  # in a minute


@dataclass(frozen=True, slots=True)
class Call:
    """A request that somebody wants to make.

    `key` is None for the dashboard, of which `source` says which part. `own_key` is whether the workspace's own key at
    the upstream pays, so that the request costs nothing here. `most` is what it may use at most (estimate.py).
    """

    account: Account
    key: ApiKey | None
    source: str
    model: OfferedModel
    endpoint: str
    streamed: bool
    own_key: bool
    request_id: str
    end_user: str
    most: Usage
    terms: Terms | None = None  # of the key, where they were read with it


@dataclass(frozen=True, slots=True)
class RateState:
    """What is left of the minute, of the tightest limit that applies; `reset` are the seconds until it begins anew."""

    limit_requests: int
    remaining_requests: int
    limit_tokens: int
    remaining_tokens: int
    reset: int


@dataclass(slots=True)
class Reservation:
    """What was reserved for a request. `reserved` are micro-rupiah; `key_ids` are those whose budgets it counts to."""

    id: UUID
    request_id: str
    account_id: UUID
    key_ids: tuple[str, ...]
    source: str
    model: str
    own_key: bool
    reserved: int
    price: Price
    most: Usage
    budget_ids: list[int]
    rate_ids: list[int]
    created_at: datetime
    renewed_at: datetime
    delivered: int = 0
    limits: RateState | None = None
    content_days: int = 0  # for which the key wants its content kept

    @property
    def month(self) -> date:
        """The first day of the UTC month whose budgets it counts to."""
        return month_of(self.created_at)

    @property
    def minute(self) -> int:
        """The minute whose rates it counts to."""
        return minute_of(self.created_at)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a request ended.

    `status` is that of the answer, HUNG_UP where the client did not wait for it, 0 where the process died. `usage` is
    what the upstream said, None where it did not; then `delivered`, the bytes of text that the client got, count.
    `tries` are the routes that were tried (ai_request.py). `first_ms` and `whole_ms` are the milliseconds until the
    first byte and the end.
    """

    status: int
    usage: Usage | None = None
    delivered: int = 0
    error: str = ""
    tries: Sequence[dict[str, Any]] = field(default_factory=list)
    first_ms: int | None = None
    whole_ms: int | None = None

    @property
    def failed(self) -> bool:
        """Whether the client got an error: then it pays only for what had reached it."""
        return self.status != HUNG_UP and not 200 <= self.status < 400


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a request cost, in micro-rupiah; `new` is False where it had been settled before."""

    cost: int
    usage: Usage
    estimated: bool
    new: bool


def month_of(at: datetime) -> date:
    """Returns the first day of the month of a UTC time."""
    return at.date().replace(day=1)


def begin_of_month(day: date | str) -> datetime:
    """Returns the UTC midnight with which the month of a day begins, which SQLite stores as text."""
    day = date.fromisoformat(day[:10]) if isinstance(day, str) else day
    return datetime.combine(day.replace(day=1), time(), UTC)


def minute_of(at: datetime) -> int:
    """Returns the minutes since 1970 of a time."""
    return int(at.timestamp()) // SECONDS
