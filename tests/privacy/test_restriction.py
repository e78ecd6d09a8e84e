"""A frozen account: its links lead on, its pages are shown, and no visit is kept, from the moment on."""

from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account, Membership
from app.accounts.roles import EDITOR
from app.accounts.security_log import SecurityEvent
from app.kernel import db
from app.links.models import Link
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.privacy import restriction
from tests import world
from tests.client import Browser, taken_in

PRIVACY = "/dashboard/settings/privacy"


async def visits() -> list[dict[str, Any]]:
    return await db.query_rows("SELECT * FROM visits", [], on=db.visits_connection())


@pytest.fixture
async def published(sari: Account) -> Page:
    page = await Page.make(sari, "warung", new_page_content("Warung", "id"))
    await page.publish(sari)
    return page


async def test_a_frozen_account_keeps_no_visit_while_its_links_and_pages_go_on(
    app: Quart, as_sari: Browser, visitor: Browser, sari: Account, published: Page
) -> None:
    await world.shorten(sari, "promo")
    await Link.shorten(sari, url=world.DESTINATION, slug="few", click_limit=5)
    await Link.shorten(sari, url=world.DESTINATION, slug="locked", password="kopi pagi")
    await visitor.get("/promo")
    assert await taken_in(app) == 1

    assert (await as_sari.post(f"{PRIVACY}/actions/freeze", form={})).status_code == 303

    assert (await visitor.get("/promo")).status_code == 302
    assert (await visitor.get("/promo?qr=abcde")).status_code == 302
    assert (await visitor.post("/few", form={})).status_code == 303
    assert (await visitor.post("/locked", form={"password": "kopi pagi"})).status_code == 303
    assert (await visitor.get("/warung")).status_code == 200
    assert await taken_in(app) == 1
    assert len(await visits()) == 1
    assert (await Link.get(short_code="promo")).followed == 1
    assert (await Link.get(short_code="few")).admitted == 1, "a limit of clicks still holds"

    assert (await as_sari.post(f"{PRIVACY}/actions/unfreeze", form={})).status_code == 303
    await visitor.get("/promo")
    await visitor.get("/warung")
    assert await taken_in(app) == 3


async def test_links_made_while_it_is_frozen_are_not_counted_either(
    app: Quart, visitor: Browser, sari: Account
) -> None:
    await restriction.freeze(sari, await world.owner(sari))
    await world.shorten(sari, "later")
    assert (await visitor.get("/later")).status_code == 302
    assert await taken_in(app) == 0


async def test_another_account_is_counted_as_ever(app: Quart, visitor: Browser, sari: Account, budi: Account) -> None:
    await world.shorten(budi, "budis")
    await restriction.freeze(sari, await world.owner(sari))
    await visitor.get("/budis")
    assert await taken_in(app) == 1


async def test_statistics_say_that_nothing_is_recorded(as_sari: Browser, sari: Account, published: Page) -> None:
    pages = ("/dashboard/analytics", f"/dashboard/pages/{published.id}/statistics", PRIVACY)
    for page in pages:
        assert "Dibekukan sejak" not in await (await as_sari.get(page)).get_data(as_text=True)
    await restriction.freeze(sari, await world.owner(sari))
    for page in pages:
        assert "Dibekukan sejak" in await (await as_sari.get(page)).get_data(as_text=True)


async def test_only_owners_freeze_and_the_security_log_knows(as_budi: Browser, sari: Account, budi: Account) -> None:
    await Membership.create(user=await world.owner(budi), account=sari, role=EDITOR, created_at=sari.created_at)
    response = await as_budi.post(f"{PRIVACY}/actions/freeze", form={"workspace": str(sari.id)})
    assert response.status_code == 403
    assert (await Account.get(id=sari.id)).frozen_at is None

    await restriction.freeze(sari, await world.owner(sari))
    await restriction.freeze(sari, await world.owner(sari))
    await restriction.unfreeze(sari, await world.owner(sari))
    assert [event.kind for event in await SecurityEvent.all().order_by("id")] == [
        "workspace_frozen",
        "workspace_unfrozen",
    ]
