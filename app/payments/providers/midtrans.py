"""Midtrans: QRIS through its Core API (docs.midtrans.com).

The `signature_key` of a notification is a SHA-512 of the order, the status code, the amount and the server key. It does
not cover `transaction_status`: a cancelled payment could be passed off as a settled one under the same signature. So a
notification is a hint, although it is signed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import tzinfo
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from app.payments.currencies import FractionalAmount
from app.payments.providers.message_fields import (
    UnreadableField,
    is_code_text,
    parse_amount,
    parse_object,
    parse_reference,
    parse_time,
    to_text,
)
from app.payments.providers.provider import (
    Abilities,
    Charge,
    Checkout,
    CheckoutKind,
    ForgedNotification,
    Notification,
    PaymentState,
    Snapshot,
    UnknownPayment,
)
from app.payments.providers.provider_client import raise_for_status, refuse_answer, request_object
from app.payments.providers.redacted_body import BodyRules
from app.payments.providers.redaction import Shape, allowed_facts

EXPIRY_MINUTES = 60
EXPIRED = "407"  # the status code of a payment that has expired, which is no error
LONGEST_NAME = 50
STATES = {
    "pending": PaymentState.PENDING,
    "authorize": PaymentState.PENDING,
    "settlement": PaymentState.PAID,
    "expire": PaymentState.EXPIRED,
    "cancel": PaymentState.CANCELLED,
    "deny": PaymentState.FAILED,
    "failure": PaymentState.FAILED,
    "refund": PaymentState.REFUNDED,
    "partial_refund": PaymentState.PAID,
}
REFUNDED = {"refund", "partial_refund"}
CAPTURED = {"accept": PaymentState.PAID, "deny": PaymentState.FAILED}
SHAPES = {
    "order_id": Shape.REFERENCE,
    "transaction_id": Shape.ID,
    "transaction_status": Shape.WORD,
    "status_code": Shape.CODE,
    "gross_amount": Shape.AMOUNT,
    "refund_amount": Shape.AMOUNT,
    "currency": Shape.CURRENCY,
    "payment_type": Shape.WORD,
    "acquirer": Shape.WORD,
    "issuer": Shape.WORD,
    "fraud_status": Shape.WORD,
    "transaction_time": Shape.TIME,
    "settlement_time": Shape.TIME,
    "expiry_time": Shape.TIME,
}
BODY = BodyRules(
    SHAPES | {"refunds.*.refund_amount": Shape.AMOUNT, "refunds.*.created_at": Shape.TIME},
    "merchant_id signature_key status_message refund_chargeback_id refund_key refund_method reason "
    "bank_confirmed_at channel_response_code channel_response_message customer_details",
)


class MidtransProvider:
    """The adapter of Midtrans. `acquirer` names who issues the codes (gopay, airpay shopee)."""

    code = "midtrans"
    label = "Midtrans"
    kind = CheckoutKind.QR
    currencies: tuple[str, ...] = ("IDR",)
    least: Mapping[str, int] = MappingProxyType({"IDR": 1_000})
    most: Mapping[str, int] = MappingProxyType({"IDR": 10_000_000})

    def __init__(
        self, server_key: str, url: str, *, policy_url: str, acquirer: str, zone: tzinfo, sandbox: bool = False
    ) -> None:
        self.abilities, self.policy_url = Abilities(cancel=True, refund=True, sandbox=sandbox), policy_url
        self._server_key, self._url, self._acquirer, self._zone = server_key, url.rstrip("/"), acquirer, zone

    async def create(self, charge: Charge) -> Checkout:
        """Opens a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        item = {"id": "kliqs", "price": charge.amount, "quantity": 1, "name": charge.description[:LONGEST_NAME]}
        order = {
            "payment_type": "qris",
            "transaction_details": {"order_id": charge.reference, "gross_amount": charge.amount},
            "item_details": [item],
            "qris": {"acquirer": self._acquirer},
            "custom_expiry": {"expiry_duration": EXPIRY_MINUTES, "unit": "minute"},
        }
        headers = {"X-Override-Notification": charge.webhook_url} if charge.webhook_url else {}
        answer = await self._request("POST", "charge", json.dumps(order).encode(), headers)
        if self._price(answer, charge) != charge.amount:
            raise refuse_answer(self.code, "gross_amount", "another amount")
        code, expires_at = answer.get("qr_string"), parse_time(answer.get("expiry_time"), self._zone)
        if not is_code_text(code) or expires_at is None:
            raise refuse_answer(self.code, "qr_string", "no code or no end")
        provider_ref = self._snapshot(answer).provider_ref
        return Checkout(self.kind, provider_ref, charge.amount, charge.currency, expires_at, qr_text=code)

    async def fetch(self, charge: Charge) -> Snapshot:
        """Asks about a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        answer = await self._request("GET", f"{quote(charge.reference, safe='')}/status")
        self._price(answer, charge)
        try:
            return self._snapshot(answer)
        except (UnreadableField, FractionalAmount):
            raise refuse_answer(self.code, "refund_amount", "no whole amount") from None

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns the reference that a notification names, before it is verified; empty if it names none."""
        try:
            return parse_reference(parse_object(body).get("order_id"))
        except UnreadableField:
            return ""

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """Returns a notification whose signature is right; it is a hint. Raises: ForgedNotification."""
        try:
            payload = parse_object(body)
            if not hmac.compare_digest(to_text(payload.get("signature_key")).encode(), self._signature(payload)):
                raise ForgedNotification
            reference = parse_reference(payload.get("order_id"))
            snapshot = self._snapshot(payload)
        except (UnreadableField, FractionalAmount, UnicodeEncodeError):
            raise ForgedNotification from None
        if not reference:
            raise ForgedNotification
        parts = (snapshot.facts.get(name, "") for name in ("transaction_status", "status_code", "refund_amount"))
        kept = BODY.redact(body, (self._server_key, to_text(payload.get("signature_key"))))
        return Notification(":".join([reference, *parts]), reference, trusted=False, snapshot=snapshot, body=kept)

    def read_stored(self, body: str) -> Snapshot:
        """Reads the stored body of a notification again. Raises: UnreadableField, FractionalAmount."""
        return self._snapshot(parse_object(body.encode()))

    async def cancel(self, charge: Charge) -> None:
        """Ends a payment that is open. Raises: ProviderDown, ProviderRefused."""
        await self._request("POST", f"{quote(charge.reference, safe='')}/cancel", b"{}")

    async def refund(self, charge: Charge, amount: int) -> None:
        """Pays back a part or all of a payment; the same amount is paid back once. Raises: ProviderDown, …"""
        order = {"refund_key": f"{charge.reference}-{amount}", "amount": amount, "reason": charge.description[:255]}
        await self._request("POST", f"{quote(charge.reference, safe='')}/refund", json.dumps(order).encode())

    async def test_connection(self) -> None:
        """Asks about a payment that there is not. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        try:
            await self._request("GET", "KLQ-CONNECTION-TEST/status")
        except UnknownPayment:
            return

    async def _request(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Returns an answer. Midtrans writes the status of a request into the body, often with the status 200."""
        secrets = (self._server_key, base64.b64encode(f"{self._server_key}:".encode()).decode())
        sent = {"Authorization": f"Basic {secrets[1]}", "Content-Type": "application/json", **(headers or {})}
        payload = await request_object(
            self.code, method, f"{self._url}/v2/{path}", headers=sent, body=body, secrets=secrets
        )
        code = to_text(payload.get("status_code"))
        if not (code.isascii() and code.isdecimal() and len(code) == 3):
            raise refuse_answer(self.code, "status_code", "no status")
        if code != EXPIRED:
            raise_for_status(self.code, int(code), payload, secrets)
        return payload

    def _snapshot(self, payload: dict[str, Any]) -> Snapshot:
        """Raises: UnreadableField, FractionalAmount."""
        status = payload.get("transaction_status")
        state = STATES.get(str(status), PaymentState.PENDING)
        if status == "capture":
            state = CAPTURED.get(str(payload.get("fraud_status")), PaymentState.DETECTED)
        currency = to_text(payload.get("currency")) or "IDR"
        amount = parse_amount(payload, "gross_amount", "IDR") if currency == "IDR" else None
        facts = allowed_facts(payload, SHAPES, (self._server_key,))
        return Snapshot(
            state,
            facts.get("transaction_id", ""),
            paid_amount=amount if state in {PaymentState.PAID, PaymentState.REFUNDED} else None,
            currency=currency,
            paid_at=parse_time(payload.get("settlement_time"), self._zone),
            facts=facts,
            refunded=_refunded(payload, amount, str(status)),
        )

    def _price(self, answer: dict[str, Any], charge: Charge) -> int:
        """Returns the price in an answer about a charge."""
        if answer.get("order_id") != charge.reference:
            raise refuse_answer(self.code, "order_id", "another payment")
        try:
            return parse_amount(answer, "gross_amount", "IDR")
        except (UnreadableField, FractionalAmount):
            raise refuse_answer(self.code, "gross_amount", "no whole amount") from None

    def _signature(self, payload: dict[str, Any]) -> bytes:
        """Returns what the signature of a notification must be. Raises: UnreadableField if it covers nothing."""
        parts = [payload.get(name) for name in ("order_id", "status_code", "gross_amount")]
        if not all(isinstance(part, str) and part for part in parts):
            raise UnreadableField("a part of the signature is missing")
        text = "".join([*map(str, parts), self._server_key])
        return hashlib.sha512(text.encode()).hexdigest().encode()


def _refunded(payload: dict[str, Any], amount: int | None, status: str) -> int | None:
    """Returns what was paid back in all: `refund_amount` sums up, and each of `refunds` is one.

    Whichever says more counts, and never more than was paid. None for a payment of which nothing was paid back. Raises:
    UnreadableField, FractionalAmount.
    """
    if amount is None or status not in REFUNDED:
        return None
    entries = payload.get("refunds")
    each = [parse_amount(entry, "refund_amount", "IDR") for entry in (entries if isinstance(entries, list) else [])]
    if status == "refund":
        return amount
    total = parse_amount(payload, "refund_amount", "IDR") if payload.get("refund_amount") is not None else 0
    return min(max(total, sum(each)), amount) or None
