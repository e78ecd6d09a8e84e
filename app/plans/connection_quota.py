"""The limit of accounts at social networks that an account may have connected, manual ones among them."""

from collections.abc import Awaitable, Callable

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.plans.quota import QuotaUsage, lock_for_more, plan_of

document_code(
    "CONNECTION_LIMIT_REACHED",
    403,
    N_("The accounts at social networks of your plan are used up."),
    N_("Disconnect one you no longer need, or move to a larger plan."),
    form_status=422,
)


class ConnectionLimitReached(Refusal):
    """The account has as many connections as its plan allows. Facts: used, limit."""

    code, field = "CONNECTION_LIMIT_REACHED", "accounts"
    says = N_(
        "Your plan has room for %(limit)s accounts, and %(used)s are connected. Disconnect one you no longer need, or "
        "move to a larger plan."
    )


def connections_usage(account: Account, used: int) -> QuotaUsage:
    """Returns how many of its connections the account uses; a downgraded one may use more than its plan has."""
    return QuotaUsage(used, plan_of(account).connections)


async def check_room_for_connections(account: Account, used: Callable[[], Awaitable[int]], count: int = 1) -> None:
    """Checks that the plan has room for `count` new connections; `used` returns how many there are.

    Call it in the transaction that creates them, before they are created. Raises: ConnectionLimitReached.
    """
    await lock_for_more(account)
    if (now := await used()) + count > (limit := plan_of(account).connections):
        raise ConnectionLimitReached(used=now, limit=limit)
