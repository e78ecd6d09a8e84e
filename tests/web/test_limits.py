"""How much, how fast and how often (security.md §1)."""

import asyncio
import re
import socket
import zlib
from collections.abc import AsyncGenerator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import http_sf
import pytest
from limits import parse
from quart import Quart
from quart.wrappers.request import Body
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException

from app import create_app, serve_command, server_process
from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.handover import Startup
from app.kernel.config import Config
from app.pid_file import PidFile
from app.process_supervisor import ProcessSupervisor
from app.service_manager import ServiceManager
from app.web import burst_limit, limits
from tests import world
from tests.client import Browser, browsers_of
from tests.conftest import ORIGIN, SECRET, prepare
from tests.databases import ON_ONE
from tests.subtests import as_subtests
from tests.tasks import background_task
from tests.waiting import DEADLINE

NIL = UUID(int=0)  # the same in every worker


@pytest.fixture
async def narrow(database: str, tmp_path: Path, country_database: Path) -> AsyncGenerator[Quart]:
    config = Config(
        data_dir=tmp_path,
        database_url=database,
        hosts=ORIGIN,
        secret_key=SECRET,
        burst_limit="5/minute",
        trusted_hops=1,
    )
    prepare(config, country_database)
    app = browsers_of(create_app(config))
    async with redirects_running(config, database, app.extensions["redirects"]):
        yield app


async def test_a_burst_from_one_address_is_refused_with_the_seconds_to_wait(narrow: Quart) -> None:
    client = narrow.test_client()
    answers = [await client.get("/api/v1/me") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert (await answers[-1].get_json())["error"] == "RATE_LIMITED"
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


@pytest.mark.parametrize(
    "burst, processes, share",
    [("5/minute", 1, 5), ("1200/minute", 4, 300), ("5/minute", 2, 3), ("2/second", 64, 1), ("10 per 2 hours", 5, 2)],
)
def test_processes_share_the_requests_of_an_address_evenly(burst: str, processes: int, share: int) -> None:
    whole, part = parse(burst), burst_limit.share_of_burst(burst, processes)
    assert (part.amount, part.get_expiry()) == (share, whole.get_expiry())


@ON_ONE
def test_each_served_process_knows_how_many_there_are(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[object, ...]] = []
    monkeypatch.setattr(serve_command, "create_app", lambda *arguments: served.append(arguments))
    monkeypatch.setattr(server_process, "serve_app", lambda *_: None)
    monkeypatch.setattr(ProcessSupervisor, "run", lambda self: self.work(None, -1, int) or 0)
    startup = Startup(PidFile(config.data_dir / "kliqs.pid"), ServiceManager({}))
    with socket.socket() as sock:
        for processes in (1, 4):
            serve_command.serve(config, processes, startup, sock)
    assert served == [(config, 1), (config, 4)]


async def test_the_address_is_what_the_trusted_proxy_saw(narrow: Quart) -> None:
    client = narrow.test_client()
    for _ in range(5):
        await client.get("/login", headers={"X-Forwarded-For": "6.6.6.6, 9.9.9.9"})
    assert (await client.get("/login", headers={"X-Forwarded-For": "1.2.3.4, 9.9.9.9"})).status_code == 429
    assert (await client.get("/login", headers={"X-Forwarded-For": "1.2.3.4, 8.8.8.8"})).status_code == 200


async def test_following_a_link_is_never_limited(narrow: Quart, sari: Account) -> None:
    await world.shorten(sari, "promo")
    answers = [await narrow.test_client().get("/promo") for _ in range(8)]
    assert {answer.status_code for answer in answers} == {302}


@pytest.mark.parametrize("path", ["/login", "/signup"])
async def test_a_form_that_is_too_large_is_a_413(visitor: Browser, database: str, path: str) -> None:
    assert (await visitor.post(path, form={"name": "x" * 300_000})).status_code == 413


async def test_a_chunked_form_is_counted_while_it_streams(app: Quart, database: str) -> None:
    headers = {
        "Host": "kliqs.test",
        "Sec-Fetch-Site": "same-origin",
        "Transfer-Encoding": "chunked",
        "Content-Type": "multipart/form-data; boundary=x",
    }
    async with app.test_client().request("/login", method="POST", headers=headers) as connection:
        await connection.send(b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n')
        for _ in range(40):
            await connection.send(b"x" * 16_384)
        await connection.send_complete()
    response = await connection.as_response()
    assert response.status_code == 413


async def test_length_and_chunks_together_end_the_connection(visitor: Browser, database: str) -> None:
    headers = {"Content-Length": "3", "Transfer-Encoding": "chunked"}
    response = await visitor.post("/login", data=b"a=b", headers=headers)
    assert response.status_code == 400
    assert response.headers["Connection"] == "close"


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded; charset=zz",
        "text/plain",
        "",
        "\xff",
    ],
)
async def test_odd_forms_are_never_our_fault(visitor: Browser, database: str, content_type: str) -> None:
    response = await visitor.post("/login", data=b"\xff\x00=%zz&email", headers={"Content-Type": content_type})
    assert 400 <= response.status_code < 500


