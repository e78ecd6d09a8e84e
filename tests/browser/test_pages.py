"""Bio pages in a real browser: from nothing to published in one go, ordered in three ways, and without JavaScript."""

import re
from typing import Any

from tests.browser.conftest import Troubles, hold_first_request
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.serving import Server

SHOP = "https://shopee.co.id/rumahkawung"
NAMES = ".blocks .block__row .strong"  # of blocks, in their order


def begun(page: Any, server: Server, language: str) -> None:
    """Somebody new in the builder of a new page."""
    sign_up(page, server, language, Words(language))
    page.goto(f"{server.url}/dashboard/pages/")
    page.locator("form.page-new [type=submit]").click()
    page.locator("#builder").wait_for()
    page.wait_for_load_state()


def kept(page: Any, act: Any) -> None:
    """Does something in the builder and waits until the page is saved as a new version."""
    before = page.locator("#page-version").input_value()
    act()
    until(page, lambda: page.locator("#page-version").input_value() != before)


def names(page: Any) -> list[str]:
    page.locator(NAMES).first.wait_for()
    return [text.strip() for text in page.locator(NAMES).all_inner_texts()]


def test_a_page_is_built_from_nothing_to_published_in_one_go(server: Server, chromium: Any, troubles: Troubles) -> None:
    """On a computer; tests/browser/test_creator.py has the phone."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    begun(page, server, "en")
    kept(page, lambda: _type_before_the_scripts_come(page, "Batik tulis dari Imogiri"))
    page.locator("[id^=edit-]").nth(1).click()
    kept(page, lambda: page.fill(".block--open [name=url]", SHOP))
    frame = page.frame_locator("[data-preview-frame]")
    until(page, lambda: "Imogiri" in frame.locator("body").inner_text() and frame.locator(f"a[href='{SHOP}']").count())
    kept(page, lambda: page.fill(".block--open [name=title]", "Toko kami"))
    until(page, lambda: "Toko kami" in frame.locator("body").inner_text())
    _dress(page)
    page.locator("form[action$='/publication'] [type=submit]").click()
    page.locator(".page-head .live").wait_for()
    address = page.locator(".page-head__sub a").first.get_attribute("href")
    visitor = chromium.new_context(viewport={"width": 1280, "height": 900})
    requests: list[str] = []
    seen = visitor.new_page()
    seen.on("request", lambda request: requests.append(request.url))
    answer = seen.goto(address)
    assert answer.status == 200
    assert all(url.startswith((server.url, "data:")) for url in requests), "nothing foreign is asked for"
    assert visitor.cookies() == []
    expect(seen.locator("script:not([type='application/ld+json'])")).to_have_count(0)
    link = seen.locator("a", has_text="Toko kami").get_attribute("href")
    assert re.fullmatch(r"/[a-z0-9]{7}", link)
    assert page.request.get(server.url + link, max_redirects=0).headers["location"] == SHOP
    visitor.close()
    context.close()


def _type_before_the_scripts_come(page: Any, text: str) -> None:
    held = hold_first_request(page, "**/js/app.js")
    page.goto(page.url.partition("?")[0] + "?", wait_until="commit")
    page.fill("#profile-bio", text)
    until(page, lambda: held)
    held[0].continue_()


def _dress(page: Any) -> None:
    """Another theme brings its letters along, in the frame too."""
    page.goto(page.url.partition("?")[0] + "/appearance")
    heading = page.frame_locator("[data-preview-frame]").locator("h1")
    until(page, lambda: "Jakarta" in heading.evaluate("heading => getComputedStyle(heading).fontFamily"))
    kept(page, lambda: page.locator(".theme-card:has([value=koran])").click())
    until(page, lambda: "Fraunces" in heading.evaluate("heading => getComputedStyle(heading).fontFamily"))
    until(page, lambda: heading.evaluate("() => [...document.fonts].map((one) => one.status)") == ["loaded"])


def test_blocks_are_ordered_by_mouse_by_keyboard_and_by_buttons(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    begun(page, server, "en")
    first, second, third = names(page)
    grip = page.locator(".block__grip").first
    grip.focus()
    for pressed in ("Space", "ArrowDown", "ArrowDown"):
        page.keyboard.press(pressed)
    expect(page.locator("#announce")).to_contain_text("3")
    kept(page, lambda: page.keyboard.press("Space"))
    expect(page.locator(NAMES)).to_have_text([second, third, first])
    page.locator("#blocks").evaluate("blocks => blocks.scrollIntoView()")  # the bar covers what is at the end
    grips = page.locator(".block__grip")
    start, goal = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
    page.mouse.move(start["x"] + 8, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(goal["x"] + 8, goal["y"] - 4, steps=8)
    kept(page, page.mouse.up)
    expect(page.locator(NAMES)).to_have_text([first, second, third])
    page.locator("[id^=edit-]").first.click()
    kept(page, lambda: page.locator("form[action$='/down'] [type=submit]").first.click())
    expect(page.locator(NAMES)).to_have_text([second, first, third])
    page.reload()
    expect(page.locator(NAMES)).to_have_text([second, first, third])
    context.close()


def test_a_deleted_block_comes_back_and_two_tabs_lose_nothing(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    begun(page, server, "en")
    before = names(page)
    page.locator("[id^=edit-]").first.click()
    kept(page, lambda: page.locator("form[action$='/delete'] [type=submit]").first.click())
    expect(page.locator(NAMES)).to_have_count(2)
    kept(page, lambda: page.locator("#toasts form [type=submit]").click())
    expect(page.locator(NAMES)).to_have_text(before)
    other = context.new_page()
    other.goto(page.url.partition("?")[0])
    kept(other, lambda: other.fill("#profile-bio", "From the other tab"))
    page.fill("#profile-name", "From this tab")
    page.locator("[data-keep-mine]").wait_for()
    expect(page.locator("#profile-name")).to_have_value("From this tab")
    page.locator("[data-keep-mine]").click()
    until(page, lambda: page.locator("#elsewhere").inner_text() == "" and page.locator(".save-state .icon").count())
    until(other, lambda: other.reload() and other.locator("#profile-name").input_value() == "From this tab")
    context.close()


def test_without_javascript_a_page_is_edited_ordered_and_published(server: Server, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    begun(page, server, "en")
    before = names(page)
    page.locator("[id^=edit-]").nth(1).click()
    page.fill(".block--open [name=url]", "not an address at all")
    page.locator(".block__form form").first.locator("noscript button, button:has-text('Save')").first.click()
    expect(page.locator(".block--open .field__error")).not_to_have_count(0)
    expect(page.locator(".block--open [name=url]")).to_have_value("not an address at all")
    page.fill(".block--open [name=url]", SHOP)
    page.locator(".block__form form").first.locator("button:has-text('Save')").first.click()
    page.locator("form[action$='/up'] [type=submit]").first.click()
    expect(page.locator(NAMES).first).to_have_text(before[1])
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="Your page is live")).to_have_count(1)
    page.locator("main a[href^='/dashboard/pages/']").first.click()
    expect(page.locator(".page-head .live")).to_have_count(1)
    context.close()
