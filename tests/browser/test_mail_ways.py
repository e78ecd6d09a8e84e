"""Ways in by mail in a real browser, on a phone, in Indonesian, by keyboard; letters arrive at a real SMTP server."""

import asyncio
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller

from tests.browser.axe import assert_accessible
from tests.browser.conftest import StartServer, Troubles
from tests.browser.expectations import expect, expect_no_sideways_scroll, until
from tests.browser.test_journey import PERSON
from tests.serving import Server, free_port
from tests.waiting import DEADLINE, eventually

EMAIL, PASSWORD, NEW = "ratna@example.com", "batik tulis pesisir", "teh poci sore hari"


class Mailbox:
    """The letters that the SMTP server took, the newest last."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.port = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - named by aiosmtpd
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def text(self, subject: str) -> str:
        """The plain text of the newest letter with this subject; empty before it came."""
        texts = [cast(Any, one).get_body(("plain",)).get_content() for one in self.taken if one["Subject"] == subject]
        return str(texts[-1]) if texts else ""


class MailServer(Controller):
    """An SMTP server in a thread of its own; when it stops, it closes the connections that clients have left open."""

    def __init__(self, box: Mailbox) -> None:
        super().__init__(box, hostname="127.0.0.1", port=free_port())
        self.connections: list[Any] = []

    def factory(self) -> Any:
        self.connections.append(connection := super().factory())  # type: ignore[no-untyped-call]
        return connection

    def stop(self, no_assert: bool = False) -> None:
        asyncio.run_coroutine_threadsafe(self._close_connections(), self.loop).result(DEADLINE)
        super().stop(no_assert)

    async def _close_connections(self) -> None:
        for connection in self.connections:
            if connection.transport is not None:
                connection.transport.abort()
        await eventually(lambda: all(connection.transport is None for connection in self.connections))


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    controller = MailServer(box)
    controller.start()
    box.port = controller.port
    yield box
    controller.stop()


@pytest.fixture(scope="module")
def server(start_server: StartServer, mailbox: Mailbox) -> Server:
    """A server that sends its mail to the mailbox."""
    mail = {
        "KLIQS_SMTP_HOST": "127.0.0.1",
        "KLIQS_SMTP_PORT": str(mailbox.port),
        "KLIQS_SMTP_SECURITY": "none",
        "KLIQS_SMTP_FROM": "hello@kliqs.example",
    }
    return start_server(mail)


def received(page: Any, mailbox: Mailbox, subject: str, pattern: str, seen: set[str]) -> str:
    """What the letter says that matches, and has not been seen before."""

    def find() -> str:
        return next((one for one in re.findall(pattern, mailbox.text(subject)) if one not in seen), "")

    until(page, find)
    seen.add(match := find())
    return match


def test_signing_up_by_code_in_by_link_and_back_after_forgetting(
    server: Server, mailbox: Mailbox, chromium: Any, troubles: Troubles
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, user_agent=PERSON, locale="id-ID")
    page, seen = context.new_page(), set[str]()
    troubles.watch(page)

    page.goto(f"{server.url}/signup?lang=id")
    focused(page, "[name=name]")
    for typed in ("Ratna Kusuma", EMAIL, PASSWORD):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.check("[name=of_age]")
    page.press("[name=email]", "Enter")
    page.wait_for_url("**/signup/code")
    words = page.locator(".notice strong").inner_text()
    code = received(page, mailbox, "Kodemu untuk Kliqs", r"\b\d{6}\b", seen)
    assert words in mailbox.text("Kodemu untuk Kliqs")
    check(page)
    focused(page, "[name=code]")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/first-steps/")

    sign_out(page, server)
    page.fill("[name=email]", EMAIL)
    check(page)
    page.locator("button[formaction='/login/link']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/login/inbox")
    check(page)
    expect(page.locator("[data-wait]")).to_be_disabled()
    page.goto(received(page, mailbox, "Tautan masukmu", r"http\S+/login/link/\S+", seen))
    check(page)
    focused(page, "button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")

    sign_out(page, server)
    page.locator("a[href='/login/forgotten']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/login/forgotten")
    focused(page, "[name=email]")
    page.keyboard.type(EMAIL)
    page.keyboard.press("Enter")
    page.wait_for_url("**/login/inbox")
    page.goto(received(page, mailbox, "Pilih kata sandi baru", r"http\S+/login/reset/\S+", seen))
    focused(page, "button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/login/new-password")
    check(page)
    focused(page, "[name=password]")
    page.keyboard.type(NEW)
    page.keyboard.press("Enter")
    page.wait_for_url("**/login")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", NEW)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/dashboard/**")
    context.close()


def sign_out(page: Any, server: Server) -> None:
    page.context.clear_cookies(name="kliqs_session")
    page.goto(f"{server.url}/login?lang=id")


def focused(page: Any, selector: str) -> None:
    """Waits until what a page gives the focus to has it, which may be a moment after the page has loaded."""
    page.locator(f"main {selector}:focus").wait_for()


def check(page: Any) -> None:
    """Nothing of a page is out of reach: axe finds nothing, and nothing scrolls sideways down to 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 844})
    expect_no_sideways_scroll(page)
    page.set_viewport_size({"width": 390, "height": 844})
    assert_accessible(page)
