"""The last way in cannot be removed, and it is counted under a lock."""

import asyncio

import pytest

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock, installation
from app.kernel.mail_settings import ResendAccount
from app.sign_in.oauth import account_linking  # noqa: F401 - it counts connected sign-ins
from app.sign_in.oauth.models import Identity
from app.sign_in.sign_in_methods import LastSignInMethod, count_sign_in_methods, keeping_a_method
from tests import world
from tests.sign_in.oauth.conftest import configure

ISSUERS = {"staff": "https://staff.example", "guild": "https://guild.example"}


async def without_password(account: Account, *labels: str) -> User:
    """The owner, who signs in with these providers alone."""
    configure(**{name: {"issuer": url, "client_id": "k", "client_secret": "s"} for name, url in ISSUERS.items()})
    user = await world.owner(account)
    user.password_hash = ""
    await user.save()
    now = clock.now()
    for label in labels:
        await Identity.create(
            user=user, issuer=ISSUERS.get(label, label), subject="1", label=label, created_at=now, used_at=now
        )
    return user


async def test_passwords_and_connected_sign_ins_count_and_a_link_by_mail_where_mail_is_set_up(sari: Account) -> None:
    user = await world.owner(sari)
    assert await count_sign_in_methods(user) == 1
    user = await without_password(sari, "staff", "guild")
    assert await count_sign_in_methods(user) == 2
    user.email_verified_at = clock.now()
    assert await count_sign_in_methods(user) == 2, "without mail a verified address opens nothing"
    installation.current().mail_backend = ResendAccount("re_key", "hello@kliqs.test")
    assert await count_sign_in_methods(user) == 3
    user.email_verified_at = None
    assert await count_sign_in_methods(user) == 2


async def test_a_provider_that_is_no_longer_configured_is_no_way_in(sari: Account) -> None:
    user = await without_password(sari, "https://gone.example")
    assert await count_sign_in_methods(user) == 0


async def test_what_a_refused_removal_removed_is_still_there(sari: Account) -> None:
    user = await without_password(sari, "staff")
    with pytest.raises(LastSignInMethod):
        async with keeping_a_method(user):
            await Identity.all().delete()
    assert await Identity.all().count() == 1


async def test_of_two_removals_at_once_one_leaves_a_way_in(sari: Account) -> None:
    user = await without_password(sari, "staff", "guild")

    async def remove(label: str) -> bool:
        try:
            async with keeping_a_method(user):
                await Identity.filter(label=label).delete()
        except LastSignInMethod:
            return False
        return True

    assert sorted(await asyncio.gather(remove("staff"), remove("guild"))) == [False, True]
    assert await Identity.all().count() == 1
