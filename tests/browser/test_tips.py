"""A tip in a real Chromium: chosen on the page, paid by a code, and confirmed by itself while the page is open."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.kernel import database_upgrade, db
from app.pages.block import Block
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.payments.tips.tip_connection import TipConnection
from tests import world
from tests.browser.conftest import AXE
from tests.pages.gallery import qris_payload
from tests.payments.providers.conftest import configure
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.stand_in import served
from tests.serving import Server, environment, serving
from tests.waiting import wait_until

CREDENTIALS = {"klikqris_key": KEY, "klikqris_merchant": MERCHANT}


async def furnish(url: str) -> None:
    """Sari has a page with a tip block, and a payment service."""
    await database_upgrade.upgrade_database(url)
    async with db.database_open(url):
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
def server(tmp_path_factory: pytest.TempPathFactory, klikqris: KlikqrisStandIn) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("tips") / "data"
    data.mkdir()
    configure(klikqris_url=klikqris.url)
    url = f"sqlite://{data}/kliqs.sqlite3"
    with ThreadPoolExecutor(1) as pool:  # playwright's own loop runs in this thread
        pool.submit(asyncio.run, furnish(url)).result()
    settings = {"KLIQS_KLIKQRIS_URL": klikqris.url, "KLIQS_NET_ALLOW": "127.0.0.1", "KLIQS_SECRET_KEY": world.SECRET}
    with serving(environment(data, url, **settings)) as running:
        yield running


@pytest.fixture
def page(chromium: Any, troubles: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    yield page
    assert context.cookies() == []
    context.close()


def axe_faults(page: Any) -> list[str]:
    page.evaluate(AXE.read_text())  # by the protocol, which no policy of the page holds back
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{fault['id']}: {fault['nodes'][0]['target']}" for fault in found["violations"]]


def test_a_tip_is_chosen_paid_and_confirmed_while_the_page_is_open(
    page: Any, server: Server, klikqris: KlikqrisStandIn, artifacts: Path
) -> None:
    page.goto(f"{server.url}/toko")
    assert axe_faults(page) == []
    page.screenshot(path=artifacts / "tip-block.png", full_page=True)
    page.get_by_role("button", name="Rp25.000").click()
    page.get_by_role("img", name="Kode QRIS").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe_faults(page) == []
    page.screenshot(path=artifacts / "tip-code.png", full_page=True)

    [reference] = klikqris.orders
    klikqris.pay(reference)

    page.get_by_text("Uangnya sudah masuk").wait_for(timeout=60_000)
    page.screenshot(path=artifacts / "tip-paid.png", full_page=True)


def test_a_typed_amount_that_is_wrong_is_told_and_kept(page: Any, server: Server, artifacts: Path) -> None:
    page.goto(f"{server.url}/toko")
    page.get_by_label("Jumlah lain dalam rupiah").fill("500")
    page.get_by_role("button", name="Bayar").click()
    page.get_by_role("alert").wait_for()
    assert page.get_by_label("Jumlah dalam rupiah").input_value() == "500"
    assert axe_faults(page) == []
    page.screenshot(path=artifacts / "tip-refused.png", full_page=True)


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
        page.get_by_role("link", name="Sudah bayar").click()
        return bool(page.get_by_text("Uangnya sudah masuk").count() == 1)

    wait_until(arrived, pause=lambda: page.wait_for_timeout(1_000))
    context.close()
