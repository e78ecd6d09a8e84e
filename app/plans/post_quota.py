"""Checks how many posts an account may plan and publish in a UTC month."""

from collections.abc import Awaitable, Callable

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans.quota import lock_for_more, plan_of

document_code(
    "POST_LIMIT_REACHED",
    403,
    N_("The posts of your plan are used up for this month."),
    N_("Plan it again next month, or move to a larger plan."),
    form_status=422,
)


class PostLimitReached(Refusal):
    """The account planned or published as many posts in this UTC month as its plan allows. Facts: limit."""

    code, field = "POST_LIMIT_REACHED", "at"
    says = N_("Your plan has room for %(limit)s posts a month, and all are used. What is planned goes out.")


async def check_room_for_post(account: Account, used: Callable[[], Awaitable[int]]) -> None:
    """Checks that the plan has room for one more post in this month; `used` returns how many there are.

    Call it in the transaction that counts the post, before that. Raises: PostLimitReached.
    """
    await lock_for_more(account)
    limit = plan_of(account).posts
    if limit is not None and await used() >= limit:
        raise PostLimitReached(limit=limit)
