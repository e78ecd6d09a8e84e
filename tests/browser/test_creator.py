"""A creator on a phone, in Indonesian: a page without an account, claimed, filled with every kind of block and shared.

With KLIQS_SHOTS set to a folder, pictures of each step are left there to be looked at.
"""

import io
import os
import re
from pathlib import Path
from typing import Any

import pytest
import segno
from PIL import Image

from app.blocks.registry import KINDS
from tests.browser.axe import faults_of
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.browser.test_journey import PASSWORD, PERSON
from tests.browser.test_screens import widen
from tests.pages.gallery import qris_payload
from tests.serving import Server

SHOTS = os.environ.get("KLIQS_SHOTS")
ALL_IN_REACH = """(() => {
    const inside = ({left, right}) => left >= 0 && right <= innerWidth;
    const parts = [".tabs [aria-current]", ".builder__actions :is(a, button)", "#publish-bar :is(a, button)"];
    return [...document.querySelectorAll(parts)].every((part) => inside(part.getBoundingClientRect()));
})()"""
# What is typed into each kind: how it is looked for, what goes into the first field by the keyboard, and the rest.
TYPED: dict[str, tuple[str, str, dict[str, str]]] = {
    "link": ("tautan", "Belanja di Shopee", {"url": "shopee.co.id/warungsari"}),
    "heading": ("judul", "Setiap hari", {}),
    "text": ("teks", "Buka pukul 8 pagi sampai 10 malam.", {}),
    "social": ("ig", "", {"network-0": "tiktok", "account-0": "@warungsari"}),
    "whatsapp": ("wa", "Pesan lewat WhatsApp", {"number": "0812-3456-7890"}),
    "product": ("jualan", "Nasi liwet", {"price": "25000", "url": "tokopedia.com/warungsari/nasi"}),
    "image": ("foto", "", {"alt": "Warung di pagi hari"}),
    "gallery": ("galeri", "Dari dapur", {}),
    "video": ("yt", "Cara memasak", {"url": "youtu.be/dQw4w9WgXcQ"}),
    "music": ("lagu", "Lagu warung", {"url": "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"}),
    "posts": ("terbaru", "Posting terbaru", {}),
    "form": ("newsletter", "Kabar warung", {"consent": "Satu email sebulan."}),
    "event": ("acara", "Kelas memasak", {"starts": "2090-12-12T09:00"}),
    "faq": ("tanya", "Sering ditanyakan", {"question-0": "Bisa antar?", "answer-0": "Bisa."}),
    "contact": ("kontak", "Simpan kontak", {"first": "Sari", "mobile": "081234567890"}),
    "map": ("lokasi", "Ke warung", {"place": "Jl. Imogiri Timur 12, Bantul"}),
    "tip": ("donasi", "Traktir kopi", {}),
    "qr": ("barcode", "Pindai di kasir", {}),
    "divider": ("garis", "", {}),
}


class Camera:
    def __init__(self, page: Any) -> None:
        self.page, self.taken = page, 0

    def __call__(self, name: str, *, whole: bool = False) -> None:
        self.taken += 1
        if SHOTS:
            self.page.wait_for_timeout(400)
            self.page.screenshot(path=Path(SHOTS) / f"creator-{self.taken:02}-{name}.png", full_page=whole)


@pytest.fixture
def photos(tmp_path: Path) -> dict[str, Path]:
    """A photo, and one of a QRIS on a table."""
    files = {"photo": tmp_path / "photo.jpg", "qris": tmp_path / "qris.png"}
    Image.effect_noise((900, 700), 60).convert("RGB").save(files["photo"])
    code, sheet = io.BytesIO(), Image.new("RGB", (700, 700), "white")
    segno.make(qris_payload(), micro=False).save(code, kind="png", scale=6)
    sheet.paste(Image.open(code).convert("RGB"), (60, 60))
    sheet.save(files["qris"])
    return files


def test_a_creator_makes_claims_fills_publishes_and_shares_a_page_on_a_phone(
    server: Server, chromium: Any, troubles: Troubles, photos: dict[str, Path]
) -> None:
    assert TYPED.keys() == KINDS.keys()
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, user_agent=PERSON, locale="id-ID", reduced_motion="reduce"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    page = context.new_page()
    troubles.watch(page)
    shoot = Camera(page)
    _begin(page, server, shoot)
    _claim(page, server, shoot)
    for kind in KINDS:
        _add(page, kind, photos, shoot)
    _crop_is_readable(page, photos, shoot)
    address = _publish(page, shoot)
    _share(page, server, address, shoot)
    _visit(chromium, server, address)
    context.close()


def _begin(page: Any, server: Server, shoot: Camera) -> None:
    """A page without an account, by the keyboard alone."""
    page.goto(f"{server.url}/start?lang=id")
    page.locator("main form [name=name]").focus()
    page.keyboard.type("Warung Sari")
    shoot("start")
    page.keyboard.press("Enter")
    page.locator(".start__created").wait_for()
    shoot("made")


