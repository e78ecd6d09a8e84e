"""The sums of months agree with the receipts, the orders and the statements of the providers, to the smallest unit."""

import csv
import io
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from app.accounts.models import Account
from app.kernel import clock
from app.payments import operator_calendar, ordering, transitions
from app.payments.coupon import Coupon
from app.payments.ledger_reconciliation import reconcile
from app.payments.operator.monthly_sums import months_between, sum_months, to_csv
from app.payments.order import Order
from app.payments.order_checks import check_order
from app.payments.providers import registry
from app.payments.refunds import note_refund
from tests import world
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import coinpayments, configure, klikqris, midtrans
from tests.providers.coinpayments import CoinpaymentsStandIn
from tests.providers.klikqris import KlikqrisStandIn
from tests.providers.midtrans import MidtransStandIn

__all__ = ["coinpayments", "klikqris", "midtrans"]


async def opened(code: str, months: int = 1, coupon: str = "") -> Order:
    [account] = await world.crowd(1)
    return await ordering.open_order(account, "pro", months, registry.provider(code), BUYER, coupon=coupon)


def test_months_go_on_over_the_end_of_a_year() -> None:
    assert [*months_between("2026-11", "2027-02")] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert [*months_between("2026-11", "2026-10")] == []


async def test_a_payment_belongs_to_the_month_that_it_is_in_jakarta(sari: Account, moved: Clock) -> None:
    configure(transfer_instructions="BCA 1")
    order = await opened("transfer")
    moved.to(datetime(2026, 12, 31, 17, 30, tzinfo=UTC))  # 00.30 WIB on 1 January
    await transitions.mark_paid(order)

    assert [(each.month, each.net) for each in await sum_months("2026-12", "2027-01")] == [("2027-01", 79_000)]


async def test_a_refund_belongs_to_the_month_in_which_it_was_noted(sari: Account, moved: Clock) -> None:
    configure(transfer_instructions="BCA 1")
    moved.to(datetime(2026, 11, 20, tzinfo=UTC))
    order = await opened("transfer")
    await transitions.mark_paid(order)
    moved.on(timedelta(days=20))
    await note_refund(await Order.get(id=order.id), 9_000, "a day lost")

    sums = await sum_months("2026-11", "2026-12")

    assert [(each.month, each.receipts, each.refunds) for each in sums] == [
        ("2026-11", 79_000, 0),
        ("2026-12", 0, 9_000),
    ]
    lines = list(csv.DictReader(io.StringIO(to_csv(sums))))
    assert lines[1] == {
        "month": "2026-12", "provider": "transfer", "currency": "IDR", "payments": "0", "receipts": "0",
        "refunds": "9000", "net": "-9000",
    }  # fmt: skip


async def statements(
    klikqris: KlikqrisStandIn, midtrans: MidtransStandIn, coinpayments: CoinpaymentsStandIn
) -> dict[tuple[str, str], Decimal]:
    """What the providers say that they owe, by provider and currency."""
    paid = [order for order in klikqris.orders.values() if order["status"] == "SUCCESS"]
    settled = [each for each in midtrans.transactions.values() if each["transaction_status"] != "pending"]
    invoices = [each for each in coinpayments.invoices.values() if each["status"] in {"paid", "completed"}]
    return {
        ("klikqris", "IDR"): sum((Decimal(order["total_amount"]) for order in paid), Decimal()),
        ("midtrans", "IDR"): sum(
            (Decimal(each["gross_amount"]) - Decimal(each.get("refund_amount", "0")) for each in settled), Decimal()
        ),
        ("coinpayments", "USD"): sum(
            (Decimal(each["amount"]["total"]["valueAsDecimal"]) for each in invoices), Decimal()
        ),
    }


async def test_receipts_less_refunds_are_the_orders_and_the_statements_of_the_providers(
    sari: Account, klikqris: KlikqrisStandIn, midtrans: MidtransStandIn, coinpayments: CoinpaymentsStandIn
) -> None:
    configure(price_rate=16_123, price_rate_day=operator_calendar.today())
    await Coupon.create_coupon("HEMAT", percent=33, most_uses=100)
    chance = Random(16)  # noqa: S311 - to be the same every time
    stand_ins = {"klikqris": klikqris, "midtrans": midtrans, "coinpayments": coinpayments}
    for number in range(24):
        code = [*stand_ins][number % 3]
        order = await opened(code, chance.choice((1, 3, 12)), chance.choice(("", "HEMAT")))
        if chance.random() < 0.7:
            stand_ins[code].pay(order.reference)  # type: ignore[attr-defined]
        order = await check_order(order)
        if code == "midtrans" and order.paid and chance.random() < 0.5:
            await pay_back(order, midtrans, part=chance.random() < 0.5)

    month = f"{clock.now():%Y-%m}"
    sums = await sum_months(month, f"{clock.now() + timedelta(days=1):%Y-%m}")

    stated = await statements(klikqris, midtrans, coinpayments)
    lines = list(csv.DictReader(io.StringIO(to_csv(sums))))
    ours = {key: Decimal() for key in stated}
    for line in lines:
        ours[line["provider"], line["currency"]] += Decimal(line["net"])
    assert ours == stated and all(stated.values())
    assert any(each.refunds for each in sums)
    assert all(sums.agrees for sums in await reconcile())


async def pay_back(order: Order, midtrans: MidtransStandIn, *, part: bool) -> None:
    """The operator pays back a part or all at Midtrans and notes it."""
    assert order.paid_amount is not None
    amount = 1_000 if part else order.paid_amount
    before, status = order.paid_amount - amount, "partial_refund" if part else "refund"
    midtrans._of(order.reference).update(refund_amount=f"{amount}.00", transaction_status=status)
    await note_refund(order, amount)
    assert (await Order.get(id=order.id)).refunded == order.paid_amount - before


async def test_an_amount_that_was_changed_behind_the_back_of_the_books_is_noticed(sari: Account) -> None:
    configure(transfer_instructions="BCA 1")
    order = await opened("transfer")
    await transitions.mark_paid(order)
    assert all(sums.agrees for sums in await reconcile())
    await Order.filter(id=order.id).update(paid_amount=78_000)
    assert [sums.agrees for sums in await reconcile()] == [False]
