"""The self-test: sends real requests to the API with the user's key and reports each response.

The requests pass through the whole app, including routing, authentication and counting; only the network is left out.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from quart import Quart, Response

from app.kernel import site
from app.kernel.refusal import N_
from app.keys.models import ApiKey, MonthlyUsage
from app.keys.refusals import InvalidApiKey
from app.keys.scopes import API, SCOPE_OF_ROUTE, missing_scopes

REQUEST_COUNT = 3  # requests that a whole self-test counts at most: me, create, delete
Body = dict[str, str] | None
MODELS = "/v1/models"  # of the AI gateway, for keys with its scope
DESTINATION = "https://example.com/kliqs-self-test"


@dataclass(frozen=True, slots=True)
class Step:
    """One request of the self-test and its response.

    `request` is method and path, `sent` the body, `answer` the body of the response, `left` how many requests the
    month has left, `error` the error code, and `data` the payload of the response. The step that checks the scopes has
    `refused`, how many requests it sent that had to be refused, and their list as `answer`.
    """

    name: str
    request: str = ""
    sent: str = ""
    status: int = 0
    answer: str = ""
    milliseconds: int = 0
    left: str = ""
    passed: bool = False
    error: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    refused: int | None = None


STEP_NAMES = (
    N_("Check the key"),
    N_("Check its scopes"),
    N_("Create a link"),
    N_("Follow the link"),
    N_("Delete the link"),
)
NOTHING = str(UUID(int=0))  # the id of a thing that does not exist


def probe_of_scope(scopes: Mapping[tuple[str, str], str], scope: str) -> tuple[str, str]:
    """Returns method and path of a request that needs a scope; `scopes` are by method and path of the operations.

    It is about a thing that does not exist, so that it changes nothing where it is not refused.
    """
    found = [route for route, needed in scopes.items() if needed == scope]
    method, path = min(found, key=lambda route: ("{id}" not in route[1], route[0] != "GET"))
    return method, re.sub(r"{\w+}", NOTHING, path)


async def run_self_test(app: Quart, key: str, address: str) -> AsyncGenerator[Step]:
    """Yields each step as it ends and stops at the first that fails; a link that was created is deleted in any case.

    What the key lacks a scope for must be refused, and that is a passed step; without `links:write` no link is created.
    `address` is the IP address that the requests come from. If the month has too few requests left to delete the link
    again, none is created: that step has status 0.
    """
    key = " ".join(key.split())
    tester, found = _Tester(app, key, address), await _find(key)
    lacking = missing_scopes(found.scopes) if found else []
    first = await tester.step(STEP_NAMES[0], "GET", "/me", lacks="account:read" if "account:read" in lacking else "")
    yield first
    if not first.passed or found is None:
        return
    scopes = await tester.probe(lacking, uses_models=found.may_use_models)
    yield scopes
    if not scopes.passed or "links:write" in lacking:
        return
    left = int(first.left) if first.left else await _requests_left(found)
    if left < REQUEST_COUNT - bool(first.left):
        yield Step(STEP_NAMES[2], "POST /api/v1/links", left=str(left), error="API_LIMIT_REACHED")
        return
    async for step in _link_steps(tester):
        yield step


async def _link_steps(tester: _Tester) -> AsyncGenerator[Step]:
    """Yields the steps that create a link, follow it and delete it."""
    body = {"url": DESTINATION, "title": "Kliqs self-test"}
    created = await tester.step(STEP_NAMES[2], "POST", "/links", body, expects=201)
    if not created.passed:
        yield created
        return
    try:
        yield created
        yield await tester.follow(created.data["short_code"])
    finally:
        deleted = await tester.step(STEP_NAMES[4], "DELETE", f"/links/{created.data['id']}")
    yield deleted


async def _find(key: str) -> ApiKey | None:
    """Returns the key with a raw text, valid or not; None if there is none."""
    try:
        return await ApiKey.find(key)
    except InvalidApiKey:
        return None


async def _requests_left(key: ApiKey) -> int:
    """Returns how many requests the month has left; a key without `account:read` cannot ask the API."""
    usage = await MonthlyUsage.usage_of(key.account)
    return max(0, usage.limit - usage.used)


class _Tester:
    """Sends the requests of one self-test."""

    def __init__(self, app: Quart, key: str, address: str) -> None:
        self.app, self.client, self.key = app, app.test_client(use_cookies=False), key
        self.scope = {"client": (address, 0)}

    async def probe(self, lacking: list[str], *, uses_models: bool) -> Step:
        """Sends a request for each scope that the key lacks; it passes if each is refused for that reason.

        A key that may use models asks for their list, too, which is free and must be answered.
        """
        steps = [await self._probe(scope) for scope in lacking]
        steps += [await self._list_models()] if uses_models else []
        lines = [f"{step.request} → {step.status} {step.error}".strip() for step in steps]
        return Step(
            STEP_NAMES[1],
            answer="\n".join(lines),
            milliseconds=sum(step.milliseconds for step in steps),
            passed=all(step.passed for step in steps),
            refused=len(lacking),
        )

    async def _list_models(self) -> Step:
        """Asks for the AI models that the key may use."""
        response, milliseconds = await self._send("GET", MODELS, None)
        return Step(
            "",
            f"GET {MODELS}",
            status=response.status_code,
            milliseconds=milliseconds,
            passed=response.status_code == 200,
        )

    async def _probe(self, scope: str) -> Step:
        """Sends a request that needs a scope which the key lacks."""
        method, path = probe_of_scope(self.app.extensions[SCOPE_OF_ROUTE], scope)
        return await self.step("", method, path.removeprefix(API), None if method == "GET" else {}, lacks=scope)

    async def step(
        self, name: str, method: str, path: str, body: Body = None, *, expects: int = 200, lacks: str = ""
    ) -> Step:
        """Sends one request to the API; `expects` is the status that passes.

        If the key lacks a scope for it, it passes if it is refused for that reason.
        """
        response, milliseconds = await self._send(method, API + path, body)
        payload = json.loads(await response.get_data(as_text=True))
        return Step(
            name,
            f"{method} {API}{path}",
            json.dumps(body) if body is not None else "",
            response.status_code,
            json.dumps(payload, indent=2, ensure_ascii=False),
            milliseconds,
            response.headers.get("X-RateLimit-Remaining", ""),
            payload.get("scope") == lacks if lacks else response.status_code == expects,
            payload.get("error", ""),
            payload.get("data") or {},
        )

    async def _send(self, method: str, path: str, body: Body) -> tuple[Response, int]:
        """Sends one request with the key; returns the response and its duration in milliseconds."""
        headers = {"Authorization": f"Bearer {self.key}", "Host": site.current().host("api")}
        started = time.perf_counter()
        response = await self.client.open(path, method=method, headers=headers, json=body, scope_base=self.scope)
        return response, round((time.perf_counter() - started) * 1000)

    async def follow(self, short_code: str) -> Step:
        """Follows the new link as a visitor would, with HEAD, which is not counted as a visit."""
        started = time.perf_counter()
        response = await self.client.head(f"/{short_code}", headers={"Host": site.current().host("public")})
        location = response.headers.get("Location", "")
        return Step(
            STEP_NAMES[3],
            f"HEAD /{short_code}",
            "",
            response.status_code,
            f"Location: {location}",
            round((time.perf_counter() - started) * 1000),
            "",
            location == DESTINATION,
        )
