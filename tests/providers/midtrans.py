"""Midtrans' Core API on this machine: charge, status, cancel, expire, refund, and signed notifications."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from aiohttp import web

from tests.providers.stand_in import Message, StandIn, is_absolute_url, is_whole, json_response, parsed

SERVER_KEY = "SB-Mid-server-0123456789abcdef"
CODES = {"pending": "201", "settlement": "200", "cancel": "200", "expire": "407", "deny": "202", "capture": "200"}
ORDER_ID = re.compile(r"[A-Za-z0-9_.~-]{1,50}", re.ASCII)
CODE = "00020101021226MIDTRANS"


class MidtransStandIn(StandIn):
    """Its transactions by `order_id`. With `errors_in_body` a refusal has the status 200, as older accounts see it."""

    def __init__(self) -> None:
        super().__init__()
        self.transactions: dict[str, dict[str, Any]] = {}
        self.callbacks: dict[str, str] = {}
        self.errors_in_body = False
        self.changes: dict[str, object] = {}  # of the next answers, to make them wrong
        self._refund_keys: set[tuple[str, str]] = set()

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request with the right Basic credentials, and 401 any other."""
        if not _is_authorised(request.headers.get("Authorization", "")):
            return self._refuse(401, "Unknown Merchant server_key/id")
        if "application/json" not in request.headers.get("Accept", ""):
            return self._refuse(406, "Accept must be application/json")
        if request.method == "POST" and request.content_type != "application/json":
            return self._refuse(415, "Content-Type must be application/json")
        if (request.method, request.path) == ("POST", "/v2/charge"):
            return self._charge(request, parsed(body))
        match = re.fullmatch(r"/v2/([^/]+)/(status|cancel|expire|refund)", request.path)
        if not match or request.method != ("GET" if match[2] == "status" else "POST"):
            return self._refuse(404, "The requested resource is not found")
        return self._act(match[1], match[2], parsed(body))

    def refuse_field(self) -> web.Response:
        """A refusal with sentences about fields."""
        return self._refuse(400, "One or more parameters in the payload is invalid.", "qris.acquirer is not supported")

    def pay(self, reference: str) -> None:
        """The buyer pays."""
        self._of(reference).update(transaction_status="settlement", settlement_time=self.local_time(self.now()))

    def expire(self, reference: str) -> None:
        """The time is over."""
        self._of(reference)["transaction_status"] = "expire"

    def message(
        self, reference: str, status: str = "", *, forged: bool = False, amount: str = "", server_key: str = SERVER_KEY
    ) -> Message:
        """The notification of a transaction as it is, or of another status or amount; signed, unless `forged`."""
        transaction = dict(self._of(reference))
        if status:
            transaction["transaction_status"] = status
        if amount:
            transaction["gross_amount"] = amount
        payload = self._told(transaction)
        parts = (reference, payload["status_code"], payload["gross_amount"], "wrong" if forged else server_key)
        payload["signature_key"] = hashlib.sha512("".join(parts).encode()).hexdigest()
        headers = {"Content-Type": "application/json", "User-Agent": "Veritrans"}
        return Message(self.callbacks.get(reference, ""), headers, json.dumps(payload).encode())

    def _of(self, name: str) -> dict[str, Any]:
        """A transaction by its `order_id` or its `transaction_id`."""
        if name in self.transactions:
            return self.transactions[name]
        return next(each for each in self.transactions.values() if each["transaction_id"] == name)

    def _charge(self, request: web.Request, order: Mapping[str, Any]) -> web.Response:
        details = order.get("transaction_details") or {}
        reference, amount = str(details.get("order_id") or ""), details.get("gross_amount")
        callback = request.headers.get("X-Override-Notification", "")
        if faults := _faults(order, reference, amount, callback):
            return self._refuse(400, "One or more parameters in the payload is invalid.", *faults)
        if reference in self.transactions:
            return self._refuse(406, "The request could not be completed due to a conflict with order_id")
        minutes = int((order.get("custom_expiry") or {}).get("expiry_duration", 15))
        self.transactions[reference] = {
            "transaction_id": str(uuid4()),
            "order_id": reference,
            "merchant_id": "G141532850",
            "gross_amount": f"{amount}.00",
            "currency": "IDR",
            "payment_type": "qris",
            "transaction_time": self.local_time(self.now()),
            "transaction_status": "pending",
            "fraud_status": "accept",
            "acquirer": order["qris"]["acquirer"],
            "expiry_time": self.local_time(self.now() + timedelta(minutes=minutes)),
        }
        self.callbacks[reference] = callback
        name = self.transactions[reference]["transaction_id"]
        action = {"name": "generate-qr-code", "method": "GET", "url": f"{self.origin}/v2/qris/{name}/qr-code"}
        extra = {"status_message": "QRIS transaction is created", "qr_string": CODE, "actions": [action]}
        return json_response(self._told(self.transactions[reference]) | extra | self.changes)

    def _act(self, name: str, verb: str, order: Mapping[str, Any]) -> web.Response:
        try:
            transaction = self._of(name)
        except StopIteration:
            return self._refuse(404, "Transaction doesn't exist.")
        status = transaction["transaction_status"]
        if verb in {"cancel", "expire"}:
            if status != "pending":
                return self._refuse(412, "Transaction status cannot be updated.")
            transaction["transaction_status"] = verb
        if verb == "refund" and (refusal := self._refund(transaction, order)):
            return refusal
        return json_response(self._told(transaction) | {"status_message": "Success"} | self.changes)

    def _refund(self, transaction: dict[str, Any], order: Mapping[str, Any]) -> web.Response | None:
        gross, before = int(transaction["gross_amount"][:-3]), int(transaction.get("refund_amount", "0.00")[:-3])
        amount, key = order.get("amount", gross - before), (transaction["order_id"], str(order.get("refund_key")))
        if key in self._refund_keys:
            return self._refuse(406, "Duplicate refund_key")
        if transaction["transaction_status"] not in {"settlement", "partial_refund"}:
            return self._refuse(412, "Transaction status cannot be updated.")
        if not is_whole(amount) or not 0 < amount <= gross - before:
            return self._refuse(414, "Refund amount is larger than what is left")
        self._refund_keys.add(key)
        status = "refund" if before + amount == gross else "partial_refund"
        transaction.update(transaction_status=status, refund_amount=f"{before + amount}.00")
        entries = transaction.setdefault("refunds", [])
        entries.append(
            {
                "refund_chargeback_id": 1000 + len(entries),
                "refund_amount": f"{amount}.00",
                "created_at": self.local_time(self.now()),
                "reason": order.get("reason", ""),
                "refund_key": key[1],
                "refund_method": "sync",
                "bank_confirmed_at": None,
            }
        )
        return None

    def pay_back(self, reference: str, amount: int) -> None:
        """The operator pays back in the dashboard of Midtrans."""
        order = {"amount": amount, "refund_key": f"dashboard-{len(self._refund_keys)}"}
        assert self._refund(self._of(reference), order) is None

    def _told(self, transaction: dict[str, Any]) -> dict[str, Any]:
        return transaction | {"status_code": CODES.get(transaction["transaction_status"], "200")}

    def _refuse(self, status: int, message: str, *faults: str) -> web.Response:
        payload: dict[str, Any] = {"status_code": str(status), "status_message": message, "id": str(uuid4())}
        if faults:
            payload["validation_messages"] = list(faults)
        return json_response(payload, 200 if self.errors_in_body else status)


def _is_authorised(header: str) -> bool:
    scheme, _, token = header.partition(" ")
    try:
        return scheme == "Basic" and base64.b64decode(token, validate=True) == f"{SERVER_KEY}:".encode()
    except binascii.Error:
        return False


def _faults(order: Mapping[str, Any], reference: str, amount: object, callback: str) -> list[str]:
    faults = []
    if order.get("payment_type") != "qris" or not (order.get("qris") or {}).get("acquirer"):
        faults.append("payment_type is not supported")
    if not ORDER_ID.fullmatch(reference):
        faults.append("transaction_details.order_id has a wrong format")
    if not isinstance(amount, int) or not is_whole(amount) or amount < 1:
        faults.append("transaction_details.gross_amount must be a whole number")
    items = order.get("item_details")
    if items is not None and sum(item["price"] * item["quantity"] for item in items) != amount:
        faults.append("transaction_details.gross_amount is not equal to the sum of item_details")
    if callback and not all(is_absolute_url(url) for url in callback.split(",")):
        faults.append("X-Override-Notification has a wrong format")
    return faults
