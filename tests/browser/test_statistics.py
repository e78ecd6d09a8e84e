"""The statistics in a real browser: a click appears live, period and filter stay, keyboard, table, no JavaScript."""

from typing import Any

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.serving import Server

FIGURE_HAS_HEIGHT_OF_ITS_VALUE = """() => {
    const value = document.querySelector(".kpi__value"), later = document.createElement("a");
    later.className = "kpi__later";
    later.textContent = "…";
    value.after(later);
    const heights = [value, later].map((element) => element.getBoundingClientRect().height);
    later.remove();
    return Math.abs(heights[0] - heights[1]) < 0.5;
}"""


def test_statistics_live_and_as_an_address(server: Server, chromium: Any, troubles: Troubles) -> None:
    language = "id"
    _ = Words(language)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    sign_up(page, server, language, _)
    page.fill("#new-link-url", "https://example.com/")
    page.keyboard.press("Enter")
    page.locator(".link__short b").first.wait_for()
    code = page.locator(".link__short b").first.inner_text()
    page.goto(f"{server.url}/dashboard/analytics/")
    expect(page.locator(".feed__row")).to_have_count(0)
    _follow(context, server, code)
    until(page, lambda: page.locator(".feed__row").count() == 1)
    _period_and_filter_stay(page)
    _keyboard_and_table(page)
    context.close()


def _follow(context: Any, server: Server, code: str) -> None:
    answer = context.request.get(f"{server.url}/{code}", max_redirects=0, headers={"User-Agent": PERSON})
    assert answer.status == 302


def _period_and_filter_stay(page: Any) -> None:
    """By clicks, then reloaded, then one step Back."""
    page.reload()
    page.locator("#period-2").click()
    until(page, lambda: "period=7d" in page.url)
    page.locator(".bars__link", has_text="Linux").or_(page.locator(".bars__link")).last.click()
    until(page, lambda: page.locator("#filters .chip").count() == 1)
    address = page.url
    page.reload()
    page.wait_for_url(address)
    expect(page.locator("#filters .chip")).to_have_count(1)
    page.go_back()
    until(page, lambda: page.locator("#filters .chip").count() == 0)
    page.wait_for_url("**period=7d**")


def _keyboard_and_table(page: Any) -> None:
    """A period by Enter; the figures of the chart as a table."""
    page.locator("#period-1").focus()
    page.keyboard.press("Enter")
    until(page, lambda: "period=24h" in page.url)
    page.locator(".chart__table summary").focus()
    page.keyboard.press("Enter")
    rows = page.locator(".chart__table tbody tr")
    until(page, lambda: rows.first.is_visible())
    expect(rows).to_have_count(24)
    until(page, lambda: sum(int(rows.nth(n).locator("td").first.inner_text()) for n in range(24)) == 1)


def test_statistics_without_javascript(server: Server, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    sign_up(page, server, "en", Words("en"))
    page.fill("#new-link-url", "https://example.com/")
    page.locator("form:has(#new-link-url) [type=submit]").first.click()
    code = page.locator(".link__short b").first.inner_text()
    _follow(context, server, code)
    page.goto(f"{server.url}/dashboard/analytics/")
    until(page, lambda: page.reload() and page.locator(".feed__row").count())
    page.locator("#period-2").click()
    page.wait_for_url("**period=7d**")
    expect(page.locator(".kpi__value").first).to_have_text("1")
    _a_figure_counted_later_has_the_height_of_its_value(page)
    _a_long_name_leaves_the_counts_in_their_column(page)
    context.close()


def _a_figure_counted_later_has_the_height_of_its_value(page: Any) -> None:
    """Nothing below moves when the figure arrives."""
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        until(page, lambda: page.evaluate(FIGURE_HAS_HEIGHT_OF_ITS_VALUE))


def _a_long_name_leaves_the_counts_in_their_column(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    row = page.locator(".bars__row").first
    before = row.locator("b").bounding_box()
    row.locator(".truncate").first.evaluate("label => (label.textContent = 'campaign '.repeat(20))")
    until(page, lambda: row.locator("b").bounding_box() == before)


def test_a_part_that_is_loaded_later_fails_without_a_toast(server: Server, chromium: Any) -> None:
    context = chromium.new_context()
    page = context.new_page()
    sign_up(page, server, "en", Words("en"))
    page.route(
        "**/later-*", lambda route: route.abort() if "offline" in route.request.url else route.fulfill(status=500)
    )
    for address, event in {"later-offline": "htmx:error", "later-broken": "htmx:response:error"}.items():
        page.evaluate(
            """([address, event]) => new Promise((resolve) => {
                document.addEventListener(event, () => setTimeout(resolve), {once: true});
                const part = document.createElement("div");
                part.innerHTML = `<div hx-get="/${address}" hx-trigger="load"></div>`;
                document.querySelector("main").append(part);
                htmx.process(part);
            })""",
            [address, event],
        )
        expect(page.locator(".toast--bad")).to_have_count(0)
    context.close()
