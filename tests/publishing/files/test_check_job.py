"""A file that has arrived is checked: pictures are written again, GIFs read to their end, what is none is refused."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from app.accounts.models import Account
from app.jobs.models import Job
from app.jobs.worker import Worker
from app.publishing.files import check_job, file_store, uploads
from app.publishing.files.file_kinds import InvalidFile
from app.publishing.files.post_file import CHECKING, JPEG_SIZE, READY, REFUSED, PostFile
from tests.media.pictures import PHONE, loaded, png, saved
from tests.publishing.files.samples import begun, checked, gif, photo, pieces, transparent, uploaded
from tests.stored import folder, stored


def names(file: PostFile) -> set[str]:
    return {path.name.partition(".")[2] for path in folder("posts").glob(f"??/{file.id.hex}.*")}


async def test_a_picture_becomes_a_jpeg_without_its_metadata_and_gets_a_small_one_for_pages(sari: Account) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright
    exif[0x010F] = "A camera"
    file = await checked(sari, photo(300, 200, exif=exif), "kopi.jpg")

    picture = loaded(stored(file_store.key_of(file.stored_name)).read_bytes())
    assert (file.state, file.media_type, file.checked_by) == (READY, "image/jpeg", "worker")
    assert (file.width, file.height) == picture.size == (200, 300)
    assert picture.format == "JPEG" and not picture.getexif() and b"A camera" not in picture.tobytes()
    assert loaded(stored(file_store.key_of(file.poster)).read_bytes()).format == "WEBP"
    assert names(file) == {"jpg", "webp"}


async def test_what_it_takes_of_the_plan_is_what_is_kept(sari: Account) -> None:
    file = await checked(sari, photo(900, 700, "PNG"), "kopi.png")
    content = stored(file_store.key_of(file.stored_name)).read_bytes()
    assert file.size == len(content) == await PostFile.bytes_used(sari)
    assert file.sha256 == hashlib.sha256(content).hexdigest()


async def test_a_transparent_picture_is_kept_as_png_with_a_jpeg_on_white_beside_it(sari: Account) -> None:
    file = await checked(sari, transparent(), "logo.png")

    jpeg = stored(file_store.key_of(file_store.name_of(file.id, "jpg"))).read_bytes()
    kept = loaded(stored(file_store.key_of(file.stored_name)).read_bytes())
    assert (file.media_type, kept.format, kept.mode) == ("image/png", "PNG", "RGBA")
    assert file.details == {JPEG_SIZE: len(jpeg)}
    red, green, _ = loaded(jpeg).getpixel((5, 5))  # type: ignore[misc]
    assert red > 220 and 150 < green < 200


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "PNG"])
async def test_pictures_of_all_kinds_are_taken(sari: Account, kind: str) -> None:
    file = await checked(sari, photo(80, 60, kind), f"a.{kind.lower()}")
    assert (file.state, file.width, file.height) == (READY, 80, 60)


async def test_the_photo_of_a_phone_is_taken(sari: Account) -> None:
    file = await checked(sari, PHONE.read_bytes(), "IMG_1.HEIC", "image/heic")
    assert (file.state, file.media_type, file.width, file.height) == (READY, "image/jpeg", 64, 96)


async def test_a_very_large_picture_becomes_smaller_and_fits_every_network(sari: Account) -> None:
    file = await checked(sari, saved(Image.effect_noise((5000, 3000), 90).convert("RGB"), "JPEG", quality=70), "a.jpg")
    assert (file.state, file.width) == (READY, 4096)
    assert file.size <= check_job.MOST_PICTURE


async def test_a_gif_stays_as_it_is_and_its_frames_are_counted(sari: Account) -> None:
    content = gif(frames=4)
    file = await checked(sari, content, "a.gif")

    assert (file.state, file.width, file.height, file.milliseconds) == (READY, 60, 60, 800)
    assert file.details == {"frames": 4} and file.size == len(content)
    assert stored(file_store.key_of(file.stored_name)).read_bytes() == content
    assert loaded(stored(file_store.key_of(file.poster)).read_bytes()).size == (60, 60)


async def test_a_gif_with_more_pixels_than_anybody_needs_is_refused(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_job, "MOST_GIF_PIXELS", 60 * 60 * 3)
    assert (await checked(sari, gif(frames=3), "a.gif")).state == READY
    refused = await checked(sari, gif(frames=4), "b.gif")
    assert (refused.state, refused.trouble) == (REFUSED, "too_many_pixels")


@pytest.mark.parametrize(
    "content, filename, trouble",
    [
        (photo()[:2000], "a.jpg", "unreadable"),
        (png(9000, 9000, b"\x78\x9c" + bytes(900)), "a.png", "too_many_pixels"),
        (b"GIF89a" + bytes(200), "a.gif", "unreadable"),
        (gif()[:300], "a.gif", "unreadable"),
    ],
)
async def test_what_cannot_be_opened_is_refused_with_the_reason_and_takes_no_room(
    sari: Account, content: bytes, filename: str, trouble: str
) -> None:
    file = await checked(sari, content, filename)
    assert (file.state, file.trouble) == (REFUSED, trouble)
    assert await PostFile.bytes_used(sari) == 0 and names(file) == set()


async def test_an_animated_picture_that_is_no_gif_is_refused(sari: Account) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    assert (await checked(sari, out.getvalue(), "a.webp")).trouble == "animated"


async def test_a_file_whose_first_piece_was_too_short_to_tell_is_told_by_the_check(sari: Account) -> None:
    content = b"%PDF-1.7" + bytes(100)
    file = await begun(sari, content, "a.mp4")
    with pytest.raises(InvalidFile):
        await uploads.receive_piece(file, 0, pieces(content))
    file = await begun(sari, content, "a.mp4")
    file = await uploads.receive_piece(file, 0, pieces(content[:10]))
    await uploads.receive_piece(file, 10, pieces(content[10:]))
    await Worker().run_due(uploads.CHECK)
    file = await PostFile.get(id=file.id)
    assert (file.state, file.trouble) == (REFUSED, "wrong_kind")


async def test_a_file_that_is_deleted_while_it_is_checked_leaves_nothing(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await uploaded(sari, photo(), "a.jpg")
    check = check_job._check

    async def checks_slowly(row: PostFile, path: Path) -> check_job.CheckedFile:
        result = await check(row, path)
        await file.delete_with_files()
        return result

    monkeypatch.setattr(check_job, "_check", checks_slowly)
    await Worker().run_due(uploads.CHECK)
    assert names(file) == set() and not await PostFile.exists()


async def test_a_check_that_died_in_the_middle_is_done_again(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    for content, filename in ((gif(), "a.gif"), (photo(), "a.jpg")):
        file = await uploaded(sari, content, filename)
        with monkeypatch.context() as patch:
            patch.setattr(check_job, "_write_row", full_disk)
            with pytest.raises(OSError, match="disk is full"):
                await check_job.check_file(Job(payload={"file": str(file.id)}))
        assert (await PostFile.get(id=file.id)).state == CHECKING
        await check_job.check_file(Job(payload={"file": str(file.id)}))
        assert (await PostFile.get(id=file.id)).state == READY and "part" not in names(file)


async def full_disk(*_: object) -> bool:
    raise OSError("the disk is full")


async def test_a_picture_that_grew_beyond_the_room_of_the_plan_is_refused(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = photo(400, 300, "WEBP", quality=5)
    other = await begun(sari, bytes(512 * 2**20 - len(content)), "b.mp4")
    file = await checked(sari, content, "a.webp")
    assert (file.state, file.trouble) == (REFUSED, "no_room")
    assert await PostFile.bytes_used(sari) == other.size


async def test_a_check_that_can_never_be_done_refuses_the_file(sari: Account) -> None:
    file = await uploaded(sari, photo(), "a.jpg")
    await check_job._refuse(file.id, "broken")
    assert (await PostFile.get(id=file.id)).trouble == "broken"
