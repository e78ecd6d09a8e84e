"""Deletes data whose retention period is over.

Every hour: links, QR codes and bio pages deleted 30 days ago, names held for a year, expired sessions and sign-ins,
codes and challenges that nobody answered, destinations that nobody looks at any more, batches, exports, imports,
unconfirmed subscribers, letters older than a week, device cookies unused for a year, browsers trusted 30 days ago,
requests closed a year ago, unpaid orders of a year ago and paid ones of ten. Every day: pictures that nothing uses, and
abandoned guests.
codes and challenges that nobody answered, batches, exports, imports, unconfirmed subscribers, letters older than a
week, device cookies unused for a year, browsers trusted 30 days ago, requests closed a year ago, unpaid orders of a
year ago and paid ones of ten, idempotency keys a day old, the usage of keys a year ago, the log of API requests by
plan, deliveries of webhooks of 30 days ago, changes of links that are a year old, posts and connections to social
networks that ended a month ago, requests of visits of the day before. Every day: pictures that nothing
uses, and abandoned guests.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from itertools import groupby
from uuid import UUID

from app import jobs
from app.accounts.disown import DisownLink
from app.accounts.known_device import KnownBrowser
from app.accounts.models import SecurityEvent, Session
from app.accounts.pending_sign_in import PendingSignIn
from app.accounts.trusted_browser import TrustedBrowser
from app.audience.models import Subscriber
from app.audience.suppression import Suppression
from app.batch import packing_jobs
from app.guests import expiry
from app.jobs import HOURLY, NIGHTLY, Job
from app.jobs.independent_steps import for_each, run_steps
from app.kernel import clock
from app.kernel.yielding_transaction import run_yielding_transaction
from app.keys import logged_request
from app.keys.models import ApiKey, DailyUsage, IdempotencyKey
from app.links.destination_check import DestinationCheck
from app.links.history.models import LinkChange
from app.links.lifecycle import RESTORABLE_FOR
from app.links.models import Link
from app.mail import delivery
from app.media import orphans
from app.names.models import HOLD_PERIOD, Name
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.pages.models import Page
from app.payments import retention as payment_retention
from app.payments.tips.tip_list import delete_unpaid_tips
from app.plans.models import LimitWarning
from app.privacy.bring_in import import_jobs
from app.privacy.disclosure import Disclosure
from app.privacy.export import export_job
from app.privacy.privacy_request import PrivacyRequest
from app.publishing.posts import retention as publishing_retention
from app.qr.models import QrCode
from app.sign_in.models import MailedLink, PendingEmail, PendingSignUp
from app.sign_in.oauth.models import OauthFlow
from app.sign_in.passkeys.models import PasskeyChallenge
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.team import invitations
from app.team.audit_entry import AuditEntry
from app.visits.recording import repeated_requests
from app.visits.sealed import edits
from app.visits.visit import key_in_visits
from app.webhooks.delivery import WebhookDelivery


async def delete_expired() -> None:
    """Runs the hourly part once; running it twice, or on several machines at once, does no harm.

    A step that fails does not keep the others from running. Raises: StepsFailed at the end, with all reasons.
    """
    await run_steps(hourly_steps(clock.now()))


def hourly_steps(now: datetime) -> dict[str, Callable[[], Awaitable[object]]]:
    """Returns the steps of the hourly part by name; none of them needs another one to have run."""
    return {
        **_link_steps(now),
        "subscribers": Subscriber.delete_abandoned,
        "suppressions": Suppression.end_undo,
        "emails": delivery.delete_old_emails,
        "warnings": lambda: LimitWarning.of_past_months().delete(),
        "batches": packing_jobs.tidy_batches,
        "exports": export_job.tidy_exports,
        "imports": import_jobs.tidy_imports,
        "requests": lambda: PrivacyRequest.past_retention().delete(),
        "invitations": invitations.sweep,
        "orders": payment_retention.delete_old_orders,
        "checkouts": payment_retention.forget_checkouts,
        "tips": delete_unpaid_tips,
        "publishing": publishing_retention.delete_outdated,
        **_log_steps(),
        **_key_steps(),
        **_sign_in_steps(now),
    }


def _log_steps() -> dict[str, Callable[[], Awaitable[object]]]:
    """Returns the steps for what is written down about changes."""
    return {
        "link history": lambda: LinkChange.outdated().delete(),
        "audit_log": lambda: AuditEntry.outdated().delete(),
        "operator_log": lambda: OperatorAct.outdated().delete(),
        "disclosures": lambda: Disclosure.outdated().delete(),
        "operator looks": lambda: OperatorLook.outdated().delete(),
    }


def _link_steps(now: datetime) -> dict[str, Callable[[], Awaitable[object]]]:
    """Returns the steps for links, codes and pages, their names and requests, and what was seen of destinations."""
    return {
        "links": lambda: _forget_links(now),
        "destination checks": lambda: DestinationCheck.outdated().delete(),
        "codes": lambda: QrCode.filter(deleted_at__lt=now - RESTORABLE_FOR).delete(),
        "pages": lambda: _forget_pages(now),
        "names": lambda: Name.filter(link_id=None, held_at__lt=now - HOLD_PERIOD, barred_by=None).delete(),
        "visit requests": repeated_requests.forget_requests,
    }


def _key_steps() -> dict[str, Callable[[], Awaitable[object]]]:
    """Returns the steps for API keys and what programs leave behind."""
    return {
        "webhooks": lambda: WebhookDelivery.outdated().delete(),
        "keys": ApiKey.revoke_ended,
        "key usage": lambda: DailyUsage.outdated().delete(),
        "API requests": logged_request.delete_outdated,
        "idempotency keys": lambda: IdempotencyKey.outdated().delete(),
    }


def _sign_in_steps(now: datetime) -> dict[str, Callable[[], Awaitable[object]]]:
    """Returns the steps for what signing in leaves behind."""
    return {
        "sessions": lambda: Session.filter(expires_at__lt=now).delete(),
        "mailed links": lambda: MailedLink.outdated().delete(),
        "sign-ups": lambda: PendingSignUp.outdated().delete(),
        "addresses": lambda: PendingEmail.outdated().delete(),
        "oauth_flows": lambda: OauthFlow.filter(expires_at__lt=now).delete(),
        "passkey challenges": lambda: PasskeyChallenge.outdated().delete(),
        "browsers": lambda: KnownBrowser.outdated().delete(),
        "trusted browsers": lambda: TrustedBrowser.outdated().delete(),
        "pending sign-ins": lambda: PendingSignIn.outdated().delete(),
        "confirmation codes": lambda: ConfirmationCode.outdated().delete(),
        "security_log": lambda: SecurityEvent.outdated().delete(),
        "disowning": lambda: DisownLink.outdated().delete(),
    }


async def _forget_links(now: datetime) -> None:
    """Deletes the expired links of each account, their visits first, so that an interrupted run finds them again.

    Raises: StepsFailed.
    """
    expired = await Link.filter(deleted_at__lt=now - RESTORABLE_FOR).order_by("account_id")
    by_account = [(account, list(links)) for account, links in groupby(expired, key=lambda link: link.account_id)]
    await for_each(by_account, lambda pair: _forget_links_of(*pair))


async def _forget_links_of(account: UUID, links: list[Link]) -> None:
    """Deletes links of one account with their visits."""
    gone = [link.id for link in links]
    await edits.detach_links(key_in_visits(account), [key_in_visits(id) for id in gone])
    await run_yielding_transaction(partial(_delete_links, gone))


async def _delete_links(ids: list[UUID]) -> None:
    """Deletes the rows of links, and by cascade what belongs to them."""
    await Link.filter(id__in=ids).delete()


async def _forget_pages(now: datetime) -> None:
    """Deletes expired pages with their visits and tracked links; their names stay held. Raises: StepsFailed."""
    await for_each(await Page.filter(deleted_at__lt=now - RESTORABLE_FOR), _forget_page)


async def _forget_page(page: Page) -> None:
    """Deletes one page with its visits and tracked links."""
    links = [link.id for link in await Link.filter(page_id=page.id)]
    await edits.detach_links(
        key_in_visits(page.account_id), [key_in_visits(page.id), *(key_in_visits(id) for id in links)]
    )
    await run_yielding_transaction(page.delete)


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
