"""A newcomer, from the front page to a first link, QR code and bio page, without having read anything."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PASSWORD, PERSON
from tests.serving import Server

SHOTS = os.environ.get("KLIQS_SHOTS")  # a directory for pictures to look at
TARGET = "https://example.com/katalog/november?halaman=2"


class Camera:
    def __init__(self, page: Any, name: str) -> None:
        self.page, self.name, self.taken = page, name, 0

    def __call__(self) -> None:
        self.taken += 1
        if SHOTS:
            self.page.wait_for_timeout(400)
            self.page.screenshot(path=Path(SHOTS) / f"{self.name}-{self.taken}.png")


def test_a_newcomer_gets_from_the_front_page_to_link_code_and_page(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    language, theme, width = "id", "light", 390
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=theme, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    shoot = Camera(page, f"{language}-{theme}-{width}")
    code = _shorten_before_sign_up(page, server, language, shoot)
    _sign_up_with_it(page, f"newcomer-{language}-{width}@example.com", shoot)
    page.locator(".links, #links-region").first.wait_for()
    expect(page.locator("#links-region"), "what was made before is there").to_contain_text(code)
    _make_its_code(page, shoot)
    _build_a_page(page, server, shoot)
    page.goto(f"{server.url}/dashboard/links/")
    expect(page.locator("#first-steps"), "all three steps are done: somebody has followed the link, too").to_have_count(
        0
    )
    context.close()


def _shorten_before_sign_up(page: Any, server: Server, language: str, shoot: Camera) -> str:
    """The name of the link that was made."""
    page.goto(f"{server.url}/?lang={language}")
    shoot()
    page.fill("#shorten-url", TARGET)
    page.keyboard.press("Enter")
    first_link = page.locator(".start__links a").first
    first_link.wait_for()
    shoot()
    name = str(first_link.inner_text()).rpartition("/")[2]
    assert page.context.request.get(f"{server.url}/{name}", max_redirects=0).headers["location"] == TARGET
    return name


def _sign_up_with_it(page: Any, email: str, shoot: Camera) -> None:
    page.locator("a[href*='/start/claim']").first.click()
    page.wait_for_url("**/start/claim*")
    shoot()
    page.locator("main a[href*='/signup']").click()
    page.fill("[name=name]", "Ratna Kusuma")
    shoot()
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.check("[name=of_age]")
    page.locator("main form:has([name=of_age]) [type=submit]").click()
    page.wait_for_url("**/dashboard/**")
    page.goto(page.url.partition("/dashboard")[0] + "/dashboard/links/")
    shoot()


def _make_its_code(page: Any, shoot: Camera) -> None:
    page.locator("#first-steps a[href='/dashboard/qr/new']").click()
    page.locator("form[action$='/qr/design'] [type=submit]").click()
    page.locator("#designer").wait_for()
    page.fill("[name=title]", "Poster")
    shoot()
    page.locator("#designer [type=submit]").first.click()
    page.locator(".qr-stage__print svg").wait_for()
    page.wait_for_url("**/dashboard/qr/*-*")
    shoot()


def _build_a_page(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.locator("#first-steps a[href='/dashboard/pages/']").click()
    page.locator("form.page-new [type=submit]").click()
    page.locator("#builder").wait_for()
    page.fill("#profile-bio", "Batik tulis dari Imogiri")
    until(page, lambda: page.locator("#page-version").input_value() != "1")
    page.locator("form[action$='/publication'] [type=submit]").click()
    page.locator(".page-head .live").wait_for()
    shoot()
    address = page.locator(".page-head__sub a").first.get_attribute("href")
    page.goto(address)
    shoot()
    expect(page.locator("body")).to_contain_text("Batik tulis dari Imogiri")


SHIFTS = """async () => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  await document.fonts.ready;
  await new Promise((done) => setTimeout(done, 200));
  return sum;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_shifts_while_a_public_page_loads(server: Server, chromium: Any, width: int) -> None:
    page = chromium.new_context(viewport={"width": width, "height": 844}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 8})  # a phone: pages in pieces
    for path in ("/", "/docs/", "/docs/first-bio-page", "/docs/api/links", "/privacy", "/contact", "/login", "/signup"):
        page.goto(server.url + path)
        shifts = page.evaluate(SHIFTS)
        assert shifts < 0.01, path
    page.context.close()


def test_without_a_script_the_front_page_shortens_and_the_docs_are_searched(server: Server, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/?lang=en")
    page.fill("#shorten-url", TARGET)
    page.locator(".shorten [type=submit]").click()
    page.locator(".start__links a").first.wait_for()
    page.goto(f"{server.url}/docs/")
    page.fill("input[type=search]", "quiet zone")
    page.keyboard.press("Enter")
    page.locator("main mark").first.wait_for()
    context.close()
