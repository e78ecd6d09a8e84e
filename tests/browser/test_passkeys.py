"""Passkeys in a real browser, with the virtual authenticators of its developer tools, in Indonesian, on a phone.

The journey is by keyboard. Browsers have no passkeys on an IP address, so the server is opened as localhost.
"""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Session
from app.kernel import clock
from tests.browser.axe import faults_of
from tests.browser.conftest import StartServer, Troubles, on_database
from tests.browser.expectations import expect, until
from tests.browser.test_journey import PERSON, Words, sign_up
from tests.serving import Server

SECURITY = "/dashboard/settings/security"


class Device:
    """A virtual authenticator in a page: a phone that verifies its user, or does not."""

    def __init__(self, page: Any) -> None:
        self.tools = page.context.new_cdp_session(page)
        self.tools.send("WebAuthn.enable", {"enableUI": False})
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self.id = self.tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def verify_user(self, verified: bool) -> None:
        self.tools.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": verified})

    def answer(self, present: bool) -> None:
        """Whether it answers at all; the sign-in page asks it by itself, as somebody types."""
        settings = {"authenticatorId": self.id, "enabled": present}
        self.tools.send("WebAuthn.setAutomaticPresenceSimulation", settings)

    @property
    def credentials(self) -> list[dict[str, Any]]:
        found = self.tools.send("WebAuthn.getCredentials", {"authenticatorId": self.id})["credentials"]
        return list(found)

    def remove(self) -> None:
        self.tools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.id})


class Local(Server):
    """The server under the name that browsers have passkeys on."""

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"


@pytest.fixture(scope="module")
def server(start_server: StartServer) -> Server:
    running = start_server(name="localhost")
    return Local(running.port, running.env, running.process, running.host)


def press(page: Any, selector: str) -> None:
    """Presses a button by the keyboard."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")


def open_sign_in(page: Any, server: Server, device: Device) -> None:
    """Signs out and opens the sign-in page, on which the device does not answer by itself."""
    device.answer(False)
    page.context.clear_cookies(name="kliqs_session")
    page.goto(f"{server.url}/login")
    until(page, lambda: page.get_attribute("#email", "autocomplete") == "username webauthn")


def sign_in(page: Any, device: Device) -> None:
    """Presses the button; the device may answer the question of the email field a moment before, with the same end."""
    page.locator("form[data-passkey] button").first.focus()
    device.answer(True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")


def add(page: Any, server: Server, device: Device) -> None:
    device.answer(True)
    page.goto(f"{server.url}{SECURITY}")
    press(page, "form[data-passkey] button")


def test_a_passkey_is_added_and_signs_in_until_it_is_removed(server: Server, chromium: Any, troubles: Troubles) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, user_agent=PERSON)
    page = context.new_page()
    troubles.watch(page)
    sign_up(page, server, "id", Words("id"))
    phone = Device(page)
    _add_only_with_verification_and_once(page, server, phone)
    _sign_in_only_with_verification(page, server, phone)
    _sign_in_from_the_email_field(page, server, phone)
    _prove_again_before_adding(page, server, phone)
    _use_another_device(page, server, phone)
    _lose_what_is_removed(page, server)
    context.close()


def _add_only_with_verification_and_once(page: Any, server: Server, phone: Device) -> None:
    phone.verify_user(False)
    add(page, server, phone)
    page.locator("[data-problem]:visible").wait_for()
    phone.verify_user(True)
    add(page, server, phone)
    page.locator(".session[id^=passkey-]").wait_for()
    add(page, server, phone)
    page.locator("[data-present]:visible").wait_for()
    [credential] = phone.credentials
    assert credential["isResidentCredential"] and credential["rpId"] == "localhost"


def _sign_in_only_with_verification(page: Any, server: Server, phone: Device) -> None:
    open_sign_in(page, server, phone)
    phone.verify_user(False)
    phone.answer(True)
    press(page, "form[data-passkey] button")
    page.locator("[data-problem]:visible").wait_for()
    page.wait_for_url("**/login")
    phone.verify_user(True)
    sign_in(page, phone)


def _sign_in_from_the_email_field(page: Any, server: Server, phone: Device) -> None:
    """The virtual device takes the first offer of the email field, as somebody would who taps it."""
    phone.answer(True)
    page.context.clear_cookies(name="kliqs_session")
    page.goto(f"{server.url}/login")
    page.wait_for_url("**/dashboard/**")


def _prove_again_before_adding(page: Any, server: Server, phone: Device) -> None:
    """Adding leads to the page that asks again who one is, on which the passkey is an answer."""
    on_database(server.env, age_sessions)
    add(page, server, phone)
    page.wait_for_url("**/dashboard/confirm/**")
    page.locator("form[data-passkey] button").wait_for()
    assert faults_of(page) == []
    press(page, "form[data-passkey] button")
    page.wait_for_url(f"{server.url}{SECURITY}")


async def age_sessions() -> None:
    """It is a month since anybody proved who they are."""
    await Session.all().update(confirmed_at=clock.now() - timedelta(days=30))


def _use_another_device(page: Any, server: Server, phone: Device) -> None:
    phone.remove()
    laptop = Device(page)
    add(page, server, laptop)
    page.locator(".session[id^=passkey-]").nth(1).wait_for()
    open_sign_in(page, server, laptop)
    sign_in(page, laptop)


def _lose_what_is_removed(page: Any, server: Server) -> None:
    page.goto(f"{server.url}{SECURITY}")
    for left in (1, 0):
        page.locator(".session[id^=passkey-] a[href$='/remove']").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/remove")
        press(page, "main form [type=submit]")
        page.wait_for_url(f"{server.url}{SECURITY}")
        expect(page.locator(".session[id^=passkey-]")).to_have_count(left)
    page.context.clear_cookies(name="kliqs_session")
    page.goto(f"{server.url}/login")
    page.wait_for_url("**/login/passkey")
    page.locator("main [role=alert]").first.wait_for()
    expect(page.locator("main a[href^='/login']")).not_to_have_count(0)
