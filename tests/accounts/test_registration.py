"""Signing up: a user, an account of their own, and their membership as its owner, all three or none."""

import asyncio

import pytest

from app.accounts.models import Account, Membership
from app.accounts.registration import register
from app.accounts.roles import OWNER
from app.accounts.user import EmailTaken, User
from app.mail.models import OutgoingEmail
from tests import world
from tests.world import PASSWORD


async def counts() -> tuple[int, int, int]:
    """The numbers of users, accounts and memberships."""
    return (await User.all().count(), await Account.all().count(), await Membership.all().count())


async def test_a_new_installation_has_nobody_who_could_sign_in(database: str) -> None:
    assert await counts() == (0, 0, 0), "no user and no account comes with the migrations"


async def test_signing_up_makes_one_user_and_one_account_that_they_own_with_one_seat_used(database: str) -> None:
    membership = await register("rani@example.com", "Rani", PASSWORD, language="en", plan="starter")

    assert await counts() == (1, 1, 1)
    [user, account, stored] = [await User.get(), await Account.get(), await Membership.get()]
    assert (membership.user, membership.account) == (user, account)
    assert (stored.user_id, stored.account_id, stored.role) == (user.id, account.id, OWNER)
    assert (account.seats_used, membership.account.seats_used, account.plan_name) == (1, 1, "starter")
    assert (user.name, user.language, account.name, account.language) == ("Rani", "en", "Rani", "en")
    assert await account.owners() == [user]
    assert user.id != account.id, "they are two things"


async def test_of_twenty_who_sign_up_at_once_with_one_email_one_gets_a_user_and_an_account(database: str) -> None:
    results = await asyncio.gather(*(world.sari() for _ in range(20)), return_exceptions=True)

    assert sum(isinstance(result, Account) for result in results) == 1
    assert sum(isinstance(result, EmailTaken) for result in results) == 19
    assert await counts() == (1, 1, 1)


async def test_an_email_that_is_taken_leaves_no_account_and_no_letter(sari: Account) -> None:
    with pytest.raises(EmailTaken):
        await register("sari@example.com", "Impostor", PASSWORD, greeted=True)

    assert await counts() == (1, 1, 1)
    assert await OutgoingEmail.all().count() == 0
