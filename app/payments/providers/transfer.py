"""A bank transfer to the operator, who looks into the account and confirms it in Kliqs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from app.kernel import clock
from app.kernel.refusal import N_
from app.payments.providers.message_fields import UnreadableField
from app.payments.providers.provider import (
    Abilities,
    Charge,
    Checkout,
    CheckoutKind,
    ForgedNotification,
    Notification,
    PaymentState,
    ProviderRefused,
    Snapshot,
)


class TransferProvider:
    """The adapter of transfers. `instructions` say where to pay; a payment stays open for `days`."""

    code = "transfer"
    label = N_("Bank transfer")
    kind = CheckoutKind.MANUAL
    currencies: tuple[str, ...] = ("IDR",)
    abilities = Abilities(poll=False, cancel=True)
    least: Mapping[str, int] = MappingProxyType({"IDR": 10_000})
    most: Mapping[str, int] = MappingProxyType({"IDR": 999_999_999})
    policy_url = ""

    def __init__(self, instructions: str, days: int) -> None:
        self._instructions, self._days = instructions, days

    async def create(self, charge: Charge) -> Checkout:
        """Opens a payment; nobody is asked."""
        expires_at = clock.now() + timedelta(days=self._days)
        amount = charge.amount
        return Checkout(
            self.kind, charge.reference, amount, charge.currency, expires_at, instructions=self._instructions
        )

    async def fetch(self, charge: Charge) -> Snapshot:
        """Returns that a payment is open: only the operator knows more."""
        return Snapshot(PaymentState.PENDING, charge.reference)

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns an empty text: there are no notifications of transfers."""
        return ""

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """There are no notifications of transfers. Raises: ForgedNotification."""
        raise ForgedNotification

    def read_stored(self, body: str) -> Snapshot:
        """There are no notifications of transfers. Raises: UnreadableField."""
        raise UnreadableField("no notification")

    async def cancel(self, charge: Charge) -> None:
        """Does nothing: there is nobody to tell."""

    async def refund(self, charge: Charge, amount: int) -> None:
        """The operator transfers the money back by hand. Raises: ProviderRefused."""
        raise ProviderRefused(reason="transfers are paid back by hand")

    async def test_connection(self) -> None:
        """Does nothing: there is no connection."""
