"""The files of an account or user that is deleted go at once with it, of whatever package they are."""

from __future__ import annotations

from pathlib import Path

from quart import Quart

from app.accounts.guest import open_guest
from app.accounts.models import Account, Membership
from app.accounts.owned_files import remove_files
from app.accounts.roles import OWNER
from app.guests import claim, expiry
from app.jobs.worker import Worker
from app.kernel import clock
from app.media import orphans
from app.media.models import Media
from app.privacy import erasure
from app.privacy.bring_in import file_store as imports
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export import export_job
from app.privacy.export import file_store as exports
from app.settings.avatar import AVATAR_WIDTH
from tests import world
from tests.conftest import Clock
from tests.privacy import furnished
from tests.privacy.bring_in import archives
from tests.stored import folder, stored


def stored_pictures() -> list[Path]:
    """The files of pictures in the data directory."""
    return [path for path in folder("media").rglob("*") if path.is_file()]


async def test_exports_and_imports_leave_no_file_behind(database: str) -> None:
    sari = await furnished.build()
    export = await archives.exported(sari)
    async with remove_files([sari.id]):
        pass
    assert export.exists(), "an account that is kept keeps its files"

    await archives.brought_in(sari, export.read_bytes())
    brought = stored(imports.FILES.key((await ImportRun.get(account_id=sari.id)).id, imports.ZIP))
    assert brought.exists()
    async with remove_files([sari.id]):
        await Account.filter(id=sari.id).delete()
    assert not export.exists() and not brought.exists()


async def test_exports_of_a_user_go_with_them_even_from_a_workspace_that_stays(sari: Account, budi: Account) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=OWNER, created_at=clock.now())
    files = []
    for account in (None, budi):
        export = await export_job.request_export(user, account)
        await Worker().run_due(export_job.KIND)
        files.append(stored(exports.FILES.key(export.id, exports.ZIP)))
    kept = await archives.exported(budi)
    assert all(file.exists() for file in files)

    await erasure.erase_user(user.id, at_once=True)
    assert not any(file.exists() for file in files), "they hold what was stored about the user"
    assert kept.exists(), "what another owner asked for"


async def test_the_picture_of_a_user_goes_with_them_unless_it_is_shown_elsewhere(
    app: Quart, sari: Account, budi: Account, moved: Clock
) -> None:
    user = await world.owner(sari)
    await Membership.create(user=user, account=budi, role=OWNER, created_at=clock.now())
    avatar = await furnished.picture(budi, "teal")
    user.avatar_id = avatar.id
    await user.save(update_fields=["avatar_id"])
    moved.on(orphans.MIN_AGE * 2)
    assert AVATAR_WIDTH, "the module that says whose picture it is is loaded"

    await erasure.erase_user(user.id, at_once=True)
    assert not await Media.filter(id=avatar.id).exists() and not stored_pictures()
    assert await Account.exists(id=budi.id)


async def test_pictures_of_a_guest_go_with_them_and_those_that_were_claimed_stay(sari: Account, budi: Account) -> None:
    for account, claimed in ((sari, False), (budi, True)):
        guest, token = await open_guest("id", "203.0.113.7")
        picture = await furnished.picture(guest, "teal")
        assert stored_pictures()
        if claimed:
            async with remove_files([guest.id]):  # as an erasure that comes a moment later
                await claim.claim_into_account(token, account)
        else:
            assert await expiry.erase_guest(guest)
        assert await Media.filter(id=picture.id).exists() is claimed
        assert bool(stored_pictures()) is claimed
