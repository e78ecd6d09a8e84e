"""A marketer with 500 links, in Indonesian and by the keyboard: brought along, found, sorted, mended and exported.

With KLIQS_SHOTS set to a folder, pictures of each screen are left there at both widths and in both themes.
"""

import csv
import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.browser.test_journey import PERSON
from tests.qr_reader import read_qr_codes
from tests.serving import Server

EMAIL, PASSWORD = "pemasar@example.com", "batik tulis 2026"
COUNT, FIFTH, TENTH = 500, 100, 50
DESK, PHONE = {"width": 1280, "height": 850}, {"width": 390, "height": 844}
LONG_TITLE = "Batik Kawung tulis tangan dari Giriloyo Imogiri"
SHOTS = os.environ.get("KLIQS_SHOTS")


class Camera:
    """Takes a screen at both widths in both themes, where pictures are wanted at all."""

    def __init__(self, page: Any) -> None:
        self.page, self.taken = page, 0

    def __call__(self, name: str) -> None:
        self.taken += 1
        for width, size in (("390", PHONE), ("1280", DESK)) if SHOTS else ():
            for theme in ("dark", "light"):
                self.page.set_viewport_size(size)
                self.page.emulate_media(color_scheme=theme)
                self.page.wait_for_timeout(250)
                self.page.screenshot(
                    path=Path(str(SHOTS)) / f"marketer-{self.taken:02}-{name}-{width}-{theme}.png", caret="initial"
                )  # hiding it writes styles that the page's policy refuses


def bitly() -> str:
    """What Bitly exports: every fifth link is about coffee, and every second of those is for Instagram."""
    lines = ["Bitlink,Title,Long URL,Created,Total Engagements"]
    for at in range(COUNT):
        about, place = ("Kopi Étoile", "kopi") if at % 5 == 0 else (LONG_TITLE, "batik")
        query = "?utm_source=instagram" if at % 10 == 0 else ""
        address = f"https://toko.example.com/{place}/{at}{query}"
        lines.append(f"bit.ly/{place}-{at},{about} {at},{address},2026-01-31,{at}")
    return "\n".join(lines)


