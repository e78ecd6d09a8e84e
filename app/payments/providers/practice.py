"""Payments without money, for development: a button on the pay page pays, and no other machine is reached.

The button calls `press`, which returns what a provider would send to the address of notifications, signed with the
secret of the payment. What was pressed is remembered while the process runs, so that `fetch` knows it, too.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from app.kernel import clock, installation, secrets
from app.kernel.refusal import N_
from app.payments.providers.message_fields import UnreadableField, find_header, parse_object, parse_reference, to_text
from app.payments.providers.provider import (
    Abilities,
    Charge,
    Checkout,
    CheckoutKind,
    ForgedNotification,
    Notification,
    PaymentState,
    Snapshot,
)
from app.payments.providers.redacted_body import BodyRules
from app.payments.providers.redaction import Shape, allowed_facts

EXPIRY = timedelta(minutes=15)
SIGNATURE_HEADER = "X-Practice-Signature"
SHAPES = {
    "order_id": Shape.REFERENCE,
    "state": Shape.WORD,
    "amount": Shape.AMOUNT,
    "currency": Shape.CURRENCY,
    "paid_at": Shape.TIME,
}
BODY = BodyRules(SHAPES)


class PracticePayments(dict[str, Snapshot]):
    """What was pressed, by reference; it is a resource of the installation."""


class PracticeProvider:
    """The adapter of practice payments, which exists in development only."""

    code = "test"
    label = N_("Practice payment")
    kind = CheckoutKind.QR
    currencies: tuple[str, ...] = ("IDR", "USD")
    abilities = Abilities(cancel=True, refund=True, sandbox=True)
    least: Mapping[str, int] = MappingProxyType({"IDR": 1, "USD": 1})
    most: Mapping[str, int] = MappingProxyType({"IDR": 999_999_999, "USD": 99_999_999})
    policy_url = ""

    async def create(self, charge: Charge) -> Checkout:
        """Opens a payment with a code that no banking app takes."""
        expires_at = clock.now() + EXPIRY
        code = f"PRACTICE {charge.reference}"
        amount, secret = charge.amount, secrets.new_token()
        return Checkout(self.kind, charge.reference, amount, charge.currency, expires_at, qr_text=code, secret=secret)

    async def fetch(self, charge: Charge) -> Snapshot:
        """Returns what was pressed."""
        pending = Snapshot(PaymentState.PENDING, charge.reference)
        return _pressed().get(charge.reference, pending)

    def press(
        self, charge: Charge, state: PaymentState = PaymentState.PAID, amount: int | None = None
    ) -> tuple[dict[str, str], bytes]:
        """Changes the state of a payment; returns the headers and the body of its notification.

        `amount` is what was paid, by default the amount of the charge.
        """
        payload = {
            "order_id": charge.reference,
            "state": state.value,
            "amount": charge.amount if amount is None else amount,
            "currency": charge.currency,
            "paid_at": clock.format_rfc3339(clock.now()),
        }
        body = json.dumps(payload).encode()
        _pressed()[charge.reference] = _snapshot(payload)
        return {SIGNATURE_HEADER: _sign(body, charge.secret)}, body

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns the reference that a notification names, before it is verified; empty if it names none."""
        try:
            return parse_reference(parse_object(body).get("order_id"))
        except UnreadableField:
            return ""

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """Returns a notification that was signed with the secret of the payment. Raises: ForgedNotification."""
        signature = find_header(headers, SIGNATURE_HEADER).encode(errors="replace")
        if not secret or not hmac.compare_digest(signature, _sign(body, secret).encode()):
            raise ForgedNotification
        try:
            payload = parse_object(body)
            snapshot = _snapshot(payload)
        except ValueError:
            raise ForgedNotification from None
        event = hashlib.sha256(body).hexdigest()
        kept = BODY.redact(body, (secret,))
        return Notification(event, snapshot.provider_ref, trusted=True, snapshot=snapshot, body=kept)

    def read_stored(self, body: str) -> Snapshot:
        """Reads the stored body of a notification again. Raises: UnreadableField."""
        payload = parse_object(body.encode())
        if to_text(payload.get("state")) not in set(PaymentState):
            raise UnreadableField("no state")
        return _snapshot(payload)

    async def cancel(self, charge: Charge) -> None:
        """Ends a payment that is open."""
        _pressed()[charge.reference] = Snapshot(PaymentState.CANCELLED, charge.reference)

    async def refund(self, charge: Charge, amount: int) -> None:
        """Pays back a payment."""
        _pressed()[charge.reference] = Snapshot(PaymentState.REFUNDED, charge.reference)

    async def test_connection(self) -> None:
        """Does nothing: there is no connection."""


def _pressed() -> PracticePayments:
    return installation.current().resource(PracticePayments)


def _sign(body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _snapshot(payload: dict[str, Any]) -> Snapshot:
    """Returns what a notification says. Raises: ValueError for an unknown state or no amount."""
    state, amount = PaymentState(to_text(payload.get("state"))), payload.get("amount")
    if not isinstance(amount, int):
        raise UnreadableField("amount is no number")
    return Snapshot(
        state,
        parse_reference(payload.get("order_id")),
        paid_amount=amount if state in {PaymentState.PAID, PaymentState.UNDERPAID} else None,
        currency=to_text(payload.get("currency")),
        paid_at=clock.now(),
        facts=allowed_facts(payload, SHAPES, ()),
    )
