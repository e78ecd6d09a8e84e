"""An invitation in a real browser: Dewi invites, Maya accepts, edits as an editor, and is refused as a viewer."""

import re
from typing import Any

from tests.browser.axe import assert_accessible
from tests.browser.conftest import Troubles
from tests.browser.expectations import expect
from tests.browser.test_journey import PASSWORD, PERSON
from tests.serving import Server

MAYA = "maya@example.com"
PHONE = {"width": 390, "height": 844}


def test_somebody_is_invited_edits_and_then_only_reads(server: Server, chromium: Any, troubles: Troubles) -> None:
    server.command("account", "create", "dewi@example.com", "--plan", "pro", "--password-stdin", stdin=f"{PASSWORD}\n")
    owner, invited = (chromium.new_context(viewport=PHONE, user_agent=PERSON, locale="id-ID") for _ in range(2))
    dewi, maya = owner.new_page(), invited.new_page()
    for page in (dewi, maya):
        troubles.watch(page)
    _invite(dewi, server)
    _sign_up_and_join(maya, server)
    _shorten(maya, server)
    _make_a_viewer(dewi, server)
    _is_refused(maya, server)
    owner.close()
    invited.close()


def _invite(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", "dewi@example.com")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    page.goto(f"{server.url}/dashboard/settings/team")
    page.focus("[name=emails]")
    page.keyboard.type(MAYA)
    page.keyboard.press("Enter")
    page.locator(".item", has_text=MAYA).wait_for()
    assert_accessible(page)


def _sign_up_and_join(page: Any, server: Server) -> None:
    page.goto(f"{server.url}{_link_in_the_letter(server)}")
    page.wait_for_url("**/invitation/")
    assert_accessible(page)
    page.locator("a[href*='/signup']").focus()
    page.keyboard.press("Enter")
    page.fill("[name=name]", "Maya")
    page.fill("[name=email]", MAYA)
    page.fill("[name=password]", PASSWORD)
    page.check("[name=of_age]")
    page.locator("main form:has([name=of_age]) [type=submit]").click()
    page.wait_for_url("**/invitation/")
    page.locator("form[action='/invitation/'] [type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    expect(page.locator(".topbar .workspace__name")).to_have_text("dewi")


def _link_in_the_letter(server: Server) -> str:
    number = server.command("mail", "list").split()
    letters = [word for word in number if re.fullmatch(r"[0-9a-f-]{36}", word)]
    for letter in letters:
        if match := re.search(r"/invitation/[\w-]+", server.command("mail", "show", letter)):
            return match[0]
    raise AssertionError("no letter holds an invitation")


def _shorten(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/dashboard/links/")
    page.fill("#new-link-url", "https://example.com/katalog")
    page.keyboard.press("Enter")
    page.locator("#links-region").get_by_text("example.com/katalog").first.wait_for()


def _make_a_viewer(page: Any, server: Server) -> None:
    page.goto(f"{server.url}/dashboard/settings/team")
    row = page.locator(".item", has_text=MAYA)
    row.locator("select").select_option("viewer")
    page.locator(".toast", has_text="Maya").wait_for()


def _is_refused(page: Any, server: Server) -> None:
    """The page is still the one of an editor: its form is refused, and nothing is made."""
    refused = page.request.post(
        f"{server.url}/dashboard/links/",
        form={"url": "https://example.com/rahasia", "workspace": page.locator("[name=workspace]").first.input_value()},
        headers={"Origin": server.url},
    )
    assert refused.status == 403
    page.goto(f"{server.url}/dashboard/links/")
    expect(page.get_by_text("example.com/rahasia")).to_have_count(0)
