"""Backups: complete, of one moment, and readable by the other database."""

import asyncio
import gzip
import io
import json
import os
import shutil
import tarfile
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.guest import open_guest
from app.accounts.models import Account, KnownBrowser, Membership, Session
from app.accounts.user import User
from app.guests.claim import claim_into_account
from app.kernel import clock, db, installation
from app.kernel.config import Config
from app.kernel.file_storage import DRAFT
from app.keys.models import ApiKey
from app.links.models import Link
from app.media import file_store
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.names.models import Name
from app.names.slug import SlugTaken
from app.ops import backup, backup_reader
from app.ops.backup import Manifest
from app.ops.backup_tables import Table, all_tables
from app.ops.operator_actions import OperationDeclined
from app.ops.restore import restore_backup
from app.payments import ordering, transitions
from app.payments.order import Order
from app.payments.receipt import Receipt, ReceiptCounter
from app.visits import account_jobs
from app.visits.sealed import seal
from app.visits.sealed.check import damaged_files
from app.visits.visit import key_in_visits
from tests import world
from tests.conftest import ORIGIN, SECRET, Clock
from tests.databases import ON_BOTH, ON_ONE, TEMPLATES, Template
from tests.memory import traced_memory
from tests.payments.fake_provider import BUYER, FakeProvider, connected
from tests.preloaded import ForkedProcess
from tests.processes import killed_at_the_end
from tests.serving import preloaded
from tests.stored import stored, use_directory
from tests.visits import truth
from tests.waiting import DEADLINE, eventually

pytestmark = pytest.mark.heavy

WRITER = """
import asyncio, sys
from app.kernel import db, installation
from app.kernel.config import Config
from app.links.models import Link
from tests import world

installation.use(installation.Installation(Config(secret_key="x" * 32)))

async def write(url, most):
    async with db.database_open(url):
        account = await world.account_of("dewi@example.com")
        for number in range(most):
            await Link.shorten(account, url=f"https://example.com/{number}", aliases=[f"writer-{number}"], tags=["w"])
            print(number, flush=True)

asyncio.run(write(sys.argv[1], int(sys.argv[2])))
"""
SIDES = [(source, target) for source in ("sqlite", "postgres") for target in ("sqlite", "postgres")]


@pytest.fixture
def both(templates: Callable[[str], Template]) -> dict[str, Template]:
    return {dialect: templates(dialect) for dialect in TEMPLATES}


@asynccontextmanager
async def opened(template: Template, directory: Path) -> AsyncGenerator[tuple[str, Config]]:
    """A migrated database that is open, and its installation's settings."""
    EXECUTOR_CACHE.clear()
    directory.mkdir(exist_ok=True)
    url = await template.fresh(directory)
    config = Config(data_dir=directory, database_url=url, hosts=ORIGIN, secret_key=SECRET)
    config.prepare()
    async with db.database_open(url):
        yield url, config
    await template.drop(url)


async def everything() -> dict[str, list[bytes]]:
    """Every row of every table, as a backup tells it."""
    return {table.name: sorted(table.line(row) for row in await _all(table)) for table in all_tables()}


async def _all(table: Table) -> list[dict[str, Any]]:
    return await db.query_rows(table.select, [], on=table.home)


async def people() -> tuple[str, str]:
    """The cast with all they can have; a raw key and a session's secret."""
    sari, _, dewi = await world.sari(), await world.budi(), await world.dewi()
    link = await Link.shorten(
        sari,
        url="https://example.com/ünï",
        slug="Promo",
        aliases=["sale", "obral"],
        title="Batik “Sari” 🧵",
        tags=["toko", "Batik"],
        password="batik",
        forward_query=False,
        click_limit=10,
    )
    await link.edit(sari, aliases=["sale"])
    await (await world.shorten(sari, "gone")).soft_delete(sari)
    now = clock.now()
    await truth.take_in(truth.crowd(299, now - timedelta(days=5), 5, account=key_in_visits(sari.id)))
    await truth.take_in([truth.at(now, account=key_in_visits(sari.id))])  # today, however young it is
    await seal.seal_days()
    await db.query_rows("INSERT INTO salts (day, salt) VALUES (1, 'x')", [], on=db.visits_connection())
    await db.query_rows(
        "INSERT INTO journals (journal, segment, bytes, last_id) VALUES ('j', 1, 2, 3)", [], on=db.visits_connection()
    )
    return await world.key_of(dewi), await world.begin_session(sari, "Firefox · Linux")


