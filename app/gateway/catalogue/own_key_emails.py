"""The email to the owners of a workspace whose own credential was deleted because its provider moved elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from app import jobs
from app.accounts.models import Account
from app.gateway.catalogue.upstream import Upstream
from app.jobs import Job
from app.kernel import bidi, i18n, site
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email

DELETED = "gateway.own_key_deleted"
OWN_KEYS = "/dashboard/ai/own-keys"
MOST, BATCH = 1_000, 100  # workspaces in the payload of a job, and in one transaction


async def enqueue_emails(upstream: Upstream, account_ids: Sequence[object]) -> None:
    """Enqueues the emails to the owners of these accounts, in the transaction that deletes their credentials."""
    used = upstream.own_keys and upstream.enabled_at is not None
    for at in range(0, len(account_ids), MOST):
        ids = [str(id) for id in account_ids[at : at + MOST]]
        payload = {"accounts": ids, "upstream": upstream.name, "used": used}
        await jobs.enqueue(DELETED, payload)


@jobs.handler(DELETED)
async def mail_owners(job: Job) -> None:
    """Queues the emails; the accounts that remain are kept in the payload, in the transaction of the emails.

    So everybody gets one even if the process dies meanwhile, and nobody two.
    """
    remaining: list[str] = job.payload["accounts"]
    while remaining:
        batch, remaining = remaining[:BATCH], remaining[BATCH:]
        async with transaction():
            for account in await Account.filter(id__in=batch).order_by("id"):
                await _mail_owners(account, job.payload["upstream"], used=job.payload["used"])
            await Job.filter(id=job.id).update(payload={**job.payload, "accounts": remaining})


async def _mail_owners(account: Account, provider: str, *, used: bool) -> None:
    """Queues the email to each owner of an account in their language; `used` is whether its requests used the key."""
    for owner in await account.owners():
        with i18n.language_context(owner.language, owner.time_zone):
            await queue_email(owner.email, _content(provider, used), "ai_own_key", account.id)


def _content(provider: str, used: bool) -> EmailContent:
    """Returns the email, in the current language."""
    costs = (
        _("From now on your requests to models of this provider cost credits, until you store a key again.")
        if used
        else _("The provider took no own keys at that time, so what your requests cost does not change.")
    )
    moved = _(
        "The operator changed the address of this provider. So that your key reaches no other server, it was deleted."
    )
    return EmailContent(
        _("Your own key at %(provider)s was deleted") % {"provider": bidi.isolate(provider)},
        (f"{moved} {costs}",),
        action=(_("See own keys"), site.url("dashboard", OWN_KEYS)),
        why=_("Kliqs tells the owners when a key of their workspace was deleted."),
    )
