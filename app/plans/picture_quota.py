"""Checks that a plan has room for another picture of bio pages, links and codes, by number and by bytes."""

from collections.abc import Awaitable, Callable

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans.plan_limits import MB
from app.plans.quota import lock_for_more, plan_of

document_code(
    "PICTURE_LIMIT_REACHED",
    403,
    N_("The pictures of your plan are used up, by number or by size."),
    N_("Remove pictures you no longer show, or move to a larger plan."),
    form_status=422,
)


class PictureLimitReached(Refusal):
    """The account has as many pictures as its plan allows. Facts: limit."""

    code, field = "PICTURE_LIMIT_REACHED", "picture"
    says = N_("You have %(limit)s pictures, the most your plan has room for. Remove some that you no longer show.")


class PicturesTooLarge(Refusal):
    """The pictures of the account take as many bytes as its plan allows. Facts: limit, in MB."""

    code, field = "PICTURE_LIMIT_REACHED", "picture"
    says = N_("Your pictures fill the %(limit)s MB of your plan. Remove some that you no longer show.")


async def check_room_for_picture(account: Account, used: Callable[[], Awaitable[tuple[int, int]]], size: int) -> None:
    """Checks that the plan has room for a picture of `size` bytes, in the way of `quota.check_room_for_codes`.

    `used` returns how many pictures there are and how many bytes they take. Raises: PictureLimitReached,
    PicturesTooLarge, AccountSuspended.
    """
    await lock_for_more(account)
    plan, (pictures, bytes_used) = plan_of(account), await used()
    if pictures >= plan.pictures:
        raise PictureLimitReached(limit=plan.pictures)
    if bytes_used + size > plan.picture_bytes:
        raise PicturesTooLarge(limit=plan.picture_bytes // MB)