async def test_a_backup_between_a_claim_and_its_job_has_the_visits_under_their_new_account(
    template: Template, tmp_path: Path
) -> None:
    """A backup has no jobs, so that nothing would move them after it is restored."""
    file = tmp_path / "backup.tar.gz"
    async with opened(template, tmp_path / "source") as (_, config):
        budi, (guest, token) = await world.budi(), await open_guest("id", "203.0.113.7")
        await truth.take_in([visit := truth.at(clock.now(), account=key_in_visits(guest.id))])
        await claim_into_account(token, budi)
        await backup.write_backup(file, config)

    async with opened(template, tmp_path / "target") as (_, config):
        await restore_backup(file, config)
        await account_jobs.settle_visits_of_deleted_accounts()
        assert await truth.open_visits() == [visit._replace(account=key_in_visits(budi.id))]


@pytest.mark.parametrize("source, target", SIDES)
async def test_everything_comes_back_on_either_database(
    both: dict[str, Template], tmp_path: Path, source: str, target: str
) -> None:
    file = tmp_path / "backup.tar.gz"
    async with opened(both[source], tmp_path / "source") as (_, config):
        raw, token = await people()
        use_directory(config.data_dir)
        photo = await Media.store(
            await world.account_of("sari@example.com"), EncodedPicture(b"\0photo", "image/webp", 3, 2)
        )
        before = await everything()
        manifest = await backup.write_backup(file, config)

    async with opened(both[target], tmp_path / "target") as (_, config):
        assert await restore_backup(file, config) == manifest
        after = await everything()
        assert after.pop("receipt_counters") != before.pop("receipt_counters"), "see the series of receipts below"
        assert after == before
        assert before["visits"] and before["visit_files"] and not await damaged_files()
        assert not await db.query_rows(
            "SELECT 1 FROM salts UNION ALL SELECT 1 FROM journals", [], on=db.visits_connection()
        )
        assert len(before["visits"]) + sum(json.loads(row)["rows"] for row in before["visit_files"]) == 300
        use_directory(config.data_dir)
        assert await (await Media.get(id=photo.id)).read() == b"\0photo"
        assert (await ApiKey.authenticate(raw)).name == "production-server"
        session = await Session.by_token(token)
        assert session is not None
        await _goes_on(await world.account_of(session.user.email))


async def _goes_on(sari: Account) -> None:
    """The restored world works: names lead and are held, counters count, new rows get ids of their own."""
    link, _ = await Link.by_name("SALE")
    assert link is not None
    assert link.short_code == "Promo"
    assert await link.verify_password("batik")
    assert sorted(tag.name for tag in await link.tags) == ["Batik", "toko"]
    budi = await world.account_of("budi@example.com")
    for held in ("obral", "gone"):
        with pytest.raises(SlugTaken):
            await world.shorten(budi, held)
    await world.shorten(sari, "obral")
    assert await world.links_used(sari) == 2
    await (await Link.get(title__startswith="Batik")).add_tags(sari, ["baru"])


@pytest.mark.slow
@ON_BOTH
async def test_a_backup_reads_one_moment_and_holds_up_no_writer(database: str, tmp_path: Path) -> None:
    await world.dewi()

    async with backup.snapshot() as connection:
        before = [await backup._count(connection, table) for table in all_tables()]
        with killed_at_the_end(writer := _writer(database, 3, tmp_path / "writer.log")):
            assert await asyncio.to_thread(writer.wait, DEADLINE) == 0
        after = [await backup._count(connection, table) for table in all_tables()]

    assert before == after
    assert await Link.all().count() == 3


