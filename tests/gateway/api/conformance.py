"""The official clients of OpenAI and Anthropic on the API of models, with stand-ins of upstreams behind it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from anthropic import AsyncAnthropic
from openai import AsyncOpenAI
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.metering.ai_request import AiRequest
from app.kernel import clock, site
from tests.gateway.api.callers import Caller, calling
from tests.gateway.offering import offer_model
from tests.mail.post import allow_this_machine
from tests.networks.stand_in import served
from tests.upstreams.anthropic_api import HAIKU, AnthropicApi
from tests.upstreams.gemini_api import FLASH, GeminiApi
from tests.upstreams.openai_api import OpenAIApi
from tests.upstreams.upstream import Upstream as StandIn
from tests.waiting import eventually

STAND_INS: dict[str, tuple[type[Any], str]] = {  # by the kind of adapter: the stand-in, and its model for chats
    "openai": (OpenAIApi, "chat-1"),
    "anthropic": (AnthropicApi, HAIKU),
    "gemini": (GeminiApi, FLASH),
}
CHATS = ["openai", "anthropic", "gemini"]
MODEL = "kliqs/chat"  # as we call it
PATIENT = 60.0  # seconds
PAUSE = 0.03  # seconds between the pieces of a stream that breaks, so that they arrive before it does
PRICES = {"input": 150, "output": 600, "images": 40_000_000}


@dataclass
class Conformance:
    """What a test has: the clients with a key of Dewi's, the stand-in behind the gateway, and what was settled."""

    caller: Caller
    api: Any
    kind: str
    clients: list[Any] = field(default_factory=list)

    def openai(self, **options: Any) -> AsyncOpenAI:
        """OpenAI's client."""
        usual: dict[str, Any] = {
            "api_key": self.caller.key,
            "base_url": self.caller.url,
            "max_retries": 0,
            "timeout": PATIENT,
        }
        client = AsyncOpenAI(default_headers={"Host": site.current().host("api")}, **usual | options)
        self.clients.append(client)
        return client

    def anthropic(self, **options: Any) -> AsyncAnthropic:
        """Anthropic's client, which adds /v1 to its base itself."""
        base = self.caller.url.removesuffix("/v1")
        usual: dict[str, Any] = {"api_key": self.caller.key, "base_url": base, "max_retries": 0, "timeout": PATIENT}
        client = AsyncAnthropic(default_headers={"Host": site.current().host("api")}, **usual | options)
        self.clients.append(client)
        return client

    async def settled(self, number: int = 1) -> list[AiRequest]:
        """The requests, oldest first, once so many are settled and nothing is reserved."""

        async def done() -> list[AiRequest] | None:
            requests = await AiRequest.owned_by(self.caller.account).order_by("created_at")
            return requests if len(requests) == number and all(each.settled_at for each in requests) else None

        requests: list[AiRequest] = await eventually(done)
        assert (await self.caller.balance()).reserved == 0
        return requests

    async def close(self) -> None:
        """Closes the clients."""
        for client in self.clients:
            await client.close()


@contextmanager
def stand_in(kind: str) -> Iterator[StandIn]:
    """A stand-in of an upstream on this machine, which the gateway may reach."""
    allow_this_machine()
    with served(STAND_INS[kind][0]()) as api:
        yield api


async def offer_at(
    api: Any, kind: str, id: str = MODEL, name: str = "", *, kind_of_model: str = CHAT, **columns: Any
) -> None:
    """Offers a model of a stand-in, where its name is `name`."""
    upstream = await Upstream.create(
        name=f"{kind} of {id}", kind=kind, base_url=api.base_url, created_at=clock.now(), enabled_at=clock.now()
    )
    upstream.credential = seal_credential(api.credential, credential_purpose(upstream.id))
    await upstream.save()
    await offer_model(id, upstream, PRICES, kind=kind_of_model, **columns)
    await Route.filter(model_id=id).update(upstream_model=name or STAND_INS[kind][1])
    forget_offered()


@asynccontextmanager
async def conforming(app: Quart, account: Account, kind: str) -> AsyncGenerator[Conformance]:
    """A gateway with a chat model of an upstream of this kind."""
    with stand_in(kind) as api:
        await offer_at(api, kind, abilities=["tools", "vision", "json", "reasoning"])
        async with calling(app, account) as caller:
            conformance = Conformance(caller, api, kind)
            try:
                yield conformance
            finally:
                await conformance.close()
