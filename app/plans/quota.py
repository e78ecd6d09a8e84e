"""The one reader of "may this account …?". Every limit is one conditional UPDATE, first in its transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel.db import rows
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans import warning
from app.plans.table import EVERY_PLAN, MB, MOST_KEYS, Plan

TAKE_LINKS = "UPDATE accounts SET links_used = links_used + $1 WHERE id = $2 AND links_used <= $3 RETURNING links_used"

document_code(
    "SHORTLINK_LIMIT_REACHED", 403, N_("The links of your plan are used up."),
    N_("Delete links you no longer need, or move to a larger plan."))
document_code(
    "QR_LIMIT_REACHED", 403, N_("The QR codes of your plan are used up."),
    N_("Delete codes you no longer need, or move to a larger plan."))
document_code(
    "PAGE_LIMIT_REACHED", 403, N_("The bio pages of your plan are used up."),
    N_("Delete a page you no longer need, or move to a larger plan."), form_status=422)


class LinkLimitReached(Refusal):
    code, says = "SHORTLINK_LIMIT_REACHED", N_("%(used)s of %(limit)s links used. Your links keep working.")


class LinksRunShort(Refusal):
    code = "SHORTLINK_LIMIT_REACHED"
    says = N_("That makes %(count)s links, and your plan has room for %(room)s more. Nothing was made.")


class CodesRunShort(Refusal):
    code = "QR_LIMIT_REACHED"
    says = N_("That makes %(count)s QR codes, and your plan has room for %(room)s more. Nothing was made.")


class KeyLimitReached(Refusal):
    code, field = "KEY_LIMIT_REACHED", "name"
    says = N_("You have %(limit)s active keys, the most an account can have. Revoke one first.")


class CodeLimitReached(Refusal):
    code = "QR_LIMIT_REACHED"
    says = N_("Your plan has room for %(limit)s QR codes, and %(used)s are used. What is printed keeps working.")


class PageLimitReached(Refusal):
    code = "PAGE_LIMIT_REACHED"
    says = N_("Your plan has room for %(limit)s bio pages, and %(used)s are used. They stay as they are.")


class PictureLimitReached(Refusal):
    code, field = "PICTURE_LIMIT_REACHED", "picture"
    says = N_("You have %(limit)s pictures, the most your plan has room for. Remove some that you no longer show.")


class PicturesTooLarge(Refusal):
    code, field = "PICTURE_LIMIT_REACHED", "picture"
    says = N_("Your pictures fill the %(limit)s MB of your plan. Remove some that you no longer show.")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a limit is used."""

    used: int
    limit: int

    @property
    def full(self) -> bool:
        return self.used >= self.limit

    @property
    def near(self) -> bool:
        return self.used * 5 >= self.limit * 4


def plan_of(account: Account) -> Plan:
    return EVERY_PLAN[account.plan_name]


def links_limit(account: Account) -> int:
    """Short links the account may have; the operator's number goes before the plan's."""
    return plan_of(account).links if account.links_limit is None else account.links_limit


def requests_limit(account: Account) -> int:
    """API requests the account may make in a UTC month."""
    return plan_of(account).requests if account.requests_limit is None else account.requests_limit


def links_share(account: Account) -> Share:
    return Share(account.links_used, links_limit(account))


async def take_link(account: Account) -> None:
    """Uses one of the account's links. Refusals: LinkLimitReached."""
    limit = links_limit(account)
    if not await _took(account, 1, limit):
        raise LinkLimitReached(used=limit, limit=limit)


async def take_links(account: Account, count: int) -> None:
    """Uses `count` of the account's links, all or none of them; the one of `take_link`. Refusals: LinksRunShort."""
    limit = links_limit(account)
    if not await _took(account, count, limit):
        used = (await Account.get(id=account.id)).links_used
        raise LinksRunShort(count=count, room=max(limit - used, 0))


async def _took(account: Account, count: int, limit: int) -> bool:
    """Whether there was room; who steps over a mark is told by mail."""
    taken = await rows(TAKE_LINKS, [count, str(account.id), limit - count])
    if taken:
        used = int(taken[0]["links_used"])
        await warning.warn(account, warning.LINKS, used - count, used, limit)
    return bool(taken)


async def give_links_back(account: Account, count: int = 1) -> None:
    await Account.filter(id=account.id).update(links_used=F("links_used") - count)


async def take_key(account: Account) -> None:
    """Uses one of the account's ten active keys; a guest has none. Refusals: KeyLimitReached."""
    room = Account.filter(id=account.id, keys_used__lt=MOST_KEYS, guest_digest=None)
    if not await room.update(keys_used=F("keys_used") + 1):
        raise KeyLimitReached(limit=0 if account.guest else MOST_KEYS)


async def give_keys_back(account: Account, count: int = 1) -> None:
    await Account.filter(id=account.id).update(keys_used=F("keys_used") - count)


async def take_codes(account: Account, used: Callable[[], Awaitable[int]], count: int = 1) -> None:
    """Makes room for new QR codes; inside a transaction, before they are made. Refusals: CodeLimitReached.
    """
    await take_turns(account)
    if (now := await used()) + count > (limit := plan_of(account).codes):
        raise CodeLimitReached(used=now, limit=limit)


async def take_pages(account: Account, used: Callable[[], Awaitable[int]]) -> None:
    """Makes room for a bio page, as `take_codes` does. Refusals: PageLimitReached."""
    await take_turns(account)
    if (now := await used()) >= (limit := plan_of(account).pages):
        raise PageLimitReached(used=now, limit=limit)


async def take_picture(account: Account, used: Callable[[], Awaitable[tuple[int, int]]], size: int) -> None:
    """Makes room for a picture of `size` bytes, as `take_codes` does; `used` gives how many there are, and their bytes.

    Refusals: PictureLimitReached, PicturesTooLarge.
    """
    await take_turns(account)
    plan, (pictures, bytes_used) = plan_of(account), await used()
    if pictures >= plan.pictures:
        raise PictureLimitReached(limit=plan.pictures)
    if bytes_used + size > plan.picture_bytes:
        raise PicturesTooLarge(limit=plan.picture_bytes // MB)


async def take_turns(account: Account) -> None:
    """Makes transactions of an account take turns, so that what one counts stays true until its end."""
    await Account.filter(id=account.id).update(links_used=F("links_used"))
