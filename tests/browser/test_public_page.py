"""The public page in a real Chromium: nothing foreign before a tap, a player after it, no script, no violation."""

import mimetypes
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from app.kernel.package_files import ROOT
from app.pages.public import rendering
from app.pages.public.rendering import RenderedPage
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.pages.gallery import NOW, media, rich

ORIGIN = "https://kliqs.test"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)


class Wire:
    """What stands in for the network: our own host, and a note of everything else that was asked for."""

    def __init__(self, page: RenderedPage) -> None:
        self.page, self.foreign = page, list[str]()

    def answer(self, route: Any) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" != ORIGIN:
            self.foreign.append(route.request.url)
            route.fulfill(body="<!doctype html><title>player</title><p>player", content_type="text/html")
        elif url.path.startswith("/static/"):
            file = ROOT / "static" / url.path.split("/", 3)[3]
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")
        elif url.path == "/rumahkawung":
            route.fulfill(
                body=self.page.html,
                headers={"content-type": "text/html; charset=utf-8", "content-security-policy": self.page.csp},
            )
        else:
            route.fulfill(body=PIXEL, content_type="image/png")


@pytest.fixture
def wire() -> Wire:
    content = rich()
    return Wire(rendering.render(content, {}, slug="rumahkawung", now=NOW, media=media()))


@pytest.fixture
def page(chromium: Any, wire: Wire, troubles: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.route("**/*", wire.answer)
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{ORIGIN}/rumahkawung")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    yield page
    context.close()


def test_a_player_loads_when_somebody_taps_and_nothing_foreign_before(page: Any, wire: Wire) -> None:
    player = page.frame_locator("iframe").first
    player.locator("a").wait_for()
    assert wire.foreign == []

    player.locator("a").click()

    player.get_by_text("player").wait_for()
    assert [urlsplit(url).netloc for url in wire.foreign] == ["www.youtube-nocookie.com"]


def test_a_page_fits_phones_of_320_pixels_and_keeps_its_data_block(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    expect_no_sideways_scroll(page)
    kind = "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)['@type']"
    until(page, lambda: page.evaluate(kind) == "ProfilePage")
    until(page, lambda: page.evaluate("document.cookie") == "")
    page.locator("footer summary").click()
    expect(page.locator("footer .code svg")).to_be_visible()
