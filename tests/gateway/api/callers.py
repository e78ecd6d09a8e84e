"""Programs that use models with a key of Dewi's, on a real socket as `kliqs serve` has it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

import aiohttp
from quart import Quart

from app.accounts.models import Account
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.balance import MICRO, PURCHASE, AiBalance
from app.gateway.metering.ledger import add_entry
from app.kernel import site
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from tests.ways import listening

RUPIAH = 100_000 * MICRO
_numbers = count(1)


async def ai_key_of(account: Account, scopes: str = "ai", networks: str = "") -> str:
    """The raw text of a new key that may use models."""
    return (await ApiKey.issue(account, "assistant", terms=KeyTerms(scopes, networks, None)))[1]


async def buy_credits(account: Account, micro: int = RUPIAH) -> None:
    """Buys credits."""
    assert await add_entry(account.id, PURCHASE, micro, f"order of a test {next(_numbers)}")


@dataclass(frozen=True)
class Caller:
    """A program: where the API is, the account that pays, and its key."""

    url: str
    account: Account
    key: str

    @property
    def headers(self) -> dict[str, str]:
        """What each request sends."""
        return {"Host": site.current().host("api"), "Authorization": f"Bearer {self.key}"}

    @asynccontextmanager
    async def post(self, path: str, body: Any, **headers: str) -> AsyncGenerator[aiohttp.ClientResponse]:
        """Sends a request; leaving the block before the end closes the connection."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}{path}", json=body, headers=self.headers | headers) as response,
        ):
            yield response

    async def chat(self, **fields: Any) -> tuple[int, Any]:
        """Sends a chat that is not streamed; returns the status and the body of the answer."""
        async with self.post("/chat/completions", chat_body(**fields)) as response:
            return response.status, await response.json()

    async def events(self, **fields: Any) -> list[str]:
        """Sends a chat that is streamed; returns its events without their empty lines."""
        async with self.post("/chat/completions", chat_body(stream=True, **fields)) as response:
            return (await response.text()).split("\n\n")[:-1]

    async def request(self) -> AiRequest:
        """The only request of the account."""
        return await AiRequest.owned_by(self.account).get()

    async def balance(self) -> AiBalance:
        """What the account has."""
        return await AiBalance.get(account_id=self.account.id)


def chat_body(**fields: Any) -> dict[str, Any]:
    """The body of a chat."""
    return {"model": "small-1", "messages": [{"role": "user", "content": "Hello"}]} | fields


@asynccontextmanager
async def calling(app: Quart, account: Account) -> AsyncGenerator[Caller]:
    """The app on a port, and a caller with credits and a key."""
    await buy_credits(account)
    async with listening(app) as (port, _):
        yield Caller(f"http://127.0.0.1:{port}/v1", account, await ai_key_of(account))
