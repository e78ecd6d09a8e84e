"""The lanes answer what Quart would answer, byte for byte, and leave alone what is not theirs."""

import asyncio
import random
import re
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.front.lanes.protocol_lane import Mode
from app.kernel import clock
from app.links.models import Link
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests.client import FIREFOX, taken_in
from tests.databases import ON_ONE
from tests.subtests import as_subtests
from tests.tasks import background_task
from tests.waiting import DEADLINE, eventually
from tests.ways import Ways, ways
from tests.world import name_key

HOST = b"Host: kliqs.test\r\n"
CLOSE = b"Connection: close\r\n"
STATES = (
    "live",
    "ending",
    "ended",
    "limited",
    "used-up",
    "locked",
    "paused",
    "blocked",
    "gone",
    "archived",
    "moved",
    "untracked",
    "fixed",
    "permanent",
    "carded",
    "unknown",
)
PAGES = ("page", "draft", "taken-off")
PATHS = (
    "/{name}",
    "/{NAME}",
    "/{name}/",
    "/{name}+",
    "/{name}?a=1&b=%20",
    "/{name}?qr=table",
    "/{name}?utm_source=x",
    "/%7B{name}",
    "/{name}%2f",
    "//{name}",
    "/{name}/x",
    "/@{name}",
    "/{name}#f",
    "/{name}?",
    "/.{name}",
    "/{name}%00",
    "/{name}?\xff",
    "/{name}?flag&k=%20+&&%FF='x\"",
    "/{name}?%4b=2&%6B=3",
    "/{name}).",
    "/{name},",
    "/{name}%22",
    "/{name}_",
    "http://kliqs.test/{name}",
    "*",
    "/{name};x",
)
METHODS = ("GET", "GET", "GET", "HEAD", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "get")
VERSIONS = ("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0")
ODD = (
    b"",
    b"",
    b"",
    b"User-Agent: \xff\xfe\r\n",
    b"Cookie: a=b\r\n",
    b"X-A: 1\r\nX-A: 2\r\n",
    b"Content-Length: 0\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
    b"Expect: 100-continue\r\n",
    b"Upgrade: h2c\r\nConnection: Upgrade\r\n",
    HOST,
    b"Host: evil.test\r\n",
    b"X" * 9000 + b": 1\r\n",
    b"Bad Name: 1\r\n",
    b"X-B: a\r\n b\r\n",
    b"X-C: a\x00b\r\n",
    b"Accept-Language: id\r\n",
    b"Referer: https://a.example/b\r\n",
    b"Content-Length : 3\r\n",
    b"Accept: */*\n",
    b": empty\r\n",
    b"X-Forwarded-For: 1.2.3.4\r\n",
    b"Sec-Fetch-Dest: image\r\n",
    b"Purpose: prefetch\r\n",
    b"Sec-Purpose: Prefetch;Prerender\r\n",
    b"X-Purpose: preview\r\n",
    b"User-Agent: WhatsApp/2.23.20.0 A\r\n",
    b"User-Agent: " + FIREFOX.encode() + b"\r\n",
    b"Accept-Encoding: gzip, deflate, br\r\n",
    b"Accept-Encoding: br;q=0, gzip;q=0.5\r\n",
    b"If-None-Match: *\r\n",
    b'If-None-Match: W/"none"\r\n',
)


