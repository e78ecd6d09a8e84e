"""The JSON API of webhooks does what the pages do."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock, installation
from app.team.audit_entry import AuditEntry
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.client import Browser
from tests.webhooks.receiver import endpoint_of, receiving, send_due

URL = "/api/v1/webhooks"
NEW = {"url": "https://shop.example/hooks", "events": ["link.created"]}
Caller = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


@pytest.fixture
async def call(visitor: Browser, dewi: Account) -> Caller:
    key = {"Authorization": f"Bearer {await world.key_of(dewi)}"}

    async def call(method: str, path: str, body: Any = None) -> tuple[int, dict[str, Any]]:
        options = {} if body is None else {"json": body}
        response = await visitor.open(path, method=method, headers=key, **options)
        return response.status_code, await response.get_json()

    return call


async def test_an_endpoint_is_made_read_changed_and_deleted(call: Caller, dewi: Account) -> None:
    status, body = await call("POST", URL, NEW | {"description": "Shop"})
    made, id = body["data"], body["data"]["id"]
    assert status == 201
    assert made["secret"].startswith("whsec_")
    status, body = await call("GET", f"{URL}/{id}")
    assert (status, body["data"]) == (200, {name: value for name, value in made.items() if name != "secret"})
    assert (await call("GET", URL))[1]["data"]["webhooks"] == [body["data"]]
    status, body = await call("PATCH", f"{URL}/{id}", {"events": ["qr.created", "link.deleted"], "enabled": False})
    changed = body["data"]
    assert (changed["events"], changed["enabled"], changed["disabled_reason"]) == (
        ["link.deleted", "qr.created"], False, "member",
    )  # fmt: skip
    assert (changed["url"], changed["description"]) == (NEW["url"], "Shop")
    assert (await call("PATCH", f"{URL}/{id}", {"enabled": True, "description": None}))[1]["data"]["enabled"]
    assert (await call("DELETE", f"{URL}/{id}")) == (200, {"success": True, "data": {"id": id, "deleted": True}})
    assert (await call("GET", f"{URL}/{id}"))[0] == 404
    assert [entry.thing for entry in await AuditEntry.all()] == ["shop.example"] * 4


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"url": "http://shop.example"}, "INVALID_WEBHOOK_URL", "url"),
        ({"url": "https://127.0.0.1"}, "INVALID_WEBHOOK_URL", "url"),
        ({"events": ["link.clicked"]}, "INVALID_REQUEST", "events"),
        ({"events": []}, "INVALID_REQUEST", "events"),
        ({"events": "link.created"}, "INVALID_REQUEST", "events"),
        ({"url": None}, "INVALID_REQUEST", "url"),
    ],
)
async def test_a_refusal_names_its_field(call: Caller, change: dict[str, Any], code: str, field: str) -> None:
    status, body = await call("POST", URL, NEW | change)
    assert (status, body["error"], body["field"]) == (400, code, field)


async def test_there_are_as_many_as_the_plan_allows(call: Caller) -> None:
    for _ in range(10):
        assert (await call("POST", URL, NEW))[0] == 201
    assert (await call("POST", URL, NEW))[1]["error"] == "WEBHOOK_LIMIT_REACHED"


async def test_a_secret_is_replaced(call: Caller, dewi: Account) -> None:
    endpoint = await endpoint_of(dewi, NEW["url"])  # type: ignore[arg-type]
    _, body = await call("POST", f"{URL}/{endpoint.id}/rotate")
    await endpoint.refresh_from_db()
    assert body["data"]["secret"] == endpoint.read_secret()
    assert len(endpoint.signing_secrets()) == 2


async def test_deliveries_are_listed_read_and_sent_again(call: Caller, dewi: Account) -> None:
    async with receiving(status=500, answer=b"oh") as receiver:
        endpoint = await endpoint_of(dewi, receiver.url)
        for number in range(3):
            await world.shorten(dewi, f"link-{number}")
        await send_due()
        path = f"{URL}/{endpoint.id}/deliveries"
        first = (await call("GET", f"{path}?limit=2"))[1]["data"]
        second = (await call("GET", f"{path}?limit=2&cursor={first['next_cursor']}"))[1]["data"]
        rows = [*first["deliveries"], *second["deliveries"]]
        assert (len(rows), second["next_cursor"]) == (3, None)
        assert {(row["state"], row["last_status"], row["tries"]) for row in rows} == {("waiting", 500, 1)}
        assert (await call("GET", f"{path}?state=delivered"))[1]["data"]["deliveries"] == []
        one = (await call("GET", f"{path}/{rows[0]['id']}"))[1]["data"]
        assert [(attempt["status"], attempt["answer"]) for attempt in one["attempts"]] == [(500, "oh")]
        assert '"type":"link.created"' in one["body"]
        receiver.status = 200
        replay = f"{URL}/{endpoint.id}/replay"
        assert await call("POST", replay, {"id": rows[0]["id"]}) == (202, {"success": True, "data": {"events": 1}})
        await send_due()
        assert (await call("GET", f"{path}?state=delivered"))[1]["data"]["deliveries"][0]["id"] == rows[0]["id"]
        since = (clock.now() - timedelta(hours=1)).isoformat()
        assert (await call("POST", replay, {"since": since}))[1]["data"] == {"events": 1}
        assert (await call("POST", replay, {"since": since}))[1]["error"] == "REPLAY_RUNNING"
    for body in ({}, {"since": "yesterday"}, {"since": "2026-01-01T00:00:00"}):
        assert (await call("POST", replay, body))[1]["error"] == "INVALID_REQUEST"
    future = (clock.now() + timedelta(days=1)).isoformat()
    await send_due()
    await WebhookEndpoint.all().update(replayed_at=None)
    assert (await call("POST", replay, {"since": future}))[1]["error"] == "NOTHING_TO_REPLAY"
    for odd in (f"{path}/evt_x", f"{path}/%00", f"{URL}/{uuid4()}/deliveries"):
        assert (await call("GET", odd))[0] == 404
    for odd in ("cursor=x", "event=%00", "state=x", "limit=0"):
        assert (await call("GET", f"{path}?{odd}"))[0] == 400
    await call("PATCH", f"{URL}/{endpoint.id}", {"enabled": False})
    assert (await call("POST", replay, {"since": since}))[1]["error"] == "WEBHOOK_OFF"


async def test_a_test_event_answers_with_what_was_sent_and_answered(call: Caller, dewi: Account) -> None:
    async with receiving(answer=b"ok", status=200) as receiver:
        endpoint = await endpoint_of(dewi, receiver.url)
        status, body = await call("POST", f"{URL}/{endpoint.id}/test")
    assert (status, body["data"]["type"], body["data"]["state"]) == (200, "test", "delivered")
    assert body["data"]["attempts"][0]["answer"] == "ok"
    assert receiver.types == ["test"]


async def test_a_test_that_is_refused_sends_nothing(call: Caller, visitor: Browser, dewi: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(dewi, receiver.url)
        await Account.filter(id=dewi.id).update(frozen_at=clock.now())
        assert (await call("POST", f"{URL}/{endpoint.id}/test"))[1]["error"] == "INVALID_REQUEST"
        await Account.filter(id=dewi.id).update(frozen_at=None)
        headers = {"Authorization": f"Bearer {await world.key_of(dewi)}", "Kliqs-Strict": "1"}
        response = await visitor.post(f"{URL}/{endpoint.id}/test?x=1", headers=headers)
        assert (await response.get_json())["error"] == "UNKNOWN_FIELD"
    assert receiver.types == []


async def test_an_address_that_is_no_longer_allowed_can_be_turned_off(call: Caller, dewi: Account) -> None:
    endpoint = await endpoint_of(dewi, "http://127.0.0.1:8000/hooks")
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": ""})
    assert (await call("PATCH", f"{URL}/{endpoint.id}", {"events": ["qr.created"]}))[0] == 400
    assert (await call("PATCH", f"{URL}/{endpoint.id}", {"enabled": False}))[0] == 200


async def test_tests_are_limited_as_requests_are(call: Caller, dewi: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(dewi, receiver.url)
        for _ in range(31):
            status, body = await call("POST", f"{URL}/{endpoint.id}/test")
    assert (status, body["error"]) == (429, "RATE_LIMITED")


async def test_nobody_sees_the_endpoints_of_others(call: Caller, sari: Account) -> None:
    endpoint = await endpoint_of(sari, NEW["url"])  # type: ignore[arg-type]
    paths = [
        "GET",
        "",
        "PATCH",
        "",
        "DELETE",
        "",
        "POST",
        "/rotate",
        "POST",
        "/test",
        "GET",
        "/deliveries",
        "POST",
        "/replay",
    ]
    for method, path in zip(paths[::2], paths[1::2], strict=True):
        body = {"since": "2026-01-01T00:00:00Z"} if method in ("PATCH", "POST") else None
        assert (await call(method, f"{URL}/{endpoint.id}{path}", body))[0] == 404, path
    assert (await call("GET", URL))[1]["data"]["webhooks"] == []
