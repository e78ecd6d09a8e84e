"""The journey of a newcomer in a real browser, in both languages, and without JavaScript."""

import json
import re
import urllib.error
import urllib.request
from itertools import count
from typing import Any

from app.kernel import i18n
from tests.browser.conftest import Troubles, hold_first_request
from tests.browser.expectations import expect, until
from tests.serving import Server
from tests.waiting import wait_until

_people = count(1)
# Headless Chromium says that it is headless, and is counted as the bot it is.
PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
PASSWORD = "batik tulis 2026"
KEY = re.compile(r"kliqs_sk_live_[0-9A-Za-z]{38}")


class Words:
    """What the product says in a language, looked up as it does."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, message: str) -> str:
        i18n.set_language(self.language)
        return i18n.gettext(message)


def sign_up(page: Any, server: Server, language: str, _: Words) -> str:
    """Makes an account from the front page; returns its email."""
    email = f"person-{next(_people)}@example.com"
    page.goto(f"{server.url}/?lang={language}")
    page.locator("main a[href*='/signup']").first.click()
    page.fill("[name=name]", "Ratna Kusuma")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.check("[name=of_age]")
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/dashboard/first-steps/")
    page.locator("main .onboarding > p a").click()
    page.wait_for_url("**/dashboard/links/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    return email


def status_and_body(server: Server, path: str, key: str = "") -> tuple[int, Any]:
    request = urllib.request.Request(f"{server.url}{path}", headers={"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_from_sign_up_to_a_revoked_key(server: Server, chromium: Any, troubles: Troubles) -> None:
    language = "id"
    _ = Words(language)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    page = context.new_page()
    troubles.watch(page)
    sign_up(page, server, language, _)
    code = _shorten_by_paste(page)
    _edit_with_a_conflict_and_then_without(page, server, _, code)
    _search(page)
    key = _make_a_key(page, server, _)
    _test_the_key(page, _)
    status, body = status_and_body(server, "/api/v1/links", key)
    assert (status, len(body["data"]["links"])) == (200, 2)
    _follow(context, body["data"]["links"][0]["short_url"])
    assert _clicks(page, server, key) == 1
    _revoke(page, _)
    assert status_and_body(server, "/api/v1/links", key)[1]["error"] == "REVOKED_API_KEY"
    context.close()


def _clicks(page: Any, server: Server, key: str) -> int:
    """The first link's clicks, once there are any: they are taken in within a second."""

    def clicks() -> int:
        return int(status_and_body(server, "/api/v1/links", key)[1]["data"]["links"][0]["clicks"])

    wait_until(clicks, pause=lambda: page.wait_for_timeout(100))
    return clicks()


def _shorten_by_paste(page: Any) -> str:
    """Copies an address, pastes it anywhere and presses Enter; the next one while the first is being made."""
    _paste(page, "https://example.com/first")
    held = hold_first_request(page, "**/dashboard/links/")
    page.keyboard.press("Enter")
    until(page, lambda: held)
    _paste(page, "https://example.com/second")
    held[0].continue_()
    page.locator(".link").wait_for()
    expect(page.locator("#new-link-url:focus")).to_have_value("https://example.com/second")
    page.keyboard.press("Enter")
    page.locator(".link").nth(1).wait_for()
    expect(page.locator("#new-link-url")).to_have_value("")
    return str(page.locator(".link__short b").nth(1).inner_text())


def _paste(page: Any, address: str) -> None:
    page.evaluate("address => navigator.clipboard.writeText(address)", address)
    page.locator("h1").click()
    page.keyboard.press("Control+V")
    expect(page.locator("#new-link-url")).to_have_value(address)


def _edit_with_a_conflict_and_then_without(page: Any, server: Server, _: Words, taken: str) -> None:
    row = page.locator(".link").first
    row.locator("[data-key=e]").click()
    form = page.locator(".link--editing form")
    form.locator("[name=title]").fill("Koleksi batik")
    form.locator("[name=slug]").fill(taken)
    form.locator(".btn--primary[type=submit]").first.click()
    error = form.locator(".field__error").first
    error.wait_for()
    expect(error).to_contain_text(taken)
    until(page, lambda: form.locator("[name=slug]").get_attribute("aria-invalid") == "true")  # the check was earlier
    expect(form.locator("[name=title]")).to_have_value("Koleksi batik")
    form.locator("[name=slug]").fill(f"batik-{next(_people)}")
    page.keyboard.press("Control+Enter")
    page.locator(".link--editing").wait_for(state="detached")
    expect(page.locator(".link").first).to_contain_text("Koleksi batik")
    until(page, lambda: page.evaluate("document.activeElement.dataset.key") == "e")


