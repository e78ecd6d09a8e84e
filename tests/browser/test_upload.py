"""Pictures in a real browser: chosen, cut, sent and shown; refused with the reason; and without JavaScript."""

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import Troubles, save_picture
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.media.pictures import png, saved
from tests.serving import Server

RED, BLUE = (220, 20, 30), (20, 40, 210)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Red on the left, blue on the right; wide, and with noise below so that it weighs something."""
    image = Image.effect_noise((1600, 800), 90).convert("RGB")
    image.paste(RED, (0, 0, 800, 700))
    image.paste(BLUE, (800, 0, 1600, 700))
    (tmp_path / "photo.jpg").write_bytes(saved(image, "JPEG", quality=95))
    return tmp_path / "photo.jpg"


def at_the_parts(page: Any, server: Server, language: str) -> None:
    sign_up(page, server, language, Words(language))
    page.goto(f"{server.url}/dashboard/patterns/")


def test_a_picture_is_chosen_cut_sent_and_shown(server: Server, chromium: Any, troubles: Troubles, photo: Path) -> None:
    language, theme, width = "id", "dark", 390
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    at_the_parts(page, server, language)
    page.evaluate("""() => {
      window.seen = []; window.shares = [];
      document.addEventListener("change", ({ target }) => window.seen.push(target.name || target.type));
      new MutationObserver(() => window.shares.push(document.querySelector("#upload-avatar progress").value))
        .observe(document.querySelector("#upload-avatar progress"), { attributes: true });
    }""")
    page.focus("#upload-avatar-file")
    page.set_input_files("#upload-avatar-file", photo)
    page.locator("#upload-avatar dialog[open] .cropper-crop-box").wait_for()
    scale = page.locator("#upload-avatar [data-scale]")
    page.keyboard.press("+")
    until(page, lambda: float(scale.input_value()) > 0)
    for _ in range(60):
        page.keyboard.press("ArrowRight")
    save_picture(page, f"crop-{width}")
    page.locator("#upload-avatar [data-use]").click()
    image = page.locator("#upload-avatar .upload__image")
    image.wait_for()
    until(page, lambda: image.evaluate("image => image.complete && image.naturalWidth > 0"))

    expect(page.locator("#upload-avatar [data-picture]")).not_to_have_value("")
    until(page, lambda: page.evaluate("window.seen") == ["pattern-avatar"])  # the picture alone is told, once
    until(page, lambda: page.evaluate("window.shares.includes(100)"))
    content = page.request.get(server.url + str(image.get_attribute("src"))).body()
    (photo.parent / "made.webp").write_bytes(content)
    reencoded = Image.open(photo.parent / "made.webp").convert("RGB")
    red, _, blue = reencoded.getpixel((reencoded.width - 9, 40))  # type: ignore[misc]
    assert reencoded.width == reencoded.height == 320 and blue > 150 > red, "moved as far to the right as it goes"
    until(page, lambda: page.evaluate("document.activeElement.dataset.replace") == "")
    image.scroll_into_view_if_needed()
    save_picture(page, f"uploaded-{width}")

    page.locator("#upload-avatar [data-remove]").click()
    expect(page.locator("#upload-avatar [data-picture]")).to_have_value("")
    until(page, lambda: page.evaluate("window.seen") == ["pattern-avatar", "pattern-avatar"])
    expect(page.locator("#upload-avatar .drop")).to_be_visible()
    context.close()


def test_a_dropped_or_pasted_picture_is_taken_and_escape_takes_it_back(
    server: Server, chromium: Any, troubles: Troubles, photo: Path
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    at_the_parts(page, server, "en")
    content = b64encode(photo.read_bytes()).decode()  # a list of numbers would take a minute on its way
    give = """([kind, content]) => {
      const carried = new DataTransfer();
      const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
      carried.items.add(new File([bytes], "photo.jpg", { type: "image/jpeg" }));
      const target = document.querySelector("#upload-picture-file");
      target.focus();
      const how = { bubbles: true, cancelable: true, dataTransfer: carried, clipboardData: carried };
      target.dispatchEvent(kind === "drop" ? new DragEvent("drop", how) : new ClipboardEvent("paste", how));
    }"""
    page.evaluate(give, ["drop", content])
    page.locator("#upload-picture dialog[open] .cropper-crop-box").wait_for()
    page.keyboard.press("Escape")
    until(page, lambda: page.locator("#upload-picture dialog[open]").count() == 0)
    expect(page.locator("#upload-picture .upload__image")).to_have_count(0)
    page.evaluate(give, ["paste", content])
    page.locator("#upload-picture dialog[open] .cropper-crop-box").wait_for()
    page.locator("#upload-picture [data-use]").click()
    page.locator("#upload-picture .upload__image").wait_for()
    context.close()


def test_what_is_no_picture_is_refused_by_the_field(
    server: Server, chromium: Any, troubles: Troubles, tmp_path: Path
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    at_the_parts(page, server, "id")
    fault = page.locator("#upload-cover [data-fault]")
    for name, content, says in (
        ("notes.txt", b"not a picture", "Itu bukan gambar"),
        ("art.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Gambar SVG"),
        ("bomb.png", png(9000, 9000, b"\x78\x9c" + bytes(9_800)), "piksel"),
        ("heavy.png", b"\x89PNG\r\n\x1a\n" + bytes(6 * 2**20), "5 MB"),
    ):
        (tmp_path / name).write_bytes(content)
        page.set_input_files("#upload-cover-file", tmp_path / name)
        fault.get_by_text(says).wait_for()
    expect(page.locator("#upload-cover .upload__image")).to_have_count(0)
    context.close()


def test_a_picture_is_uploaded_without_javascript(server: Server, chromium: Any, photo: Path, tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    at_the_parts(page, server, "en")
    page.set_input_files("#upload-cover-file", photo)
    page.locator("#upload-cover .upload__plain button").click()
    expect(page.locator("input[name=pattern-cover]")).not_to_have_value("")
    page.locator("a[href='/dashboard/patterns/']").click()
    (tmp_path / "notes.txt").write_bytes(b"hello")
    page.set_input_files("#upload-avatar-file", tmp_path / "notes.txt")
    page.locator("#upload-avatar .upload__plain button").click()
    expect(page.locator(".field__error")).to_contain_text("That is not a picture")
    context.close()
