"""Publishing in a real Chromium, on a phone, at stand-ins of the networks: from connecting to clicks, and in doubt."""

import re
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from zoneinfo import ZoneInfo

import pytest

from tests import world
from tests.browser.axe import assert_accessible
from tests.browser.conftest import StartServer, hold_first_request, save_picture
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.networks.linkedin import LinkedInStandIn
from tests.networks.mastodon import MastodonStandIn
from tests.networks.stand_in import Trouble, served
from tests.networks.x import XStandIn
from tests.serving import Server
from tests.waiting import wait_until

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 844}
ACCOUNTS, CALENDAR = "/dashboard/publishing/accounts", "/dashboard/publishing/calendar"


async def furnish() -> None:
    """Sari has an account."""
    account = await world.sari()
    account.plan_name = account.operator_plan = "pro"
    await account.save(update_fields=["plan_name", "operator_plan"])


@pytest.fixture(scope="module")
def networks() -> Iterator[tuple[XStandIn, MastodonStandIn, LinkedInStandIn]]:
    with served(XStandIn()) as x, served(MastodonStandIn()) as mastodon, served(LinkedInStandIn()) as linkedin:
        yield x, mastodon, linkedin


@pytest.fixture(scope="module")
def server(start_server: StartServer, networks: Any) -> Server:
    x, _mastodon, linkedin = networks
    settings = {
        "KLIQS_NET_ALLOW": "127.0.0.1",
        "KLIQS_X_CLIENT_ID": x.client_id,
        "KLIQS_X_CLIENT_SECRET": x.client_secret,
        "KLIQS_X_AUTHORIZE_URL": f"{x.origin}/i/oauth2/authorize",
        "KLIQS_X_API_URL": x.origin,
        "KLIQS_LINKEDIN_CLIENT_ID": linkedin.client_id,
        "KLIQS_LINKEDIN_CLIENT_SECRET": linkedin.client_secret,
        "KLIQS_LINKEDIN_AUTHORIZE_URL": linkedin.origin,
        "KLIQS_LINKEDIN_URL": linkedin.origin,
    }
    return start_server(settings, furnish)


@pytest.fixture
def page(chromium: Any, server: Server, troubles: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport=PHONE, locale="id-ID", base_url=server.url)
    page = context.new_page()
    troubles.watch(page)
    page.goto("/login?next=/dashboard/publishing/accounts")
    page.get_by_label("Email").fill("sari@example.com")
    page.get_by_label("Kata sandi", exact=True).fill(world.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]*/dashboard/"))
    yield page
    context.close()


def check(page: Any, name: str) -> None:
    """What holds of each page: no fault of axe's, nothing wider than the screen."""
    save_picture(page, f"publishing-{name}")
    assert_accessible(page)


def press(page: Any, name: str, role: str = "button") -> None:
    """Presses a control with the keyboard."""
    control = page.get_by_role(role, name=re.compile(name)).first
    control.focus()
    page.keyboard.press("Enter")


def connect(page: Any, network: str, server: str = "") -> None:
    """Connects an account at a network and comes back to the accounts."""
    page.goto(ACCOUNTS)
    if server:
        press(page, f"Hubungkan {network}", "link")
        page.get_by_label("Servermu").fill(server)
        page.keyboard.press("Enter")
    else:
        press(page, f"Hubungkan {network}")
    page.locator(".flash, .toast, [role=status]", has_text="terhubung").first.wait_for()


def write(page: Any, text: str, *networks: str) -> None:
    """Opens the composer, chooses accounts and writes, with the keyboard."""
    page.goto("/dashboard/publishing/posts/new")
    for network in networks:
        page.get_by_role("checkbox", name=re.compile(rf"^{network}\b")).focus()
        page.keyboard.press("Space")
    page.get_by_label("Teks", exact=True).focus()
    page.keyboard.type(text)
    page.get_by_text("Draf tersimpan").wait_for()


def plan_while_a_draft_is_being_saved(page: Any) -> None:
    """Schedules a post with the keyboard over a slow line: drafts are saved before and after, and replace nothing."""
    held = hold_first_request(page, "**/preview")
    field = page.get_by_label("Teks untuk X")
    field.fill("Khusus X: https://example.com/gayo?1")
    until(page, lambda: held)
    field.press("Control+Enter")
    field.fill("Khusus X lusa: https://example.com/gayo")
    page.wait_for_timeout(400)  # until a draft would be saved again
    held[0].continue_()


