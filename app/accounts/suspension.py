"""The operator's suspension of an account: nothing in it is changed, made or sent until the operator lifts it.

EFFECTS is the table of what a suspension of each level stops. Since when an account is suspended is in its row
(`suspended_at`), and also since when its links and pages answer nobody (`hidden_at`), because every request depends on
them. `change_gate.refuse_change` refuses changes by members, keys and guests; app/plans/quota.py refuses new things in
the statement that counts them, so that none is made by a request that began before. A suspension is decided, objected
to and lifted in app/abuse.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from app.accounts.models import Account
from app.jobs.registry import RetryLater
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

CHANGES, EVERYTHING = "changes", "everything"
LEVELS = {
    CHANGES: N_("Nothing can be changed; links and pages lead on"),
    EVERYTHING: N_("Links and pages answer nobody, either"),
}
BETWEEN_TRIES = 60.0  # seconds until a job of a suspended account looks again

document_code(
    "ACCOUNT_SUSPENDED",
    403,
    N_("The operator suspended the account, so nothing in it can be changed. Reading still works."),
    N_("Read the operator's email, and object if it is a mistake."),
)


class Effect(NamedTuple):
    """What a suspension does to a part: whether the part stops when nothing can be changed, and when all is hidden."""

    part: str
    stops: tuple[str, ...]


BOTH = (CHANGES, EVERYTHING)
EFFECTS = (
    Effect(N_("Changes in the dashboard, also by a guest and by bulk actions"), BOTH),
    Effect(N_("Changes by the API"), BOTH),
    Effect(N_("Requests to AI models"), BOTH),
    Effect(N_("Posts to social networks: they wait"), BOTH),
    Effect(N_("Webhooks: they wait"), BOTH),
    Effect(N_("Batches and imports: they wait"), BOTH),
    Effect(N_("New subscribers and tips on bio pages"), BOTH),
    Effect(N_("Orders of plans and credits"), BOTH),
    Effect(N_("Short links and bio pages"), (EVERYTHING,)),
    Effect(N_("Signing in, reading, exporting, deleting the account, objecting"), ()),
)


class AccountSuspended(Refusal):
    """Raised for a change in an account that the operator suspended."""

    code = "ACCOUNT_SUSPENDED"
    says = N_("The operator has suspended this workspace, so nothing in it can be changed. You can object.")


async def is_suspended(account_id: UUID) -> bool:
    """Whether the account is suspended now."""
    return await Account.filter(id=account_id, suspended_at__not_isnull=True).exists()


async def check_not_suspended(account_id: UUID) -> None:
    """Checks that the account is not suspended now. Raises: AccountSuspended."""
    if await is_suspended(account_id):
        raise AccountSuspended


async def wait_while_suspended(account_id: UUID) -> None:
    """Lets a job of a suspended account wait. Raises: RetryLater, which counts as no try."""
    if await is_suspended(account_id):
        raise RetryLater("The account is suspended.", after=BETWEEN_TRIES, counted=False)
