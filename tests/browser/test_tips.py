"""A tip in a real Chromium: chosen on the page, paid by a code, and confirmed by itself while the page is open."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.pages.block import Block
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.payments.tips.tip_connection import TipConnection
from tests import world
from tests.browser.axe import assert_accessible, faults_of
from tests.browser.conftest import StartServer, save_picture
from tests.browser.expectations import expect
from tests.pages.gallery import qris_payload
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.stand_in import served
from tests.serving import Server
from tests.waiting import wait_until

CREDENTIALS = {"klikqris_key": KEY, "klikqris_merchant": MERCHANT}


async def furnish() -> None:
    """Sari has a page with a tip block, and a payment service."""
    sari = await world.sari()
    values = {"title": "Traktir kopi", "payload": qris_payload(), "amounts": "10000, 25000, 50000"}
    content = replace(new_page_content("Toko Sari", "id"), blocks=(Block("b1", "tip", values),))
    page = await Page.make(sari, "toko", content)
    await page.publish(sari)
    await TipConnection.connect(sari, "klikqris", CREDENTIALS)


@pytest.fixture(scope="module")
def klikqris() -> Iterator[KlikqrisStandIn]:
    with served(KlikqrisStandIn()) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def server(start_server: StartServer, klikqris: KlikqrisStandIn) -> Server:
    return start_server({"KLIQS_KLIKQRIS_URL": klikqris.url, "KLIQS_NET_ALLOW": "127.0.0.1"}, furnish)


@pytest.fixture
def page(chromium: Any, troubles: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    yield page
    assert context.cookies() == []
    context.close()


def test_a_tip_is_chosen_paid_and_confirmed_while_the_page_is_open(
    page: Any, server: Server, klikqris: KlikqrisStandIn
) -> None:
    page.goto(f"{server.url}/toko")
    assert faults_of(page) == []
    save_picture(page, "tip-block")
    page.get_by_role("button", name="Rp25.000").click()
    page.get_by_role("img", name="Kode QRIS").wait_for()
    assert_accessible(page)
    save_picture(page, "tip-code")

    [reference] = klikqris.orders
    klikqris.pay(reference)

    page.get_by_text("Uangnya sudah masuk").wait_for(timeout=60_000)
    save_picture(page, "tip-paid")


def test_a_typed_amount_that_is_wrong_is_told_and_kept(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/toko")
    page.get_by_label("Jumlah lain dalam rupiah").fill("500")
    page.get_by_role("button", name="Bayar").click()
    page.get_by_role("alert").wait_for()
    expect(page.get_by_label("Jumlah dalam rupiah")).to_have_value("500")
    assert faults_of(page) == []
    save_picture(page, "tip-refused")


def test_without_scripts_a_tap_shows_that_it_has_arrived(
    chromium: Any, server: Server, klikqris: KlikqrisStandIn
) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto(f"{server.url}/toko")
    page.get_by_role("button", name="Rp10.000").click()
    page.get_by_role("img", name="Kode QRIS").wait_for()
    klikqris.pay(list(klikqris.orders)[-1])

    def arrived() -> bool:
        with page.expect_navigation():
            page.get_by_role("link", name="Sudah bayar").click()
        return bool(page.get_by_text("Uangnya sudah masuk").count() == 1)

    wait_until(arrived, pause=lambda: page.wait_for_timeout(1_000))
    context.close()
