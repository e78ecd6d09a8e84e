"""A backup holds the files of posts; what a restore brings back is not published a second time."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.config import Config
from app.ops import backup
from app.ops.operator_actions import OperationDeclined
from app.ops.restore import restore_backup
from app.publishing.delivery import after_restore
from app.publishing.delivery.trouble_keys import RESTORED
from app.publishing.files import file_store
from app.publishing.files.post_file import CHECKING, UPLOADING, PostFile
from app.publishing.posts.phases import CANCELLED, CLAIMED, PLANNED, PUBLISHED, SENDING, UNCONFIRMED
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.databases import TEMPLATES, Template
from tests.ops.test_backup import everything, opened
from tests.publishing import furnished
from tests.stored import stored, use_directory

SIDES = [("sqlite", "postgres"), ("postgres", "sqlite")]


@pytest.fixture
def both(templates: Callable[[str], Template]) -> dict[str, Template]:
    return {dialect: templates(dialect) for dialect in TEMPLATES}


def use_folder(config: Config) -> None:
    """Makes the files of posts be those of this configuration."""
    config.prepare()
    use_directory(config.data_dir)


@pytest.mark.parametrize("source, target", SIDES)
async def test_posts_and_their_files_come_back_on_the_other_database(
    both: dict[str, Template], tmp_path: Path, source: str, target: str
) -> None:
    file = tmp_path / "backup.tar.gz"
    async with opened(both[source], tmp_path / "source") as (_, config):
        use_folder(config)
        made = await furnished.build(await world.sari())
        before = await everything()
        manifest = await backup.write_backup(file, config)
        assert (manifest.posts, manifest.lacking) == (2, []), "a film and its poster"

    async with opened(both[target], tmp_path / "target") as (_, config):
        assert await restore_backup(file, config) == manifest
        after = await everything()
        assert {name: after[name] for name in after if name != "receipt_counters"} == {
            name: before[name] for name in before if name != "receipt_counters"
        }
        assert before["posts"] and before["post_variants"] and before["connections"] and before["weekly_slots"]
        use_folder(config)
        assert stored(file_store.key_of(made.file.stored_name)).read_bytes() == furnished.FILM
        assert (await PostFile.get()).alt == made.file.alt


async def test_a_file_of_a_post_that_the_disk_lost_is_told_when_it_is_backed_up(
    sari: Account, config: Config, tmp_path: Path
) -> None:
    use_folder(config)
    film = await furnished.store_film(sari, (await world.owner(sari)).id)
    stored(file_store.key_of(film.stored_name)).unlink()
    manifest = await backup.write_backup(tmp_path / "file", config)
    assert (manifest.lacking, manifest.posts) == ([film.stored_name], 1)


async def test_a_changed_file_of_a_post_restores_nothing(sari: Account, config: Config, tmp_path: Path) -> None:
    use_folder(config)
    await furnished.store_film(sari, (await world.owner(sari)).id)
    await backup.write_backup(tmp_path / "file", config)
    with tarfile.open(tmp_path / "file") as tar, tarfile.open(tmp_path / "other", "w:gz") as other:
        for member in tar:
            content = tar.extractfile(member)
            assert content is not None
            if member.name.endswith(".mp4"):
                member.size -= 1
            other.addfile(member, content)
    elsewhere = config.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    with pytest.raises(OperationDeclined, match="damaged"):
        await restore_backup(tmp_path / "other", elsewhere)
    assert not list(tmp_path.glob("elsewhere/posts/*/*"))


async def test_an_upload_that_is_under_way_is_left_out_and_begins_anew_after_the_restore(
    sari: Account, config: Config, tmp_path: Path
) -> None:
    use_folder(config)
    film = await furnished.store_film(sari, (await world.owner(sari)).id)
    stored(file_store.key_of(film.stored_name)).rename(
        stored(file_store.key_of(file_store.name_of(film.id, file_store.PART)))
    )
    for state in (UPLOADING, CHECKING):
        await PostFile.filter(id=film.id).update(state=state, received=500)
        await backup.write_backup(tmp_path / state, config)
        with tarfile.open(tmp_path / state) as tar:
            assert not [name for name in tar.getnames() if name.endswith(".part")]
        await after_restore.make_restored_posts_safe()
        row = await PostFile.get(id=film.id)
        assert (row.state, row.received) == (UPLOADING, 0)


async def test_what_was_due_before_a_restore_is_not_sent_again_and_a_person_decides(sari: Account) -> None:
    now = clock.now()
    expected = {}
    for phase, due, after in (
        (PLANNED, -1, UNCONFIRMED),
        (CLAIMED, -1, UNCONFIRMED),
        (PLANNED, 1, PLANNED),
        (SENDING, -1, SENDING),  # which delivery looks after as after every crash
        (PUBLISHED, -1, PUBLISHED),
        (CANCELLED, -1, CANCELLED),
    ):
        made = await furnished.build(sari, phase=phase, due_at=now + timedelta(hours=due))
        expected[made.variant.id] = after
    await PostVariant.filter(phase=PUBLISHED).update(reply_state="sending")

    assert await after_restore.make_restored_posts_safe() == 2

    assert {variant.id: variant.phase for variant in await PostVariant.all()} == expected
    assert {variant.trouble for variant in await PostVariant.filter(phase=UNCONFIRMED)} == {RESTORED}
    assert await PostEvent.filter(trouble=RESTORED).count() == 2
    assert (await PostVariant.get(phase=PUBLISHED)).reply_state == "unconfirmed"
