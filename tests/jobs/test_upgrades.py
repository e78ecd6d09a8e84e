"""What waited before there was a table of jobs is done after the upgrade, once (migration 12)."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from aerich.utils import import_py_file

from app.accounts.models import Account
from app.batch import packing_jobs
from app.batch.creation import create_batch
from app.batch.models import Batch
from app.jobs import Job, registry
from app.jobs.worker import Worker
from app.kernel import db, installation
from app.kernel.migration_files import LOCATION
from app.mail import delivery
from app.mail.models import OutgoingEmail
from tests.batch.tables import drafted
from tests.conftest import Clock
from tests.mail.post import SERVER, Post, letter


@pytest.fixture(autouse=True)
def _real_kinds(_kinds_of_this_test: None) -> None:
    for name, handler in ((delivery.KIND, delivery.deliver_job), (packing_jobs.KIND, packing_jobs.pack_batch)):
        failed = {delivery.KIND: delivery.give_up, packing_jobs.KIND: packing_jobs.mark_failed}[name]
        registry.handler(name, failed=failed, most_tries=10, ready=lambda: True)(handler)


async def migrate(way: str) -> None:
    """Runs migration 12 up or down as aerich does, on rows as they are."""
    [file] = (LOCATION / "models").glob("12_*.py")
    async with db.transaction() as connection:
        script = await getattr(import_py_file(file), way)(connection)
        await connection.execute_script(script.replace("BEGIN;", ""))


async def old_letters(moved: Clock) -> dict[str, str]:
    """The ids of letters as they were before migration 12, by how they are; runs it down."""
    later = moved.now + timedelta(hours=1)
    states: dict[str, dict[str, Any]] = {
        "new": {"tries": 0, "due_at": moved.now},
        "tried": {"tries": 4, "due_at": later},
        "cut off": {"tries": 10, "due_at": moved.now},
        "sent": {"tries": 1, "sent_at": moved.now},
        "given up": {"tries": 10, "given_up_at": moved.now},
    }
    ids = {name: str((await letter(f"{name.replace(' ', '-')}@example.com")).id) for name in states}
    await migrate("downgrade")
    for name, columns in states.items():
        for column, value in columns.items():
            await db.query_rows(f"UPDATE letters SET {column} = $2 WHERE id = $1", [ids[name], value])  # noqa: S608
    return ids


async def test_letters_that_waited_are_sent_exactly_once(
    database: str, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = Post()
    monkeypatch.setattr(smtplib, "SMTP", post)
    installation.current().mail_backend = SERVER
    ids = await old_letters(moved)
    await migrate("upgrade")

    rows = {job.payload["letter"]: job for job in await Job.all()}
    assert set(rows) == {ids[name] for name in ("new", "tried", "cut off")}
    tried = rows[ids["tried"]]
    assert (tried.kind, tried.state, tried.tries) == ("mail.send", "waiting", 4)
    assert tried.due_at == moved.now + timedelta(hours=1)

    for _ in range(2):
        await Worker().run_due(delivery.KIND)
    assert [sent["To"] for sent in post.taken] == ["new@example.com"]
    moved.on(timedelta(hours=2))
    await Worker().run_due(delivery.KIND)
    assert [sent["To"] for sent in post.taken] == ["new@example.com", "tried@example.com"]
    states = {name: (await OutgoingEmail.get(id=id)).state for name, id in ids.items()}
    assert states == {"new": "sent", "tried": "sent", "cut off": "given_up", "sent": "sent", "given up": "given_up"}
    installation.current().mail_backend = None


async def test_batches_that_waited_are_packed_and_those_that_failed_say_so(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await drafted(sari, "hello", "text")
    waits, failed, packed = [await drafted(sari, word, "text") for word in ("waits", "failed", "packed")]
    for batch in (waits, failed, packed):
        await create_batch(sari, batch)
    await packed.mark_packed([])
    await migrate("downgrade")
    await db.query_rows("UPDATE batches SET tries = 3, beat_at = made_at WHERE id = $1", [str(failed.id)])
    await db.query_rows("UPDATE batches SET tries = 1, beat_at = made_at WHERE id = $1", [str(waits.id)])
    await migrate("upgrade")

    [job] = await Job.all()
    assert (job.kind, job.payload, job.tries) == ("batch.pack", {"batch": str(waits.id)}, 1)
    assert job.unique_key == f"batch.pack {waits.id}"
    states = {batch.id: (batch.failed, batch.packing) for batch in await Batch.all()}
    assert states == {
        draft.id: (False, False),
        waits.id: (False, True),
        failed.id: (True, False),
        packed.id: (False, False),
    }


async def test_a_downgrade_brings_the_queue_of_letters_back(database: str, moved: Clock) -> None:
    id = (await letter()).id
    await Job.all().update(tries=3, due_at=moved.now + timedelta(hours=1))
    await migrate("downgrade")
    [row] = await db.query_rows("SELECT tries FROM letters WHERE id = $1", [str(id)])
    assert row["tries"] == 3
    await migrate("upgrade")
    assert [(job.tries, job.due_at) for job in await Job.all()] == [(3, moved.now + timedelta(hours=1))]
