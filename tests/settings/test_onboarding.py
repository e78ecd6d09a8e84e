"""The first steps stand above the links until they are done or sent away, and cost nothing from then on."""

import re

from app.accounts.models import Account
from app.links.models import Link
from app.pages.content import Content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.settings.onboarding import first_steps
from tests import world
from tests.client import Browser

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
LINKS, CARD = "/dashboard/links/", 'id="first-steps"'


async def html(browser: Browser) -> str:
    return await (await browser.get(LINKS)).get_data(as_text=True)


async def test_each_is_ticked_when_it_is_done_and_all_go_together(as_budi: Browser, budi: Account) -> None:
    assert [step.done for step in await first_steps(budi)] == [False, False, False]
    text = await html(as_budi)
    assert CARD in text and "autofocus" in text, "somebody new stands in the field that shortens"

    link = await world.shorten(budi)
    await QrCode.create_for_link(budi, link, "", Look(Design()))
    await Page.make(budi, "budi", Content(name="Budi"))
    assert [step.done for step in await first_steps(budi)] == [True, True, False]
    assert (await html(as_budi)).count("step--done") == 2

    await Link.filter(id=link.id).update(followed=1)
    assert CARD not in await html(as_budi)
    assert (await Account.get(id=budi.id)).onboarded_at is not None


async def test_they_can_be_sent_away(as_budi: Browser, budi: Account) -> None:
    answer = await as_budi.post("/dashboard/first-steps/dismiss", headers=HX)
    assert (answer.status_code, CARD in await answer.get_data(as_text=True)) == (200, False)
    assert CARD not in await html(as_budi)


async def test_without_a_script_they_can_be_sent_away_too(as_budi: Browser, sari: Account, budi: Account) -> None:
    answer = await as_budi.post("/dashboard/first-steps/dismiss")
    assert answer.headers["Location"] == LINKS
    assert CARD not in await html(as_budi)
    assert (await Account.get(id=sari.id)).onboarded_at is None


async def test_the_first_visit_asks_what_to_make_first_and_can_be_skipped(visitor: Browser, database: str) -> None:
    form = {"name": "Rani", "email": "rani@example.com", "password": "correct horse", "of_age": "on", "language": "en"}
    answer = await visitor.post("/signup", form=form | {"next": "/dashboard/"})

    assert answer.headers["Location"] == "/dashboard/first-steps/"
    text = await (await visitor.get(answer.headers["Location"])).get_data(as_text=True)
    choices = re.findall(r'class="card onboarding__choice" href="([^"]+)"', text)
    assert choices == ["/dashboard/pages/new", "/dashboard/links/#new-link-url", "/dashboard/qr/new"]
    for url in (*choices, LINKS):
        assert (await visitor.get(url.partition("#")[0])).status_code == 200, url
    assert f'href="{LINKS}"><span>Skip' in text


async def test_who_wanted_to_go_somewhere_goes_there(visitor: Browser, database: str) -> None:
    form = {"name": "Rani", "email": "rani@example.com", "password": "correct horse", "of_age": "on", "language": "en"}
    answer = await visitor.post("/signup", form=form | {"next": "/dashboard/qr/"})
    assert answer.headers["Location"] == "/dashboard/qr/"
