"""Programs that write over and over by the JSON API, and remember what was acknowledged."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count

from aiohttp import ClientError, ClientSession

from app.links.models import Link
from tests.serving import Server
from tests.steady_load import PAUSE


class SteadyWrites:
    """`acknowledged` are the names of links that were made, `title` is the last title of a link that was acknowledged.

    `unanswered` counts the writes that got no answer of Kliqs.
    """

    def __init__(self, front: Server, key: str, link: str) -> None:
        self.front, self.key, self.link = front, key, link
        self.acknowledged, self.title, self.unanswered = set[str](), 0, 0

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Writes for the length of a block: one program makes links, another changes one."""
        until = asyncio.Event()
        headers = {"Authorization": f"Bearer {self.key}"}
        async with ClientSession(self.front.url, headers=headers) as session:
            writers = [asyncio.create_task(write(session, until)) for write in (self._make, self._change)]
            try:
                yield
            finally:
                until.set()
                await asyncio.gather(*writers)

    async def _make(self, session: ClientSession, until: asyncio.Event) -> None:
        while not until.is_set():
            made = await self._send(session, "POST", "/links", {"url": "https://example.com"}, 201)
            if made:
                self.acknowledged.add(made["short_code"])

    async def _change(self, session: ClientSession, until: asyncio.Event) -> None:
        for number in count(1):
            if until.is_set():
                return
            if await self._send(session, "PATCH", f"/links/{self.link}", {"title": str(number)}, 200):
                self.title = number

    async def _send(
        self, session: ClientSession, method: str, path: str, body: dict[str, str], wanted: int
    ) -> dict[str, str] | None:
        """What a write returned; None where nginx answers that nobody has."""
        await asyncio.sleep(PAUSE)
        try:
            async with session.request(method, f"/api/v1{path}", json=body) as response:
                if response.status == wanted:
                    data: dict[str, str] = (await response.json())["data"]
                    return data
                assert response.status in {502, 503, 504}, await response.text()
        except ClientError:
            pass
        self.unanswered += 1
        return None

    async def check(self, link: Link) -> None:
        """Asserts that everything that was acknowledged is there."""
        present = set(await Link.filter(account_id=link.account_id).values_list("short_code", flat=True))
        assert self.acknowledged <= present
        await link.refresh_from_db()
        assert int(link.title) >= self.title > 0
