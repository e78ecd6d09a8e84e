"""Somebody takes their data along, in Indonesian, on a phone and by the keyboard: export, open the ZIP, bring it in.

With KLIQS_SHOTS set to a folder, pictures of each screen are left there.
"""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, expect_no_sideways_scroll
from tests.browser.test_journey import PERSON
from tests.serving import Server

PASSWORD, PHONE = "batik tulis 2026", {"width": 390, "height": 844}
SHOTS = os.environ.get("KLIQS_SHOTS")


@pytest.fixture(scope="module")
def accounts(server: Server) -> None:
    """The accounts of somebody who moves."""
    for email in ("pindah@example.com", "tujuan@example.com"):
        server.command("account", "create", email, "--plan", "starter", "--password-stdin", stdin=PASSWORD + "\n")


@pytest.fixture
def phone(accounts: None, chromium: Any, troubles: Troubles) -> Any:
    context = chromium.new_context(viewport=PHONE, user_agent=PERSON, locale="id-ID", reduced_motion="reduce")
    page = context.new_page()
    troubles.watch(page)
    yield page
    context.close()


def _sign_in(page: Any, server: Server, email: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")


def _press(page: Any, selector: str) -> None:
    """Presses a button as the keyboard does."""
    page.focus(selector)
    page.keyboard.press("Enter")


def _shoot(page: Any, name: str) -> None:
    for width in (390, 1280) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(200)
        page.screenshot(path=Path(str(SHOTS)) / f"import-{name}-{width}.png", caret="initial", full_page=True)
    page.set_viewport_size(PHONE)


def _exported(page: Any, server: Server, folder: Path) -> Path:
    """The file of an export of a link and a code."""
    page.goto(f"{server.url}/dashboard/links/")
    page.fill("[name=url]", "https://tokopedia.com/nusantara-kopi/gayo")
    page.keyboard.press("Enter")
    page.wait_for_selector(".link__short")
    page.goto(f"{server.url}/dashboard/settings/data")
    _press(page, "form[action$='/exports/account'] button")
    page.wait_for_selector("a[href$='kliqs-export.zip']", timeout=30_000)
    expect_no_sideways_scroll(page)
    _shoot(page, "export")
    with page.expect_download() as download:
        _press(page, "a[href$='kliqs-export.zip']")
    file = folder / "export.zip"
    download.value.save_as(file)
    return file


def test_a_link_moves_from_one_account_to_another_and_back_out(
    server: Server, phone: Any, tmp_path: Path, troubles: Troubles
) -> None:
    _sign_in(phone, server, "pindah@example.com")
    file = _exported(phone, server, tmp_path)
    [link] = json.loads(zipfile.ZipFile(file).read("account/links.json"))
    assert link["destination_url"] == "https://tokopedia.com/nusantara-kopi/gayo"

    _sign_in(phone, server, "tujuan@example.com")
    phone.goto(f"{server.url}/dashboard/import/")
    phone.set_input_files("[name=file]", file)
    _shoot(phone, "upload")
    _press(phone, "form[enctype] button[type=submit]")
    phone.wait_for_selector("#count-rename", timeout=30_000)
    expect(phone.locator("#count-rename dd")).to_have_text("1")
    name = phone.locator("[name^=name-]")
    expect(name).to_have_value(f"{link['short_code']}-2")
    expect_no_sideways_scroll(phone)
    _shoot(phone, "check")
    name.fill("kopi-gayo")
    phone.keyboard.press("Enter")
    phone.wait_for_load_state()
    _press(phone, "form[action$='/start'] button")
    phone.wait_for_selector("#count-made", timeout=30_000)
    expect(phone.locator("#count-made dd")).to_have_text("1")
    expect_no_sideways_scroll(phone)
    _shoot(phone, "done")
    phone.goto(f"{server.url}/dashboard/links/")
    expect(phone.locator("main")).to_contain_text("kopi-gayo")
    phone.go_back()
    _press(phone, "form[action$='/undo'] button")
    phone.wait_for_selector("text=Impor sudah dibatalkan", timeout=30_000)
    phone.goto(f"{server.url}/dashboard/links/")
    expect(phone.locator("main")).not_to_contain_text("kopi-gayo")


def test_a_table_of_another_product_is_mapped_on_a_phone_by_keyboard(
    server: Server, phone: Any, troubles: Troubles
) -> None:
    table = "ziel,kurz\nhttps://tokopedia.com/nusantara-kopi/gayo,gayo-lama\n"
    _sign_in(phone, server, "tujuan@example.com")
    phone.goto(f"{server.url}/dashboard/import/")
    phone.set_input_files("[name=file]", {"name": "lama.csv", "mimeType": "text/csv", "buffer": table.encode()})
    _press(phone, "form[enctype] button[type=submit]")
    phone.wait_for_url("**/columns")
    expect(phone.locator("#column-0"), "recognised by its values").to_have_value("url")
    assert_accessible(phone)
    phone.select_option("#column-1", "slug")
    phone.focus("[name=tag]")
    phone.keyboard.type("dari-lama")
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#count-make", timeout=30_000)
    expect(phone.locator("#count-make dd")).to_have_text("1")
    expect(phone.locator("main")).to_contain_text("gayo-lama")
