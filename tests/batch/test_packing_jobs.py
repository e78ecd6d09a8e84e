"""The files of a batch: each decodes to its own row, whatever happens to the server meanwhile."""

import asyncio
import csv
import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.batch import file_store, packing_jobs
from app.batch.created_codes import load_codes
from app.batch.creation import create_batch
from app.batch.models import Batch
from app.batch.packing_jobs import FIRST_WAIT, KIND, MAX_TRIES, repack, worker_input
from app.jobs import Job, LeaseLost
from app.jobs.worker import Worker
from app.ops.retention_sweep import delete_expired
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests.batch.readers import in_zip, on_sheet
from tests.batch.tables import drafted, table
from tests.conftest import Clock
from tests.databases import ON_ONE
from tests.stored import folder, stored, use_directory
from tests.waiting import eventually

pytestmark = pytest.mark.heavy


async def pack_due() -> int:
    """Runs the jobs that pack, as a worker does; returns how many finished."""
    return await Worker().run_due(KIND)


async def packed(account: Account, typed: str, kind: str = "link", **options: object) -> Batch:
    batch = await drafted(account, typed, kind, **options)
    await create_batch(account, batch)
    assert await pack_due() == 1
    return await Batch.get(id=batch.id)


def same(read: str, content: str) -> bool:
    """Our own addresses may be written in upper case up to their mark."""
    path, _, mark = read.partition("?")
    return (path.lower(), mark) == (content.partition("?")[0].lower(), content.partition("?")[2])


@ON_ONE
@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
async def test_each_file_decodes_to_its_own_row(budi: Account, form: str) -> None:
    batch = await packed(budi, table(7), form=form, size=300)
    contents = in_zip(stored(file_store.FILES.key(batch.id, file_store.ZIP)))
    codes = await load_codes(batch)
    assert len(contents) == len(codes) == 7
    for line, code in codes:
        [name] = [name for name in contents if name.startswith(f"{line:03}-")]
        assert same(contents[name], code.encoded_content.content), name
        assert code.link and code.link.destination_url == f"https://example.com/{line - 2}"
    assert batch.packed_at and batch.unread == [] and batch.done == 7


@pytest.mark.slow
@ON_ONE
@pytest.mark.parametrize(
    "paper, grid, margin, marks",
    [("a4", "3x8", 8, True), ("letter", "2x7", 0, True), ("a4", "4x6", 30, False), ("letter", "1x1", 10, True)],
)
async def test_the_sheet_holds_each_code_in_its_cell_above_its_caption(
    budi: Account, paper: str, grid: str, margin: int, marks: bool
) -> None:
    columns, lines = map(int, grid.split("x"))
    count = min(columns * lines + 1, 30)
    batch = await packed(budi, table(count), paper=paper, grid=grid, margin=margin, marks=marks)
    cells = list(on_sheet(stored(file_store.FILES.key(batch.id, file_store.SHEET)), columns, lines, margin))
    codes = await load_codes(batch)
    assert len(cells) == columns * lines * 2
    for (read, caption), (_, code) in zip(cells, codes, strict=False):
        assert same(read, code.encoded_content.content)
        assert caption == code.title
    assert set(cells[count:]) <= {("", "")}


@ON_ONE
async def test_names_in_the_zip_are_safe_and_unlike(sari: Account) -> None:
    typed = 'text,placement\na,../../etc/passwd\nb,"con\x01.. \\ / : * é 木"\nc,same\nd,same\n=1+1,=cmd()'
    batch = await packed(sari, typed, "text")
    with zipfile.ZipFile(stored(file_store.FILES.key(batch.id, file_store.ZIP))) as archive:
        names = archive.namelist()
        rows = list(csv.reader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))
    assert len({name.lower() for name in names}) == 6
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") for name in names)
    assert not any(".." in name or name.startswith(".") for name in names)
    assert [row[1] for row in rows[1:]] == names[:-1]
    assert rows[5][2] == "'=1+1"
    assert sorted(in_zip(stored(file_store.FILES.key(batch.id, file_store.ZIP))).values()) == [
        "=1+1",
        "a",
        "b",
        "c",
        "d",
    ]


