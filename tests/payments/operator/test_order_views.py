"""What an operator does on the page of an order: each act once, with its entry in the log, and money stays right."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from quart import Quart

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, i18n
from app.mail.models import OutgoingEmail
from app.operators import operator_log
from app.operators.operator_log import OperatorAct
from app.payments import notifications, ordering, transitions
from app.payments.ledger_reconciliation import reconcile
from app.payments.order import NO_ACCOUNT, PAID_TWICE, Order
from app.payments.order_state import OrderState
from app.payments.payment_event import PaymentEvent
from app.payments.providers import registry
from app.payments.providers.provider import PaymentState
from app.payments.receipt import Receipt
from app.payments.refund import Refund
from tests.client import Browser
from tests.documents import Document
from tests.operators_at_work import PAYMENTS, operator_browser
from tests.payments.checkout.buying import text_of
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.payments.providers.conftest import configure


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


async def transfer(account: Account) -> Order:
    configure(transfer_instructions="BCA 1")
    return await ordering.open_order(account, "pro", 1, registry.provider("transfer"), BUYER)


async def underpaid(account: Account, crypto: FakeProvider, amount: int = 70_000) -> Order:
    order = await ordering.open_order(account, "pro", 1, crypto, BUYER)
    crypto.pay(order.reference, amount, PaymentState.UNDERPAID)
    await transitions.apply_snapshot(order, crypto.snapshot(order.reference))
    return await Order.get(id=order.id)


async def acts() -> list[str]:
    """The log in English, the oldest entry first."""
    with i18n.language_context("en"):
        rows = await OperatorAct.exclude(act__startswith="operator_").order_by("created_at")
        return [re.sub("[\u2066-\u2069]", "", f"{row.who} {row.what}") for row in rows]


async def send(browser: Browser, order: Order, path: str, **form: str) -> tuple[int, str]:
    """Sends a form of the page of an order; returns the status, and the text of the page or the address it leads to."""
    answer = await browser.post(f"{PAYMENTS}/{order.reference}/{path}", form=form)
    return answer.status_code, answer.headers.get("Location") or await text_of(answer)


async def form_of(browser: Browser, order: Order, path: str) -> dict[str, str]:
    """The fields of the form of an act, as the page has them."""
    answer = await browser.get(f"{PAYMENTS}/{order.reference}/{path}")
    assert answer.status_code == 200
    forms = Document(await text_of(answer)).inside("form", "input")
    [fields] = [fields for form, fields in forms.items() if form.attributes.get("action", "").endswith(path)]
    return {each.attributes["name"]: each.attributes.get("value", "") for each in fields if "name" in each.attributes}


async def test_a_transfer_is_marked_as_paid_and_the_plan_begins(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    status, location = await send(operator, order, "paid", amount="Rp79.000", day=f"{clock.now():%Y-%m-%d}")
    assert (status, location) == (303, f"{PAYMENTS}/{order.reference}")
    order = await Order.get(id=order.id)
    assert (order.state, order.paid_amount) == (OrderState.PAID, 79_000)
    assert (await Account.get(id=sari.id)).plan_name == "pro"
    assert await acts() == [f"Budi marked the order {order.reference} as paid, 79000 IDR."]
    page = await text_of(await operator.get(location))
    assert "Sudah" in page or "Paid" in page
    status, _ = await send(operator, order, "paid")
    assert status == 303 and await Receipt.all().count() == 1


async def test_everything_that_is_wrong_with_a_payment_is_said_at_once_and_kept(
    operator: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    status, text = await send(operator, order, "paid", amount="much", day="2999-01-01")
    assert status == 422
    document = Document(text)
    wrong = [each.attributes["name"] for each in document.all("input") if "aria-invalid" in each.attributes]
    assert wrong == ["amount", "day", "anyway"]
    assert 'value="much"' in text and 'value="2999-01-01"' in text
    assert (await Order.get(id=order.id)).state == OrderState.PENDING and await acts() == []
    status, _ = await send(operator, order, "paid", anyway="1")
    assert status == 303 and (await Order.get(id=order.id)).paid


async def test_the_same_refund_form_sent_twice_notes_one_refund(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    await transitions.mark_paid(order)
    form = await form_of(operator, order, "refund") | {"amount": "9.000", "note": "a day lost"}
    for _ in range(2):
        assert (await send(operator, order, "refund", **form))[0] == 303
    [refund] = await Refund.filter(order_id=order.id)
    assert (refund.amount, refund.note) == (9_000, "a day lost")
    assert len(await acts()) == 1
    again = form | {"once": "", "amount": "70001"}
    assert (await send(operator, order, "refund", **again))[0] == 422
    assert (await Order.get(id=order.id)).refunded == 9_000
    assert (await send(operator, order, "refund", **again | {"amount": "70000"}))[0] == 303
    order = await Order.get(id=order.id)
    assert order.state == OrderState.REFUNDED and (await Account.get(id=sari.id)).plan_name == "free"


async def test_what_came_of_an_underpaid_order_is_paid_back_and_the_order_ends(
    operator: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await underpaid(sari, crypto)
    [before] = await reconcile()
    assert (before.underpaid, before.agrees) == (70_000, True)
    form = await form_of(operator, order, "paid-back") | {"amount": "70000", "note": "asked for it"}
    assert (await send(operator, order, "paid-back", **form | {"amount": "70001"}))[0] == 422
    for _ in range(2):
        assert (await send(operator, order, "paid-back", **form))[0] == 303
    order = await Order.get(id=order.id)
    assert (order.state, order.refunded, order.paid_at) == (OrderState.REFUNDED, 70_000, None)
    assert await acts() == [f"Budi noted that what came of the order {order.reference} was paid back, 70000 IDR."]
    assert all(sums.agrees and not sums.underpaid and not sums.orders for sums in await reconcile())
    assert await Receipt.all().count() == 0 and await Refund.all().count() == 1
    page = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}"))
    assert f"{order.reference}/paid-back" not in page and f"{order.reference}/paid" not in page


async def test_the_rest_that_comes_after_it_was_paid_back_is_an_order_of_its_own(
    operator: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await underpaid(sari, crypto)
    await send(operator, order, "paid-back", amount="70000")
    crypto.pay(order.reference)
    await transitions.apply_snapshot(order, crypto.snapshot(order.reference))
    copy = await Order.get(copy_key=f"late {order.reference}")
    assert copy.paid and copy.attention and (await Order.get(id=order.id)).state == OrderState.REFUNDED
    assert all(sums.agrees for sums in await reconcile())


async def test_more_than_was_paid_back_is_told_to_the_operator(
    operator: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await underpaid(sari, crypto)
    await send(operator, order, "paid-back", amount="70000")
    crypto.pay(order.reference, 75_000, PaymentState.UNDERPAID)
    await transitions.apply_snapshot(order, crypto.snapshot(order.reference))
    order = await Order.get(id=order.id)
    assert order.attention and order.state == OrderState.REFUNDED


async def test_a_second_payment_is_booked_once_as_an_order_of_its_own(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    await transitions.mark_paid(order)
    assert (await send(operator, order, "second-payment", number="", amount=""))[0] == 422
    for _ in range(2):
        status, location = await send(operator, order, "second-payment", number="BCA-77", amount="79000")
        copy = await Order.get(copy_key__startswith="again ")
        assert (status, location) == (303, f"{PAYMENTS}/{copy.reference}")
    assert await Order.all().count() == 2 and len(await acts()) == 1


async def test_what_is_no_second_payment_buys_nothing(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    assert (await send(operator, order, "second-payment", number="BCA-1", amount="79000"))[0] == 422, "not paid yet"
    await transitions.mark_paid(order)
    assert (await send(operator, order, "second-payment", number="BCA-1", amount="7900"))[0] == 422, "too little"
    assert (await send(operator, order, "second-payment", number="BCA-1", amount="79000"))[0] == 303
    copy = await Order.get(copy_key__startswith="again ")
    assert (await send(operator, copy, "second-payment", number="BCA-1", amount="79000"))[0] == 422, "booked already"
    assert await Order.all().count() == 2


async def test_a_form_that_noted_a_refund_says_so_when_it_comes_with_another_amount(
    operator: Browser, sari: Account
) -> None:
    order = await transfer(sari)
    await transitions.mark_paid(order)
    form = await form_of(operator, order, "refund") | {"amount": "10000", "note": "x"}
    assert (await send(operator, order, "refund", **form))[0] == 303
    assert (await send(operator, order, "refund", **form | {"amount": "15000"}))[0] == 422
    assert [refund.amount for refund in await Refund.all()] == [10_000]


async def test_an_order_is_taken_off_the_list_of_those_that_need_attention(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    await Order.filter(id=order.id).update(attention=PAID_TWICE)
    for _ in range(2):
        assert (await send(operator, order, "actions/seen"))[0] == 303
    assert (await Order.get(id=order.id)).attention == "" and len(await acts()) == 1


async def test_the_service_is_asked_and_the_page_says_whether_it_answered(
    operator: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.down = True
    _, location = await send(operator, order, "actions/check")
    silent = await text_of(await operator.get(f"{location}?lang=en"))
    assert "does not answer as it should" in silent
    qris.down = False
    qris.pay(order.reference)
    _, location = await send(operator, order, "actions/check")
    assert "The service answered" in await text_of(await operator.get(location))
    assert (await Order.get(id=order.id)).paid
    assert await acts() == [f"Budi asked the payment service about the order {order.reference}."] * 2


async def test_an_event_is_replayed_and_credits_nothing_twice(
    operator: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.pay(order.reference)
    await notifications.receive_notification(qris, *qris.message(order.reference, "event-1"))
    event = await PaymentEvent.get(order_id=order.id, origin="notification")
    assert (await send(operator, order, f"events/{event.id}/replay"))[0] == 303
    assert await Receipt.all().count() == 1
    other = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    for strange in (event.id, 10**9, 10**30):
        assert (await send(operator, other, f"events/{strange}/replay"))[0] == 404
    assert len(await acts()) == 1


async def test_the_page_shows_events_buyer_receipt_and_what_operators_did(
    operator: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    qris.pay(order.reference)
    await notifications.receive_notification(qris, *qris.message(order.reference, "event-1"))
    await send(operator, order, "actions/check")
    text = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}?lang=en"))
    for expected in (BUYER.name, BUYER.email, BUYER.tax_id, "reported by the service", "trusted", "status", "Budi"):
        assert expected in text, expected
    answer = await operator.get(f"{PAYMENTS}/{order.reference}/receipt.pdf")
    assert answer.status_code == 200 and (await answer.get_data())[:5] == b"%PDF-"
    assert "SECRET" not in text and "provider-secret" not in text


async def test_the_page_of_a_deleted_buyer_names_nobody(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    await transitions.mark_paid(order)
    await Order.filter(id=order.id).update(buyer_email="", buyer_name="", account_id=None, attention=NO_ACCOUNT)
    text = await text_of(await operator.get(f"{PAYMENTS}/{order.reference}?lang=en"))
    assert "deleted with the workspace" in text and "nobody got what it buys" in text


async def test_forms_that_are_not_possible_any_more_lead_back_to_the_order(operator: Browser, sari: Account) -> None:
    order = await transfer(sari)
    for path in ("refund", "paid-back", "second-payment"):
        answer = await operator.get(f"{PAYMENTS}/{order.reference}/{path}")
        assert answer.headers["Location"] == f"{PAYMENTS}/{order.reference}"
    assert (await operator.get(f"{PAYMENTS}/{order.reference}/receipt.pdf")).status_code == 404
    assert (await operator.get(f"{PAYMENTS}/KLQ-{'0' * 26}")).status_code == 404


def test_every_act_of_the_log_has_a_sentence_in_both_languages() -> None:
    import_module("app.application")  # whose packages add their sentences
    assert len(operator_log._sentences) > 10
    for act, sentence in operator_log._sentences.items():
        assert len(act) <= 40 and sentence.removesuffix(" %(detail)s").endswith((".", ":"))
        with i18n.language_context("id"):
            assert i18n.gettext(sentence) != sentence


async def test_the_buyer_of_an_order_that_was_paid_back_reads_so(
    operator: Browser, as_sari: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await underpaid(sari, crypto)
    await send(operator, order, "paid-back", amount="70000")
    text = await text_of(await as_sari.get(f"/dashboard/settings/plan/orders/{order.reference}?lang=en"))
    assert "it was paid back. Nothing was bought" in text and "Rp70,000" in text
    assert "Paid back" in await text_of(await as_sari.get("/dashboard/settings/plan/orders/?lang=en"))


async def test_what_came_of_a_transfer_grows_and_less_than_before_changes_nothing(
    operator: Browser, sari: Account
) -> None:
    order = await transfer(sari)
    await send(operator, order, "paid", amount="50000")
    assert (await Order.get(id=order.id)).state == OrderState.UNDERPAID
    assert "Rp50.000" in await text_of(await operator.get(f"{PAYMENTS}/{order.reference}/paid?lang=id"))
    _, location = await send(operator, order, "paid", amount="29000")
    assert "already" not in await text_of(await operator.get(f"{location}?lang=en"))
    assert (await Order.get(id=order.id)).paid_amount == 50_000
    await send(operator, order, "paid", amount="79000")
    assert (await Order.get(id=order.id)).paid and all(sums.agrees for sums in await reconcile())


async def test_the_email_about_an_order_leads_operators_to_its_page(
    operator: Browser, sari: Account, qris: FakeProvider
) -> None:
    configure(contact_email="ops@kliqs.test")
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    await transitions.apply_snapshot(order, qris.pay(order.reference, 1))
    letter = await OutgoingEmail.get(recipient="ops@kliqs.test")
    assert f"{PAYMENTS}/{order.reference}" in letter.text
    await User.all().update(operator_since=None)
    other = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    await transitions.apply_snapshot(other, qris.pay(other.reference, 1))
    assert not [each for each in await OutgoingEmail.all() if f"{PAYMENTS}/{other.reference}" in each.text]
