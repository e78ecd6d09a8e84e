"""CoinPayments on this machine: invoices with signed requests, and signed notifications in PascalCase."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

from aiohttp import web

from tests.providers.stand_in import Message, StandIn, is_absolute_url, is_whole, json_response, parsed

CLIENT, SECRET = "dc6a16e545c34187ba21a9edbbe484a5", "an+invented/secret0of9an8integration7="
CURRENCY_ID = "5057"
TOLERANCE = timedelta(minutes=5)
PRICE = re.compile(r"\d+(\.\d{1,2})?", re.ASCII)
EVENTS = {"Created", "Pending", "Paid", "Completed", "Cancelled", "TimedOut"}
WALLET = "ltc1qinventedaddressofahotwallet0000000000"

USDT = "9:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
COINS: list[dict[str, Any]] = [
    {"id": "5057", "type": "fiat", "symbol": "USD", "name": "US Dollar", "rank": 0, "requiredConfirmations": 0},
    {"id": "1", "type": "crypto", "symbol": "BTC", "name": "Bitcoin", "rank": 1, "requiredConfirmations": 2},
    {"id": "2", "type": "crypto", "symbol": "LTC", "name": "Litecoin", "rank": 7, "requiredConfirmations": 3},
    {"id": USDT, "type": "token", "symbol": "USDT", "rank": 5,
     "name": "Tether USD (TRC20)", "requiredConfirmations": 20},
    {"id": "4:0xdac17f958d2ee523a2206206994597c13d831ec7", "type": "token", "symbol": "USDT", "rank": 4,
     "name": "Tether USD (ERC20)", "requiredConfirmations": 12},
    {"id": "36", "type": "crypto", "symbol": "DOGE", "name": "Dogecoin", "rank": 9, "requiredConfirmations": 6},
]  # fmt: skip


def sign(method: str, url: str, client: str, timestamp: str, body: bytes, secret: str = SECRET) -> str:
    """The documented signature; coinpayments_signature.mjs has the same in JavaScript."""
    text = b"\xef\xbb\xbf" + method.encode() + url.encode() + client.encode() + timestamp.encode() + body
    return base64.b64encode(hmac.new(secret.encode(), text, hashlib.sha256).digest()).decode()


class CoinpaymentsStandIn(StandIn):
    """Its invoices by our reference."""

    def __init__(self) -> None:
        super().__init__()
        self.invoices: dict[str, dict[str, Any]] = {}
        self.callbacks: dict[str, str] = {}
        self.changes: dict[str, object] = {}  # of the next answers, to make them wrong
        self.coin_changes: dict[str, object] = {}  # of the next answers about coins
        self.refuses_coins = False  # the integration may not begin payments in coins
        self.begun: set[str] = set()
        self.chosen: dict[str, dict[str, Any]] = {}

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request with the right signature and time, and 401 any other."""
        if not self._is_signed(request, body):
            return json_response({"title": "Unauthorized", "status": 401, "detail": "Invalid signature"}, 401)
        path = unquote(request.path)
        if (request.method, request.path) == ("POST", "/api/v2/merchant/invoices"):
            return self._create(parsed(body))
        if (request.method, request.path) == ("GET", "/api/v1/merchant/invoices"):
            query = request.query.get("q", "")
            items = [invoice for reference, invoice in self.invoices.items() if query in reference]
            return json_response({"items": items, "paging": {"limit": 10}})
        if match := re.fullmatch(
            r"/api/v1/invoices/([0-9a-f-]{36})/(payments|payment-currencies/([^/]+)(/status)?)", path
        ):
            return self._coins(request.method, match, parsed(body))
        for invoice in self.invoices.values():
            if (request.method, request.path) == ("GET", f"/api/v1/merchant/invoices/{invoice['id']}"):
                return json_response(invoice | self.changes)
        return json_response({"title": "Not Found", "status": 404}, 404)

    def refuse_field(self) -> web.Response:
        """A refusal with sentences about fields."""
        return self._refuse({"currency": ["The currency is not supported."]})

    def pay(self, reference: str, state: str = "paid") -> None:
        """The invoice gets a state: pending, paid, completed, cancelled, timedOut."""
        self.invoices[reference]["status"] = state
        if state in {"paid", "completed"}:
            self.invoices[reference]["confirmed"] = self.now().isoformat()

    def underpay(self, reference: str) -> None:
        """A part arrives on the chain, and then the time is over."""
        self.invoices[reference] |= {"status": "timedOut", "payments": [_payment("0.0123")]}

    def message(
        self, reference: str, kind: str, *, forged: bool = False, amount: int | None = None, camel_case: bool = False
    ) -> Message:
        """The notification `Invoice<kind>`, with a wrong signature or another total."""
        invoice = self.invoices[reference]
        total = int(Decimal(invoice["amount"]["total"]["valueAsDecimal"]) * 100) if amount is None else amount
        word = f"invoice{kind}" if camel_case else f"Invoice{kind}"
        payload = {
            "id": uuid4().hex,
            "type": word,
            "timestamp": self.now().strftime("%Y-%m-%dT%H:%M:%S.1234567+00:00"),
            "invoice": self._notified(invoice, kind, total),
        }
        return self.signed(self.callbacks[reference], json.dumps(payload).encode(), forged=forged)

    def signed(self, url: str, body: bytes, *, forged: bool = False) -> Message:
        """A notification with the headers of its body."""
        timestamp = self.now().strftime("%Y-%m-%dT%H:%M:%S")
        signature = sign("POST", url, CLIENT, timestamp, body, "wrong" if forged else SECRET)
        headers = {
            "X-CoinPayments-Client": CLIENT,
            "X-CoinPayments-Timestamp": timestamp,
            "X-CoinPayments-Signature": signature,
            "Content-Type": "application/json",
        }
        return Message(url, headers, body)

    def send(self, reference: str, amount: str, confirmations: int = 0) -> None:
        """A part of a coin arrives on its network; with all its confirmations it is confirmed."""
        chosen = self.chosen[reference]
        chosen |= {"received": Decimal(amount), "confirmations": confirmations}

    def _coins(self, method: str, match: re.Match[str], order: Mapping[str, Any]) -> web.Response:
        """The checkout on a page of the merchant's own: coins, the address for one, and what has arrived."""
        invoice = next((each for each in self.invoices.values() if each["id"] == match[1]), None)
        if invoice is None:
            return json_response({"title": "Not Found", "status": 404}, 404)
        reference = invoice["invoiceId"]
        if (method, match[2]) == ("POST", "payments"):
            if self.refuses_coins:
                return json_response({"title": "Forbidden", "status": 403}, 403)
            if not re.fullmatch(r"[^@\s]+@[^@\s]+", str(order.get("refundEmail", ""))):
                return self._refuse({"refundEmail": ["The email is not valid."]})
            if invoice["status"] != "unpaid":
                return self._refuse({"": ["The invoice cannot be paid."]})
            self.begun.add(reference)
            entries = [{"currency": coin, "isDisabled": coin["symbol"] == "DOGE"} for coin in COINS]
            return json_response({"paymentId": str(uuid4()), "paymentCurrencies": entries} | self.coin_changes)
        coin = next((each for each in COINS if each["id"] == match[3]), None)
        if method != "GET" or coin is None or reference not in self.begun:
            return self._refuse({"currencyId": ["The currency cannot be paid with."]})
        if match[4]:
            return json_response(self._coin_status(reference, coin) | self.coin_changes)
        return json_response(self._address(reference, coin) | self.coin_changes)

    def _address(self, reference: str, coin: Mapping[str, Any]) -> dict[str, Any]:
        number = f"{int(self.invoices[reference]['amount']['total']['value']) * 97}"
        due = Decimal(number).scaleb(-8)
        address = f"{coin['symbol'][:1]}{reference.removeprefix('KLQ-')}{coin['id'].partition(':')[0]}"
        expires = self.now() + timedelta(minutes=30)
        self.chosen[reference] = {"coin": coin["id"], "due": due, "received": Decimal(), "confirmations": 0}
        money = {"value": number, "currencyId": coin["id"], "valueAsDecimal": format(due, "f")}
        uri = f"{coin['name'].lower().replace(' ', '')}:{address}?amount={due:f}"
        return {
            "currency": coin,
            "amount": money | {"displayValue": f"{due:f} {coin['symbol']}", "rate": "0.00000097"},
            "remainingAmount": dict(money),
            "addresses": {"address": address, "biP21": uri if coin["symbol"] in {"BTC", "LTC"} else None},
            "expires": expires.isoformat(),
        }

    def _coin_status(self, reference: str, coin: Mapping[str, Any]) -> dict[str, Any]:
        chosen = self.chosen[reference]
        confirmed = chosen["confirmations"] >= coin["requiredConfirmations"]
        amounts = {"confirmedAmount": chosen["received"] if confirmed else Decimal()}
        amounts |= {
            "unconfirmedAmount": Decimal() if confirmed else chosen["received"],
            "expectedAmount": chosen["due"],
        }
        return {
            "status": self.invoices[reference]["status"],
            "payment": {
                "currencyId": coin["id"],
                "confirmations": chosen["confirmations"],
                "requiredConfirmations": coin["requiredConfirmations"],
                **{name: {"currencyId": coin["id"], "valueAsDecimal": f"{each:f}"} for name, each in amounts.items()},
            },
            "partialAcceptAvailable": False,
        }

    def _notified(self, invoice: dict[str, Any], kind: str, total: int) -> dict[str, Any]:
        return {
            "invoiceId": invoice["invoiceId"],
            "id": invoice["id"],
            "userEmail": "merchant@example.com",
            "createdAt": int(self.now().timestamp()),
            "lineItems": [{"amount": total, "quantity": 1, "name": "Pro"}],
            "amount": {"currency": {"id": int(CURRENCY_ID), "smartContract": None}, "subtotal": total, "total": total},
            "state": kind,
            "confirmedAt": int(self.now().timestamp()) if kind in {"Paid", "Completed"} else None,
            "buyer": {"email": "buyer@example.com", "firstName": "Budi"},
            "payments": invoice.get("payments", []),
        }

    def _is_signed(self, request: web.Request, body: bytes) -> bool:
        headers = request.headers
        timestamp = headers.get("X-CoinPayments-Timestamp", "")
        try:
            when = datetime.strptime(timestamp, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
        except ValueError:
            return False
        right = sign(request.method, self.origin + request.path_qs, CLIENT, timestamp, body)
        return (
            abs(when - self.now()) <= TOLERANCE
            and headers.get("X-CoinPayments-Client") == CLIENT
            and headers.get("X-CoinPayments-Signature") == right
        )

    def _create(self, order: Mapping[str, Any]) -> web.Response:
        if faults := _faults(order):
            return self._refuse(faults)
        reference, number = order["invoiceId"], str(uuid4())
        total = Decimal(order["amount"]["total"])
        amount = {"value": str(int(total * 100)), "currencyId": CURRENCY_ID, "valueAsDecimal": f"{total:.2f}"}
        self.invoices[reference] = {
            "id": number,
            "invoiceId": reference,
            "status": "unpaid",
            "currency": {"id": CURRENCY_ID, "symbol": "USD"},
            "amount": {"total": amount},
        }
        self.callbacks[reference] = order["webhooks"][0]["notificationsUrl"]
        payment = {"paymentId": str(uuid4()), "expires": (self.now() + timedelta(hours=2)).isoformat()}
        pages = {"link": f"{self.origin}/invoice/{number}", "checkoutLink": f"{self.origin}/checkout/{number}"}
        return json_response({"invoices": [{"id": number, "payment": payment} | pages | self.changes]}, 201)

    def _refuse(self, faults: dict[str, list[str]]) -> web.Response:
        return json_response({"title": "One or more validation errors occurred.", "status": 400, "errors": faults}, 400)


def _faults(order: Mapping[str, Any]) -> dict[str, list[str]]:
    faults: dict[str, list[str]] = {}
    amount, items = order.get("amount") or {}, order.get("items") or []
    prices = [amount.get("total"), (amount.get("breakdown") or {}).get("subtotal"), *(i.get("amount") for i in items)]
    if order.get("currency") != CURRENCY_ID or order.get("clientId") != CLIENT:
        faults["currency"] = ["The currency or the client is unknown."]
    if not isinstance(order.get("invoiceId"), str) or not order["invoiceId"]:
        faults["invoiceId"] = ["The invoiceId is required."]
    if not items or not all(isinstance(price, str) and PRICE.fullmatch(price) for price in prices):
        faults["amount"] = ["Amounts are texts with at most two decimal places."]
    elif not Decimal(prices[0]) == Decimal(prices[1]) == sum(Decimal(price) for price in prices[2:]):
        faults["amount.total"] = ["The total is not the sum of the items."]
    if not all(is_whole(item["quantity"]["value"]) and item["quantity"]["type"] in {1, 2} for item in items):
        faults["items"] = ["The quantity is not valid."]
    hooks = order.get("webhooks") or [{}]
    known = {f"invoice{event}" for event in EVENTS}
    if not is_absolute_url(hooks[0].get("notificationsUrl")) or not set(hooks[0].get("notifications", [""])) <= known:
        faults["webhooks"] = ["The webhook is not valid."]
    if not is_absolute_url(order.get("successUrl")) or not is_absolute_url(order.get("cancelUrl")):
        faults["successUrl"] = ["The address is not valid."]
    return faults


def _payment(amount: str) -> dict[str, Any]:
    """A payment that is on the chain, with everything that must not be stored."""
    wallet = {"confirmedAmount": amount, "unconfirmedAmount": "0", "paymentReceiveAddress": WALLET}
    return {"id": str(uuid4()), "state": "detected", "refundEmail": "buyer@example.com", "hotWallet": wallet}
