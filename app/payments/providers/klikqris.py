"""KlikQRIS: a QRIS code for one payment, paid from any Indonesian banking app or e-wallet (klikqris.com).

It has two variants. In the usual one KlikQRIS takes the payment. In "MY PG" the merchant's own QRIS does: it has other
paths, its notifications have their facts in `data`, and they go to an address that is set in KlikQRIS' own app.

The amount to pay has a few digits more than the price, by which KlikQRIS tells payments apart. A notification carries
the signature that `create` returned. That signature covers nothing of the body and never changes, so a notification is
only a hint, and the signature must never reach a browser.
"""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from app.kernel import clock
from app.payments.currencies import FractionalAmount
from app.payments.providers.message_fields import (
    UnreadableField,
    is_web_url,
    look_up,
    parse_amount,
    parse_object,
    parse_reference,
    parse_time,
)
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
from app.payments.providers.provider_client import refuse_answer, request_object
from app.payments.providers.redacted_body import BodyRules
from app.payments.providers.redaction import Shape, allowed_facts

LONGEST_DESCRIPTION, LONGEST_SIGNATURE, LARGEST_PICTURE = 255, 512, 256 * 1024
DEFAULT_MINUTES, MOST_DIGITS = 60, 1_000  # the digits that tell payments apart are fewer rupiah than that
PNG_URI, PNG_SIGNATURE = "data:image/png;base64,", b"\x89PNG\r\n\x1a\n"
STATES = {
    "PENDING": PaymentState.PENDING,
    "PAID": PaymentState.PAID,
    "SUCCESS": PaymentState.PAID,
    "EXPIRED": PaymentState.EXPIRED,
    "FAILED": PaymentState.FAILED,
}
SHAPES = {
    "order_id": Shape.REFERENCE,
    "status": Shape.WORD,
    "amount": Shape.AMOUNT,
    "total_amount": Shape.AMOUNT,
    "payment_date": Shape.TIME,
    "paid_at": Shape.TIME,
    "expired_at": Shape.TIME,
}
MY_PG_SHAPES = SHAPES | {"amount_request": Shape.AMOUNT, "amount_paid": Shape.AMOUNT, "via": Shape.WORD}
NAMES = "signature keterangan direct_url merchant_id created_at updated_at message"
BODY = BodyRules(SHAPES, NAMES)
MY_PG_BODY = BodyRules({"status": Shape.WORD} | {f"data.{path}": shape for path, shape in MY_PG_SHAPES.items()}, NAMES)


