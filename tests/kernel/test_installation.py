"""An app works for its own installation, also where another one lives in the same process."""

import asyncio
from pathlib import Path

import pytest
from quart import Quart

from app import create_app
from app.accounts.models import Account
from app.kernel import installation, secrets, site
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.legal.operator_identity import operator
from app.plans import prices
from app.plans.plan_limits import PLANS
from tests.client import Browser, browsers_of


def settings(tmp_path: Path, host: str, price: int) -> Config:
    secret = f"the-secret-of-{host}-" * 2
    return Config(
        data_dir=tmp_path / host,
        hosts=f"https://{host}",
        secret_key=secret,
        prices=f"pro={price}",
        contact_email=f"hello@{host.replace('.test', '.example')}",
    )


@pytest.fixture
def two_apps(tmp_path: Path) -> tuple[Quart, Quart]:
    first = browsers_of(create_app(settings(tmp_path, "first.test", 10_000)))
    return first, browsers_of(create_app(settings(tmp_path, "second.test", 20_000)))


async def facts(app: Quart) -> tuple[str, str, int, str]:
    """What code deep inside an app sees while a request is answered."""

    async def answer() -> tuple[str, str, int, str]:
        in_thread = await asyncio.to_thread(lambda: secrets.hmac_digests("test", "x")[0])
        in_task = await asyncio.create_task(asyncio.sleep(0, site.url("public", "/promo")))
        return in_task, in_thread, prices.price_of(PLANS["pro"]), operator().email

    seen: list[tuple[str, str, int, str]] = []

    @app.before_request
    async def note() -> None:
        seen.append(await answer())

    host = app.extensions["installation"].site.host("public")
    await app.test_client().get("/healthz", headers={"Host": host})
    return seen[-1]


async def test_two_apps_in_one_process_answer_from_their_own_settings(two_apps: tuple[Quart, Quart]) -> None:
    (url, secret, price, email), (other_url, other_secret, other_price, other_email) = await asyncio.gather(
        *(facts(app) for app in two_apps)
    )
    assert (url, price, email) == ("https://first.test/promo", 10_000, "hello@first.example")
    assert (other_url, other_price, other_email) == ("https://second.test/promo", 20_000, "hello@second.example")
    assert secret != other_secret


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_each_of_two_apps_shows_links_and_prices_of_its_own(two_apps: tuple[Quart, Quart], sari: Account) -> None:
    for app, host, price in zip(two_apps, ("first.test", "second.test"), ("Rp10,000", "Rp20,000"), strict=True):
        client = app.test_client()
        assert isinstance(client, Browser)
        page = await (await client.get("/?lang=en", headers={"Host": host})).get_data(as_text=True)
        assert f"https://{host}" in page and price in page
        robots = await (await client.get("/robots.txt", headers={"Host": host})).get_data(as_text=True)
        assert f"https://{host}/sitemap.xml" in robots
        other = next(name for name in ("first.test", "second.test") if name != host)
        assert (await client.get("/", headers={"Host": other})).status_code == 400


def test_outside_of_any_app_the_installation_of_the_process_holds(tmp_path: Path) -> None:
    of_process, inside = (Installation(settings(tmp_path, host, 1)) for host in ("process.test", "inside.test"))
    installation.use(of_process)
    with installation.activated(inside):
        assert site.url("public") == "https://inside.test/"
    assert site.url("public") == "https://process.test/"
