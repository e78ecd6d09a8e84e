"""Members of accounts: in which order somebody's accounts and an account's owners are listed."""

from uuid import UUID

import pytest
from tortoise.exceptions import IntegrityError

from app.accounts.models import Account, Membership, Session
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.user import User
from app.kernel import clock
from tests import world


async def join(user: User, account: Account, role: str) -> Membership:
    """Makes a user a member of an account."""
    return await Membership.create(user=user, account=account, role=role, created_at=clock.now())


async def test_the_accounts_of_a_user_are_listed_in_the_order_in_which_they_joined(
    sari: Account, budi: Account, dewi: Account
) -> None:
    user = await world.owner(budi)
    await join(user, dewi, VIEWER)
    await join(user, sari, EDITOR)

    listed = await Membership.of_user(user.id)

    assert [(each.account, each.role) for each in listed] == [(budi, OWNER), (dewi, VIEWER), (sari, EDITOR)]
    assert [each.account.name for each in listed] == ["Budi", "Dewi", "Sari"]
    assert [each.account for each in await Membership.of_user((await world.owner(sari)).id)] == [sari]


async def test_a_user_without_an_account_has_no_memberships(sari: Account) -> None:
    user = await world.owner(sari)
    await sari.delete()

    assert await Membership.of_user(user.id) == []
    assert await Membership.of_user(UUID(int=1)) == []


async def test_the_owners_of_an_account_are_those_alone_who_own_it_the_first_at_the_beginning(
    sari: Account, budi: Account, dewi: Account
) -> None:
    first, editor, second = [await world.owner(account) for account in (sari, budi, dewi)]
    await join(editor, sari, EDITOR)
    await join(second, sari, OWNER)

    assert await sari.owners() == [first, second]
    assert await budi.owners() == [editor]


async def test_nobody_is_twice_a_member_of_one_account(sari: Account) -> None:
    with pytest.raises(IntegrityError):
        await join(await world.owner(sari), sari, VIEWER)


async def test_memberships_go_with_their_user_and_with_their_account(
    sari: Account, budi: Account, dewi: Account
) -> None:
    user = await world.owner(budi)
    await join(user, sari, EDITOR)
    await join(user, dewi, EDITOR)

    await dewi.delete()
    assert [each.account for each in await Membership.of_user(user.id)] == [budi, sari]
    await user.delete()
    assert [each.account_id for each in await Membership.all()] == [sari.id]
    assert await Account.exists(id=budi.id), "what was made stays"


async def test_a_session_outlives_the_account_that_was_worked_in(sari: Account, budi: Account) -> None:
    user = await world.owner(sari)
    token = await Session.begin(user, "Firefox", budi.id)
    await budi.delete()

    session = await Session.by_token(token)
    assert session and (session.user, session.account_id) == (user, None)