async def test_a_proxys_own_line_counts_and_not_the_visitors(narrow: Quart) -> None:
    client = narrow.test_client()
    answers = []
    for number in range(7):
        headers = Headers([("X-Forwarded-For", f"6.6.6.{number}"), ("X-Forwarded-For", "9.9.9.9")])
        answers.append((await client.get("/login", headers=headers)).status_code)
    assert answers == [200] * 5 + [429] * 2


async def test_all_of_a_64_is_one_address_and_a_port_is_none(narrow: Quart) -> None:
    client = narrow.test_client()
    same = ["2001:db8::1", "2001:db8::2", "[2001:db8::3]:443", "[2001:db8::4]", "2001:db8:0:0:9::1", "2001:db8::5"]
    answers = [(await client.get("/login", headers={"X-Forwarded-For": address})).status_code for address in same]
    assert answers == [200] * 5 + [429]
    assert (await client.get("/login", headers={"X-Forwarded-For": "2001:db8:1::1"})).status_code == 200


@ON_ONE
async def test_every_post_of_every_surface_counts_as_a_burst_before_anything_is_done(
    narrow: Quart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(body: Body) -> None:
        raise AssertionError("the body was read")

    client = cast(Browser, narrow.test_client())
    for _ in range(5):
        await client.post("/nobody")
    monkeypatch.setattr(limits.CountingBody, "__await__", read)
    monkeypatch.setattr(limits.CountingBody, "__anext__", read)
    writing = [
        (rule.rule, method)
        for rule in narrow.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"GET", "HEAD", "OPTIONS"})
    ]
    assert len(writing) > 60
    for rule, method in writing:
        path = re.sub(r"<int:\w+>", "1", rule.replace("<uuid:id>", str(NIL)))
        path = re.sub(r"<\w+>", "somebody", path)
        assert (await client.open(path, method=method)).status_code == 429, f"{method} {path}"


async def test_looking_at_pages_of_visitors_goes_on_when_their_address_may_send_nothing_more(
    narrow: Quart, sari: Account
) -> None:
    await world.shorten(sari, "promo")
    client = narrow.test_client()
    assert [(await client.post("/report")).status_code for _ in range(6)][-1] == 429
    for path, status in {"/promo": 302, "/promo+": 200, "/nobody": 404, "/robots.txt": 200}.items():
        assert (await client.get(path)).status_code == status, path
        assert (await client.head(path)).status_code == status, path


def sending(content_type: str = "application/x-www-form-urlencoded", **more: str) -> dict[str, str]:
    return {"Host": "kliqs.test", "Sec-Fetch-Site": "same-origin", "Content-Type": content_type, **more}


@ON_ONE
@pytest.mark.parametrize("path", ["/login", "/api/v1/links"])
@pytest.mark.parametrize("begins", [b"", b"a=b"])
async def test_a_body_that_stops_coming_is_given_up_once(
    app: Quart, dewi: Account, monkeypatch: pytest.MonkeyPatch, path: str, begins: bytes
) -> None:
    given_up: list[HTTPException] = []
    give_up = limits.CountingBody._give_up

    def count(body: limits.CountingBody, reason: HTTPException) -> None:
        given_up.append(reason)
        give_up(body, reason)

    monkeypatch.setattr(limits.CountingBody, "_give_up", count)
    monkeypatch.setattr(limits, "MAX_SILENCE", 0.1)
    headers = sending(
        "application/json" if "api" in path else "application/x-www-form-urlencoded",
        **{"Content-Length": "100", "Authorization": f"Bearer {await world.key_of(dewi)}"},
    )
    async with app.test_client().request(path, method="POST", headers=headers) as connection:
        await connection.send(begins)
        async with asyncio.timeout(DEADLINE):
            await connection.receive()
    response = await connection.as_response()
    assert response.status_code == 408
    assert response.headers["Connection"] == "close"
    assert len(given_up) == 1


