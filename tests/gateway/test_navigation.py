"""What is not set up is not shown: no word of the gateway until a model is on with a route to an upstream."""

from __future__ import annotations

import pytest

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.navigation import is_gateway_shown
from app.kernel import clock, installation
from tests.client import Browser
from tests.counting import queries
from tests.gateway.offering import offer_model

HOME, PAGES = "/dashboard/ai", ("/dashboard/", "/dashboard/more")


async def words(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


@pytest.mark.usefixtures("dewi")
async def test_the_gateway_is_in_no_menu_and_at_no_address_until_it_is_set_up(as_budi: Browser) -> None:
    for page in PAGES:
        assert HOME not in await words(as_budi, page)
    assert (await as_budi.get(HOME)).status_code == 404
    await offer_model()
    for page in PAGES:
        assert f'href="{HOME}"' in await words(as_budi, page)
    assert (await as_budi.get(HOME)).status_code == 200


@pytest.mark.parametrize("table", [AiModel, Route, Upstream])
async def test_the_gateway_goes_when_its_model_its_route_or_its_upstream_is_switched_off(
    table: type[AiModel | Route | Upstream], database: str
) -> None:
    await offer_model()
    assert await is_gateway_shown()
    await table.all().update(enabled_at=None)
    forget_offered()
    assert not await is_gateway_shown()
    await table.all().update(enabled_at=clock.now())
    forget_offered()
    assert await is_gateway_shown()


async def test_the_setting_switches_the_gateway_off_whatever_is_set_up(as_budi: Browser) -> None:
    await offer_model()
    config = installation.current().config
    installation.current().config = config.model_copy(update={"gateway": False})
    try:
        assert (await as_budi.get(HOME)).status_code == 404
        assert HOME not in await words(as_budi, "/dashboard/")
    finally:
        installation.current().config = config


async def test_a_page_of_the_dashboard_does_not_ask_the_database_each_time(sari: Account) -> None:
    await offer_model()
    assert await is_gateway_shown()
    with queries() as sql:
        assert await is_gateway_shown()
    assert sql == []


async def test_a_stranger_is_sent_to_sign_in(visitor: Browser) -> None:
    await offer_model()
    response = await visitor.get(HOME)
    assert response.status_code == 303
    assert "/login" in response.headers["Location"]
