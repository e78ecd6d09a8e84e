"""Two machines with data directories of their own share one bucket: what is made on one is there on the other."""

import asyncio
import io
import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from quart import Quart
from werkzeug.datastructures import FileStorage

from app import create_app
from app.accounts.models import Account
from app.batch.creation import create_batch
from app.batch.models import Batch
from app.batch.options import Options
from app.batch.packing_jobs import KIND as PACK
from app.jobs.worker import Worker
from app.kernel import installation, object_storage
from app.kernel.config import Config
from app.kernel.file_storage import StorageUnavailable
from app.kernel.object_storage import ObjectStorage
from app.media.models import Media
from app.publishing.files import uploads
from app.publishing.files.post_file import READY, PostFile
from tests import world
from tests.client import Browser, browsers_of
from tests.databases import ON_ONE
from tests.object_server import CREDENTIALS, ObjectServer
from tests.publishing.files.samples import begun, photo, pieces

On = Callable[[str], None]


@pytest.fixture
def address(object_server: ObjectServer) -> str:
    return object_server.address()


@pytest.fixture
def on(app: Quart, object_server: ObjectServer, address: str, tmp_path: Path) -> On:
    """Makes the app one machine or the other, each with a workspace of its own; it begins as the first."""

    def become(machine: str) -> None:
        installation.current().storage = object_server.storage(tmp_path / machine, address)

    become("one")
    return become


def files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


async def upload(browser: Browser) -> Any:
    """Uploads a picture; returns the answer."""
    picture = {"picture": FileStorage(io.BytesIO(photo()), "a.jpg")}
    return await browser.post("/dashboard/media/?purpose=cover", files=picture)


async def uploaded_picture(browser: Browser) -> str:
    """Uploads a picture; returns the path of its file."""
    assert (await upload(browser)).status_code == 200
    return f"/media/{(await Media.get()).file}"


async def test_a_picture_uploaded_on_one_machine_is_served_by_another(
    on: On, as_sari: Browser, visitor: Browser, config: Config, address: str, tmp_path: Path
) -> None:
    path = await uploaded_picture(as_sari)
    storage = {"storage_url": address, "storage_key": CREDENTIALS.key, "storage_secret": CREDENTIALS.secret}
    second = browsers_of(create_app(config.model_copy(update={"data_dir": tmp_path / "second", **storage})))

    served = await second.test_client().get(path)
    assert served.status_code == 200 and await served.get_data() == await (await visitor.get(path)).get_data()
    assert served.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in served.headers["Content-Security-Policy"]
    assert (await second.test_client().get(path, headers={"If-None-Match": served.headers["ETag"]})).status_code == 304
    assert not files(tmp_path / "one" / "media")


async def packed(sari: Account) -> Batch:
    batch = await Batch.create_draft(sari, "link", "url\nhttps://example.com/a\n", Options())
    await create_batch(sari, batch)
    await Worker().run_due(PACK)
    return batch


async def test_the_files_of_a_batch_packed_on_one_machine_are_downloaded_by_way_of_another(
    on: On, as_sari: Browser, as_budi: Browser, sari: Account, tmp_path: Path
) -> None:
    batch = await packed(sari)
    on("two")
    path = f"/dashboard/batch/{batch.id}/codes.zip"
    answer = await as_sari.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (302, "private, no-store")
    with urlopen(answer.headers["Location"]) as download:
        assert 'filename="kliqs-codes.zip"' in download.headers["Content-Disposition"]
        assert zipfile.ZipFile(io.BytesIO(download.read())).testzip() is None
    assert (await as_budi.get(path)).status_code == 404
    assert not files(tmp_path / "one") and not files(tmp_path / "two")


async def test_without_a_public_address_a_download_goes_through_the_server(
    on: On, object_server: ObjectServer, as_sari: Browser, sari: Account, tmp_path: Path
) -> None:
    private = object_server.address().partition("&")[0]
    installation.current().storage = object_server.storage(tmp_path / "one", private)
    batch = await packed(sari)
    answer = await as_sari.get(f"/dashboard/batch/{batch.id}/sheet.pdf")
    assert answer.status_code == 200 and (await answer.get_data())[:5] == b"%PDF-"
    assert answer.headers["Content-Disposition"] == "attachment; filename=kliqs-sheet.pdf"


async def test_the_pieces_of_an_upload_may_reach_different_machines(on: On, sari: Account, tmp_path: Path) -> None:
    content = photo(400, 300)
    file = await begun(sari, content, "a.jpg")
    for machine, first, end in (("one", 0, 1_000), ("two", 1_000, 1_500), ("one", 1_500, len(content))):
        on(machine)
        file = await uploads.receive_piece(file, first, pieces(content[first:end]))
    on("two")
    await Worker().run_due(uploads.CHECK)
    assert (await PostFile.get()).state == READY
    endings = sorted(file.key.partition(".")[2] for file in installation.current().storage.list("posts/"))
    assert endings == ["jpg", "webp"]
    assert not files(tmp_path / "one") and not files(tmp_path / "two")


async def test_while_the_storage_is_away_pages_that_need_a_file_say_so_and_all_others_go_on(
    on: On, as_sari: Browser, visitor: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await world.shorten(sari)
    path = await uploaded_picture(as_sari)
    batch = await packed(sari)

    def away(*_: object, **__: object) -> None:
        raise StorageUnavailable("The storage of files does not answer.")

    for method in ("read", "find", "write", "open"):
        monkeypatch.setattr(ObjectStorage, method, away)
    for address in (path, f"/dashboard/batch/{batch.id}/codes.zip"):
        answer = await as_sari.get(address, headers={"Accept-Language": "en"})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5"), address
        assert "cannot be reached" in await answer.get_data(as_text=True) or "Gambar" in await answer.get_data(True)
    assert (await visitor.get(f"/{link.short_code}")).status_code in {302, 307}
    assert (await as_sari.get("/dashboard/links/")).status_code == 200
    ready = await visitor.get("/readyz")
    assert ready.status_code == 200 and (await ready.get_json())["data"]["storage"] is False


@contextmanager
def frozen(object_server: ObjectServer) -> Iterator[None]:
    """The server takes connections and says nothing while the block runs."""
    os.kill(object_server.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(object_server.process.pid, signal.SIGCONT)


@ON_ONE
async def test_an_upload_is_refused_whole_while_the_storage_says_nothing_and_works_again_afterwards(
    on: On, object_server: ObjectServer, as_sari: Browser, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("REQUEST", "ALL_TRIES"):
        monkeypatch.setattr(object_storage, limit, timedelta(milliseconds=300))
    on("one")  # opens it with these limits
    with frozen(object_server):
        refused = await upload(as_sari)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert await Media.all().count() == 0
    monkeypatch.undo()
    on("two")
    assert (await upload(as_sari)).status_code == 200 and await Media.all().count() == 1


@ON_ONE
async def test_an_upload_waits_for_a_storage_that_is_slow(
    on: On, object_server: ObjectServer, as_sari: Browser, visitor: Browser, sari: Account
) -> None:
    link = await world.shorten(sari)
    with frozen(object_server):
        waiting = asyncio.create_task(upload(as_sari))
        assert (await visitor.get(f"/{link.short_code}")).status_code == 302
        assert not waiting.done() and await Media.all().count() == 0
    assert (await waiting).status_code == 200 and await Media.all().count() == 1
