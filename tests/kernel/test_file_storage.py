"""What every storage of files does, shown on a directory and on a bucket of an S3 server."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import Download, FileStorage, StorageUnavailable, check_key
from tests.object_server import ObjectServer

KEY = "media/ab/ab12.webp"
LARGE = 20 * 2**20


@pytest.fixture(params=["directory", "bucket"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> FileStorage:
    if request.param == "directory":
        return DirectoryStorage(tmp_path / "data")
    server: ObjectServer = request.getfixturevalue("object_server")
    return server.storage(tmp_path / "data")


def draft(storage: FileStorage, content: bytes) -> Path:
    storage.workspace.mkdir(parents=True, exist_ok=True)
    path = storage.workspace / "draft"
    path.write_bytes(content)
    return path


def test_what_is_written_is_read_back_and_listed(storage: FileStorage) -> None:
    storage.write(KEY, b"a picture")
    assert storage.read(KEY) == b"a picture"
    file = storage.find(KEY)
    assert file is not None and (file.key, file.name, file.size) == (KEY, "ab12.webp", 9)
    assert [*storage.list("media/")] == [file]


def test_a_file_is_replaced_as_a_whole(storage: FileStorage) -> None:
    storage.write(KEY, b"the first")
    with storage.open(KEY):
        storage.write(KEY, b"then")
    assert storage.read(KEY) == b"then"


def test_an_empty_file_is_a_file(storage: FileStorage) -> None:
    storage.write(KEY, b"")
    with storage.open(KEY) as file:
        assert (storage.read(KEY), file.read()) == (b"", b"")


def test_a_local_file_of_any_size_is_put_and_gone_from_its_place(storage: FileStorage) -> None:
    content = os.urandom(2**20) * (LARGE // 2**20)
    path = draft(storage, content)
    storage.put("posts/ab/film.mp4", path)
    assert not path.exists()
    with storage.open("posts/ab/film.mp4") as file:
        assert hashlib.file_digest(file, "sha256").digest() == hashlib.sha256(content).digest()


def test_a_file_is_read_at_any_position(storage: FileStorage) -> None:
    content = os.urandom(3 * 2**20)
    storage.write(KEY, content)
    with storage.open(KEY) as file:
        assert file.seek(-10, io.SEEK_END) == len(content) - 10 and file.read() == content[-10:]
        assert file.seek(2**20) == 2**20 and file.read(5) == content[2**20 : 2**20 + 5]
        assert file.seek(5, io.SEEK_CUR) == 2**20 + 10 and file.read(1) == content[2**20 + 10 :][:1]
        assert file.seek(len(content) + 5) and file.read(1) == b""


def test_other_programs_read_a_copy_that_is_private_and_does_not_stay(storage: FileStorage) -> None:
    storage.write(KEY, b"for ffprobe")
    with storage.local_copy(KEY) as path:
        assert (path.read_bytes(), path.stat().st_mode & 0o077) == (b"for ffprobe", 0)
    left = [path.name for path in storage.workspace.rglob("*") if path.is_file()]
    assert left == (["ab12.webp"] if isinstance(storage, DirectoryStorage) else [])


def test_a_missing_file_is_not_found_and_can_be_deleted(storage: FileStorage) -> None:
    assert storage.find(KEY) is None
    storage.delete(KEY)
    for read in (storage.read, storage.open, storage.touch):
        with pytest.raises(FileNotFoundError):
            read(KEY)
    with pytest.raises(FileNotFoundError), storage.local_copy(KEY):
        pass
    assert [*storage.list("media/")] == [*storage.list("")] == []


def test_files_are_listed_by_the_beginning_of_their_keys_without_drafts(storage: FileStorage) -> None:
    keys = ["batches/1.pdf", "batches/1.zip", "batches/10.zip", "posts/ab/1.mp4"]
    for key in keys:
        storage.write(key, b"x")
    (storage.workspace / "batches").mkdir(parents=True, exist_ok=True)
    (storage.workspace / "batches" / ".draft-1.zip").write_bytes(b"half of")
    assert sorted(file.key for file in storage.list("batches/1.")) == keys[:2]
    assert sorted(file.key for file in storage.list("")) == keys
    assert not [*storage.list("batches/2")]


def test_many_files_are_listed(storage: FileStorage) -> None:
    for number in range(1_050):  # S3 lists a thousand at once
        storage.write(f"media/ab/{number}", b"")
    assert len([*storage.list("media/")]) == 1_050


def test_a_touched_file_is_younger_and_the_same(storage: FileStorage) -> None:
    storage.write(KEY, b"a picture")
    before = storage.find(KEY)
    storage.touch(KEY)
    after = storage.find(KEY)
    assert before and after and after.stored_at >= before.stored_at and storage.read(KEY) == b"a picture"
    assert [file.key for file in storage.list("")] == [KEY]


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "../secret", "media/../secret", "media//a", ".draft-1", "a\n", "a b"]
)
def test_what_leads_elsewhere_is_no_key(storage: FileStorage, key: str) -> None:
    with pytest.raises(ValueError, match="is not the key"):
        check_key(key)
    for method in (storage.read, storage.open, storage.find, storage.delete, storage.touch):
        with pytest.raises(ValueError, match="is not the key"):
            method(key)
    with pytest.raises(ValueError, match="is not the key"):
        storage.write(key, b"")


def test_a_storage_can_be_checked_and_is_as_before(storage: FileStorage) -> None:
    storage.check()
    assert not [*storage.list("")]


def test_files_of_a_directory_are_private(tmp_path: Path) -> None:
    storage = DirectoryStorage(tmp_path / "data")
    storage.write(KEY, b"a picture")
    path = storage.path(KEY)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_directory_has_no_addresses(tmp_path: Path) -> None:
    assert DirectoryStorage(tmp_path).signed_url(KEY, 60, Download("image/webp", "a.webp")) is None  # type: ignore[func-returns-value]


def test_a_bucket_that_is_not_there_is_unavailable_and_no_missing_file(
    object_server: ObjectServer, tmp_path: Path
) -> None:
    storage = object_server.storage(tmp_path, f"s3://no-such-bucket/kliqs?endpoint={object_server.origin}")
    with pytest.raises(StorageUnavailable, match="no such bucket"):
        storage.read(KEY)
    with pytest.raises(StorageUnavailable, match="no such bucket"):
        storage.check()
