"""Checks that a plan has room for the bytes of another picture or video of posts."""

from collections.abc import Awaitable, Callable

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans.plan_limits import GB, MB
from app.plans.quota import lock_for_more, plan_of

document_code(
    "FILE_LIMIT_REACHED",
    403,
    N_("The room of your plan for pictures and videos of posts is used up."),
    N_("Delete files you no longer need, or move to a larger plan."),
    form_status=422,
)


class FileLimitReached(Refusal):
    """The plan has too little room for so many more bytes. Facts: size, free, limit, with their units."""

    code, field = "FILE_LIMIT_REACHED", "file"
    says = N_(
        "That takes %(size)s, and %(free)s of the %(limit)s of your plan are free. Delete files that you no longer "
        "need, or move to a larger plan."
    )


async def check_room_for_file(account: Account, used: Callable[[], Awaitable[int]], size: int) -> None:
    """Checks that the plan has room for `size` more bytes; `used` returns how many are taken.

    Call it in the transaction that counts them, before anything else: it locks the account. Raises: FileLimitReached.
    """
    await lock_for_more(account)
    limit, taken = plan_of(account).video_bytes, await used()
    if taken + size > limit:
        free = max(limit - taken, 0)
        raise FileLimitReached(size=in_units(size), free=in_units(free), limit=in_units(limit))


def in_units(size: int) -> str:
    """Returns a number of bytes as a whole number of GB, MB or kB: `2 GB`, `41 MB`. GB only where nothing is lost."""
    if size and size % GB == 0:
        return f"{size // GB} GB"
    return f"{round(size / MB)} MB" if size >= MB else f"{-(-size // 1024)} kB"
