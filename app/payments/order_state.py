"""The states of an order, and which state may follow which.

`created → pending → detected → paid → completed`. An order that is expired, failed or underpaid may still become paid,
because money can arrive late. Nothing leaves completed, cancelled and refunded. What came of an underpaid order can be
paid back, and then it is refunded, although it was never paid.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.payments.providers.provider import CheckoutKind, PaymentState


class OrderState(StrEnum):
    """The state of an order. CREATED: stored, but the provider has not answered yet."""

    CREATED = "created"
    PENDING = "pending"
    DETECTED = "detected"
    PAID = "paid"
    COMPLETED = "completed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNDERPAID = "underpaid"
    REFUNDED = "refunded"


_S = OrderState
OPEN = frozenset({_S.CREATED, _S.PENDING, _S.DETECTED})
LATE = frozenset({_S.EXPIRED, _S.FAILED})  # a payment after these comes late
UNPAID = OPEN | LATE | {_S.UNDERPAID}
PAID = frozenset({_S.PAID, _S.COMPLETED})
FINAL = frozenset({_S.COMPLETED, _S.CANCELLED, _S.REFUNDED})
PREDECESSORS: Mapping[OrderState, frozenset[OrderState]] = {
    _S.CREATED: frozenset(),
    _S.PENDING: frozenset({_S.CREATED}),
    _S.DETECTED: frozenset({_S.CREATED, _S.PENDING}),
    _S.PAID: UNPAID,
    _S.COMPLETED: UNPAID | {_S.PAID},
    _S.EXPIRED: OPEN,
    _S.CANCELLED: OPEN,
    _S.FAILED: OPEN,
    _S.UNDERPAID: OPEN | {_S.EXPIRED},
    _S.REFUNDED: frozenset({_S.PAID, _S.UNDERPAID}),
}
STATE_OF: Mapping[PaymentState, OrderState] = {state: OrderState(state.value) for state in PaymentState}
MAY_UNDERPAY = frozenset({CheckoutKind.REDIRECT, CheckoutKind.MANUAL})  # crypto and transfers
