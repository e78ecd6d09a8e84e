"""A POST with an Idempotency-Key is done once, however often and at how many places at once it is sent."""

import asyncio
import io
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image
from quart.datastructures import FileStorage

from app.accounts.models import Account
from app.docs.reference_pages import OPERATIONS
from app.kernel import clock, secrets
from app.keys.models import IdempotencyKey
from app.links.models import Link
from app.links.tag import Tag
from app.media.models import Media
from app.ops import retention_sweep
from app.pages.content import Content
from app.pages.models import Page
from app.qr.models import QrCode
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.links.test_api import URL, Caller, call, requests_of
from tests.publishing.api.posts_made import good_requests
from tests.subtests import as_subtests
from tests.webhooks.receiver import endpoint_of, receiving, send_due

__all__ = ["call"]
BODY = {"url": "https://example.com/p"}
KEY = {"Idempotency-Key": "order-8f3f"}


async def test_the_same_request_is_answered_again_and_done_once(call: Caller, dewi: Account) -> None:
    status, first, headers = await call("POST", URL, BODY, headers=KEY)
    assert (status, "Idempotency-Replayed" in headers) == (201, False)
    for body in (BODY, json.loads(json.dumps(BODY, indent=3))):
        status, again, headers = await call("POST", URL, body, headers=KEY)
        assert (status, again, headers["Idempotency-Replayed"]) == (201, first, "true")
        assert headers["X-RateLimit-Remaining"] == "9999"
    assert await world.links_used(dewi) == await requests_of(dewi) == 1
    assert await AuditEntry.filter(account_id=dewi.id, act="links_api.create_link").count() <= 1


async def test_another_request_under_the_same_key_is_refused(call: Caller, dewi: Account) -> None:
    await call("POST", URL, BODY, headers=KEY)
    link = await Link.owned_by(dewi).get()
    for path, body in (
        (URL, {"url": "https://example.com/other"}),
        (f"{URL}?dry=1", BODY),
        (f"/api/v1/links/{link.id}/qr-codes", BODY),
    ):
        status, refused, _ = await call("POST", path, body, headers=KEY)
        assert (status, refused["error"], refused["field"]) == (422, "IDEMPOTENCY_KEY_REUSED", "Idempotency-Key")
    assert await world.links_used(dewi) == 1


async def test_a_key_belongs_to_an_account_and_to_all_of_its_api_keys(
    visitor: Browser, dewi: Account, sari: Account
) -> None:
    callers = [Caller(visitor, await world.key_of(account)) for account in (dewi, dewi, sari)]
    first, second, others = [await caller("POST", URL, BODY, headers=KEY) for caller in callers]
    assert first[1] == second[1]
    assert others[1]["data"]["id"] != first[1]["data"]["id"]
    assert (await world.links_used(dewi), await world.links_used(sari)) == (1, 1)


async def test_a_refused_request_leaves_its_key_free(call: Caller, dewi: Account) -> None:
    status, _, _ = await call("POST", URL, {"url": "nope"}, headers=KEY)
    assert status == 400
    assert await IdempotencyKey.all().count() == 0
    assert (await call("POST", URL, BODY, headers=KEY))[0] == 201


async def test_twenty_at_once_make_one(call: Caller, dewi: Account) -> None:
    answers = await asyncio.gather(*(call("POST", URL, BODY, headers=KEY) for _ in range(20)))
    assert {status for status, _, _ in answers} <= {201, 409}
    made = [body["data"]["id"] for status, body, _ in answers if status == 201]
    assert len(made) >= 1 and len({*made}) == 1
    for status, body, headers in answers:
        assert status == 201 or (body["error"], headers["Retry-After"]) == ("IDEMPOTENCY_KEY_IN_USE", "2")
    assert await world.links_used(dewi) == await requests_of(dewi) == 1
    assert (await call("POST", URL, BODY, headers=KEY))[1]["data"]["id"] == made[0]


async def test_a_key_whose_request_died_is_free_after_a_minute(call: Caller, dewi: Account, moved: Clock) -> None:
    await IdempotencyKey.claim_for(dewi, secrets.hmac_digests("idempotency-key", KEY["Idempotency-Key"])[0], "x" * 64)
    assert (await call("POST", URL, BODY, headers=KEY))[1]["error"] == "IDEMPOTENCY_KEY_REUSED"
    moved.to(clock.now() + timedelta(seconds=61))
    assert (await call("POST", URL, BODY, headers=KEY))[0] == 201


