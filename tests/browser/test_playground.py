"""The playground and the suggestions in a real Chromium, in Indonesian, on a phone, by keyboard, at a stand-in."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import pytest

from app.gateway.catalogue.ai_model import IMAGE, VIDEO
from tests import world
from tests.browser.axe import in_both_themes
from tests.browser.conftest import StartServer, Troubles
from tests.browser.expectations import expect, until
from tests.browser.test_gateway import signed_in
from tests.browser.test_screens import AXE_WIDTHS, FINGER, WIDTHS, widen
from tests.gateway.api.callers import buy_credits
from tests.gateway.offering import CREDENTIAL, offer_model, offer_upstream
from tests.networks.stand_in import served
from tests.serving import Server
from tests.upstreams.openai_api import OpenAIApi

HOME = "/dashboard/ai/playground"
PAGES = [HOME, f"{HOME}/pictures", f"{HOME}/videos", "/dashboard/publishing/posts/new"]
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "id-ID"}
SECOND = {"milliseconds": 100_000_000}  # nano-dollars a second


class Bench(NamedTuple):
    """The server, and the stand-in that its models are at."""

    server: Server
    upstream: OpenAIApi


async def furnish(base_url: str) -> None:
    """Sari speaks Indonesian, has credits, and may use a model of each kind."""
    account = await world.sari()
    [user] = await account.owners()
    user.language = "id"
    await user.save(update_fields=["language"])
    await buy_credits(account)
    upstream = await offer_upstream("openai", base_url=base_url)
    await offer_model("chat-1", upstream, policy_url="https://maker.example/privacy")
    await offer_model("image-1", upstream, {"images": 40_000_000}, kind=IMAGE, options={"sizes": ["1024x1024"]})
    await offer_model("video-1", upstream, SECOND, kind=VIDEO, options={"seconds": [4, 8]})


@pytest.fixture(scope="module")
def bench(start_server: StartServer) -> Iterator[Bench]:
    settings = {"KLIQS_NET_ALLOW": "127.0.0.1", "KLIQS_GATEWAY_ASSISTANT_MODEL": "chat-1"}
    with served(OpenAIApi()) as upstream:
        upstream.credential = CREDENTIAL
        yield Bench(start_server(settings, partial(furnish, upstream.base_url)), upstream)


def test_a_chat_streams_stops_with_its_price_and_goes_on_by_keyboard(
    bench: Bench, chromium: Any, troubles: Troubles
) -> None:
    page = signed_in(chromium, bench.server, **PHONE)
    troubles.watch(page)
    page.goto(HOME)
    page.evaluate("window.same = true")
    page.locator("#f-message").focus()
    page.keyboard.type("Buat satu judul untuk kopi Gayo")
    page.keyboard.press("Control+Enter")
    until(page, lambda: page.locator(".chat__summary").count() == 1 and "token" in page.inner_text(".chat__summary"))
    expect(page.locator("#ai-log")).to_contain_text("You wrote: Buat satu judul untuk kopi Gayo")
    expect(page.locator("#f-message")).to_have_value("")
    expect(page.locator("#ai-status")).to_contain_text("Jawabannya lengkap")
    expect(page.locator(".chat__summary")).to_contain_text("Rp")

    bench.upstream.fault("hold", "/v1/chat", after=4)
    page.keyboard.type("Lanjutkan")
    page.keyboard.press("Control+Enter")
    stop = page.locator("[data-stop]")
    until(page, lambda: stop.is_visible() and "You wrote:" in page.locator("[aria-busy=true]").inner_text())
    stop.focus()
    page.keyboard.press("Enter")
    until(page, lambda: page.locator(".chat__summary").count() == 2 and page.locator(".chat__outcome").count() == 1)
    expect(stop).not_to_be_visible()
    until(page, lambda: page.evaluate("document.activeElement.id") == "f-message")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)

    page.keyboard.type("Sekali lagi")
    page.keyboard.press("Control+Enter")
    until(page, lambda: page.locator(".chat__summary a").count() == 3)
    assert '"assistant"' in bench.upstream.requests[-1].body.decode()
    until(page, lambda: page.evaluate("window.same"))
    page.context.close()


def test_pictures_arrive_one_by_one_and_are_saved(bench: Bench, chromium: Any, troubles: Troubles) -> None:
    page = signed_in(chromium, bench.server, **PHONE)
    troubles.watch(page)
    page.goto(f"{HOME}/pictures")
    page.fill("#f-prompt", "Kopi di atas batik")
    page.fill("#f-number", "2")
    page.locator("#ai-picture .btn--primary").click()
    until(page, lambda: page.locator(".shot img").count() == 2)
    expect(page.locator("#ai-pictures-ready")).to_have_text("2 dari 2 sudah siap")
    with page.expect_download() as saved:
        page.locator("[data-save]").first.click()
    assert saved.value.suggested_filename.startswith("kliqs-1")
    page.context.close()


def test_a_video_is_followed_until_it_is_ready(bench: Bench, chromium: Any, troubles: Troubles) -> None:
    page = signed_in(chromium, bench.server, **PHONE)
    troubles.watch(page)
    page.goto(f"{HOME}/videos")
    page.fill("#f-prompt", "Uap di atas cangkir")
    page.locator("#ai-video .btn--primary").click()
    page.locator("#ai-videos progress").wait_for()
    page.evaluate("window.same = true")
    until(page, lambda: page.locator("#ai-videos a[download]").count() == 1)
    until(page, lambda: page.evaluate("window.same"))
    page.context.close()


def test_axe_finds_nothing_and_every_control_is_as_tall_as_a_finger(bench: Bench, chromium: Any) -> None:
    found: dict[str, Any] = {}
    page = signed_in(chromium, bench.server, color_scheme="light", has_touch=True)
    for path in PAGES:
        page.goto(path)
        for width in WIDTHS:
            widen(page, width)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found[f"{path} at {width}"] = ["scrolls sideways"]
            if width in AXE_WIDTHS:
                found |= {f"{path} at {width}, {theme}": faults for theme, faults in in_both_themes(page) if faults}
        widen(page, 320)
        if small := page.evaluate(FINGER):
            found[f"{path} under a finger"] = small
    page.context.close()
    assert not found


def test_a_suggestion_is_asked_for_and_taken_over_by_keyboard(bench: Bench, chromium: Any, troubles: Troubles) -> None:
    page = signed_in(chromium, bench.server, **PHONE)
    troubles.watch(page)
    page.goto("/dashboard/pages/new")
    page.fill("[name=slug]", "kopi-sari")
    page.locator("main form [type=submit]").last.click()
    bio = page.locator("#profile-bio")
    bio.fill("kopi enak")
    before = len(bench.upstream.requests)
    button = page.locator("[formaction*='task=page_text'][formaction*='field=bio']")
    expect(button).to_contain_text("sekitar Rp")
    page.wait_for_timeout(400)  # what is typed is saved by itself; that asks no model
    assert len(bench.upstream.requests) == before
    button.focus()
    page.keyboard.press("Enter")
    take = page.locator("[data-take=profile-bio]")
    take.wait_for()
    said = page.inner_text("#said-profile-bio")
    assert "kopi enak" in said
    expect(page.locator("#assist-profile-bio")).to_contain_text("Biayanya Rp")
    until(page, lambda: page.evaluate("document.activeElement.dataset.take") == "profile-bio")
    page.keyboard.press("Enter")
    until(page, lambda: page.evaluate("document.activeElement.id") == "profile-bio")
    expect(bio).to_have_value(said)
    expect(take).to_have_count(0)
    box = bio.bounding_box()
    assert box and box["x"] + box["width"] <= 390  # no button is wider than the card
    page.context.close()
