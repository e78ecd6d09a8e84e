"""All files are copied between a directory and a bucket, every byte is compared, and nothing of the source changes."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner

from app.cli import main
from app.kernel.directory_storage import DirectoryStorage
from app.kernel.file_storage import FileStorage, StorageUnavailable
from app.ops import storage_move
from app.ops.storage_move import move_files
from tests.object_server import CREDENTIALS, ObjectServer

PICTURE = f"media/ab/ab{'0' * 30}.webp"
FILES = {
    PICTURE: b"a picture",
    f"posts/cd/cd{'0' * 30}.mp4": os.urandom(9 * 2**20),
    f"batches/{uuid4()}.zip": b"codes",
    f"exports/{uuid4()}.zip": b"an export",
    f"imports/{uuid4()}.csv": b"url\n",
    "visits/visits-2026-10.0123456789abcdef.parquet": b"PAR1",
    f"shipped/{'0' * 32}/000000000001-000000000000-000000000006.jsonl": b"visit\n",
    "geo/own.mmdb": b"countries",
}
OTHERS = ("kliqs.sqlite3", "secret", "journal/1/segment", "visits/work/half.parquet", "geo/dbip-country-1.mmdb")


def quiet(*_: int) -> None:
    pass


def content(storage: FileStorage) -> dict[str, bytes]:
    return {file.key: storage.read(file.key) for file in storage.list("")}


@pytest.fixture
def directory(tmp_path: Path) -> DirectoryStorage:
    storage = DirectoryStorage(tmp_path / "data")
    for key, file in (FILES | dict.fromkeys(OTHERS, b"of this machine")).items():
        storage.write(key, file)
    return storage


def test_all_files_move_there_and_back_and_nothing_of_the_machine_goes_with_them(
    directory: DirectoryStorage, object_server: ObjectServer, tmp_path: Path
) -> None:
    before, bucket = content(directory), object_server.storage(tmp_path / "work")
    back = DirectoryStorage(tmp_path / "back")
    there = move_files(directory, bucket, quiet)
    assert (there.copied, there.equal, there.complete) == (len(FILES), 0, True)
    assert content(bucket) == FILES and content(directory) == before
    assert move_files(bucket, back, quiet).copied == len(FILES)
    assert content(back) == FILES and content(bucket) == FILES


def test_an_interrupted_move_goes_on_where_it_was(
    directory: DirectoryStorage, object_server: ObjectServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket, done = object_server.storage(tmp_path / "work"), list[str]()

    def break_off(target: FileStorage, key: str) -> str:
        done.append(key)
        if len(done) == 4:
            raise StorageUnavailable("The storage of files does not answer.")
        return digest(target, key)

    digest = storage_move._digest
    monkeypatch.setattr(storage_move, "_digest", break_off)
    with pytest.raises(StorageUnavailable):
        move_files(directory, bucket, quiet)
    monkeypatch.setattr(storage_move, "_digest", digest)
    result = move_files(directory, bucket, quiet)
    assert result.equal >= 3 and result.equal + result.copied == len(FILES) and content(bucket) == FILES


@pytest.mark.parametrize("broken", [b"a pictur3", b"a pic"])
def test_a_broken_byte_is_told_by_the_check_and_mended_by_the_next_move(
    directory: DirectoryStorage, object_server: ObjectServer, tmp_path: Path, broken: bytes
) -> None:
    bucket = object_server.storage(tmp_path / "work")
    move_files(directory, bucket, quiet)
    bucket.write(PICTURE, broken)
    bucket.delete("geo/own.mmdb")
    check = move_files(directory, bucket, quiet, only_check=True)
    assert (check.different, check.missing, check.copied, check.complete) == ([PICTURE], ["geo/own.mmdb"], 0, False)
    assert bucket.read(PICTURE) == broken, "a check changes nothing"
    mended = move_files(directory, bucket, quiet)
    assert mended.copied == 2 and mended.complete and content(bucket) == FILES


def test_the_command_says_how_far_it_is_and_fails_while_a_byte_differs(
    directory: DirectoryStorage, object_server: ObjectServer, tmp_path: Path
) -> None:
    address = object_server.address()
    bucket = object_server.storage(tmp_path / "work", address)
    env = {
        "KLIQS_DATA_DIR": str(directory.directory),
        "KLIQS_STORAGE_KEY": CREDENTIALS.key,
        "KLIQS_STORAGE_SECRET": CREDENTIALS.secret,
    }
    run = CliRunner().invoke(main, ["storage", "move", "--to", address], env=env)
    assert run.exit_code == 0 and "8 of 8 files, 9 MiB" in run.output and "8 files copied, 0 were there" in run.output
    bucket.write(PICTURE, b"a pictur3")
    run = CliRunner().invoke(main, ["storage", "move", "--check", "--to", address], env=env)
    assert run.exit_code == 1 and f"different: {PICTURE}" in run.output and CREDENTIALS.secret not in run.output
    env["KLIQS_STORAGE_URL"] = address
    run = CliRunner().invoke(main, ["storage", "move", "--to", address], env=env)
    assert run.exit_code == 1 and "already" in run.output
    run = CliRunner().invoke(main, ["storage", "move", "--to", "s3://Wrong"], env=env)
    assert run.exit_code == 1 and "give s3://bucket" in run.output