def _claim(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/start/claim")
    page.locator("main a[href*='/signup']").first.click()
    page.locator("[name=name]").focus()
    page.keyboard.type("Sari")
    page.keyboard.press("Tab")
    page.keyboard.type("creator-390@example.com")
    page.locator("[name=password]").focus()
    page.keyboard.type(PASSWORD)
    page.check("[name=of_age]")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[a-z]+://[^/]+/dashboard/"))
    page.wait_for_load_state("networkidle")
    page.goto(f"{server.url}/dashboard/pages/")
    shoot("pages")
    page.locator(".page-card h2 a").click()
    page.locator("#builder").wait_for()
    shoot("builder")


def _add(page: Any, kind: str, photos: dict[str, Path], shoot: Camera) -> None:
    """Looks a kind up in the words of people, adds it, and fills it in: the first field waits for the keyboard."""
    query, first, rest = TYPED[kind]
    page.locator(".blocks__foot [data-open], .blocks__head [data-open]").last.click()
    page.locator("#kinds-q").fill(query)
    choice = page.locator(f"#kinds-list li:not([hidden]) form:has([value={kind}]) button")
    choice.wait_for()
    choice.click()
    editor = page.locator(".block--open")
    editor.locator(".block__added").wait_for()
    until(page, lambda: page.evaluate("document.activeElement.closest('.block--open') !== null"))
    expect(page.locator("#announce")).to_contain_text("sudah ditambahkan")
    top = editor.evaluate("form => form.getBoundingClientRect().top")
    assert 0 < top < 400, "it is in view"
    if first:
        page.keyboard.type(first)
    for name, value in rest.items():
        field = editor.locator(f"[name='{name}']")
        field.select_option(value) if name.startswith("network") else field.fill(value)
    if kind in {"image", "gallery"}:
        upload = editor.locator("k-upload:has([name^=picture])").first
        upload.locator("input[type=file]").set_input_files(photos["photo"])
        upload.locator("[data-use]").click()
        upload.locator(".upload__image").wait_for()
    if kind == "tip":
        page.locator("[id^=summary-]", has_text=first).wait_for()
        editor.locator("[name='payload-file']").set_input_files(photos["qris"])
        editor.get_by_text("Untuk Rumah Kawung, Yogyakarta.").wait_for()
        shoot("tip")
    until(page, lambda: not editor.locator(".block__missing").count())
    until(page, lambda: page.locator(".publish-bar:not(.htmx-request)").get_by_text("Draf tersimpan").count())
    expect(editor.locator(".field__error:visible")).to_have_count(0)
    if kind == "link":
        editor.locator(".field__note use[href$='#brand-shopee']").wait_for()
        shoot("link")


def _crop_is_readable(page: Any, photos: dict[str, Path], shoot: Camera) -> None:
    page.locator("#profile-cover-file").set_input_files(photos["photo"])
    use = page.locator("#profile-cover dialog[open] [data-use]")
    use.wait_for()
    shoot("crop")
    assert faults_of(page, part="dialog[open]") == []
    seen = use.evaluate("button => [getComputedStyle(button).backgroundColor, getComputedStyle(button).color]")
    assert seen[0] != seen[1]
    use.click()
    page.locator("#profile-cover .upload__image").wait_for()


def _publish(page: Any, shoot: Camera) -> str:
    """The bar says that nothing is missing and that visitors do not see the changes; then it publishes."""
    bar = page.locator("#publish-bar")
    expect(bar.locator(".publish-bar__unfinished")).to_have_count(0)
    bar.get_by_text("Perubahan belum tayang").wait_for()
    for width in (320, 360, 390):
        page.set_viewport_size({"width": width, "height": 844})
        ends = bar.evaluate(
            "bar => Math.max(...[...bar.querySelectorAll('a, button')].map((one) => one.getBoundingClientRect().right))"
        )
        assert ends <= width, "both buttons are in reach"
    bar.locator("[data-preview-open]").click()
    shoot("preview")
    page.keyboard.press("Escape")
    until(page, lambda: bar.get_by_text("Draf tersimpan").is_visible())
    bar.locator("form[action$='/publication'] [type=submit]").click()
    bar.get_by_text("Sudah tayang").wait_for()
    return str(page.locator(".page-head__sub a").first.get_attribute("href"))


def _share(page: Any, server: Server, address: str, shoot: Camera) -> None:
    """What is live goes off for a moment, so that the first publishing is seen in the builder as well."""
    here = page.url.partition("?")[0]
    page.goto(f"{here}/settings")
    page.locator("form[action$='/publication/end'] [type=submit]").click()
    page.wait_for_load_state()
    page.goto(here)
    page.locator("#publish-bar form[action$='/publication'] [type=submit]").click()
    page.locator("dialog#share[open]").wait_for()
    shoot("share")
    page.locator("#share [data-copy]").click()
    until(page, lambda: page.evaluate("navigator.clipboard.readText()") == address)
    page.locator("#share a[href^='https://wa.me/?text=']").wait_for()
    page.locator("#share [data-close]").click()
    page.locator("#share").wait_for(state="detached")
    shoot("live", whole=True)
    for part in ("", "/appearance", "/settings", "/statistics"):
        widen(page, 320)
        page.goto(f"{here}{part}")
        for width in (320, 360, 390):
            widen(page, width)
            expect_no_sideways_scroll(page)
            until(page, lambda: page.evaluate(ALL_IN_REACH))


def _visit(chromium: Any, server: Server, address: str) -> None:
    visitor = chromium.new_context(viewport={"width": 390, "height": 844})
    page = visitor.new_page()
    page.goto(address)
    expect(page.locator(".blocks > li")).to_have_count(len(KINDS) - 1)  # nothing was published that “posts” could show
    text = page.locator("body").inner_text()
    for words in ("Belanja di Shopee", "Setiap hari", "Kelas memasak", "Bisa antar?", "Traktir kopi"):
        assert words in text
    link = page.locator("a", has_text="Belanja di Shopee").get_attribute("href")
    assert re.fullmatch(r"/[a-z0-9]{7}", link)
    answer = page.request.get(server.url + link, max_redirects=0)
    assert answer.headers["location"] == "https://shopee.co.id/warungsari"
    visitor.close()
