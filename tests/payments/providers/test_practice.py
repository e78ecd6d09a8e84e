"""Practice payments: a button pays, and no other machine is reached."""

from dataclasses import replace

import pytest

from app.payments.providers import practice
from app.payments.providers.practice import PracticeProvider
from app.payments.providers.provider import Charge, ForgedNotification, PaymentState
from tests.payments.providers.conftest import WEBHOOK, charge, opened
from tests.providers.stand_in import Message, altered


async def begun(amount: int = 29_000, currency: str = "IDR") -> Charge:
    payment = charge(amount, currency)
    return opened(payment, await PracticeProvider().create(payment))


async def test_pressing_pays_and_everybody_who_asks_hears_it() -> None:
    payment = await begun()
    assert (await PracticeProvider().fetch(payment)).state is PaymentState.PENDING
    headers, body = PracticeProvider().press(payment)
    assert PracticeProvider().reference_of(headers, body) == payment.reference
    notification = PracticeProvider().read_notification(headers, body, WEBHOOK, payment.secret)
    assert (notification.trusted, notification.reference) == (True, payment.reference)
    for snapshot in (notification.snapshot, await PracticeProvider().fetch(payment)):
        assert (snapshot.state, snapshot.paid_amount, snapshot.currency) == (PaymentState.PAID, 29_000, "IDR")
        assert snapshot.facts["order_id"] == payment.reference


async def test_cents_are_cents() -> None:
    payment = await begun(1_250, "USD")
    PracticeProvider().press(payment)
    assert (await PracticeProvider().fetch(payment)).paid_amount == 1_250


@pytest.mark.parametrize("state", [PaymentState.EXPIRED, PaymentState.FAILED, PaymentState.UNDERPAID])
async def test_other_ends_can_be_pressed_too(state: PaymentState) -> None:
    payment = await begun()
    PracticeProvider().press(payment, state, amount=1)
    snapshot = await PracticeProvider().fetch(payment)
    assert (snapshot.state, snapshot.paid_amount) == (state, 1 if state is PaymentState.UNDERPAID else None)


async def test_cancelling_and_paying_back_are_remembered() -> None:
    payment = await begun()
    await PracticeProvider().cancel(payment)
    assert (await PracticeProvider().fetch(payment)).state is PaymentState.CANCELLED
    await PracticeProvider().refund(payment, 1)
    assert (await PracticeProvider().fetch(payment)).state is PaymentState.REFUNDED
    await PracticeProvider().test_connection()


async def test_only_the_button_pays() -> None:
    payment, other = await begun(), await begun()
    headers, body = PracticeProvider().press(payment)
    forged = [
        ({}, body, payment.secret),
        (headers, body, other.secret),
        (headers, body, ""),
        (headers, body + b" ", payment.secret),
        (*PracticeProvider().press(replace(payment, secret="")), ""),
        (headers, altered(Message("", headers, body), amount=1).body, payment.secret),
    ]
    for changed in (b"{}", b"[]", b'{"state": "paid"}', b'{"state": "paid", "amount": "1"}'):
        forged.append(({practice.SIGNATURE_HEADER: practice._sign(changed, payment.secret)}, changed, payment.secret))
    for wrong_headers, wrong_body, secret in forged:
        with pytest.raises(ForgedNotification):
            PracticeProvider().read_notification(wrong_headers, wrong_body, WEBHOOK, secret)
    assert PracticeProvider().reference_of({}, b"") == ""
    assert (await PracticeProvider().fetch(replace(payment, reference="KLQ-OTHER"))).state is PaymentState.PENDING
