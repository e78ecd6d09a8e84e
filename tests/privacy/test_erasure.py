"""A row in every table, a mark in every text, files of every kind: after the deletion nothing of it is left."""

from __future__ import annotations

import asyncio
import gzip
import os
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tortoise import Tortoise

from app.accounts.deletion_grace import GRACE
from app.accounts.models import Account
from app.accounts.user import User
from app.batch import creation, file_store
from app.batch.models import Batch
from app.batch.options import Options
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.kernel import clock, db
from app.kernel.config import Config
from app.links.models import Link
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.ops import backup
from app.pages.view_counters import PageVisitCounter
from app.privacy import deletion_planning, erasure
from app.publishing.files import file_store as post_store
from app.visits import account_jobs
from app.visits.recording import capture, ingest, journal_folders
from app.visits.recording.journal import Journal
from app.visits.recording.salt import Salts
from app.visits.sealed import engine, manifest, rewrite, seal
from app.visits.visit import key_in_visits
from tests import old_rows, world
from tests.conftest import Clock
from tests.stored import folder, stored, use_directory
from tests.test_privacy import Kept
from tests.visits import kept, truth

pytestmark = pytest.mark.heavy

EMAIL, NAME, ADDRESS, DEVICE = "zzsari@example.com", "Zzsari", "203.0.113.77", "Zzphone"
OF_VISITS = (
    "visits", "visit_files", "visit_file_edits", "visit_file_versions", "day_totals", "day_values", "calendars",
    "salts", "journals", "visit_requests",
)  # fmt: skip
IDS = {
    name: uuid4()
    for name in (
        "users",
        "accounts",
        "links",
        "pages",
        "media",
        "batches",
        "qr_codes",
        "sessions",
        "api_keys",
        "letters",
        "connections",
        "post_files",
    )
}
PICTURE = EncodedPicture(b"\x89PNG zzpicture", "image/png", 512, 256)
HELD = {"zzname", "zzshown"}  # the name of a link, which stays held for a year
OF_THE_SERVER = (  # say nothing of anybody
    "server_apps", "data_deletions", "ai_models", "ai_prices", "ai_upstreams", "ai_routes", "ai_notices",
    "announcements", "stored_settings", "live_processes", "abuse_positions", "block_lists",
    "block_list_chunks", "blocked_hosts",
)  # fmt: skip
# stay, without who it was
BOOKS = (
    "coupons", "orders", "payment_events", "receipts", "refunds", "operator_acts", "operator_looks", "disclosures",
    "disclosure_notes",
)  # fmt: skip
OF_THE_PERSON = {
    "person", "buyer_name", "buyer_email", "buyer_address", "buyer_tax_id", "note", "secret", "qr_text", "qr_image",
    "pay_url", "instructions",
}  # fmt: skip
FIXED: dict[str, dict[str, Any]] = {  # where a column decides what is done with the row, or refers to another one
    "users": {"email": EMAIL, "name": NAME, "language": "id", "time_zone": "Asia/Jakarta", "theme": "dark"},
    "accounts": {"name": NAME, "language": "id", "time_zone": "Asia/Jakarta", "plan_name": "pro", "seats_used": 1},
    "memberships": {"role": "owner"},
    "sessions": {"account_id": IDS["accounts"], "device": DEVICE},
    "security_events": {"address": ADDRESS, "device": DEVICE},
    "planned_deletions": {"account_id": IDS["accounts"]},
    "pending_sign_ups": {"email": EMAIL},
    "pending_emails": {"user_id": IDS["users"]},
    "mailed_links": {"email": EMAIL},
    "privacy_requests": {"user_id": IDS["users"], "email": EMAIL},
    "names": {"domain": 0, "folded": "zzname", "shown": "zzshown", "link_id": IDS["links"]},
    "qr_codes": {"link_id": IDS["links"], "logo_id": IDS["media"]},
    "qr_styles": {"logo_id": IDS["media"]},
    "oauth_flows": {"user_id": IDS["users"]},
    "webauthn_challenges": {"user_id": IDS["users"]},
    "shares": {"link_id": IDS["links"]},
    "reports": {"link_id": IDS["links"]},
    "letters": {"recipient": EMAIL},
    "network_uses": {"key": str(IDS["connections"])},
    "post_files": {"media_type": "video/mp4", "state": "ready"},
    "operator_acts": {"user_id": IDS["users"]},
    "operator_looks": {"user_id": IDS["users"]},
    "disclosures": {"account_id": IDS["accounts"], "user_id": IDS["users"]},
    "disclosure_notes": {"user_id": IDS["users"]},
    "orders": {"account_id": IDS["accounts"], "state": "paid"},
    "media": {"file": f"{7:032x}.png", "variants": "{}"},
    "jobs": {"kind": "batches.pack", "payload": f'{{"account": "{IDS["accounts"]}"}}', "outcome": "failed"},
}