@pytest.fixture
async def town(app: Quart, sari: Account, moved: object) -> AsyncGenerator[Ways]:
    """A link in every state, and the three ways to it."""
    await Account.filter(id=sari.id).update(links_limit=50, plan_name="pro")
    await sari.refresh_from_db()
    cases = {
        state: await Link.shorten(sari, url="https://example.com/?k=1#f", slug=f"is-{state}") for state in STATES[:-1]
    }

    async def turn(state: str, **columns: object) -> None:
        await Link.filter(id=cases[state].id).update(**columns)

    now = clock.now()
    await turn("ending", expires_at=now + timedelta(seconds=1))
    await turn("ended", expires_at=now)
    await turn("limited", click_limit=10**6)
    await turn("used-up", click_limit=1, admitted=1)
    await turn("locked", password_hash="x")
    await turn("untracked", tracked=False)
    await turn("fixed", forward_query=False)
    await turn("carded", preview_title="Promo")
    await turn("permanent", redirect_status=308)
    await cases["paused"].pause()
    await cases["blocked"].block("spam")
    await cases["archived"].archive()
    await cases["gone"].soft_delete(sari)
    await cases["moved"].edit(sari, slug="is-elsewhere")
    for slug in PAGES:
        page = await Page.make(sari, f"is-{slug}", Content(name=slug, blocks=(Block.new("heading", {"title": "Hai"}),)))
        await (page.publish(sari) if slug != "draft" else asyncio.sleep(0))
        await (page.unpublish() if slug == "taken-off" else asyncio.sleep(0))
    async with ways(app) as all_ways:
        await all_ways.answers(b"GET /is-page HTTP/1.1\r\nCookie: kliqs_uncounted=1\r\n" + HOST + CLOSE + b"\r\n")
        for state in (*STATES, *PAGES):  # PostgreSQL's cache knows them from now on
            await app.extensions["redirects"].lookup.find(name_key(f"is-{state}"))
        yield all_ways


def request(chance: random.Random) -> bytes:
    """Some request, odd in some way or none."""
    name = f"is-{chance.choice((*STATES, *PAGES, *PAGES))}"
    path = chance.choice(PATHS).format(name=name, NAME=name.upper())
    head = f"{chance.choice(METHODS)} {path} {chance.choice(VERSIONS)}\r\n".encode("latin1")
    host = chance.choice((HOST, HOST, HOST, HOST, b"Host: KLIQS.test\r\n", b"Host: kliqs.test:80\r\n", b""))
    return head + host + chance.choice(ODD) + CLOSE + b"\r\n"


