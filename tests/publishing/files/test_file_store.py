"""Files of posts are in a folder of their own, under names that cannot be paths."""

import asyncio
import fcntl
import os
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.kernel import installation
from app.kernel.refusal import Busy
from app.publishing.files import file_store

ID = UUID("2941547040ec460092dd2b1827d1aa39")


@pytest.mark.parametrize("name", ["", "..", "../a.mp4", f"{ID.hex}.py", f"{ID}.mp4", f"{ID.hex}.mp4\n", "a/b.mp4"])
def test_what_is_no_name_of_ours_is_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="is not the name"):
        file_store.path_of(name)


async def test_files_are_listed_by_name_without_drafts_links_and_what_others_put_there(tmp_path: Path) -> None:
    installation.current().posts_dir = tmp_path / "posts"
    names = [file_store.name_of(ID, ending) for ending in ("mp4", "webp")]
    for name in names:
        await file_store.store(name, b"content")
    folder = tmp_path / "posts" / ID.hex[:2]
    (folder / "notes.txt").write_text("x")
    (folder / f"{uuid4().hex}.mp4").write_text("in the folder of another one")
    (folder / file_store.name_of(ID, "mov")).symlink_to("/etc/passwd")
    (tmp_path / "posts" / f"{file_store.DRAFT}1").write_text("x")

    assert [*file_store.files_in(tmp_path / "posts")] == sorted(names)
    await file_store.delete_all(ID, keep_poster=True)
    assert [*file_store.files_in(tmp_path / "posts")] == [file_store.name_of(ID, "webp")]
    await file_store.delete_all(ID)
    await file_store.delete(file_store.name_of(ID, "webp"))
    assert not file_store.files_in(tmp_path / "posts")


async def test_whoever_writes_keeps_others_out_also_those_of_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_store, "LOCK_TRIES", 3)
    async with file_store.locked_part(ID):
        other = os.open(file_store.path_of(file_store.name_of(ID, "part")), os.O_RDWR)
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(Busy):
            async with file_store.locked_part(ID):
                pass
        os.close(other)
    async with file_store.locked_part(ID):
        pass


async def test_many_who_wait_for_the_same_file_do_not_keep_the_holder_from_writing() -> None:
    async def write() -> None:
        async with file_store.locked_part(ID) as handle:
            await asyncio.to_thread(os.write, handle, b"x")

    await asyncio.gather(*(write() for _ in range(60)))
    assert file_store.path_of(file_store.name_of(ID, "part")).stat().st_size > 0


async def test_what_another_attempt_left_behind_the_offset_is_cut_off(tmp_path: Path) -> None:
    for offset, content in ((0, b"0123456789"), (4, b"ab")):
        (tmp_path / "piece").write_bytes(content)
        async with file_store.locked_part(ID) as handle:
            with (tmp_path / "piece").open("rb") as piece:
                file_store.write_at(handle, offset, piece)
    assert file_store.path_of(file_store.name_of(ID, "part")).read_bytes() == b"0123ab"
