"""The operator's stop of an account: it makes no new links, and leads none elsewhere, until they have looked at it."""

from __future__ import annotations

from app.accounts.models import Account
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

document_code(
    "LINKS_STOPPED",
    403,
    N_("The operator stopped this account from making links until they have looked at it."),
    N_("Read the operator's email, and object if it is a mistake."),
    form_status=422,
)


class LinksStopped(Refusal):
    """The operator lets the account make no new links, and lead none elsewhere, until they have looked at it."""

    code, field = "LINKS_STOPPED", "url"
    says = N_("The operator has stopped new links and new destinations here until they have looked at your account.")


async def check_not_stopped(account: Account) -> None:
    """Checks that the operator has not stopped the account from making links. Raises: LinksStopped."""
    if await Account.filter(id=account.id, links_stopped_at__isnull=False).exists():
        raise LinksStopped
