"""Receipts: numbered without a gap, the same on page, PDF and in the mail; and the sums of the months."""

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from jinja2 import Environment, FileSystemLoader

from app.accounts.models import Account
from app.kernel import i18n, installation
from app.kernel.db import transaction
from app.payments import emails, ledger_reconciliation, ordering, transitions
from app.payments.buyer import Buyer
from app.payments.coupon import Coupon
from app.payments.operator.monthly_sums import sum_months, to_csv
from app.payments.order import Order
from app.payments.receipt import Receipt
from app.payments.receipt_document import ReceiptDocument, compose_receipt
from app.payments.receipt_pdf import render_receipt_pdf
from app.payments.refunds import note_refund
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider

TEMPLATES = Path(__file__).parents[2] / "templates"
HOSTILE = Buyer("<script>alert(1)</script>", "sari@example.com", "=1+1\nJl. Melati", '"><img src=x>')


@pytest.fixture(autouse=True)
def seller() -> None:
    current = installation.current()
    values = {"operator_name": "PT Kliqs", "operator_address": "Jl. Mawar 2\nJakarta", "contact_email": "hi@kliqs.test"}
    current.config = current.config.model_copy(update=values)


async def paid(account: Account, provider: FakeProvider, buyer: Buyer = BUYER, coupon: str = "") -> Order:
    order = await ordering.open_order(account, "pro", 12, provider, buyer, coupon=coupon)
    await transitions.apply_snapshot(order, provider.pay(order.reference))
    return await Order.get(id=order.id)


async def document_of(order: Order, language: str = "id") -> ReceiptDocument:
    with i18n.language_context(language):
        return compose_receipt(await Receipt.get(order_id=order.id), order)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return str(document[0].get_textpage().get_text_range())


async def test_a_receipt_has_the_details_of_both_and_all_amounts(sari: Account, qris: FakeProvider) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"tax": "PPN 11"})
    await Coupon.create_coupon("HEMAT", percent=10)
    document = await document_of(await paid(sari, qris, coupon="HEMAT"))

    assert document.seller == ("PT Kliqs", "Jl. Mawar 2", "Jakarta", "hi@kliqs.test")
    assert document.buyer == (BUYER.name, BUYER.address, BUYER.email, f"NPWP: {BUYER.tax_id}")
    assert document.lines == (
        ("Pro, 12 bulan", "Rp948.000"),
        ("Potongan (HEMAT)", "-Rp94.800"),
        ("Angka unik pembayaran", "Rp16"),
        ("Total", "Rp853.216"),
    )
    assert document.tax == ("termasuk PPN 11 %", "Rp84.551")  # 11 of 111 parts of 853,200


async def test_page_and_pdf_have_the_same_content(sari: Account, qris: FakeProvider) -> None:
    document = await document_of(await paid(sari, qris), "en")
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    html = env.get_template("payments/_receipt.html").render(document=document)
    pdf = text_of(render_receipt_pdf(document))
    for text in (*document.seller, *document.buyer, *(part for line in document.lines for part in line)):
        assert text in html and text in pdf
    for label, value in document.facts:
        assert label in pdf and value in pdf and value in html


async def test_what_a_buyer_wrote_is_only_text(sari: Account, qris: FakeProvider) -> None:
    document = await document_of(await paid(sari, qris, HOSTILE))
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    html = env.get_template("payments/_receipt.html").render(document=document)
    assert "<script" not in html and "<img" not in html
    assert HOSTILE.name in text_of(render_receipt_pdf(document))


async def test_a_long_name_and_letters_without_a_glyph_fit_on_the_sheet(sari: Account, qris: FakeProvider) -> None:
    buyer = Buyer("z" * 120, "a@example.com", "\n".join(["jalan " * 8] * 6), "店" * 40)
    text = text_of(render_receipt_pdf(await document_of(await paid(sari, qris, buyer))))
    assert text.count("z") == 120 and "?" * 10 in text and "Rp948.016" in text


