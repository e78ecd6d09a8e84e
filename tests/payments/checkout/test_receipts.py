"""Receipts as a page to print and as a PDF: numbered, with the details as they were."""

import pypdfium2
import pytest
from quart import Response

from app.accounts.models import Account
from app.kernel import installation
from app.payments import transitions
from app.payments.order import Order
from app.payments.receipt import Receipt
from tests.client import Browser
from tests.payments.checkout.buying import ORDERS, opened, shown
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.subtests import as_subtests


async def paid(account: Account, provider: FakeProvider) -> Order:
    current = installation.current()
    seller = {"operator_name": "PT Kliqs", "operator_address": "Jl. Sudirman 1", "contact_email": "halo@kliqs.example"}
    current.config = current.config.model_copy(update=seller | {"tax": "PPN 11"})
    order = await opened(account, provider, months=12)
    await transitions.mark_paid(order)
    return order


async def pages_of(response: Response) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(await response.get_data(as_text=False))
    return [page.get_textpage().get_text_bounded() for page in document]


WORDS = ("PT Kliqs", "Jl. Sudirman 1", BUYER.name, BUYER.tax_id, "Pro, 12 bulan", "Rp948.000", "Rp16", "Rp948.016")


async def test_a_receipt_names_seller_buyer_sum_digits_and_tax(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await paid(sari, qris)
    receipt = await Receipt.get(order_id=order.id)
    page = await shown(as_sari, f"{ORDERS}/{order.reference}/receipt")
    for words in (*WORDS, receipt.shown_number, "termasuk PPN 11 %: Rp93.946", order.reference):
        assert words in page, words


async def test_the_pdf_has_the_same_on_one_page(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await paid(sari, qris)
    receipt = await Receipt.get(order_id=order.id)
    response = await as_sari.get(f"{ORDERS}/{order.reference}/receipt.pdf")
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="kliqs-{receipt.shown_number}.pdf"'
    [text] = await pages_of(response)
    for words in (*WORDS, receipt.shown_number, "termasuk PPN 11 %", "Rp93.946"):
        assert words in text, words


async def test_a_receipt_keeps_the_details_of_the_day_it_was_issued(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await paid(sari, qris)
    current = installation.current()
    current.config = current.config.model_copy(update={"operator_name": "PT Lain"})
    await Account.filter(id=sari.id).update(name="Nama Baru")
    page = await shown(as_sari, f"{ORDERS}/{order.reference}/receipt")
    assert "PT Kliqs" in page and BUYER.name in page and "PT Lain" not in page


@as_subtests("name", ["المقهى", "珈琲", "<b>Kopi</b>", "A" * 120, "Kopi\u202eDan"])
async def test_any_name_fits_on_both(as_sari: Browser, sari: Account, qris: FakeProvider, name: str) -> None:
    order = await paid(sari, qris)
    await Receipt.filter(order_id=order.id).update(buyer_name=name, buyer_address="Jl. 1\n" * 20)
    page = await shown(as_sari, f"{ORDERS}/{order.reference}/receipt")
    assert "<b>Kopi" not in page
    response = await as_sari.get(f"{ORDERS}/{order.reference}/receipt.pdf")
    assert len(await pages_of(response)) == 1


@pytest.mark.parametrize("tail", ["receipt", "receipt.pdf"])
async def test_an_order_that_is_not_paid_has_no_receipt(
    as_sari: Browser, sari: Account, qris: FakeProvider, tail: str
) -> None:
    order = await opened(sari, qris)
    assert (await as_sari.get(f"{ORDERS}/{order.reference}/{tail}")).status_code == 404