def marked(table: str, columns: list[old_rows.Column]) -> dict[str, Any]:
    """Values for a row of a table: a text of its own in every text column, and an id that is nowhere else."""
    row: dict[str, Any] = {}
    for column in columns:
        texts = any(kind in column.type for kind in ("varchar", "character varying", "text"))
        if column.name == "id" and (column.type in {"uuid", "char(36)", "character(36)"}):
            row["id"] = IDS.setdefault(table, uuid4())
        elif texts and not column.parent and column.required:
            length = column.length
            row[column.name] = f"zz{table}{column.name}"[:length] if length >= 6 else "zz"[:length]
    return row | FIXED.get(table, {})


async def fill() -> tuple[set[str], set[str]]:
    """Fills every table for one user with an account; returns the marks, which are in no other row, and those of them
    that stay in the books.
    """
    tables = {model._meta.db_table for model in Tortoise.apps["models"].values()}
    through = {
        field.through for model in Tortoise.apps["models"].values() for field in model._meta.fields_map.values()
        if getattr(field, "through", None)
    }  # fmt: skip
    rows = {}
    for table in (tables | through) - set(OF_VISITS) - {"aerich"}:
        columns = await old_rows.columns_of(table)
        rows[table] = [marked(table, columns)]
    await old_rows.fill_tables(rows, OF_VISITS)
    unhindered = (
        "UPDATE accounts SET guest_digest = NULL, delete_at = NULL, frozen_at = NULL, suspended_at = NULL, "
        "hidden_at = NULL, links_stopped_at = NULL"
    )
    for sql in (unhindered, "UPDATE names SET held_at = NULL, barred_by = NULL", "UPDATE users SET delete_at = NULL"):
        await db.query_rows(sql, [])
    for table in rows:
        assert await db.query_rows(f'SELECT 1 FROM "{table}"', []), f"{table} is empty"  # noqa: S608
    texts = {str(value) for [row] in rows.values() for value in row.values() if str(value).lower().startswith("zz")}
    staying = (*BOOKS, *OF_THE_SERVER)
    booked = {
        str(value)
        for table in staying
        for column, value in rows[table][0].items()
        if table in OF_THE_SERVER or column not in OF_THE_PERSON
    } & (texts | {str(IDS[table]) for table in staying if table in IDS})
    return {text for text in texts if len(text) > 5} | {str(id) for id in IDS.values()} | {ADDRESS}, booked


async def file_rows(account: Account) -> None:
    """Visits that are sealed, in rows and in the journal of a process that ended; a batch and a picture with files."""
    keys = {"link": key_in_visits(IDS["links"]), "account": key_in_visits(account.id)}
    await truth.take_in([truth.at(clock.now() - timedelta(days=2), **keys)])
    await seal.seal_days()
    await truth.take_in([truth.at(clock.now() - timedelta(minutes=1), **keys)])
    await Media.store(account, PICTURE)
    file_store.FILES.create_draft(IDS["batches"], 1, "zip").write_bytes(b"zzbatchfile")
    stored(file_store.FILES.key(IDS["batches"], "zip")).write_bytes(b"zzbatchfile")
    folder("posts").mkdir(parents=True, exist_ok=True)
    await post_store.store(post_store.name_of(IDS["post_files"], "mp4"), b"zzpostfile")


def write_journal(config: Config) -> None:
    """A visit in the journal of a process that ended before it was taken in."""
    folder, lock = journal_folders.claim_folder(config.journal_dir)
    journal = Journal(folder)
    journal.open(0)
    visitor = capture.Visitor(ADDRESS, "zzagent")
    line = capture.journal_line(str(IDS["links"]), str(IDS["accounts"]), visitor, Salts(), clock.now())
    journal._write(line)
    journal.close()
    os.close(lock)


