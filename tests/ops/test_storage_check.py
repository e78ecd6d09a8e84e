"""The check of the storage names every file that a row needs and that is missing, and every file without a row."""

from pathlib import Path

import pytest

from app.accounts.models import Account
from app.kernel import installation
from app.kernel.config import Config
from app.media import file_store
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.ops import storage_check
from app.ops.storage_check import check_files, check_storage
from app.publishing.files import file_store as post_store
from tests import world
from tests.object_server import ObjectServer
from tests.publishing import furnished
from tests.stored import use_directory


@pytest.fixture(params=["directory", "bucket"], autouse=True)
def stored_anywhere(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> None:
    if request.param == "directory":
        use_directory(tmp_path / "data")
    else:
        server: ObjectServer = request.getfixturevalue("object_server")
        installation.current().storage = server.storage(tmp_path / "data")


async def faults() -> dict[str, tuple[int, list[str], list[str]]]:
    return {
        check.kind.folder: (check.files, check.missing, check.orphans)
        async for check in check_files()
        if check.files or check.missing
    }


async def test_missing_files_and_those_without_a_row_are_named(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_check, "YOUNG", -60.0)
    storage = installation.current().storage
    kept = await Media.store(sari, EncodedPicture(b"a", "image/webp", 3, 2, {"1.webp": b"b"}))
    lost = await Media.store(sari, EncodedPicture(b"c", "image/webp", 3, 2))
    film = await furnished.store_film(sari, (await world.owner(sari)).id)
    assert await faults() == {"media": (3, [], []), "posts": (2, [], [])}

    storage.delete(file_store.key_of(lost.file))
    storage.delete(post_store.key_of(film.stored_name))
    await Media.filter(id=kept.id).delete()
    own = sorted(file_store.key_of(name) for name in (kept.file, *kept.variants.values()))
    assert await faults() == {
        "media": (2, [file_store.key_of(lost.file)], own),
        "posts": (1, [post_store.key_of(film.stored_name)], []),
    }


async def test_a_young_file_without_a_row_may_still_get_one(sari: Account) -> None:
    await file_store.write_file(b"its row follows", "image/webp", b"salt")
    assert await faults() == {"media": (1, [], [])}


def test_the_doctor_says_whether_the_storage_answers(object_server: ObjectServer, tmp_path: Path) -> None:
    def findings(address: str) -> list[tuple[str, bool]]:
        config = Config(data_dir=tmp_path, storage_url=address, storage_key="key", storage_secret="hush")
        return [(finding.says, finding.ok) for finding in check_storage(config)]

    [(sentence, good)] = findings(object_server.address())
    assert good and "can be written to and read" in sentence
    [(sentence, good)] = findings(f"s3://no-such-bucket?endpoint={object_server.origin}")
    assert not good and "no such bucket" in sentence and "hush" not in sentence
    assert findings("") == []
