"""Opens tips at the creator's payment service, and takes in what the service reports.

The payment is opened before the row is stored: a tip that nobody was shown is none. What a service reports by itself is
only a hint, after which it is asked (tip_checks.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from app.kernel import clock, encryption
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.payments.money import RUPIAH, format_money
from app.payments.order import MAX_REFERENCE, new_reference
from app.payments.providers.provider import Checkout, PaymentState
from app.payments.tips import tip_checks
from app.payments.tips.tip import Tip, encode_picture, secret_purpose
from app.payments.tips.tip_connection import TipConnection

LEAST, MOST = 1_000, 9_000_000  # whole rupiah; every service and QRIS itself take what is between
LONGEST = timedelta(days=1)  # that a code is waited for, whatever the service says
# A town may share one address, and a livestream sends many at once.
by_page = Throttle("tips by page", 300, 10)
by_address = Throttle("tips by address", 30, 10)


class TipAmountOutOfRange(Refusal):
    """The amount is no whole number of rupiah between the limits. Facts: least, most, as they are displayed."""

    code, field = "TIP_AMOUNT_OUT_OF_RANGE", "amount"
    says = N_("Choose an amount from %(least)s to %(most)s, in whole rupiah.")


async def open_tip(connection: TipConnection, page_name: str, amount: int, *, page_id: UUID, address: str) -> Tip:
    """Opens a tip and returns it with its code. `address` is the visitor's, for the limit only; it is not stored.

    Raises: TipAmountOutOfRange, TooManyAttempts, ProviderDown, ProviderRefused, encryption.Undecipherable.
    """
    if not LEAST <= amount <= MOST:
        raise TipAmountOutOfRange(least=format_money(LEAST, RUPIAH), most=format_money(MOST, RUPIAH))
    await by_address.attempt(address)
    await by_page.attempt(str(page_id))
    reference = new_reference()
    checkout = await connection.adapter().create(tip_checks.charge_of(connection.id, reference, amount, page_name))
    return await _store(connection, page_name, amount, reference, checkout)


async def receive_notification(connection: TipConnection, headers: Mapping[str, str], body: bytes) -> str:
    """Verifies what a creator's service reports, and has it asked; returns what followed, for the metrics.

    Raises: ForgedNotification, encryption.Undecipherable.
    """
    adapter = connection.adapter()
    tip = await _tip_of(connection, adapter.reference_of(headers, body))
    secret = tip.read_secret() if tip else ""
    url = tip_checks.webhook_url(connection.id)
    notification = adapter.read_notification(headers, body, url, secret)
    if tip is None or notification.reference != tip.reference:
        return "unknown_order"
    await tip_checks.check_soon(tip)
    return "hint"


async def _store(connection: TipConnection, page_name: str, amount: int, reference: str, checkout: Checkout) -> Tip:
    """Stores a tip with what its giver needs to pay."""
    id, now = uuid4(), clock.now()
    return await Tip.create(
        id=id, account_id=connection.account_id, page_name=page_name, reference=reference,
        provider=connection.provider, provider_ref=checkout.provider_ref[:120], state=PaymentState.PENDING.value,
        amount=amount, pay_amount=checkout.pay_amount, qr_text=checkout.qr_text,
        qr_image=encode_picture(checkout.qr_image), pay_url=checkout.url,
        expires_at=min(checkout.expires_at, now + LONGEST),
        check_at=now + tip_checks.BETWEEN_CHECKS, checked_at=now, created_at=now,
        secret=encryption.encrypt(checkout.secret, secret_purpose(id)) if checkout.secret else "",
    )  # fmt: skip


async def _tip_of(connection: TipConnection, reference: str) -> Tip | None:
    """Returns the tip of a creator with this reference; None without one, also for any other text."""
    if not 0 < len(reference) <= MAX_REFERENCE:
        return None
    return await Tip.get_or_none(reference=reference, account_id=connection.account_id, provider=connection.provider)
