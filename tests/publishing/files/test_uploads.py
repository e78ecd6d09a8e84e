"""A file arrives in pieces: resumed after a broken connection, never mixed, counted exactly against the plan."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.kernel.refusal import NotFound
from app.plans.file_quota import FileLimitReached
from app.plans.plan_limits import GB, MB
from app.publishing.files import file_store, uploads
from app.publishing.files.file_kinds import EmptyFile, InvalidFile, LargeFile
from app.publishing.files.pieces import MOST_PIECE, joined_pieces, pieces_of
from app.publishing.files.post_file import CHECKING, UPLOADING, PostFile
from app.publishing.files.uploads import Announcement, PieceTooLarge, TooManyUploads, WrongOffset
from tests.publishing.files.samples import begun, gif, photo, pieces, uploaded, video
from tests.stored import folder, stored
from tests.subtests import as_subtests


async def arrived(file: PostFile) -> bytes:
    """All that has arrived of a file."""
    async with joined_pieces(await PostFile.get(id=file.id)) as path:
        return path.read_bytes()


async def breaking(content: bytes) -> AsyncGenerator[bytes]:
    """The first half of a piece; then the connection breaks."""
    yield content[: len(content) // 2]
    raise ConnectionResetError


async def test_a_broken_connection_leaves_the_upload_where_it_was_and_it_goes_on_from_there(sari: Account) -> None:
    content = video(seconds=4)
    third = len(content) // 3
    file = await begun(sari, content)
    file = await uploads.receive_piece(file, 0, pieces(content[:third]))
    with pytest.raises(ConnectionResetError):
        await uploads.receive_piece(file, third, breaking(content[third:]))

    file = await PostFile.get(id=file.id)
    assert (file.state, file.received) == (UPLOADING, third)
    file = await uploads.receive_piece(file, third, pieces(content[third:]))
    assert (file.state, file.received, await arrived(file)) == (CHECKING, len(content), content)
    assert await Job.filter(kind=uploads.CHECK).count() == 1


@pytest.mark.parametrize("offset", [0, 5, 200_000])
async def test_a_piece_for_another_offset_is_refused_with_the_right_one(sari: Account, offset: int) -> None:
    content = video(seconds=4)
    file = await uploads.receive_piece(await begun(sari, content), 0, pieces(content[:100]))

    with pytest.raises(WrongOffset) as wrong:
        await uploads.receive_piece(file, offset, pieces(content[offset : offset + 10]))

    assert wrong.value.facts == {"received": 100}
    assert (await PostFile.get(id=file.id)).received == 100 and await arrived(file) == content[:100]


async def test_of_two_pieces_for_the_same_offset_one_is_kept_whole(sari: Account) -> None:
    beginning = video()[:64]
    bodies = [beginning + bytes([kind]) * 300_000 for kind in (1, 2, 3, 4, 5, 6, 7, 8)]
    file = await begun(sari, bytes(600_064))

    answers = await asyncio.gather(
        *(uploads.receive_piece(file, 0, pieces(body, 9_000)) for body in bodies), return_exceptions=True
    )

    kept = [at for at, answer in enumerate(answers) if isinstance(answer, PostFile)]
    assert len(kept) == 1 and await arrived(file) == bodies[kept[0]]
    refused = [answer for answer in answers if isinstance(answer, WrongOffset)]
    assert [no.facts["received"] for no in refused] == [300_064] * 7


async def test_when_the_last_piece_comes_twice_at_once_the_file_is_checked_once(sari: Account) -> None:
    content = photo()
    file = await begun(sari, content, "a.jpg")
    answers = await asyncio.gather(
        *(uploads.receive_piece(file, 0, pieces(content)) for _ in range(4)), return_exceptions=True
    )
    assert sum(isinstance(answer, PostFile) for answer in answers) == 1
    assert await Job.filter(kind=uploads.CHECK).count() == 1


@pytest.mark.parametrize("length", [1, MOST_PIECE])
async def test_a_piece_that_is_larger_than_what_is_missing_or_than_8_mb_leaves_nothing(
    sari: Account, length: int
) -> None:
    file = await begun(sari, bytes(MOST_PIECE + 2 - length), "a.mp4")
    with pytest.raises(PieceTooLarge):
        await uploads.receive_piece(file, 0, pieces(bytes(MOST_PIECE + 3 - length)))
    assert (await PostFile.get(id=file.id)).received == 0
    assert not [path for path in folder("posts").rglob("*") if path.is_file()]


@as_subtests(
    "media_type, filename, kind",
    [
        ("video/mp4", "a", "video"),
        ("", "a.MOV", "video"),
        ("application/octet-stream", "a.webm", "video"),
        ("image/gif", "", "gif"),
        ("image/heic", "", "image"),
        ("", "my.photo.jpeg", "image"),
    ],
)
async def test_a_file_is_announced_by_its_type_or_by_its_name(
    sari: Account, media_type: str, filename: str, kind: str
) -> None:
    assert (await uploads.begin_upload(sari, None, Announcement(10, media_type, filename))).kind == kind


@as_subtests("announced", [("text/plain", "a.txt"), ("", ""), ("audio/mpeg", "a.mp3"), ("", "mp4")])
async def test_what_is_announced_as_something_else_is_refused(sari: Account, announced: tuple[str, str]) -> None:
    with pytest.raises(InvalidFile):
        await uploads.begin_upload(sari, None, Announcement(10, *announced))


@pytest.mark.parametrize(
    "filename, most, says", [("a.jpg", 20, "20 MB"), ("a.gif", 15, "15 MB"), ("a.mp4", 512, "512 MB")]
)
async def test_each_kind_of_file_has_its_limit(dewi: Account, filename: str, most: int, says: str) -> None:
    assert (await uploads.begin_upload(dewi, None, Announcement(most * MB, "", filename))).size == most * MB
    with pytest.raises(LargeFile) as no:
        await uploads.begin_upload(dewi, None, Announcement(most * MB + 1, "", filename))
    assert says in str(no.value)
    with pytest.raises(EmptyFile):
        await uploads.begin_upload(dewi, None, Announcement(0, "", filename))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7" + bytes(100),
        b"#EXTM3U\n#EXTINF:1\nfile:///etc/passwd\n" + bytes(40),
        b"\0\0\0\x20ftypM4A " + bytes(90),
    ],
)
async def test_what_the_first_piece_shows_to_be_no_picture_or_video_ends_at_once(sari: Account, content: bytes) -> None:
    file = await begun(sari, content)
    with pytest.raises(InvalidFile):
        await uploads.receive_piece(file, 0, pieces(content))
    assert not await PostFile.exists() and await PostFile.bytes_used(sari) == 0


async def test_what_counts_is_the_content_and_not_the_name(sari: Account) -> None:
    file = await uploaded(sari, gif(), "holiday.mp4", "video/mp4")
    assert (file.kind, file.media_type) == ("gif", "image/gif")


async def test_a_video_that_calls_itself_a_picture_keeps_to_the_limit_of_videos_only(sari: Account) -> None:
    file = await begun(sari, bytes(16 * MB), "a.jpg")
    with pytest.raises(LargeFile):
        await uploads.receive_piece(file, 0, pieces(gif() + bytes(100)))
    assert not await PostFile.exists()


async def test_the_whole_announced_size_counts_from_the_beginning_and_is_free_again_after_the_deletion(
    sari: Account,
) -> None:
    first = await uploads.begin_upload(sari, None, Announcement(GB // 4, "", "a.mp4"))
    await uploads.begin_upload(sari, None, Announcement(GB // 4, "", "b.mp4"))
    assert await PostFile.bytes_used(sari) == GB // 2
    with pytest.raises(FileLimitReached) as full:
        await uploads.begin_upload(sari, None, Announcement(1, "", "c.jpg"))
    assert str(full.value).startswith("That takes 1 kB, and 0 kB of the 512 MB of your plan are free.")

    await first.delete_with_files()
    assert (await uploads.begin_upload(sari, None, Announcement(GB // 4, "", "c.mp4"))).size == GB // 4


async def test_of_many_uploads_that_begin_at_once_exactly_as_many_are_taken_as_there_is_room_for(sari: Account) -> None:
    answers = await asyncio.gather(
        *(uploads.begin_upload(sari, None, Announcement(GB // 16, "", f"{n}.mp4")) for n in range(12)),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, PostFile) for answer in answers) == 8
    assert all(isinstance(answer, PostFile | FileLimitReached) for answer in answers)
    assert await PostFile.bytes_used(sari) == GB // 2


async def test_an_account_has_at_most_a_hundred_unfinished_uploads(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_UNFINISHED", 3)
    for name in "abc":
        await uploads.begin_upload(sari, None, Announcement(10, "", f"{name}.jpg"))
    with pytest.raises(TooManyUploads):
        await uploads.begin_upload(sari, None, Announcement(10, "", "d.jpg"))


async def test_a_piece_for_a_file_that_was_deleted_meanwhile_finds_nothing(sari: Account) -> None:
    content = photo()
    file = await begun(sari, content, "a.jpg")
    await file.delete_with_files()
    with pytest.raises(NotFound):
        await uploads.receive_piece(file, 0, pieces(content))


async def test_files_on_the_disk_are_private(sari: Account) -> None:
    file = await uploaded(sari, photo(), "a.jpg")
    [piece] = pieces_of(file)
    path = stored(file_store.key_of(file_store.name_of(file.id, piece.ending)))
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
