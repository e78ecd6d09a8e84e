"""A payment provider in memory: it keeps what a real one keeps, and answers as `provider.py` says.

It is the ledger that tests compare with: `payments` has what was really paid, by reference.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.kernel import clock
from app.payments.buyer import Buyer
from app.payments.providers import registry
from app.payments.providers.provider import (
    Abilities,
    Charge,
    Checkout,
    CheckoutKind,
    ForgedNotification,
    Notification,
    PaymentState,
    ProviderDown,
    ProviderRefused,
    Snapshot,
    UnknownPayment,
)

SECRET = "provider-secret"
LIFETIME = timedelta(hours=1)
BUYER = Buyer("Sari Dewi", "sari@example.com", "Jl. Melati 1, Bandung", "01.234.567.8-901.000")


@dataclass
class Payment:
    """A payment as the provider knows it."""

    charge: Charge
    ref: str
    pay_amount: int
    state: PaymentState = PaymentState.PENDING
    paid: int | None = None
    paid_at: datetime | None = None


@dataclass
class FakeProvider:
    """Takes payments in memory. `digits` are added to each amount; `down` and `refuses` make calls fail."""

    code: str = "fake"
    label: str = "Fake"
    kind: CheckoutKind = CheckoutKind.QR
    currencies: tuple[str, ...] = ("IDR",)
    abilities: Abilities = field(default_factory=lambda: Abilities(poll=True, cancel=True, refund=True))
    least: Mapping[str, int] = field(default_factory=dict)
    most: Mapping[str, int] = field(default_factory=dict)
    policy_url: str = "https://pay.example/policy"
    trusted: bool = True
    digits: int = 16
    down: bool = False
    refuses: bool = False
    lose_answer: bool = False
    payments: dict[str, Payment] = field(default_factory=dict)
    cancelled: list[str] = field(default_factory=list)

    def _check(self) -> None:
        if self.down:
            raise ProviderDown
        if self.refuses:
            raise ProviderRefused(faults={"amount": ["too small"]})

    async def create(self, charge: Charge) -> Checkout:
        self._check()
        assert charge.reference not in self.payments, "a reference is never used twice"
        amount = charge.amount + self.digits
        payment = self.payments[charge.reference] = Payment(charge, f"pay-{len(self.payments) + 1}", amount)
        if self.lose_answer:
            raise ProviderDown
        return Checkout(
            self.kind, payment.ref, amount, charge.currency, clock.now() + LIFETIME, "00020101", b"\x89PNG", "", SECRET
        )

    async def fetch(self, charge: Charge) -> Snapshot:
        self._check()
        if charge.reference not in self.payments:
            raise UnknownPayment
        return self.snapshot(charge.reference)

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        return str(json.loads(body).get("reference", ""))

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        if not hmac.compare_digest(headers.get("Signature", ""), self.sign(body)):
            raise ForgedNotification
        message = json.loads(body)
        snapshot = Snapshot(
            PaymentState(message["state"]), message["ref"], message["paid"], message["currency"],
            facts={"status": message["state"]},
        )  # fmt: skip
        return Notification(message["event"], message["reference"], self.trusted, snapshot)

    def read_stored(self, body: str) -> Snapshot:
        raise AssertionError("its bodies are not stored")

    async def cancel(self, charge: Charge) -> None:
        self._check()
        self.cancelled.append(charge.reference)

    async def refund(self, charge: Charge, amount: int) -> None:
        self._check()

    async def test_connection(self) -> None:
        self._check()

    def snapshot(self, reference: str) -> Snapshot:
        """What is known of a payment."""
        payment = self.payments[reference]
        return Snapshot(payment.state, payment.ref, payment.paid, payment.charge.currency, payment.paid_at)

    def pay(self, reference: str, amount: int | None = None, state: PaymentState = PaymentState.PAID) -> Snapshot:
        """The buyer pays, by default what was asked for."""
        payment = self.payments[reference]
        payment.state, payment.paid = state, payment.pay_amount if amount is None else amount
        payment.paid_at = clock.now()
        return self.snapshot(reference)

    def expire(self, reference: str) -> Snapshot:
        """The time of a payment is over."""
        if self.payments[reference].state is PaymentState.PENDING:
            self.payments[reference].state = PaymentState.EXPIRED
        return self.snapshot(reference)

    def message(self, reference: str, event: str, **changes: Any) -> tuple[dict[str, str], bytes]:
        """The headers and the body of a notification of what is known now."""
        known = self.snapshot(reference)
        content = {
            "event": event, "reference": reference, "state": known.state.value, "ref": known.provider_ref,
            "paid": known.paid_amount, "currency": known.currency,
        }  # fmt: skip
        body = json.dumps(content | changes).encode()
        return {"Signature": self.sign(body)}, body

    @staticmethod
    def sign(body: bytes) -> str:
        """The signature of a body."""
        return hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


@contextmanager
def connected(*providers: FakeProvider) -> Iterator[None]:
    """The providers are those of the installation while the block runs."""
    by_code = {provider.code: provider for provider in providers}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "configured", lambda: list(by_code.values()))
        patch.setattr(registry, "provider", by_code.__getitem__)
        yield