@ON_ONE
async def test_a_large_picture_may_take_its_time_while_its_bytes_come(
    app: Quart, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    now = 0.0
    monkeypatch.setattr(limits, "time", SimpleNamespace(monotonic=lambda: now))
    async with app.test_client().request(
        "/login", method="POST", headers=sending("multipart/form-data; boundary=x")
    ) as connection:
        await connection.send(b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n')
        for _ in range(6):
            now += limits.MAX_SILENCE / 3  # in all longer than silence may be
            await connection.send(b"x" * int(limits.MAX_SILENCE / 3 * limits.MIN_BYTES_PER_SECOND))
            await asyncio.sleep(0.01)  # whoever reads waits for more
        await connection.send(b"\r\n--x--\r\n")
        await connection.send_complete()
    assert (await connection.as_response()).status_code not in {408, 413, 500}


@ON_ONE
async def test_a_body_that_only_trickles_in_is_given_up(
    app: Quart, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    monkeypatch.setattr(limits, "MAX_SILENCE", 0.2)
    async with (
        app.test_client().request("/login", method="POST", headers=sending()) as connection,
        asyncio.timeout(DEADLINE),
        background_task(connection.receive()) as answer,
    ):
        while not answer.done():
            await connection.send(b"x")
            await asyncio.sleep(0.02)
    assert (await connection.as_response()).status_code == 408


@ON_ONE
@as_subtests("encoding", ["gzip", "br", "deflate, gzip", "x-unheard-of", "GZIP"])
@as_subtests("path", ["/login", "/report", "/api/v1/links"])
async def test_a_body_in_an_encoding_is_a_415(visitor: Browser, database: str, path: str, encoding: str) -> None:
    kind = "application/json" if "api" in path else "application/x-www-form-urlencoded"
    response = await visitor.post(
        path, data=zlib.compress(b"a=b"), headers={"Content-Encoding": encoding, "Content-Type": kind}
    )
    assert response.status_code == 415
    assert response.headers["Accept-Encoding"] == "identity"
    if "api" in path:
        answer = await response.get_json()
        assert answer["success"] is False
        assert answer["error"] == "UNSUPPORTED_MEDIA_TYPE"
        assert "Content-Encoding" in answer["message"]


async def test_a_body_that_says_it_is_not_encoded_is_taken(visitor: Browser, sari: Account) -> None:
    response = await visitor.post(
        "/login",
        data=b"email=sari@example.com&password=correct+horse+battery",
        headers={"Content-Encoding": "identity", "Content-Type": "application/x-www-form-urlencoded"},
    )
    assert response.status_code == 303


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/dashboard/media/", limits.MAX_UPLOAD),
        ("/dashboard/media", limits.MAX_UPLOAD),
        ("/dashboard/media-of-others", limits.MAX_FORM),
        (f"/dashboard/pages/{NIL}/blocks/b1/qris-picture", limits.MAX_UPLOAD),
        ("/somebody/qris-picture", limits.MAX_FORM),
        ("/api/v1/links/qris-picture", limits.MAX_JSON),
        ("/api/v1/pages", limits.MAX_PAGE_JSON),
        (f"/api/v1/pages/{NIL}", limits.MAX_PAGE_JSON),
        ("/api/v1/pages-of-others", limits.MAX_JSON),
    ],
)
def test_larger_bodies_are_allowed_on_their_own_routes_alone(path: str, most: int) -> None:
    assert limits.max_body_size(path) == most


def _items(header: str) -> Any:
    return http_sf.parse(header.encode(), tltype="list")


def _burst(headers: Headers) -> tuple[Any, Any]:
    """The parameters of the two burst headers, read as RFC 9651 wants them read."""
    policy, state = (_items(headers[name]) for name in ("RateLimit-Policy", "RateLimit"))
    assert [name for name, _ in policy] == [name for name, _ in state] == ["burst"]
    return policy[0][1], state[0][1]


async def test_every_answer_of_the_api_says_how_much_of_the_burst_is_left(narrow: Quart) -> None:
    client = narrow.test_client()
    for left, path in zip([4, 3, 2, 1, 0, 0], ["me", "links", "nothing", "openapi.json", "me", "me"], strict=True):
        response = await client.get(f"/api/v1/{path}")
        policy, state = _burst(response.headers)
        assert policy == {"q": 5, "w": 60}
        assert state["r"] == left
        assert 0 < state["t"] <= 60
    assert response.status_code == 429
    assert "RateLimit" not in (await client.get("/unknown")).headers
