"""Kliqs behind PgBouncer in transaction mode: every transaction may meet another session, and nothing is lost by it."""

import asyncio
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.database_upgrade import upgrade_database
from app.links.name_cache import PostgresLookup
from tests import world
from tests.conftest import SECRET
from tests.debian_postgres import NEEDS_PGBOUNCER, NEEDS_POSTGRES, DebianPostgres, debian_postgres
from tests.screens import Reader
from tests.serving import Server, environment, key_with_room, serving
from tests.test_frozen_database import ask
from tests.waiting import eventually, wait_until
from tests.world import name_key

pytestmark = [NEEDS_POSTGRES, NEEDS_PGBOUNCER, pytest.mark.slow]
SESSIONS = "SELECT DISTINCT pg_backend_pid() AS pid, current_setting('statement_timeout') AS time FROM pg_sleep(0.05)"
PREPARED = "SELECT count(*) AS number FROM pg_prepared_statements"


_databases = count(1)


@pytest.fixture(scope="module")
def shared() -> Iterator[DebianPostgres]:
    """One server for all tests of this file: to make it takes seconds."""
    with debian_postgres() as server:
        yield server


@pytest.fixture
def server(shared: DebianPostgres) -> DebianPostgres:
    """The server with a database of the test's own."""
    return shared.another(f"kliqs_{next(_databases)}")


def point_at(pooler: str, server: DebianPostgres) -> None:
    here = installation.current()
    here.config = here.config.model_copy(update={"database_url": pooler, "database_direct_url": server.url})


async def test_nothing_is_set_for_a_session_or_kept_in_it(server: DebianPostgres) -> None:
    with server.pooler() as url:
        point_at(url, server)
        assert await upgrade_database(url)
        async with db.database_open(url):
            lookup = await PostgresLookup.open(url)
            dewi = await world.dewi()
            await Account.filter(id=dewi.id).update(links_limit=100)
            await dewi.refresh_from_db()
            await asyncio.gather(*(world.shorten(dewi, f"link-{number}") for number in range(20)))
            for number in range(20):
                assert (await lookup.find(name_key(f"link-{number}"))).target
            async with db.transaction(durable=False):
                [inside] = await db.query_rows("SELECT current_setting('lock_timeout') AS wait", [])
            outside = await asyncio.gather(*(db.query_rows(SESSIONS, []) for _ in range(16)))
            assert inside == {"wait": "5s"}
            assert {row["time"] for [row] in outside} == {"0"}
            assert len({row["pid"] for [row] in outside}) > 1, "several sessions took part"
            assert {row["number"] for [row] in [await db.query_rows(PREPARED, []) for _ in range(8)]} == {0}
            link = await world.shorten(dewi, "news")
            assert (await lookup.find(name_key("news"))).target
            await link.pause()
            await eventually(lambda: is_paused(lookup))
            await lookup.close()


async def is_paused(lookup: PostgresLookup) -> bool:
    resolution = lookup.get_nowait(name_key("news"))
    return resolution is None or bool(resolution.target and resolution.target.paused_at)


async def test_a_statement_without_a_transaction_has_an_end_too(
    server: DebianPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.kernel.postgres_url.STATEMENT_TIMEOUT", 300)
    with server.pooler() as url:
        point_at(url, server)
        async with db.database_open(url):
            with pytest.raises(TimeoutError):
                await db.query_rows("SELECT pg_sleep(3600)", [])
            await db.ping()


async def test_a_pooler_that_is_given_as_the_database_itself_is_named_at_the_start(server: DebianPostgres) -> None:
    with server.pooler() as url, pytest.raises(db.DatabaseUnreachable, match=r"is a pooler.*KLIQS_DATABASE_DIRECT_URL"):
        await db.wait_for_postgres(url, print)


async def test_people_links_and_visits_go_through_a_pooler(server: DebianPostgres, tmp_path: Path) -> None:
    with server.pooler() as url:
        settings = {"KLIQS_SECRET_KEY": SECRET, "KLIQS_DATABASE_DIRECT_URL": server.url, "KLIQS_DATABASE_POOL": "12"}
        env = environment(tmp_path / "data", url, **settings)
        with serving(env) as running:
            key = await key_with_room(env | {"KLIQS_DATABASE_URL": server.url})
            await asyncio.to_thread(live, running, key)
            backup = tmp_path / "kliqs.tar.gz"
            await asyncio.to_thread(running.command, "backup", str(backup))
            assert backup.stat().st_size
            assert await asyncio.to_thread(running.stop) == 0
        assert "Traceback" not in (tmp_path / f"server-{running.port}.log").read_text()


def live(server: Server, key: str) -> None:
    """What people do all day."""
    people = Reader(server, "dewi@example.com", world.PASSWORD)
    for page in ("/dashboard/", "/dashboard/links/", "/dashboard/qr/", "/dashboard/settings/"):
        assert "</html>" in people.get(page)
    ids = []
    for number in range(10):
        status, made = server.api("POST", "/links", key, {"url": world.DESTINATION, "slug": f"through-{number}"})
        assert status == 201
        ids.append(made["data"]["id"])
        assert ask(server, f"/through-{number}")[0] == 302
    wait_until(lambda: all(server.api("GET", f"/links/{id}", key)[1]["data"]["clicks"] == 1 for id in ids))
