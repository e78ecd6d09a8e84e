"""A server that dies between the write and the answer: the same key then gets the same answer, and nothing is twice."""

import http.client
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.kernel import clock, db
from app.keys.models import IdempotencyKey
from app.links.models import Link
from tests import serving
from tests.databases import ON_POSTGRES, Template
from tests.serving import Server, environment, key_with_room
from tests.waiting import DEADLINE
from tests.world import SECRET

BODY = {"url": "https://example.com/p", "title": "Sekali saja"}
# The server of the tests, which kills itself at a chosen moment of the first request that is counted.
DYING = """
import os, signal
from contextlib import asynccontextmanager
from app.keys import api_authentication, idempotency

def die():
    os.kill(os.getpid(), signal.SIGKILL)

counted, store = api_authentication.counted_request, idempotency.store_answer

@asynccontextmanager
async def dying_after_commit():
    async with counted():
        yield
    die()

async def dying_before_commit():
    await store()
    die()

if os.environ["DIE"] == "after commit":
    api_authentication.counted_request = dying_after_commit
else:
    idempotency.store_answer = dying_before_commit
from app.__main__ import main
main()
"""


def post(server: Server, key: str) -> tuple[int, Any, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=DEADLINE)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", "Idempotency-Key": "order-1"}
    connection.request("POST", "/api/v1/links", json.dumps(BODY), headers)
    response = connection.getresponse()
    answer = response.status, json.loads(response.read()), response.headers
    connection.close()
    return answer


async def links(env: dict[str, str]) -> list[Link]:
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        return await Link.all()


def die_answering(env: dict[str, str], key: str, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a server begin to answer the request, and die at the moment."""
    monkeypatch.setattr(serving, "COMMAND", [sys.executable, "-c", DYING])
    with serving.serving(env | {"DIE": moment}) as server:
        monkeypatch.undo()
        with pytest.raises((http.client.HTTPException, OSError)):
            post(server, key)
        server.process.wait(DEADLINE)


@ON_POSTGRES
async def test_a_crash_between_write_and_answer_and_then_the_same_key_give_the_same_answer(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET)
    key = await key_with_room(env)
    die_answering(env, key, "after commit", monkeypatch)
    [made] = await links(env)
    with serving.serving(env) as server:
        for _ in range(2):
            status, answer, headers = post(server, key)
            assert (status, headers["Idempotency-Replayed"]) == (201, "true")
            assert (answer["data"]["id"], answer["data"]["title"]) == (str(made.id), "Sekali saja")
            assert answer["data"]["short_url"].endswith(f"/{made.short_code}")
    assert len(await links(env)) == 1


@ON_POSTGRES
async def test_a_crash_before_the_write_is_stored_leaves_nothing_and_then_the_key_is_free(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET)
    key = await key_with_room(env)
    die_answering(env, key, "before commit", monkeypatch)
    assert await links(env) == []
    with serving.serving(env) as server:
        status, refused, headers = post(server, key)
        assert (status, refused["error"], headers["Retry-After"]) == (409, "IDEMPOTENCY_KEY_IN_USE", "2")
        async with db.database_open(env["KLIQS_DATABASE_URL"]):
            await IdempotencyKey.all().update(claimed_until=clock.now())  # a minute later
        assert post(server, key)[0] == 201
        assert post(server, key)[0] == 201
    assert len(await links(env)) == 1
