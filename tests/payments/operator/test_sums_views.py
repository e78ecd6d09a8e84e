"""The operator's sums: by month, as a file, and the three sums of all time side by side."""

from __future__ import annotations

import csv
import io

import pytest
from quart import Quart

from app.accounts.models import Account
from app.payments import ordering, transitions
from app.payments.ledger_reconciliation import reconcile
from app.payments.operator.monthly_sums import current_month, last_months
from app.payments.order import Order
from app.payments.payment_event import PaymentEvent
from app.payments.providers import registry
from app.payments.providers.provider import PaymentState
from app.payments.refunds import note_refund, pay_back_underpaid
from app.web.csv_writer import BOM
from tests.client import Browser
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.payments.providers.conftest import configure

SUMS = f"{HOME}/sums"


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    configure(transfer_instructions="BCA 1")
    return await operator_browser(app, budi)


async def paid(account: Account) -> Order:
    order = await ordering.open_order(account, "pro", 1, registry.provider("transfer"), BUYER)
    await transitions.mark_paid(order)
    return await Order.get(id=order.id)


async def test_the_file_has_what_the_page_shows(operator: Browser, sari: Account) -> None:
    await note_refund(await paid(sari), 9_000)
    text = await shown(operator, f"{SUMS}?lang=en")
    assert "Rp79,000" in text and "Rp9,000" in text and "Rp70,000" in text
    answer = await operator.get(f"{SUMS}/sums.csv")
    assert answer.mimetype == "text/csv" and "attachment" in answer.headers["Content-Disposition"]
    [line] = csv.DictReader(io.StringIO((await answer.get_data(as_text=True)).removeprefix(BOM)))
    assert (line["month"], line["receipts"], line["refunds"], line["net"]) == (
        current_month(),
        "79000",
        "9000",
        "70000",
    )


async def test_months_are_chosen_and_wrong_ones_become_the_last_twelve(operator: Browser, sari: Account) -> None:
    await paid(sari)
    before = last_months(3)[2]
    assert "79,000" not in (await shown(operator, f"{SUMS}?from={before}&to={before}")).partition("months-h")[2]
    for query in ("from=x&to=y", "from=1999-01&to=2999-01", "from=2026-13", f"from={current_month()}&to={before}"):
        assert "79,000" in (await shown(operator, f"{SUMS}?{query}")).partition("months-h")[2], query


def test_the_last_months_go_back_over_the_begin_of_a_year() -> None:
    months = last_months(30)
    assert len(set(months)) == 30 and months[0] == current_month() and months == sorted(months, reverse=True)
    assert all("01" <= month[5:] <= "12" for month in months)


async def test_the_page_says_whether_receipts_orders_and_reports_agree(operator: Browser, sari: Account) -> None:
    order = await paid(sari)
    text = await shown(operator, f"{SUMS}?lang=en")
    assert "They agree" in text and "They differ" not in text
    await PaymentEvent.filter(order_id=order.id, state="paid").update(paid_amount=80_000)
    text = await shown(operator, f"{SUMS}?lang=en")
    assert "They differ" in text and "Rp80,000" in text


async def test_reports_that_were_changed_are_noticed_as_orders_are(sari: Account) -> None:
    configure(transfer_instructions="BCA 1")
    order = await paid(sari)
    assert [sums.agrees for sums in await reconcile()] == [True]
    await PaymentEvent.filter(order_id=order.id, state="paid").update(paid_amount=1)
    assert [sums.agrees for sums in await reconcile()] == [False]


async def test_what_came_of_an_underpaid_order_is_named_and_in_no_sum(
    operator: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await ordering.open_order(sari, "pro", 1, crypto, BUYER)
    await transitions.apply_snapshot(order, crypto.pay(order.reference, 70_000, PaymentState.UNDERPAID))
    assert "Rp70,000 came of orders" in await shown(operator, f"{SUMS}?lang=en")
    await pay_back_underpaid(await Order.get(id=order.id), 70_000)
    text = await shown(operator, f"{SUMS}?lang=en")
    assert "Rp70,000" not in text and "They differ" not in text
    lines = (await (await operator.get(f"{SUMS}/sums.csv")).get_data(as_text=True)).splitlines()
    assert len(lines) == 1, "there is no receipt, and nothing was paid back of one"
