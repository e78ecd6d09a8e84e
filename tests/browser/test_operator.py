"""An operator at work in a real browser: on a phone, in Indonesian and by keyboard, with a stand-in of KlikQRIS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.accounts.user import User
from app.kernel import clock
from app.keys.models import ApiKey
from app.operators.appointment import add_operator
from app.payments import ordering, transitions
from app.payments.coupon import Coupon
from app.payments.order import PAID_TWICE, Order
from app.payments.providers import registry
from app.payments.providers.provider import CheckoutKind, PaymentState
from app.sign_in.second_factor import totp
from tests import world
from tests.browser.axe import in_both_themes
from tests.browser.conftest import StartServer, Troubles, save_picture
from tests.browser.expectations import expect, expect_no_sideways_scroll
from tests.browser.test_journey import PERSON
from tests.gateway.offering import offer_model, offer_upstream
from tests.gateway.screens.usage_rows import kept_request
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.stand_in import served
from tests.serving import Server
from tests.sign_in.second_factor import phone

SIZES = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})
TRANSFER, TWICE, UNDERPAID = "transfer", "twice", "underpaid"


async def furnish(known: dict[str, str]) -> None:
    """Budi is an operator with an app; Sari has orders. The references, and the secret of the app, become known."""
    sari, budi = await world.sari(), await world.budi()
    owner = await world.owner(budi)
    await User.filter(id=owner.id).update(email_verified_at=clock.now(), language="id")
    await add_operator(owner.email)
    secret = (await phone.turn_on(budi)).secret
    await Coupon.create_coupon("LEBARAN", percent=25, most_uses=100)
    await offer_model("small-1", await offer_upstream("openai", base_url="https://api.openai.com/v1"))
    crypto = FakeProvider(code="coinpayments", kind=CheckoutKind.REDIRECT, digits=0)
    under = await ordering.open_order(sari, "pro", 1, crypto, BUYER)
    await transitions.apply_snapshot(under, crypto.pay(under.reference, 70_000, PaymentState.UNDERPAID))
    providers = [registry.provider("klikqris"), registry.provider("transfer")]
    orders = [await ordering.open_order(sari, "pro", 1, provider, BUYER) for provider in providers]
    twice = await ordering.open_order(sari, "starter", 3, providers[1], BUYER)
    await transitions.mark_paid(twice)
    await Order.filter(id=twice.id).update(attention=PAID_TWICE)
    kept = await kept_request(sari, (await ApiKey.issue(sari, "Till"))[0], "Resep rahasia")
    known |= {
        "klikqris": orders[0].reference, TRANSFER: orders[1].reference, TWICE: twice.reference,
        UNDERPAID: under.reference, "secret": secret, "kept": kept.request_id,
    }  # fmt: skip


@pytest.fixture(scope="module")
def klikqris() -> Iterator[KlikqrisStandIn]:
    with served(KlikqrisStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return {}


@pytest.fixture(scope="module")
def server(start_server: StartServer, klikqris: KlikqrisStandIn, known: dict[str, str]) -> Server:
    settings = {
        "KLIQS_NET_ALLOW": "127.0.0.1",
        "KLIQS_KLIKQRIS_URL": klikqris.url,
        "KLIQS_KLIKQRIS_KEY": KEY,
        "KLIQS_KLIKQRIS_MERCHANT": MERCHANT,
        "KLIQS_TRANSFER_INSTRUCTIONS": "Bank BCA 1234567890",
    }
    return start_server(settings, partial(furnish, known))


def press(page: Any, text: str) -> None:
    """Presses a button, or follows a link, by keyboard."""
    page.locator(f"main :is(button, a):has-text('{text}'):visible").first.focus()
    page.keyboard.press("Enter")


def look(page: Any, name: str) -> None:
    """No sideways scroll at either width, nothing that axe finds in either theme; pictures with KLIQS_SHOTS."""
    for size in SIZES:
        page.set_viewport_size(size)
        expect_no_sideways_scroll(page)
        save_picture(page, f"operator-{name}-{size['width']}")
    for theme, faults in in_both_themes(page):
        assert not faults, (page.url, theme, faults)
        save_picture(page, f"operator-{name}-{theme}")


def sign_in(page: Any, server: Server, secret: str) -> None:
    """With the password and the code of the app, which opens the operator's pages for a quarter of an hour."""
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", "budi@example.com")
    page.fill("[name=password]", world.PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#factor-code:focus").wait_for()
    page.keyboard.type(totp.code_at(secret, totp.step_at(datetime.now(UTC))))
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")


@pytest.mark.timeout(420)  # one sign-in for all pages: a code of the app is good for one
def test_an_operator_works_through_what_needs_them(
    server: Server, chromium: Any, troubles: Troubles, known: dict[str, str], klikqris: KlikqrisStandIn
) -> None:
    context = chromium.new_context(viewport=SIZES[1], user_agent=PERSON, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    sign_in(page, server, known["secret"])
    page.locator(".topbar [popovertarget=account-menu]").focus()
    page.keyboard.press("Enter")
    page.locator("#account-menu a:has-text('Konsol operator')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/")
    page.locator("h2:has-text('Menunggu kamu')").wait_for()
    look(page, "overview")
    _open_page(page, "Pembayaran", "payments")
    page.locator("h2:has-text('Perlu kamu')").wait_for()
    look(page, "list")

    _search(page, known[TRANSFER])
    look(page, "search")
    press(page, "sari@example.com")
    page.wait_for_url(f"**/{known[TRANSFER]}")
    press(page, "Tandai lunas")
    page.locator("[name=amount]").focus()
    page.keyboard.type("banyak")
    page.keyboard.press("Enter")
    page.locator(".field__error").wait_for()
    look(page, "mark-paid")
    page.locator("[name=amount]").fill("Rp79.000")
    page.keyboard.press("Enter")
    page.locator("text=Selesai.").wait_for()
    look(page, "order-paid")

    press(page, "Catat pengembalian")
    page.locator("[name=amount]").fill("9.000")
    page.keyboard.press("Tab")
    page.keyboard.type("Gangguan sehari")
    look(page, "refund")
    page.keyboard.press("Enter")
    page.locator("text=Gangguan sehari").wait_for()
    _pay_back(page, server, known[UNDERPAID])
    _ask_and_replay(page, server, klikqris, known["klikqris"])
    _test_services(page)
    _change_prices(page)
    _sum_up(page)
    _walk_console(page)
    _answer_for_data(page, known["kept"])
    _look_after_models(page)
    _change_settings(page)
    _announce(page)
    context.close()


def _open_page(page: Any, label: str, path: str) -> None:
    """Opens a page of the console from the sheet of the tab bar, by keyboard."""
    page.set_viewport_size(SIZES[1])
    page.locator(".tabbar button").focus()
    page.keyboard.press("Enter")
    page.locator(f"#more-sheet a:has-text('{label}')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/operator/{path}")


def _walk_console(page: Any) -> None:
    """Accounts, queues, mail and the system; an email is opened, which the log then tells."""
    page.goto(page.url.partition("/operator/")[0] + "/operator/accounts")
    look(page, "accounts")
    press(page, "Sari")
    page.wait_for_url("**/operator/accounts/*")
    look(page, "account")
    _open_page(page, "Antrean", "queues")
    page.locator("h1:has-text('Antrean')").wait_for()
    look(page, "queues")
    _open_page(page, "Email", "mail")
    press(page, "…@example.com")
    page.locator("dt:has-text('Kepada')").wait_for()
    look(page, "email")
    page.locator(".page-head a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/mail")
    look(page, "mail")
    _open_page(page, "Sistem", "system")
    look(page, "system")


def _answer_for_data(page: Any, request_id: str) -> None:
    """A letter about data is recorded and noted, a disclosure is logged, and a kept content is read for a reason."""
    _open_page(page, "Permintaan privasi", "privacy")
    press(page, "Catat permintaan")
    page.locator("main [name=concerns]").wait_for()
    look(page, "privacy-new")
    _fill(page, {"name": "Ibu Wati", "concerns": "warung", "text": "Tunjukkan data saya."})
    page.locator("main [name=kind]").select_option("access")
    page.locator("main [name=channel]").select_option("letter")
    press(page, "Catat")
    page.locator("h2:has-text('Langkah')").wait_for()
    _fill(page, {"step": "Identitas dicek lewat telepon."})
    press(page, "Catat")
    page.locator(".item:has-text('Identitas dicek')").wait_for()
    look(page, "privacy-request")
    _open_page(page, "Permintaan privasi", "privacy")
    look(page, "privacy")
    _open_page(page, "Pengungkapan", "disclosures")
    look(page, "disclosures")
    press(page, "Catat pengungkapan")
    page.locator("main [name=authority]").wait_for()
    look(page, "disclosure-new")
    _fill(page, {"authority": "Polda Metro Jaya", "basis": "KUHAP 38, surat 12/2026", "subject": "Sari"})
    _fill(page, {"account": "sari@example.com", "what": "Nama dan alamat email."})
    page.locator("[name=telling]").select_option("silent")
    press(page, "Catat")
    page.locator("h2:has-text('Catatan dan perbaikan')").wait_for()
    look(page, "disclosure")
    page.goto(page.url.partition("/disclosures")[0] + f"/accounts?q={request_id}")
    press(page, "Baca konten tersimpan")
    _fill(page, {"reason": "Perintah pengadilan 12/2026"})
    press(page, "Beri tahu pemilik dan baca")
    page.locator("code:has-text('Resep rahasia')").wait_for()
    look(page, "content")


def _fill(page: Any, texts: dict[str, str]) -> None:
    """Types texts into the fields of a form."""
    for name, text in texts.items():
        page.locator(f"main [name={name}]").focus()
        page.keyboard.type(text)


def _look_after_models(page: Any) -> None:
    """A model is added, a margin refused, then saved; the other pages are looked at, and a network turned off."""
    _open_page(page, "Model AI", "models")
    look(page, "models")
    press(page, "Tambah model")
    _fill(page, {"model": "gpt-4.1-nano", "max_output": "banyak"})
    press(page, "Tambah model")
    page.locator(".field__error").wait_for()
    look(page, "new-model")
    page.locator("[name=max_output]").fill("32768")
    page.keyboard.press("Enter")
    page.locator("text=Model ditambahkan").wait_for()
    _open_page(page, "Model AI", "models")
    press(page, "small-1")
    page.wait_for_url("**/models/small-1")
    for margin, answer in (("banyak", ".field__error"), ("12,5", "text=Tersimpan.")):
        page.locator("[name=margin]").fill(margin)
        page.keyboard.press("Enter")
        page.locator(answer).first.wait_for()
    look(page, "model")
    providers = ("providers", "providers/openai", "providers/openai/move?url=https://new.example/v1")
    prices, lists = ("model-prices", "model-prices/accept"), ("people", "queues/endpoints")
    for path in (*providers, *prices, "model-notices", "abuse/new", *lists):
        page.goto(page.url.partition("/operator/")[0] + f"/operator/{path}")
        look(page, path.partition("?")[0].replace("/", "-"))
    _open_page(page, "Jejaring", "networks")
    press(page, "Matikan: Mastodon")
    page.locator(".badge:has-text('Mati, manual')").wait_for()
    look(page, "networks")


def _change_settings(page: Any) -> None:
    """A setting is found; wrong minutes are refused at their field, right ones saved, and set back by their button."""
    _open_page(page, "Pengaturan", "settings")
    look(page, "settings")
    page.locator("#settings-q").fill("sesi")
    page.locator("[name=log_level]").wait_for(state="detached")
    undo = "[form=undo-session_idle_minutes]"
    for minutes, answer in (("banyak", ".field__error"), ("600", undo)):
        page.locator("[name=session_idle_minutes]").fill(minutes)
        page.keyboard.press("Enter")
        page.locator(answer).wait_for()
    page.locator(undo).focus()
    page.keyboard.press("Enter")
    page.locator("[name=session_idle_minutes][value='20160']").wait_for()


def _announce(page: Any) -> None:
    """An announcement is refused, then made, and closed by the operator as by anybody else."""
    _open_page(page, "Pengumuman", "announcements")
    page.locator("[name=title_id]").focus()
    page.keyboard.type("Perawatan malam ini")
    page.keyboard.press("Enter")
    page.locator(".field__error").first.wait_for()
    look(page, "announcement-refused")
    texts = {"text_id": "Pukul 23.00.", "title_en": "Maintenance tonight", "text_en": "At 23:00."}
    for name, text in texts.items():
        page.locator(f"[name={name}]").focus()
        page.keyboard.type(text)
    press(page, "Umumkan")
    page.locator(".badge:has-text('Sedang tampil')").wait_for()
    look(page, "announcements")
    page.goto(page.url.replace("/operator/announcements", "/"))
    page.locator("strong:has-text('Perawatan malam ini')").wait_for()
    look(page, "banner")
    press(page, "Oke")
    page.locator("strong:has-text('Perawatan malam ini')").wait_for(state="detached")


def _search(page: Any, reference: str) -> None:
    page.locator("#payments-q").focus()
    with page.expect_response(re.compile(r"operator/payments\?")):
        page.keyboard.type(reference[-10:])
    page.locator("h2:has-text('Yang cocok')").wait_for()


def _pay_back(page: Any, server: Server, reference: str) -> None:
    """The underpaid order ends."""
    page.goto(f"{server.url}/dashboard/operator/payments/{reference}")
    look(page, "order-underpaid")
    press(page, "Sudah dikembalikan")
    page.locator("[name=amount]").fill("70000")
    look(page, "pay-back")
    page.keyboard.press("Enter")
    page.locator("text=Sudah dicatat.").wait_for()


def _ask_and_replay(page: Any, server: Server, klikqris: KlikqrisStandIn, reference: str) -> None:
    """The service is asked, says that it is paid, and a replay credits nothing twice."""
    page.goto(f"{server.url}/dashboard/operator/payments/{reference}")
    klikqris.pay(reference)
    press(page, "Tanya layanannya")
    page.locator("text=Layanan menjawab").wait_for()
    press(page, "Putar ulang")
    page.locator("text=tidak ada yang berubah").first.wait_for()
    look(page, "order-asked")


def _test_services(page: Any) -> None:
    page.locator(".page-head a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/payments")
    page.locator(".tabs a:has-text('Layanan')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/services")
    press(page, "Uji sambungan")
    page.locator(".item:has-text('KlikQRIS') .badge:has-text('Menjawab')").wait_for()
    look(page, "services")


def _change_prices(page: Any) -> None:
    page.locator(".tabs a:has-text('Harga')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/prices")
    page.locator("[name=rate]").fill("16.250")
    page.keyboard.press("Enter")
    page.locator("text=Kurs sudah dipasang").wait_for()
    page.locator("[name=code]").fill("x")
    page.keyboard.press("Enter")
    page.locator(".field__error").first.wait_for()
    look(page, "prices")
    press(page, "Hentikan")
    page.wait_for_url("**/stop")
    look(page, "stop-coupon")
    press(page, "Hentikan kupon")
    page.locator("text=Kupon dihentikan").wait_for()


def _sum_up(page: Any) -> None:
    page.locator(".tabs a:has-text('Rekap')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/sums")
    expect(page.locator("text=Cocok")).not_to_have_count(0)
    expect(page.locator("text=Berbeda")).to_have_count(0)
    look(page, "sums")
    with page.expect_download() as file:
        press(page, "Unduh CSV")
    assert "klikqris" in Path(file.value.path()).read_text(encoding="utf-8-sig")
    page.locator(".tabbar a:has-text('Audit')").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/operator/log")
    page.locator("text=memasang kurs dolar").wait_for()
    look(page, "log")


def test_without_the_code_of_the_app_the_pages_ask_for_it(server: Server, chromium: Any, known: dict[str, str]) -> None:
    context = chromium.new_context(viewport=SIZES[1], java_script_enabled=False, locale="id-ID", user_agent=PERSON)
    page = context.new_page()
    page.goto(f"{server.url}/dashboard/operator/payments")
    expect(page.locator("text=404")).to_have_count(1)
    save_picture(page, "operator-404-390")
    context.close()
