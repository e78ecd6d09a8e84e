"""CoinPayments: an invoice that is paid with a cryptocurrency on a page of CoinPayments (its API of 2024 and later).

Requests and notifications have the same three headers. The signature is an HMAC-SHA256 of a byte order mark, the
method, the whole address, the client id, the time and the body: for a notification, the address under which it was
registered, which a proxy in front does not change. A payment that came too small ends like one that never came, and
is told apart by the amounts on the chain.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from app.kernel import clock
from app.kernel.http_message import parse_url
from app.payments.currencies import FractionalAmount, to_decimal
from app.payments.providers.coin import Coin, CoinPayment, coins_to_json
from app.payments.providers.coinpayments_coins import read_offer, read_payment, read_progress
from app.payments.providers.coinpayments_words import BODY, EVENTS, IN_FULL, NOTIFIED, SHAPES, STATES
from app.payments.providers.message_fields import (
    UnreadableField,
    find_header,
    is_web_url,
    look_up,
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
    ProviderError,
    ProviderRefused,
    Snapshot,
    UnknownPayment,
)
from app.payments.providers.provider_client import refuse_answer, request_object
from app.payments.providers.redaction import Shape, allowed_facts

BYTE_ORDER_MARK = "\ufeff"
TIME_FORMAT = "%Y-%m-%dT%H:%M:%S"  # UTC, without Z
INVOICES = "/api/v2/merchant/invoices"
INVOICES_V1 = "/api/v1/merchant/invoices"
PUBLIC_INVOICES = "/api/v1/invoices"
NO_REFUNDS = "norefunds@in.crypto"  # what CoinPayments' documentation has where nobody is to be written to
CLIENT, TIMESTAMP, SIGNATURE = "X-CoinPayments-Client", "X-CoinPayments-Timestamp", "X-CoinPayments-Signature"
EXPIRY = timedelta(hours=24)
LONGEST_NAME, UNITS = 128, 2
INVOICE_ID = re.compile(Shape.ID.value, re.ASCII)


class CoinpaymentsProvider:
    """The adapter of CoinPayments.

    `currency` is that of invoices, and `currency_id` its number at CoinPayments (US dollars: 5057). `skew` is how
    many seconds the time of a notification may differ from ours. `refund_email` is whom CoinPayments writes to when a
    payment in a coin comes wrong: the operator, because it is not told who buys.
    """

    code = "coinpayments"
    label = "CoinPayments"
    kind = CheckoutKind.REDIRECT
    abilities = Abilities()

    def __init__(
        self, client: str, secret: str, url: str, *, policy_url: str, currency: str, currency_id: str, skew: int,
        refund_email: str = "",
    ) -> None:  # fmt: skip
        self.policy_url = policy_url
        self.currencies: tuple[str, ...] = (currency,)
        self.least: Mapping[str, int] = MappingProxyType({currency: 100 if currency == "USD" else 15_000})
        self.most: Mapping[str, int] = MappingProxyType({currency: 1_000_000 if currency == "USD" else 150_000_000})
        self._client, self._secret, self._url = client, secret, url.rstrip("/")
        self._currency, self._currency_id, self._skew = currency, currency_id, timedelta(seconds=skew)
        self._refund_email = refund_email or NO_REFUNDS

    async def create(self, charge: Charge) -> Checkout:
        """Opens an invoice. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        answer = await self._request("POST", INVOICES, json.dumps(self._order(charge)).encode())
        invoice = look_up(answer, "invoices.0")
        number, page = to_text(look_up(invoice, "id")), look_up(invoice, "checkoutLink") or look_up(invoice, "link")
        if not INVOICE_ID.fullmatch(number):
            raise refuse_answer(self.code, "invoices.0.id", "no id of an invoice")
        if not is_web_url(page):
            raise refuse_answer(self.code, "invoices.0.checkoutLink", "no page to pay on")
        expires_at = parse_time(look_up(invoice, "payment.expires"), UTC) or clock.now() + EXPIRY
        coins = coins_to_json(read_offer(look_up(invoice, "payment")) or await self._begin_coins(number))
        return Checkout(self.kind, number, charge.amount, charge.currency, expires_at, url=page, coins=coins)

    async def choose_coin(self, charge: Charge, coin: Coin) -> CoinPayment:
        """Returns where to send which amount of a coin. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        answer = await self._request("GET", self._coin_path(charge, coin))
        try:
            return read_payment(answer, coin)
        except UnreadableField as error:
            raise refuse_answer(self.code, "addresses", str(error)) from None

    async def fetch_coin(self, charge: Charge, payment: CoinPayment) -> CoinPayment:
        """Asks what has arrived of a payment in a coin. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        answer = await self._request("GET", f"{self._coin_path(charge, payment.coin)}/status")
        try:
            return read_progress(answer, payment)
        except UnreadableField as error:
            raise refuse_answer(self.code, "payment", str(error)) from None

    async def fetch(self, charge: Charge) -> Snapshot:
        """Asks about an invoice: by its id, or by our reference if its id is not known.

        Raises: ProviderDown, ProviderRefused, CredentialsRefused.
        """
        if charge.provider_ref and not INVOICE_ID.fullmatch(charge.provider_ref):
            raise UnknownPayment(faults={"id": ["no id of an invoice"]})
        number = charge.provider_ref or await self._find_id(charge.reference)
        invoice = await self._request("GET", f"{INVOICES_V1}/{number}")
        if invoice.get("invoiceId") != charge.reference:
            raise refuse_answer(self.code, "invoiceId", "another payment")
        if not self._is_in_our_currency(invoice):
            raise refuse_answer(self.code, "currency", "another currency")
        state = STATES.get(to_text(invoice.get("status") or invoice.get("state")).lower(), PaymentState.PENDING)
        return self._snapshot(invoice, state)

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns the reference that a notification names, before it is verified; empty if it names none."""
        try:
            return parse_reference(look_up(parse_object(body), "invoice.invoiceId"))
        except UnreadableField:
            return ""

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """Returns a notification whose signature and time are right. Raises: ForgedNotification.

        It is trusted, unless it says that an invoice is paid and not how much in our currency.
        """
        self._verify(headers, body, registered_url)
        try:
            payload = parse_object(body)
        except UnreadableField:
            raise ForgedNotification from None
        invoice, state = payload.get("invoice"), NOTIFIED.get(to_text(payload.get("type")).lower())
        reference = parse_reference(look_up(invoice, "invoiceId"))
        if state is None or not isinstance(invoice, dict) or not reference:
            raise ForgedNotification
        snapshot = self._snapshot(invoice, state)
        trusted = bool(snapshot.provider_ref) and (state not in IN_FULL or snapshot.paid_amount is not None)
        event = to_text(payload.get("id"))
        if not INVOICE_ID.fullmatch(event):
            event = hashlib.sha256(body).hexdigest()
        kept = BODY.redact(body, (self._secret,))
        return Notification(event, reference, trusted=trusted, snapshot=snapshot, body=kept)

    def read_stored(self, body: str) -> Snapshot:
        """Reads the stored body of a notification again. Raises: UnreadableField."""
        payload = parse_object(body.encode())
        invoice, state = payload.get("invoice"), NOTIFIED.get(to_text(payload.get("type")).lower())
        if state is None or not isinstance(invoice, dict):
            raise UnreadableField("no type or no invoice")
        return self._snapshot(invoice, state)

    async def cancel(self, charge: Charge) -> None:
        """CoinPayments documents no call that ends an invoice. Raises: ProviderRefused."""
        raise ProviderRefused(reason="not offered by CoinPayments")

    async def refund(self, charge: Charge, amount: int) -> None:
        """CoinPayments documents no call that pays an invoice back. Raises: ProviderRefused."""
        raise ProviderRefused(reason="not offered by CoinPayments")

    async def test_connection(self) -> None:
        """Reads one invoice. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        await self._request("GET", f"{INVOICES_V1}?limit=1")

    def sign(self, method: str, url: str, client: str, timestamp: str, body: bytes) -> str:
        """Returns the signature of a request or a notification."""
        text = f"{BYTE_ORDER_MARK}{method}{url}{client}{timestamp}".encode() + body
        return base64.b64encode(hmac.new(self._secret.encode(), text, hashlib.sha256).digest()).decode()

    async def _request(self, method: str, path: str, body: bytes = b"") -> dict[str, Any]:
        """Sends a signed request; what is signed is the address and the bytes that are sent."""
        url, timestamp = str(parse_url(self._url + path)), clock.now().strftime(TIME_FORMAT)
        signature = self.sign(method, url, self._client, timestamp, body)
        headers = {CLIENT: self._client, TIMESTAMP: timestamp, SIGNATURE: signature, "Content-Type": "application/json"}
        return await request_object(
            self.code, method, url, headers=headers, body=body, secrets=(self._secret, signature)
        )

    def _order(self, charge: Charge) -> dict[str, Any]:
        """Returns the invoice that is ordered."""
        total = str(to_decimal(charge.amount, self._currency))
        name = charge.description[:LONGEST_NAME]
        return {
            "currency": self._currency_id,
            "clientId": self._client,
            "invoiceId": charge.reference,
            "items": [{"name": name, "quantity": {"value": 1, "type": UNITS}, "amount": total}],
            "amount": {"breakdown": {"subtotal": total}, "total": total},
            "webhooks": [{"notificationsUrl": charge.webhook_url, "notifications": list(EVENTS)}],
            "successUrl": charge.return_url,
            "cancelUrl": charge.cancel_url,
        }

    async def _begin_coins(self, number: str) -> tuple[Coin, ...]:
        """Begins a payment in coins and returns those to choose from; none where it cannot: there is a page, too."""
        body = json.dumps({"refundEmail": self._refund_email}).encode()
        try:
            return read_offer(await self._request("POST", f"{PUBLIC_INVOICES}/{number}/payments", body))
        except ProviderError:
            return ()

    def _coin_path(self, charge: Charge, coin: Coin) -> str:
        """Returns the path of an invoice's payment in a coin. Raises: UnknownPayment for no id of an invoice."""
        if not INVOICE_ID.fullmatch(charge.provider_ref):
            raise UnknownPayment(faults={"id": ["no id of an invoice"]})
        return f"{PUBLIC_INVOICES}/{charge.provider_ref}/payment-currencies/{quote(coin.id, safe=':')}"

    async def _find_id(self, reference: str) -> str:
        """Returns the id of the invoice with our reference. Raises: UnknownPayment, and those of `_request`."""
        answer = await self._request("GET", f"{INVOICES_V1}?{urlencode({'q': reference, 'limit': 10})}")
        items = answer.get("items")
        for invoice in items if isinstance(items, list) else []:
            if look_up(invoice, "invoiceId") == reference and INVOICE_ID.fullmatch(to_text(look_up(invoice, "id"))):
                return to_text(invoice["id"])
        raise UnknownPayment(faults={"invoiceId": ["there is no such invoice"]})

    def _verify(self, headers: Mapping[str, str], body: bytes, registered_url: str) -> None:
        """Raises ForgedNotification unless the three headers are ours, and the time is near."""
        client, timestamp = find_header(headers, CLIENT), find_header(headers, TIMESTAMP)
        if client.replace("-", "").lower() != self._client.replace("-", "").lower():
            raise ForgedNotification
        when = parse_time(timestamp, UTC)
        if when is None or abs(when - clock.now()) > self._skew:
            raise ForgedNotification
        signature = self.sign("POST", registered_url, client, timestamp, body)
        if not hmac.compare_digest(find_header(headers, SIGNATURE).encode(errors="replace"), signature.encode()):
            raise ForgedNotification

    def _snapshot(self, invoice: dict[str, Any], state: PaymentState) -> Snapshot:
        """Returns what an invoice says. An invoice that ended after a part was paid is underpaid, never paid."""
        if state is PaymentState.EXPIRED and _is_partly_paid(invoice):
            state = PaymentState.UNDERPAID
        number = to_text(invoice.get("id"))
        paid_at = invoice.get("confirmedAt") or invoice.get("confirmed")
        return Snapshot(
            state,
            number if INVOICE_ID.fullmatch(number) else "",
            paid_amount=self._total(invoice) if state in IN_FULL else None,
            currency=self._currency,
            paid_at=parse_time(paid_at, UTC) if state in IN_FULL else None,
            facts=allowed_facts(invoice, SHAPES, (self._secret,)),
        )

    def _is_in_our_currency(self, invoice: dict[str, Any]) -> bool:
        """Whether an invoice names our currency, in any of the places where CoinPayments writes it."""
        paths = ("amount.currency.id", "currency.id", "amount.total.currencyId", "amount.currencyId")
        numbers = {to_text(look_up(invoice, path)) for path in paths} - {""}
        return numbers == {self._currency_id}

    def _total(self, invoice: dict[str, Any]) -> int | None:
        """Returns the total of an invoice in our unit; None if it is in another currency or not readable.

        Notifications give it in the smallest unit, answers also as a decimal.
        """
        total = look_up(invoice, "amount.total")
        if not self._is_in_our_currency(invoice):
            return None
        try:
            if isinstance(total, dict):
                return parse_amount(total, "valueAsDecimal", self._currency)
            text = to_text(total)
            return int(text) if re.fullmatch(r"\d{1,12}", text, re.ASCII) else None
        except (UnreadableField, FractionalAmount):
            return None


def _is_partly_paid(invoice: dict[str, Any]) -> bool:
    """Whether anything arrived on the chain for any of the payments of an invoice."""
    payments = invoice.get("payments")
    for payment in payments if isinstance(payments, list) else []:
        for name in ("confirmedAmount", "unconfirmedAmount"):
            amount = look_up(payment, f"hotWallet.{name}")
            text = to_text(look_up(amount, "value") if isinstance(amount, dict) else amount)
            if re.fullmatch(r"\d{1,40}(\.\d{1,30})?", text, re.ASCII) and Decimal(text) > 0:
                return True
    return False
