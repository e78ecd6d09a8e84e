"""A creator on a phone, in Indonesian and by the keyboard, builds rules, questions them and looks at a split.

With KLIQS_SHOTS set to a folder, pictures of each screen are left there at both widths and in both themes.
"""

import http.client
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON
from tests.browser.test_marketer import PHONE, Camera
from tests.serving import Server

PASSWORD = "batik tulis 2026"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
)
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"


@pytest.fixture
def page(server: Server, chromium: Any, troubles: Troubles, request: pytest.FixtureRequest) -> Any:
    """Somebody signed in on a phone, who has a link."""
    email = f"{request.node.name[5:20]}@example.com"
    server.command("account", "create", email, "--plan", "pro", "--password-stdin", stdin=PASSWORD + "\n")
    context = chromium.new_context(viewport=PHONE, user_agent=PERSON, locale="id-ID", reduced_motion="reduce")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    page.goto(f"{server.url}/dashboard/links/")
    page.fill("#new-link-url", "https://toko.example.com/menu")
    page.keyboard.press("Enter")
    page.wait_for_selector("#links .link")
    yield page
    context.close()


def press(page: Any, selector: str, key: str = "Enter") -> None:
    """Presses a key on a control that has the focus."""
    page.locator(selector).first.focus()
    page.keyboard.press(key)


def type_into(page: Any, selector: str, text: str) -> None:
    page.locator(selector).focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def open_rules(page: Any) -> str:
    """Goes to the rules of the only link; returns its short address."""
    short_url = str(page.locator("#links .link__short").get_attribute("href"))
    press(page, "#links [popovertarget]")
    press(page, "#links .menu__item >> text=Aturan")
    page.wait_for_selector("text=Belum ada aturan")
    return short_url


