"""Files are written whole or not at all, under names that are nobody's guess and no path."""

import os
from pathlib import Path

import pytest

from app.media import file_store
from tests.stored import stored, use_directory

SALT = b"the id of a row"


@pytest.fixture(autouse=True)
def directory(tmp_path: Path) -> Path:
    use_directory(tmp_path)
    return tmp_path


async def test_what_is_written_is_read_back_by_its_name_only_the_server_may(directory: Path) -> None:
    first, other = (
        await file_store.write_file(b"one", "image/png", SALT),
        await file_store.write_file(b"other", "image/webp", SALT),
    )
    assert (await file_store.read_file(first), await file_store.read_file(other)) == (b"one", b"other")
    assert first.endswith(".png") and other.endswith(".webp") and first[:32] != other[:32]
    assert stored(file_store.key_of(first)).stat().st_mode & 0o077 == 0


async def test_a_write_that_fails_leaves_nothing(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await file_store.write_file(b"content", "image/png", SALT)
    assert not [path for path in directory.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "/etc/passwd",
        "",
        "ab",
        "A" * 32 + ".png",
        "0" * 32 + ".png/..",
        "0" * 32 + ".svg",
        "0" * 32 + ".png\n",
    ],
)
def test_a_name_that_is_not_one_of_ours_is_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="is not the name"):
        file_store.key_of(name)


async def test_dropping_twice_is_dropping_once() -> None:
    name = await file_store.write_file(b"content", "image/png", SALT)
    await file_store.delete_file(name)
    await file_store.delete_file(name)
    with pytest.raises(FileNotFoundError):
        await file_store.read_file(name)
