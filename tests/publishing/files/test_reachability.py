"""Whether networks can fetch files is found out by fetching an address of our own, not assumed."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock, installation
from app.kernel import http_client_errors as errors
from app.kernel.http_client import Client
from app.kernel.http_message import Response
from app.publishing.connections.connection import Connection
from app.publishing.files import reachability, signed_urls
from app.publishing.files.reachability import Reachability, check_reachability
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.validation import problems_of
from tests.client import Browser
from tests.conftest import Clock
from tests.publishing.files.samples import checked, photo
from tests.publishing.files.test_retention import post_with

Fetch = Callable[..., Awaitable[Response]]


@asynccontextmanager
async def fetching(patch: pytest.MonkeyPatch, fetch: Fetch) -> AsyncIterator[list[str]]:
    """Requests of the client are answered by a function; the addresses are remembered."""
    urls: list[str] = []

    async def request(_client: Client, method: str, url: str, **_: Any) -> Response:
        urls.append(url)
        return await fetch(url)

    with patch.context() as context:
        context.setattr(Client, "request", request)
        yield urls


@pytest.fixture
def by_our_own_server(visitor: Browser) -> Fetch:
    async def fetch(url: str) -> Response:
        response = await visitor.get(url.removeprefix("https://kliqs.test"))
        return Response(response.status_code, response.headers, await response.get_data(), url)  # type: ignore[arg-type]

    return fetch


async def test_an_installation_that_answers_itself_is_reachable(
    app: Quart, by_our_own_server: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with fetching(monkeypatch, by_our_own_server) as urls:
        assert await check_reachability() == Reachability(reachable=True)
    assert len(urls) == 1 and urls[0].startswith("https://kliqs.test/media/posts/")


@pytest.mark.parametrize("kind", [*reachability.REASONS, errors.BadResponse, errors.TooManyRedirects])
async def test_each_reason_has_a_sentence(monkeypatch: pytest.MonkeyPatch, kind: type[errors.NetError]) -> None:
    async def fetch(_url: str) -> Response:
        raise kind("example.com: no")

    async with fetching(monkeypatch, fetch):
        assert await check_reachability() == Reachability(False, reachability.REASONS.get(kind, reachability.OTHER))


@pytest.mark.parametrize("status, body", [(200, b"<html>Sign in</html>"), (302, b""), (200, b"\xff"), (404, b"")])
async def test_another_answer_is_not_taken_for_ours(monkeypatch: pytest.MonkeyPatch, status: int, body: bytes) -> None:
    async def fetch(url: str) -> Response:
        return Response(status, {}, body, url)  # type: ignore[arg-type]

    async with fetching(monkeypatch, fetch):
        assert (await check_reachability()).reason == reachability.OTHER


async def test_the_answer_is_kept_for_five_minutes(monkeypatch: pytest.MonkeyPatch, moved: Clock) -> None:
    async def fetch(_url: str) -> Response:
        raise errors.ConnectionFailed("no")

    async with fetching(monkeypatch, fetch) as urls:
        await check_reachability()
        moved.on(timedelta(minutes=4))
        await check_reachability()
        assert len(urls) == 1
        await check_reachability(anew=True)
        moved.on(timedelta(minutes=6))
        await check_reachability()
        assert len(urls) == 3


async def test_the_guarded_client_makes_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation at a private address is told so, without a connection to it."""
    monkeypatch.setattr(signed_urls, "signed_url", lambda name: f"http://127.0.0.1/media/posts/1-2/{name}")
    assert (await check_reachability()).reason == reachability.NOT_PUBLIC
    assert installation.current().resource(reachability.LastCheck).checked_at is not None


async def unreachable(_url: str) -> Response:
    raise errors.HostUnknown("kliqs.test: no such host")


@pytest.mark.parametrize("network", ["instagram", "tiktok"])
@pytest.mark.parametrize("manual, told", [(False, True), (True, False)])
async def test_a_post_with_a_picture_waits_until_a_network_that_fetches_it_can(
    sari: Account, monkeypatch: pytest.MonkeyPatch, network: str, manual: bool, told: bool
) -> None:
    file = await checked(sari, photo(), "a.jpg")
    post = await post_with(sari, file)
    connection = await Connection.create(
        id=uuid4(), account=sari, network=network, external_id="1", manual=manual, created_at=clock.now()
    )
    variant = await PostVariant.create(
        id=uuid4(),
        account=sari,
        post=post,
        connection=connection,
        network=network,
        created_at=clock.now(),
        updated_at=clock.now(),
    )
    async with fetching(monkeypatch, unreachable):
        problems = await problems_of(variant)

    reason = reachability.REASONS[errors.HostUnknown]
    assert (("media", reason) in [(problem.field_name, problem.says) for problem in problems]) == told


async def test_the_page_of_accounts_says_why_a_network_cannot_fetch_files(
    as_budi: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, path = installation.current(), "/dashboard/publishing/files/reachability"
    async with fetching(monkeypatch, unreachable) as urls:
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
        assert (await (await as_budi.get(path, headers=headers)).get_data(as_text=True)).strip() == "" and not urls
        here.config = here.config.model_copy(update={"instagram_app_id": "1", "instagram_app_secret": "s"})
        html = await (await as_budi.get(path, headers=headers)).get_data(as_text=True)
        assert "Instagram fetches pictures and videos from here, and cannot. The host name" in html
        page = await (await as_budi.get(path)).get_data(as_text=True)
        assert "The host name of this Kliqs is unknown on the Internet." in page
    accounts = await (await as_budi.get("/dashboard/publishing/accounts")).get_data(as_text=True)
    assert f'hx-get="{path}"' in accounts