async def test_a_backup_reads_the_moment_it_began_and_holds_up_no_writer_of_its_process(database: str) -> None:
    dewi = await world.dewi()
    links = next(table for table in all_tables() if table.name == "links")

    async with asyncio.timeout(DEADLINE), backup.snapshot() as connection, backup.snapshot(db.visits_connection()):
        await world.shorten(dewi)
        assert await backup._count(connection, links) == 0

    assert await Link.all().count() == 1


@pytest.mark.slow
@pytest.mark.parametrize("source, target", [("sqlite", "postgres"), ("postgres", "sqlite")])
async def test_backups_taken_while_links_are_made_are_consistent(
    both: dict[str, Template], tmp_path: Path, source: str, target: str
) -> None:
    files = [tmp_path / f"{number}.tar.gz" for number in range(2)]
    async with opened(both[source], tmp_path / "source") as (url, config):
        await world.dewi()
        await Account.all().update(links_limit=10_000)
        log, counts = tmp_path / "writer.log", [0]
        with killed_at_the_end(_writer(url, 10_000, log)):
            for file in files:
                await eventually(lambda: log.exists() and log.read_text().count("\n") > counts[-1])
                counts.append((await backup.write_backup(file, config)).counts["links"])

    assert counts == sorted(set(counts))
    for number, file in enumerate(files, 1):
        async with opened(both[target], tmp_path / f"target{number}") as (_, config):
            await restore_backup(file, config)
            assert await Link.all().count() == counts[number] == await world.links_used(await Account.get())
            assert await Name.all().count() == 2 * counts[number]
            assert await Name.filter(link_id=None).count() == 0
            assert len(await db.query_rows("SELECT link_id FROM link_tags", [])) == counts[number]


def _writer(url: str, most: int, log: Path) -> ForkedProcess:
    """A process that makes so many links, with a line in the log for each."""
    return preloaded().start(WRITER, [url, str(most)], {**os.environ}, str(log))


async def test_the_development_secret_goes_along(database: str, tmp_path: Path) -> None:
    here = Config(data_dir=tmp_path / "here", database_url=database)
    installation.current().secret_keys = here.secret_keys()
    manifest = await backup.write_backup(tmp_path / "file", here)
    there = Config(data_dir=tmp_path / "there", database_url=database)
    there.secret_keys()

    await restore_backup(tmp_path / "file", there)

    assert manifest.secret
    assert there.secret_keys() == here.secret_keys()
    assert there.secret_file.stat().st_mode & 0o777 == 0o600


async def test_a_full_database_is_not_restored_into(database: str, config: Config, tmp_path: Path) -> None:
    await people()
    await backup.write_backup(tmp_path / "file", config)

    with pytest.raises(OperationDeclined, match="not empty"):
        await restore_backup(tmp_path / "file", config)


