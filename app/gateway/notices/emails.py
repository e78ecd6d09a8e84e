"""Emails with notices, to those who agreed to them: at most one an hour, with everything that is new since the last.

A notice is mailed once. The job that writes to everybody keeps how far it came in its payload, in the transactions in
which the emails are queued, so that nobody gets one twice when its process dies.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app import jobs
from app.accounts.mass_mail import write_to_each
from app.accounts.models import Membership
from app.accounts.unsubscribing import AI_NEWS, unsubscribe_path
from app.accounts.user import User
from app.gateway.notices.announcement import write_model_notices
from app.gateway.notices.feed import ShownNotice, show_notices
from app.gateway.notices.notice import AiNotice
from app.jobs import Job
from app.jobs.schedule import HOURLY
from app.kernel import clock, i18n, installation, site
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.mail.compose import EmailContent, queue_email

ANNOUNCE = "ai_notices.announce"
MAIL = "ai_notices.mail"
KIND = "ai-news"
MODELS = "/dashboard/ai/models"


@jobs.handler(ANNOUNCE, schedule=HOURLY)
async def queue_news(job: Job) -> None:
    """Writes what is new about models, and hands over everything that nobody was written to about yet."""
    if not installation.current().config.gateway:
        return
    await write_model_notices()
    async with transaction():
        waiting = await AiNotice.filter(mailed_at=None).order_by("id").select_for_update()
        ids = [notice.id for notice in await show_notices(waiting)]
        if ids:
            await AiNotice.filter(id__in=ids).update(mailed_at=clock.now())
            await jobs.enqueue(MAIL, {"notices": ids, "after": ""})


@jobs.handler(MAIL)
async def mail_notices(job: Job) -> None:
    """Writes to everybody who agreed, some people at a time."""
    notices = await AiNotice.filter(id__in=job.payload["notices"]).order_by("id")
    agreed = User.filter(ai_news_agreed_at__isnull=False, email_verified_at__isnull=False, delete_at=None)
    await write_to_each(job, agreed, partial(_mail, notices))


async def _mail(notices: list[AiNotice], user: User) -> None:
    """Queues the email to one person, in their language; not while a workspace of theirs is frozen."""
    if await Membership.filter(user_id=user.id, account__frozen_at__isnull=False).exists():
        return
    with i18n.language_context(user.language, user.time_zone):
        if shown := await show_notices(notices):
            await queue_email(user.email, _content(user, shown), KIND)


def _content(user: User, notices: Sequence[ShownNotice]) -> EmailContent:
    """Returns the email with some notices, in the current language."""
    count = len(notices)
    many = ngettext("%(num)s piece of news about AI models", "%(num)s pieces of news about AI models", count)
    paragraphs = [notices[0].text] if count == 1 else [f"{notice.title}. {notice.text}" for notice in notices]
    return EmailContent(
        notices[0].title if count == 1 else many % {"num": count},
        tuple(paragraphs),
        action=(_("See all models"), site.url("dashboard", MODELS)),
        choice=True,
        off_path=unsubscribe_path(user.id, AI_NEWS),
        why=_("You agreed to emails about AI models on Kliqs."),
    )