@as_subtests("seed", range(4))
async def test_all_ways_answer_every_request_alike(town: Ways, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be the same every time
    for _ in range(60):
        sent = request(chance)
        answers = await town.answers(sent)
        assert answers["protocol"] == answers["asgi"] == answers["quart"], sent


@as_subtests("state", STATES)
async def test_all_ways_answer_every_state_alike_on_a_kept_connection(town: Ways, state: str) -> None:
    head = f"/is-{state} HTTP/1.1\r\n".encode() + HOST
    sent = b"GET " + head + b"\r\nHEAD " + head + b"\r\nGET " + head + CLOSE + b"\r\n"
    answers = await town.answers(sent)
    assert answers["protocol"] == answers["asgi"] == answers["quart"]
    assert answers["quart"].count(b"HTTP/1.1 ") >= 3


@as_subtests("header", [b"", b"User-Agent: WhatsApp/2.23.20.0 A\r\n", b"Sec-Purpose: PREFETCH;prerender\r\n"])
@as_subtests("method", [b"GET", b"HEAD"])
async def test_all_ways_keep_what_only_looks_out_of_a_limited_link(town: Ways, method: bytes, header: bytes) -> None:
    sent = method + b" /is-limited?qr=table HTTP/1.1\r\n" + HOST + header + CLOSE + b"\r\n"
    answers = await town.answers(sent)
    assert answers["protocol"] == answers["asgi"] == answers["quart"]
    assert b"\r\nlocation:" not in answers["quart"].lower()
    assert (await Link.get(short_code="is-limited")).admitted == 0


@pytest.mark.parametrize(("path", "status"), [("is-live", b"302"), ("is-page", b"200"), ("login", b"200")])
async def test_http_1_0_without_a_host_means_the_only_one(town: Ways, path: str, status: bytes) -> None:
    answers = await town.answers(f"GET /{path} HTTP/1.0\r\n\r\n".encode())
    assert {answer[9:12] for answer in answers.values()} == {status}
    with_none = await town.answers(f"GET /{path} HTTP/1.1\r\nConnection: close\r\n\r\n".encode())
    assert {answer[9:12] for answer in with_none.values()} == {b"400"}


async def test_plain_live_links_are_answered_before_hypercorn(town: Ways) -> None:
    for path in ("/is-live", "/IS-LIVE/", "/is-live?x=1", "/is-permanent", "/is-archived", "/is-ending"):
        before = town.connections.answered
        data = f"GET {path} HTTP/1.1\r\nHost: kliqs.test\r\n\r\n".encode()
        await asyncio.wait_for(_first(town, data), DEADLINE)
        assert town.connections.answered == before + 1, path


async def _first(town: Ways, data: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    writer.write(data)
    head = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return head


@ON_ONE
@as_subtests(
    "path",
    [
        b"/caf\xc3\xa9",
        b"/is-live?q=\xc3\xa9",
        b"/is-live?q=\xff",
        b"/is-limited?q=\xc3\xa9",
        b"/is-locked?q=\xc3\xa9",
        b"/is-page?q=\xc3\xa9",
        b"/is-live\xc3\xa9",
        b"/docs/search?q=\xc3\xa4",
        b"/login?next=/\xe2\x80\xae",
        b"http://kliqs.test/is-limited?q=\xc3\xa9",
    ],
)
@as_subtests("method", [b"GET", b"HEAD", b"POST"])
async def test_letters_in_a_request_line_are_read_as_if_they_were_encoded(
    town: Ways, method: bytes, path: bytes
) -> None:
    """As it was typed: old programs, feed readers and scanners send no percent signs."""
    encoded = re.sub(rb"[\x80-\xff]", lambda byte: b"%%%02X" % ord(byte[0]), path)
    head = b" HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n" + CLOSE + b"\r\n"
    raw, plain = [await town.answers(method + b" " + target + head) for target in (path, encoded)]
    assert {*raw.values()} == {*plain.values()}
    assert raw["quart"].split()[1] != b"400"


@pytest.mark.parametrize("host", [HOST, b"Host: evil.test\r\n"])
async def test_a_target_in_absolute_form_leads_on_by_every_way(town: Ways, host: bytes) -> None:
    sent = b"GET http://kliqs.test/is-live?a=1 HTTP/1.1\r\n" + host + b"User-Agent: Mozilla/5.0\r\n" + CLOSE + b"\r\n"
    for way, answer in (await town.answers(sent)).items():
        assert answer.startswith(b"HTTP/1.1 302 "), way
        assert b"\r\nlocation: https://example.com/?k=1&a=1#f\r\n" in answer, way
    foreign = await town.answers(sent.replace(b"http://kliqs.test", b"http://evil.test"))
    assert {answer.split()[1] for answer in foreign.values()} == {b"400"}


async def test_a_connection_comes_back_from_hypercorn(town: Ways) -> None:
    page, link = b"GET /is-paused HTTP/1.1\r\n" + HOST, b"GET /is-live HTTP/1.1\r\n" + HOST
    sent = b"".join((link + b"\r\n", page + b"\r\n", link + b"\r\n", page + b"\r\n", link + CLOSE + b"\r\n"))
    before = town.connections.answered
    answers = await town.answers(sent)
    assert answers["protocol"] == answers["quart"]
    assert town.connections.answered == before + 2  # the last one parts: hypercorn's


async def test_bytes_of_a_body_are_never_a_request(town: Ways) -> None:
    inner = b"GET /is-live HTTP/1.1\r\nHost: kliqs.test\r\n\r\n"
    sent = b"POST /is-live HTTP/1.1\r\n" + HOST + f"Content-Length: {len(inner)}\r\n\r\n".encode() + inner
    before = town.connections.answered
    answers = await town.answers(sent + b"GET /is-live HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")
    assert answers["protocol"] == answers["quart"]
    assert town.connections.answered == before


async def test_a_head_in_pieces_is_one_request(town: Ways) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    for byte in b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n":
        writer.write(bytes([byte]))
        await asyncio.sleep(0)
    assert b"302" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), DEADLINE)
    writer.close()


