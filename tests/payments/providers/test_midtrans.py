"""Midtrans: QRIS, refunds, and notifications whose signature leaves the status out."""

import json
from datetime import timedelta

import pytest

from app.kernel import clock
from app.payments.providers.provider import (
    Charge,
    CheckoutKind,
    CredentialsRefused,
    ForgedNotification,
    PaymentState,
    ProviderDown,
    ProviderRefused,
    UnknownPayment,
)
from tests.payments.providers.conftest import WEBHOOK, adapter, charge, configure, impatience, opened
from tests.providers.midtrans import CODE as QR_TEXT
from tests.providers.midtrans import MidtransStandIn
from tests.providers.stand_in import altered

CODE = "midtrans"


async def begun() -> Charge:
    """A payment that is open."""
    payment = charge()
    return opened(payment, await adapter(CODE).create(payment))


async def test_a_payment_has_the_text_of_its_code(midtrans: MidtransStandIn) -> None:
    payment, before = charge(), clock.now().replace(microsecond=0)
    checkout = await adapter(CODE).create(payment)
    assert (checkout.kind, checkout.qr_text, checkout.pay_amount) == (CheckoutKind.QR, QR_TEXT, 29_000)
    assert checkout.provider_ref == midtrans.transactions[payment.reference]["transaction_id"]
    assert before <= checkout.expires_at - timedelta(minutes=60) <= clock.now(), "its end is in WIB"
    _, _, headers, body = midtrans.requests[0]
    assert headers["X-Override-Notification"] == WEBHOOK
    assert json.loads(body)["transaction_details"] == {"order_id": payment.reference, "gross_amount": 29_000}


async def test_all_faults_of_a_refusal_are_told(midtrans: MidtransStandIn) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge(0, webhook_url="hooks"))
    assert refused.value.facts["faults"] == {
        "": ["transaction_details.gross_amount must be a whole number", "X-Override-Notification has a wrong format"]
    }


@pytest.mark.parametrize("in_body", [False, True])
async def test_a_refusal_counts_wherever_its_status_is_written(midtrans: MidtransStandIn, in_body: bool) -> None:
    midtrans.errors_in_body = in_body
    payment = await begun()
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(payment)
    assert "conflict with order_id" in refused.value.facts["faults"][""][0]
    with pytest.raises(UnknownPayment):
        await adapter(CODE).fetch(charge())
    configure(midtrans_server_key="wrong")
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).fetch(payment)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"gross_amount": "29000.50"}, "gross_amount"),
        ({"gross_amount": "2900.00"}, "gross_amount"),
        ({"gross_amount": None}, "gross_amount"),
        ({"order_id": "KLQ-OTHER"}, "order_id"),
        ({"qr_string": ""}, "qr_string"),
        ({"qr_string": "0" * 1_001}, "qr_string"),
        ({"expiry_time": "later"}, "qr_string"),
        ({"status_code": None}, "status_code"),
        ({"status_code": "OK"}, "status_code"),
    ],
    ids=str,
)
async def test_an_answer_that_cannot_be_right_is_refused(
    midtrans: MidtransStandIn, changes: dict[str, object], field: str
) -> None:
    midtrans.changes = changes
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge())
    assert list(refused.value.facts["faults"]) == [field]


@pytest.mark.parametrize(
    ("status", "fraud", "state"),
    [
        ("pending", "accept", PaymentState.PENDING),
        ("settlement", "accept", PaymentState.PAID),
        ("capture", "accept", PaymentState.PAID),
        ("capture", "challenge", PaymentState.DETECTED),
        ("capture", "deny", PaymentState.FAILED),
        ("expire", "accept", PaymentState.EXPIRED),
        ("cancel", "accept", PaymentState.CANCELLED),
        ("deny", "accept", PaymentState.FAILED),
        ("failure", "accept", PaymentState.FAILED),
        ("refund", "accept", PaymentState.REFUNDED),
        ("partial_refund", "accept", PaymentState.PAID),
        ("settled", "accept", PaymentState.PENDING),
    ],
)
async def test_each_status_has_its_state(
    midtrans: MidtransStandIn, status: str, fraud: str, state: PaymentState
) -> None:
    payment = await begun()
    midtrans.transactions[payment.reference] |= {"transaction_status": status, "fraud_status": fraud}
    snapshot = await adapter(CODE).fetch(payment)
    assert snapshot.state is state
    paid = state in {PaymentState.PAID, PaymentState.REFUNDED}
    assert snapshot.paid_amount == (29_000 if paid else None)


