"""Whoever sits down at the computer after somebody has signed out sees nothing of them."""

from typing import Any

from tests.browser.conftest import Troubles
from tests.browser.expectations import until
from tests.browser.test_journey import PASSWORD, PERSON
from tests.serving import Server

EMAIL, PRIVATE = "warnet@example.com", "https://example.com/only-mine"


def test_going_back_after_signing_out_shows_nothing_and_nothing_stays_in_the_browser(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    server.command("account", "create", EMAIL, "--password-stdin", stdin=PASSWORD + "\n")
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, user_agent=PERSON, locale="en-US")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=en")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    for path in ("/dashboard/links/", "/dashboard/settings/"):
        page.goto(server.url + path)
    until(page, lambda: EMAIL in page.content())
    page.evaluate("document.querySelector('form[action=\"/logout\"]').requestSubmit()")
    page.wait_for_url("**/login**")
    until(page, lambda: EMAIL not in page.content())
    page.go_back()
    page.wait_for_url("**/login**")
    until(page, lambda: EMAIL not in page.content())
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length]"
    )
    assert stored == [0, 0, 0, 0]
    assert "session" not in " ".join(cookie["name"] for cookie in context.cookies())
    context.close()
