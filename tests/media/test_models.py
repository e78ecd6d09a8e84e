"""A picture is kept once for an account, whole, under a name nobody can guess, and goes with its row."""

import asyncio
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.kernel.refusal import NotFound, Refusal
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.plans.plan_limits import ALL_PLANS, PLANS

LOGO = EncodedPicture(b"\x89PNG the logo", "image/png", 512, 256)


@pytest.fixture(autouse=True)
def directory(tmp_path: Path) -> Path:
    directory = tmp_path / "data" / "media"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def files(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file()]


async def test_a_picture_is_read_back_as_it_was_kept(sari: Account, directory: Path) -> None:
    kept = await Media.store(sari, LOGO)
    media = await Media.owned_by(sari).get(id=kept.id)
    assert await media.read() == LOGO.content
    assert (media.media_type, media.width, media.height, media.size) == ("image/png", 512, 256, len(LOGO.content))
    assert media.sha256 == hashlib.sha256(LOGO.content).hexdigest()
    assert [path.name for path in files(directory)] == [media.file]


async def test_the_same_content_is_kept_once_for_an_account_and_apart_for_another(
    sari: Account, budi: Account, directory: Path
) -> None:
    first, again, other = await Media.store(sari, LOGO), await Media.store(sari, LOGO), await Media.store(budi, LOGO)
    assert first.id == again.id != other.id and first.file != other.file
    assert len(files(directory)) == 2


async def test_two_uploads_of_one_content_at_once_leave_one_row_and_one_file(sari: Account, directory: Path) -> None:
    kept = await asyncio.gather(*(Media.store(sari, LOGO) for _ in range(4)))
    assert len({media.id for media in kept}) == 1
    assert await Media.owned_by(sari).count() == 1 and len(files(directory)) == 1


async def test_a_strangers_picture_is_not_found(sari: Account, budi: Account) -> None:
    kept = await Media.store(sari, LOGO)
    assert await Media.owned_by(budi).get_or_none(id=kept.id) is None


async def test_what_is_dropped_leaves_neither_row_nor_file(sari: Account, budi: Account, directory: Path) -> None:
    kept, other = await Media.store(sari, LOGO), await Media.store(budi, LOGO)
    await kept.delete_with_files()
    assert not await Media.owned_by(sari).exists()
    assert await other.read() == LOGO.content and len(files(directory)) == 1
    with pytest.raises(NotFound):
        await kept.read()


async def test_a_row_that_cannot_be_made_leaves_no_file(sari: Account, directory: Path) -> None:
    await Account.filter(id=sari.id).delete()
    with pytest.raises(NotFound):
        await Media.store(sari, LOGO)
    assert not files(directory)


async def test_pictures_go_with_their_account(sari: Account, budi: Account) -> None:
    await Media.store(sari, LOGO)
    await Media.store(budi, LOGO)
    await Account.filter(id=sari.id).delete()
    assert await Media.all().count() == 1


async def test_a_picture_whose_file_was_lost_is_there_again_when_it_is_uploaded_again(
    sari: Account, directory: Path
) -> None:
    kept = await Media.store(sari, LOGO)
    [file] = files(directory)
    file.unlink()
    with pytest.raises(NotFound):
        await kept.read()
    assert (await Media.store(sari, LOGO)).id == kept.id
    assert await kept.read() == LOGO.content


def numbered(at: int, size: int = 100) -> EncodedPicture:
    content = f"picture {at} ".encode().ljust(size, b".")
    return EncodedPicture(content, "image/webp", 320, 320, {"320.webp": content, "160.webp": content[:-1]})


async def test_a_picture_in_sizes_is_kept_and_dropped_as_one(sari: Account, directory: Path) -> None:
    kept = await Media.store(sari, numbered(1))
    assert kept.variants["320.webp"] == kept.file and len(files(directory)) == 2 and kept.size == 199
    assert kept.sources == [("image/webp", f"/media/{kept.variants['160.webp']} 160w, /media/{kept.file} 320w")]
    files(directory)[0].unlink()
    assert (await Media.store(sari, numbered(1))).id == kept.id and len(files(directory)) == 2
    await kept.delete_with_files()
    assert not files(directory)


async def test_the_same_files_in_other_sizes_are_another_picture(sari: Account, directory: Path) -> None:
    media = await Media.store(sari, numbered(1))
    other = await Media.store(sari, EncodedPicture(numbered(1).content, "image/webp", 320, 320))
    await other.delete_with_files()
    assert other.id != media.id and await media.read() == numbered(1).content


async def test_names_tell_nobody_who_has_a_picture(sari: Account) -> None:
    kept = await Media.store(sari, LOGO)
    assert hashlib.sha256(LOGO.content).hexdigest()[:32] not in kept.file
    assert hashlib.sha256(kept.id.bytes + LOGO.content).hexdigest()[:32] == kept.file[:32]


@pytest.mark.parametrize("most", [(5, 10**9), (100, 5 * 199 + 198)], ids=["pictures", "bytes"])
async def test_a_plan_has_room_for_so_many_pictures_and_no_more(
    sari: Account, budi: Account, directory: Path, monkeypatch: pytest.MonkeyPatch, most: tuple[int, int]
) -> None:
    monkeypatch.setitem(ALL_PLANS, "free", replace(PLANS["free"], pictures=most[0], picture_bytes=most[1]))

    kept = await asyncio.gather(*(Media.store(sari, numbered(at)) for at in range(12)), return_exceptions=True)

    refused = [result for result in kept if not isinstance(result, Media)]
    assert {result.code for result in refused if isinstance(result, Refusal)} == {"PICTURE_LIMIT_REACHED"}
    assert await Media.owned_by(sari).count() == 5 and len(refused) == 7 and len(files(directory)) == 10
    there = next(result for result in kept if isinstance(result, Media))
    at = next(at for at, result in enumerate(kept) if result is there)
    assert (await Media.store(sari, numbered(at))).id == there.id, "what is there already takes no room"
    await there.delete_with_files()
    assert await Media.store(sari, numbered(99))
