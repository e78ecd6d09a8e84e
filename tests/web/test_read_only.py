"""A demo that is shown to everybody: all of it can be looked at, none of it changed."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import cast

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.kernel.config import Config
from app.links.models import Link
from tests import world
from tests.client import Browser, browsers_of
from tests.conftest import prepare
from tests.operators_at_work import HOME, PAYMENTS, browser_of, make_operator
from tests.route_paths import ORDER
from tests.sign_in.second_factor import phone

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
async def shown(database: str, config: Config, country_database: Path) -> AsyncGenerator[Quart]:
    """The application as a demo."""
    from app import create_app

    config = config.model_copy(update={"read_only": True})
    app = browsers_of(create_app(config))
    prepare(config, country_database)
    async with redirects_running(config, database, app.extensions["redirects"]):
        yield app


@pytest.fixture
def browser(shown: Quart) -> Browser:
    return cast(Browser, shown.test_client())


async def test_everybody_may_sign_in_and_look(browser: Browser, sari: Account) -> None:
    page = await (await browser.get("/login?lang=en")).get_data(as_text=True)
    assert "This is a demo. Look around as:" in page and 'value="sari@example.com"' in page

    answer = await browser.post("/login", form={"email": "sari@example.com", "password": world.PASSWORD})
    assert answer.status_code == 303
    assert (await browser.get("/dashboard/links/")).status_code == 200


async def test_guesses_do_not_lock_it(browser: Browser, sari: Account) -> None:
    await Link.shorten(sari, url=world.DESTINATION, slug="locked", password="kopi-pagi")
    for _ in range(35):
        assert (
            await browser.post("/login", form={"email": "sari@example.com", "password": "wrong"})
        ).status_code == 422
    for _ in range(12):
        assert (await browser.post("/locked", form={"password": "wrong"})).status_code == 422
    assert (
        await browser.post("/login", form={"email": "sari@example.com", "password": world.PASSWORD})
    ).status_code == 303
    assert (await browser.post("/locked", form={"password": "kopi-pagi"})).status_code == 303


async def test_elsewhere_guesses_are_counted(visitor: Browser, sari: Account) -> None:
    statuses = [
        (await visitor.post("/login", form={"email": "sari@example.com", "password": "wrong"})).status_code
        for _ in range(11)
    ]
    assert statuses == [422] * 10 + [429]


async def test_nothing_can_be_changed(browser: Browser, sari: Account) -> None:
    await browser.post("/login", form={"email": "sari@example.com", "password": world.PASSWORD})
    before = await Link.all().count()

    for path in ("/dashboard/links/", "/signup", "/start/link", "/dashboard/pages/", "/dashboard/media/kept"):
        answer = await browser.post(path, form={"url": "https://example.com/"}, headers=HX)
        assert answer.status_code in {403, 404, 405}, path
    answer = await browser.post("/dashboard/links/", form={"url": "https://example.com/"})
    assert answer.status_code == 403
    assert "Ini demo: silakan lihat-lihat" in await answer.get_data(as_text=True), "in the reader's language"
    assert await Link.all().count() == before


async def test_a_program_is_told_so(browser: Browser, dewi: Account) -> None:
    key = await world.key_of(dewi)
    answer = await browser.post(
        "/api/v1/links", json={"url": "https://example.com/"}, headers={"Authorization": f"Bearer {key}"}
    )

    assert (answer.status_code, (await answer.get_json())["error"]) == (403, "READ_ONLY")


async def test_links_are_followed_there(browser: Browser, sari: Account) -> None:
    link = await world.shorten(sari)
    assert (await browser.get(f"/{link.short_code}")).status_code in {301, 302, 307, 308}


async def test_others_know_nothing_of_it(visitor: Browser) -> None:
    assert "Look around as" not in await (await visitor.get("/login?lang=en")).get_data(as_text=True)


async def test_an_operator_changes_nothing_in_a_demo_either(shown: Quart, sari: Account) -> None:
    user = await make_operator(sari)
    await phone.turn_on(sari)
    operator = await browser_of(shown, user)
    assert (await operator.get(PAYMENTS)).status_code == 200
    for path in ("prices/rate", "prices/coupons", "services/test/test", f"payments/{ORDER}/refund"):
        answer = await operator.post(f"{HOME}/{path}")
        assert answer.status_code == 403 and "demo" in await answer.get_data(as_text=True), path
