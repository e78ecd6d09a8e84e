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


async def enqueue_emails(upstream: Upstream, account_ids: Sequence[object]) -> None:
    """Enqueues an email to the owners of each of these accounts, in the transaction that deletes their credentials."""
    for account_id in account_ids:
        await jobs.enqueue(DELETED, {"account": str(account_id), "upstream": upstream.name})


@jobs.handler(DELETED)
async def mail_owners(job: Job) -> None:
    """Queues the email to each owner in their language, unless the account was deleted meanwhile."""
    account = await Account.get_or_none(id=job.payload["account"])
    if account is None:
        return
    async with transaction():
        for owner in await account.owners():
            with i18n.language_context(owner.language, owner.time_zone):
                await queue_email(owner.email, _content(job.payload["upstream"]), "ai_own_key", account.id)


def _content(provider: str) -> EmailContent:
    return EmailContent(
        _("Your own key at %(provider)s was deleted") % {"provider": bidi.isolate(provider)},
        (
            _(
                "The operator changed the address of this provider. So that your key reaches no other server, it was "
                "deleted. From now on your requests to models of this provider cost credits, until you store a key "
                "again."
            ),
        ),
        action=(_("See own keys"), site.url("dashboard", OWN_KEYS)),
        why=_("Kliqs tells the owners, because it changes what requests cost."),
    )
