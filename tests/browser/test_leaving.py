"""Somebody deletes themselves, thinks better of it, and deletes themselves again: Indonesian, 390 wide, by keyboard."""

import os
from pathlib import Path
from typing import Any

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect
from tests.browser.test_journey import PASSWORD, PERSON
from tests.serving import Server

SHOTS = os.environ.get("KLIQS_SHOTS")  # a directory for pictures to look at
EMAIL = "pamit@example.com"


def press(page: Any, name: str, role: str = "button") -> None:
    """Reaches a control with the keyboard and presses it."""
    control = page.locator("main").get_by_role(role, name=name).first
    control.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")


def look(page: Any, name: str) -> None:
    assert_accessible(page)
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"leaving-{name}.png", full_page=True)


def test_delete_undo_delete(server: Server, chromium: Any, troubles: Troubles) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, user_agent=PERSON, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/signup?lang=id")
    for field, value in (("name", "Pamit"), ("email", EMAIL), ("password", PASSWORD)):
        page.fill(f"[name={field}]", value)
    page.check("[name=of_age]")
    page.locator("main form:has([name=of_age]) [type=submit]").click()
    page.wait_for_url("**/dashboard/**")
    delete(page, server)
    sign_in(page)
    page.wait_for_url("**/dashboard/leaving/")
    look(page, "grace")
    press(page, "Urungkan penghapusan")
    page.wait_for_url("**/settings/privacy")
    expect(page.locator("main")).to_contain_text("Penghapusan diurungkan")
    delete(page, server)
    sign_in(page)
    page.wait_for_url("**/dashboard/leaving/")
    expect(page.locator("main")).to_contain_text("Kamu akan dihapus pada")
    context.close()


def delete(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/dashboard/settings/privacy")
    look(page, "centre")
    press(page, "Hapus …", "link")
    page.wait_for_url("**/settings/leave")
    look(page, "leave")
    press(page, "Hapus semuanya pada")
    page.wait_for_url("**/login")
    expect(page.locator("main")).to_contain_text("Masuk sebelum itu untuk mengurungkannya")


def sign_in(page: Any) -> None:
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
