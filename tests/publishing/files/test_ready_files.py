"""Adapters read files in ranges and pieces, and no post goes out without a file that belongs to it."""

from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.publishing.files import file_store
from app.publishing.files.post_file import READY, REMOVED, PostFile
from app.publishing.files.ready_files import FileUnavailable, file_problems, ready_media_files, require_media_files
from tests.publishing.files.samples import begun, checked, gif, photo, transparent, uploaded, video


async def test_files_come_in_their_order_with_what_is_known_of_them(sari: Account) -> None:
    film, picture = await checked(sari, video(seconds=2)), await checked(sari, photo(), "a.jpg")

    media = await require_media_files(sari.id, [str(picture.id), str(film.id)], {str(film.id): "A cup"})

    assert [file.id for file in media] == [str(picture.id), str(film.id)]
    first, second = media
    assert (first.kind, first.media_type, first.width, first.size) == ("image", "image/jpeg", 300, picture.size)
    assert (second.kind, second.media_type, second.alt, second.filename) == ("video", "video/mp4", "A cup", "kopi.mp4")
    assert second.size == film.size and second.public_url.endswith(f"/{film.stored_name}")


async def test_a_range_is_read_in_small_pieces(sari: Account) -> None:
    content = gif() + bytes(200_000)
    file = await checked(sari, content, "a.gif")
    [media] = await require_media_files(sari.id, [str(file.id)], {})

    read = [piece async for piece in media.read(10, 150_000)]
    assert b"".join(read) == content[10:150_010] and max(map(len, read)) <= file_store.STREAMED
    assert b"".join([piece async for piece in media.read(0, 10**9)]) == content
    assert [piece async for piece in media.read(len(content), 5)] == []


async def test_a_transparent_picture_is_a_jpeg_unless_the_network_takes_pngs(sari: Account) -> None:
    file = await checked(sari, transparent(), "logo.png")

    [jpeg] = await require_media_files(sari.id, [str(file.id)], {})
    [png] = await require_media_files(sari.id, [str(file.id)], {}, image_types={"image/jpeg", "image/png"})

    for media, beginning in ((jpeg, b"\xff\xd8"), (png, b"\x89PNG")):
        content = b"".join([piece async for piece in media.read(0, media.size + 10)])
        assert content.startswith(beginning) and len(content) == media.size
    assert (jpeg.media_type, png.media_type) == ("image/jpeg", "image/png")
    assert jpeg.size + png.size == file.size


async def test_what_is_not_ready_or_somebody_elses_is_never_left_out_in_silence(sari: Account, budi: Account) -> None:
    ready, foreign = await checked(sari, photo(), "a.jpg"), await checked(budi, photo(), "c.jpg")
    for other in (foreign, await begun(sari, video()), await uploaded(sari, photo(), "b.jpg")):
        ids = [str(ready.id), str(other.id)]
        with pytest.raises(FileUnavailable):
            await require_media_files(sari.id, ids, {})
        assert [file.id for file in await ready_media_files(sari.id, ids, {})] == [str(ready.id)]


async def test_each_file_that_keeps_a_post_from_being_published_is_named(sari: Account) -> None:
    ready, arriving = await checked(sari, photo(), "a.jpg"), await begun(sari, video(), "b.mp4")
    await PostFile.filter(id=arriving.id).update(received=arriving.size // 2)
    refused, gone = await checked(sari, photo()[:900], "c.jpg"), await checked(sari, photo(), "d.jpg")
    await PostFile.filter(id=gone.id, state=READY).update(state=REMOVED)

    problems = await file_problems(
        sari.id, [str(file.id) for file in (ready, arriving, refused, gone)] + [str(uuid4())]
    )

    assert [problem.says % problem.facts for problem in problems] == [
        f"b.mp4 has not arrived yet: {100 * (arriving.size // 2) // arriving.size}%.",
        "c.jpg cannot be published. Remove it, or upload another file.",
        "d.jpg was removed 30 days after it was published. Upload it again.",
        "One of the files is gone. Remove it from the post, or upload it again.",
    ]
    assert {problem.field_name for problem in problems} == {"media"}
