"""Members: that an account always has an owner, and what somebody who leaves leaves behind."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account, Membership, Session
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.security_log import SecurityEvent
from app.kernel.refusal import NotFound
from app.keys.models import ApiKey
from app.keys.refusals import RevokedApiKey
from app.mail.models import OutgoingEmail
from app.ops.counter_check import check_counters
from app.team import members
from app.team.invitation_refusals import UnknownRole
from tests import world
from tests.conftest import Clock
from tests.team.people import invite, join, seats


async def own_membership(account: Account) -> Membership:
    return await Membership.get(account_id=account.id, user_id=(await world.owner(account)).id)


async def roles_in(account: Account) -> list[str]:
    return [each.role for each in await Membership.filter(account_id=account.id).order_by("id")]


async def test_a_role_is_changed_and_told_in_the_security_log(dewi: Account, budi: Account) -> None:
    member = await join(budi, dewi, EDITOR)
    await members.change_role(dewi, member.id, VIEWER)
    assert await roles_in(dewi) == [OWNER, VIEWER]
    assert await SecurityEvent.filter(user_id=member.user_id, kind="workspace_role", detail="Dewi").count() == 1
    with pytest.raises(UnknownRole):
        await members.change_role(dewi, member.id, "king")


async def test_the_only_owner_can_neither_leave_nor_step_down_nor_be_removed(dewi: Account, budi: Account) -> None:
    await join(budi, dewi, EDITOR)
    own = await own_membership(dewi)
    with pytest.raises(members.LastOwner):
        await members.leave(dewi, await world.owner(dewi))
    with pytest.raises(members.LastOwner):
        await members.change_role(dewi, own.id, EDITOR)
    with pytest.raises(members.LastOwner):
        await members.remove(dewi, own.id)
    assert await roles_in(dewi) == [OWNER, EDITOR] and await seats(dewi) == 2


async def test_of_two_owners_who_leave_at_once_one_stays(dewi: Account, budi: Account) -> None:
    await join(budi, dewi, OWNER)
    both = [each.user for each in await Membership.filter(account_id=dewi.id).select_related("user")]
    answers = await asyncio.gather(*(members.leave(dewi, user) for user in both), return_exceptions=True)
    assert {type(answer) for answer in answers} == {type(None), members.LastOwner}
    assert await roles_in(dewi) == [OWNER] and await seats(dewi) == 1


async def test_an_owner_hands_the_account_over_and_stays_as_an_editor(dewi: Account, budi: Account) -> None:
    member = await join(budi, dewi, VIEWER)
    await members.hand_over(dewi, await world.owner(dewi), member.id)
    assert await roles_in(dewi) == [EDITOR, OWNER]


async def test_nobody_hands_over_to_strangers_or_to_themselves(dewi: Account, budi: Account, sari: Account) -> None:
    own, strange = await own_membership(dewi), await own_membership(budi)
    for id in (own.id, strange.id, 0):
        with pytest.raises(NotFound):
            await members.hand_over(dewi, await world.owner(dewi), id)
    with pytest.raises(NotFound):
        await members.remove(dewi, strange.id)
    assert await roles_in(dewi) == [OWNER] and await roles_in(budi) == [OWNER]


async def test_who_is_removed_is_told_and_their_sessions_forget_the_account(dewi: Account, budi: Account) -> None:
    member, user = await join(budi, dewi), await world.owner(budi)
    token = await Session.begin(user, "Firefox", dewi.id)
    await members.remove(dewi, member.id)
    session = await Session.by_token(token)
    assert session and session.account_id is None
    assert await SecurityEvent.filter(user_id=user.id, kind="workspace_removed", detail="Dewi").count() == 1
    assert [letter.recipient for letter in await OutgoingEmail.filter(kind="removed")] == ["budi@example.com"]
    assert await seats(dewi) == 1


async def test_keys_end_a_week_after_the_person_who_made_them_left(dewi: Account, budi: Account, moved: Clock) -> None:
    member = await join(budi, dewi, OWNER)
    key, raw = await ApiKey.issue(dewi, "shop", made_by=member.user_id)
    _, others = await ApiKey.issue(dewi, "bot", made_by=(await world.owner(dewi)).id)
    await members.leave(dewi, await world.owner(budi))
    letter = await OutgoingEmail.get(kind="keys_end")
    assert letter.recipient == "dewi@example.com" and "shop" in letter.text and "bot" not in letter.text
    moved.on(timedelta(days=7, seconds=-1))
    assert await ApiKey.authenticate(raw) == key
    moved.on(timedelta(seconds=1))
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)
    assert (await ApiKey.authenticate(others)).name == "bot"
    await ApiKey.revoke_ended()
    assert (await Account.get(id=dewi.id)).keys_used == 1


async def test_the_keys_of_who_becomes_a_viewer_end_too_and_those_of_an_editor_go_on(
    dewi: Account, budi: Account, moved: Clock
) -> None:
    member = await join(budi, dewi, OWNER)
    _key, raw = await ApiKey.issue(dewi, "shop", made_by=member.user_id)
    await members.change_role(dewi, member.id, EDITOR)
    assert (await ApiKey.authenticate(raw)).ends_at is None and not await OutgoingEmail.exists(kind="keys_end")
    await members.change_role(dewi, member.id, VIEWER)
    assert "may no longer change anything in Dewi" in (await OutgoingEmail.get(kind="keys_end")).text
    moved.on(timedelta(days=7))
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)


async def test_a_key_that_an_owner_keeps_goes_on(dewi: Account, budi: Account, moved: Clock) -> None:
    member = await join(budi, dewi, OWNER)
    key, raw = await ApiKey.issue(dewi, "shop", made_by=member.user_id)
    await members.leave(dewi, await world.owner(budi))
    assert await key.cancel_end()
    moved.on(timedelta(days=365))
    assert await ApiKey.authenticate(raw) == key


async def test_a_key_that_has_ended_cannot_be_kept(dewi: Account, budi: Account, moved: Clock) -> None:
    member = await join(budi, dewi, OWNER)
    key, raw = await ApiKey.issue(dewi, "shop", made_by=member.user_id)
    await members.leave(dewi, await world.owner(budi))
    moved.on(timedelta(days=7))
    assert not await key.cancel_end()
    with pytest.raises(RevokedApiKey):
        await ApiKey.authenticate(raw)


async def test_a_key_outlives_the_row_of_who_made_it(dewi: Account, budi: Account) -> None:
    user = await world.owner(budi)
    key, raw = await ApiKey.issue(dewi, "shop", made_by=user.id)
    await user.delete()
    assert await ApiKey.authenticate(raw) == key


async def test_the_doctor_mends_the_counter_of_seats(dewi: Account, budi: Account) -> None:
    await join(budi, dewi)
    await invite(dewi)
    await Account.filter(id=dewi.id).update(seats_used=9)
    assert [finding.ok async for finding in check_counters(mend=False)] == [False]
    assert [finding.ok async for finding in check_counters(mend=True)] == [True]
    assert await seats(dewi) == 3
