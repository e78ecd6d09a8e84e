"""A developer in a real browser: a key with scopes, replaced without a gap, and its call found in the log."""

from typing import Any

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_journey import KEY, PASSWORD, PERSON
from tests.serving import Server

EMAIL = "dewi@example.com"
HOME = "/dashboard/settings/api-keys/"


def test_a_key_with_scopes_is_replaced_and_its_call_is_found(server: Server, chromium: Any, troubles: Troubles) -> None:
    server.command("account", "create", EMAIL, "--plan", "pro", "--password-stdin", stdin=f"{PASSWORD}\n")
    context = chromium.new_context(user_agent=PERSON, locale="en-US", reduced_motion="reduce")
    page = context.new_page()
    troubles.watch(page)
    _sign_in(page, server)
    old = _make(page, server)
    assert server.api("POST", "/links", old, {"url": "https://example.com/a", "slug": "promo"})[0] == 201
    status, refused = server.api("GET", "/pages", old)
    assert (status, refused["scope"]) == (403, "pages:read")
    new = _replace(page, server)
    assert server.api("GET", "/links", old)[0] == server.api("GET", "/links", new)[0] == 200
    _end_the_old_one(page)
    assert server.api("GET", "/links", old)[1]["error"] == "REVOKED_API_KEY"
    assert server.api("GET", "/links", new)[0] == 200
    _find(page, server, refused["request_id"])
    _see_the_key(page, server)
    context.close()


def _sign_in(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/login?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")


def _make(page: Any, server: Server) -> str:
    page.goto(f"{server.url}{HOME}new")
    expect(page.locator("[name='scope-links:read']")).not_to_be_visible()
    page.locator("label:has([name=kind][value=some])").click()
    assert_accessible(page)
    page.locator("main form.card [type=submit]").click()  # all faults at once, and what was typed is kept
    expect(page.locator("[aria-invalid=true]")).to_have_count(1)
    expect(page.locator(".rights .field__error")).to_have_count(1)
    page.fill("[name=name]", "bot-wa")
    page.check("[name='scope-links:read']")
    page.check("[name='scope-links:write']")
    page.fill("[name=networks]", "127.0.0.1, nonsense")
    page.locator("main form.card [type=submit]").click()
    expect(page.locator("#key-networks[aria-invalid=true]")).to_have_value("127.0.0.1, nonsense")
    page.fill("[name=networks]", "127.0.0.1")
    page.locator("main form.card [type=submit]").click()
    return _revealed(page)


def _revealed(page: Any) -> str:
    page.locator("#the-key").wait_for()
    key = KEY.search(page.locator("#the-key").inner_text())
    assert key
    return key[0]


def _replace(page: Any, server: Server) -> str:
    page.goto(f"{server.url}{HOME}")
    page.locator("a[href$='/replace']").click()
    page.locator("dialog[open]").wait_for()
    assert_accessible(page)
    page.locator("dialog [type=submit]").click()
    key = _revealed(page)
    page.locator(".badge--warm").wait_for()
    expect(page.locator("#keys-list .item")).to_have_count(2)
    assert_accessible(page)
    return key


def _end_the_old_one(page: Any) -> None:
    page.locator(".item:has(.badge--warm) a[href$='/revoke']").click()
    page.locator("dialog [type=submit]").click()
    page.locator(".item--off").wait_for()


def _find(page: Any, server: Server, request_id: str) -> None:
    page.goto(f"{server.url}{HOME}requests/")
    page.locator(".item").first.wait_for()
    assert_accessible(page)
    page.fill("#requests-q", request_id)
    until(page, lambda: page.locator(".item").count() == 1)
    page.locator(".item a").click()
    page.locator("#request-h").wait_for()
    expect(page.locator("article")).to_contain_text("INSUFFICIENT_SCOPE")
    assert_accessible(page)


def _see_the_key(page: Any, server: Server) -> None:
    page.locator("article .facts a").click()
    page.locator(".day-bars").wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    assert_accessible(page)
    page.goto(f"{server.url}{HOME}requests/")
    assert_accessible(page)
