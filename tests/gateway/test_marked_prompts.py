"""What is said to models is nowhere on disk: marked prompts, looked for wherever anything could be kept or logged."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.gateway.catalogue.ai_model import EMBEDDING, IMAGE, VIDEO
from app.gateway.contents import content_store
from app.gateway.contents.kept_content import KeptContent
from app.gateway.metering.ai_request import RESERVED, AiRequest
from app.gateway.metering.limits_of_keys import AiKeyTerms
from app.jobs import Job
from app.kernel import clock, db
from app.keys.models import ApiKey
from tests import world
from tests.conftest import SECRET
from tests.databases import ON_BOTH, Template
from tests.gateway.api.callers import ai_key_of, buy_credits
from tests.gateway.api.conformance import offer_at
from tests.networks.stand_in import served
from tests.serving import Server, environment, serving
from tests.test_privacy import Kept
from tests.upstreams.openai_api import OpenAIApi
from tests.waiting import eventually

PROMPT, CUSTOMER = "zzprompt7731", "zzcustomer4410"
MARKS = (PROMPT, CUSTOMER)
CHAT = [{"role": "user", "content": f"Say {PROMPT}"}]


@pytest.fixture
def api() -> Iterator[OpenAIApi]:
    with served(OpenAIApi()) as stand_in:
        yield stand_in


@pytest.fixture
async def env(template: Template, tmp_path: Path) -> dict[str, str]:
    return environment(
        tmp_path / "data", await template.fresh(tmp_path), KLIQS_SECRET_KEY=SECRET, KLIQS_NET_ALLOW="127.0.0.1"
    )


@pytest.fixture
async def key(env: dict[str, str], api: OpenAIApi) -> str:
    """The key of an account with credits, and models of each kind at the stand-in."""
    async with db.database_open(env["KLIQS_DATABASE_URL"]):
        dewi = await world.dewi()
        await buy_credits(dewi)
        await offer_at(api, "openai", "chat", "chat-1", abilities=["tools", "responses"])
        await offer_at(api, "openai", "vectors", "embed-1", kind_of_model=EMBEDDING)
        await offer_at(api, "openai", "pictures", "image-1", kind_of_model=IMAGE)
        await offer_at(api, "openai", "videos", "video-1", kind_of_model=VIDEO)
        return await ai_key_of(dewi)


def ask_everything(server: Server, key: str, api: OpenAIApi) -> list[int]:
    """Says the mark in every way there is; returns the statuses."""
    chat = {"model": "chat", "messages": CHAT, "user": CUSTOMER, PROMPT: PROMPT}
    bodies: list[tuple[str, Any]] = [
        ("/chat/completions", chat),
        ("/chat/completions", chat | {"stream": True}),
        ("/responses", {"model": "chat", "input": f"Say {PROMPT}", "safety_identifier": CUSTOMER}),
        ("/embeddings", {"model": "vectors", "input": PROMPT, "user": CUSTOMER}),
        ("/images/generations", {"model": "pictures", "prompt": PROMPT, "user": CUSTOMER}),
        ("/videos", {"model": "videos", "prompt": PROMPT, "user": CUSTOMER}),
        ("/videos", {"model": "videos", "prompt": f"forbidden {PROMPT}"}),
        ("/messages", {"model": "chat", "max_tokens": 9, "messages": CHAT, "metadata": {"user_id": CUSTOMER}}),
        ("/chat/completions", chat | {"model": PROMPT}),
        ("/chat/completions", chat | {"messages": PROMPT}),
        ("/chat/completions", chat | {"messages": [{"role": PROMPT, "content": PROMPT}]}),
        ("/chat/completions", f'{{"model": "{PROMPT}'),
        (f"/{PROMPT}?{PROMPT}=1", chat),
    ]
    statuses = [ask(server, key, path, body) for path, body in bodies]
    for fault in ("503", "400", "text", "drop", "cut body"):
        api.fault(fault, "/v1/chat")
        statuses.append(ask(server, key, "/chat/completions", chat))
    api.fault("malformed", "/v1/chat")
    statuses.append(ask(server, key, "/chat/completions", chat | {"stream": True}))
    api.fault("hold", "/v1/chat")
    statuses.append(ask(server, key, "/chat/completions", chat | {"stream": True}, hang_up=True))
    statuses.append(ask(server, f"kliqs_sk_live_{PROMPT}", "/chat/completions", chat))
    return statuses


def ask(server: Server, key: str, path: str, body: Any, *, hang_up: bool = False) -> int:
    """Sends a request; returns the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    text = body if isinstance(body, str) else json.dumps(body)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", "User-Agent": "program"}
    connection.request("POST", f"/v1{path}", text, headers)
    answer = connection.getresponse()
    with suppress(http.client.IncompleteRead):
        answer.read(20) if hang_up else answer.read()
    connection.close()
    return answer.status


async def settled(url: str, number: int) -> None:
    """Waits until all requests but the videos under way are settled."""

    async def done() -> bool:
        async with db.database_open(url):
            under_way = AiRequest.filter(state=RESERVED).exclude(endpoint__startswith="videos")
            return await AiRequest.all().count() >= number and not await under_way.exists()

    await eventually(done)


@ON_BOTH
async def test_a_marked_prompt_is_nowhere_on_disk_unless_its_key_keeps_it_and_then_only_encrypted(
    env: dict[str, str], key: str, api: OpenAIApi, tmp_path: Path
) -> None:
    url = env["KLIQS_DATABASE_URL"]
    kept = Kept(url, tmp_path)
    with serving(env) as server:
        statuses = await asyncio.to_thread(ask_everything, server, key, api)
        assert statuses[:8] == [200] * 8 and {*statuses[8:13]} == {400, 404}
        await settled(url, 8)
        assert await kept.with_marks(MARKS) == {}
        assert await kept.know("chat.completions") or await kept.know("responses"), "what is kept is found"
        assert any(PROMPT.encode() in arrival.body for arrival in api.requests), "the upstream was told"
        assert not any(CUSTOMER.encode() in arrival.body for arrival in api.requests)

        async with db.database_open(url):
            found = await ApiKey.get(name="assistant")
            await AiKeyTerms.create(key_id=found.id, account_id=found.account_id, content_days=1)
            before = await AiRequest.all().count()
        await asyncio.to_thread(ask_everything, server, key, api)
        await settled(url, before + 8)
        assert await kept.with_marks(MARKS) == {}
        async with db.database_open(url):
            contents = [content_store.open_content(each) for each in await KeptContent.all()]
            assert sum(PROMPT in json.dumps(content) for content in contents) >= 8
            assert not any(CUSTOMER in json.dumps(content) for content in contents)
            await KeptContent.all().update(ends_at=clock.now())
            await content_store.purge(Job())
            assert await KeptContent.all().count() == 0
        assert server.stop() == 0
    assert await kept.with_marks(MARKS) == {}
