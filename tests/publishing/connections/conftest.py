"""A network on this machine, and the way of a browser to it and back."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from quart import Response

from app.accounts.models import Account
from app.accounts.user import User
from app.jobs import Job, registry
from app.jobs.worker import Worker
from app.kernel import installation
from app.publishing.connections.connection import Connection
from app.publishing.delivery import publish_job  # noqa: F401 - registers the job
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.publication_jobs import PUBLISH
from tests.client import Browser
from tests.networks.oauth_server import Practice, served_network

HOME = "/dashboard/publishing/accounts"


@pytest.fixture(scope="module")
def _served() -> Iterator[Practice]:
    with served_network() as network:
        yield network


@pytest.fixture
def network(_served: Practice, database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Practice]:
    """The network “practice”, the only one there is, fresh; addresses of this machine may be reached."""
    monkeypatch.setattr(_served, "manners", {})
    monkeypatch.setattr(_served, "is_set_up", True)
    monkeypatch.setattr(_served, "needs_server", False, raising=False)
    origin = _served.server.origin
    _served.server.__init__()  # type: ignore[misc]
    _served.server.origin = origin
    others = dict(NETWORKS)
    NETWORKS.clear()
    NETWORKS["practice"] = _served
    reachable()
    yield _served
    NETWORKS.clear()
    NETWORKS.update(others)


@pytest.fixture(autouse=True)
def _publishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The job that publishes does nothing here."""

    async def publish(_job: Job) -> None:
        return None

    monkeypatch.setitem(registry.KINDS, PUBLISH, replace(registry.KINDS[PUBLISH], run=publish))


def reachable() -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1"})


@pytest.fixture
async def sari(sari: Account) -> Account:
    """Reads English here, and has room for five accounts."""
    await User.all().update(language="en")
    await Account.filter(id=sari.id).update(plan_name="starter", language="en")
    await sari.refresh_from_db()
    return sari


async def begin(browser: Browser, path: str = f"{HOME}/connect/practice", **form: str) -> str:
    """Presses the button of the network; returns the address at the network."""
    page = await text_of(await browser.post(path, form=form))
    [url] = re.findall(r'http-equiv="refresh" content="0;url=([^"]+)"', page)
    return str(url)


async def come_back(browser: Browser, back: str, **changes: str | None) -> Response:
    """Follows the network's redirect, with parameters changed, or left out by None."""
    parts = urlsplit(back)
    query: dict[str, Any] = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
    sent = {name: value for name, value in query.items() if value is not None}
    return await browser.get(f"{parts.path}?{urlencode(sent)}", headers={"Sec-Fetch-Site": "cross-site"})


async def connect(browser: Browser, network: Practice) -> Connection:
    """The whole way from the button to the connection of the only account; returns the newest one."""
    response = await come_back(browser, network.server.visit(await begin(browser)))
    assert (response.status_code, response.headers["Location"]) == (303, HOME)
    connection = await Connection.all().order_by("-created_at", "-id").first()
    assert connection is not None, await notices(browser)
    return connection


async def text_of(response: Response, status: int = 200) -> str:
    """The page's text."""
    text = html.unescape(await response.get_data(as_text=True))
    assert response.status_code == status, text[:2000]
    return text


async def notices(browser: Browser) -> str:
    """The messages at the top of the accounts page."""
    page = re.sub(r"</?bdi>", "", await text_of(await browser.get(f"{HOME}?lang=en")))
    return " ".join(re.findall(r'<div class="flash[^>]*>(.*?)</div>', page, re.DOTALL))


async def work() -> None:
    """Does all jobs that are due."""
    while await Worker().run_due():
        pass
