"""QR codes in a real browser: designed, judged, mended, downloaded and read back; by hand and without JavaScript."""

import io
import zipfile
from pathlib import Path
from typing import Any

from PIL import Image

from tests.browser.conftest import Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.qr_reader import read_qr_codes
from tests.serving import Server


def test_a_code_is_designed_judged_mended_downloaded_and_read(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    language, theme, width = "id", "dark", 390
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    begin(page, server, language)
    page.locator(".scan-check--good").wait_for()
    for colour, grade in (("#808080", "warm"), ("#dddddd", "bad")):
        page.fill("#f-dark", colour)
        page.locator(f".scan-check--{grade}").wait_for()
    page.locator("[data-mend]").first.click()
    until(page, lambda: page.locator(".scan-check--bad").count() == 0)
    page.fill("#f-title", "Table tent")
    page.locator(".qr-stage [type=submit]").first.click()
    page.locator(".qr-stage__files").wait_for()
    with page.expect_download() as downloading:
        page.locator(".qr-stage__files a").first.click()
    [code] = read_qr_codes(Image.open(io.BytesIO(Path(downloading.value.path()).read_bytes())).convert("L"))
    assert code.text.lower().startswith(server.url)
    assert page.request.get(code.text, max_redirects=0).headers["location"] == "https://example.com/"
    assert copied(page) == code.text
    context.close()


def test_a_logo_is_sent_once_and_not_with_every_keystroke(server: Server, chromium: Any) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON).new_page()
    begin(page, server, "en")
    picture = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(picture, "PNG")
    page.set_input_files(
        "input[name=picture]", {"name": "logo.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    )
    page.locator(".qr-logo").wait_for()
    kept = "document.querySelector('input[name=picture]').files.length"
    until(page, lambda: page.evaluate(kept) == 0)
    page.fill("#f-words", "Scan me")
    page.wait_for_timeout(700)
    expect(page.locator(".qr-logo"), "it is kept by its id").to_have_count(1)
    until(page, lambda: page.evaluate(kept) == 0)
    page.context.close()


def test_a_code_is_made_without_javascript(server: Server, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    begin(page, server, "en")
    page.fill("#f-words", "Scan me")
    page.select_option("#f-frame", "label_below")
    page.fill("#f-dark", "#dddddd")
    page.get_by_role("button", name="Show the preview").click()
    expect(page.locator(".scan-check--bad")).to_have_count(1)
    expect(page.locator("#f-words")).to_have_value("Scan me")
    page.fill("#f-dark", "#116139")
    page.get_by_role("button", name="Make the code").click()
    expect(page.locator(".scan-check--good")).to_have_count(1)
    context.close()


def test_a_batch_of_twenty_is_checked_mended_made_and_read(server: Server, chromium: Any, troubles: Troubles) -> None:
    language, theme, width = "id", "light", 390
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    email = sign_up(page, server, language, Words(language))
    server.command("account", "limits", email, "--plan", "starter")
    page.goto(f"{server.url}/dashboard/batch/")
    rows = [f"https://example.com/table/{at},,Table {at}" for at in range(1, 20)]
    page.fill("#f-typed", "\n".join(["url,slug,title", *rows, "not an address,,Table 20"]))
    page.locator("form[enctype] [type=submit]").click()
    expect(page.locator(".batch-rows tbody tr")).to_have_count(20)
    expect(page.locator("[data-wrong]")).to_have_text("not an address")
    page.locator(".page-head a[href$='/edit']").last.click()
    page.fill(
        "#f-typed", page.locator("#f-typed").input_value().replace("not an address", "https://example.com/table/20")
    )
    page.locator("form[enctype] [type=submit]").click()
    page.locator("form[action$='/make'] [type=submit]").click()
    page.locator("a[href$='codes.zip']").wait_for()
    with page.expect_download() as downloading:
        page.locator("a[href$='codes.zip']").click()
    with zipfile.ZipFile(downloading.value.path()) as archive:
        assert sum(name.endswith(".svg") for name in archive.namelist()) == 20
    page.goto(f"{server.url}/dashboard/qr/")
    page.locator(".code-card").first.wait_for()
    context.close()


def copied(page: Any) -> str:
    """What the code says that the button copies as an image."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy-image]").click()
    page.locator("[data-copy-image][data-copied]").wait_for()
    held = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return [...new Uint8Array(await (await item.getType("image/png")).arrayBuffer())];
    }""")
    [code] = read_qr_codes(Image.open(io.BytesIO(bytes(held))).convert("L"))
    return str(code.text)


def begin(page: Any, server: Server, language: str) -> None:
    """Somebody new with a link, at the designer for it."""
    sign_up(page, server, language, Words(language))
    page.fill("#new-link-url", "https://example.com/")
    page.locator("form:has(#new-link-url) [type=submit]").first.click()
    page.locator(".link__short b").first.wait_for()
    page.goto(f"{server.url}/dashboard/qr/new")
    page.locator("form[action$='/design'] [type=submit]").click()
    page.locator("#designer").wait_for()
    page.wait_for_load_state()


def test_wells_gradients_and_styles_follow_what_is_done_in_the_designer(
    server: Server, chromium: Any, troubles: Troubles
) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON).new_page()
    begin(page, server, "en")
    for written, shown in (("9c211f", "#9c211f"), ("#ABC", "#aabbcc"), ("#11613", "#aabbcc"), ("#116139", "#116139")):
        page.fill("#f-dark", written)
        expect(page.locator("input[type=color][data-for=f-dark]")).to_have_value(shown)
    expect(page.locator("input[type=color][data-for=f-corner_colour]"), "corners are as the code is").to_have_value(
        "#116139"
    )
    expect(page.locator("#f-dark_to")).not_to_be_visible()
    expect(page.locator("#f-angle")).not_to_be_visible()
    page.select_option("#f-gradient", "radial")
    expect(page.locator("#f-dark_to")).to_be_visible()
    expect(page.locator("#f-angle")).not_to_be_visible()
    page.select_option("#f-gradient", "linear")
    expect(page.locator("#f-dark_to")).to_be_visible()
    expect(page.locator("#f-angle")).to_be_visible()
    page.fill("#f-title", "Poster")
    page.fill("#f-style", "Emerald")
    page.get_by_role("button", name="Keep this style").click()
    page.locator(".qr-styles__list li").wait_for()
    expect(page.locator("#f-title")).to_have_value("Poster")
    expect(page.locator("#f-style")).to_have_value("")
    page.fill("#f-dark", "#1b202d")
    page.get_by_role("button", name="Use the style Emerald for this code").click()
    page.locator(".flash").wait_for()
    expect(page.locator("#f-dark")).to_have_value("#116139")
    expect(page.locator("#f-title")).to_have_value("Poster")
    page.context.close()


def test_a_large_photo_is_made_small_before_it_is_sent(server: Server, chromium: Any) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, user_agent=PERSON).new_page()
    begin(page, server, "en")
    photo, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((4200, 3000), 60).save(photo, "JPEG", quality=92, exif=exif)
    assert len(photo.getvalue()) > 5 * 2**20
    page.goto(f"{server.url}/dashboard/qr/qris/")
    page.set_input_files(
        "input[name=picture]", {"name": "photo.jpeg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    )
    field = "document.querySelector('input[name=picture]').files[0]"
    until(page, lambda: page.evaluate(f"{field}?.size") < 5 * 2**20)
    size = page.evaluate(f"createImageBitmap({field}).then((picture) => [picture.width, picture.height])")
    assert size == [2286, 3200], "upright, and 3,200 pixels at most"
    until(page, lambda: page.evaluate(f"{field}.name") == "photo.jpg")
    page.context.close()
