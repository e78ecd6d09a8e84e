"""The self-test: sends real requests to the API with the user's key and reports each response.

The requests pass through the whole app, including routing, authentication and counting; only the network is left out.
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

REQUEST_COUNT = 3  # requests that a whole self-test counts: me, create, delete
DESTINATION = "https://example.com/kliqs-self-test"


@dataclass(frozen=True, slots=True)
class Step:
    """One request of the self-test and its response.

    `request` is method and path, `sent` the body, `answer` the body of the response, `left` how many requests the month
    has left, `error` the error code, and `data` the payload of the response.
    """

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


STEP_NAMES = (N_("Check the key"), N_("Create a link"), N_("Follow the link"), N_("Delete the link"))


async def run_self_test(app: Quart, key: str, address: str) -> AsyncGenerator[Step]:
    """Yields each step as it ends and stops at the first that fails; a link that was created is deleted in any case.

    `address` is the IP address whose burst limit the requests count towards. If the month has too few requests left to
    delete the link again, none is created: that step has status 0.
    """
    tester = _Tester(app, " ".join(key.split()), address)
    first = await tester.step(STEP_NAMES[0], "GET", "/me")
    yield first
    if not first.passed:
        return
    if int(first.left) < REQUEST_COUNT - 1:
        yield Step(STEP_NAMES[1], "POST /api/v1/links", left=first.left, error="API_LIMIT_REACHED")
        return
    body = {"url": DESTINATION, "title": "Kliqs self-test"}
    created = await tester.step(STEP_NAMES[1], "POST", "/links", body, expects=201)
    if not created.passed:
        yield created
        return
    try:
        yield created
        yield await tester.follow(created.data["short_code"])
    finally:
        deleted = await tester.step(STEP_NAMES[3], "DELETE", f"/links/{created.data['id']}")
    yield deleted


class _Tester:
    """Sends the requests of one self-test."""

    def __init__(self, app: Quart, key: str, address: str) -> None:
        self.client, self.key = app.test_client(use_cookies=False), key
        self.scope = {"client": (address, 0)}

    async def step(
        self, name: str, method: str, path: str, body: dict[str, str] | None = None, *, expects: int = 200
    ) -> Step:
        """Sends one request to the API; `expects` is the status that passes."""
        headers = {"Authorization": f"Bearer {self.key}", "Host": site.current().host("api")}
        started = time.perf_counter()
        response = await self.client.open(
            f"/api/v1{path}", method=method, headers=headers, json=body, scope_base=self.scope
        )
        milliseconds = round((time.perf_counter() - started) * 1000)
        payload = json.loads(await response.get_data(as_text=True))
        return Step(
            name,
            f"{method} /api/v1{path}",
            json.dumps(body) if body else "",
            response.status_code,
            json.dumps(payload, indent=2, ensure_ascii=False),
            milliseconds,
            response.headers.get("X-RateLimit-Remaining", ""),
            response.status_code == expects,
            payload.get("error", ""),
            payload.get("data") or {},
        )

    async def follow(self, short_code: str) -> Step:
        """Follows the new link as a visitor would, with HEAD, which is not counted as a visit."""
        started = time.perf_counter()
        response = await self.client.head(f"/{short_code}", headers={"Host": site.current().host("public")})
        location = response.headers.get("Location", "")
        return Step(
            STEP_NAMES[2],
            f"HEAD /{short_code}",
            "",
            response.status_code,
            f"Location: {location}",
            round((time.perf_counter() - started) * 1000),
            "",
            location == DESTINATION,
        )
