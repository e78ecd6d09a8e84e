"""Letters about limits: at 80 per cent and at the end, each once a month, whatever happens at the same time."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.keys.models import ApiKey, MonthlyUsage
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.ops.retention_sweep import delete_expired
from app.plans.limit_emails import crossed_threshold
from app.plans.models import LimitWarning
from app.plans.quota import count_new_links
from tests import world
from tests.conftest import Clock
from tests.counting import queries


@pytest.mark.parametrize(
    ("before", "used", "limit", "share"),
    [
        (3, 4, 5, 80),
        (4, 5, 5, 100),
        (2, 3, 5, 0),
        (3, 5, 5, 100),
        (0, 1, 1, 100),
        (23, 24, 30, 80),
        (24, 25, 30, 0),
        (29, 30, 30, 100),
        (30, 31, 30, 0),
        (0, 0, 0, 0),
        (4, 4, 5, 0),
        (5, 6, 7, 80),
    ],
)
def test_a_mark_is_stepped_over_once(before: int, used: int, limit: int, share: int) -> None:
    assert crossed_threshold(before, used, limit) == share


async def subjects() -> list[str]:
    return [letter.subject for letter in await OutgoingEmail.filter(kind="limits").order_by("created_at")]


async def test_links_are_told_of_at_80_per_cent_and_at_the_end(budi: Account, sari: Account) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(language="en")
    for at in range(5):
        await world.shorten(sari)
        assert len(await subjects()) == (0, 0, 0, 1, 2)[at]
    assert await subjects() == ["80 % of your short links are used", "All short links of your plan are used"]
    letter = (await OutgoingEmail.all().order_by("created_at"))[0]
    assert "4 of 5" in letter.text and letter.off_url == "https://kliqs.test/dashboard/settings/notifications"


async def test_going_down_and_up_again_tells_nothing_new(sari: Account) -> None:
    for _ in range(3):
        links = [await world.shorten(sari) for _ in range(5)]
        for link in links:
            await link.soft_delete(sari)
    assert len(await subjects()) == 2


async def test_each_month_and_each_height_of_a_limit_are_told_of(sari: Account, moved: Clock) -> None:
    links = [await world.shorten(sari) for _ in range(5)]
    sari.links_limit = 6
    await world.shorten(sari)
    assert len(await subjects()) == 3, "that was the last of six"
    moved.to(clock.start_of_next_month(moved.now) + timedelta(seconds=1))
    await links[0].soft_delete(sari)
    await world.shorten(sari)
    assert len(await subjects()) == 4
    await delete_expired()
    assert await LimitWarning.all().count() == 1


async def test_many_links_at_once_tell_each_once(sari: Account) -> None:
    await asyncio.gather(*(world.shorten(sari) for _ in range(20)), return_exceptions=True)
    assert await Link.owned_by(sari).count() == 5
    assert len(await subjects()) == 2


async def test_many_links_in_one_go_tell_the_higher_mark(sari: Account) -> None:
    await count_new_links(sari, 5)
    assert await subjects() == ["Semua tautan pendek di paketmu sudah terpakai"]


async def spend(key: ApiKey, *, fail: bool = False) -> None:
    async with MonthlyUsage.counted_request(key):
        if fail:
            raise LookupError


async def key_of(account: Account) -> ApiKey:
    return await ApiKey.authenticate(await world.key_of(account))


async def test_requests_at_once_tell_each_mark_once(sari: Account) -> None:
    key = await key_of(sari)
    await asyncio.gather(*(spend(key) for _ in range(40)), return_exceptions=True)
    assert (await MonthlyUsage.usage_of(sari)).used == 30
    assert len(await subjects()) == 2


async def test_a_request_that_is_given_back_takes_its_letter_along(sari: Account) -> None:
    key = await key_of(sari)
    for _ in range(23):
        await spend(key)
    with pytest.raises(LookupError):
        await spend(key, fail=True)
    assert await subjects() == [] == await LimitWarning.all()
    await spend(key)
    assert len(await subjects()) == 1


async def test_counting_costs_nothing_more_between_the_marks(sari: Account) -> None:
    key = await key_of(sari)
    await spend(key)
    with queries() as few:
        await spend(key)
    assert not [sql for sql in few if "letter" in sql]
    assert len(few) == 3  # by account, by key, by key and day


async def test_who_wants_none_gets_none(sari: Account) -> None:
    await User.filter(id=(await world.owner(sari)).id).update(limits_muted_at=clock.now())
    for _ in range(5):
        await world.shorten(sari)
    assert await subjects() == []
