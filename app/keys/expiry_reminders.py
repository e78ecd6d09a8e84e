"""Reminds the owners of an account 7 days before one of its API keys expires."""

from __future__ import annotations

from app import jobs
from app.accounts.models import Account
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each
from app.kernel import bidi, clock, i18n, site
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.keys.models import SOON, ApiKey
from app.mail.compose import EmailContent, queue_email

KEYS = "/dashboard/settings/api-keys/"


@jobs.handler("keys.expiry", schedule=HOURLY)
async def run_reminders(_job: Job) -> None:
    """Sends the reminders that are due. Raises: StepsFailed."""
    await send_reminders()


async def send_reminders() -> None:
    """Mails the owners of each key that ends within 7 days, once; not of one that is replaced.

    What waits while an account is frozen, suspended or will be deleted is mailed afterwards. Raises: StepsFailed.
    """
    now = clock.now()
    due = ApiKey.filter(
        expires_at__gt=now,
        expires_at__lte=now + SOON,
        expiry_mailed_at=None,
        revoked_at=None,
        replaced_at=None,
        parent_id=None,
    )
    due = due.filter(account__frozen_at=None, account__delete_at=None, account__suspended_at=None)
    await for_each(await due.select_related("account"), _remind)


async def _remind(key: ApiKey) -> None:
    """Mails the reminder of a key, unless it was sent or the key is over or replaced meanwhile."""
    async with transaction():
        unsent = ApiKey.filter(id=key.id, expiry_mailed_at=None, revoked_at=None, replaced_at=None)
        if await unsent.update(expiry_mailed_at=clock.now()):
            await _queue_emails(key.account, key)


async def _queue_emails(account: Account, key: ApiKey) -> None:
    """Queues the reminder for each owner of the account, in their language."""
    for owner in await account.owners_to_remind():
        with i18n.language_context(owner.language, owner.time_zone):
            names = {"name": bidi.isolate(key.name), "workspace": bidi.isolate(account.name)}
            ends = i18n.format_datetime(key.expires_at) if key.expires_at else ""
            facts = (
                (_("Key"), f"{names['name']} ({key.masked})"),
                (_("Expires"), ends),
                (_("Last used"), i18n.format_datetime(key.last_used_at) if key.last_used_at else _("Never")),
            )
            await queue_email(
                owner.email,
                EmailContent(
                    _("The API key %(name)s of %(workspace)s expires soon") % names,
                    (
                        _("From then on every request with it is refused, and whatever uses it stops working."),
                        _("Replace it now: the new key works at once, and the old one goes on for 24 hours."),
                    ),
                    facts=facts,
                    action=(_("Replace the key"), site.url("dashboard", KEYS)),
                    why=_("Kliqs tells owners 7 days before an API key expires, once."),
                ),
                kind="key_expiry",
            )
