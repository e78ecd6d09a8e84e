"""Metrics of orders and of what payment services report."""

from __future__ import annotations

from quart import Quart

from app.kernel import installation
from app.ops.measures.factory import MetricFactory
from app.payments.operator.order_list import count_states
from app.payments.order_state import OrderState
from app.payments.webhook_counts import WebhookCounts


class PaymentMeasures:
    """Orders by state, and notifications."""

    seconds = 60

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.notifications = make.counter(
            "webhooks", "Notifications of payment providers, by outcome.", "provider", "outcome"
        )
        self.orders = make.gauge("orders", "Orders, by state.", "state")

    def gather(self, app: Quart) -> None:
        """Copies the counts of notifications."""
        for (provider, outcome), number in installation.current().resource(WebhookCounts).items():
            self.advance(self.notifications.labels(provider, outcome), number)

    async def read(self) -> None:
        """Reads the orders."""
        numbers = await count_states()
        for state in OrderState:
            self.orders.labels(state.value).set(numbers.get(state.value, 0))
