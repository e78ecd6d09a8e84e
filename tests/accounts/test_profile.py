"""The profile: whoever works alone has one name, language and clock; an account of several people has its own."""

from typing import Any

import pytest

from app.accounts.models import Account, Membership
from app.accounts.profile import update_profile
from app.accounts.roles import EDITOR, OWNER
from app.accounts.sign_up_checks import NameMissing
from app.accounts.user import User
from app.kernel import clock
from tests import world

Profile = tuple[str, str, str]
NEW: dict[str, Any] = {"name": " Sari  Dewi\x07 ", "language": "en", "time_zone": "Asia/Jayapura"}
STORED, OF_SARI, OF_BUDI = (
    ("Sari Dewi", "en", "Asia/Jayapura"),
    ("Sari", "id", "Asia/Jakarta"),
    ("Budi", "en", "Asia/Jakarta"),
)


async def profile(of: User | Account) -> Profile:
    """The stored name, language and time zone of a user or an account."""
    stored: User | Account = await type(of).get(id=of.id)
    return (stored.name, stored.language, stored.time_zone)


async def join(user: User, account: Account, role: str) -> None:
    """Makes a user one more member of an account."""
    await Membership.create(user=user, account=account, role=role, created_at=clock.now())
    await Account.filter(id=account.id).update(seats_used=account.seats_used + 1)


async def test_whoever_works_alone_has_one_name_one_language_and_one_clock(sari: Account, budi: Account) -> None:
    user = await world.owner(sari)

    await update_profile(user, **NEW)

    assert await profile(user) == await profile(sari) == STORED
    assert (user.name, user.language, user.time_zone) == STORED
    assert await profile(budi) == await profile(await world.owner(budi)) == OF_BUDI


@pytest.mark.parametrize("role", [OWNER, EDITOR])
async def test_an_account_of_two_keeps_its_own_whoever_of_them_changes_theirs(
    sari: Account, budi: Account, role: str
) -> None:
    users = [await world.owner(sari), await world.owner(budi)]
    await join(users[1], sari, role)

    for user in users:
        await update_profile(user, **NEW)

    assert [await profile(user) for user in users] == [STORED, STORED]
    assert await profile(sari) == OF_SARI
    assert await profile(budi) == STORED, "which is Budi's alone"


async def test_a_member_who_does_not_own_an_account_changes_nothing_of_it(sari: Account, budi: Account) -> None:
    editor = await world.owner(budi)
    await Membership.create(user=editor, account=sari, role=EDITOR, created_at=clock.now())
    await Membership.filter(user=await world.owner(sari)).delete()  # the editor is the only member

    await update_profile(editor, **NEW)

    assert await profile(sari) == OF_SARI


async def test_a_user_without_a_name_is_refused_and_nothing_changes(sari: Account) -> None:
    user = await world.owner(sari)
    with pytest.raises(NameMissing):
        await update_profile(user, **NEW | {"name": " "})
    assert await profile(user) == await profile(sari) == OF_SARI
