"""A database or a disk that is away for a while is 503 with Retry-After, everywhere; a fault of ours stays 500."""

import asyncio
import errno
import socket
import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import asyncpg
import pytest
from PIL import Image
from quart import Quart
from quart.datastructures import FileStorage
from tortoise import Tortoise
from tortoise.exceptions import DBConnectionError, OperationalError

from app.accounts.models import Account
from app.kernel import db, installation, postgres_limits
from app.kernel.transient_errors import is_unavailable
from app.media.models import Media
from tests import world
from tests.client import Browser
from tests.databases import PostgresTemplate, Template
from tests.media.pictures import saved
from tests.stored import use_directory

PHOTO = saved(Image.effect_noise((700, 500), 60).convert("RGB"), "JPEG")
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
AWAY = [
    asyncpg.CannotConnectNowError("57P03 the database system is starting up"),
    asyncpg.AdminShutdownError("57P01"),
    asyncpg.CrashShutdownError("57P02"),
    asyncpg.TooManyConnectionsError("53300"),
    asyncpg.DiskFullError("53100"),
    asyncpg.OutOfMemoryError("53200"),
    asyncpg.ConnectionDoesNotExistError("08003"),
    asyncpg.QueryCanceledError("57014"),
    asyncpg.PostgresIOError("58030"),
    asyncpg.LockNotAvailableError("55P03"),
    asyncpg.DeadlockDetectedError("40P01"),
    asyncpg.ReadOnlySQLTransactionError("25006"),
    asyncpg.InvalidCachedStatementError("0A000 cached plan must not change result type"),
    asyncpg.InterfaceError("connection is closed"),
    ConnectionRefusedError(111, "refused"),
    ConnectionResetError(104, "reset"),
    BrokenPipeError(32, "pipe"),
    TimeoutError(),
    socket.gaierror(-3, "Temporary failure"),
    DBConnectionError("no socket"),
    sqlite3.OperationalError("database is locked"),
    sqlite3.OperationalError("database or disk is full"),
    OperationalError("disk I/O error"),
    OperationalError("attempt to write a readonly database"),
    OperationalError("interrupted"),  # the connection is closed while the statement runs
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EDQUOT, "Quota"),
    OSError(errno.EFBIG, "Too big"),
    OSError(errno.EROFS, "Read-only"),
    OSError(errno.EMFILE, "Too many open files"),
    OSError(errno.EIO, "I/O"),
    ExceptionGroup("two", [TimeoutError(), OSError(errno.ENOSPC, "")]),
]
OURS = [
    RuntimeError("x"),
    KeyError("x"),
    FileNotFoundError(2, "x"),
    PermissionError(13, "x"),
    OSError("x"),
    OperationalError("no such column: x"),
    sqlite3.OperationalError("no such table: x"),
    asyncpg.UndefinedTableError("42P01"),
    asyncpg.UniqueViolationError("23505"),
    asyncpg.InsufficientPrivilegeError("42501"),
    ExceptionGroup("two", [TimeoutError(), KeyError()]),
]


@pytest.mark.parametrize("error", AWAY, ids=repr)
def test_what_passes_is_unavailable(error: Exception) -> None:
    assert is_unavailable(error)


@pytest.mark.parametrize("error", OURS, ids=repr)
def test_what_is_our_fault_is_not(error: Exception) -> None:
    assert not is_unavailable(error)


async def away(app: Quart, browser: Browser, key: str) -> None:
    """Every kind of request is told to come back: pages, fragments, forms, the API, uploads."""
    visitor: Browser = app.test_client()  # type: ignore[assignment]
    bearer, pictures = {"Authorization": f"Bearer {key}"}, {"picture": FileStorage(BytesIO(PHOTO), "a.png")}
    answers = [
        await browser.get("/dashboard/links/"),
        await browser.get("/dashboard/links/", headers=HX),
        await browser.post("/dashboard/links/", form={"url": world.DESTINATION, "version": "1"}),
        await browser.post("/dashboard/media/?purpose=cover", files=pictures),
        await visitor.post("/login", form={"email": "sari@example.com", "password": world.PASSWORD}),
        await visitor.get("/unknown-name"),
    ]
    calls = [
        await visitor.get("/api/v1/links", headers=bearer),
        await visitor.post("/api/v1/links", headers=bearer, json={"url": world.DESTINATION}),
    ]
    for response in (*answers, *calls):
        assert response.status_code == 503, await response.get_data(as_text=True)
        assert int(response.headers["Retry-After"]) > 0
    for response in calls:
        assert (await response.get_json())["error"] == "BUSY"


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
async def test_a_postgresql_that_is_stopped_and_started_is_503_and_then_works(
    app: Quart, as_sari: Browser, dewi: Account, template: Template
) -> None:
    assert isinstance(template, PostgresTemplate)
    key = await world.key_of(dewi)
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    await asyncio.to_thread(template.server._stop)
    try:
        await away(app, as_sari, key)
    finally:
        await asyncio.to_thread(template.server.ensure_postgres_running)
    for _ in range(3):
        assert (await as_sari.get("/dashboard/links/")).status_code == 200


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
async def test_a_postgresql_with_no_connection_left_is_503(
    app: Quart, as_sari: Browser, dewi: Account, template: Template, database: str
) -> None:
    """The server itself refuses: a role that may have none."""
    key = await world.key_of(dewi)
    await db.query_rows("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0", [])
    try:
        await Tortoise.close_connections()
        await db.open_database(database.replace("postgres:@", "crowded:@"))
        with pytest.raises(asyncpg.TooManyConnectionsError):
            await db.ping()
        await away(app, as_sari, key)
    finally:
        await Tortoise.close_connections()
        await db.open_database(database)
        await db.query_rows("DROP ROLE crowded", [])


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
async def test_a_pool_that_is_used_up_is_503(
    app: Quart, as_sari: Browser, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    pool = [Tortoise.get_connection(db.MAIN).acquire_connection() for _ in range(postgres_limits.POOL)]
    for connection in pool:
        await connection.__aenter__()
    monkeypatch.setattr(postgres_limits, "PATIENCE", 0.1)
    try:
        response = await as_sari.get("/dashboard/links/")
        assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    finally:
        for connection in pool:
            await connection.__aexit__(None, None, None)


@pytest.fixture
def full_media(app: Quart, small_disk: Path) -> Iterator[Path]:
    """The media lie on a disk that has no room left; `filler` is what fills it."""
    before = installation.current().storage
    (small_disk / "filler").write_bytes(bytes(4 * 2**20))
    use_directory(small_disk)
    yield small_disk
    installation.current().storage = before


async def test_a_full_disk_is_503_for_an_upload_and_works_again_when_there_is_room(
    full_media: Path, as_sari: Browser, sari: Account, visitor: Browser
) -> None:
    bearer = {"Authorization": f"Bearer {await world.key_of(sari)}"}

    async def upload() -> tuple[int, int]:
        files = [{"picture": FileStorage(BytesIO(PHOTO), "a.png")} for _ in range(2)]
        page = await as_sari.post("/dashboard/media/?purpose=cover", files=files[0])
        api = await visitor.post("/api/v1/media", headers=bearer, files=files[1])
        if page.status_code == 503:
            assert page.headers["Retry-After"] == api.headers["Retry-After"] == "5"
            assert (await api.get_json())["error"] == "BUSY"
        return page.status_code, api.status_code

    assert await upload() == (503, 503)
    assert await Media.all().count() == 0
    assert [path.name for path in full_media.rglob("*") if path.is_file()] == ["filler"]
    (full_media / "filler").unlink()
    assert await upload() == (200, 201)
