"""CoinPayments: invoices, signed requests, and notifications that are trusted."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.kernel import clock
from app.payments.providers.provider import (
    Charge,
    CheckoutKind,
    CredentialsRefused,
    ForgedNotification,
    Notification,
    PaymentState,
    ProviderDown,
    ProviderRefused,
    UnknownPayment,
)
from tests.payments.providers.conftest import WEBHOOK, adapter, charge, configure, impatience, opened
from tests.providers.coinpayments import CLIENT, CoinpaymentsStandIn, sign
from tests.providers.stand_in import Message, altered

CODE = "coinpayments"


async def begun() -> Charge:
    """A payment that is open."""
    payment = charge(1_250, "USD")
    return opened(payment, await adapter(CODE).create(payment))


def read(message: Message, url: str = WEBHOOK) -> Notification:
    """What the adapter makes of a notification."""
    return adapter(CODE).read_notification(message.headers, message.body, url, "")


async def test_a_payment_is_an_invoice_with_a_page_at_coinpayments(coinpayments: CoinpaymentsStandIn) -> None:
    payment = charge(1_250, "USD")
    checkout = await adapter(CODE).create(payment)
    invoice = coinpayments.invoices[payment.reference]
    assert (checkout.kind, checkout.provider_ref, checkout.pay_amount) == (CheckoutKind.REDIRECT, invoice["id"], 1_250)
    assert checkout.url == f"{coinpayments.origin}/checkout/{invoice['id']}"
    assert timedelta(hours=1) < checkout.expires_at - clock.now() <= timedelta(hours=2)
    order = json.loads(coinpayments.requests[0][3])
    assert order["amount"] == {"breakdown": {"subtotal": "12.50"}, "total": "12.50"}
    assert order["webhooks"][0]["notificationsUrl"] == WEBHOOK and "buyer" not in order


@pytest.mark.parametrize(("amount", "written"), [(100, "1.00"), (1, "0.01"), (99_999, "999.99")])
async def test_cents_are_written_as_dollars_without_float(
    coinpayments: CoinpaymentsStandIn, amount: int, written: str
) -> None:
    await adapter(CODE).create(charge(amount, "USD"))
    assert json.loads(coinpayments.requests[0][3])["amount"]["total"] == written


async def test_all_faults_of_a_refusal_are_told_by_their_field(coinpayments: CoinpaymentsStandIn) -> None:
    configure(coinpayments_currency_id="1")
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge(1_250, "USD", webhook_url="", return_url="nowhere"))
    assert set(refused.value.facts["faults"]) == {"currency", "webhooks", "successUrl"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": "1; drop"}, "invoices.0.id"),
        ({"id": None}, "invoices.0.id"),
        ({"checkoutLink": "javascript:alert(1)"}, "invoices.0.checkoutLink"),
        ({"checkoutLink": None, "link": None}, "invoices.0.checkoutLink"),
    ],
    ids=str,
)
async def test_an_answer_that_cannot_be_right_is_refused(
    coinpayments: CoinpaymentsStandIn, changes: dict[str, object], field: str
) -> None:
    coinpayments.changes = changes
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge(1_250, "USD"))
    assert list(refused.value.facts["faults"]) == [field]


@pytest.mark.parametrize(
    ("status", "state", "amount"),
    [
        ("unpaid", PaymentState.PENDING, None),
        ("pending", PaymentState.DETECTED, None),
        ("paid", PaymentState.PAID, 1_250),
        ("Completed", PaymentState.COMPLETED, 1_250),
        ("cancelled", PaymentState.CANCELLED, None),
        ("deleted", PaymentState.CANCELLED, None),
        ("timedOut", PaymentState.EXPIRED, None),
        ("TimedOut", PaymentState.EXPIRED, None),
        ("draft", PaymentState.PENDING, None),
        ("paidd", PaymentState.PENDING, None),
    ],
)
async def test_each_status_has_its_state(
    coinpayments: CoinpaymentsStandIn, status: str, state: PaymentState, amount: int | None
) -> None:
    payment = await begun()
    coinpayments.pay(payment.reference, status)
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.paid_amount, snapshot.provider_ref) == (state, amount, payment.provider_ref)


async def test_a_payment_that_was_too_small_is_underpaid_and_no_part_counts(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    coinpayments.underpay(payment.reference)
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.paid_amount) == (PaymentState.UNDERPAID, None)
    notification = read(coinpayments.message(payment.reference, "TimedOut"))
    assert (notification.snapshot.state, notification.trusted) == (PaymentState.UNDERPAID, True)


async def test_an_invoice_whose_id_never_arrived_is_found_by_our_reference(coinpayments: CoinpaymentsStandIn) -> None:
    coinpayments.troubles = ["time-out after"]
    payment = charge(1_250, "USD")
    with impatience(), pytest.raises(ProviderDown):
        await adapter(CODE).create(payment)
    coinpayments.pay(payment.reference)
    snapshot = await adapter(CODE).fetch(payment)
    assert snapshot.state is PaymentState.PAID
    assert snapshot.provider_ref == coinpayments.invoices[payment.reference]["id"]
    with pytest.raises(UnknownPayment):
        await adapter(CODE).fetch(charge(1_250, "USD"))


async def test_only_the_invoice_of_the_payment_is_read(coinpayments: CoinpaymentsStandIn) -> None:
    payment, other = await begun(), await begun()
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).fetch(replace(payment, provider_ref=other.provider_ref))
    assert refused.value.facts["faults"] == {"invoiceId": ["another payment"]}
    with pytest.raises(UnknownPayment):
        await adapter(CODE).fetch(replace(payment, provider_ref="../../me"))
    coinpayments.changes = {"currency": {"id": "1"}}
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).fetch(payment)
    assert refused.value.facts["faults"] == {"currency": ["another currency"]}


@pytest.mark.parametrize("camel_case", [False, True])
async def test_a_notification_is_trusted_whatever_the_case_of_its_type(
    coinpayments: CoinpaymentsStandIn, camel_case: bool
) -> None:
    payment = await begun()
    message = coinpayments.message(payment.reference, "Paid", camel_case=camel_case)
    assert adapter(CODE).reference_of(message.headers, message.body) == payment.reference
    notification = read(message)
    assert (notification.reference, notification.trusted) == (payment.reference, True)
    assert (notification.snapshot.state, notification.snapshot.paid_amount) == (PaymentState.PAID, 1_250)
    assert notification.snapshot.paid_at is not None
    assert notification.event_id == json.loads(message.body)["id"]


async def test_paid_and_completed_are_two_events_and_a_delivery_again_is_none(
    coinpayments: CoinpaymentsStandIn,
) -> None:
    payment = await begun()
    messages = [coinpayments.message(payment.reference, kind) for kind in ("Completed", "Paid")]
    events = [read(message).event_id for message in (*messages, *messages)]
    assert len(set(events)) == 2 and events[:2] == events[2:]


async def test_a_wrong_amount_is_told_as_it_was_paid(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    assert read(coinpayments.message(payment.reference, "Paid", amount=1)).snapshot.paid_amount == 1


@pytest.mark.parametrize("amount", [{"currency": {"id": 4}, "total": 1_250}, {"total": 1_250}, {}, None], ids=str)
async def test_paid_without_an_amount_in_our_currency_is_only_a_hint(
    coinpayments: CoinpaymentsStandIn, amount: object
) -> None:
    payment = await begun()
    payload = json.loads(coinpayments.message(payment.reference, "Paid").body)
    payload["invoice"]["amount"] = amount
    notification = read(coinpayments.signed(WEBHOOK, json.dumps(payload).encode()))
    assert (notification.trusted, notification.snapshot.paid_amount) == (False, None)


async def test_a_payment_in_a_currency_that_ended_leaves_the_invoice_open(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    payload = json.loads(coinpayments.message(payment.reference, "Pending").body)
    for word in ("PaymentCreated", "paymentTimedOut"):
        body = json.dumps(payload | {"type": word}).encode()
        assert read(coinpayments.signed(WEBHOOK, body)).snapshot.state is PaymentState.PENDING


async def test_a_notification_without_an_id_has_that_of_its_body(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    payload = json.loads(coinpayments.message(payment.reference, "Paid").body) | {"id": "x" * 500}
    message = coinpayments.signed(WEBHOOK, json.dumps(payload).encode())
    assert len(read(message).event_id) == 64 and read(message).event_id == read(message).event_id


async def test_a_forged_notification_is_nobodys(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    right = coinpayments.message(payment.reference, "Paid")
    assert read(right).trusted
    signed = [b"[]", b"{}", b"{", json.dumps({"type": "InvoicePaid", "invoice": []}).encode()]
    payload = json.loads(right.body)
    signed += [json.dumps(payload | {"type": "InvoiceGiven"}).encode()]
    forged = [
        coinpayments.message(payment.reference, "Paid", forged=True),
        altered(right, type="InvoiceCompleted"),
        replace(right, body=right.body + b" "),
        *(replace(right, headers=right.headers | {name: ""}) for name in right.headers if name.startswith("X-")),
        replace(right, headers=right.headers | {"X-CoinPayments-Client": "another"}),
        replace(right, headers=right.headers | {"X-CoinPayments-Signature": "\ud800"}),
        replace(right, headers={}),
        *(coinpayments.signed(WEBHOOK, body) for body in signed),
    ]
    for message in forged:
        with pytest.raises(ForgedNotification):
            read(message)


async def test_a_notification_for_another_client_is_nobodys(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    right = coinpayments.message(payment.reference, "Paid")
    signature = sign("POST", WEBHOOK, "another", right.headers["X-CoinPayments-Timestamp"], right.body)
    headers = right.headers | {"X-CoinPayments-Client": "another", "X-CoinPayments-Signature": signature}
    with pytest.raises(ForgedNotification):
        read(replace(right, headers=headers))


async def test_a_notification_is_for_the_address_it_was_registered_under(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    message = coinpayments.message(payment.reference, "Paid")
    with pytest.raises(ForgedNotification):
        read(message, "https://kliqs.test/api/hooks/other")


async def test_the_names_of_headers_have_no_case_and_the_client_no_hyphens(coinpayments: CoinpaymentsStandIn) -> None:
    payment = await begun()
    message = coinpayments.message(payment.reference, "Paid")
    assert read(replace(message, headers={name.lower(): value for name, value in message.headers.items()})).trusted
    configure(coinpayments_client=f"{CLIENT[:8]}-{CLIENT[8:12]}-{CLIENT[12:16]}-{CLIENT[16:20]}-{CLIENT[20:]}")
    assert read(message).trusted


@pytest.mark.parametrize("seconds", [-290, 290])
async def test_clocks_may_differ_by_what_the_operator_allows(coinpayments: CoinpaymentsStandIn, seconds: int) -> None:
    payment = await begun()
    coinpayments.skew = timedelta(seconds=seconds)
    assert read(coinpayments.message(payment.reference, "Paid")).trusted
    coinpayments.skew *= 2
    message = coinpayments.message(payment.reference, "Paid")
    with pytest.raises(ForgedNotification):
        read(message)
    configure(coinpayments_clock_skew=3_600)
    assert read(message).trusted


async def test_a_clock_that_is_wrong_is_told_as_refused_credentials(coinpayments: CoinpaymentsStandIn) -> None:
    coinpayments.skew = timedelta(hours=1)
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).test_connection()


async def test_the_connection_is_tested_without_a_payment(coinpayments: CoinpaymentsStandIn) -> None:
    await adapter(CODE).test_connection()
    assert not coinpayments.invoices
    configure(coinpayments_secret="wrong")
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).test_connection()


async def test_there_is_no_way_to_cancel_or_to_pay_back(coinpayments: CoinpaymentsStandIn) -> None:
    assert not adapter(CODE).abilities.cancel and not adapter(CODE).abilities.refund
    for call in (adapter(CODE).cancel(charge()), adapter(CODE).refund(charge(), 1)):
        with pytest.raises(ProviderRefused):
            await call
    assert not coinpayments.requests