@ON_ONE
async def test_a_code_we_cannot_read_is_named_by_its_line(sari: Account) -> None:
    style = await SavedStyle.save_look(sari, "Pale", Look(Design(dark="#fefefe")))
    batch = await drafted(sari, "hello\nworld", "text", style=str(style.id))
    await create_batch(sari, batch, sure=True)
    assert await pack_due() == 1
    assert (await Batch.get(id=batch.id)).unread == [1, 2]


async def test_a_draft_is_not_packed_and_a_batch_only_by_one(sari: Account) -> None:
    batch = await drafted(sari, "hello", "text")
    assert not await Job.exists()
    await create_batch(sari, batch)
    await packing_jobs.enqueue(batch)
    assert sum(await asyncio.gather(*(pack_due() for _ in range(3)))) == await Job.all().count() == 1


async def test_who_falls_silent_is_followed_by_another(sari: Account, moved: Clock) -> None:
    batch = await drafted(sari, "hello", "text")
    await create_batch(sari, batch)
    late = await Job.claim([KIND], timedelta(seconds=60))
    assert late and await pack_due() == 0
    moved.on(timedelta(seconds=61))
    assert await pack_due() == 1
    with pytest.raises(LeaseLost):
        await packing_jobs._store_progress(late, batch, 1)
    assert (await Batch.get(id=batch.id)).packed_at


async def test_who_lost_its_lease_writes_no_file(sari: Account, moved: Clock) -> None:
    batch = await drafted(sari, "hello", "text")
    await create_batch(sari, batch)
    late = await Job.claim([KIND], timedelta(seconds=60))
    moved.on(timedelta(seconds=61))
    assert late and await Job.claim([KIND], timedelta(seconds=60))
    with pytest.raises(LeaseLost):
        await packing_jobs.pack_batch(late)
    assert not list(folder("batches").iterdir())


async def reads(batch: Batch, column: str) -> object:
    """What the database holds of a batch now."""
    return getattr(await Batch.get(id=batch.id), column)


@pytest.mark.slow
async def test_a_server_that_stops_leaves_the_packing_to_the_next(budi: Account) -> None:
    batch = await drafted(budi, table(40), form="png")
    await create_batch(budi, batch)
    async with Worker(grace=0).running():
        await eventually(lambda: reads(batch, "done"))
    left = await Batch.get(id=batch.id)
    assert left.packing and (await Job.get(kind=KIND)).tries == 0
    assert not stored(file_store.FILES.key(batch.id, file_store.ZIP)).exists()
    assert not list(folder("batches").iterdir())
    assert await pack_due() == 1
    assert len(in_zip(stored(file_store.FILES.key(batch.id, file_store.ZIP)))) == 40


async def test_a_worker_that_breaks_is_tried_a_few_times(
    sari: Account, monkeypatch: pytest.MonkeyPatch, moved: Clock
) -> None:
    monkeypatch.setattr(packing_jobs, "COMMAND", (packing_jobs.COMMAND[0], "-c", "raise SystemExit(3)"))
    batch = await drafted(sari, "hello", "text")
    await create_batch(sari, batch)
    for _ in range(MAX_TRIES):
        assert (await Batch.get(id=batch.id)).packing
        assert await pack_due() == 0
        moved.on(10 * FIRST_WAIT)
    assert (await Job.get()).state == "failed"
    batch = await Batch.get(id=batch.id)
    assert batch.failed and not batch.packing
    monkeypatch.undo()
    await delete_expired()
    assert not await Job.not_ended().exists(), "nobody packs by itself what failed"
    await repack(batch)
    assert await pack_due() == 1 and (await Batch.get(id=batch.id)).packed_at