def members(file: Path) -> Iterator[tuple[str, bytes]]:
    """The members of a backup, unpacked."""
    with tarfile.open(file) as archive:
        for member in archive:
            content = opened.read() if (opened := archive.extractfile(member)) else b""
            yield member.name, gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


async def contents(url: str, directory: Path) -> dict[str, bytes]:
    """Everything in the files of the installation and in PostgreSQL's tables."""
    everything = await Kept(url, directory).everything()
    await db.open_database(url)  # reading the tables closed it
    return everything


def found(everything: dict[str, bytes], marks: set[str]) -> dict[str, list[str]]:
    """Which marks are where."""
    lower = {name: content.lower() for name, content in everything.items()}
    hits = {name: [mark for mark in marks if mark.lower().encode() in content] for name, content in lower.items()}
    return {name: sorted(each) for name, each in hits.items() if each}


@pytest.mark.parametrize("way", ["grace", "at once"])
async def test_nothing_of_a_deleted_user_is_left_in_tables_files_journals_and_later_backups(
    database: str, config: Config, tmp_path: Path, moved: Clock, way: str
) -> None:
    moved.to(datetime.now(UTC))
    use_directory(config.data_dir)
    config.prepare()
    marks, booked = await fill()
    user, account = await User.get(id=IDS["users"]), await Account.get(id=IDS["accounts"])
    await file_rows(account)
    write_journal(config)
    before = found(await contents(database, tmp_path), marks)
    assert {mark for each in before.values() for mark in each} == marks, "the grep would find them"
    budi = await world.budi()
    await truth.take_in([other := truth.at(clock.now(), account=key_in_visits(budi.id))])

    await db.query_rows("DELETE FROM planned_deletions", [])
    if way == "grace":
        await deletion_planning.plan_user_deletion(user)
        moved.on(GRACE + timedelta(minutes=1))
        assert await erasure.erase_due() == 1
    else:
        assert await erasure.erase_user(user.id, at_once=True)
    await Worker().run_due(account_jobs.DELETE)
    await ingest.ingest_all(config.journal_dir, PageVisitCounter)
    await account_jobs.settle_visits_of_deleted_accounts()
    await seal.seal_days()
    await rewrite.rewrite_months()
    listed = {file.name for file in (await manifest.load_manifest()).files}
    engine.current().store.sweep(listed, grace=-1, work_grace=-1)

    assert await kept.everything() == [other]
    copy = tmp_path / "backup.tar.gz"
    await backup.write_backup(copy, config)
    if database.startswith("sqlite"):
        await db.query_rows("PRAGMA wal_checkpoint(TRUNCATE)", [])
    left = found(
        await contents(database, tmp_path) | dict(members(copy)), marks | {"zzbatchfile", "zzpicture", "zzpostfile"}
    )
    assert {mark for each in left.values() for mark in each} <= HELD | booked, left
    stays = await Job.get(kind=account_jobs.DELETE)
    assert stays.payload == {"account": key_in_visits(account.id)}, "for seven days its number, to delete its visits"
    assert await Account.exists(id=budi.id)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True, scope="session")
async def test_what_was_deleted_is_overwritten_in_the_file(database: str) -> None:
    for connection in (db.MAIN, db.VISITS):
        [setting] = await db.query_rows("PRAGMA secure_delete", [], on=connection)
        assert setting["secure_delete"] == 1


async def test_a_batch_a_picture_and_a_link_that_are_made_while_it_goes_leave_nothing(
    database: str, config: Config, sari: Account, moved: Clock
) -> None:
    use_directory(config.data_dir)
    config.prepare()
    batch = await Batch.create_draft(sari, "text", "text\nOne", Options())

    async def later(work: Any) -> Any:
        await asyncio.sleep(0)
        return await work

    outcomes = await asyncio.gather(
        later(creation.create_batch(sari, batch, sure=True)),
        world.erase(sari),
        later(Media.store(sari, PICTURE)),
        later(Link.shorten(sari, url=world.DESTINATION, slug="late")),
        return_exceptions=True,
    )
    assert outcomes[1] is None
    await Worker().run_due("batch.pack")
    for model in (Batch, Media, Link):
        assert not await model.exists(), model.__name__
    assert not await Account.filter(id=sari.id).exists()
