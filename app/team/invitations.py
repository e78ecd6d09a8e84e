"""Invitations into an account: sent, accepted, declined and taken back.

An open invitation takes a seat. Each change begins with an UPDATE of the account's row, which counts seats or locks the
row: so seats stay exact, and a token lets in exactly one person, however many requests come at once.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from tortoise.exceptions import IntegrityError

from app.accounts.change_gate import refuse_change
from app.accounts.models import Account, Membership
from app.accounts.roles import ROLES
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.jobs.independent_steps import for_each
from app.kernel import clock, installation, secrets, text
from app.kernel.db import transaction
from app.kernel.refusal import Faults, NotFound
from app.kernel.throttle import Throttle
from app.plans import quota
from app.team import emails
from app.team.email_list import parse_emails
from app.team.invitation_refusals import (
    AlreadyInvited,
    AlreadyMembers,
    InvitationGone,
    InviterUnverified,
    MailMissing,
    OtherAddress,
    UnknownRole,
)
from app.team.models import LIFETIME, Invitation

sent_invitations = Throttle("invitations by account", 60, 24 * 60)


def emails_can_be_read() -> bool:
    """Whether emails leave this installation, or at least can be read in its outbox."""
    return installation.current().sends_email or not installation.current().config.production


def check_inviter(inviter: User) -> None:
    """Checks that invitations can be sent, and that the inviter's own address is verified where mail is sent.

    Raises: MailMissing, InviterUnverified.
    """
    if not emails_can_be_read():
        raise MailMissing
    if installation.current().sends_email and inviter.email_verified_at is None:
        raise InviterUnverified


async def invite(account: Account, inviter: User, addresses: str, role: str) -> list[Invitation]:
    """Invites the email addresses in a text, separated by commas, blanks or lines; all of them or none.

    Raises: MailMissing, InviterUnverified, TooManyAttempts; NoAddress, NotAnAddress, TooManyAddresses, UnknownRole,
    AlreadyMembers, AlreadyInvited, SeatLimitReached: all of these that apply at once.
    """
    check_inviter(inviter)
    await release_ended(account)
    invited = await _check(account, addresses, role)
    for _ in invited:
        await sent_invitations.attempt(str(account.id))
    try:
        async with transaction():
            await quota.count_new_seats(account, len(invited))
            await _check_strangers(account, invited)
            await Invitation.owned_by(account).filter(email__in=invited).exclude(released_at=None).delete()
            return [await _create(account, inviter, email, role) for email in invited]
    except IntegrityError:
        raise AlreadyInvited(emails=", ".join(invited)) from None


async def _check(account: Account, addresses: str, role: str) -> list[str]:
    """The addresses in their canonical form. Raises: see `invite`."""
    faults, listed = Faults.gather(), parse_emails(addresses)
    with faults.catching():
        listed.raise_if_wrong()
    with faults.catching():
        await _check_strangers(account, listed.emails)
    with faults.catching():
        if listed.emails:
            await quota.check_seats(account, len(listed.emails))
    with faults.catching():
        if role not in ROLES:
            raise UnknownRole
    faults.raise_if_any()
    return listed.emails


async def _check_strangers(account: Account, addresses: list[str]) -> None:
    """Checks that nobody of these is a member or invited already. Raises: AlreadyMembers, AlreadyInvited."""
    faults = Faults.gather()
    members = Membership.filter(account_id=account.id, user__email__in=addresses)
    invited = Invitation.owned_by(account).filter(email__in=addresses, released_at=None)
    with faults.catching():
        if emails_of_members := await members.values_list("user__email", flat=True):
            raise AlreadyMembers(emails=", ".join(sorted(map(str, emails_of_members))))
    with faults.catching():
        if emails_of_invited := await invited.values_list("email", flat=True):
            raise AlreadyInvited(emails=", ".join(sorted(map(str, emails_of_invited))))
    faults.raise_if_any()


async def _locked_invitation(account: Account, id: UUID) -> Invitation:
    """Locks the account's row and returns one of its invitations. Raises: NotFound."""
    await quota.lock_account(account)
    invitation = await Invitation.owned_by(account).get_or_none(id=id)
    if invitation is None:
        raise NotFound
    return invitation


