"""Checks and counts what an account may use. No other module decides about limits.

Every limit is enforced by one conditional UPDATE, which is the first statement of its transaction.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from tortoise.expressions import F

from app.accounts.models import Account
from app.accounts.suspension import check_not_suspended
from app.kernel.db import query_rows
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans import limit_emails
from app.plans.links_stop import check_not_stopped
from app.plans.plan_limits import ALL_PLANS, MAX_KEYS, PLANS, Plan

COUNT_LINKS = """UPDATE accounts SET links_used = links_used + $1
    WHERE id = $2 AND links_used <= $3 AND links_stopped_at IS NULL AND suspended_at IS NULL
    RETURNING links_used"""

document_code(
    "SHORTLINK_LIMIT_REACHED",
    403,
    N_("The links of your plan are used up."),
    N_("Delete links you no longer need, or move to a larger plan."),
)
document_code(
    "QR_LIMIT_REACHED",
    403,
    N_("The QR codes of your plan are used up."),
    N_("Delete codes you no longer need, or move to a larger plan."),
)
document_code(
    "PAGE_LIMIT_REACHED",
    403,
    N_("The bio pages of your plan are used up."),
    N_("Delete a page you no longer need, or move to a larger plan."),
    form_status=422,
)
document_code(
    "WEBHOOK_LIMIT_REACHED",
    403,
    N_("The webhook endpoints of your plan are used up."),
    N_("Delete an endpoint you no longer need, or move to a larger plan."),
    form_status=422,
)


class LinkLimitReached(Refusal):
    """The account has as many short links as its plan allows. Facts: used, limit."""

    code, says = "SHORTLINK_LIMIT_REACHED", N_("%(used)s of %(limit)s links used. Your links keep working.")


class NotEnoughLinks(Refusal):
    """The plan has too little room for that many new links. Facts: count, room."""

    code = "SHORTLINK_LIMIT_REACHED"
    says = N_("That makes %(count)s links, and your plan has room for %(room)s more. Nothing was made.")


class NotEnoughCodes(Refusal):
    """The plan has too little room for that many new QR codes. Facts: count, room."""

    code = "QR_LIMIT_REACHED"
    says = N_("That makes %(count)s QR codes, and your plan has room for %(room)s more. Nothing was made.")


class KeyLimitReached(Refusal):
    """The account has as many active API keys as are allowed. Facts: limit."""

    code, field = "KEY_LIMIT_REACHED", "name"
    says = N_("You have %(limit)s active keys, the most an account can have. Revoke one first.")


class CodeLimitReached(Refusal):
    """The account has as many QR codes as its plan allows. Facts: used, limit."""

    code = "QR_LIMIT_REACHED"
    says = N_("Your plan has room for %(limit)s QR codes, and %(used)s are used. What is printed keeps working.")


class PageLimitReached(Refusal):
    """The account has as many bio pages as its plan allows. Facts: used, limit."""

    code = "PAGE_LIMIT_REACHED"
    says = N_("Your plan has room for %(limit)s bio pages, and %(used)s are used. They stay as they are.")


class WebhookLimitReached(Refusal):
    """The account has as many webhook endpoints as its plan allows. Facts: limit."""

    code, field = "WEBHOOK_LIMIT_REACHED", "url"
    says = N_("Your plan has room for %(limit)s endpoints. Delete one that you no longer need.")


class SeatLimitReached(Refusal):
    """The plan has too few seats for so many more people. Facts: used, limit."""

    code, field = "SEAT_LIMIT_REACHED", "emails"
    says = N_("%(used)s of the %(limit)s places of your plan are taken; an open invitation takes one, too.")


@dataclass(frozen=True, slots=True)
class QuotaUsage:
    """How much of a limit is used."""

    used: int
    limit: int

    @property
    def full(self) -> bool:
        """Whether the whole limit is used."""
        return self.used >= self.limit

    @property
    def share(self) -> float:
        """The used part of the limit, 1 for all of it; also 1 where the limit is 0."""
        return self.used / self.limit if self.limit else 1.0


def plan_of(account: Account) -> Plan:
    """Returns the plan of an account."""
    return ALL_PLANS[account.plan_name]


def links_limit(account: Account) -> int:
    """Returns how many short links the account may have.

    The operator's number takes precedence over that of the plan; of it and a bought plan, the higher one counts.
    """
    own, bought = account.links_limit, PLANS.get(account.bought_plan)
    if own is None:
        return plan_of(account).links
    return max(own, bought.links) if bought else own


def requests_limit(account: Account) -> int:
    """Returns how many API requests the account may make in a UTC month, by the rule of `links_limit`."""
    own, bought = account.requests_limit, PLANS.get(account.bought_plan)
    if own is None:
        return plan_of(account).requests
    return max(own, bought.requests) if bought else own


def links_usage(account: Account) -> QuotaUsage:
    """Returns how many of its short links the account uses."""
    return QuotaUsage(account.links_used, links_limit(account))


async def count_new_link(account: Account) -> None:
    """Counts one new link of the account. Raises: LinkLimitReached, LinksStopped, AccountSuspended."""
    limit = links_limit(account)
    if not await _count_links(account, 1, limit):
        await check_not_suspended(account.id)
        await check_not_stopped(account)
        raise LinkLimitReached(used=limit, limit=limit)


async def count_new_links(account: Account, count: int) -> None:
    """Counts `count` new links, all or none of them; one counts as in `count_new_link`.

    Raises: NotEnoughLinks, LinksStopped, AccountSuspended.
    """
    limit = links_limit(account)
    if not await _count_links(account, count, limit):
        await check_not_suspended(account.id)
        await check_not_stopped(account)
        used = (await Account.get(id=account.id)).links_used
        raise NotEnoughLinks(count=count, room=max(limit - used, 0))


async def _count_links(account: Account, count: int, limit: int) -> bool:
    """Counts new links if there is room, and returns whether there was; sends an email when 80 or 100 % are reached."""
    counted = await query_rows(COUNT_LINKS, [count, str(account.id), limit - count])
    if counted:
        used = int(counted[0]["links_used"])
        await limit_emails.warn_about_limit(account, limit_emails.LINKS, used - count, used, limit)
    return bool(counted)


async def uncount_links(account: Account, count: int = 1) -> None:
    """Uncounts links of the account."""
    await Account.filter(id=account.id).update(links_used=F("links_used") - count)


async def count_new_key(account: Account) -> None:
    """Counts one new API key; an account may have MAX_KEYS, a guest none.

    Raises: KeyLimitReached, AccountSuspended.
    """
    unfilled = Account.filter(id=account.id, keys_used__lt=MAX_KEYS, guest_digest=None, suspended_at=None)
    if not await unfilled.update(keys_used=F("keys_used") + 1):
        await check_not_suspended(account.id)
        raise KeyLimitReached(limit=0 if account.guest else MAX_KEYS)


async def lock_key_count(account_id: UUID) -> None:
    """Keeps others from counting keys of the account until the transaction ends.

    Whoever writes keys calls it, or counts one, before anything else: keys are locked after their account.
    """
    await Account.filter(id=account_id).select_for_update(no_key=True).only("id").first()


async def uncount_keys(account: Account, count: int = 1) -> None:
    """Uncounts API keys of the account."""
    await Account.filter(id=account.id).update(keys_used=F("keys_used") - count)


def seats_usage(account: Account) -> QuotaUsage:
    """Returns how many of its seats the account uses; a downgraded one may use more than its plan has."""
    return QuotaUsage(account.seats_used, plan_of(account).seats)


async def count_new_seats(account: Account, count: int = 1) -> None:
    """Counts `count` new seats, all or none of them; a guest has none.

    Raises: SeatLimitReached, AccountSuspended.
    """
    limit = plan_of(account).seats
    unfilled = Account.filter(id=account.id, seats_used__lte=limit - count, guest_digest=None, suspended_at=None)
    if not await unfilled.update(seats_used=F("seats_used") + count):
        await check_not_suspended(account.id)
        used = (await Account.get(id=account.id)).seats_used
        raise SeatLimitReached(used=used, limit=limit)


async def check_seats(account: Account, count: int) -> None:
    """Checks, without counting, that there is room for `count` more people. Raises: SeatLimitReached."""
    usage = seats_usage(await Account.get(id=account.id))
    if usage.used + count > usage.limit:
        raise SeatLimitReached(used=usage.used, limit=usage.limit)


async def uncount_seats(account: Account, count: int = 1) -> None:
    """Uncounts seats of the account."""
    await Account.filter(id=account.id).update(seats_used=F("seats_used") - count)


async def check_room_for_codes(account: Account, used: Callable[[], Awaitable[int]], count: int = 1) -> None:
    """Checks that the plan has room for `count` new QR codes; `used` returns how many there are.

    Call it in the transaction that creates them, before they are created. Raises: CodeLimitReached, AccountSuspended.
    """
    await lock_for_more(account)
    if (now := await used()) + count > (limit := plan_of(account).codes):
        raise CodeLimitReached(used=now, limit=limit)


async def check_room_for_page(account: Account, used: Callable[[], Awaitable[int]]) -> None:
    """Checks that the plan has room for a bio page, in the way of `check_room_for_codes`.

    Raises: PageLimitReached, AccountSuspended.
    """
    await lock_for_more(account)
    if (now := await used()) >= (limit := plan_of(account).pages):
        raise PageLimitReached(used=now, limit=limit)


async def check_room_for_webhook(account: Account, used: Callable[[], Awaitable[int]]) -> None:
    """Checks that the plan has room for a webhook endpoint, in the way of `check_room_for_codes`.

    Raises: WebhookLimitReached, AccountSuspended.
    """
    await lock_for_more(account)
    if await used() >= (limit := plan_of(account).webhooks):
        raise WebhookLimitReached(limit=limit)


async def lock_account(account: Account) -> None:
    """Locks the account's row until the transaction ends, so that what was counted stays true."""
    await Account.filter(id=account.id).update(links_used=F("links_used"))


async def lock_for_more(account: Account) -> None:
    """Locks the account's row as `lock_account` does, for something new in it. Raises: AccountSuspended."""
    if not await Account.filter(id=account.id, suspended_at=None).update(links_used=F("links_used")):
        await check_not_suspended(account.id)