async def test_a_request_that_lost_its_key_leaves_nothing(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    shorten = Link.shorten

    async def slow(*args: Any, **changes: Any) -> Link:
        await IdempotencyKey.all().update(claim=uuid4())  # as the next request does after a minute
        return await shorten(*args, **changes)

    monkeypatch.setattr(Link, "shorten", slow)
    status, refused, _ = await call("POST", URL, BODY, headers=KEY)
    assert (status, refused["error"]) == (409, "IDEMPOTENCY_KEY_IN_USE")
    assert await world.links_used(dewi) == await requests_of(dewi) == 0


async def test_a_key_is_kept_for_a_day(call: Caller, dewi: Account, moved: Clock) -> None:
    first = (await call("POST", URL, BODY, headers=KEY))[1]["data"]["id"]
    moved.to(clock.now() + timedelta(hours=23, minutes=59))
    assert (await call("POST", URL, BODY, headers=KEY))[1]["data"]["id"] == first
    moved.to(clock.now() + timedelta(minutes=2))
    await retention_sweep.delete_expired()
    assert await IdempotencyKey.all().count() == 0
    assert (await call("POST", URL, BODY, headers=KEY))[1]["data"]["id"] != first


async def test_what_is_stored_reveals_neither_key_nor_request_nor_answer(call: Caller, dewi: Account) -> None:
    body = BODY | {"title": "Rahasia besar", "password": "sandi-lewat"}
    await call("POST", URL, body, headers=KEY)
    stored = json.dumps(await IdempotencyKey.all().values(), default=str)
    for secret in ("8f3f", "Rahasia", "sandi-lewat", "example.com", secrets.sha256_hex(KEY["Idempotency-Key"])):
        assert secret not in stored


async def test_an_answer_of_a_removed_secret_is_no_second_link(
    call: Caller, dewi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call("POST", URL, BODY, headers=KEY)
    await IdempotencyKey.all().update(answer="of another secret")
    assert (await call("POST", URL, BODY, headers=KEY))[0] == 422
    assert await world.links_used(dewi) == 1


@as_subtests("key", ["", " ", "x" * 256, "käy", "a\tb"])
async def test_a_key_that_is_none_is_refused(call: Caller, dewi: Account, key: str) -> None:
    status, refused, _ = await call("POST", URL, BODY, headers={"Idempotency-Key": key})
    assert (status, refused["error"], refused["field"]) == (400, "INVALID_REQUEST", "Idempotency-Key")
    assert await world.links_used(dewi) == 0


async def test_other_methods_need_no_key(call: Caller, dewi: Account) -> None:
    link = await world.shorten(dewi)
    for _ in range(2):
        status, _, headers = await call("PATCH", f"{URL}/{link.id}", {"title": "T"}, headers=KEY)
        assert (status, "Idempotency-Replayed" in headers) == (200, False)


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "#0b4f4a").save(file, "PNG")
    return file.getvalue()


async def _requests(dewi: Account, receiver: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """A good request for every operation that is a POST."""
    link, page = await world.shorten(dewi), await Page.make(dewi, "kopi-senja", Content(name="Kopi"))
    deleted = await world.shorten(dewi)
    await deleted.soft_delete(dewi)
    await Link.shorten(dewi, url="https://example.com", tags=["a", "b"])
    tag, hook = await Tag.get(account_id=dewi.id, folded="a"), await endpoint_of(dewi, receiver)
    await world.shorten(dewi)  # which there is an event of, to be sent again
    await send_due()
    block = {"kind": "heading", "title": "Menu"}
    return {
        "createLink": ("/links", {"json": BODY}),
        "createLinks": ("/links/bulk", {"json": {"links": [BODY, BODY]}}),
        "restoreLink": (f"/links/{deleted.id}/restore", {}),
        "createWebhook": ("/webhooks", {"json": {"url": "https://example.com/hook", "events": ["link.created"]}}),
        "rotateWebhookSecret": (f"/webhooks/{hook.id}/rotate", {}),
        "testWebhook": (f"/webhooks/{hook.id}/test", {}),
        "replayDeliveries": (f"/webhooks/{hook.id}/replay", {"json": {"since": "2026-01-01T00:00:00Z"}}),
        "mergeTags": (f"/tags/{tag.id}/merge", {"json": {"into": "b"}}),
        "createQrCode": (f"/links/{link.id}/qr-codes", {"json": {"name": "Poster"}}),
        "createPage": ("/pages", {"json": {"slug": "teh-pagi", "name": "Teh"}}),
        "addBlock": (f"/pages/{page.id}/blocks", {"json": block}),
        "undoChange": (f"/pages/{page.id}/undo", {}),
        "importPage": ("/pages/import", {"json": {"slug": "daftar", "text": "Toko, https://toko.example"}}),
        "uploadPicture": ("/media", {"files": {"picture": picture()}}),
        **await good_requests(dewi, picture()),
    }


async def test_every_post_of_the_api_is_done_once(call: Caller, dewi: Account) -> None:
    posts = {operation.id for operation in OPERATIONS if operation.method == "POST"}
    async with receiving() as receiver:
        requests = await _requests(dewi, receiver.url)
        assert posts == requests.keys()
        for id, (path, sent) in requests.items():
            await _done_once(call, id, path, sent)
    assert receiver.types.count("test") == 1
    assert "whsec_" not in json.dumps(await IdempotencyKey.all().values(), default=str)
    counts = [await model.filter(account_id=dewi.id).count() for model in (QrCode, Page, Media)]
    assert counts == [1, 3, 1]


async def _done_once(call: Caller, id: str, path: str, sent: dict[str, Any]) -> None:
    """Sends a request twice, and asserts that its answer is repeated."""
    headers = {"Authorization": f"Bearer {call.key}", "Idempotency-Key": f"once-{id}"}
    answers = []
    for _ in range(2):
        files = {name: FileStorage(io.BytesIO(data), name) for name, data in sent.get("files", {}).items()}
        response = await call.client.post(
            f"/api/v1{path}", headers=headers, **({"files": files} if files else {"json": sent.get("json")})
        )
        answers.append((response.status_code, await response.get_data(), "Idempotency-Replayed" in response.headers))
    assert answers[0][0] in {200, 201, 202}, (id, answers)
    assert answers[1] == (*answers[0][:2], True), id


async def test_a_body_that_is_nested_too_deeply_is_refused_and_not_a_fault(call: Caller, dewi: Account) -> None:
    headers = {"Authorization": f"Bearer {call.key}", "Idempotency-Key": "deep", "Content-Type": "application/json"}
    response = await call.client.post(URL, headers=headers, data="[" * 300 + "]" * 300)
    assert response.status_code == 400
