"""Pictures and videos of posts in a real browser: sent in pieces with progress, put into order, refused, resumed."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import faults_of
from tests.browser.conftest import Troubles, save_picture
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.publishing.files.samples import gif, photo, video
from tests.serving import Server

HOME = "/dashboard/publishing/files/"
ROWS = "k-files .file-row"
NAMES = f"{ROWS} .file-row__name"  # in their order


@pytest.fixture
def chosen(tmp_path: Path) -> dict[str, Path]:
    """A video of 9 MB, most of it an empty box, a picture, a GIF, and a text that calls itself a picture."""
    head = video(seconds=3)
    empty = 9 * 2**20
    files = {
        "barista.mp4": head + empty.to_bytes(4, "big") + b"free" + bytes(empty - 8),
        "cangkir.jpg": photo(900, 700),
        "uap.gif": gif(),
        "catatan.jpg": b"This is a text." * 20,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in files}


def test_files_are_sent_checked_put_into_order_and_described(
    server: Server, chromium: Any, troubles: Troubles, chosen: dict[str, Path]
) -> None:
    language, theme, width = "id", "dark", 390
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    sign_up(page, server, language, Words(language))
    page.goto(f"{server.url}{HOME}")
    page.set_input_files("k-files input[type=file]", list(chosen.values())[:3])
    until(page, lambda: page.locator(f"{ROWS} [data-state=ready]").count() == 3)
    expect(page.locator(NAMES)).to_have_text(["barista.mp4", "cangkir.jpg", "uap.gif"])
    expect(page.locator(ROWS).first).to_contain_text("0:03")
    until(page, lambda: page.locator(f"{ROWS} img").first.evaluate("image => image.naturalWidth > 0"))
    page.locator(f"{ROWS} input.input").first.fill("Barista")

    page.locator(f"{ROWS} [data-move=down]").first.click()
    expect(page.locator(NAMES)).to_have_text(["cangkir.jpg", "barista.mp4", "uap.gif"])
    until(page, lambda: page.evaluate("document.activeElement.dataset.move") == "down")
    page.locator(f"{ROWS} .block__grip").last.focus()
    for key in ("Space", "ArrowUp", "ArrowUp", "Space"):
        page.keyboard.press(key)
    expect(page.locator(NAMES)).to_have_text(["uap.gif", "cangkir.jpg", "barista.mp4"])
    expect(page.locator("#announce")).to_contain_text("uap.gif")
    expect(page.locator(f"{ROWS} input.input").last).to_have_value("Barista")
    save_picture(page, f"post-files-{width}")
    assert faults_of(page) == []

    page.set_input_files("k-files input[type=file]", chosen["catatan.jpg"])
    until(page, lambda: page.locator("k-files > [data-fault]").inner_text() != "")
    expect(page.locator(NAMES)).to_have_count(3)
    page.locator(f"{ROWS} [data-remove]").first.click()
    expect(page.locator(NAMES)).to_have_text(["cangkir.jpg", "barista.mp4"])
    page.reload()
    save_picture(page, f"post-files-page-{width}")
    context.close()


def test_a_connection_that_breaks_stops_the_upload_and_does_not_start_it_anew(
    server: Server, chromium: Any, chosen: dict[str, Path]
) -> None:
    context = chromium.new_context(user_agent=PERSON)
    page = context.new_page()
    sign_up(page, server, "en", Words("en"))
    page.goto(f"{server.url}{HOME}")
    sent: list[str] = []

    def watch(route: Any) -> None:
        if route.request.method == "PUT":
            sent.append(route.request.headers["upload-offset"])
            if len(sent) == 2:
                route.abort("connectionreset")
                return
        route.continue_()

    page.route("**/pieces", watch)
    page.set_input_files("k-files input[type=file]", chosen["barista.mp4"])
    until(page, lambda: page.locator(f"{ROWS} [data-state=ready]").count() == 1)
    piece = str(4 * 2**20)
    assert sent[:3] == ["0", piece, piece] and len(sent) == 4
    context.close()