async def test_more_connections_than_allowed_are_told_so(town: Ways) -> None:
    town.connections.most = len(town.connections.lanes) + 1
    kept = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    kept[1].write(b"GET /is-live HTTP/1.1\r\n")
    await asyncio.sleep(0.05)
    assert b"HTTP/1.1 503 " in await town.answer("protocol", b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n")
    kept[1].write(HOST + b"\r\n")
    assert b"302" in await kept[0].readuntil(b"\r\n\r\n")
    kept[1].close()


async def test_whoever_is_slow_or_idle_is_let_go(town: Ways, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.front.lanes.protocol_lane.MAX_HEAD_SECONDS", 0.0)
    monkeypatch.setattr("app.front.lanes.protocol_lane.IDLE_MARGIN", 0.0)
    monkeypatch.setattr("app.front.lanes.connection_limits.CHECK_INTERVAL", 0.05)
    town.connections.keep_alive = 0
    async with background_task(town.connections.check_regularly()):
        assert await town.answer("protocol", b"GET /is-li") == b""
        assert await town.answer("protocol", b"") == b""


async def test_whoever_sends_on_and_on_and_reads_nothing_costs_little_and_is_let_go(
    town: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await Link.get(short_code="is-fixed")
    await Link.filter(id=link.id).update(destination_url="https://example.com/" + "a" * 2000)
    reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"], limit=4096)
    assert reader  # nobody reads from it: it holds back by itself at twice its limit
    try:
        async with background_task(town.connections.check_regularly()):
            # more than the system holds for both
            writer.write((b"GET /is-fixed HTTP/1.1\r\n" + HOST + b"\r\n") * 600_000)
            unsent = -1
            while (left := writer.transport.get_write_buffer_size()) != unsent:  # until nobody takes any more of it
                unsent = left
                await asyncio.sleep(0.2)
            lane = next(iter(town.connections.lanes))
            assert unsent > 0
            assert len(lane.buffer) + lane.transport.get_write_buffer_size() < 2**20
            monkeypatch.setattr("app.front.lanes.protocol_lane.MAX_STUCK_SECONDS", 0.0)
            await eventually(lambda: not town.connections.lanes)
    finally:
        writer.transport.abort()


async def test_what_is_not_recorded_any_more_is_not_answered(town: Ways, app: Quart) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.extensions["redirects"], "recording", None)
        for way in town.ports:
            answer = await town.answer(way, b"GET /is-live HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")
            assert answer.startswith(b"HTTP/1.1 503 "), way


async def test_nobody_is_let_in_once_the_process_ends(town: Ways) -> None:
    town.connections.drain()
    assert await town.answer("protocol", b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n") == b""


async def test_all_of_many_requests_sent_at_once_are_answered_even_behind_the_end(town: Ways) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    writer.write((b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n") * 5_000)
    writer.write_eof()
    received = await asyncio.wait_for(reader.read(-1), DEADLINE)
    assert received.count(b"HTTP/1.1 302 ") == 5_000
    writer.close()


async def test_whoever_is_gone_takes_nobody_elses_answer_along(town: Ways) -> None:
    link = b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n"
    _, gone = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    gone.write(b"GET /is-paused HTTP/1.1\r\n" + HOST + b"\r\n" + link)
    while not (lanes := [lane for lane in town.connections.lanes if lane.mode is Mode.LENT]):
        await asyncio.sleep(0)
    lane = lanes[0]
    lane.transport.abort()
    while lane in town.connections.lanes:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    reader, writer = await asyncio.open_connection("127.0.0.1", town.ports["protocol"])
    while not (others := [other for other in town.connections.lanes if other is not lane]):
        await asyncio.sleep(0)
    lane.take_back_connection()  # hypercorn's answer, in the turn in which the connection went
    others[0].data_received(link)
    assert b"302" in await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), DEADLINE)
    for each in (gone, writer):
        each.close()


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\n", b"\n\r\n"])
async def test_a_head_that_ends_as_only_the_server_knows_is_answered_by_it(town: Ways, end: bytes) -> None:
    sent = b"GET /is-live HTTP/1.1\nConnection: close\nHost: kliqs.test" + end
    answers = await town.answers(sent)
    assert answers["protocol"] == answers["quart"] != b"<silence>"


async def test_every_way_records_each_visit_once(app: Quart, town: Ways) -> None:
    for _ in range(5):
        await town.answers(b"GET /is-live HTTP/1.1\r\n" + HOST + b"User-Agent: Mozilla/5.0\r\n" + CLOSE + b"\r\n")
        await _first(town, b"GET /is-live HTTP/1.1\r\n" + HOST + b"\r\n")
    assert await taken_in(app) == 20
