"""Copies of pictures of a remote storage: bounded, not older than an hour, and used while the storage is away."""

import os
import time
from pathlib import Path

import pytest

from app.kernel import file_cache, installation
from app.kernel.file_cache import FileCache
from app.kernel.file_storage import StorageUnavailable
from app.kernel.object_storage import ObjectStorage
from tests.object_server import ObjectServer

KEY = "media/ab/ab12.webp"


@pytest.fixture
def storage(object_server: ObjectServer, tmp_path: Path) -> ObjectStorage:
    installation.current().storage = storage = object_server.storage(tmp_path)
    storage.write(KEY, b"a picture")
    return storage


def away(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> bytes:
        raise StorageUnavailable("The storage of files does not answer.")

    monkeypatch.setattr(ObjectStorage, "read", read)


def test_a_file_is_fetched_once_and_served_while_the_storage_is_away(
    storage: ObjectStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FileCache().read(KEY) == b"a picture"
    away(monkeypatch)
    assert FileCache().read(KEY) == b"a picture", "another process has it, too"
    with pytest.raises(StorageUnavailable):
        FileCache().read("media/ab/other.webp")


def test_what_was_deleted_elsewhere_is_gone_after_an_hour(storage: ObjectStorage) -> None:
    cache = FileCache()
    cache.read(KEY)
    storage.delete(KEY)
    assert cache.read(KEY) == b"a picture"
    for copy in cache.folder.iterdir():
        os.utime(copy, (time.time() - file_cache.VALID_FOR - 1,) * 2)
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            cache.read(KEY)
    assert not [*cache.folder.iterdir()]


def test_what_is_deleted_here_is_gone_at_once(storage: ObjectStorage) -> None:
    cache = FileCache()
    cache.read(KEY)
    storage.delete(KEY)
    cache.discard(KEY)
    with pytest.raises(FileNotFoundError):
        cache.read(KEY)


def test_copies_take_no_more_room_than_allowed(storage: ObjectStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_cache, "MOST_BYTES", 1_000)
    cache = FileCache()
    for number in range(12):
        storage.write(f"media/ab/{number}", bytes(150))
        cache.read(f"media/ab/{number}")
        assert sum(path.stat().st_size for path in cache.folder.iterdir()) <= 1_000
