"""How much and how often (security.md §1)."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from quart import Quart
from werkzeug.datastructures import Headers

from app import create_app
from app.accounts.models import Account
from app.front.following import followed
from app.kernel.config import Config
from tests import world
from tests.client import Browser, browsers_of
from tests.conftest import ORIGIN, SECRET


@pytest.fixture
async def narrow(database: str, tmp_path: Path) -> AsyncGenerator[Quart]:
    config = Config(data_dir=tmp_path, database_url=database, hosts=ORIGIN, secret_key=SECRET, burst_limit="5/minute",
                    trusted_hops=1)
    config.prepare()
    app = browsers_of(create_app(config))
    async with followed(config, database, app.extensions["following"]):
        yield app


async def test_a_burst_from_one_address_is_refused_with_the_seconds_to_wait(narrow: Quart) -> None:
    client = narrow.test_client()
    answers = [await client.get("/api/v1/me") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert (await answers[-1].get_json())["error"] == "RATE_LIMITED"
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


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
    headers = {"Host": "kliqs.test", "Sec-Fetch-Site": "same-origin", "Transfer-Encoding": "chunked",
               "Content-Type": "multipart/form-data; boundary=x"}
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
    ["multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded; charset=zz",
     "text/plain", "", "\xff"],
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
    answers = [(await client.get("/login", headers={"X-Forwarded-For": one})).status_code for one in same]
    assert answers == [200] * 5 + [429]
    assert (await client.get("/login", headers={"X-Forwarded-For": "2001:db8:1::1"})).status_code == 200