@pytest.fixture
def page(server: Server, chromium: Any, troubles: Troubles) -> Any:
    """Somebody signed in on a desk, whose plan has room."""
    server.command(
        "account", "create", EMAIL, "--plan", "business", "--links", "2000", "--password-stdin", stdin=PASSWORD + "\n"
    )
    context = chromium.new_context(viewport=DESK, user_agent=PERSON, locale="id-ID", reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    yield page
    context.close()


def test_a_marketer_brings_500_links_finds_sorts_mends_and_takes_them_away(server: Server, page: Any) -> None:
    shoot = Camera(page)
    _bring_them(page, server, shoot)
    _find_by_address_and_by_words(page, server, shoot)
    _tag_all_that_is_found(page, shoot)
    _rename_a_tag(page, server, shoot)
    _filter_by_two_tags(page, server, shoot)
    assert {row["tags"] for row in _exported(page, "csv", shoot)} == {"instagram, Ramadan"}
    _change_a_destination_in_place(page, server, shoot)
    _shorten_what_is_there_already(page, server, shoot)
    _delete_all_that_is_found_and_undo(page, server, shoot)
    _archive_on_a_phone_and_bring_back(page, server)
    _design_and_download_a_code(page, server, shoot)
    _open_statistics(page, server, shoot)


def _bring_them(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.get_by_role("link", name="Banyak sekaligus").press("Enter")
    page.set_input_files("#f-table", {"name": "bitly.csv", "mimeType": "text/csv", "buffer": bitly().encode()})
    shoot("batch")
    page.get_by_role("button", name="Periksa barisnya").press("Enter")
    page.get_by_text(f"{COUNT} baris beres").wait_for()
    unused = page.locator(".notice", has_text="tidak dipakai")
    expect(unused.locator("bdi")).to_have_text(["Created", "Total Engagements"])
    shoot("dry-run")
    page.locator("form[action$='/make'] [type=submit]").press("Enter")
    page.locator("#batch-progress").wait_for()
    shoot("made")
    page.get_by_role("link", name="Ke tautanmu").press("Enter")
    page.wait_for_url("**/dashboard/links/")
    expect(page.locator("#links-summary")).to_contain_text(f"{COUNT} tautan")
    shoot("links")


def search(page: Any, words: str, count: int) -> None:
    """Types or pastes into the search field, and waits for so many links."""
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.evaluate("words => navigator.clipboard.writeText(words)", words)
    page.keyboard.press("Control+V")
    until(page, lambda: page.locator("#links-region [role=status]").first.inner_text() == f"{count} tautan ditemukan")


def _find_by_address_and_by_words(page: Any, server: Server, shoot: Camera) -> None:
    search(page, f"\u200b {server.url}/kopi-495 ", 1)
    expect(page.locator(".link__title")).to_have_text(["Kopi Étoile 495"])
    shoot("found-by-address")
    search(page, "e\u0301TOILE kopi", FIFTH)
    expect(page.locator(".link__title").filter(has_not_text="Kopi Étoile")).to_have_count(0)
    search(page, "tidak ada di mana pun", 0)
    shoot("found-nothing")


def choose_all(page: Any, count: int) -> None:
    """Chooses one row, then everything that is found, by the keyboard."""
    page.locator(".link__checkbox input").first.press("Space")
    page.locator("#bulk-every").press("Space")
    expect(page.locator(".selection__count")).to_have_text(f"{count} terpilih")


def _tag_all_that_is_found(page: Any, shoot: Camera) -> None:
    for words, tag, count in (("kopi etoile", "Lebaran", FIFTH), ("etoile instagram", "instagram", TENTH)):
        search(page, words, count)
        choose_all(page, count)
        page.locator(".link__checkbox input").nth(1).press("Space")
        expect(page.locator("#bulk-every"), "who takes one out no longer means all").not_to_be_checked()
        expect(page.locator(".selection__count")).to_have_text("19 terpilih")
        page.locator("#bulk-every").press("Space")
        page.fill("#bulk-tags", tag)
        shoot(f"chosen-{tag}")
        page.locator("#bulk-tag").press("Enter")
        page.locator(f".toast:has-text('{count} tautan diberi label')").wait_for()
        expect(page.locator("#bulk"), "nothing stays chosen after all were changed").to_be_hidden()
        shoot(f"tagged-{tag}")


def _rename_a_tag(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/tags/")
    one = page.locator("details", has=page.locator("summary", has_text="Lebaran"))
    one.locator("summary").press("Enter")
    shoot("tags")
    one.get_by_label("Nama").fill("Ramadan")
    page.keyboard.press("Enter")
    page.get_by_text("tersimpan").wait_for()
    expect(page.locator("summary", has_text="Ramadan")).to_contain_text("100 tautan")


def _filter_by_two_tags(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    for tag in ("Ramadan", "instagram"):
        page.locator("#links-tags").press("Enter")
        page.locator("#tag-menu a", has_text=tag).press("Enter")
        page.wait_for_url(f"**tag=*{tag}*")
    page.get_by_text(f"Semuanya {TENTH} tautan").wait_for()
    page.locator("#links-tags").press("Enter")
    shoot("two-tags")
    page.keyboard.press("Escape")


def _exported(page: Any, ending: str, shoot: Camera) -> list[dict[str, str]]:
    """The rows of the file of what is shown; every one of them, and no other."""
    page.locator("#links-export").press("Enter")
    shoot("export")
    with page.expect_download() as downloading:
        page.locator(f"#export-{ending}").press("Enter")
    rows = list(csv.DictReader(io.StringIO(Path(downloading.value.path()).read_text("utf-8-sig"))))
    assert [row["slug"] for row in rows] == [f"kopi-{at}" for at in range(COUNT - 10, -1, -10)]
    return rows


def _change_a_destination_in_place(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/?q=kopi-495")
    page.locator(".link__short").first.focus()
    page.keyboard.press("e")
    form = page.locator(".link--editing form")
    until(page, lambda: form.locator("[name=url]").evaluate("it => it === document.activeElement"))
    form.locator("[name=url]").fill("toko.example.com/kopi/baru")
    shoot("editor")
    page.keyboard.press("Control+Enter")
    page.locator(".link--editing").wait_for(state="detached")
    expect(page.locator(".link").first).to_contain_text("toko.example.com/kopi/baru")
    followed = page.request.get(f"{server.url}/kopi-495", max_redirects=0)
    assert followed.headers["location"] == "https://toko.example.com/kopi/baru"


def _shorten_what_is_there_already(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.keyboard.press("c")
    page.keyboard.insert_text("toko.example.com/batik/7")
    page.keyboard.press("Enter")
    page.locator("#new-link-same").wait_for()
    page.locator("#new-link-url:focus").wait_for()  # then nothing moves the focus any more
    expect(page.locator("#new-link .duplicate-links")).to_contain_text("batik-7")
    expect(page.locator("#new-link-url")).to_have_value("toko.example.com/batik/7")
    shoot("same-again")
    page.locator("#new-link [name=another]").press("Enter")
    page.locator(".toast:has-text('https:// ditambahkan')").wait_for()
    expect(page.locator("#new-link-same")).to_have_count(0)
    expect(page.locator("#new-link-url")).to_have_value("")
    expect(page.locator("#links-summary")).to_contain_text(f"{COUNT + 1} tautan")
    shoot("created")


def _delete_all_that_is_found_and_undo(page: Any, server: Server, shoot: Camera) -> None:
    search(page, "kawung", COUNT - FIFTH)
    choose_all(page, COUNT - FIFTH)
    page.locator("#bulk-delete").press("Enter")
    toast = page.locator(f".toast:has-text('{COUNT - FIFTH} tautan dihapus')")
    toast.wait_for()
    expect(page.locator(".link")).to_have_count(0)
    shoot("deleted")
    toast.locator("button[type=submit]").press("Enter")
    page.locator(".link").first.wait_for()
    expect(page.locator("#links-summary")).to_contain_text(f"{COUNT + 1} tautan")


def _archive_on_a_phone_and_bring_back(page: Any, server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{server.url}/dashboard/links/?tag=Ramadan")
    page.locator(".link__checkbox input").first.dispatch_event("click")
    page.locator("#bulk-every").check()
    bar, clear = page.locator("#bulk").bounding_box(), page.locator("[data-select-none]").bounding_box()
    assert clear["y"] < bar["y"] + 10, "clearing the selection takes no row of its own"
    page.locator("#bulk-archive").click()
    toast = page.locator(f".toast:has-text('{FIFTH} tautan diarsipkan')")
    toast.wait_for()
    expect(page.locator(".link")).to_have_count(0)
    toast.locator("button[type=submit]").click()
    page.locator(".link").first.wait_for()
    expect(page.locator("#links-tags"), "what the list is filtered by is seen on a phone too").to_have_text("Ramadan")
    page.fill("#new-link-url", "toko.example.com/batik/7")
    page.locator(".quick-create__submit").click()
    page.locator("#new-link-same").wait_for()
    expect_no_sideways_scroll(page)
    page.set_viewport_size(DESK)


def _design_and_download_a_code(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/?q=kopi-495")
    page.locator(".link__short").first.focus()
    page.keyboard.press("q")
    page.wait_for_url("**/dashboard/qr/*")
    shoot("code")
    page.locator("main a[href$='/edit']").first.press("Enter")
    page.locator("#designer").wait_for()
    page.fill("#f-dark", "#7a1f3d")
    page.locator("#f-title").fill("Poster Ramadan")
    page.locator(".scan-check--good").wait_for()
    shoot("designer")
    page.keyboard.press("Enter")
    page.locator(".qr-stage__files").wait_for()
    with page.expect_download() as downloading:
        page.locator(".qr-stage__files a").first.press("Enter")
    picture = Image.open(io.BytesIO(Path(downloading.value.path()).read_bytes())).convert("RGB")
    assert (0x7A, 0x1F, 0x3D) in {colour for _, colour in picture.getcolors(100_000) or []}
    [code] = read_qr_codes(picture.convert("L"))
    led = page.request.get(code.text, max_redirects=0).headers["location"]
    assert led == "https://toko.example.com/kopi/baru"


def _open_statistics(page: Any, server: Server, shoot: Camera) -> None:
    page.goto(f"{server.url}/dashboard/links/?tag=Ramadan")
    page.locator("#links-statistics").press("Enter")
    page.locator("h1", has_text="Ramadan").wait_for()
    shoot("statistics")
