"""Meta asks to delete what is stored about a person: genuine, forged, twice, and what is left afterwards."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Response
from structlog.testing import capture_logs

from app.accounts.models import Account
from app.kernel import clock, installation
from app.publishing.connections.connection import CONNECTED, DISCONNECTED, Connection
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.token_store import encrypt_tokens
from app.publishing.networks import facebook, instagram, x
from app.publishing.networks.network import Grant
from app.publishing.posts.phases import CANCELLED, PLANNED, PUBLISHED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests.client import Browser
from tests.subtests import as_subtests

PATH = "/publish/meta/data-deletion"
FACEBOOK, INSTAGRAM = "facebook-app-secret", "instagram-app-secret"
PERSON = "1020304050"
META = {"Origin": "null", "Sec-Fetch-Site": "cross-site", "User-Agent": "facebookexternalua"}
ADAPTERS = (facebook, instagram, x)


@pytest.fixture(autouse=True)
def apps(database: str) -> None:
    current = installation.current()
    current.config = current.config.model_copy(
        update={"facebook_app_secret": FACEBOOK, "instagram_app_secret": INSTAGRAM}
    )


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def signed(secret: str = FACEBOOK, padding: str = "", **changes: Any) -> str:
    values = {"algorithm": "HMAC-SHA256", "issued_at": 1_291_836_800, "user_id": PERSON, **changes}
    payload = encoded(json.dumps(values).encode())
    digest = hmac.new(secret.encode(), payload.encode(), hashlib.sha256).digest()
    return f"{encoded(digest)}{padding}.{payload}"


async def ask(visitor: Browser, request: str) -> Response:
    return await visitor.post(PATH, form={"signed_request": request}, headers=META)


async def connected(account: Account, network: str = "facebook", **columns: Any) -> Connection:
    id = uuid4()
    values = {
        "external_id": str(id),
        "username": "nusantara.kopi",
        "display_name": "Nusantara Kopi",
        "details": {"user_id": PERSON},
        "scopes": ["pages_manage_posts"],
        "tokens": encrypt_tokens(Grant("page-token", user_token="person-token"), id),
        "created_at": clock.now(),
        **columns,
    }
    return await Connection.create(id=id, account=account, network=network, **values)


async def test_what_is_stored_about_the_person_is_deleted(visitor: Browser, sari: Account, budi: Account) -> None:
    theirs = [await connected(sari), await connected(sari), await connected(budi)]
    response = await ask(visitor, signed())
    answer = json.loads(await response.get_data())
    assert response.status_code == 200 and answer["url"] == f"https://kliqs.test{PATH}/{answer['confirmation_code']}"
    for connection in theirs:
        await connection.refresh_from_db()
        assert (connection.state, connection.tokens, connection.details, connection.scopes) == (
            DISCONNECTED,
            "",
            {},
            [],
        )
        assert (connection.username, connection.display_name, connection.external_id) == ("", "Facebook", "")
        assert connection.disconnected_at and connection.picture_id is None and connection.token_version == 1
    page = await (await visitor.get(f"{PATH}/{answer['confirmation_code']}")).get_data(as_text=True)
    assert "3" in page and answer["confirmation_code"] in page and PERSON not in page


async def test_what_was_planned_is_cancelled_and_its_history_stays(visitor: Browser, sari: Account) -> None:
    now = clock.now()
    pair = [
        await Post.create(id=uuid4(), account=sari, text=text, created_at=now, updated_at=now)
        for text in ("one", "two")
    ]
    columns: dict[str, Any] = {
        "account": sari,
        "connection": await connected(sari),
        "network": "facebook",
        "account_name": "Nusantara Kopi",
        "created_at": now,
        "updated_at": now,
    }
    planned = await PostVariant.create(
        id=uuid4(), post=pair[0], phase=PLANNED, due_at=now + timedelta(days=1), **columns
    )
    published = await PostVariant.create(id=uuid4(), post=pair[1], phase=PUBLISHED, external_id="1_2", **columns)
    await ask(visitor, signed())
    await planned.refresh_from_db()
    await published.refresh_from_db()
    assert (planned.phase, published.phase, published.external_id) == (CANCELLED, PUBLISHED, "1_2")
    assert [planned.account_name, published.account_name] == ["Facebook", "Facebook"]


async def test_what_belongs_to_others_stays(visitor: Browser, sari: Account) -> None:
    others = [
        await connected(sari, details={"user_id": "another"}),
        await connected(sari, details={}),
        await connected(sari, network="instagram"),
        await connected(sari, network="x"),
    ]
    await ask(visitor, signed())
    for connection in others:
        await connection.refresh_from_db()
        assert connection.state == CONNECTED and connection.tokens and connection.username
    page = await DataDeletion.get()
    assert page.connections == 0 and page.network == "facebook"


async def test_instagram_asks_with_the_secret_of_its_own_app(visitor: Browser, sari: Account) -> None:
    person = await connected(sari, network="instagram")
    account = await connected(sari, network="instagram", details={}, external_id=PERSON)
    facebook_page = await connected(sari)
    await ask(visitor, signed(INSTAGRAM))
    for connection in (person, account, facebook_page):
        await connection.refresh_from_db()
    assert [person.tokens, account.tokens] == ["", ""] and facebook_page.tokens


async def test_a_connection_that_had_ended_is_wiped_too(visitor: Browser, sari: Account) -> None:
    ended = await connected(sari, state=DISCONNECTED, disconnected_at=clock.now(), revoke_state="waiting")
    await ask(visitor, signed())
    await ended.refresh_from_db()
    assert (ended.tokens, ended.username, ended.revoke_state) == ("", "", "done")


async def test_the_same_request_again_has_the_same_code_and_changes_nothing(visitor: Browser, sari: Account) -> None:
    await connected(sari)
    request = signed()
    first = await (await ask(visitor, request)).get_data()
    again = await connected(sari)
    answers = await asyncio.gather(*(ask(visitor, request) for _ in range(3)))
    assert {await each.get_data() for each in answers} == {first} and await DataDeletion.all().count() == 1
    await again.refresh_from_db()
    assert again.tokens, "a request from before the reconnect says nothing about the new permission"
    await ask(visitor, signed(issued_at=1_291_836_999))
    await again.refresh_from_db()
    assert not again.tokens and await DataDeletion.all().count() == 2


@pytest.mark.parametrize("padding", ["", "="])
async def test_a_signature_counts_with_and_without_padding(visitor: Browser, padding: str) -> None:
    assert (await ask(visitor, signed(padding=padding))).status_code == 200


@as_subtests(
    "request_text",
    [
        "",
        "no-dot",
        signed("another secret"),
        signed() + "x",
        "." + signed().partition(".")[2],
        signed().partition(".")[0] + "." + encoded(b'{"algorithm": "HMAC-SHA256", "user_id": "1020304050"}'),
        signed(algorithm="NONE"),
        signed(user_id=""),
        signed(user_id=None),
        signed(user_id={"a": 1}),
        signed(user_id="1' OR '1'='1"),
        signed(user_id="9" * 65),
        signed(filling="x" * 5000),
        "é." + signed().partition(".")[2],
        "%%%." + signed().partition(".")[2],
    ],
)
async def test_a_forged_request_changes_nothing_and_names_no_reason(
    visitor: Browser, sari: Account, request_text: str
) -> None:
    connection = await connected(sari)
    with capture_logs() as logs:
        response = await ask(visitor, request_text)
    assert response.status_code == 403 and "This request is not accepted." in await response.get_data(as_text=True)
    await connection.refresh_from_db()
    assert connection.tokens and not await DataDeletion.all().exists() and PERSON not in str(logs)


async def test_without_an_app_at_meta_nothing_is_genuine(visitor: Browser) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"facebook_app_secret": "", "instagram_app_secret": ""})
    assert (await ask(visitor, signed(""))).status_code == 403


async def test_a_code_that_nobody_got_is_not_found(visitor: Browser) -> None:
    assert (await visitor.get(f"{PATH}/{'0' * 32}")).status_code == 404


async def test_no_other_form_is_taken_from_a_foreign_server(visitor: Browser) -> None:
    response = await visitor.post("/login", form={"email": "sari@example.com"}, headers=META)
    assert response.status_code == 403


async def test_the_page_of_a_code_that_no_database_can_store_is_not_found(visitor: Browser) -> None:
    assert (await visitor.get(f"{PATH}/%00")).status_code == 404
