"""The email about broken links: once a day at most, one for all links of a workspace that were found broken twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from app import jobs
from app.accounts.models import Account
from app.jobs import Job, Schedule
from app.jobs.independent_steps import for_each
from app.kernel import clock, i18n, site
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.links.destination_check import DestinationCheck
from app.links.destination_status import describe
from app.links.models import Link
from app.mail.compose import EmailContent, queue_email

DAILY = Schedule(timedelta(days=1), offset=timedelta(hours=1))  # 01:00 UTC is 08:00 in Jakarta
MAX_LISTED, MAX_ACCOUNTS = 10, 1_000


@jobs.handler("links.mail_broken", schedule=DAILY)
async def mail_broken_links(_job: Job) -> None:
    """Writes to the owners of each account with links that were found broken twice since the last email."""
    waiting = DestinationCheck.filter(broken_at__not_isnull=True, confirmed_at__not_isnull=True, mailed_at=None)
    accounts = waiting.filter(
        account__frozen_at=None,
        account__delete_at=None,
        account__suspended_at=None,
        link__deleted_at=None,
        link__archived_at=None,
    )
    ids = await accounts.distinct().limit(MAX_ACCOUNTS).values_list("account_id", flat=True)
    await for_each(ids, _mail_account)  # type: ignore[arg-type]


async def _mail_account(account_id: UUID) -> None:
    """Writes to the owners of an account; what is written about is marked in the same transaction."""
    account = await Account.get(id=account_id)
    async with transaction():
        rows = await _locked(account)
        await DestinationCheck.filter(id__in=[row.id for row in rows]).update(mailed_at=clock.now())
        for owner in await account.owners_to_remind() if rows and not account.guest else []:
            if owner.broken_links_muted_at is None:
                with i18n.language_context(owner.language, owner.time_zone):
                    await queue_email(owner.email, await _content(rows), "broken-links")


async def _locked(account: Account) -> list[DestinationCheck]:
    """The rows to write about, locked, so that two machines do not write about the same."""
    waiting = DestinationCheck.broken(account).filter(confirmed_at__not_isnull=True, mailed_at=None)
    shown = waiting.filter(link__deleted_at=None, link__archived_at=None)
    ids = await shown.values_list("id", flat=True)
    return await DestinationCheck.filter(id__in=list(ids), mailed_at=None).order_by("id").select_for_update()


async def _content(rows: Sequence[DestinationCheck]) -> EmailContent:
    """Returns the email about these rows, in the current language."""
    links = {link.id: link for link in await Link.filter(id__in={row.link_id for row in rows})}
    listed = [(links[row.link_id], row) for row in rows if row.link_id in links][:MAX_LISTED]
    count = len(links)
    subject = ngettext("%(num)s link leads nowhere", "%(num)s links lead nowhere", count)
    rest = count - len({link.id for link, _row in listed})
    more = ngettext("And %(num)s more link.", "And %(num)s more links.", rest) % {"num": i18n.format_number(rest)}
    return EmailContent(
        subject % {"num": i18n.format_number(count)},
        (_("We looked twice, and found nothing at the destination either time. Visitors find nothing either."),),
        facts=tuple((isolate(link.display_url), describe(row)) for link, row in listed),
        action=(_("See the broken links"), site.url("dashboard", "/dashboard/links/?show=broken")),
        after=(more,) if rest else (),
        choice=True,
        why=_("Kliqs looks once a week at where your links lead."),
    )
