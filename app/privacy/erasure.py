"""Deletes users and accounts for good, with every row and file of theirs; their visits follow by a job.

Names stay held for a year, as those of deleted links do: an old URL opens nothing, and nobody else can impersonate the
previous owner. Meanwhile the names belong to the account NOBODY, which has no members. Orders and receipts stay for the
books, without the buyer's name and addresses. Permissions at social networks are taken back there, for which their
tokens stay, encrypted, until a job has done it. Videos that providers of AI models still have are deleted there.

An account that has other members when its only owner goes (they may have joined during the grace) passes to whoever has
the highest role and joined first.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F, Subquery

from app import jobs
from app.accounts.models import Account, Membership
from app.accounts.owned_files import remove_files
from app.accounts.registration import open_empty_account
from app.accounts.roles import OWNER, ROLES
from app.accounts.user import User
from app.audience.models import Subscriber
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.videos.account_deletion import enqueue_deletion_of_videos
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock, db
from app.kernel.db import transaction
from app.kernel.refusal import N_
from app.kernel.yielding_transaction import run_yielding_transaction
from app.keys.models import ApiKey
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.media.models import Media
from app.names.models import Name
from app.operators.looks import forget_looks_of
from app.operators.operator_log import forget_operator
from app.pages.models import Page
from app.payments.retention import pseudonymise_orders
from app.privacy.deletion_planning import sort_accounts
from app.privacy.disclosing import forget_operator_of_disclosures
from app.privacy.privacy_request import PrivacyRequest
from app.privacy.request_handling import forget_operator_of_steps
from app.privacy.user_columns import clear_user_columns
from app.publishing.connections.connection import Connection
from app.publishing.delivery.erasure import prepare_deletion
from app.publishing.files.post_file import PostFile
from app.publishing.posts.post import Post
from app.qr.models import QrCode
from app.sign_in.models import MailedLink, PendingSignUp
from app.team import emails as team_emails
from app.team.audit_log import forget_user
from app.visits import account_jobs
from app.visits.sql import on_postgres

NOBODY = UUID(int=0)
DELETE_JOBS = "DELETE FROM jobs WHERE CAST(payload AS TEXT) LIKE $1"


async def count_owned_rows(account: Account) -> list[tuple[str, int]]:
    """The things that would be deleted: pairs of a label (English, to be translated) and a number."""
    return [
        (N_("Short links"), await Link.owned_by(account).count()),
        (N_("QR codes"), await QrCode.count_owned(account)),
        (N_("Bio pages"), await Page.owned_by(account).count()),
        (N_("Addresses that people left on your pages"), await Subscriber.count_owned(account)),
        (N_("Pictures"), await Media.owned_by(account).count()),
        (N_("Posts"), await Post.owned_by(account).count()),
        (N_("Pictures and videos of posts"), await PostFile.owned_by(account).count()),
        (N_("Connections to social networks"), await Connection.owned_by(account).count()),
        (N_("Requests to AI models"), await AiRequest.owned_by(account).count()),
        (N_("Rupiah of AI credits"), (await AiBalance.of(account)).left // MICRO),
        (N_("API keys"), await ApiKey.owned_by(account).filter(revoked_at=None).count()),
    ]


async def erase_account(id: UUID, *, at_once: bool = False) -> bool:
    """Deletes an account whose deletion is due, or `at_once`; returns False when it is not due, or gone.

    Members who have no other account get an empty one.
    """
    async with remove_files([id]):
        await _ensure_nobody()
        erased = await run_yielding_transaction(partial(_delete_due_account, id, at_once=at_once))
    if erased:
        await _empty_write_ahead_log()
    return erased


async def _delete_due_account(id: UUID, *, at_once: bool) -> bool:
    """Deletes an account as `erase_account` says; call it in a transaction."""
    now = clock.now()
    await _lock_rows(Account, {id})
    account = Account.filter(id=id) if at_once else Account.filter(id=id, delete_at__lte=now)
    if not await account.update(delete_at=now):
        return False
    members = await Membership.filter(account_id=id).select_related("user")
    await _delete_account(id)
    for member in members:
        if not await Membership.exists(user_id=member.user_id):
            await open_empty_account(member.user)
    return True


async def erase_user(id: UUID, *, at_once: bool = False, with_accounts: Sequence[UUID] = ()) -> bool:
    """Deletes a user whose deletion is due, or `at_once`; returns False when it is not due, or gone.

    The accounts of which nobody else is a member go with the user, and those in `with_accounts`.
    """
    user = await User.get_or_none(id=id)
    if user is None:
        return False
    going = {account.id for account in (await sort_accounts(user)).deleted} | set(with_accounts)
    async with remove_files(sorted(going), [id]):
        await _ensure_nobody()
        erased = await run_yielding_transaction(partial(_delete_due_user, user, set(with_accounts), at_once=at_once))
    if erased:
        await _empty_write_ahead_log()
    return erased


async def _delete_due_user(user: User, with_accounts: set[UUID], *, at_once: bool) -> bool:
    """Deletes a user as `erase_user` says; call it in a transaction."""
    now = clock.now()
    await _lock_rows(User, {user.id})
    users = User.filter(id=user.id) if at_once else User.filter(id=user.id, delete_at__lte=now)
    if not await users.update(delete_at=now):
        return False
    await _delete_user(user, with_accounts)
    return True


async def _delete_user(user: User, with_accounts: set[UUID]) -> None:
    """Deletes a user, whose row is locked, with the accounts that go with them."""
    accounts = await sort_accounts(user)
    going = {account.id for account in accounts.deleted} | with_accounts
    await _lock_rows(Account, going)
    for id in sorted(going):
        orphaned = await Membership.filter(account_id=id).exclude(user_id=user.id).select_related("user")
        await _delete_account(id)
        for member in orphaned:
            if not await Membership.exists(user_id=member.user_id):
                await open_empty_account(member.user)
    for account in accounts.left + accounts.blocking:
        if account.id not in going:
            await _leave(user, account.id)
    await _forget_name_of(user)
    await clear_user_columns(user.id)
    for waiting in (MailedLink, PendingSignUp):  # an email address can be asked about before there is a user
        await waiting.filter(email=user.email).delete()
    await OutgoingEmail.filter(recipient=user.email).delete()
    await PrivacyRequest.filter(email=user.email).delete()
    await db.query_rows(DELETE_JOBS, [f"%{user.id}%"])
    await User.filter(id=user.id).delete()


async def _forget_name_of(user: User) -> None:
    """Takes the name of somebody who is deleted out of the logs of what was done."""
    for forget in (
        *(forget_user, forget_operator, forget_looks_of),
        *(forget_operator_of_steps, forget_operator_of_disclosures),
    ):
        await forget(user)


async def _leave(user: User, account_id: UUID) -> None:
    """Ends a membership and frees its seat; an account without another owner passes to another member.

    The keys that the user made there will end, as those of everybody who leaves.
    """
    await Account.filter(id=account_id).update(seats_used=F("seats_used") - 1)
    await Membership.filter(user_id=user.id, account_id=account_id).delete()
    if keys := await ApiKey.end_keys_of(account_id, user.id):
        await team_emails.send_keys_end(await Account.get(id=account_id), user, keys)
    others = await Membership.filter(account_id=account_id).order_by("id")
    if others and not any(member.role == OWNER for member in others):
        heir = max(others, key=lambda member: (ROLES.index(member.role), -member.id))
        await Membership.filter(id=heir.id).update(role=OWNER)


async def _lock_rows(model: type[Account | User], ids: set[UUID]) -> None:
    """Locks rows that will be deleted before anything else is touched.

    PostgreSQL's FOR UPDATE also keeps out whoever adds a row that points here, and only then counts it in the account:
    an UPDATE would let them begin. SQLite has one writer at a time.
    """
    if on_postgres():
        await model.filter(id__in=list(ids)).order_by("id").select_for_update()


async def _delete_account(id: UUID) -> None:
    """Deletes the rows of an account and holds its names; call it in a transaction that has locked the account."""
    await Name.release(Subquery(Link.filter(account_id=id).exclude(page_id=None).values("id")))
    names = Name.filter(account_id=id)
    await names.filter(held_at=None).update(held_at=clock.now())
    await names.update(account_id=NOBODY, link_id=None, page_id=None, printed=0)
    await db.query_rows(DELETE_JOBS, [f"%{id}%"])
    await prepare_deletion(id, NOBODY)
    await enqueue_deletion_of_videos(id)
    await pseudonymise_orders(id)
    await account_jobs.enqueue_deletion(id)
    await Account.filter(id=id).delete()


async def _ensure_nobody() -> None:
    """Creates the account NOBODY if it does not exist."""
    now = clock.now()
    with suppress(IntegrityError):  # it exists already
        async with transaction():
            await Account.create(id=NOBODY, name="", language="id", created_at=now)


async def _empty_write_ahead_log() -> None:
    """On SQLite, moves the write-ahead log into the file, which has zeros where deleted rows were (secure_delete).

    Readers can prevent it; then the log is overwritten later, as ever.
    """
    if not on_postgres():
        with suppress(*db.UNREACHABLE):
            await db.query_rows("PRAGMA wal_checkpoint(TRUNCATE)", [])


async def erase_due() -> int:
    """Deletes all users and accounts whose grace is over; returns how many. One that fails does not keep the others.

    Raises: StepsFailed at the end, with all reasons.
    """
    now = clock.now()
    users = await User.filter(delete_at__lte=now).order_by("delete_at").values_list("id", flat=True)
    steps: dict[str, Callable[[], Awaitable[list[bool]]]] = {
        "users": lambda: for_each(users, erase_user),  # type: ignore[arg-type]
        "accounts": _erase_due_accounts,
    }
    return sum(sum(erased) for erased in (await run_steps(steps)).values())


async def _erase_due_accounts() -> list[bool]:
    """Deletes the accounts that are due and did not go with a user."""
    due = await Account.filter(delete_at__lte=clock.now()).order_by("delete_at")
    return await for_each([account.id for account in due], erase_account)


@jobs.handler("privacy.erase", schedule=HOURLY)
async def erase_hourly(_job: Job) -> None:
    """Deletes every hour what is due."""
    await erase_due()
