"""What nobody needs of files of posts ends by itself; what somebody needs stays."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.files import file_store, retention, uploads
from app.publishing.files.post_file import READY, REMOVED, UPLOADING, PostFile
from app.publishing.files.retention import FileInUse, remove_file
from app.publishing.posts.phases import CANCELLED, DRAFT, FAILED, PHASES, PLANNED, PUBLISHED, UNCONFIRMED
from app.publishing.posts.post import Post, PostMedia
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.conftest import Clock
from tests.publishing.files.samples import begun, checked, photo, pieces, video
from tests.stored import folder, stored

DAY = timedelta(days=1, seconds=1)


async def post_with(account: Account, file: PostFile, *phases: str, published_at: datetime | None = None) -> Post:
    """A post with the file, and a variant in each of these phases."""
    now = clock.now()
    post = await Post.create(id=uuid4(), account=account, created_at=now, updated_at=now)
    await PostMedia.create(post=post, file=file, position=0)
    for phase in phases:
        at = published_at if phase == PUBLISHED else None
        await PostVariant.create(
            id=uuid4(),
            account=account,
            post=post,
            network="x",
            phase=phase,
            published_at=at,
            created_at=now,
            updated_at=now,
        )
    return post


def names(files: Iterable[PostFile]) -> set[str]:
    """The endings of the files that are on the disk, of these rows."""
    return {path.name.partition(".")[2] for file in files for path in folder("posts").glob(f"??/{file.id.hex}.*")}


async def test_an_upload_that_nobody_finishes_ends_after_a_day(sari: Account, moved: Clock) -> None:
    content = video(seconds=3)
    file = await uploads.receive_piece(await begun(sari, content), 0, pieces(content[:1000]))
    moved.on(timedelta(hours=23))
    await retention.sweep()
    assert await PostFile.exists()
    await uploads.receive_piece(file, 1000, pieces(content[1000:1100]))  # somebody goes on
    moved.on(timedelta(hours=23))
    await retention.sweep()
    assert await PostFile.exists()

    moved.on(timedelta(hours=2))
    await retention.sweep()
    assert not await PostFile.exists() and names([file]) == set() and await PostFile.bytes_used(sari) == 0


async def test_a_refused_file_is_told_for_a_day(sari: Account, moved: Clock) -> None:
    await checked(sari, photo()[:900], "a.jpg")
    await retention.sweep()
    assert await PostFile.exists()
    moved.on(DAY)
    await retention.sweep()
    assert not await PostFile.exists()


async def test_a_file_that_no_post_has_is_deleted_a_day_after_it_was_touched(sari: Account, moved: Clock) -> None:
    file = await checked(sari, photo(), "a.jpg")
    moved.on(timedelta(hours=20))
    assert str(file.id) in await PostFile.protect_many(sari.id, [str(file.id), "nonsense", str(uuid4())])
    moved.on(timedelta(hours=20))
    await retention.sweep()
    assert await PostFile.exists()
    moved.on(DAY)
    await retention.sweep()
    assert not await PostFile.exists() and names([file]) == set()


@pytest.mark.parametrize("phases", [(), (DRAFT,), (PLANNED,), (PUBLISHED, FAILED), (UNCONFIRMED,)], ids=str)
async def test_a_file_of_a_post_stays_as_long_as_it_may_be_published(
    sari: Account, moved: Clock, phases: tuple[str, ...]
) -> None:
    file = await checked(sari, photo(), "a.jpg")
    await post_with(sari, file, *phases, published_at=clock.now())
    moved.on(timedelta(days=400))
    await retention.sweep()
    assert (await PostFile.get(id=file.id)).state == READY and names([file]) == {"jpg", "webp"}


async def test_thirty_days_after_the_last_publication_only_the_small_picture_stays(sari: Account, moved: Clock) -> None:
    file = await checked(sari, photo(), "a.jpg")
    await post_with(sari, file, PUBLISHED, CANCELLED, published_at=clock.now())
    moved.on(timedelta(days=10))
    await post_with(sari, file, PUBLISHED, published_at=clock.now())
    moved.on(timedelta(days=29))
    await retention.sweep()
    assert (await PostFile.get(id=file.id)).state == READY

    moved.on(timedelta(days=2))
    await retention.sweep()
    assert (await PostFile.get(id=file.id)).state == REMOVED and names([file]) == {"webp"}
    assert await PostFile.bytes_used(sari) == 0
    await retention.sweep()
    assert names([file]) == {"webp"}


async def test_a_variant_of_another_post_that_has_the_file_keeps_it(sari: Account, moved: Clock) -> None:
    file = await checked(sari, photo(), "a.jpg")
    await post_with(sari, file, PUBLISHED, published_at=clock.now())
    other = await checked(sari, photo(90, 90), "b.jpg")
    await post_with(sari, other, PLANNED)
    await PostVariant.filter(phase=PLANNED).update(media=[str(file.id)])
    moved.on(timedelta(days=400))
    await retention.sweep()
    assert (await PostFile.get(id=file.id)).state == READY


async def test_a_deleted_post_keeps_its_files_for_a_day(sari: Account, moved: Clock) -> None:
    file = await checked(sari, photo(), "a.jpg")
    post = await post_with(sari, file, PLANNED)
    moved.on(timedelta(days=3))
    await Post.filter(id=post.id).update(deleted_at=clock.now())
    await retention.sweep()
    assert await PostFile.exists()
    moved.on(DAY)
    await retention.sweep()
    assert not await PostFile.exists()


async def test_files_without_a_row_and_originals_that_were_removed_are_deleted(
    sari: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, removed = await checked(sari, photo(), "a.jpg"), await checked(sari, photo(90, 90), "b.jpg")
    for file in (kept, removed):
        await post_with(sari, file, DRAFT)
    await PostFile.filter(id=removed.id).update(state=REMOVED)
    stray = uuid4()
    await file_store.store(file_store.name_of(stray, "mp4"), b"x")
    monkeypatch.setattr(retention, "MIN_AGE", timedelta(seconds=-5))  # the change time of an inode cannot be set
    await retention.sweep()

    assert names([kept]) == {"jpg", "webp"} and names([removed]) == {"webp"}
    assert not stored(file_store.key_of(file_store.name_of(stray, "mp4"))).exists()


async def test_a_person_deletes_what_no_post_needs(sari: Account) -> None:
    unused, published, planned = [await checked(sari, photo(50 + at, 50), f"{at}.jpg") for at in range(3)]
    await post_with(sari, published, PUBLISHED, published_at=clock.now())
    await post_with(sari, planned, PUBLISHED, PLANNED, published_at=clock.now())

    await remove_file(unused)
    await remove_file(published)
    with pytest.raises(FileInUse) as no:
        await remove_file(planned)

    assert "2.jpg is in a post" in str(no.value)
    assert not await PostFile.exists(id=unused.id) and names([unused]) == set()
    assert (await PostFile.get(id=published.id)).state == REMOVED and names([published]) == {"webp"}
    assert (await PostFile.get(id=planned.id)).state == READY


async def test_an_unfinished_upload_is_deleted_at_once(sari: Account) -> None:
    file = await begun(sari, photo(), "a.jpg")
    assert file.state == UPLOADING
    await remove_file(file)
    assert await PostFile.bytes_used(sari) == 0


async def test_with_an_account_go_its_files(sari: Account, budi: Account) -> None:
    file, other = await checked(sari, photo(), "a.jpg"), await checked(budi, photo(), "b.jpg")
    await world.erase(sari)
    assert names([file]) == set() and names([other]) == {"jpg", "webp"}


def test_every_phase_is_known_to_the_rule() -> None:
    assert {PUBLISHED, CANCELLED} <= set(PHASES)