async def test_a_payment_is_paid_at_a_time_in_utc(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    midtrans.pay(payment.reference)
    snapshot = await adapter(CODE).fetch(payment)
    assert snapshot.paid_at is not None and abs(snapshot.paid_at - clock.now()) < timedelta(minutes=5)
    assert snapshot.provider_ref == payment.provider_ref and snapshot.currency == "IDR"
    assert "merchant_id" not in snapshot.facts and snapshot.facts["acquirer"] == "gopay"


async def test_a_notification_is_signed_and_still_a_hint(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    midtrans.pay(payment.reference)
    message = midtrans.message(payment.reference)
    assert adapter(CODE).reference_of(message.headers, message.body) == payment.reference
    notification = adapter(CODE).read_notification(message.headers, message.body, WEBHOOK, "")
    assert (notification.reference, notification.trusted) == (payment.reference, False)
    assert (notification.snapshot.state, notification.snapshot.paid_amount) == (PaymentState.PAID, 29_000)
    assert adapter(CODE).read_notification({}, message.body, WEBHOOK, "").event_id == notification.event_id


async def test_a_cancelled_payment_cannot_be_passed_off_as_a_settled_one(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    await adapter(CODE).cancel(payment)
    message = altered(midtrans.message(payment.reference), transaction_status="settlement")
    notification = adapter(CODE).read_notification(message.headers, message.body, WEBHOOK, "")
    assert notification.snapshot.state is PaymentState.PAID, "the signature does not cover the status"
    assert not notification.trusted
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.CANCELLED


async def test_the_amount_is_signed_as_it_is_written(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    message = midtrans.message(payment.reference, "settlement", amount="29000.0")
    assert adapter(CODE).read_notification({}, message.body, WEBHOOK, "").snapshot.paid_amount == 29_000
    with pytest.raises(ForgedNotification):
        adapter(CODE).read_notification({}, altered(message, gross_amount="29000.00").body, WEBHOOK, "")
    with pytest.raises(ForgedNotification):
        adapter(CODE).read_notification({}, altered(message, gross_amount=29000).body, WEBHOOK, "")


async def test_what_is_signed_are_texts(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    message = midtrans.message(payment.reference, "settlement", amount="29000")
    assert adapter(CODE).read_notification({}, message.body, WEBHOOK, "").snapshot.paid_amount == 29_000
    with pytest.raises(ForgedNotification):
        adapter(CODE).read_notification({}, altered(message, gross_amount=29000).body, WEBHOOK, "")


async def test_a_forged_notification_is_nobodys(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    right = midtrans.message(payment.reference, "settlement")
    forged = [
        midtrans.message(payment.reference, "settlement", forged=True).body,
        altered(right, order_id="KLQ-OTHER").body,
        altered(right, gross_amount="1.00").body,
        altered(right, status_code="201").body,
        altered(right, signature_key=None).body,
        altered(right, signature_key="").body,
        altered(right, signature_key="\ud800").body,
        altered(right, order_id="").body,
        midtrans.message(payment.reference, "settlement", amount="29000.50").body,
        b"",
        b"null",
    ]
    for body in forged:
        with pytest.raises(ForgedNotification):
            adapter(CODE).read_notification(right.headers, body, WEBHOOK, "")


async def test_each_step_of_a_refund_is_an_event_of_its_own(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    midtrans.pay(payment.reference)
    events = set()
    for amount in (9_000, 10_000):
        await adapter(CODE).refund(payment, amount)
        message = midtrans.message(payment.reference)
        events.add(adapter(CODE).read_notification({}, message.body, WEBHOOK, "").event_id)
    assert len(events) == 2


async def test_a_payment_is_paid_back_in_parts_and_each_part_once(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    with pytest.raises(ProviderRefused):
        await adapter(CODE).refund(payment, 9_000)
    midtrans.pay(payment.reference)
    await adapter(CODE).refund(payment, 9_000)
    with pytest.raises(ProviderRefused):
        await adapter(CODE).refund(payment, 9_000)
    assert midtrans.transactions[payment.reference]["refund_amount"] == "9000.00", "a second click pays nothing"
    with pytest.raises(ProviderRefused):
        await adapter(CODE).refund(payment, 20_001)
    await adapter(CODE).refund(payment, 20_000)
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.facts["refund_amount"]) == (PaymentState.REFUNDED, "29000.00")


@pytest.mark.parametrize("changes", [{"refund_amount": "9000.5"}, {"refunds": ["9000"]}, {"refunds": [{}]}], ids=str)
async def test_a_refund_that_cannot_be_read_is_refused(midtrans: MidtransStandIn, changes: dict[str, object]) -> None:
    payment = await begun()
    midtrans.pay(payment.reference)
    midtrans.pay_back(payment.reference, 9_000)
    assert (await adapter(CODE).fetch(payment)).refunded == 9_000
    midtrans.changes = changes
    with pytest.raises(ProviderRefused):
        await adapter(CODE).fetch(payment)


async def test_an_open_payment_is_cancelled_and_a_paid_one_is_not(midtrans: MidtransStandIn) -> None:
    payment = await begun()
    await adapter(CODE).cancel(payment)
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.CANCELLED
    paid = await begun()
    midtrans.pay(paid.reference)
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).cancel(paid)
    assert refused.value.facts["faults"] == {"": ["Transaction status cannot be updated."]}


async def test_the_connection_is_tested_without_a_payment(midtrans: MidtransStandIn) -> None:
    await adapter(CODE).test_connection()
    assert not midtrans.transactions
    configure(midtrans_server_key="wrong")
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).test_connection()


async def test_an_order_that_was_made_before_the_time_out_is_there_when_asked_about(midtrans: MidtransStandIn) -> None:
    midtrans.troubles = ["time-out after"]
    payment = charge()
    with impatience(), pytest.raises(ProviderDown):
        await adapter(CODE).create(payment)
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.PENDING


async def test_the_sandbox_has_an_address_of_its_own(midtrans: MidtransStandIn) -> None:
    configure(midtrans_sandbox=True, midtrans_sandbox_url=midtrans.url, midtrans_url="https://api.midtrans.com")
    assert adapter(CODE).abilities.sandbox
    assert (await adapter(CODE).create(charge())).qr_text == QR_TEXT