@pytest.mark.parametrize(("broken", "tries"), [("worker", 1), ("database", 0)])
async def test_a_worker_that_hangs_uses_up_a_try_and_a_database_that_does_not_answer_uses_up_none(
    sari: Account, monkeypatch: pytest.MonkeyPatch, broken: str, tries: int
) -> None:
    async def too_slow(batch: Batch, done: int) -> bool:
        raise TimeoutError

    if broken == "database":
        monkeypatch.setattr(Batch, "report_progress", too_slow)
    else:
        hangs = (packing_jobs.COMMAND[0], "-c", "import time; time.sleep(60)")
        monkeypatch.setattr(packing_jobs, "COMMAND", hangs)
        monkeypatch.setattr(packing_jobs, "WORKER_TIMEOUT", 0.2)
    await create_batch(sari, await drafted(sari, "hello", "text"))
    assert await pack_due() == 0
    job = await Job.get()
    assert (job.state, job.tries) == ("waiting", tries)


async def test_a_batch_that_a_restored_backup_brought_unpacked_is_packed(sari: Account) -> None:
    batch = await drafted(sari, "hello", "text")
    await create_batch(sari, batch)
    await Job.all().delete()
    await delete_expired()
    assert await pack_due() == 1 and (await Batch.get(id=batch.id)).packed_at


@pytest.mark.slow
@ON_ONE
@pytest.mark.parametrize("room", [0, 200 * 1024])
async def test_a_full_disk_uses_up_no_try_and_the_batch_is_packed_when_there_is_room(
    budi: Account, small_disk: Path, room: int
) -> None:
    use_directory(small_disk)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(4 * 2**20 - room))
    batch = await drafted(budi, table(5), form="png", size=2000)
    await create_batch(budi, batch)
    assert await pack_due() == 0
    job = await Job.get()
    assert (job.state, job.tries) == ("waiting", 0)
    assert list(small_disk.rglob("*.*")) == []
    filler.unlink()
    await Job.all().update(due_at=job.created_at)
    assert await pack_due() == 1
    assert {path.stat().st_mode & 0o777 for path in folder("batches").iterdir()} == {0o600}
    assert folder("batches").stat().st_mode & 0o777 == 0o700


async def test_a_batch_that_is_deleted_meanwhile_leaves_no_file(budi: Account) -> None:
    batch = await drafted(budi, table(20), form="png")
    await create_batch(budi, batch)
    packing_it = asyncio.create_task(pack_due())
    async with asyncio.timeout(60):
        while not (await Batch.get(id=batch.id)).done:
            await asyncio.sleep(0.01)
    await batch.delete_with_files()
    await packing_it
    assert not list(folder("batches").iterdir())


async def test_codes_deleted_meanwhile_are_left_out(budi: Account) -> None:
    batch = await drafted(budi, table(3))
    await create_batch(budi, batch)
    await (await QrCode.get(id=batch.codes[1][1])).soft_delete()
    job = await worker_input(batch, "", "")
    assert [code["line"] for code in job["codes"]] == [2, 4]


async def test_after_a_day_the_batch_goes_and_its_codes_stay(sari: Account, moved: Clock) -> None:
    batch = await packed(sari, "hello", "text")
    await delete_expired()
    assert stored(file_store.FILES.key(batch.id, file_store.ZIP)).exists()
    moved.on(timedelta(hours=24, seconds=1))
    assert not await Batch.owned_by(sari).exists()
    await delete_expired()
    assert not await Batch.all().exists() and not list(folder("batches").iterdir())
    assert await QrCode.owned_by(sari).count() == 1


@pytest.mark.slow
async def test_rows_of_several_pages_become_files_and_a_sheet_that_decode(sari: Account) -> None:
    sari.plan_name, rows = "business", 60
    await sari.save()
    batch = await packed(sari, table(rows))
    contents = in_zip(stored(file_store.FILES.key(batch.id, file_store.ZIP)))
    codes = await load_codes(batch)
    assert len(contents) == len(codes) == rows and batch.unread == []
    for line, code in codes:
        assert same(contents[f"{line:03}-{code.file}.svg"], code.encoded_content.content)
        assert code.link and code.link.destination_url == f"https://example.com/{line - 2}"
    cells = list(on_sheet(stored(file_store.FILES.key(batch.id, file_store.SHEET)), 3, 8, 8))
    assert all(
        same(read, code.encoded_content.content) and caption == code.title
        for (read, caption), (_, code) in zip(cells, codes, strict=False)
    )
    assert len([read for read, _ in cells if read]) == rows
