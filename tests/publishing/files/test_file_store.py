"""Files of posts are in a folder of their own, under names that cannot be paths."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.kernel.file_storage import DRAFT
from app.kernel.storage_calls import current
from app.publishing.files import file_store
from tests.stored import use_directory

ID = UUID("2941547040ec460092dd2b1827d1aa39")


def listed() -> list[str]:
    return [file.name for file in file_store.files_in(current())]


@pytest.mark.parametrize("name", ["", "..", "../a.mp4", f"{ID.hex}.py", f"{ID}.mp4", f"{ID.hex}.mp4\n", "a/b.mp4"])
def test_what_is_no_name_of_ours_is_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="is not the name"):
        file_store.key_of(name)


async def test_files_are_listed_by_name_without_drafts_links_and_what_others_put_there(tmp_path: Path) -> None:
    use_directory(tmp_path)
    names = [file_store.name_of(ID, ending) for ending in ("mp4", "webp")]
    for name in names:
        await file_store.store(name, b"content")
    folder = tmp_path / "posts" / ID.hex[:2]
    (folder / "notes.txt").write_text("x")
    (folder / f"{uuid4().hex}.mp4").write_text("in the folder of another one")
    (folder / file_store.name_of(ID, "mov")).symlink_to("/etc/passwd")
    (tmp_path / "posts" / f"{DRAFT}1").write_text("x")

    assert listed() == sorted(names)
    await file_store.delete_all(ID, keep_poster=True)
    assert listed() == [file_store.name_of(ID, "webp")]
    await file_store.delete_all(ID)
    await file_store.delete(file_store.name_of(ID, "webp"))
    assert not listed()
