"""Providers' buttons in a real browser: somebody new signs up, somebody known joins, somebody unproved does not."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest

from tests.browser.conftest import StartServer, Troubles, save_picture
from tests.browser.expectations import expect
from tests.serving import Server
from tests.sign_in.oauth.stand_in import StandIn, served_stand_in
from tests.threads import join
from tests.waiting import DEADLINE

NAMES = {"NUSANTARA": "Nusantara ID", "SERIKAT": "Serikat"}


@pytest.fixture(scope="module")
def providers() -> Iterator[list[StandIn]]:
    """Two providers, which listen in a thread of their own."""
    ready, loop, done = threading.Event(), asyncio.new_event_loop(), asyncio.Event()
    running: list[StandIn] = []

    async def run() -> None:
        async with AsyncExitStack() as stack:
            running.extend([await stack.enter_async_context(served_stand_in()) for _ in NAMES])
            ready.set()
            await done.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()), daemon=True)
    thread.start()
    assert ready.wait(DEADLINE)
    yield running
    loop.call_soon_threadsafe(done.set)
    join(thread)
    loop.close()


@pytest.fixture(scope="module")
def server(providers: list[StandIn], start_server: StartServer) -> Server:
    """A server where people may sign in with both."""
    settings = {"KLIQS_NET_ALLOW": "127.0.0.1"}
    for (name, label), provider in zip(NAMES.items(), providers, strict=True):
        settings |= {f"KLIQS_OIDC_{name}_{part}": value for part, value in provider.settings().items()}
        settings[f"KLIQS_OIDC_{name}_LABEL"] = label
    return start_server(settings)


def press(page: Any, text: str) -> None:
    """Presses a button, or follows a link, by keyboard."""
    page.locator(f"main :is(button, a):has-text('{text}')").first.focus()
    page.keyboard.press("Enter")


def start(page: Any, server: Server, label: str) -> None:
    """Signs out and begins to sign in with a provider, until it asks something here."""
    page.context.clear_cookies()
    page.goto(f"{server.url}/login?lang=id")
    press(page, label)
    page.wait_for_url("**/login/oauth/continue/*")


def test_somebody_new_signs_up_joins_and_is_refused(
    server: Server, providers: list[StandIn], chromium: Any, troubles: Troubles
) -> None:
    page = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id").new_page()
    troubles.watch(page)

    start(page, server, "Nusantara ID")
    save_picture(page, "provider-sign-up")
    page.locator("[name=of_age]").focus()
    page.keyboard.press("Space")
    press(page, "Buat akun")
    page.wait_for_url("**/dashboard/first-steps/")

    start(page, server, "Serikat")
    expect(page.locator("h1")).to_have_text("Kamu sudah punya akun")
    save_picture(page, "provider-join")
    press(page, "Hubungkan dan masuk")
    page.wait_for_url("**/dashboard/")
    page.goto(f"{server.url}/dashboard/settings/security")
    save_picture(page, "provider-security")
    expect(page.locator("#connections-h >> xpath=../.. >> .item")).to_contain_text([*NAMES.values()])

    providers[1].person |= {"sub": "somebody else", "email_verified": False}
    start(page, server, "Serikat")
    expect(page.locator("h1")).to_have_text("Masuk dulu")
    save_picture(page, "provider-refused")
    press(page, "Masuk")
    page.wait_for_url("**/login?**")
    save_picture(page, "provider-sign-in")
