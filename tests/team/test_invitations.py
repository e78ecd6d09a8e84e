"""Invitations: whom one can invite, that seats are exact, and that a token lets in exactly one person, in time."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account, Membership
from app.accounts.registration import register
from app.accounts.roles import EDITOR, OWNER, VIEWER
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import installation
from app.kernel.mail_settings import ResendAccount
from app.kernel.refusal import Faults, NotFound, Refusal
from app.mail.models import OutgoingEmail
from app.plans.plan_limits import PLANS
from app.plans.quota import SeatLimitReached
from app.team import invitations
from app.team.email_list import parse_emails
from app.team.invitation_refusals import (
    AlreadyInvited,
    AlreadyMembers,
    InvitationGone,
    InviterUnverified,
    MailMissing,
    NoAddress,
    NotAnAddress,
    OtherAddress,
    TooManyAddresses,
    UnknownRole,
)
from app.team.models import Invitation
from tests import world
from tests.conftest import Clock
from tests.team.people import MAYA, invite, join, newest_token, seats

WEEK = timedelta(days=7)


async def maya(email: str = MAYA) -> User:
    return (await register(email, "Maya", world.PASSWORD)).user


async def faults_of(account: Account, addresses: str, role: str = EDITOR) -> list[type[Refusal]]:
    with pytest.raises(Refusal) as refused:
        await invitations.invite(account, await world.owner(account), addresses, role)
    refusal = refused.value
    return [type(each) for each in (refusal.refusals if isinstance(refusal, Faults) else [refusal])]


def test_the_seats_of_the_plans() -> None:
    assert {name: plan.seats for name, plan in PLANS.items()} == {"free": 1, "starter": 2, "pro": 5, "business": 20}


async def test_several_people_are_invited_at_once_each_once(dewi: Account) -> None:
    invited = await invitations.invite(
        dewi, await world.owner(dewi), f"{MAYA}, Rudi@Example.com;{MAYA.upper()}\n ani@example.com", VIEWER
    )
    assert [each.email for each in invited] == [MAYA, "rudi@example.com", "ani@example.com"]
    assert await seats(dewi) == 4
    assert await OutgoingEmail.filter(kind="invitation").count() == 3


async def test_only_the_hash_of_a_token_is_kept(dewi: Account) -> None:
    token = await invite(dewi)
    [row] = await Invitation.all().values()
    assert token not in str(row) and len(token) >= 32


async def test_all_faults_are_told_at_once(dewi: Account, budi: Account) -> None:
    await join(budi, dewi)
    await invite(dewi)
    await Account.filter(id=dewi.id).update(plan_name="pro")
    await dewi.refresh_from_db()
    strangers = " ".join(f"p{n}@example.com" for n in range(3))
    assert await faults_of(dewi, f"nobody, budi@example.com {MAYA} {strangers}", "king") == [
        NotAnAddress,
        AlreadyMembers,
        AlreadyInvited,
        SeatLimitReached,
        UnknownRole,
    ]
    assert await faults_of(dewi, " ,; ") == [NoAddress]
    assert await faults_of(dewi, ",".join(f"p{n}@example.com" for n in range(21))) == [
        TooManyAddresses,
        SeatLimitReached,
    ]
    assert await faults_of(dewi, "x" * 100_000) == [TooManyAddresses]
    assert await seats(dewi) == 3


def test_of_many_wrong_addresses_the_first_are_named_with_a_sign_that_there_are_more() -> None:
    for number, named in ((5, "w0, w1, w2, w3, w4"), (6, "w0, w1, w2, w3, w4, …")):
        with pytest.raises(NotAnAddress) as refused:
            parse_emails(" ".join(f"w{each}" for each in range(number))).raise_if_wrong()
        assert refused.value.facts["emails"] == named


async def test_exactly_as_many_people_are_invited_as_there_are_seats(dewi: Account) -> None:
    inviter = await world.owner(dewi)

    async def one(number: int) -> bool:
        try:
            await invitations.invite(dewi, inviter, f"p{number}@example.com", EDITOR)
        except SeatLimitReached:
            return False
        return True

    assert sum(await asyncio.gather(*(one(number) for number in range(20)))) == 4
    assert await seats(dewi) == 5


async def test_one_address_is_invited_once_however_many_invite_it(dewi: Account) -> None:
    inviter = await world.owner(dewi)
    answers = await asyncio.gather(
        *(invitations.invite(dewi, inviter, MAYA, EDITOR) for _ in range(10)), return_exceptions=True
    )
    assert sum(isinstance(answer, list) for answer in answers) == 1
    assert {type(answer) for answer in answers} <= {list, AlreadyInvited, SeatLimitReached}
    assert await seats(dewi) == 2


async def test_of_50_who_accept_at_once_exactly_one_gets_in(dewi: Account) -> None:
    token, user = await invite(dewi), await maya()
    answers = await asyncio.gather(*(invitations.accept(token, user) for _ in range(50)), return_exceptions=True)
    assert sum(isinstance(answer, Membership) for answer in answers) == 1
    assert {type(answer) for answer in answers} == {Membership, InvitationGone}
    assert await Membership.filter(account_id=dewi.id, user_id=user.id).count() == 1
    assert await seats(dewi) == 2


async def test_an_invitation_is_accepted_once(dewi: Account) -> None:
    token, user = await invite(dewi, role=VIEWER), await maya()
    assert (await invitations.accept(token, user)).role == VIEWER
    with pytest.raises(InvitationGone):
        await invitations.accept(token, user)
    assert await SecurityEvent.filter(user_id=user.id, kind="workspace_joined", detail="Dewi").count() == 1


async def test_joining_and_taking_back_at_once_leaves_seats_exact(dewi: Account) -> None:
    token, user = await invite(dewi), await maya()
    id = (await Invitation.get()).id
    answers = await asyncio.gather(
        invitations.accept(token, user), invitations.take_back(dewi, id), return_exceptions=True
    )
    assert sum(not isinstance(answer, Exception) for answer in answers) == 1
    assert await seats(dewi) == 1 + isinstance(answers[0], Membership)


async def test_nobody_gets_in_with_an_invitation_that_was_taken_back_declined_or_sent_again(dewi: Account) -> None:
    user, inviter = await maya(), await world.owner(dewi)
    taken = await invite(dewi)
    await invitations.take_back(dewi, (await Invitation.get()).id)
    declined = await invite(dewi)
    await invitations.decline(declined)
    old = await invite(dewi)
    await invitations.send_again(dewi, inviter, (await Invitation.get()).id)
    for token in (taken, declined, old, "", "x\ud800", "\x00"):
        with pytest.raises(InvitationGone):
            await invitations.accept(token, user)
    assert await seats(dewi) == 2
    await invitations.accept(await newest_token(MAYA), user)
    assert await seats(dewi) == 2


async def test_an_invitation_works_for_seven_days_to_the_second(dewi: Account, moved: Clock) -> None:
    token, user = await invite(dewi), await maya()
    moved.on(WEEK)
    with pytest.raises(InvitationGone):
        await invitations.accept(token, user)
    moved.on(-timedelta(seconds=1))
    await invitations.accept(token, user)


async def test_an_ended_invitation_frees_its_seat_and_takes_one_when_sent_again(dewi: Account, moved: Clock) -> None:
    inviter, token = await world.owner(dewi), await invite(dewi)
    moved.on(WEEK)
    await invitations.sweep()
    assert await seats(dewi) == 1
    await invitations.send_again(dewi, inviter, (await Invitation.get()).id)
    assert await seats(dewi) == 2 and await newest_token(MAYA) != token
    moved.on(WEEK)
    await Account.filter(id=dewi.id).update(plan_name="free")
    await dewi.refresh_from_db()
    await invitations.sweep()
    with pytest.raises(SeatLimitReached):
        await invitations.send_again(dewi, inviter, (await Invitation.get()).id)
    assert await seats(dewi) == 1


async def test_who_invites_looks_at_seats_that_ended_just_now(budi: Account, moved: Clock) -> None:
    inviter = await world.owner(budi)
    await invitations.invite(budi, inviter, MAYA, EDITOR)
    with pytest.raises(SeatLimitReached):
        await invitations.invite(budi, inviter, "rudi@example.com", EDITOR)
    moved.on(WEEK)
    await invitations.invite(budi, inviter, "rudi@example.com", EDITOR)
    assert await seats(budi) == 2
    with pytest.raises(SeatLimitReached):
        await invitations.invite(budi, inviter, MAYA, EDITOR)


async def test_invitations_that_have_been_over_for_30_days_are_deleted(dewi: Account, moved: Clock) -> None:
    await invite(dewi)
    moved.on(WEEK + timedelta(days=30))
    await invitations.sweep()
    assert await Invitation.all().count() == 1
    moved.on(timedelta(seconds=1))
    await invitations.sweep()
    assert await Invitation.all().count() == 0 and await seats(dewi) == 1


async def test_an_invitation_is_for_one_address(dewi: Account, budi: Account) -> None:
    token = await invite(dewi)
    with pytest.raises(OtherAddress):
        await invitations.accept(token, await world.owner(budi))
    assert await Invitation.all().count() == 1 and await Membership.filter(account_id=dewi.id).count() == 1


async def test_who_changed_the_address_meanwhile_does_not_get_in(dewi: Account) -> None:
    token, user = await invite(dewi), await maya()
    await User.filter(id=user.id).update(email="other@example.com")
    with pytest.raises(OtherAddress):
        await invitations.accept(token, user)
    assert await seats(dewi) == 2


async def test_the_link_in_the_letter_verifies_the_address_it_was_sent_to(dewi: Account) -> None:
    token, user = await invite(dewi), await maya()
    assert user.email_verified_at is None
    await invitations.accept(token, user)
    await user.refresh_from_db()
    assert user.email_verified_at is not None


async def test_a_member_who_accepts_again_keeps_the_role_and_frees_the_seat(dewi: Account, budi: Account) -> None:
    await join(budi, dewi, EDITOR)
    user = await world.owner(budi)
    token = await invite(dewi, "later@example.com", OWNER)
    await User.filter(id=user.id).update(email="later@example.com")
    await user.refresh_from_db()
    assert (await invitations.accept(token, user)).role == EDITOR
    assert await seats(dewi) == 2


async def test_nobody_takes_back_or_sends_again_the_invitations_of_others(dewi: Account, budi: Account) -> None:
    await invite(dewi)
    id = (await Invitation.get()).id
    with pytest.raises(NotFound):
        await invitations.take_back(budi, id)
    with pytest.raises(NotFound):
        await invitations.send_again(budi, await world.owner(budi), id)
    assert await seats(dewi) == 2


async def test_the_letter_is_in_the_language_of_its_reader_else_of_the_workspace(dewi: Account, sari: Account) -> None:
    await invite(dewi, "sari@example.com")
    await invite(dewi, "stranger@example.com")
    letters = {letter.recipient: letter.subject for letter in await OutgoingEmail.filter(kind="invitation")}
    assert letters["sari@example.com"] == "Dewi mengundangmu ke Dewi"
    assert letters["stranger@example.com"] == "Dewi invites you to Dewi"


async def test_where_mail_is_sent_only_people_with_a_verified_address_invite(dewi: Account) -> None:
    inviter = await world.owner(dewi)
    installation.current().mail_backend = ResendAccount("re_x", "hello@kliqs.test")
    with pytest.raises(InviterUnverified):
        await invitations.invite(dewi, inviter, MAYA, EDITOR)
    inviter.email_verified_at = inviter.created_at
    assert len(await invitations.invite(dewi, inviter, MAYA, EDITOR)) == 1


async def test_where_no_mail_is_sent_nobody_can_be_invited(dewi: Account) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"env": "production"})
    assert current.config.production
    with pytest.raises(MailMissing):
        await invitations.invite(dewi, await world.owner(dewi), MAYA, EDITOR)
    assert await seats(dewi) == 1
