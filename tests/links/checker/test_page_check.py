"""The check of a destination says what it saw, asks politely, and reads next to nothing."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from app.kernel import clock, installation
from app.kernel.http_client import Limits
from app.links.checker import page_check
from app.links.checker.host_turns import HostTurns
from app.links.checker.page_check import MAX_BUSY_SECONDS, retry_after
from app.links.destination_check import OUTCOMES, Finding
from tests.conftest import Clock
from tests.kernel.sockets import Conversation
from tests.links.checker.conftest import Sites, answer

OK_PAGE = answer(200, body=b"hello")


@pytest.mark.parametrize(
    ("status", "outcome", "broken"),
    [
        (200, "ok", False),
        (204, "ok", False),
        (304, "ok", False),
        (400, "status", False),
        (401, "refused", False),
        (403, "refused", False),
        (404, "gone", True),
        (410, "gone", True),
        (500, "failing", True),
        (503, "failing", True),
        (999, "refused", False),
    ],
)
async def test_the_status_of_a_page_is_said(sites: Sites, status: int, outcome: str, broken: bool) -> None:
    async with sites.serving(get=answer(status)) as server:
        finding = await sites.checker().check(f"http://shop.test:{server.port}/page")
    assert finding == Finding(outcome, status) and finding.is_broken is broken and outcome in OUTCOMES


async def test_head_is_asked_first_with_a_name_and_an_address_to_read_about_it(sites: Sites) -> None:
    async with sites.serving(get=OK_PAGE) as server:
        await sites.checker().check(f"http://shop.test:{server.port}/page")
    assert [request.line for request in server.requests] == ["GET /robots.txt", "HEAD /page"]
    agent = "KliqsLinkCheck/1.0 (+https://kliqs.test/docs/link-check)"
    assert {request.header("User-Agent") for request in server.requests} == {agent}


@pytest.mark.parametrize("head", [answer(405), answer(501), answer(404), answer(403), answer(500), b"nonsense", b""])
async def test_a_server_that_refuses_head_is_asked_with_get(sites: Sites, head: bytes) -> None:
    async with sites.serving(head=head, get=OK_PAGE) as server:
        finding = await sites.checker().check(f"http://shop.test:{server.port}/page")
    assert finding == Finding("ok", 200)
    lines = [request.line for request in server.requests[1:]]
    assert [*dict.fromkeys(lines)] == ["HEAD /page", "GET /page"]  # aiohttp repeats what got no answer at all
    assert server.requests[-1].header("Range") == "bytes=0-1023"


async def test_of_an_endless_page_no_more_than_its_beginning_is_read(sites: Sites) -> None:
    sent = 0

    async def endless(conversation: Conversation) -> None:
        nonlocal sent
        await conversation.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        with suppress(ConnectionError):
            while True:
                await conversation.send(b"x" * 65_536)
                sent += 65_536
                await asyncio.sleep(0)

    async with sites.serving(head=answer(405), get=endless) as server:
        finding = await sites.checker().check(f"http://shop.test:{server.port}/")
    assert finding == Finding("ok", 200)
    assert sent < 64 * 2**20  # what the system's buffers took before the connection was cut


async def test_a_compressed_page_is_fine_though_only_its_beginning_is_read(sites: Sites) -> None:
    page = answer(200, "Content-Encoding: gzip", body=b"\x1f\x8b" + b"z" * 5000)
    async with sites.serving(head=answer(405), get=page) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/") == Finding("ok", 200)


async def test_a_slow_server_is_said_to_be_slow(sites: Sites, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = Limits(connect=0.3, idle=0.3, total=0.3, body=1024, redirects=0, cut=True)
    monkeypatch.setattr(page_check, "LIMITS", impatient)

    async def wait(conversation: Conversation) -> None:
        await asyncio.sleep(60)

    async with sites.serving(get=wait) as server:
        assert (await sites.checker().check(f"http://slow.test:{server.port}/")).outcome == "timeout"


async def test_what_cannot_be_reached_is_said_by_its_cause(sites: Sites) -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(OK_PAGE)
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1") as server:
        port = server.sockets[0].getsockname()[1]
        tls = await sites.checker().check(f"https://shop.test:{port}/")
    closed = await sites.checker().check(f"http://shop.test:{port}/")
    unknown = await sites.checker(any=[]).check("http://nowhere.test/")
    assert [found.outcome for found in (tls, closed, unknown)] == ["tls", "connection", "dns"]
    assert all(found.is_broken for found in (tls, closed, unknown))


async def test_a_redirect_is_followed_and_its_end_counts(sites: Sites) -> None:
    async with sites.serving(a=answer(301, "Location: /b"), b=answer(302, "Location: /c"), c=answer(404)) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/a") == Finding("gone", 404)


async def test_a_circle_of_redirects_is_broken(sites: Sites) -> None:
    async with sites.serving(get=answer(302, "Location: /again")) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/") == Finding("redirects")


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/", "http://[::1]/", "http://10.0.0.1/", "http://private.test/"])
async def test_a_redirect_into_a_private_network_is_not_followed(sites: Sites, target: str) -> None:
    async with sites.serving(get=answer(302, f"Location: {target}")) as server:
        finding = await sites.checker().check(f"http://shop.test:{server.port}/")
    assert finding == Finding("private") and not finding.is_broken


async def test_a_redirect_to_what_is_no_web_address_is_broken(sites: Sites) -> None:
    async with sites.serving(get=answer(302, "Location: ftp://shop.test/")) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/") == Finding("bad_redirect", 302)


async def test_a_page_that_robots_txt_forbids_is_not_looked_at(sites: Sites) -> None:
    rules = answer(200, body=b"User-agent: *\nDisallow: /private/*/deep\n\nUser-agent: Other\nDisallow: /\n")
    async with sites.serving(robots=rules, get=OK_PAGE) as server:
        checker, base = sites.checker(), f"http://shop.test:{server.port}"
        assert await checker.check(f"{base}/private/x/deep") == Finding("robots")
        assert await checker.check(f"{base}/open") == Finding("ok", 200)
    lines = [request.line for request in server.requests]
    assert lines == ["GET /robots.txt", "HEAD /open"]  # the rules are read once in a run


async def test_rules_for_us_by_name_go_before_those_for_everybody(sites: Sites) -> None:
    rules = answer(200, body=b"User-agent: *\nDisallow:\n\nUser-agent: KliqsLinkCheck\nDisallow: /\n")
    async with sites.serving(robots=rules, get=OK_PAGE) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/") == Finding("robots")


async def test_the_robots_txt_of_a_site_on_the_way_is_obeyed_too(sites: Sites) -> None:
    async with sites.serving(robots=answer(200, body=b"User-agent: *\nDisallow: /"), get=OK_PAGE) as other:
        moved_on = answer(302, f"Location: http://other.test:{other.port}/")
        async with sites.serving(get=moved_on) as server:
            assert await sites.checker().check(f"http://shop.test:{server.port}/") == Finding("robots")
    assert [request.line for request in other.requests] == ["GET /robots.txt"]


@pytest.mark.parametrize(
    ("status", "finding"), [(503, Finding("robots_failing", 503)), (429, Finding("busy", 429, 3600))]
)
async def test_a_robots_txt_that_fails_forbids_everything(sites: Sites, status: int, finding: Finding) -> None:
    async with sites.serving(robots=answer(status), get=OK_PAGE) as server:
        assert await sites.checker().check(f"http://shop.test:{server.port}/") == finding


@pytest.mark.parametrize(("status", "wait"), [(429, "Retry-After: 120"), (503, "Retry-After: 120")])
async def test_a_busy_server_is_left_alone_for_as_long_as_it_says(sites: Sites, status: int, wait: str) -> None:
    async with sites.serving(get=answer(status, wait)) as server:
        finding = await sites.checker().check(f"http://shop.test:{server.port}/")
    assert finding == Finding("busy", status, 120)
    assert len(server.requests) == 2  # no GET after it


async def test_a_busy_server_behind_a_redirect_is_told_from_the_one_that_redirects(sites: Sites) -> None:
    async with sites.serving(get=answer(503, "Retry-After: 120")) as busy:
        away = answer(302, f"Location: http://other.test:{busy.port}/")
        async with sites.serving(get=away) as server:
            finding = await sites.checker().check(f"http://shop.test:{server.port}/")
    assert finding == Finding("busy", 503, 120, elsewhere=True)


def test_a_retry_after_is_a_number_or_a_time_and_has_a_bound(moved: Clock) -> None:
    moved.to(datetime(2026, 11, 29, 8, tzinfo=UTC))
    when = format_datetime(clock.now() + timedelta(minutes=5), usegmt=True)
    values = {"60": 60, " 60 ": 60, when: 300, "0": 1, "9" * 30: MAX_BUSY_SECONDS, "soon": 3600, "": 3600, "-5": 3600}
    assert {value: retry_after(value) for value in values} == values


async def test_a_host_is_asked_one_question_at_a_time(sites: Sites) -> None:
    at_once = most = 0

    async def count(conversation: Conversation) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.01)
        at_once -= 1
        await conversation.send(answer(200))

    async with sites.serving(get=count, robots=count) as server:
        base = f"http://shop.test:{server.port}"
        await asyncio.gather(*(sites.checker().check(f"{base}/{number}") for number in range(5)))
    assert most == 1 and len(server.requests) == 10


async def test_between_two_requests_to_a_host_there_is_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def note(seconds: float) -> None:
        pauses.append(round(seconds))

    monkeypatch.setattr("app.links.checker.host_turns.asyncio.sleep", note)
    turns = HostTurns()
    for host, wanted in (("a", 0), ("a", 0), ("b", 0), ("a", 10), ("a", 999)):
        async with turns.turn(host, wanted):
            pass
    assert pauses == [0, 2, 0, 10, 30]
    assert installation.current().resource(HostTurns).pause == 2
