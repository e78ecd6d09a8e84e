"""Somebody adds an authenticator app, signs in with it, loses the phone and comes in with a recovery code."""

import re
from datetime import UTC, datetime
from typing import Any

from app.sign_in.second_factor import totp
from tests.browser.axe import assert_accessible
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect
from tests.browser.test_journey import PASSWORD, PERSON
from tests.serving import Server

EMAIL = "phone@example.com"


def code(secret: str, steps: int) -> str:
    """What the app shows now, or so many steps later; a step ahead is taken, and each is taken once."""
    return totp.code_at(secret, totp.step_at(datetime.now(UTC)) + steps)


def test_an_app_is_added_used_lost_and_replaced_by_a_recovery_code(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID", user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    _sign_up(page, server)
    secret, codes = _add_app(page, server)
    _sign_in(page, server, code(secret, 1))
    page.goto(f"{server.url}/dashboard/settings/security")
    expect(page.locator("body")).to_contain_text("Sisa 10 dari 10")
    assert_accessible(page)
    _sign_in(page, server, codes[0], lost=True)
    page.goto(f"{server.url}/dashboard/settings/security")
    expect(page.locator("body")).to_contain_text("Sisa 9 dari 10")
    for path in ("recovery-codes", "off"):
        page.goto(f"{server.url}/dashboard/settings/security/authenticator/{path}")
        page.wait_for_url(f"**/{path}")
        page.locator("main form").first.wait_for()
        assert_accessible(page)
    context.close()


def _sign_up(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/signup?lang=id")
    page.fill("#name", "Sari")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.check("#of-age")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")


def _add_app(page: Any, server: Server) -> tuple[str, list[str]]:
    """The secret of the app and the recovery codes, which are downloaded too."""
    page.goto(f"{server.url}/dashboard/settings/security/authenticator")
    secret = page.locator(".copyline code").inner_text().replace(" ", "")
    page.locator("#factor-code:focus").wait_for()
    page.keyboard.type(code(secret, 0))
    page.keyboard.press("Enter")
    page.locator(".recovery").wait_for()
    codes = page.locator(".recovery li").all_inner_texts()
    assert_accessible(page)
    with page.expect_download() as download:
        page.locator("a[download]").press("Enter")
    assert re.findall(r"\w{4}-\w{4}-\w{4}", download.value.path().read_text()) == codes and len(codes) == 10
    expect(page.locator("[data-print]"), "scripts run, so it can be printed").to_be_visible()
    return secret, codes


def _sign_in(page: Any, server: Server, typed: str, *, lost: bool = False) -> None:
    page.context.clear_cookies()
    page.goto(f"{server.url}/login?lang=id")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.locator("#factor-code:focus").wait_for()
    if lost:
        page.get_by_role("button", name="Ponselku tidak ada").press("Enter")
        page.locator("#factor-code[autocomplete=off]:focus").wait_for()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