async def _create(account: Account, inviter: User, email: str, role: str, id: UUID | None = None) -> Invitation:
    token, now = secrets.new_token(), clock.now()
    invitation = await Invitation.create(
        id=id or uuid4(),
        account_id=account.id,
        invited_by_id=inviter.id,
        email=email,
        role=role,
        digest=secrets.sha256_hex(token),
        created_at=now,
        expires_at=now + LIFETIME,
    )
    await emails.send_invitation(invitation, token, account, inviter)
    return invitation


async def send_again(account: Account, inviter: User, id: UUID) -> Invitation:
    """Sends an invitation again with a new token and seven new days; the token sent before ends.

    One that was over takes a seat again. Raises: NotFound, SeatLimitReached and those of `check_inviter`.
    """
    check_inviter(inviter)
    await sent_invitations.attempt(str(account.id))
    async with transaction():
        invitation = await _locked_invitation(account, id)
        if invitation.released_at is not None:
            await quota.count_new_seats(account)
        await invitation.delete()
        return await _create(account, inviter, invitation.email, invitation.role, id=id)


async def take_back(account: Account, id: UUID) -> Invitation:
    """Deletes an invitation and frees its seat. Raises: NotFound."""
    async with transaction():
        invitation = await _locked_invitation(account, id)
        await invitation.delete()
        if invitation.released_at is None:
            await quota.uncount_seats(account)
    return invitation


async def find_open(token: str) -> Invitation:
    """Returns the open invitation of a token, with its account and who invited. Raises: InvitationGone."""
    digest = secrets.sha256_hex(text.replace_surrogates(token))
    invitation = await Invitation.open().select_related("account", "invited_by").get_or_none(digest=digest)
    if invitation is None:
        raise InvitationGone
    return invitation


def check_invited(invitation: Invitation, user: User) -> None:
    """Checks that an invitation is for a user, and that neither they nor the account will be deleted.

    Raises: OtherAddress, BeingDeleted.
    """
    refuse_change(user, invitation.account)
    if user.email != invitation.email:
        raise OtherAddress(invited=invitation.email, own=user.email)


async def accept(token: str, user: User) -> Membership:
    """Makes the invited user a member, once; their address counts as verified, because the token was mailed to it.

    Somebody who is a member already keeps their role, and the seat is freed. Raises: InvitationGone, those of
    `check_invited`.
    """
    invitation = await find_open(token)
    check_invited(invitation, user)
    account = invitation.account
    async with transaction():
        await quota.lock_account(account)
        if not await Invitation.open().filter(id=invitation.id, digest=invitation.digest).delete():
            raise InvitationGone
        if not await User.filter(id=user.id, email=invitation.email).exists():
            raise OtherAddress(invited=invitation.email, own=user.email)
        if member := await Membership.get_or_none(account_id=account.id, user_id=user.id):
            await quota.uncount_seats(account)
            return member
        await user.mark_email_verified(keep_password=True, keep_ways=True)
        await record_event(user.id, "workspace_joined", account.name)
        return await Membership.create(
            user_id=user.id, account_id=account.id, role=invitation.role, created_at=clock.now()
        )


async def decline(token: str) -> Invitation:
    """Deletes the open invitation of a token and frees its seat. Raises: InvitationGone."""
    invitation = await find_open(token)
    async with transaction():
        await quota.lock_account(invitation.account)
        if not await Invitation.open().filter(id=invitation.id, digest=invitation.digest).delete():
            raise InvitationGone
        await quota.uncount_seats(invitation.account)
    return invitation


async def release_ended(account: Account) -> None:
    """Frees the seats of the account's invitations that are over."""
    if not await Invitation.unreleased().filter(account_id=account.id).exists():
        return
    async with transaction():
        await quota.lock_account(account)
        if released := await Invitation.unreleased().filter(account_id=account.id).update(released_at=clock.now()):
            await quota.uncount_seats(account, released)
    await account.refresh_from_db(fields=["seats_used"])


async def sweep() -> None:
    """Frees the seats of all invitations that are over, and deletes those that have been for 30 days.

    Raises: StepsFailed.
    """
    ids = await Invitation.unreleased().distinct().values_list("account_id", flat=True)
    await for_each(await Account.filter(id__in=ids), release_ended)
    await Invitation.outdated().delete()
