"""What a proxy sends again is the same visit, whichever way answers it; what visitors send changes nothing."""

from collections.abc import AsyncGenerator

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.redirect_service import RedirectService
from app.front.request_headers import HEADERS_READ
from app.links.models import Link
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.visits.recording import user_agent
from tests import world
from tests.client import FIREFOX, Browser, taken_in
from tests.subtests import as_subtests
from tests.ways import Ways, ways
from tests.world import name_key

UUID, OTHER_UUID = "f47ac10b-58cc-4372-a567-0e02b2c3d479", "0b2c3d47-58cc-4372-a567-f47ac10b0e02"
PATHS = ("/kopi", "/kopi?utm_source=a", "/phone", "/sari")  # a prepared one, others of the lanes, and a bio page
NO_IDS = ("", "short", "x" * 129)


@pytest.fixture
async def town(app: Quart, sari: Account) -> AsyncGenerator[Ways]:
    """A plain link, one that depends on the visitor and a bio page, behind a proxy that gives ids to requests."""
    await world.shorten(sari, "kopi")
    await Link.shorten(sari, url=world.DESTINATION, slug="phone", ios_url="https://apps.apple.com/app/id1")
    page = await Page.make(sari, "sari", Content(name="Sari", blocks=(Block.new("heading", {"title": "Hai"}),)))
    await page.publish(sari)
    service: RedirectService = app.extensions["redirects"]
    service.hops, service.request_header, service.kept_names = 1, b"x-request-id", HEADERS_READ | {b"x-request-id"}
    user_agent.build_patterns()
    async with ways(app) as all_ways:
        await all_ways.answers(request("/sari", "")[:-2] + b"Cookie: kliqs_uncounted=1\r\n\r\n")
        for name in ("kopi", "phone", "sari"):  # PostgreSQL's cache knows them from now on
            assert service.lookup
            await service.lookup.find(name_key(name))
        yield all_ways
    service.hops, service.request_header, service.kept_names = 0, b"", HEADERS_READ


def request(path: str, request_id: str) -> bytes:
    """A request that the proxy sends on, without a header for an empty id."""
    named = f"X-Request-ID: {request_id}\r\n" if request_id else ""
    return (
        f"GET {path} HTTP/1.1\r\nHost: kliqs.test\r\nUser-Agent: {FIREFOX}\r\nX-Forwarded-For: 103.10.66.1\r\n{named}"
        f"Connection: close\r\n\r\n"
    ).encode()


async def new_visits(app: Quart, town: Ways, path: str, *request_ids: str) -> int:
    """How many visits it is to ask for a path every way, once with each id."""
    before = await taken_in(app)
    for request_id in request_ids:
        answers = await town.answers(request(path, request_id))
        assert all(answer.startswith((b"HTTP/1.1 302 ", b"HTTP/1.1 200 ")) for answer in answers.values()), answers
    return await taken_in(app) - before


@as_subtests("path", PATHS)
async def test_a_request_that_the_proxy_sends_again_is_one_visit_whichever_way_answers_it(
    app: Quart, town: Ways, path: str
) -> None:
    assert await new_visits(app, town, path, UUID + path, OTHER_UUID + path, OTHER_UUID + path) == 2


@as_subtests("path", PATHS)
async def test_what_is_no_id_keeps_every_visit(app: Quart, town: Ways, path: str) -> None:
    assert await new_visits(app, town, path, *NO_IDS) == len(NO_IDS) * len(town.ports)


@pytest.mark.parametrize(("hops", "header"), [(0, b"x-request-id"), (1, b"")])
async def test_visitors_cannot_make_one_visit_of_several_where_no_proxy_gives_the_ids(
    app: Quart, hops: int, header: bytes, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.shorten(sari, "kopi")
    service: RedirectService = app.extensions["redirects"]
    untrusting = RedirectService(hops, request_header=header)
    for setting in ("hops", "request_header", "kept_names"):
        monkeypatch.setattr(service, setting, getattr(untrusting, setting))
    assert service.kept_names == HEADERS_READ
    async with ways(app) as all_ways:
        assert await new_visits(app, all_ways, "/kopi", UUID) == len(all_ways.ports)


async def test_a_click_limit_lets_a_repeated_request_through_again_and_counts_it_once(
    app: Quart, visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await Link.shorten(sari, url=world.DESTINATION, slug="once", click_limit=2)
    service: RedirectService = app.extensions["redirects"]
    monkeypatch.setattr(service, "hops", 1)
    monkeypatch.setattr(service, "request_header", b"x-request-id")
    monkeypatch.setattr(service, "kept_names", HEADERS_READ | {b"x-request-id"})

    async def follow(request_id: str, address: str) -> int:
        headers = {"X-Forwarded-For": address, "X-Request-ID": request_id}
        return (await visitor.get("/once", headers=headers)).status_code

    assert [await follow(UUID, "103.10.66.1") for _ in range(3)] == [302] * 3
    assert [await follow(OTHER_UUID, "103.10.66.2") for _ in range(2)] == [302] * 2
    assert [await follow(UUID, "103.10.66.3"), await follow(OTHER_UUID, "103.10.66.1")] == [410] * 2
    assert await follow(UUID, "103.10.66.1") == 302
    await taken_in(app)
    await link.refresh_from_db()
    assert (link.admitted, link.clicks) == (2, 2)