def _search(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("koleksi")
    until(page, lambda: page.locator(".link").count() == 1)
    page.wait_for_url("**q=koleksi**")
    page.locator("#links-q").fill("")
    until(page, lambda: page.locator(".link").count() == 2)


def _make_a_key(page: Any, server: Server, _: Words) -> str:
    page.goto(f"{server.url}/dashboard/settings/api-keys/")
    page.locator("a[href$='/api-keys/new']").first.click()
    page.locator("[name=name]").fill("toko-online")
    page.locator("main form.card [type=submit]").click()
    page.locator("#the-key").wait_for()
    page.wait_for_load_state()  # until then nothing copies
    page.locator(".new-key [data-copy]").first.click()
    until(page, lambda: KEY.fullmatch(page.evaluate("navigator.clipboard.readText()")))
    return str(page.evaluate("navigator.clipboard.readText()"))


def _test_the_key(page: Any, _: Words) -> None:
    page.get_by_role("button", name=_("Test this key")).click()
    until(page, lambda: page.locator(".step--ok").count() == 5)
    expect(page.locator(".step--bad")).to_have_count(0)


def _follow(context: Any, short_url: str) -> None:
    answer = context.request.get(short_url, max_redirects=0)
    assert answer.status == 302
    assert answer.headers["location"].startswith("https://example.com/")


def _revoke(page: Any, _: Words) -> None:
    page.reload()
    expect(page.locator(".new-key"), "a key is shown once").to_have_count(0)
    page.locator("a[href$='/revoke']").first.click()
    page.locator("dialog [type=submit]").click()
    page.locator(".item--off").wait_for()


def test_everything_works_with_javascript_off(server: Server, chromium: Any) -> None:
    _ = Words("en")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_up(page, server, "en", _)
    page.fill("#new-link-url", "https://example.com/plain")
    page.locator(".quick-create__submit").click()
    page.locator(".link").first.wait_for()
    expect(page.locator(".link")).to_have_count(1)
    page.locator("[data-key=e]").click()
    page.locator("[name=slug]").fill("login")
    page.locator(".link--editing .btn--primary[type=submit]").first.click()
    page.locator("[aria-invalid=true]").first.wait_for()
    expect(page.locator("[aria-invalid=true]")).to_have_count(1)
    slug = f"plain-{next(_people)}"
    page.locator("[name=slug]").fill(slug)
    page.locator(".link--editing .btn--primary[type=submit]").first.click()
    page.locator(".link--editing").wait_for(state="detached")
    expect(page.locator(".link__short b")).to_have_text(slug)
    page.goto(f"{server.url}/dashboard/links/?q=plain")
    expect(page.locator(".link")).to_have_count(1)
    key = _key_without_javascript(page, server)
    assert status_and_body(server, "/api/v1/links", key)[1]["data"]["links"][0]["short_code"] == slug
    _delete_and_undo(page, server)
    context.close()


def _key_without_javascript(page: Any, server: Server) -> str:
    page.goto(f"{server.url}/dashboard/settings/api-keys/new")
    page.fill("[name=name]", "plain")
    page.locator("main form.card [type=submit]").click()
    key = KEY.search(page.locator("#the-key").inner_text())
    assert key
    page.goto(f"{server.url}/dashboard/settings/api-keys/")
    page.fill("[name=key]", key[0])
    page.locator("form[action$='/self-test'] [type=submit]").click()
    expect(page.locator(".step--ok")).to_have_count(5)
    return key[0]


def _delete_and_undo(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.locator("[data-key=e]").click()
    page.locator("[formaction$='/delete']").click()
    expect(page.locator(".link")).to_have_count(0)
    page.locator("form[action$='/restore'] [type=submit]").click()
    expect(page.locator(".link")).to_have_count(1)


def test_deleting_with_javascript_leaves_a_toast_that_brings_it_back(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    troubles.watch(page)
    sign_up(page, server, "en", Words("en"))
    page.fill("#new-link-url", "https://example.com/x")
    page.locator(".quick-create__submit").click()
    page.locator(".link [popovertarget]").click()
    page.locator(".menu:popover-open [formaction$='/delete']").click()
    page.locator(".link").wait_for(state="detached")
    expect(page.locator(".links-empty")).to_be_visible()
    page.locator(".toast form [type=submit]").click()
    page.locator(".link").wait_for()
    expect(page.locator(".links-empty")).to_be_hidden()
    context.close()


def test_the_theme_and_the_language_are_changed_where_one_stands(server: Server, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_up(page, server, "en", Words("en"))
    page.goto(f"{server.url}/dashboard/links/?sort=clicks")
    page.locator(".account-button").click()
    with page.expect_response("**/theme"):  # it is shown before it is saved
        page.locator("#account-menu [name=theme][value=dark]").click()
    until(page, lambda: page.locator("html").get_attribute("data-theme") == "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator(".account-button").click()
    page.locator("#account-menu [name=language][value=id]").click()
    until(page, lambda: page.locator("html").get_attribute("lang") == "id")
    page.wait_for_url("**?sort=clicks")
    context.close()
