"""Many links in a real browser, on a phone and a desk: find, choose all that are found, say what is there already."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Troubles
from tests.serving import Server

PASSWORD, COUNT = "correct horse", 25


def signed_in(server: Server, chromium: Any, email: str, width: int) -> tuple[Any, Any]:
    """Somebody with so many links; the browser's context and its page of links."""
    server.command("account", "create", email, "--plan", "pro", "--password-stdin", given=PASSWORD + "\n")
    key = server.command("key", "create", email, "--name", "x").strip().splitlines()[-1]
    for number in range(COUNT):
        body = {"url": f"https://example.com/{number}", "title": f"Kopi Étoile {number}"}
        assert server.api("POST", "/links", key, body)[0] == 201
    context = chromium.new_context(viewport={"width": width, "height": 850})
    page = context.new_page()
    page.goto(f"{server.url}/login")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/dashboard/**")
    page.goto(f"{server.url}/dashboard/links/?q=etoile+kopi")
    return context, page


@pytest.mark.parametrize("width", [1280, 390])
def test_all_that_is_found_is_chosen_tagged_archived_and_brought_back(
    server: Server, chromium: Any, troubles: Troubles, artifacts: Path, width: int
) -> None:
    context, page = signed_in(server, chromium, f"many-{width}@example.com", width)
    troubles.watch(page)
    page.locator(".link__pick input").first.dispatch_event("click")
    every, count = page.locator("#bulk-every"), page.locator(".selection__count")
    every.check()
    assert count.inner_text() == f"{COUNT} terpilih"
    page.locator(".link__pick input").nth(1).dispatch_event("click")
    assert not every.is_checked() and count.inner_text() == "19 terpilih"
    every.check()
    page.screenshot(path=artifacts / f"links-chosen-{width}.png")
    page.fill("#bulk-tags", "Lebaran")
    page.locator("#bulk-tag").click()
    page.locator(f".toast:has-text('{COUNT} tautan diberi label')").wait_for()
    assert page.locator("#bulk").is_hidden(), "nothing stays chosen after all were changed"
    page.locator(".link__pick input").first.dispatch_event("click")
    every.check()
    page.locator("#bulk-archive").click()
    toast = page.locator(f".toast:has-text('{COUNT} tautan diarsipkan')")
    toast.wait_for()
    assert page.locator(".link").count() == 0
    toast.locator("button[type=submit]").click()
    page.locator(".link").first.wait_for()
    assert page.locator(".link").count() == 20
    context.close()


def test_the_same_address_again_is_shown_first_and_another_one_made_when_asked(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    context, page = signed_in(server, chromium, "again@example.com", 1280)
    troubles.watch(page)
    page.goto(f"{server.url}/dashboard/links/")
    page.fill("#new-link-url", "example.com/7")
    page.keyboard.press("Enter")
    page.locator("#new-link-same").wait_for()
    assert page.input_value("#new-link-url") == "example.com/7"
    page.locator("#new-link [name=another]").click()
    page.locator(".toast:has-text('https:// ditambahkan')").wait_for()
    assert page.locator("#new-link-same").count() == 0 and page.input_value("#new-link-url") == ""
    context.close()
