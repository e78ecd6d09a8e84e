"""KlikQRIS: the code of a payment, what is asked about it, and notifications that are hints."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.kernel import clock
from app.payments.providers.klikqris import PNG_SIGNATURE, PNG_URI
from app.payments.providers.provider import (
    CheckoutKind,
    CredentialsRefused,
    ForgedNotification,
    PaymentState,
    ProviderDown,
    ProviderRefused,
    UnknownPayment,
)
from tests.payments.providers.conftest import WEBHOOK, adapter, charge, configure, impatience, opened
from tests.providers.klikqris import MERCHANT, KlikqrisStandIn
from tests.providers.stand_in import altered

CODE = "klikqris"
LARGE_PICTURE = PNG_URI + base64.b64encode(PNG_SIGNATURE + bytes(300_000)).decode()
JSON_TYPE = {"Content-Type": "application/json"}


async def test_a_payment_has_a_picture_of_its_code_and_an_amount_of_its_own(klikqris: KlikqrisStandIn) -> None:
    first, second = charge(), charge()
    checkouts = [await adapter(CODE).create(each) for each in (first, second)]
    amounts = [checkout.pay_amount for checkout in checkouts]
    assert amounts == [29_001, 29_008], "the digits tell payments of one price apart"
    checkout = checkouts[0]
    assert (checkout.kind, checkout.provider_ref, checkout.currency) == (CheckoutKind.QR, first.reference, "IDR")
    assert checkout.qr_image.startswith(b"\x89PNG") and not checkout.url
    assert checkout.secret == klikqris.orders[first.reference]["signature"]
    order = json.loads(klikqris.requests[0][3])
    assert order["callback_url"] == WEBHOOK and type(order["amount"]) is int


async def test_the_end_of_a_payment_is_read_as_wib(klikqris: KlikqrisStandIn) -> None:
    before = clock.now().replace(microsecond=0)
    checkout = await adapter(CODE).create(charge())
    assert before <= checkout.expires_at - timedelta(minutes=60) <= clock.now()
    klikqris.changes = {"expired_at": "2026-11-29 07:00:00"}
    assert (await adapter(CODE).create(charge())).expires_at.isoformat() == "2026-11-29T00:00:00+00:00"
    configure(payment_zone="Asia/Jayapura")
    assert (await adapter(CODE).create(charge())).expires_at.isoformat() == "2026-11-28T22:00:00+00:00"


@pytest.mark.parametrize(("minutes", "lasts"), [("30", 30), ("soon", 60), (None, 60)])
async def test_a_payment_without_a_readable_end_ends_by_its_minutes(
    klikqris: KlikqrisStandIn, minutes: str | None, lasts: int
) -> None:
    klikqris.changes = {"expired_at": "tomorrow", "expired_menit": minutes}
    before = clock.now()
    checkout = await adapter(CODE).create(charge())
    assert before <= checkout.expires_at - timedelta(minutes=lasts) <= clock.now()


async def test_an_address_for_notifications_that_is_empty_is_left_out(klikqris: KlikqrisStandIn) -> None:
    await adapter(CODE).create(charge(webhook_url=""))
    assert "callback_url" not in json.loads(klikqris.requests[0][3])


async def test_all_faults_of_a_refusal_are_told_by_their_field(klikqris: KlikqrisStandIn) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge(500, webhook_url="kliqs.test/hooks"))
    assert refused.value.facts["faults"] == {
        "amount": ["The amount must be at least 1000."],
        "callback_url": ["The callback url must be a valid URL."],
    }
    assert not klikqris.orders


async def test_a_reference_that_was_used_is_refused(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    await adapter(CODE).create(payment)
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(payment)
    assert refused.value.facts["faults"] == {"order_id": ["The order id has already been taken."]}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"total_amount": "29000.50"}, "total_amount"),
        ({"total_amount": None}, "total_amount"),
        ({"total_amount": "-29000"}, "total_amount"),
        ({"total_amount": "28999.00"}, "total_amount"),
        ({"total_amount": "30000.00"}, "total_amount"),
        ({"total_amount": "999999999999"}, "total_amount"),
        ({"order_id": "KLQ-OTHER"}, "order_id"),
        ({"qris_image": "data:image/svg+xml;base64,PHN2Zz4=", "direct_url": "javascript:alert(1)"}, "qris_image"),
        ({"qris_image": "data:image/png;base64,PHN2Zz4=", "direct_url": None}, "qris_image"),
    ],
    ids=str,
)
async def test_an_answer_that_cannot_be_right_is_refused(
    klikqris: KlikqrisStandIn, changes: dict[str, object], field: str
) -> None:
    klikqris.changes = changes
    with pytest.raises(ProviderRefused) as refused:
        await adapter(CODE).create(charge())
    assert list(refused.value.facts["faults"]) == [field]


@pytest.mark.parametrize("picture", [None, LARGE_PICTURE], ids=["none", "too large"])
async def test_without_a_picture_the_buyer_pays_on_klikqris_own_page(
    klikqris: KlikqrisStandIn, picture: str | None
) -> None:
    klikqris.changes = {"qris_image": picture}
    checkout = await adapter(CODE).create(charge())
    assert checkout.kind is CheckoutKind.QR and not checkout.qr_image and checkout.url.startswith(klikqris.origin)


@pytest.mark.parametrize("signature", [None, 7, "x" * 513], ids=["none", "a number", "too long"])
async def test_without_a_signature_of_the_order_no_notification_counts(
    klikqris: KlikqrisStandIn, signature: object
) -> None:
    klikqris.changes = {"signature": signature}
    payment = charge()
    assert (await adapter(CODE).create(payment)).secret == ""
    message = altered(klikqris.message(payment.reference, "PAID"), signature=signature)
    with pytest.raises(ForgedNotification):
        adapter(CODE).read_notification(message.headers, message.body, WEBHOOK, "")


@pytest.mark.parametrize("word", ["PAID", "SUCCESS"])
async def test_a_payment_is_asked_about_until_it_is_paid(klikqris: KlikqrisStandIn, word: str) -> None:
    klikqris.paid_word = word
    payment = charge()
    payment = opened(payment, await adapter(CODE).create(payment))
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.paid_amount) == (PaymentState.PENDING, None)
    klikqris.pay(payment.reference)
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.paid_amount) == (PaymentState.PAID, 29_001)
    assert snapshot.paid_at is not None and abs(snapshot.paid_at - clock.now()) < timedelta(minutes=5)
    assert snapshot.facts["status"] == word and snapshot.facts["order_id"] == payment.reference


async def test_a_status_without_amounts_says_no_amount(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    await adapter(CODE).create(payment)
    klikqris.pay(payment.reference)
    klikqris.without_amount = True
    snapshot = await adapter(CODE).fetch(payment)
    assert (snapshot.state, snapshot.paid_amount) == (PaymentState.PAID, None)


async def test_a_payment_expires(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    await adapter(CODE).create(payment)
    klikqris.expire(payment.reference)
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.EXPIRED


async def test_a_word_that_nobody_knows_pays_nothing(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    await adapter(CODE).create(payment)
    klikqris.changes = {"status": "PAID?"}
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.PENDING


@pytest.mark.parametrize("changes", [{"order_id": "KLQ-OTHER"}, {"status": "PAID", "total_amount": "29000.5"}], ids=str)
async def test_the_status_of_another_payment_or_amount_is_refused(
    klikqris: KlikqrisStandIn, changes: dict[str, object]
) -> None:
    payment = charge()
    await adapter(CODE).create(payment)
    klikqris.changes = changes
    with pytest.raises(ProviderRefused):
        await adapter(CODE).fetch(payment)


async def test_a_notification_with_the_signature_of_the_order_is_a_hint(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    payment = opened(payment, await adapter(CODE).create(payment))
    klikqris.pay(payment.reference)
    message = klikqris.message(payment.reference)
    assert adapter(CODE).reference_of(message.headers, message.body) == payment.reference
    first = adapter(CODE).read_notification(message.headers, message.body, WEBHOOK, payment.secret)
    assert first.reference == payment.reference and first.trusted is False
    assert first.snapshot.state is PaymentState.PAID
    again = klikqris.message(payment.reference, "SUCCESS")
    replayed = adapter(CODE).read_notification(again.headers, again.body, WEBHOOK, payment.secret)
    assert replayed.event_id == first.event_id, "PAID and SUCCESS are one event"
    klikqris.expire(payment.reference)
    late = klikqris.message(payment.reference)
    assert adapter(CODE).read_notification(late.headers, late.body, WEBHOOK, payment.secret).event_id != first.event_id


async def test_a_wrong_amount_in_a_notification_is_only_a_hint(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    payment = opened(payment, await adapter(CODE).create(payment))
    message = klikqris.message(payment.reference, "PAID", amount="1.00")
    notification = adapter(CODE).read_notification(message.headers, message.body, WEBHOOK, payment.secret)
    assert not notification.trusted
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.PENDING, "nothing was paid"


async def test_a_forged_notification_is_nobodys(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    payment = opened(payment, await adapter(CODE).create(payment))
    right = klikqris.message(payment.reference, "PAID")
    forged = [
        (klikqris.message(payment.reference, "PAID", forged=True).body, payment.secret),
        (right.body, ""),
        (right.body, payment.secret + "x"),
        (altered(right, signature="").body, ""),
        (altered(right, signature=None).body, payment.secret),
        (altered(right, signature="\ud800").body, payment.secret),
        (altered(right, signature=[payment.secret]).body, payment.secret),
        (altered(right, order_id="../..").body, payment.secret),
        (altered(right, status="REFUND").body, payment.secret),
        (altered(right, total_amount="29001.5").body, payment.secret),
        (b"[]", payment.secret),
        (b"order_id=1", payment.secret),
        (b"[" * 100_000, payment.secret),
    ]
    for body, secret in forged:
        with pytest.raises(ForgedNotification):
            adapter(CODE).read_notification(JSON_TYPE, body, WEBHOOK, secret)
    assert adapter(CODE).reference_of(JSON_TYPE, b"nothing") == ""


async def test_the_sandbox_has_an_address_of_its_own(klikqris: KlikqrisStandIn) -> None:
    configure(klikqris_sandbox=True, klikqris_sandbox_url=f"{klikqris.url}/sandbox")
    assert adapter(CODE).abilities.sandbox
    with pytest.raises(UnknownPayment):
        await adapter(CODE).create(charge())
    assert klikqris.requests[0][1] == "/api/sandbox/qris/create"


async def test_there_is_no_way_to_cancel_or_to_pay_back(klikqris: KlikqrisStandIn) -> None:
    assert not adapter(CODE).abilities.cancel and not adapter(CODE).abilities.refund
    for call in (adapter(CODE).cancel(charge()), adapter(CODE).refund(charge(), 1)):
        with pytest.raises(ProviderRefused):
            await call
    assert not klikqris.requests


async def test_the_connection_is_tested_without_a_payment(klikqris: KlikqrisStandIn) -> None:
    await adapter(CODE).test_connection()
    assert [(method, path) for method, path, *_ in klikqris.requests] == [("GET", "/api/qris/history?page=1")]
    configure(klikqris_key="wrong")
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).test_connection()


async def test_an_order_that_was_made_before_the_time_out_is_there_when_asked_about(klikqris: KlikqrisStandIn) -> None:
    klikqris.troubles = ["time-out after"]
    payment = charge()
    with impatience(), pytest.raises(ProviderDown):
        await adapter(CODE).create(payment)
    assert (await adapter(CODE).fetch(payment)).state is PaymentState.PENDING
    with pytest.raises(UnknownPayment):
        await adapter(CODE).fetch(replace(payment, reference="KLQ-OTHER"))


@pytest.fixture
def my_pg(klikqris: KlikqrisStandIn) -> KlikqrisStandIn:
    """A merchant with the variant of that name."""
    klikqris.my_pg, klikqris.my_pg_callback = True, WEBHOOK
    configure(klikqris_my_pg=True)
    return klikqris


async def test_my_pg_opens_asks_and_reports_by_its_own_paths_and_form(my_pg: KlikqrisStandIn) -> None:
    payment = charge()
    checkout = await adapter(CODE).create(payment)
    payment = opened(payment, checkout)
    my_pg.pay(payment.reference)
    snapshot = await adapter(CODE).fetch(payment)
    assert [path for _method, path, *_ in my_pg.requests] == [
        "/api/qrisv2/create",
        f"/api/qrisv2/status/{MERCHANT}/{payment.reference}",
    ]
    assert (checkout.pay_amount, snapshot.state, snapshot.paid_amount) == (29_001, PaymentState.PAID, 29_001)
    message = my_pg.message(payment.reference)
    assert "callback_url" not in json.loads(my_pg.requests[0][3]) and message.url == WEBHOOK

    assert adapter(CODE).reference_of({}, message.body) == payment.reference
    notification = adapter(CODE).read_notification({}, message.body, WEBHOOK, payment.secret)
    assert (notification.trusted, notification.snapshot.paid_amount) == (False, 29_001)
    kept = json.loads(notification.body)
    assert kept["data"]["amount_paid"] == "29001.00" and kept["data"]["signature"] == "…" == kept["data"]["merchant_id"]
    assert adapter(CODE).read_stored(notification.body).state is PaymentState.PAID


async def test_my_pg_without_a_picture_pays_at_its_address(my_pg: KlikqrisStandIn) -> None:
    my_pg.changes = {"qris_image": None, "direct_url": None}
    payment = charge()
    assert (await adapter(CODE).create(payment)).url == f"{my_pg.origin}/storage/{payment.reference}.png"


async def test_neither_variant_takes_the_notifications_of_the_other(klikqris: KlikqrisStandIn) -> None:
    payment = charge()
    payment = opened(payment, await adapter(CODE).create(payment))
    flat = klikqris.message(payment.reference, "PAID").body
    klikqris.my_pg = True
    nested = klikqris.message(payment.reference, "PAID").body
    for setting, body in ((False, nested), (True, flat), (True, b'{"data": []}')):
        configure(klikqris_my_pg=setting)
        assert adapter(CODE).reference_of({}, body) == ""
        with pytest.raises(ForgedNotification):
            adapter(CODE).read_notification({}, body, WEBHOOK, payment.secret)


async def test_a_merchant_without_my_pg_reads_that_the_credentials_do_not_allow_it(klikqris: KlikqrisStandIn) -> None:
    configure(klikqris_my_pg=True)
    with pytest.raises(CredentialsRefused):
        await adapter(CODE).create(charge())
