"""A program with a key that calls the JSON API of pages."""

import json
from typing import Any

from quart import Response

from tests.client import Browser

PAGES = "/api/v1/pages"
Answer = tuple[int, Any]


class Caller:
    def __init__(self, client: Browser, key: str) -> None:
        self.client, self.key = client, key

    async def raw(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        sent = {"Authorization": f"Bearer {self.key}"} | headers
        return await self.client.open(PAGES + path, method=method, headers=sent, json=body)

    async def __call__(self, method: str, path: str, body: Any = None) -> Answer:
        response = await self.raw(method, path, body)
        return response.status_code, json.loads(await response.get_data(as_text=True))

    async def done(self, method: str, path: str, body: Any = None) -> Any:
        """What stands under `data` of an answer that is a success."""
        status, answer = await self(method, path, body)
        assert status in {200, 201}, answer
        return answer["data"]

    async def refused(self, method: str, path: str, body: Any = None) -> tuple[int, str, str]:
        """Status, code and field of a refusal."""
        status, answer = await self(method, path, body)
        assert not answer["success"]
        return status, answer["error"], answer.get("field", "")
