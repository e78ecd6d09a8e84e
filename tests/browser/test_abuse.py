"""An operator decides about a report of phishing by keyboard in a real browser, with the keystrokes counted."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from app.abuse import decisions, intake
from app.abuse.case import Case
from app.abuse.decisions import Block
from app.abuse.objections import object_to
from app.accounts.user import User
from app.blocklists import block_list
from app.kernel import clock
from app.operators.appointment import add_operator
from app.pages.block import Block as PageBlock
from app.pages.content import Content
from app.pages.models import Page
from app.reports.models import Report
from tests import world
from tests.browser.conftest import StartServer, Troubles
from tests.browser.test_journey import PERSON
from tests.browser.test_operator import SIZES, look, sign_in
from tests.serving import Server
from tests.sign_in.second_factor import phone

MOST_KEYSTROKES = 4  # from the list of reports to a blocked page and the next case


async def furnish(known: dict[str, str]) -> None:
    """Budi is an operator; Sari's page and links were reported. The secret of Budi's app becomes known."""
    sari, budi = await world.sari(), await world.budi()
    owner = await world.owner(budi)
    await User.filter(id=owner.id).update(email_verified_at=clock.now(), language="id")
    await add_operator(owner.email)
    await _report(sari)
    known["secret"] = (await phone.turn_on(budi)).secret


async def _report(sari: Any) -> None:
    """A page in the name of a bank, reported twice; two links, of which one was blocked and objected about."""
    block = PageBlock.new("link", {"title": "Masukkan PIN", "url": "https://bri-undian.example/masuk"})
    page = await Page.make(sari, "undian-bri", Content(name="Undian BRI", blocks=(block,)))
    await page.publish(sari)
    for number in range(2):
        await Report.submit("undian-bri", "deceives", "Minta PIN saya", f"203.0.113.{number}")
    await intake.take_in(None, page.id)
    for slug in ("film-gratis", "toko-murah"):
        link = await world.shorten(sari, slug, "https://film.example/x")
        await Report.submit(slug, "stolen", "", "203.0.113.9")
        case = await intake.take_in(link.id, None)
    assert case is not None
    await decisions.block(await Case.find(str(case.id)), Block("copyright"), seen=case.version)
    await object_to(case, "Fotonya milik kami.")
    await block_list.add_list("URLhaus", "domains", content=b"evil.example\n")


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return {}


@pytest.fixture(scope="module")
def server(start_server: StartServer, known: dict[str, str]) -> Server:
    return start_server(furnish=partial(furnish, known))


def test_a_report_of_phishing_is_decided_with_a_few_keystrokes(
    server: Server, chromium: Any, troubles: Troubles, known: dict[str, str]
) -> None:
    context = chromium.new_context(viewport=SIZES[0], user_agent=PERSON, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    sign_in(page, server, known["secret"])
    strokes = 0

    def press(key: str) -> None:
        nonlocal strokes
        strokes += 1
        page.keyboard.press(key)

    page.goto(f"{server.url}/dashboard/operator/abuse")
    press("j")
    page.locator("h2:has-text('undian-bri')").wait_for()
    page.frame_locator(".case-picture iframe").locator("text=Masukkan PIN").wait_for()
    page.locator("text=hxxps://bri-undian[.]example/masuk").wait_for()
    look(page, "abuse-case")
    page.set_viewport_size(SIZES[0])
    press("b")
    page.locator("h2:has-text('film-gratis')").wait_for()
    assert strokes <= MOST_KEYSTROKES
    assert context.request.get(f"{server.url}/undian-bri").status == 451

    page.locator(".flash button").click()  # takes it back
    page.locator("h2:has-text('undian-bri')").wait_for()
    assert context.request.get(f"{server.url}/undian-bri").status == 200
    page.goto(f"{server.url}/dashboard/operator/abuse?tab=objections")
    press("j")
    page.locator("text=Fotonya milik kami.").wait_for()
    look(page, "abuse-objection")
    for name in ("hosts", "lists"):
        page.goto(f"{server.url}/dashboard/operator/abuse/{name}")
        look(page, f"abuse-{name}")


def test_an_owner_reads_why_and_objects(server: Server, chromium: Any, troubles: Troubles) -> None:
    context = chromium.new_context(viewport=SIZES[1], user_agent=PERSON, locale="id-ID")
    page = context.new_page()
    troubles.watch(page)
    page.goto(f"{server.url}/login?lang=id")
    page.fill("[name=email]", "sari@example.com")
    page.fill("[name=password]", world.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard/**")
    page.goto(f"{server.url}/dashboard/blocked/")
    page.locator("text=toko-murah").wait_for()
    look(page, "abuse-blocked")
