"""What time does by itself: links and QR codes deleted 30 days ago go for good, sessions that ended are forgotten.

Names that were held for their year are forgotten, pages deleted 30 days ago and batches whose day is over go, and so do
addresses that nobody confirmed, letters of a week ago and browsers of a year ago. Once a day pictures that nothing uses
go, and what was made without an account and abandoned.
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
from app.links.lifecycle import KEPT_FOR
from app.links.models import Link
from app.mail import delivery
from app.media import orphans
from app.names.models import HELD_FOR, Name
from app.pages.models import Page
from app.plans.warning import Warned
from app.qr.models import QrCode
from app.visits import retention
from app.visits.visit import key


async def sweep() -> None:
    """Does it once; running it twice, or on several machines at once, does no harm."""
    now = clock.now()
    await _forget_links(await Link.filter(deleted_at__lt=now - KEPT_FOR).order_by("account_id"))
    await QrCode.filter(deleted_at__lt=now - KEPT_FOR).delete()
    await _forget_pages(await Page.filter(deleted_at__lt=now - KEPT_FOR))
    await Name.filter(link_id=None, held_at__lt=now - HELD_FOR, barred_by=None).delete()
    await Session.filter(expires_at__lt=now).delete()
    await Subscriber.forget_abandoned()
    await Suppression.settle()
    await delivery.forget_old()
    await KnownBrowser.forgotten().delete()
    await Warned.past().delete()
    await packing_jobs.sweep()


async def _forget_links(links: list[Link]) -> None:
    """Their visits first: what is cut off in between is found again the next time."""
    for account, of_account in groupby(links, key=lambda link: link.account_id):
        gone = [link.id for link in of_account]
        await retention.forget(key(account), [key(id) for id in gone])
        await Link.filter(id__in=gone).delete()


async def _forget_pages(pages: list[Page]) -> None:
    """With their visits and the links underneath; their names are held on."""
    for page in pages:
        links = [link.id for link in await Link.filter(page_id=page.id)]
        await retention.forget(key(page.account_id), [key(page.id), *(key(id) for id in links)])
        await page.delete()


@jobs.handler("sweep.hourly", schedule=HOURLY)
async def sweep_hourly(_job: Job) -> None:
    """Deletes what is over."""
    await sweep()


@jobs.handler("sweep.guests", schedule=NIGHTLY)
async def sweep_guests(_job: Job) -> None:
    """Erases guests whose links and pages are abandoned."""
    await expiry.sweep()


@jobs.handler("sweep.media", schedule=NIGHTLY)
async def sweep_media(_job: Job) -> None:
    """Deletes pictures that nothing uses, and files that no row knows."""
    await orphans.sweep()