def location(short_url: str, agent: str, query: str = "", language: str = "id") -> str:
    """Where the link really leads such a browser."""
    parts = urlsplit(short_url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", parts.path + query, headers={"User-Agent": agent, "Accept-Language": language})
    answer = connection.getresponse()
    connection.close()
    return answer.getheader("Location") or ""


def begin_rule(page: Any, kind: str) -> None:
    press(page, "#add-rule")
    page.wait_for_selector("#rule-editor")
    choose_kind(page, 0, kind)


def choose_kind(page: Any, at: int, kind: str) -> None:
    """Chooses the kind of a condition, for which its inputs come."""
    if page.locator(f"#c{at}-kind").input_value() == kind:
        return
    with page.expect_response(lambda answer: "/rules" in answer.url and answer.request.method == "POST"):
        page.locator(f"#c{at}-kind").select_option(kind)
    until(page, lambda: page.locator(f"#c{at}-kind").input_value() == kind)


def save_rule(page: Any, count: int) -> None:
    press(page, "#rule-editor .btn--primary")
    page.wait_for_selector("#rule-editor", state="detached")
    until(page, lambda: page.locator("#rule-list > .rule").count() == count)


def test_somebody_builds_three_rules_and_questions_them(server: Server, page: Any) -> None:
    shoot = Camera(page)
    short_url = open_rules(page)
    shoot("no-rules")
    _build_three(page, shoot)
    _reorder_and_switch(page)
    shoot("three-rules")
    _question(page, short_url, shoot)
    _delete_and_undo(page)
    _look_at_the_history(page, shoot)


def _build_three(page: Any, shoot: Camera) -> None:
    begin_rule(page, "device")
    press(page, "#c0-v-phone", "Space")
    type_into(page, "#p0-url", "toko.example.com/hp")
    press(page, "#add-condition")
    page.wait_for_selector("#c1-kind:focus")
    choose_kind(page, 1, "country")
    type_into(page, "#c1-values", "Atlantis")
    press(page, "#rule-editor .btn--primary")
    page.wait_for_selector("#c1-values[aria-invalid]:focus")
    shoot("fault")
    press(page, '#rule-editor [value="drop-condition-1"]')
    page.wait_for_selector("#c1-kind", state="detached")
    expect(page.locator("#p0-url")).to_have_value("toko.example.com/hp")
    save_rule(page, 1)
    begin_rule(page, "query")
    type_into(page, "#c0-name", "ref")
    type_into(page, "#c0-value", "katalog")
    type_into(page, "#p0-url", "https://toko.example.com/katalog")
    save_rule(page, 2)
    begin_rule(page, "language")
    type_into(page, "#c0-values", "en")
    type_into(page, "#p0-url", "https://toko.example.com/en")
    type_into(page, "#rule-name", "Turis")
    shoot("editor")
    save_rule(page, 3)


def _reorder_and_switch(page: Any) -> None:
    names = page.locator("#rule-list .strong")
    expect(names.nth(2)).to_have_text("Turis")
    grip = page.locator("#rule-list .block__grip").nth(2)
    grip.focus()
    for key in ("Space", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    version = page.locator("#rule-list [name=version]").first  # a switch of the list before would be of an older one
    before = version.input_value()
    page.keyboard.press("Space")
    until(page, lambda: version.input_value() != before)
    expect(names.first).to_have_text("Turis")
    switch = page.locator("#rule-list .switch").first
    switch.focus()
    page.keyboard.press("Space")
    page.wait_for_selector("#rule-list > .rule--off:first-child")
    switch.focus()
    page.keyboard.press("Space")
    page.wait_for_selector("#rule-list > .rule--off", state="detached")


def _question(page: Any, short_url: str, shoot: Camera) -> None:
    """What the panel says is what the link does."""
    answer = page.locator("#try-answer")
    press(page, "#trial .btn--block")
    until(page, lambda: "Aturan 2 yang dipakai" in answer.inner_text())
    expect(answer).to_contain_text("Aturan 1 tidak cocok: bahasanya Indonesia, bukan Inggris.")
    expect(answer).to_contain_text(location(short_url, ANDROID))
    shoot("answer")
    press(page, "#trial [name=device][value=desktop]", "Space")
    until(page, lambda: "Pengunjung lainnya" in answer.inner_text())
    expect(answer).to_contain_text(location(short_url, WINDOWS))
    type_into(page, "#try-query", "ref=katalog")
    until(page, lambda: "Aturan 3 yang dipakai" in answer.inner_text())
    expect(answer).to_contain_text(location(short_url, WINDOWS, "?ref=katalog"))
    expect(page.locator("#rule-list [data-mark=hit]")).to_have_count(1)


def _delete_and_undo(page: Any) -> None:
    press(page, "#rule-list [popovertarget]")
    press(page, "#rule-list .menu__item--danger")
    page.wait_for_selector("text=Aturan 1 dihapus")
    until(page, lambda: page.locator("#rule-list > .rule").count() == 2)
    press(page, ".toast button[type=submit]")
    until(page, lambda: page.locator("#rule-list > .rule").count() == 3)


def _look_at_the_history(page: Any, shoot: Camera) -> None:
    press(page, ".tabs >> text=Riwayat")
    page.wait_for_selector("text=membuat tautan ini")
    expect(page.locator(".history")).to_contain_text("dari riwayat")
    shoot("history")


def test_a_split_is_built_and_its_result_is_read(server: Server, page: Any) -> None:
    shoot = Camera(page)
    short_url = open_rules(page)
    press(page, "#add-rule")
    page.wait_for_selector("#rule-editor")
    press(page, '#rule-editor [value="drop-condition-0"]')
    page.wait_for_selector("#c0-kind", state="detached")
    press(page, "#then-one", "ArrowRight")
    type_into(page, "#p0-url", "https://toko.example.com/a")
    type_into(page, "#p0-share", "60")
    type_into(page, "#p1-url", "https://toko.example.com/b")
    type_into(page, "#p1-share", "60")
    press(page, "#rule-editor .btn--primary")
    page.wait_for_selector("text=Jumlah porsinya harus 100%")
    type_into(page, "#p1-share", "")
    save_rule(page, 1)
    press(page, "#trial .btn--block")
    until(page, lambda: "60 ke toko.example.com, 40 ke toko.example.com" in page.locator("#try-answer").inner_text())
    shoot("split")
    led = [location(short_url, WINDOWS.replace("126.0", f"126.0.{number}")) for number in range(60)]
    counts = [sum(url.endswith(end) for url in led) for end in ("/a", "/b")]
    assert sum(counts) == 60 and all(counts)
    press(page, ".tabs >> text=Analitik")
    page.wait_for_url("**/dashboard/analytics/links/**")

    def all_are_counted() -> bool:
        """Whether the page shows all visits, those that another machine took in, too."""
        page.reload()
        rows = page.locator(".split-result tbody tr").all_inner_texts()
        return [f"{count}" in row for count, row in zip(counts, rows, strict=False)] == [True, True]

    until(page, all_are_counted)
    expect(page.locator(".split-result__note")).to_contain_text("selisihnya wajar")
    shoot("split-result")
