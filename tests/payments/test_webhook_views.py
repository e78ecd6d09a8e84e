"""Notifications of providers as they arrive: genuine, forged, doubled, late, out of order, and full of secrets."""

import asyncio
import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from app.accounts.models import Account
from app.jobs.worker import Worker
from app.kernel import db, installation
from app.mail.models import OutgoingEmail
from app.payments import operator_calendar, ordering
from app.payments.ledger_reconciliation import reconcile
from app.payments.notifications import replay_event
from app.payments.operator.order_list import describe_order
from app.payments.order import WRONG_AMOUNT, Order
from app.payments.order_checks import CHECK, check_order
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers import registry
from app.payments.receipt import Receipt
from app.payments.refunds import note_refund
from app.payments.webhook_counts import WebhookCounts
from app.web import limits
from tests.client import Browser
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import coinpayments, configure, klikqris, midtrans
from tests.privacy.bring_in import archives
from tests.providers.coinpayments import SECRET as COINPAYMENTS_SECRET
from tests.providers.coinpayments import CoinpaymentsStandIn
from tests.providers.klikqris import KEY, KlikqrisStandIn
from tests.providers.midtrans import SERVER_KEY, MidtransStandIn
from tests.providers.stand_in import Message, altered

__all__ = ["coinpayments", "klikqris", "midtrans"]
MANY = 200
CARD = "4811 1111 1111 1114"
WALLET_ADDRESS = "0x52908400098527886E0F7030069857D2E4169EE7"
WALLET_KEY = "5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF"


async def opened(account: Account, code: str) -> Order:
    return await ordering.open_order(account, "pro", 1, registry.provider(code), BUYER)


async def arrive(visitor: Browser, code: str, message: Message) -> int:
    """Posts a notification; returns the status of the answer."""
    answer = await visitor.post(f"/api/hooks/{code}", data=message.body, headers={**message.headers, "Origin": "null"})
    return answer.status_code


async def ask_providers() -> None:
    """Runs the checks of orders that are due."""
    await Worker().run_due(CHECK)


async def state_of(order: Order) -> str:
    return (await Order.get(id=order.id)).state


def dollars() -> None:
    """The operator has set a rate."""
    configure(price_rate=16_000, price_rate_day=operator_calendar.today())


async def test_an_unknown_provider_is_not_found(visitor: Browser, klikqris: KlikqrisStandIn) -> None:
    for code in ("midtrans", "paypal", "KLIKQRIS", "x" * 300, "%00", "transfer"):
        assert (await visitor.post(f"/api/hooks/{code}", json={})).status_code == 404, code
    assert (await visitor.get("/api/hooks/klikqris")).status_code == 405


