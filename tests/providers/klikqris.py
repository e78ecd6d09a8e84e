"""KlikQRIS on this machine: create, status, history, and notifications with the signature of the order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import segno
from aiohttp import web

from app.kernel import secrets
from tests.providers.stand_in import Message, StandIn, is_absolute_url, is_whole, json_response, parsed

KEY, MERCHANT = "kq-live-0123456789abcdef", "176930678538"
MINUTES = 60
PICTURE = segno.make("00020101021226KLIKQRIS", error="m").png_data_uri(scale=3)


class KlikqrisStandIn(StandIn):
    """Its orders by `order_id`, as its answers tell them. `without_amount` leaves amounts out of statuses.

    A merchant with `my_pg` has the variant of that name alone, and others do not have it. Its notifications go to
    `my_pg_callback`, which its owner has set in KlikQRIS' app.
    """

    prefix = "/api"

    def __init__(self) -> None:
        super().__init__()
        self.orders: dict[str, dict[str, Any]] = {}
        self.callbacks: dict[str, str] = {}
        self.paid_word = "SUCCESS"
        self.without_amount = False
        self.my_pg = False
        self.my_pg_callback = ""
        self.changes: dict[str, object] = {}  # of the next answers, to make them wrong

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request with the right headers, and 401 any other."""
        if (request.headers.get("x-api-key"), request.headers.get("id_merchant")) != (KEY, MERCHANT):
            return json_response({"status": False, "message": "Invalid API Key or Account Inactive"}, 401)
        route = (request.method, request.path.removeprefix(self.prefix))
        variant, place = ("qrisv2", f"/qrisv2/status/{MERCHANT}/") if self.my_pg else ("qris", "/qris/status/")
        if route[1].startswith("/qrisv2/") and not self.my_pg:
            return json_response({"status": False, "message": "MY PG mode is not allowed for this merchant"}, 403)
        if route == ("POST", f"/{variant}/create"):
            return self._create(parsed(body) if request.content_type == "application/json" else {})
        if route == ("GET", "/qris/history"):
            return json_response({"status": True, "data": {"current_page": 1, "data": list(self.orders.values())}})
        if request.method == "GET" and route[1].startswith(place):
            return self._status(route[1].removeprefix(place))
        return json_response({"status": False, "message": "Not Found"}, 404)

    def refuse_field(self) -> web.Response:
        """A refusal in Laravel's form."""
        return self._refuse({"callback_url": ["The callback url must be a valid URL."]})

    def pay(self, reference: str) -> None:
        """The buyer pays."""
        order = self.orders[reference]
        order |= {"status": self.paid_word, "paid_at": self.local_time(self.now())}

    def expire(self, reference: str) -> None:
        """The time is over."""
        self.orders[reference]["status"] = "EXPIRED"

    def message(self, reference: str, status: str = "", *, forged: bool = False, amount: str = "") -> Message:
        """The notification of an order as it is, or with another status, a wrong signature or a wrong amount."""
        order = self.orders[reference]
        word = "PAID" if order["status"] in {"PAID", "SUCCESS"} else order["status"]
        payload = {
            "order_id": reference,
            "status": status or word,
            "amount": order["amount"],
            "total_amount": amount or order["total_amount"],
            "payment_date": order["paid_at"],
            "created_at": order["expired_at"],
            "updated_at": order["expired_at"],
            "keterangan": order["keterangan"],
            "direct_url": order["direct_url"],
            "signature": "forged" if forged else order["signature"],
        }
        headers = {"Content-Type": "application/json", "User-Agent": "GuzzleHttp/7"}
        if self.my_pg:
            return Message(self.my_pg_callback, headers, json.dumps(self._nested(payload)).encode())
        return Message(self.callbacks.get(reference, ""), headers, json.dumps(payload).encode())

    def _nested(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        """The notification of "MY PG"."""
        data = {
            "order_id": payload["order_id"],
            "amount_request": payload["amount"],
            "amount_paid": payload["total_amount"],
            "payment_date": payload["payment_date"],
            "status": payload["status"],
            "merchant_id": MERCHANT,
            "via": "QRIS",
            "signature": payload["signature"],
        }
        return {"status": "success", "data": data}

    def _create(self, order: Mapping[str, Any]) -> web.Response:
        faults = self._faults(order)
        if faults:
            return self._refuse(faults)
        reference = str(order["order_id"])
        digits = 1 + len(self.orders) * 7 % 999
        ends = self.now() + timedelta(minutes=MINUTES)
        self.orders[reference] = {
            "order_id": reference,
            "nama_toko": "Toko Sari",
            "amount": f"{order['amount']}.00",
            "amount_uniq": f"{digits}.00",
            "total_amount": f"{order['amount'] + digits}.00",
            "status": "PENDING",
            "qris_url": f"{self.origin}/storage/{reference}.png",
            "qris_image": PICTURE,
            "expired_at": self.local_time(ends),
            "paid_at": None,
            "keterangan": order.get("keterangan"),
            "signature": f"SIG_{secrets.random_base62(32)}",
            "direct_url": f"{self.origin}/payqris/{MERCHANT}/{reference}",
            "expired_menit": str(MINUTES),
        }
        self.callbacks[reference] = str(order.get("callback_url", ""))
        return self._data("Transaction Created Successfully", reference)

    def _status(self, reference: str) -> web.Response:
        if reference not in self.orders:
            return json_response({"status": False, "message": "Transaksi tidak ditemukan"}, 404)
        return self._data("Success", reference)

    def _data(self, message: str, reference: str) -> web.Response:
        data = self.orders[reference] | self.changes
        if self.without_amount:
            data = {name: value for name, value in data.items() if "amount" not in name}
        return json_response({"status": True, "message": message, "data": data})

    def _faults(self, order: Mapping[str, Any]) -> dict[str, list[str]]:
        """What Laravel's rules find: all of it at once."""
        faults: dict[str, list[str]] = {}
        reference, note = order.get("order_id"), order.get("keterangan", "")
        if not isinstance(reference, str) or not reference:
            faults["order_id"] = ["The order id field is required."]
        elif reference in self.orders:
            faults["order_id"] = ["The order id has already been taken."]
        if order.get("id_merchant") != MERCHANT:
            faults["id_merchant"] = ["The selected id merchant is invalid."]
        if not is_whole(order.get("amount")):
            faults["amount"] = ["The amount must be an integer."]
        elif order["amount"] < 1_000:
            faults["amount"] = ["The amount must be at least 1000."]
        if not isinstance(note, str) or len(note) > 255:
            faults["keterangan"] = ["The keterangan must not be greater than 255 characters."]
        if "callback_url" in order and self.my_pg:
            faults["callback_url"] = ["The callback url field is prohibited."]
        elif "callback_url" in order and not is_absolute_url(order["callback_url"]):
            faults["callback_url"] = ["The callback url must be a valid URL."]
        return faults

    def _refuse(self, faults: dict[str, list[str]]) -> web.Response:
        return json_response({"status": False, "message": "The given data was invalid.", "errors": faults}, 422)
