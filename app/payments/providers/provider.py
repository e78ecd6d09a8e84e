"""What Kliqs needs of a payment provider, and what an adapter answers; each provider is one module of this package.

An adapter knows its provider's addresses, signatures and words, and nothing of plans, orders or accounts: it gets a
`Charge` and answers with values of this module. Amounts are whole numbers at the scale of `app/payments/currencies.py`
(rupiah: whole; US dollar: cents). An adapter converts at its edge with Decimal, and refuses a remainder.

A notification that a provider sends (a webhook) is either trusted, when its signature covers its body, or a hint, after
which the caller asks the provider itself (`fetch`) before anything is credited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.kernel.refusal import N_, Refusal


class CheckoutKind(StrEnum):
    """How a buyer pays: with a code on our page, at an address of the provider, or as the operator's words say."""

    QR = "qr"
    REDIRECT = "redirect"
    MANUAL = "manual"


class PaymentState(StrEnum):
    """What a provider says of a payment, in our words. DETECTED is seen but not yet certain (crypto)."""

    PENDING = "pending"
    DETECTED = "detected"
    PAID = "paid"
    COMPLETED = "completed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNDERPAID = "underpaid"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Charge:
    """What is to be paid: `reference` is our own name for this attempt (`KLQ-` and a ULID), never used twice.

    `amount` is in the smallest unit of `currency` (currencies.py). `webhook_url` is where the provider reports, and
    `return_url` and `cancel_url` are where its own pages lead back. `provider_ref` is the provider's name for the
    payment, and `secret` what `Checkout.secret` was; both are empty before `create`.
    """

    reference: str
    amount: int
    currency: str
    description: str
    webhook_url: str
    return_url: str
    cancel_url: str
    buyer_email: str = ""
    provider_ref: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Checkout:
    """A payment that a provider has opened.

    `pay_amount` is what the buyer has to pay, in the unit of the charge; it may differ from the price by digits that
    tell payments apart. `qr_text` is the text of a QR code (EMVCo for QRIS), `qr_image` a PNG where the provider sends
    only a picture, `url` an address of the provider, `instructions` the operator's words for a payment by hand.
    `secret` has to be stored encrypted and is never shown. `coins` are those in which it can be paid on a page of ours,
    as they are stored (coin.py).
    """

    kind: CheckoutKind
    provider_ref: str
    pay_amount: int
    currency: str
    expires_at: datetime
    qr_text: str = ""
    qr_image: bytes = b""
    url: str = ""
    secret: str = field(default="", repr=False)
    instructions: str = ""
    coins: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a provider answers when it is asked about a payment. `paid_amount` is None where it does not say.

    `refunded` is what was paid back of it in all; None where it does not say.
    """

    state: PaymentState
    provider_ref: str
    paid_amount: int | None = None
    currency: str = ""
    paid_at: datetime | None = None
    facts: Mapping[str, str] = field(default_factory=dict)  # allowed facts only (redaction.py), to be stored
    refunded: int | None = None


@dataclass(frozen=True, slots=True)
class Notification:
    """A verified notification. `event_id` is the same for every delivery of the same event.

    `reference` is our name for the payment. A `trusted` one may be acted on; after a hint the provider is asked.
    `snapshot` is what it says, and `body` its body as it may be stored (redacted_body.py).
    """

    event_id: str
    reference: str
    trusted: bool
    snapshot: Snapshot
    body: str = ""


class ProviderError(Refusal):
    """A provider could not be asked, or refused."""

    code, says = "PAYMENT_PROVIDER_DOWN", N_("The payment service does not answer. Nothing was charged; try again.")


class ProviderDown(ProviderError):
    """A time-out, 429 or 5xx: whether the provider did what was asked is unknown, and may be asked again."""


class ProviderRefused(ProviderError):
    """The provider refused what was asked. Facts: `faults`, its own words by field, for the operator's log."""

    code, says = "PAYMENT_REFUSED", N_("The payment service refused this payment. The operator was told.")


class CredentialsRefused(ProviderRefused):
    """The provider does not know the credentials of this installation."""


class UnknownPayment(ProviderRefused):
    """The provider has no payment of that name: it was never opened, such as after a call that did not arrive."""


class ForgedNotification(Exception):
    """A notification whose signature is missing or wrong, or whose body is not one of this provider's."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a provider can do beyond taking a payment."""

    poll: bool = True
    cancel: bool = False
    refund: bool = False
    sandbox: bool = False


class Provider(Protocol):
    """An adapter. `code` is part of addresses and rows, `label` is its name for people.

    `currencies` are those of charges; `least` and `most` are the bounds of an amount by currency. `reads_order_first`
    says that `read_notification` needs the secret of the order that the body names.
    """

    code: str
    label: str
    kind: CheckoutKind
    currencies: tuple[str, ...]
    abilities: Abilities
    least: Mapping[str, int]
    most: Mapping[str, int]
    policy_url: str

    async def create(self, charge: Charge) -> Checkout:
        """Opens a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        ...

    async def fetch(self, charge: Charge) -> Snapshot:
        """Asks about a payment. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        ...

    def reference_of(self, headers: Mapping[str, str], body: bytes) -> str:
        """Returns the reference that a notification names, before it is verified; empty if it names none."""
        ...

    def read_notification(
        self, headers: Mapping[str, str], body: bytes, registered_url: str, secret: str
    ) -> Notification:
        """Verifies a notification and returns it; `secret` is that of the order it names.

        Raises: ForgedNotification.
        """
        ...

    def read_stored(self, body: str) -> Snapshot:
        """Reads the stored body of a notification again (`Notification.body`).

        Raises: UnreadableField, FractionalAmount for one in which something is missing.
        """
        ...

    async def cancel(self, charge: Charge) -> None:
        """Ends a payment that is open. Raises: ProviderDown, ProviderRefused."""
        ...

    async def refund(self, charge: Charge, amount: int) -> None:
        """Pays back a part or all of a payment. Raises: ProviderDown, ProviderRefused."""
        ...

    async def test_connection(self) -> None:
        """Makes a harmless call with the credentials. Raises: ProviderDown, ProviderRefused, CredentialsRefused."""
        ...
