"""The self-test: real requests through the real API with a real key, and what came back, step by step.

The requests take the whole way a caller's do, routing, guard and counting included; only the network is left out.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

from quart import Quart

from app.kernel import site
from app.kernel.refusal import N_

COST = 3  # counted requests: me, create, delete
DESTINATION = "https://example.com/kliqs-self-test"


@dataclass(frozen=True, slots=True)
class Step:
    """What one request was, what was answered, how long it took, and how many requests the month has left."""

    name: str
    request: str
    sent: str = ""
    status: int = 0
    answer: str = ""
    milliseconds: int = 0
    left: str = ""
    passed: bool = False
    error: str = ""
    data: dict[str, Any] = field(default_factory=dict)


NAMES = (N_("Check the key"), N_("Create a link"), N_("Follow the link"), N_("Delete the link"))


async def run(app: Quart, key: str, address: str) -> AsyncGenerator[Step]:
    """Yields each step as it ends and stops at the first that fails; a link it made is deleted in any case.

    `address` is whose burst limit the requests count against. Where the month has too few requests left to delete
    a link again, none is made: that step has no status.
    """
    tester = _Tester(app, " ".join(key.split()), address)
    first = await tester.step(NAMES[0], "GET", "/me")
    yield first
    if not first.passed:
        return
    if int(first.left) < COST - 1:
        yield Step(NAMES[1], "POST /api/v1/links", left=first.left, error="API_LIMIT_REACHED")
        return
    made = await tester.step(NAMES[1], "POST", "/links", {"url": DESTINATION, "title": "Kliqs self-test"}, expects=201)
    if not made.passed:
        yield made
        return
    try:
        yield made
        yield await tester.follow(made.data["short_code"])
    finally:
        deleted = await tester.step(NAMES[3], "DELETE", f"/links/{made.data['id']}")
    yield deleted


class _Tester:
    def __init__(self, app: Quart, key: str, address: str) -> None:
        self.client, self.key = app.test_client(use_cookies=False), key
        self.scope = {"client": (address, 0)}

    async def step(
        self, name: str, method: str, path: str, body: dict[str, str] | None = None, *, expects: int = 200
    ) -> Step:
        """One request to the API."""
        headers = {"Authorization": f"Bearer {self.key}", "Host": site.current().host("api")}
        began = time.perf_counter()
        response = await self.client.open(f"/api/v1{path}", method=method, headers=headers, json=body,
                                          scope_base=self.scope)
        milliseconds = round((time.perf_counter() - began) * 1000)
        answer = json.loads(await response.get_data(as_text=True))
        return Step(
            name, f"{method} /api/v1{path}", json.dumps(body) if body else "", response.status_code,
            json.dumps(answer, indent=2, ensure_ascii=False), milliseconds,
            response.headers.get("X-RateLimit-Remaining", ""), response.status_code == expects,
            answer.get("error", ""), answer.get("data") or {},
        )

    async def follow(self, short_code: str) -> Step:
        """The new link, asked for as a visitor would, without being counted (HEAD)."""
        began = time.perf_counter()
        response = await self.client.head(f"/{short_code}", headers={"Host": site.current().host("public")})
        location = response.headers.get("Location", "")
        return Step(
            NAMES[2], f"HEAD /{short_code}", "", response.status_code, f"Location: {location}",
            round((time.perf_counter() - began) * 1000), "", location == DESTINATION,
        )