def test_a_post_is_connected_written_planned_moved_published_and_its_clicks_are_seen(
    page: Any, networks: tuple[XStandIn, MastodonStandIn, LinkedInStandIn]
) -> None:
    x, mastodon, _linkedin = networks
    connect(page, "X")
    connect(page, "Mastodon", mastodon.host)
    check(page, "accounts")

    write(page, "Kopi Gayo sudah tiba https://example.com/gayo", "X", "Mastodon")
    press(page, r"^X")
    page.get_by_label("Teks untuk X").wait_for()
    page.get_by_label("Teks untuk X").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Khusus X: https://example.com/gayo")
    check(page, "composer")
    tomorrow = datetime.now(ZoneInfo("Asia/Jakarta")) + timedelta(days=1)
    page.get_by_label("Hari dan jam").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    plan_while_a_draft_is_being_saved(page)
    page.wait_for_url(re.compile(r"/dashboard/publishing/(?!posts/new|.*edit)"))
    page.get_by_text("Khusus X lusa:").wait_for()

    page.set_viewport_size(DESK)
    page.goto(f"{CALENDAR}?view=week&day={tomorrow:%Y-%m-%d}")
    check(page, "week")
    slot = page.locator(".month .slot[data-movable]").first
    before = slot.get_attribute("data-at")
    slot.focus()
    step = "ArrowRight" if tomorrow.weekday() < 6 else "ArrowLeft"
    for key in ("Space", step, "Space") if tomorrow.weekday() < 6 else ():
        page.keyboard.press(key)
    if tomorrow.weekday() < 6:  # on a Sunday the next day is in another week
        page.get_by_text("pindah ke").wait_for()
        expect(page.locator(".month .slot[data-movable]").first).not_to_have_attribute("data-at", before)
    page.set_viewport_size(PHONE)
    page.locator(".agenda__day + ul a").first.click()
    page.wait_for_url("**/publishing/posts/**")
    post, buttons = page.url, page.locator("form[action$='/actions/publish']")
    expect(buttons).to_have_count(2)
    for address in [button.get_attribute("action") for button in buttons.all()]:
        page.locator(f"form[action='{address}'] button").press("Enter")
        page.get_by_text("Sekarang diterbitkan").wait_for()
        page.goto(post)
    wait_until(lambda: x.posts and mastodon.statuses)
    wait_until(lambda: page.goto(post) and page.get_by_text("Terbit", exact=True).count() >= 2)
    check(page, "published")
    text = x.posts[-1]["text"]
    assert text.startswith("Khusus X lusa: ") and "example.com" not in text

    short = re.search(r"http://127[\w.:]+/\w+", str(mastodon.statuses[-1]))
    assert short
    opener = urllib.request.build_opener(_NoRedirect())
    with suppress(HTTPError):
        opener.open(urllib.request.Request(short[0], headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14)"}))
    clicks = page.locator("#clicks-h").locator("xpath=ancestor::section").locator("b", has_text="1")
    wait_until(lambda: page.goto(post) and clicks.count() > 0)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


def test_a_post_without_an_answer_is_decided_by_a_person_and_an_account_is_taken_away(
    page: Any, networks: tuple[XStandIn, MastodonStandIn, LinkedInStandIn]
) -> None:
    _x, _mastodon, linkedin = networks
    connect(page, "LinkedIn")
    linkedin.troubles.append(Trouble("commit then drop", "/rest/posts", "POST"))
    write(page, "Barista bulan ini", "LinkedIn")
    page.get_by_text("Sekarang", exact=True).click()
    page.get_by_label("Teks", exact=True).focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/dashboard/publishing/(?!posts/new|.*edit)"))
    need = "/dashboard/publishing/posts?show=need"
    wait_until(lambda: page.goto(need) and page.get_by_text("Belum pasti").count() > 0)
    page.get_by_role("link", name="Barista bulan ini").click()
    check(page, "unconfirmed")
    assert len(linkedin.posts) == 1
    page.locator("summary", has_text="Sudah ada").click()
    page.get_by_label("Alamat posting").fill("https://www.linkedin.com/feed/update/urn:li:share:1")
    page.keyboard.press("Enter")
    page.get_by_text("Terbit", exact=True).first.wait_for()
    assert len(linkedin.posts) == 1

    write(page, "Kelas kopi", "LinkedIn")
    page.get_by_label("Teks", exact=True).focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/dashboard/publishing/(?!posts/new|.*edit)"))
    page.goto(ACCOUNTS)
    page.get_by_role("link", name=re.compile("^Putuskan")).first.click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    check(page, "disconnect")
    dialog.get_by_role("button", name=re.compile("Putuskan")).click()
    page.wait_for_load_state()


def post_by_hand_on_tiktok(page: Any, name: str) -> None:
    """Adds an account for which Kliqs reminds people."""
    page.goto(f"{ACCOUNTS}/by-hand/tiktok")
    page.locator("input[name=name]").fill(name)
    page.keyboard.press("Enter")
    page.locator(".item__name", has_text=name).wait_for()


def test_the_own_text_of_one_network_never_becomes_the_text_of_all(page: Any) -> None:
    post_by_hand_on_tiktok(page, "Sari memanggang")
    write(page, "Untuk semua", "TikTok: Sari memanggang")
    press(page, "^TikTok")
    own = page.get_by_label("Teks untuk TikTok")
    own.fill("Khusus TikTok")
    page.locator("#composer-tabs .badge--accent").wait_for()
    press(page, "^Semua$")
    everybody = page.get_by_label("Teks", exact=True)
    everybody.wait_for()
    expect(everybody).to_have_value("Untuk semua")
    press(page, "^TikTok")
    own.wait_for()
    expect(own).to_have_value("Khusus TikTok")
    own.fill("Khusus TikTok, lagi")
    press(page, "Pakai teks")
    page.get_by_text("sama dengan semua").wait_for()
    expect(own).to_have_value("Untuk semua")


def test_a_press_on_a_tab_loses_nothing_typed_when_somebody_else_saved_meanwhile(page: Any) -> None:
    post_by_hand_on_tiktok(page, "Sari menyeduh")
    write(page, "Untuk semua", "TikTok: Sari menyeduh")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Teks", exact=True).fill("Dari tempat lain")
    with other.expect_response(re.compile("/preview$")):
        press(other, "^Simpan draf$")
    other.close()

    own = page.get_by_label("Teks", exact=True)
    own.fill("Kata Sari")
    page.get_by_text("Dari tempat lain").wait_for()
    with page.expect_response(re.compile("/save$")) as refused:
        press(page, "^TikTok")
    assert refused.value.status == 409
    until(page, lambda: page.locator(".htmx-request").count() == 0)
    expect(own).to_have_value("Kata Sari")


def test_a_long_name_without_a_space_widens_no_screen_of_a_phone(page: Any) -> None:
    post_by_hand_on_tiktok(page, "nama" * 25)  # as long as one may be
    expect_no_sideways_scroll(page)
    page.goto("/dashboard/publishing/posts/new")
    page.get_by_role("checkbox", name=re.compile("namanama")).wait_for()
    expect_no_sideways_scroll(page)


def test_by_hand_kliqs_reminds_and_the_person_ticks(page: Any) -> None:
    page.goto(ACCOUNTS)
    press(page, "Pakai pengingat Facebook", "link")
    page.get_by_label("Nama akun").fill("nusantara.kopi")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/publishing/accounts$"))
    write(page, "Cupping besok", "Facebook")
    page.get_by_text("Sekarang", exact=True).click()
    page.get_by_label("Teks", exact=True).focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/dashboard/publishing/(?!posts/new|.*edit)"))
    need = "/dashboard/publishing/posts?show=need"
    wait_until(lambda: page.goto(need) and page.get_by_role("link", name="Cupping besok").count() > 0)
    page.get_by_role("link", name="Cupping besok").click()
    check(page, "reminder")
    page.locator("summary", has_text="Sudah diposting").click()
    page.get_by_role("button", name="Sudah diposting").click()
    page.get_by_text("Terbit", exact=True).first.wait_for()