class KlikqrisProvider:
    """The adapter of KlikQRIS. `url` is the address of its API, `zone` that of the times in its answers.

    `my_pg` chooses the variant of that name, which the sandbox does not have.
    """

    code = "klikqris"
    label = "KlikQRIS"
    kind = CheckoutKind.QR
    currencies: tuple[str, ...] = ("IDR",)
    least: Mapping[str, int] = MappingProxyType({"IDR": 1_000})
    most: Mapping[str, int] = MappingProxyType({"IDR": 9_999_000})  # QRIS ends at ten million, with the added digits

    def __init__(
        self, key: str, merchant: str, url: str, *, policy_url: str, zone: tzinfo, sandbox: bool = False,
        my_pg: bool = False,
    ) -> None:  # fmt: skip
        self.abilities, self.policy_url = Abilities(sandbox=sandbox), policy_url
        self._key, self._merchant, self._url, self._zone = key, merchant, url.rstrip("/"), zone
        self._my_pg = my_pg and not sandbox

    async def create(self, charge: Charge) -> Checkout:
        """Opens a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        data = await self._request("POST", "/qrisv2/create" if self._my_pg else "/qris/create", self._order(charge))
        self._check_reference(data, charge)
        pay_amount = self._amount(data, "total_amount")
        if not charge.amount <= pay_amount < charge.amount + MOST_DIGITS:
            raise refuse_answer(self.code, "total_amount", "less than the price, or more than digits that tell apart")
        image, signature = _decode_png(data.get("qris_image")), data.get("signature")
        pages = [data.get("direct_url"), *([data.get("qris_url")] if self._my_pg else [])]
        page = next((url for url in pages if is_web_url(url)), "")
        if not image and not page:
            raise refuse_answer(self.code, "qris_image", "neither a PNG picture nor a page to pay on")
        return Checkout(
            self.kind,
            charge.reference,
            pay_amount,
            charge.currency,
            self._expiry(data),
            qr_image=image,
            url="" if image else page,
            secret=signature if isinstance(signature, str) and len(signature) <= LONGEST_SIGNATURE else "",
        )

    async def fetch(self, charge: Charge) -> Snapshot:
        """Asks about a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        place = f"/qrisv2/status/{quote(self._merchant, safe='')}" if self._my_pg else "/qris/status"
        data = await self._request("GET", f"{place}/{charge.reference}", secret=charge.secret)
        self._check_reference(data, charge)
        try:
            return self._snapshot(data, charge.secret)
        except (UnreadableField, FractionalAmount):
            raise refuse_answer(self.code, "total_amount", "no whole amount") from None

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns the reference that a notification names, before it is verified; empty if it names none."""
        try:
            return parse_reference(self._facts_of(parse_object(body)).get("order_id"))
        except UnreadableField:
            return ""

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """Returns a notification whose signature is that of the order; it is a hint. Raises: ForgedNotification."""
        try:
            payload = self._facts_of(parse_object(body))
            signature, reference = payload.get("signature"), parse_reference(payload.get("order_id"))
            if not secret or not isinstance(signature, str) or not reference:
                raise ForgedNotification
            if not hmac.compare_digest(signature.encode(errors="replace"), secret.encode()):
                raise ForgedNotification
            if str(payload.get("status")) not in STATES:
                raise ForgedNotification
            snapshot = self._snapshot(payload, secret)
        except (UnreadableField, FractionalAmount):
            raise ForgedNotification from None
        kept = (MY_PG_BODY if self._my_pg else BODY).redact(body, (self._key, secret))
        return Notification(f"{reference}:{snapshot.state}", reference, trusted=False, snapshot=snapshot, body=kept)

    def read_stored(self, body: str) -> Snapshot:
        """Reads the stored body of a notification again. Raises: UnreadableField, FractionalAmount."""
        return self._snapshot(self._facts_of(parse_object(body.encode())), "")

    async def cancel(self, charge: Charge) -> None:
        """KlikQRIS has no way to end a payment before its time. Raises: ProviderRefused."""
        raise ProviderRefused(reason="not offered by KlikQRIS")

    async def refund(self, charge: Charge, amount: int) -> None:
        """KlikQRIS has no way to pay back. Raises: ProviderRefused."""
        raise ProviderRefused(reason="not offered by KlikQRIS")

    async def test_connection(self) -> None:
        """Reads the first page of the payments. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        await self._request("GET", "/qris/history?page=1", needs_data=False)

    async def _request(
        self, method: str, path: str, body: bytes = b"", *, secret: str = "", needs_data: bool = True
    ) -> dict[str, Any]:
        """Returns the `data` of an answer."""
        headers = {"x-api-key": self._key, "id_merchant": self._merchant}
        if body:
            headers["Content-Type"] = "application/json"
        payload = await request_object(
            self.code, method, self._url + path, headers=headers, body=body, secrets=(self._key, secret)
        )
        data = payload.get("data")
        if payload.get("status") is not True or (needs_data and not isinstance(data, dict)):
            raise refuse_answer(self.code, "status", "no success")
        return data if isinstance(data, dict) else {}

    def _order(self, charge: Charge) -> bytes:
        """Returns the body that opens a payment."""
        order: dict[str, str | int] = {
            "order_id": charge.reference,
            "id_merchant": self._merchant,
            "amount": charge.amount,
            "keterangan": charge.description[:LONGEST_DESCRIPTION],
        }
        if charge.webhook_url and not self._my_pg:  # an empty one would be refused; "MY PG" takes none
            order["callback_url"] = charge.webhook_url
        return json.dumps(order).encode()

    def _snapshot(self, data: dict[str, Any], secret: str) -> Snapshot:
        """Raises: UnreadableField, FractionalAmount."""
        state = STATES.get(str(data.get("status")), PaymentState.PENDING)
        amount = "total_amount" if data.get("total_amount") is not None else "amount_paid"
        paid = state is PaymentState.PAID and data.get(amount) is not None
        return Snapshot(
            state,
            parse_reference(data.get("order_id")),
            paid_amount=parse_amount(data, amount, "IDR") if paid else None,
            currency="IDR",
            paid_at=parse_time(data.get("payment_date") or data.get("paid_at"), self._zone),
            facts=allowed_facts(data, MY_PG_SHAPES if self._my_pg else SHAPES, (self._key, secret)),
        )

    def _facts_of(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Returns the object of a notification that has the facts. Raises: UnreadableField where there is none."""
        facts = payload.get("data") if self._my_pg else payload
        if not isinstance(facts, dict):
            raise UnreadableField("no data")
        return facts

    def _check_reference(self, data: dict[str, Any], charge: Charge) -> None:
        if data.get("order_id") != charge.reference:
            raise refuse_answer(self.code, "order_id", "another payment")

    def _amount(self, data: dict[str, Any], field: str) -> int:
        try:
            return parse_amount(data, field, "IDR")
        except (UnreadableField, FractionalAmount):
            raise refuse_answer(self.code, field, "no whole amount") from None

    def _expiry(self, data: dict[str, Any]) -> datetime:
        """Returns when a payment ends. Where that is no time, it is so many minutes from now."""
        minutes = str(look_up(data, "expired_menit"))
        lasts = int(minutes) if minutes.isascii() and minutes.isdecimal() and len(minutes) < 6 else DEFAULT_MINUTES
        return parse_time(data.get("expired_at"), self._zone) or clock.now() + timedelta(minutes=lasts)


def _decode_png(uri: object) -> bytes:
    """Returns the picture in a data URI (RFC 2397); empty for anything but a PNG of at most LARGEST_PICTURE bytes."""
    if not isinstance(uri, str) or not uri.startswith(PNG_URI):
        return b""
    try:
        picture = base64.b64decode(uri.removeprefix(PNG_URI), validate=True)
    except ValueError:
        return b""
    return picture if picture.startswith(PNG_SIGNATURE) and len(picture) <= LARGEST_PICTURE else b""
