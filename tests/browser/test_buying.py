"""Buying in a real browser, on a phone, in Indonesian and by keyboard, with stand-ins of the payment services."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from app.payments import transitions
from app.payments.order import Order
from tests.browser.axe import faults_of
from tests.browser.conftest import StartServer, Troubles, on_database, save_picture
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.browser.test_journey import PASSWORD, PERSON
from tests.providers import coinpayments, klikqris
from tests.providers.coinpayments import CoinpaymentsStandIn
from tests.providers.klikqris import KlikqrisStandIn
from tests.providers.stand_in import served
from tests.serving import Server
from tests.waiting import DEADLINE

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PLAN = "/dashboard/settings/plan"
PATIENCE = DEADLINE * 1000  # milliseconds; an open page learns of a payment within ten seconds
AMOUNT_IS_LARGEST = """(() => {
    const size = (part) => parseFloat(getComputedStyle(part).fontSize);
    const sizes = [...document.querySelectorAll("main *")].map(size);
    return size(document.querySelector(".pay__sum")) === Math.max(...sizes);
})()"""


@pytest.fixture(scope="module")
def qris() -> Iterator[KlikqrisStandIn]:
    with served(KlikqrisStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def crypto() -> Iterator[CoinpaymentsStandIn]:
    with served(CoinpaymentsStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def server(qris: KlikqrisStandIn, crypto: CoinpaymentsStandIn, start_server: StartServer) -> Server:
    """A server where plans are paid by QRIS, crypto and transfer."""
    settings = {
        "KLIQS_NET_ALLOW": "127.0.0.1",
        "KLIQS_KLIKQRIS_KEY": klikqris.KEY,
        "KLIQS_KLIKQRIS_MERCHANT": klikqris.MERCHANT,
        "KLIQS_KLIKQRIS_URL": qris.url,
        "KLIQS_COINPAYMENTS_CLIENT": coinpayments.CLIENT,
        "KLIQS_COINPAYMENTS_SECRET": coinpayments.SECRET,
        "KLIQS_COINPAYMENTS_URL": crypto.url,
        "KLIQS_PRICE_RATE": "16500",
        "KLIQS_PRICE_RATE_DAY": datetime.now(UTC).date().isoformat(),
        "KLIQS_TRANSFER_INSTRUCTIONS": "Bank BCA 1234567890|a.n. PT Kliqs Indonesia",
    }
    return start_server(settings)


@pytest.fixture
def buyer(server: Server, chromium: Any, troubles: Troubles, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The page of somebody new who signed in; each test has an account of its own."""
    email = f"{request.node.name.replace('_', '-')[:50]}@example.com"
    server.command("account", "create", email, "--password-stdin", stdin=f"{PASSWORD}\n")
    context = chromium.new_context(viewport=PHONE, user_agent=PERSON, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    yield page
    context.close()


def press(page: Any, text: str) -> None:
    """Presses a button, or follows a link, by keyboard."""
    page.locator(f"main :is(button, a):has-text('{text}')").first.focus()
    page.keyboard.press("Enter")


def order(page: Any, server: Server, way: str, plan: str = "pro", months: int = 1) -> str:
    """Chooses and continues by keyboard; returns the reference of the order."""
    page.goto(f"{server.url}{PLAN}")
    for name, value in (("months", str(months)), ("plan", plan), ("provider", way)):
        choice = page.locator(f"[name={name}][value='{value}']")
        if not choice.is_checked():
            with page.expect_response(re.compile(f"{name}={value}")):
                choice.focus()
                page.keyboard.press("Space")
    look(page, f"choice of {way}")
    press(page, "Lanjut ke pembayaran")
    page.wait_for_url("**/orders/KLQ-*")
    look(page, f"order by {way}")
    return str(page.url.rpartition("/")[2])


_looked = set[str]()


def look(page: Any, name: str) -> None:
    """No sideways scroll at either width, and nothing that axe finds; each page is looked at until it is right once."""
    if name in _looked:
        return
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        expect_no_sideways_scroll(page)
    assert faults_of(page) == []
    _looked.add(name)


def await_heading(page: Any, text: str) -> None:
    """Waits for a heading that the page gets by itself."""
    page.locator(f"#order h2:has-text('{text}')").wait_for(timeout=PATIENCE)
    look(page, text)


def check_until(page: Any, text: str, button: str) -> None:
    """Presses the button that checks until the heading is there; the payment service is not asked at each click."""
    heading = page.locator(f"#order h2:has-text('{text}')")
    press(page, button)
    heading.wait_for(timeout=PATIENCE)
    look(page, text)


def test_qris_is_paid_while_the_page_is_open(server: Server, buyer: Any, qris: KlikqrisStandIn) -> None:
    reference = order(buyer, server, "klikqris", months=3)
    amount = qris.orders[reference]["total_amount"].partition(".")[0]
    expect(buyer.locator(".pay__sum [data-copy]")).to_have_attribute("data-copy", amount)
    until(buyer, lambda: buyer.locator(".pay__sum mark").inner_text() in amount)
    code = buyer.locator(".pay__code img").bounding_box()
    assert code and code["width"] >= 250
    until(buyer, lambda: buyer.evaluate(AMOUNT_IS_LARGEST))
    before = buyer.locator("#time-left").inner_text()
    buyer.locator(f"#time-left:not(:text-is('{before}'))").wait_for(timeout=PATIENCE)
    with buyer.expect_download() as picture:
        press(buyer, "Simpan kode sebagai gambar")
    assert picture.value.suggested_filename == f"qris-{reference}.png"
    save_picture(buyer, "buying-qris")

    qris.pay(reference)

    await_heading(buyer, "Lunas. Berlaku sampai")
    press(buyer, "Buka bukti bayar")
    buyer.wait_for_url("**/receipt")
    look(buyer, "receipt")
    save_picture(buyer, "buying-receipt")


def test_qris_is_paid_after_the_page_was_closed(server: Server, buyer: Any, qris: KlikqrisStandIn) -> None:
    reference = order(buyer, server, "klikqris")
    buyer.goto(f"{server.url}/dashboard/")
    qris.pay(reference)
    buyer.goto(f"{server.url}{PLAN}")
    press(buyer, "Pro, 1 bulan")
    buyer.wait_for_url("**/orders/KLQ-*")
    await_heading(buyer, "Lunas. Berlaku sampai")


def test_a_code_ends_and_is_paid_all_the_same(server: Server, buyer: Any, qris: KlikqrisStandIn) -> None:
    reference = order(buyer, server, "klikqris")
    qris.expire(reference)
    await_heading(buyer, "Kode ini sudah berakhir")
    qris.pay(reference)
    check_until(buyer, "Lunas. Berlaku sampai", "Periksa lagi")


def test_a_new_code_follows_one_that_ended(server: Server, buyer: Any, qris: KlikqrisStandIn) -> None:
    reference = order(buyer, server, "klikqris")
    qris.expire(reference)
    await_heading(buyer, "Kode ini sudah berakhir")
    press(buyer, "Buat kode baru")
    buyer.wait_for_url(lambda url: not url.endswith(reference))
    expect(buyer.locator(".pay__code img")).to_be_visible()


def test_too_little_crypto_says_what_is_missing(server: Server, buyer: Any, crypto: CoinpaymentsStandIn) -> None:
    reference = order(buyer, server, "coinpayments")
    link = buyer.locator("a:has-text('Bayar di CoinPayments')")
    expect(link).to_have_attribute("href", f"{crypto.origin}/checkout/{crypto.invoices[reference]['id']}")
    buyer.locator("button:has-text('BTC')").focus()
    buyer.keyboard.press("Enter")
    address = buyer.locator(".pay__address code")
    address.wait_for()
    look(buyer, "address")
    expect(buyer.locator(".pay__code img")).to_be_visible()
    expect(address).to_contain_text(reference.removeprefix("KLQ-"))
    crypto.send(reference, "0.0003")
    buyer.locator("text=Belum semuanya masuk.").wait_for(timeout=PATIENCE)
    look(buyer, "not all of it")
    crypto.underpay(reference)
    await_heading(buyer, "Yang masuk masih kurang")
    expect(buyer.locator(f"code:has-text('{address_of(crypto, reference)}')")).to_be_visible()
    save_picture(buyer, "buying-underpaid")


def test_crypto_is_paid_on_the_page_of_the_order(server: Server, buyer: Any, crypto: CoinpaymentsStandIn) -> None:
    reference = order(buyer, server, "coinpayments")
    press(buyer, "LTC")
    buyer.locator(".pay__address").wait_for()
    crypto.send(reference, f"{crypto.chosen[reference]['due']:f}", 1)
    crypto.pay(reference, "pending")
    buyer.locator("text=1 dari 3 konfirmasi").wait_for(timeout=PATIENCE)
    look(buyer, "confirmations")
    crypto.pay(reference)
    await_heading(buyer, "Lunas")


def address_of(crypto: CoinpaymentsStandIn, reference: str) -> str:
    """The address that was shown for the coin that was chosen."""
    coin = next(each for each in coinpayments.COINS if each["id"] == crypto.chosen[reference]["coin"])
    return f"{coin['symbol'][:1]}{reference.removeprefix('KLQ-')}"


def test_a_transfer_waits_for_the_operators_word(server: Server, buyer: Any) -> None:
    reference = order(buyer, server, "transfer", plan="business", months=12)
    expect(buyer.locator(".pay__words")).to_contain_text("Bank BCA 1234567890\na.n. PT Kliqs Indonesia")
    expect(buyer.locator(f"[data-copy='{reference}']")).to_have_count(1)
    save_picture(buyer, "buying-transfer")
    confirm(server, reference)
    await_heading(buyer, "Lunas. Berlaku sampai")


def confirm(server: Server, reference: str) -> None:
    """The operator finds the money and marks the order as paid."""

    async def mark_paid() -> None:
        await transitions.mark_paid(await Order.get(reference=reference))

    on_database(server.env, mark_paid)


def test_a_plan_is_extended_and_then_a_larger_one_begins_at_once(server: Server, buyer: Any) -> None:
    for plan in ("starter", "starter", "pro"):
        order(buyer, server, "test", plan=plan)
        press(buyer, "Bayar tanpa uang")
        await_heading(buyer, "Lunas. Berlaku sampai")
    buyer.goto(f"{server.url}{PLAN}")
    expect(buyer.locator("#used-h")).to_contain_text("Paket Pro")
    look(buyer, "plan")
    save_picture(buyer, "buying-plan")
