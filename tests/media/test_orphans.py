"""The sweep takes pictures that nothing has used for a day and files that no picture has, and nothing else."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.file_storage import DRAFT
from app.media import file_store, orphans
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.pages.content import Content
from app.pages.models import Page, Revision
from app.pages.theme.theme import Theme
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode, SavedStyle
from tests.conftest import Clock

WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def directory(tmp_path: Path) -> Path:
    directory = tmp_path / "data" / "media"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def files(directory: Path) -> set[str]:
    return {path.name for path in directory.rglob("*") if path.is_file()}


def picture(content: str) -> EncodedPicture:
    whole = content.encode()
    sizes = {"320.webp": whole, "320.avif": whole + b" avif", "160.webp": whole + b" 160"}
    return EncodedPicture(whole, "image/webp", 320, 320, sizes)


async def page_of(account: Account, content: Content) -> Page:
    return await Page.make(account, "rumahkawung", content)


async def by_a_draft(account: Account, media: Media) -> None:
    await page_of(account, Content(name="Sari", avatar=str(media.id)))


async def by_a_theme(account: Account, media: Media) -> None:
    await page_of(account, Content(theme=Theme(picture=str(media.id))))


async def by_a_published_page(account: Account, media: Media) -> None:
    page = await page_of(account, Content(name="Sari", cover=str(media.id)))
    await page.publish(account)
    await page.change(Content(name="Sari"), "cover")
    await Revision.all().delete()


async def by_a_revision(account: Account, media: Media) -> None:
    page = await page_of(account, Content(name="Sari", cover=str(media.id)))
    await page.change(Content(name="Sari"), "cover")


async def by_a_code(account: Account, media: Media) -> None:
    await QrCode.create_static(account, "text", {}, "hello", "", Look(Design(), media))


async def by_a_style(account: Account, media: Media) -> None:
    await SavedStyle.save_look(account, "Mine", Look(Design(), media))


@pytest.mark.parametrize(
    "used",
    [by_a_draft, by_a_theme, by_a_published_page, by_a_revision, by_a_code, by_a_style],
    ids=lambda used: used.__name__,
)
async def test_what_is_used_stays_and_the_rest_goes(
    sari: Account, moved: Clock, directory: Path, used: Callable[[Account, Media], Awaitable[None]]
) -> None:
    kept, forgotten = await Media.store(sari, picture("kept")), await Media.store(sari, picture("forgotten"))
    await used(sari, kept)
    moved.on(WEEK)

    assert await orphans.delete_orphans() == (1, 0)

    assert [media.id for media in await Media.all()] == [kept.id] != [forgotten.id]
    assert files(directory) == {kept.file, *kept.variants.values()}
    assert await orphans.delete_orphans() == (0, 0)


async def test_a_strangers_page_keeps_nobodys_picture(sari: Account, budi: Account, moved: Clock) -> None:
    media = await Media.store(sari, picture("hers"))
    await page_of(budi, Content(name="Budi", avatar=str(media.id)))
    moved.on(WEEK)

    assert (await orphans.delete_orphans()).pictures == 1


async def test_nothing_of_less_than_a_day_goes(sari: Account, moved: Clock, directory: Path) -> None:
    await Media.store(sari, picture("new"))
    await file_store.write_file(b"a row will follow", "image/webp", b"salt")
    moved.on(timedelta(hours=23))

    assert await orphans.delete_orphans() == (0, 0)
    assert len(files(directory)) == 4


async def test_files_without_a_picture_and_forgotten_drafts_go(sari: Account, moved: Clock, directory: Path) -> None:
    kept = await Media.store(sari, picture("kept"))
    await by_a_draft(sari, kept)
    await file_store.write_file(b"its row was never made", "image/avif", b"salt")
    (directory / f"{DRAFT}x").write_bytes(b"half of")
    (directory / "notes.txt").write_bytes(b"not ours")
    moved.on(WEEK)

    assert await orphans.delete_orphans() == (0, 1)
    assert files(directory) == {kept.file, *kept.variants.values(), "notes.txt"}


@pytest.mark.parametrize("again", ["kept", "held"])
async def test_a_picture_that_comes_into_use_again_is_young_again(sari: Account, moved: Clock, again: str) -> None:
    media = await Media.store(sari, picture("old"))
    moved.on(WEEK)
    if again == "kept":
        assert (await Media.store(sari, picture("old"))).id == media.id
    else:
        assert (await Media.protect_many(sari.id, [str(media.id), str(uuid4()), "nonsense", ""])).keys() == {
            str(media.id)
        }

    assert await orphans.delete_orphans() == (0, 0)


async def test_a_picture_that_is_taken_into_use_while_the_sweep_runs_is_there_or_refused(
    sari: Account, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = [await Media.store(sari, picture(f"picture {at}")) for at in range(12)]
    moved.on(WEEK)
    unused = orphans._unused
    is_found = asyncio.Event()

    async def slowly(*arguments: object) -> object:
        ids = await unused(*arguments)  # type: ignore[arg-type]
        is_found.set()
        await asyncio.sleep(0)
        return ids

    monkeypatch.setattr(orphans, "_unused", slowly)

    async def take(one: Media) -> bool:
        await is_found.wait()
        return str(one.id) in await Media.protect_many(sari.id, [str(one.id)])

    swept, *taken = await asyncio.gather(orphans.delete_orphans(), *(take(one) for one in media[:8]))

    there = {one.id for one in await Media.all()}
    assert isinstance(swept, orphans.SweepResult) and swept.pictures == 12 - len(there)
    assert [one.id in there for one in media[:8]] == taken
    for one in await Media.all():
        assert await one.read()


async def test_the_same_picture_uploaded_while_the_old_one_goes_has_its_files(sari: Account) -> None:
    await asyncio.gather(*(Media.store(sari, picture(f"picture {at}")) for at in range(6)))
    await Media.all().update(created_at=clock.now() - WEEK)  # a moved clock would make the new files old as well

    _, *kept = await asyncio.gather(
        orphans.delete_orphans(), *(Media.store(sari, picture(f"picture {at}")) for at in range(6))
    )

    for media in kept:
        assert isinstance(media, Media) and await Media.exists(id=media.id)
        for file in (media.file, *media.variants.values()):
            assert await file_store.read_file(file)


async def test_what_a_change_of_a_page_begins_to_use_is_held(sari: Account, moved: Clock) -> None:
    media = await Media.store(sari, picture("old"))
    page = await page_of(sari, Content(name="Sari"))
    moved.on(WEEK)

    await page.change(Content(name="Sari", avatar=str(media.id)), "avatar")

    assert (await Media.get(id=media.id)).created_at == clock.now()