async def test_a_notification_needs_no_key_and_counts_for_nobody(
    visitor: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    order = await opened(sari, "klikqris")
    klikqris.pay(order.reference)

    answer = await visitor.post("/api/hooks/klikqris", data=klikqris.message(order.reference).body)

    assert (answer.status_code, await answer.get_json()) == (200, {"success": True, "data": {"received": True}})
    assert "X-RateLimit-Limit" not in answer.headers and "Set-Cookie" not in answer.headers
    assert await state_of(order) == "pending", "what KlikQRIS signs does not cover what it says"
    await ask_providers()
    assert await state_of(order) == "paid"


async def test_the_address_in_a_signature_is_that_of_the_settings_and_not_of_the_request(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn
) -> None:
    dollars()
    order = await opened(sari, "coinpayments")
    assert coinpayments.callbacks[order.reference] == "https://kliqs.test/api/hooks/coinpayments"
    coinpayments.pay(order.reference)

    message = coinpayments.message(order.reference, "Paid")
    answer = await visitor.post(
        "/api/hooks/coinpayments?from=proxy",
        data=message.body,
        headers={**message.headers, "X-Forwarded-Host": "evil.example"},
    )

    assert answer.status_code == 200
    assert await state_of(order) == "paid"


@pytest.mark.parametrize("same_event", [True, False])
async def test_200_notifications_of_one_payment_at_once_credit_it_once(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn, same_event: bool
) -> None:
    dollars()
    order = await opened(sari, "coinpayments")
    coinpayments.pay(order.reference)
    message = coinpayments.message(order.reference, "Paid")
    messages = [message if same_event else coinpayments.message(order.reference, "Paid") for _ in range(MANY)]

    statuses = await asyncio.gather(*(arrive(visitor, "coinpayments", each) for each in messages))

    assert set(statuses) == {200}
    assert await state_of(order) == "paid"
    assert await PlanPeriod.filter(account_id=sari.id).count() == 1
    assert await Receipt.all().count() == 1
    assert await PaymentEvent.filter(order_id=order.id, origin="notification").count() == (1 if same_event else MANY)


async def test_200_hints_of_one_payment_ask_the_provider_once_and_credit_it_once(
    visitor: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    order = await opened(sari, "klikqris")
    klikqris.pay(order.reference)
    message = klikqris.message(order.reference)

    statuses = await asyncio.gather(*(arrive(visitor, "klikqris", message) for _ in range(MANY)))
    await ask_providers()

    assert set(statuses) == {200}
    assert await state_of(order) == "paid"
    assert len([path for _, path, _, _ in klikqris.requests if "/status/" in path]) == 1
    assert await PlanPeriod.filter(account_id=sari.id).count() == 1
    assert await Receipt.all().count() == 1


def forged(stand_in: KlikqrisStandIn, order: Order, other: Order) -> Iterator[bytes]:
    """Notifications that KlikQRIS did not send."""
    message = stand_in.message(order.reference)
    yield stand_in.message(order.reference, "PAID", forged=True).body
    yield altered(message, status="PAID", signature=stand_in.orders[other.reference]["signature"]).body
    yield altered(message, status="PAID", signature=None).body
    yield altered(message, status="PAID", signature="").body
    yield altered(message, status=["PAID"]).body
    yield altered(message, order_id=other.reference, status="PAID").body
    yield altered(message, order_id="x" * 64).body
    yield altered(message, order_id="KLQ-" + "0" * 26).body


async def test_a_forged_notification_leaves_nothing_and_learns_nothing(
    visitor: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    order, other = await opened(sari, "klikqris"), await opened(sari, "klikqris")
    answers = set()
    for body in forged(klikqris, order, other):
        answer = await visitor.post("/api/hooks/klikqris", data=body)
        payload = await answer.get_json()
        answers.add((answer.status_code, payload["error"], payload["message"]))
    assert answers == {(403, "FORBIDDEN", "This notification is not accepted.")}
    assert not await PaymentEvent.filter(origin="notification").exists()
    await ask_providers()
    assert (await state_of(order), await state_of(other)) == ("pending", "pending")
    counts = installation.current().resource(WebhookCounts)
    assert counts["klikqris", "forged"] == len(list(forged(klikqris, order, other)))


ODD_BODIES = [
    b"", b"\x00", b"\xff\xfe", b"null", b"[]", b"{", b"1e999", b"NaN", b'"text"', b"[" * 20_000, b'{"a":' * 5_000,
    b'{"order_id": {"a": 1}, "signature": []}', b'{"order_id": "\\ud800", "signature": "\\ud800"}',
    b'{"order_id": "\\u0000", "signature_key": "\\udfff", "status_code": "\\ud800", "gross_amount": "1"}',
    b'{"invoice": {"invoiceId": 5}, "type": {}}', b"9" * 10_000, b"order_id=KLQ-1&status=PAID", b"<xml/>",
]  # fmt: skip


async def test_an_odd_body_never_breaks_anything(
    visitor: Browser,
    sari: Account,
    klikqris: KlikqrisStandIn,
    midtrans: MidtransStandIn,
    coinpayments: CoinpaymentsStandIn,
) -> None:
    for code in ("klikqris", "midtrans", "coinpayments", "test"):
        for body in ODD_BODIES:
            assert await arrive(visitor, code, Message("", {}, body)) == 403, (code, body[:40])


async def test_an_odd_body_with_the_right_signature_never_breaks_anything(
    visitor: Browser, sari: Account, klikqris: KlikqrisStandIn, coinpayments: CoinpaymentsStandIn
) -> None:
    order = await opened(sari, "klikqris")
    odd: tuple[object, ...] = (None, [], {}, "\ud800", "\x00", "9" * 5_000, 10**30, True, "-1", "1e5", "x" * 20_000)
    for name in ("status", "amount", "total_amount", "payment_date", "keterangan"):
        for value in odd:
            message = altered(klikqris.message(order.reference, "PAID"), **{name: value})
            assert await arrive(visitor, "klikqris", message) in {200, 403}, (name, value)
    for body in ODD_BODIES:
        message = coinpayments.signed("https://kliqs.test/api/hooks/coinpayments", body)
        assert await arrive(visitor, "coinpayments", message) == 403, body[:40]
    await ask_providers()
    assert await state_of(order) == "pending"


async def test_a_body_is_bounded(visitor: Browser, klikqris: KlikqrisStandIn) -> None:
    body = b'{"order_id": "' + b"x" * limits.MAX_JSON + b'"}'
    assert (await visitor.post("/api/hooks/klikqris", data=body)).status_code == 413


async def test_a_genuine_notification_of_another_shop_is_taken_and_ignored(
    visitor: Browser, sari: Account, midtrans: MidtransStandIn
) -> None:
    order = await opened(sari, "midtrans")
    midtrans.pay(order.reference)
    message = midtrans.message(order.reference)
    await Order.filter(id=order.id).delete()
    assert await arrive(visitor, "midtrans", message) == 200
    assert await PaymentEvent.all().count() == 0


async def test_an_expiry_after_the_payment_is_recorded_and_not_applied(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn
) -> None:
    dollars()
    order = await opened(sari, "coinpayments")
    coinpayments.pay(order.reference)
    paid, expired = (coinpayments.message(order.reference, kind) for kind in ("Paid", "TimedOut"))

    assert [await arrive(visitor, "coinpayments", each) for each in (paid, expired, paid)] == [200, 200, 200]

    assert await state_of(order) == "paid"
    heard = PaymentEvent.filter(order_id=order.id, origin="notification").order_by("id")
    events = await heard.values_list("state", "outcome")
    assert events == [("paid", "applied"), ("expired", "noted")]


async def test_a_payment_after_the_expiry_is_credited_and_the_operator_told(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn
) -> None:
    dollars()
    order = await opened(sari, "coinpayments")
    assert await arrive(visitor, "coinpayments", coinpayments.message(order.reference, "TimedOut")) == 200
    assert await state_of(order) == "expired"
    coinpayments.pay(order.reference)

    for kind in ("Completed", "Paid"):  # out of order
        assert await arrive(visitor, "coinpayments", coinpayments.message(order.reference, kind)) == 200

    assert await state_of(order) == "completed"
    assert (await Order.get(id=order.id)).attention == "paid_late"
    assert await PlanPeriod.filter(account_id=sari.id).count() == 1


async def test_a_notification_with_another_amount_credits_nothing(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn, klikqris: KlikqrisStandIn
) -> None:
    dollars()
    crypto, qris = await opened(sari, "coinpayments"), await opened(sari, "klikqris")

    assert await arrive(visitor, "coinpayments", coinpayments.message(crypto.reference, "Paid", amount=1)) == 200
    klikqris.pay(qris.reference)
    klikqris.changes = {"total_amount": "1000.00"}
    assert await arrive(visitor, "klikqris", klikqris.message(qris.reference, amount="999999.00")) == 200
    await ask_providers()

    assert await state_of(crypto) == "underpaid"
    assert (await state_of(qris), (await Order.get(id=qris.id)).attention) == ("pending", WRONG_AMOUNT)
    assert await PlanPeriod.all().count() == 0


async def test_a_settled_notification_made_of_a_cancelled_one_credits_nothing(
    visitor: Browser, sari: Account, midtrans: MidtransStandIn
) -> None:
    order = await opened(sari, "midtrans")
    replayed = altered(midtrans.message(order.reference), transaction_status="settlement", status_code="201")
    assert await arrive(visitor, "midtrans", replayed) == 200
    await ask_providers()
    assert await state_of(order) == "pending"
    assert await PlanPeriod.all().count() == 0


HOSTILE = {
    "card_number": CARD,
    "masked_card": "48111111-1114",
    "private_key": WALLET_KEY,
    "wallet": {"address": WALLET_ADDRESS, "seed": "abandon ability able about above"},
    "bank": CARD.replace(" ", ""),
    "issuer": CARD,
    "acquirer": WALLET_KEY,
    "keterangan": f"card {CARD} key {WALLET_KEY}",
    "nama": "Budi Santoso",
    "server_key": SERVER_KEY,
    "x-api-key": KEY,
    CARD: WALLET_KEY,
    WALLET_KEY: {"deep": [{CARD.replace(" ", ""): [CARD, {"seed phrase": WALLET_ADDRESS}]}]},
    "refunds": [{"refund_amount": "0", "reason": f"{CARD} {WALLET_KEY}", SERVER_KEY: CARD}],
}


async def dump() -> str:
    """Everything that the tables of payments, the mails and the jobs hold, as text."""
    texts = []
    for table in ("orders", "payment_events", "receipts", "refunds", "plan_periods", "jobs", "letters"):
        texts += [str(row) for row in await db.query_rows(f"SELECT * FROM {table}", [])]  # noqa: S608
    return "\n".join(texts)


async def test_no_card_key_secret_or_signature_stays_anywhere(
    visitor: Browser,
    as_sari: Browser,
    sari: Account,
    klikqris: KlikqrisStandIn,
    midtrans: MidtransStandIn,
    coinpayments: CoinpaymentsStandIn,
) -> None:
    dollars()
    orders = {code: await opened(sari, code) for code in ("klikqris", "midtrans", "coinpayments")}
    for stand_in in (klikqris, midtrans, coinpayments):
        stand_in.changes = dict(HOSTILE)
    with capture_logs() as logs:
        for message in hostile_messages(orders, klikqris, midtrans, coinpayments):
            code = message.url.rpartition("/")[2]
            assert await arrive(visitor, code, message) == 200
            assert await arrive(visitor, code, Message("", {}, json.dumps(HOSTILE).encode())) == 403
        await ask_providers()
    assert {await state_of(order) for order in orders.values()} == {"paid"}
    secrets = [
        CARD, CARD.replace(" ", ""), WALLET_KEY, WALLET_ADDRESS, "abandon ability", "Budi Santoso", SERVER_KEY, KEY,
        COINPAYMENTS_SECRET, klikqris.orders[orders["klikqris"].reference]["signature"],
    ]  # fmt: skip
    bodies = await PaymentEvent.exclude(body="").values_list("body", flat=True)
    assert len(bodies) == 3 and all("…" in body and "KLQ-" in body for body in bodies)
    pages = [await as_sari.get(f"/dashboard/settings/plan/orders/{order.reference}") for order in orders.values()]
    pages += [
        await as_sari.get(f"/dashboard/settings/plan/orders/{each.reference}/receipt") for each in orders.values()
    ]
    export = await archives.exported(sari)
    members = zipfile.ZipFile(io.BytesIO(export.read_bytes()))
    places = {
        "database": await dump(),
        "logs": repr(logs),
        "pages": "".join([await page.get_data(as_text=True) for page in pages]),
        "command": "".join([await describe_order(await Order.get(id=order.id)) for order in orders.values()]),
        "export": "".join(members.read(name).decode(errors="replace") for name in members.namelist()),
    }
    assert all(order.reference in places["export"] for order in orders.values())
    for name, text in places.items():
        assert not [secret for secret in secrets if secret in text], name


def hostile_messages(
    orders: dict[str, Order], klikqris: KlikqrisStandIn, midtrans: MidtransStandIn, coinpayments: CoinpaymentsStandIn
) -> Iterator[Message]:
    """Genuine notifications of payments, full of what must not be kept."""
    for stand_in, code in ((klikqris, "klikqris"), (midtrans, "midtrans")):
        stand_in.pay(orders[code].reference)
        yield altered(stand_in.message(orders[code].reference), **HOSTILE)
    coinpayments.pay(orders["coinpayments"].reference)
    payload = json.loads(coinpayments.message(orders["coinpayments"].reference, "Paid").body)
    payload["invoice"] |= HOSTILE
    yield coinpayments.signed("https://kliqs.test/api/hooks/coinpayments", json.dumps(payload | HOSTILE).encode())


async def test_what_midtrans_pays_back_is_noted_by_itself_once_whatever_arrives_how_often(
    visitor: Browser, sari: Account, midtrans: MidtransStandIn
) -> None:
    configure(contact_email="operator@example.com")
    order = await opened(sari, "midtrans")
    midtrans.pay(order.reference)
    await arrive(visitor, "midtrans", midtrans.message(order.reference))
    await ask_providers()
    messages = []
    for amount in (10_000, 9_000):
        midtrans.pay_back(order.reference, amount)
        messages.append(midtrans.message(order.reference))
    for message in (messages[1], messages[0], *messages):  # out of order, and twice
        assert await arrive(visitor, "midtrans", message) == 200
        await ask_providers()

    paid = await Order.get(id=order.id)
    assert (paid.state, paid.refunded, paid.attention) == ("paid", 19_000, "refund_heard")
    assert [(sums.refunds, sums.orders, sums.agrees) for sums in await reconcile()] == [(19_000, 60_000, True)]
    told = await OutgoingEmail.filter(recipient="operator@example.com")
    assert [("Rp19,000" in email.text, "paid back" in email.text) for email in told] == [(True, True)]

    midtrans.pay_back(order.reference, 60_000)
    await arrive(visitor, "midtrans", midtrans.message(order.reference))
    await ask_providers()
    paid = await Order.get(id=order.id)
    assert (paid.state, paid.refunded, (await Account.get(id=sari.id)).plan_name) == ("refunded", 79_000, "free")
    assert [(sums.refunds, sums.orders, sums.agrees) for sums in await reconcile()] == [(79_000, 0, True)]


async def test_a_refund_that_the_operator_has_noted_is_not_noted_again_when_midtrans_reports_it(
    visitor: Browser, sari: Account, midtrans: MidtransStandIn
) -> None:
    order = await opened(sari, "midtrans")
    midtrans.pay(order.reference)
    await check_order(order)
    midtrans.pay_back(order.reference, 10_000)
    await note_refund(await Order.get(id=order.id), 10_000)
    await arrive(visitor, "midtrans", midtrans.message(order.reference))
    await ask_providers()
    assert (await Order.get(id=order.id)).refunded == 10_000

    midtrans.pay_back(order.reference, 5_000)  # and its report is lost
    assert (await check_order(order)).refunded == 15_000


async def test_a_payment_of_which_a_part_was_paid_back_before_it_was_heard_of_is_credited_and_noted(
    sari: Account, midtrans: MidtransStandIn
) -> None:
    order = await opened(sari, "midtrans")
    midtrans.pay(order.reference)
    midtrans.pay_back(order.reference, 10_000)
    order = await check_order(order)
    assert (order.state, order.paid_amount, order.refunded) == ("paid", 79_000, 10_000)
    assert (await Account.get(id=sari.id)).plan_name == "pro"


async def test_a_replay_reads_the_stored_body_again(
    visitor: Browser, sari: Account, coinpayments: CoinpaymentsStandIn
) -> None:
    dollars()
    order = await opened(sari, "coinpayments")
    assert await arrive(visitor, "coinpayments", coinpayments.message(order.reference, "Pending")) == 200
    assert await arrive(visitor, "coinpayments", coinpayments.message(order.reference, "Paid")) == 200
    event = await PaymentEvent.get(order_id=order.id, state="paid")
    assert (event.facts["invoiceId"], json.loads(event.body)["invoice"]["amount"]["total"]) == (order.reference, 494)
    await Order.filter(id=order.id).update(state="detected", paid_at=None)  # as if the first try had been lost
    await Receipt.all().delete()
    await PlanPeriod.all().delete()
    event.paid_amount, event.state, event.facts = None, "pending", {}

    assert await replay_event(event) is Outcome.APPLIED

    order = await Order.get(id=order.id)
    assert (order.state, order.paid_amount) == ("paid", 494) and await PlanPeriod.all().count() == 1
    event.body = "{}"
    assert await replay_event(event) is Outcome.NOTED, "without a body its columns say what it was"
