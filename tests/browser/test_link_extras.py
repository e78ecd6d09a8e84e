"""On a phone, in Indonesian and by the keyboard: a broken destination is found, a card is made, a tag is described."""

from typing import Any

import pytest

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect_no_sideways_scroll
from tests.browser.test_journey import PERSON
from tests.serving import Server

EMAIL, PASSWORD = "sepatu@example.com", "batik tulis 2026"
GONE = "https://toko-yang-tutup.invalid/sepatu"  # no name server knows such a name (RFC 6761)
WHATSAPP = "WhatsApp/2.23.20.0 A"


@pytest.fixture
def page(server: Server, chromium: Any, troubles: Troubles) -> Any:
    """Somebody signed in on a phone."""
    server.command("account", "create", EMAIL, "--plan", "starter", "--password-stdin", stdin=PASSWORD + "\n")
    phone = {"width": 390, "height": 844}
    context = chromium.new_context(viewport=phone, user_agent=PERSON, locale="id-ID", reduced_motion="reduce")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    yield page
    context.close()


def test_a_link_is_checked_dressed_and_grouped(server: Server, page: Any) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.fill("#new-link-url", GONE)
    page.locator(".quick-create__more summary").first.press("Enter")
    page.fill("#new-link-slug", "sepatu-lari")
    page.fill("#new-link-tags", "Ramadan")
    page.keyboard.press("Enter")
    page.locator("#links .link").wait_for()
    _check_its_destination(page, server)
    _dress_it(page, server)
    _describe_its_tag(page, server)


def _open_from_menu(page: Any, server: Server, item: str) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.locator("#links .link [popovertarget]").press("Enter")
    page.get_by_role("link", name=item).press("Enter")


def _check_its_destination(page: Any, server: Server) -> None:
    _open_from_menu(page, server, "Periksa tujuan")
    page.get_by_text("Belum diperiksa").wait_for()
    page.get_by_role("button", name="Periksa sekarang").press("Enter")
    page.get_by_text("Nama hostnya tidak dikenal: situs itu tidak ada.").wait_for()
    page.goto(f"{server.url}/dashboard/links/?show=broken")
    page.locator("#links .link__broken").press("Enter")
    page.wait_for_url("**/destinations")
    page.locator("#check-no").press("Space")
    page.get_by_role("button", name="Simpan perubahan").press("Enter")
    page.get_by_text("Tautan ini tidak diperiksa setiap minggu.").wait_for()


def _dress_it(page: Any, server: Server) -> None:
    _open_from_menu(page, server, "Pratinjau saat dibagikan")
    page.locator("#preview-title").press_sequentially("Sepatu lari")
    page.locator(".link-card__title", has_text="Sepatu lari").wait_for()
    page.fill("#preview-text", "Diskon 20%")
    page.locator(".link-card__text", has_text="Diskon 20%").wait_for()
    page.get_by_role("button", name="Simpan perubahan").press("Enter")
    page.get_by_role("button", name="Hapus pratinjau").wait_for()
    shared = page.request.get(f"{server.url}/sepatu-lari", headers={"User-Agent": WHATSAPP}, max_redirects=0)
    assert shared.status == 200 and '<meta property="og:title" content="Sepatu lari">' in shared.text()
    followed = page.request.get(f"{server.url}/sepatu-lari", headers={"User-Agent": PERSON}, max_redirects=0)
    assert followed.status == 302 and followed.headers["location"] == GONE


def _describe_its_tag(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/dashboard/links/tags/")
    page.locator(".tag-list summary").press("Enter")
    page.locator("textarea[name=description]").fill("Promo Ramadan 2027")
    page.get_by_role("button", name="Simpan perubahan").press("Enter")
    page.goto(f"{server.url}/dashboard/links/?tag=Ramadan")
    page.locator("#tag-about", has_text="Promo Ramadan 2027").wait_for()
    page.locator("#links-statistics").press("Enter")
    page.get_by_text("1 tautan dengan label ini").wait_for()
    expect_no_sideways_scroll(page)