async def test_a_failed_backup_leaves_nothing(
    database: str, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.ops.backup_files.BackupFiles.write", full)

    with pytest.raises(OSError, match="No space"):
        await backup.write_backup(tmp_path / "file", config)
    assert not list(tmp_path.glob("file*"))


@pytest.mark.parametrize("name", ["../evil", "/evil", "media/../../evil", "evil", "tables/../secret"])
async def test_a_member_outside_its_place_is_refused(database: str, config: Config, tmp_path: Path, name: str) -> None:
    file = await _altered(config, tmp_path, lambda members: members | {name: b"evil"})

    with pytest.raises(OperationDeclined, match="not a safe path"):
        await restore_backup(file, config)
    assert not list(tmp_path.rglob("evil"))


async def test_a_link_among_the_members_is_refused(database: str, config: Config, tmp_path: Path) -> None:
    file = await _altered(config, tmp_path, lambda members: members, symlink="media/out")

    with pytest.raises(OperationDeclined, match="not a safe path"):
        await restore_backup(file, config)


async def test_a_backup_of_a_newer_kliqs_is_refused(database: str, config: Config, tmp_path: Path) -> None:
    def later(members: dict[str, bytes]) -> dict[str, bytes]:
        return members | {"manifest.json": members["manifest.json"].replace(b'migration": "', b'migration": "999_')}

    with pytest.raises(OperationDeclined, match="newer Kliqs"):
        await restore_backup(await _altered(config, tmp_path, later), config)


def _unknown_column(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {"tables/tags.jsonl": b'{"id": 1, "colour": "red"}\n'}


def _half(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {"tables/names.jsonl": b""}


def _stray(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {"tables/accounts.jsonl": b""}


def _no_manifest(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in members.items() if name != "manifest.json"}


@pytest.mark.parametrize("change", [_unknown_column, _half, _stray, _no_manifest])
async def test_a_damaged_backup_restores_nothing(
    both: dict[str, Template], tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    async with opened(both["sqlite"], tmp_path / "source") as (_, config):
        await people()
        file = await _altered(config, tmp_path, change)
    for dialect, template in both.items():
        async with opened(template, tmp_path / dialect) as (_, config):
            with pytest.raises(OperationDeclined, match="damaged"):
                await restore_backup(file, config)
            assert not any((await everything()).values())


@pytest.mark.parametrize(
    "content", [b"", b"not a tar", gzip.compress(b"nor this"), None], ids=["empty", "text", "gzip", "missing"]
)
async def test_what_is_no_backup_is_refused(
    database: str, config: Config, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "file"
    if content is None:
        await world.sari()
        await backup.write_backup(file, config)
        content = file.read_bytes()[:-400]
    file.write_bytes(content)

    with pytest.raises(OperationDeclined, match="damaged or not a backup"):
        await restore_backup(file, config)


async def test_a_backup_that_lacks_newer_columns_gets_their_defaults(
    database: str, config: Config, tmp_path: Path
) -> None:
    await world.sari()

    def older(members: dict[str, bytes]) -> dict[str, bytes]:
        row = json.loads(members["tables/users.jsonl"])
        del row["theme"]
        return of_format_4(members | {"tables/users.jsonl": json.dumps(row).encode() + b"\n"})

    file = await _altered(config, tmp_path, older)
    await _empty()

    await restore_backup(file, config)

    assert (await User.get()).theme == "system"


async def test_no_receipt_after_a_restored_backup_has_the_number_of_one_that_was_lost(
    database: str, config: Config, tmp_path: Path, moved: Clock
) -> None:
    sari, provider, numbers, file = await world.sari(), FakeProvider(), [], tmp_path / "backup"

    async def sell() -> str:
        order = await ordering.open_order(sari, "pro", 1, provider, BUYER)
        await transitions.apply_snapshot(order, provider.pay(order.reference))
        return (await Receipt.get(order_id=order.id)).shown_number

    with connected(provider):
        numbers.append(await sell())
        await backup.write_backup(file, config)
        numbers.append(await sell())
        for _ in range(2):
            await _empty()
            for model in (Order, ReceiptCounter):
                await model.all().delete()
            moved.on(timedelta(minutes=1))
            await restore_backup(file, config)
            numbers += [await sell(), await sell()]

    assert len(set(numbers)) == len(numbers) == 6
    year = numbers[0][:4]
    assert numbers[:2] == [f"{year}-00001", f"{year}-00002"]
    assert [number.split("-")[2] for number in numbers[2:]] == ["00002", "00003"] * 2


async def test_a_backup_of_before_people_and_accounts_were_two_tables_becomes_both(
    database: str, config: Config, tmp_path: Path
) -> None:
    sari = await world.sari()
    guest, _ = await open_guest("id", "192.0.2.1")
    user, token = await world.owner(sari), await world.begin_session(sari, "Firefox")
    await KnownBrowser.record_sign_in(user.id, "a browser")
    sari.onboarded_at = clock.now()
    await sari.save(update_fields=["onboarded_at"])

    file = await _altered(config, tmp_path, lambda members: _before_users(members, sari, user))
    await _empty()
    await restore_backup(file, config)

    owner, account = await User.get(), await Account.get(guest_digest=None)
    assert (owner.id, owner.email, owner.password_hash) == (sari.id, user.email, user.password_hash)
    assert (owner.age_confirmed_at, account.onboarded_at) == (user.age_confirmed_at, sari.onboarded_at)
    assert (account.id, account.name, account.seats_used) == (sari.id, "Sari", 1)
    assert [one.id for one in await account.owners()] == [owner.id]
    assert await Account.filter(id=guest.id, seats_used=0).exists() and await Membership.all().count() == 1
    session = await Session.by_token(token)
    assert session and session.user == owner and await KnownBrowser.filter(user_id=owner.id).exists()


def _before_users(members: dict[str, bytes], sari: Account, user: User) -> dict[str, bytes]:
    """The members as a backup of migration 12 has them: accounts have the columns of their users, and their names."""
    rows = {name: list(map(json.loads, members[f"tables/{name}.jsonl"].splitlines())) for name in FOLDED}
    for row in rows["accounts"]:
        person = rows["users"][0] if row["id"] == str(sari.id) else {**rows["users"][0], "email": row["id"]}
        row |= {name: value for name, value in person.items() if name not in row}
        row["of_age_at"], row["settled_at"] = row.pop("age_confirmed_at"), row.pop("onboarded_at")
        del row["seats_used"], row["email_verified_at"]
    for row in rows["sessions"] + rows["known_browsers"]:
        assert row.pop("user_id") == str(user.id)
        row["account_id"] = str(sari.id)
        row.pop("confirmed_at", None)
    manifest = json.loads(members["manifest.json"])
    manifest["migration"] = "12_20261128183617_jobs.py"
    for table in ("users", "memberships", "consents"):  # newer tables
        manifest["counts"].pop(table, None)
        rows.pop(table, None)
        members = {name: content for name, content in members.items() if name != f"tables/{table}.jsonl"}
    tables = {
        f"tables/{name}.jsonl": b"".join(json.dumps(row).encode() + b"\n" for row in of) for name, of in rows.items()
    }
    return of_format_4(members | tables | {"manifest.json": json.dumps(manifest).encode()})


def of_format_4(members: dict[str, bytes]) -> dict[str, bytes]:
    """The members as a backup has them that records no digests of its rows."""
    manifest = json.loads(members["manifest.json"]) | {"format": 4}
    older = {name: content for name, content in members.items() if name != "closing.json"}
    return older | {"manifest.json": json.dumps(manifest).encode()}


FOLDED = ("accounts", "users", "memberships", "sessions", "known_browsers")


async def _empty() -> None:
    """Deletes all accounts and users, so that a backup can be restored."""
    await Account.all().delete()
    await User.all().delete()


async def _altered(
    config: Config, directory: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]], symlink: str = ""
) -> Path:
    """A backup of the open database whose members were changed afterwards."""
    await backup.write_backup(directory / "whole", config)
    with tarfile.open(directory / "whole") as tar:
        members = {member.name: _read(tar, member) for member in tar}
    with tarfile.open(directory / "altered", "w:gz") as tar:
        for name, content in change(members).items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
        if symlink:
            member = tarfile.TarInfo(symlink)
            member.type, member.linkname = tarfile.SYMTYPE, "/etc"
            tar.addfile(member)
    return directory / "altered"


def _read(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    content = tar.extractfile(member)
    assert content is not None
    return content.read()


async def test_files_of_any_size_pass_through_little_memory(database: str, config: Config, tmp_path: Path) -> None:
    config.prepare()
    large = config.data_dir / "media" / "ab" / f"ab{'0' * 30}.webp"
    large.parent.mkdir(parents=True)
    with large.open("wb") as file:
        file.truncate(64 * 2**20)

    with traced_memory() as memory:
        manifest = await backup.write_backup(tmp_path / "file", config)
        large.unlink()
        await restore_backup(tmp_path / "file", config)

    assert (manifest.media, large.stat().st_size) == (1, 64 * 2**20)
    assert memory.peak < 8 * 2**20


async def test_a_file_that_is_still_being_written_is_left_out(database: str, config: Config, tmp_path: Path) -> None:
    config.prepare()
    media, whole = config.data_dir / "media", f"ab{'0' * 30}.png"
    (media / "ab").mkdir(parents=True)
    (media / f"{DRAFT}x1").write_bytes(b"half of")
    (media / "ab" / whole).write_bytes(b"whole")
    (media / "ab" / "notes.txt").write_bytes(b"somebody's")

    manifest = await backup.write_backup(tmp_path / "file", config)

    with tarfile.open(tmp_path / "file") as tar:
        assert [name for name in tar.getnames() if name.startswith("media/")] == [f"media/ab/{whole}"]
    assert manifest.media == 1


def test_a_manifest_sums_up() -> None:
    counts = {"accounts": 3, "links": 40, "names": 43, "api_keys": 1}

    manifest = Manifest(1, "0", "now", counts, 2, False, posts=5)

    assert manifest.summary == "3 accounts, 40 links, 43 names, 1 key, 2 media files and 5 files of posts"


PICTURE = f"media/ab/ab{'0' * 30}.webp"
NEXT = f"media/ab/ab{'1' * 30}.webp"


def _pictured(config: Config) -> None:
    """Two pictures on the disk."""
    config.prepare()
    for name in (PICTURE, NEXT):
        path = config.data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"the picture " + name.encode())


def _other_content(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {NEXT: members[NEXT].replace(b"picture", b"PICTURE")}


def _a_picture_less(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in members.items() if name != NEXT}


def _no_index(members: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in members.items() if name != "media.jsonl"}


def _names_swapped(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {PICTURE: members[NEXT], NEXT: members[PICTURE]}


def _too_many_pictures(members: dict[str, bytes]) -> dict[str, bytes]:
    return members | {f"media/ff/ff{number:030}.png": b"" for number in range(9)}


@pytest.mark.parametrize("change", [_other_content, _a_picture_less, _no_index, _names_swapped, _too_many_pictures])
async def test_pictures_are_checked_as_tables_are(
    database: str, config: Config, tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    _pictured(config)
    file = await _altered(config, tmp_path, change)
    elsewhere = config.model_copy(update={"data_dir": tmp_path / "elsewhere"})

    with pytest.raises(OperationDeclined, match="damaged"):
        await restore_backup(file, elsewhere)
    assert not list(tmp_path.glob("elsewhere/media/*/*"))


async def test_pictures_that_the_disk_lost_or_changed_are_told_when_they_are_backed_up(
    sari: Account, config: Config, tmp_path: Path
) -> None:
    config.prepare()
    use_directory(config.data_dir)
    photos = [await Media.store(sari, EncodedPicture(content, "image/webp", 3, 2)) for content in (b"1", b"2", b"3")]
    stored(file_store.key_of(photos[0].file)).unlink()
    stored(file_store.key_of(photos[1].file)).write_bytes(b"rotten")

    manifest = await backup.write_backup(tmp_path / "file", config)

    assert manifest.lacking == sorted([photos[0].file, photos[1].file])


async def test_what_is_restored_is_private(database: str, config: Config, tmp_path: Path) -> None:
    _pictured(config)
    await backup.write_backup(tmp_path / "file", config)
    there = Config(data_dir=tmp_path / "there", database_url=database)
    umask = os.umask(0)
    try:
        await restore_backup(tmp_path / "file", there)
    finally:
        os.umask(umask)

    modes = {path.relative_to(there.data_dir): path.stat().st_mode & 0o777 for path in there.data_dir.rglob("*")}
    assert Path(PICTURE) in modes
    assert {mode for path, mode in modes.items() if (there.data_dir / path).is_file()} == {0o600}
    assert {mode for path, mode in modes.items() if (there.data_dir / path).is_dir()} == {0o700}


@pytest.mark.parametrize(
    "name",
    [
        "media/ab/../../evil",
        "media/ab/evil.png",
        f"media/cd/ab{'2' * 30}.webp",
        f"media/ab/ab{'2' * 30}.webp\n",
        f"media/ab{'2' * 30}.webp",
        "./manifest.json",
        "tables/",
        "media/ab/\x1b]0;evil\x07.png",
        "CON",
        f"media/ab/ab{'２' * 30}.webp",
        "tables/a/b.jsonl",
        "/media/x",
    ],
)
@ON_ONE
async def test_an_odd_name_is_refused(database: str, config: Config, tmp_path: Path, name: str) -> None:
    file = await _altered(config, tmp_path, lambda members: members | {name: b"evil"})

    with pytest.raises(OperationDeclined, match="not a safe path") as refused:
        await restore_backup(file, config)
    assert str(refused.value).isprintable()


def _tar(file: Path, *members: tarfile.TarInfo, packed: bytes = b"") -> Path:
    with gzip.open(file, "wb", compresslevel=1) as target:
        for member in members:
            target.write(member.tobuf(tarfile.GNU_FORMAT))
            target.write(packed)
    return file


def _header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.type = size, kind
    return member


@pytest.mark.parametrize(
    "header",
    [
        _header("manifest.json", 2**40),
        _header("manifest.json", 2**34, tarfile.XHDTYPE),
        _header("manifest.json", 2**34, tarfile.GNUTYPE_LONGNAME),
        _header("manifest.json", 2**34, tarfile.XGLTYPE),
        _header("manifest.json", 2**34, tarfile.GNUTYPE_SPARSE),
    ],
    ids=["huge", "pax header", "long name", "global header", "sparse"],
)
@ON_ONE
async def test_a_header_that_promises_terabytes_costs_nothing(
    database: str, config: Config, tmp_path: Path, header: tarfile.TarInfo
) -> None:
    file = _tar(tmp_path / "bomb", header, packed=bytes(4 * 2**20))
    with traced_memory() as memory, pytest.raises(OperationDeclined):
        await restore_backup(file, config)
    assert memory.peak < 16 * 2**20


@ON_ONE
async def test_a_file_that_unpacks_to_far_more_than_it_is_is_refused(
    database: str, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.sari()
    monkeypatch.setattr(backup_reader, "FLOOR", 2**20)

    def swollen(members: dict[str, bytes]) -> dict[str, bytes]:
        return members | {"tables/accounts.jsonl": b" " * 64 * 2**20 + members["tables/accounts.jsonl"]}

    with pytest.raises(OperationDeclined, match="far more"):
        await restore_backup(await _altered(config, tmp_path, swollen), config)


@ON_ONE
async def test_a_row_that_never_ends_is_refused(
    database: str, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.sari()
    monkeypatch.setattr(backup_reader, "MOST_LINE", 100)
    with pytest.raises(OperationDeclined, match="too long"):
        await restore_backup(await _altered(config, tmp_path, lambda members: members), config)


@ON_ONE
async def test_pictures_that_the_disk_has_no_room_for_are_not_begun(
    database: str, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pictured(config)
    await backup.write_backup(tmp_path / "file", config)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))

    with pytest.raises(OperationDeclined, match="0 MiB left"):
        await restore_backup(tmp_path / "file", config)


@pytest.mark.parametrize(
    "content",
    [b"[]", b"{}", b"nonsense", b'{"format": 2}', b"[" * 200_000, b'{"format": "x", "migration": "y"}', b"\xff\xfe"],
)
@ON_ONE
async def test_a_manifest_of_nonsense_is_a_sentence(
    database: str, config: Config, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(OperationDeclined):
        await restore_backup(
            await _altered(config, tmp_path, lambda members: members | {"manifest.json": content}), config
        )


@pytest.mark.parametrize(
    "row",
    [
        b"[]",
        b"null",
        b'"x"',
        b"{}",
        b'{"id": 7}',
        b"[" * 100_000,
        b'{"id": "\\u0000"}',
        b"\xff",
        b'{"created_at": "now"}',
    ],
)
async def test_a_row_of_nonsense_restores_nothing(database: str, config: Config, tmp_path: Path, row: bytes) -> None:
    await world.sari()
    file = await _altered(config, tmp_path, lambda members: members | {"tables/accounts.jsonl": row + b"\n"})
    await _empty()

    with pytest.raises(OperationDeclined, match="damaged"):
        await restore_backup(file, config)
    assert not any((await everything()).values())
