"""Deletes data whose retention period is over.

Every hour: links, QR codes and bio pages deleted 30 days ago, names held for a year, expired sessions, batches,
unconfirmed subscribers, letters older than a week and device cookies unused for a year. Every day: pictures that
nothing uses, and abandoned guests.
"""

from itertools import groupby

from app import jobs
from app.accounts.known_device import KnownBrowser
from app.accounts.models import Session
from app.audience.models import Subscriber
from app.audience.suppression import Suppression
from app.batch import packing_jobs
from app.guests import expiry
from app.jobs import HOURLY, NIGHTLY, Job
from app.kernel import clock
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.mail import delivery
from app.media import orphans
from app.names.models import HOLD_PERIOD, Name
from app.pages.models import Page
from app.plans.models import LimitWarning
from app.qr.models import QrCode
from app.visits.sealed import edits
from app.visits.visit import visit_key


async def delete_expired() -> None:
    """Runs the hourly part once; running it twice, or on several machines at once, does no harm."""
    now = clock.now()
    await _forget_links(await Link.filter(deleted_at__lt=now - RESTORABLE_FOR).order_by("account_id"))
    await QrCode.filter(deleted_at__lt=now - RESTORABLE_FOR).delete()
    await _forget_pages(await Page.filter(deleted_at__lt=now - RESTORABLE_FOR))
    await Name.filter(link_id=None, held_at__lt=now - HOLD_PERIOD, barred_by=None).delete()
    await Session.filter(expires_at__lt=now).delete()
    await Subscriber.delete_abandoned()
    await Suppression.expire()
    await delivery.delete_old_emails()
    await KnownBrowser.outdated().delete()
    await LimitWarning.of_past_months().delete()
    await packing_jobs.delete_expired()


async def _forget_links(links: list[Link]) -> None:
    """Deletes their visits first, so that an interrupted run finds the links again."""
    for account, of_account in groupby(links, key=lambda link: link.account_id):
        gone = [link.id for link in of_account]
        await edits.detach_links(visit_key(account), [visit_key(id) for id in gone])
        await Link.filter(id__in=gone).delete()


async def _forget_pages(pages: list[Page]) -> None:
    """Deletes pages with their visits and tracked links; their names stay held."""
    for page in pages:
        links = [link.id for link in await Link.filter(page_id=page.id)]
        await edits.detach_links(visit_key(page.account_id), [visit_key(page.id), *(visit_key(id) for id in links)])
        await page.delete()


@jobs.handler("sweep.hourly", schedule=HOURLY)
async def sweep_hourly(_job: Job) -> None:
    """Runs `delete_expired` every hour."""
    await delete_expired()


@jobs.handler("sweep.guests", schedule=NIGHTLY)
async def sweep_guests(_job: Job) -> None:
    """Deletes abandoned guests with their links and pages, every night."""
    await expiry.erase_abandoned_guests()


@jobs.handler("sweep.media", schedule=NIGHTLY)
async def sweep_media(_job: Job) -> None:
    """Deletes pictures that nothing uses, and files without a row, every night."""
    await orphans.delete_orphans()