async def test_a_receipt_keeps_what_was_true_when_it_was_issued(sari: Account, qris: FakeProvider) -> None:
    order = await paid(sari, qris)
    before = await document_of(order)
    current = installation.current()
    current.prices = {"pro": 1}
    current.config = current.config.model_copy(update={"operator_name": "Another", "tax": "PPN 12"})
    await Account.filter(id=sari.id).update(name="Another")
    assert await document_of(order) == before


async def test_numbers_have_no_gap_even_when_a_payment_is_rolled_back(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    await paid(sari, qris)
    lost = await ordering.open_order(sari, "pro", 1, qris, BUYER)

    async def crash(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(emails, "send_receipt", crash)
        with pytest.raises(RuntimeError):
            await transitions.apply_snapshot(lost, qris.pay(lost.reference))
    assert (await Order.get(id=lost.id)).state == "pending", "nothing of it is there"
    await paid(sari, qris)
    await transitions.apply_snapshot(lost, qris.snapshot(lost.reference))
    assert [receipt.number for receipt in await Receipt.all().order_by("number")] == [1, 2, 3]


async def test_each_year_of_the_operators_calendar_begins_with_one(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    moved.to(datetime(2026, 12, 31, 16, 59, tzinfo=UTC))  # 23.59 in Jakarta
    await paid(sari, qris)
    moved.on(timedelta(minutes=1))
    await paid(sari, qris)
    assert [receipt.shown_number for receipt in await Receipt.all().order_by("id")] == ["2026-00001", "2027-00001"]


async def test_the_sums_of_the_months_are_receipts_without_refunds(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    moved.to(datetime(2026, 11, 30, 16, 59, tzinfo=UTC))
    first = await paid(sari, qris)
    moved.on(timedelta(minutes=1))  # December in Jakarta
    await paid(sari, qris)
    await note_refund(first, 100_000)

    rows = list(csv.DictReader(io.StringIO(to_csv(await sum_months("2026-01", "2026-12")))))
    assert [(row["month"], row["receipts"], row["refunds"], row["net"]) for row in rows] == [
        ("2026-11", "948016", "0", "948016"),
        ("2026-12", "948016", "100000", "848016"),
    ]
    [sums] = await ledger_reconciliation.reconcile()
    assert sums.agrees and sums.orders == 2 * 948_016 - 100_000


async def test_a_sum_that_does_not_agree_is_told(sari: Account, qris: FakeProvider) -> None:
    order = await paid(sari, qris)
    async with transaction():
        await Order.filter(id=order.id).update(paid_amount=1)
    assert not (await ledger_reconciliation.reconcile())[0].agrees


async def test_the_pages_of_a_pdf_flow_when_texts_are_long(sari: Account, qris: FakeProvider) -> None:
    address = "\n".join(f"Baris {number}" for number in range(60))
    tall = Buyer("W" * 120, "sari@example.com", address[:300], "9" * 40)
    order = await ordering.open_order(sari, "pro", 1, qris, tall)
    await transitions.apply_snapshot(order, qris.pay(order.reference))
    receipt = await Receipt.get(order_id=order.id)
    receipt.seller_address = "\n".join(f"Lantai {number}" for number in range(60))
    document = compose_receipt(receipt, await Order.get(id=order.id))
    pdf = pypdfium2.PdfDocument(render_receipt_pdf(document))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(texts) == 2 and receipt.shown_number in texts[1] and document.lines[-1][1] in texts[1]
    for page in pdf:
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        assert all(left >= 0 and bottom >= 50 and right <= 596 for left, bottom, right, _top in boxes)
        lines = sorted({round(bottom) for _left, bottom, _right, _top in boxes})
        assert len(lines) < 70, "lines lie above one another"
    everything = "".join(texts)
    assert all(f"Lantai {number}" in everything for number in range(60))
    assert everything.count("W") >= 120
