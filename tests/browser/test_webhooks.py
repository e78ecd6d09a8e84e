"""Webhooks in a real Chromium: an endpoint, a test event, a receiver that fails, and everything sent again."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests import world
from tests.browser.axe import assert_accessible
from tests.browser.conftest import StartServer, save_picture
from tests.browser.expectations import expect
from tests.serving import Server
from tests.threads import served_in_a_thread
from tests.waiting import wait_until


class Receiver(ThreadingHTTPServer):
    """Answers every message with `status`; it keeps the ids of all."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.ids = 200, list[str]()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        server: Any = self.server
        server.ids.append(self.headers["webhook-id"])
        self.send_response(server.status)
        self.end_headers()
        self.wfile.write(b"thank you" if server.status == 200 else b"the program is not running")

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    with served_in_a_thread(server):
        yield server


@pytest.fixture(scope="module")
def server(start_server: StartServer) -> Server:
    return start_server({"KLIQS_NET_ALLOW": "127.0.0.1"}, world.sari)


@pytest.fixture
def page(chromium: Any, troubles: Any) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    yield page
    context.close()


def check(page: Any, name: str) -> None:
    """What holds of each page: no fault of axe's, nothing wider than the phone."""
    assert_accessible(page)
    save_picture(page, f"webhooks-{name}")


def test_an_endpoint_is_added_tested_fails_and_gets_everything_again(
    page: Any, server: Server, receiver: Receiver
) -> None:
    page.goto(f"{server.url}/login?next=/dashboard/webhooks/")
    page.get_by_label("Email").fill("sari@example.com")
    page.get_by_label("Kata sandi", exact=True).fill(world.PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Belum ada endpoint").wait_for()
    check(page, "empty")

    page.get_by_role("link", name="Tambah endpoint").first.click()
    page.locator("#f-url").fill(f"http://127.0.0.1:{receiver.server_port}/hooks")
    page.get_by_role("button", name="Tambahkan endpoint").click()
    page.get_by_text("Pilih sedikitnya satu kejadian.").wait_for()
    check(page, "refused")
    page.locator("input[value='link.created']").check()
    page.get_by_role("button", name="Tambahkan endpoint").click()

    page.get_by_role("button", name="Kirim uji coba").click()
    page.get_by_text("Servermu menerimanya").wait_for()
    expect(page.locator("#test-result")).to_contain_text("thank you")
    check(page, "test")

    receiver.status, before = 502, len(receiver.ids)
    address = page.url.removesuffix("/test")
    page.goto(f"{server.url}/dashboard/links/")
    page.locator("#new-link-url").fill("https://example.com/kopi")
    page.keyboard.press("Enter")
    wait_until(lambda: len(receiver.ids) > before)
    page.goto(f"{address}?show=failing")
    wait_until(lambda: page.reload() and page.get_by_role("link", name="link.created").count())
    page.get_by_role("link", name="link.created").click()
    page.get_by_text("Percobaan 1: status 502").wait_for()
    page.get_by_text("the program is not running").wait_for()
    check(page, "failing")

    receiver.status = 200
    page.get_by_role("link", name="Semua kiriman").click()
    page.get_by_label("Sejak").fill("2026-01-01T00:00")
    page.get_by_role("button", name="Kirim lagi").click()
    wait_until(lambda: receiver.ids.count(receiver.ids[-1]) > 1)
    wait_until(lambda: page.goto(address) and page.get_by_text("200").count() >= 2)
    check(page, "delivered")
