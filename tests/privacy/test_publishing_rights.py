"""What people's rights do to posts and connections: deletion, restriction, and leaving a workspace of others."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tortoise import Tortoise
from tortoise.fields import UUIDField
from tortoise.models import Model

from app import jobs
from app.accounts.guest import open_guest
from app.accounts.models import Account
from app.accounts.user import User
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock, db
from app.plans.connection_quota import ConnectionLimitReached
from app.plans.file_quota import FileLimitReached, check_room_for_file
from app.plans.post_quota import PostLimitReached, check_room_for_post
from app.privacy import erasure, restriction, user_columns
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import DISCONNECTED, WAITING, Connection
from app.publishing.connections.disconnect import KIND
from app.publishing.connections.manual_connection import create_manual_connection
from app.publishing.connections.token_store import decrypt_tokens
from app.publishing.delivery.lost_jobs import enqueue_lost_jobs
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Grant
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts import retention
from app.publishing.posts.phases import PLANNED, PUBLISHED
from app.publishing.posts.post import Post
from tests import world
from tests.conftest import Clock
from tests.members import join
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing import furnished
from tests.publishing.delivery import planned
from tests.publishing.delivery.conftest import flaky, server
from tests.publishing.posts.stand_ins import Plain
from tests.test_privacy import Kept

__all__ = ["flaky", "server"]

TABLES = (
    "connections", "connect_flows", "posts", "post_media", "post_variants", "post_events", "post_files", "weekly_slots",
)  # fmt: skip
NO_USERS = {  # ids that are no user's, though they are no foreign keys either
    "avatar_id", "post_variant_id", "preview_picture_id", "replaced_by_id", "claim", "barred_by", "account_id",
    "made_id", "session_id", "reconnects_id", "picture_id", "link_id", "id",
}  # fmt: skip


class Warung(Plain):
    """A network that takes permissions back and remembers which."""

    def __init__(self) -> None:
        self.revoked: list[Grant] = []
        self.away = False

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        if self.away:
            raise TemporaryFailure("network_down")
        self.revoked.append(grant)


@pytest.fixture
def warung(monkeypatch: pytest.MonkeyPatch) -> Warung:
    network = Warung()
    monkeypatch.setitem(NETWORKS, network.name, network)
    return network


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "posts"


async def counted(*, without: str = "") -> dict[str, int]:
    """How many rows each table of publishing has, where there are any."""
    rows = {
        table: (await db.query_rows(f"SELECT count(*) AS number FROM {table}", []))[0]["number"]  # noqa: S608
        for table in TABLES
        if table != without
    }
    return {table: number for table, number in rows.items() if number}


async def test_a_deleted_account_leaves_no_row_and_no_file_and_its_permissions_are_taken_back_at_the_network(
    sari: Account, warung: Warung, folder: Path
) -> None:
    made = await furnished.build(sari, network="warung")
    await furnished.connect(sari, (await world.owner(sari)).id, "warung")
    await jobs.enqueue("posts.publish", {"variant": str(made.variant.id)}, unique=f"post variant {made.variant.id}")
    assert len(await counted()) == len(TABLES) - 1 and len(list(folder.glob("??/*"))) == 2

    await world.erase(sari)

    assert await counted() == {"connections": 2} and not list(folder.glob("??/*"))
    for connection in await Connection.all():
        assert (connection.account_id, connection.state) == (erasure.NOBODY, DISCONNECTED)
        assert not any((connection.external_id, connection.username, connection.display_name, connection.details))
        assert connection.connected_by_id is None and furnished.ACCESS not in connection.tokens
    await Worker().run_due(KIND)
    assert [grant.refresh_token for grant in warung.revoked] == [furnished.REFRESH] * 2
    await retention.delete_outdated()
    assert await counted() == {}


async def test_tokens_wait_until_the_network_is_there_again_and_never_longer_than_two_days(
    sari: Account, warung: Warung, moved: Clock
) -> None:
    await furnished.build(sari, network="warung")
    warung.away = True
    await world.erase(sari)
    for _ in range(60):
        await Worker().run_due(KIND)
        await retention.delete_outdated()
        if not await Connection.exists():
            break
        waiting = await Job.not_ended().get(kind=KIND)
        moved.to(max(waiting.due_at, clock.now()))
    assert await counted() == {} and not warung.revoked


async def test_a_permission_that_a_workspace_of_others_needs_is_not_taken_back(
    sari: Account, budi: Account, warung: Warung
) -> None:
    ours = [await furnished.connect(sari, (await world.owner(sari)).id, "warung") for _ in range(2)]
    theirs = await furnished.connect(budi, (await world.owner(budi)).id, "warung")
    await Connection.all().update(details={"user_id": "the same person at Meta"})
    await world.erase(sari)
    await Worker().run_due(KIND)
    assert [connection.id for connection in await Connection.all()] == [theirs.id] and not warung.revoked

    await world.erase(budi)
    await Worker().run_due(KIND)
    assert len(warung.revoked) == 1 and len(ours) == 2, "whoever is the last takes it back"


async def test_a_revocation_that_lost_its_job_is_enqueued_again(sari: Account, warung: Warung) -> None:
    await furnished.build(sari, network="warung")
    await world.erase(sari)
    await Job.filter(kind=KIND).delete()  # as after a restore
    await retention.delete_outdated()
    await Worker().run_due(KIND)
    assert len(warung.revoked) == 1


async def test_tokens_that_cannot_be_read_any_more_go_with_the_account(sari: Account) -> None:
    made = await furnished.build(sari)
    await Connection.filter(id=made.connection.id).update(tokens="of another secret")
    await world.erase(sari)
    assert await counted() == {}


async def test_a_deleted_member_is_named_in_no_row_and_what_they_did_stays(sari: Account) -> None:
    editor = await join(sari, "editor")
    made = await furnished.build(sari, editor.id)
    now = clock.now()
    await ConnectFlow.create(
        id=editor.id, account=sari, user_id=editor.id, network="x", state_digest="a", browser_digest="b",
        created_at=now, expires_at=now,
    )  # fmt: skip
    await Connection.filter(id=made.connection.id).update(connected_by_id=editor.id)

    assert await erasure.erase_user(editor.id, at_once=True)

    assert not await rows_that_name(editor)
    left = await counted()
    assert left.keys() == set(TABLES) - {"connect_flows"}, "a flow that only they could finish is gone"


async def rows_that_name(user: User) -> list[str]:
    """The columns of all tables, of any type, in which the id of a user still is."""
    hits = []
    for model in models():
        for column in model._meta.fields_db_projection.values():
            sql = f'SELECT 1 FROM "{model._meta.db_table}" WHERE CAST("{column}" AS TEXT) LIKE $1'  # noqa: S608
            on = db.visits_connection() if model.__module__ == "app.visits.models" else db.MAIN
            if await db.query_rows(sql, [f"%{user.id}%"], on=on):
                hits.append(f"{model._meta.db_table}.{column}")
    return hits


def models() -> list[type[Model]]:
    found: dict[str, Any] = dict((Tortoise.apps or {})["models"])
    return [model for name, model in found.items() if name != "Aerich"]


def loose_ids(model: type[Model]) -> set[str]:
    """The columns of a table that hold ids and are no foreign keys."""
    keys = {getattr(field, "source_field", None) for field in model._meta.fields_map.values()}
    return {name for name, field in model._meta.fields_map.items() if isinstance(field, UUIDField) and name not in keys}


async def test_every_column_that_names_a_user_is_emptied_or_its_row_goes_when_the_user_is_deleted(
    database: str,
) -> None:
    for model in models():
        listed = {*user_columns.EMPTIED_COLUMNS.get(model, ()), user_columns.DELETED_ROWS.get(model, "")} - {""}
        assert loose_ids(model) - NO_USERS == listed, f"{model.__name__}: add to app/privacy/user_columns.py"


@pytest.mark.parametrize("how", ["frozen", "to be deleted", "switched off"])
async def test_nothing_is_published_while_an_account_is_frozen_or_waits_for_its_deletion(
    sari: Account, server: FlakyServer, flaky: FlakyNetwork, moved: Clock, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    [variant] = await planned.plan(sari, await planned.connect(sari))
    if how == "frozen":
        await restriction.freeze(sari, await world.owner(sari))
    elif how == "switched off":  # by the operator, as in a copy of a backup
        monkeypatch.setattr("app.publishing.networks.publishing_switch.is_on", lambda: False)
    else:
        await Account.filter(id=sari.id).update(delete_at=clock.now() + timedelta(days=7))
    await planned.work_until(moved)
    assert (await planned.again(variant)).phase == PLANNED and not server.posts

    moved.on(timedelta(minutes=1))
    await enqueue_lost_jobs(Job())
    assert not await Job.not_ended().filter(kind="posts.publish").exists(), "nor is it looked at again and again"
    monkeypatch.undo()
    await Account.filter(id=sari.id).update(frozen_at=None, delete_at=None)
    await planned.work_until(moved)
    await jobs.enqueue("posts.publish", {"variant": str(variant.id)}, unique=f"post variant {variant.id}", sooner=True)
    await planned.work_until(moved)
    assert (await planned.again(variant)).phase == PUBLISHED and len(server.posts) == 1


async def test_a_deleted_post_is_gone_after_a_month_and_a_connection_without_posts_too(
    sari: Account, moved: Clock
) -> None:
    kept, gone = await furnished.build(sari), await furnished.build(sari)
    await Post.filter(id=gone.post.id).update(deleted_at=clock.now())
    ended = {"disconnected_at": clock.now(), "state": DISCONNECTED, "tokens": "", "revoke_state": "done"}
    await Connection.all().update(**ended)
    flow: dict[str, Any] = {"user_id": (await world.owner(sari)).id, "network": "x", "browser_digest": "b"}
    for number in range(2):
        until = clock.now() + timedelta(days=31 * number)
        await ConnectFlow.create(
            id=UUID(int=number),
            account=sari,
            state_digest=str(number),
            created_at=clock.now(),
            expires_at=until,
            **flow,
        )
    moved.on(timedelta(days=31, minutes=1))

    await retention.delete_outdated()

    assert [post.id for post in await Post.all()] == [kept.post.id]
    assert [connection.id for connection in await Connection.all()] == [kept.connection.id], "its post names it"
    assert await counted() == dict.fromkeys(TABLES, 1) | {"post_files": 2}, "the sweep of files has its own test"


async def test_guests_have_no_posts_no_connections_and_no_room_for_files(database: str) -> None:
    guest, _token = await open_guest("id", "203.0.113.7")
    with pytest.raises(ConnectionLimitReached):
        await create_manual_connection(guest, NETWORKS["x"], "@tamu", guest.id)
    with pytest.raises(PostLimitReached):
        await check_room_for_post(guest, nothing)
    with pytest.raises(FileLimitReached):
        await check_room_for_file(guest, nothing, 1)
    assert await counted() == {}


async def nothing() -> int:
    """How much a guest has."""
    return 0


async def test_tokens_that_wait_to_be_taken_back_are_never_swept(sari: Account, moved: Clock) -> None:
    connection = await furnished.connect(sari, (await world.owner(sari)).id)
    await Connection.filter(id=connection.id).update(
        disconnected_at=clock.now(), state=DISCONNECTED, revoke_state=WAITING
    )
    moved.on(timedelta(days=365))
    await retention.delete_outdated()
    assert await Connection.exists(id=connection.id)


async def test_what_is_kept_of_a_connected_account_is_what_publishing_needs(database: str) -> None:
    of_the_network = {
        "external_id",
        "username",
        "display_name",
        "picture_id",
        "kind",
        "scopes",
        "may_publish",
        "details",
    }
    ours = {
        "id", "account_id", "network", "server", "manual", "tokens", "token_version", "access_ends_at",
        "refresh_ends_at", "refreshing_until", "state", "trouble", "revoke_state", "connected_by_id", "checked_at",
        "reminded_at", "paused_at", "disconnected_at", "created_at", "version",
    }  # fmt: skip
    assert {*Connection._meta.fields_db_projection.values()} == of_the_network | ours
    assert not [
        name
        for model in models()
        for name in model._meta.fields_map
        if "follower" in name or ("message" in name and name != "error_message")
    ]


async def test_a_database_dump_holds_no_token_and_a_copied_row_opens_nothing(
    sari: Account, database: str, tmp_path: Path
) -> None:
    made = await furnished.build(sari)
    other = await furnished.connect(sari, (await world.owner(sari)).id)
    everything = await Kept(database, tmp_path).everything()
    await db.open_database(database)  # reading the tables closed it
    secrets = (furnished.ACCESS.encode(), furnished.REFRESH.encode())
    assert everything and not [name for name, content in everything.items() for each in secrets if each in content]
    assert decrypt_tokens(await Connection.get(id=other.id)).access_token == furnished.ACCESS
    await Connection.filter(id=other.id).update(tokens=made.connection.tokens)
    with pytest.raises(ReconnectNeeded):
        decrypt_tokens(await Connection.get(id=other.id))
