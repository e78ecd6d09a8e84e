"""What operators do about announcements, and how they reach people: the banners and the emails to who agreed to news.

Each process keeps the announcements that last, and reads them again when another process changed one (ChangeNews).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from app import jobs
from app.accounts.mass_mail import write_to_each
from app.accounts.user import User
from app.jobs import Job
from app.kernel import clock, i18n, installation
from app.kernel.background import kept_current
from app.kernel.change_news import ANNOUNCEMENTS, ChangeNews
from app.kernel.db import query_rows, transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, InvalidRequest, NotFound
from app.kernel.text import clean_line, clean_multiline
from app.mail.compose import EmailContent, queue_email
from app.operators.announcement import KINDS, LONGEST_TEXT, LONGEST_TITLE, Announcement, AnnouncementDismissal
from app.operators.operator_log import add_sentences, record_act

MAIL, EMAIL_KIND = "announcements.mail", "announcement"
SECONDS_BETWEEN_READS = 10.0
MOST_BANNERS = 3
DISMISS = """INSERT INTO announcement_dismissals (announcement_id, user_id, created_at)
    VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"""
TEXTS = {"title_id": LONGEST_TITLE, "title_en": LONGEST_TITLE, "text_id": LONGEST_TEXT, "text_en": LONGEST_TEXT}
add_sentences(
    {
        "announced": N_("announced to everybody: %(detail)s."),
        "announcement_withdrawn": N_("took back the announcement: %(detail)s."),
        "announcement_restored": N_("showed an announcement again: %(detail)s."),
    }
)


class IncompleteAnnouncement(InvalidRequest):
    """A title or a text is missing in one of the two languages."""

    says = N_("Write it in both languages: everybody reads their own.")


class UnknownAnnouncementKind(InvalidRequest):
    """The kind is none of KINDS."""

    field, says = "kind", N_("Choose what it is about.")


class EndsBeforeItBegins(InvalidRequest):
    """The announcement would end before it begins, or is over already."""

    field, says = "until", N_("It has to end later than it begins, and not in the past.")


class LastingAnnouncements(list[Announcement]):
    """The announcements that this installation read last."""


async def announce(
    kind: str, texts: Mapping[str, str], *, begin: datetime | None, end: datetime | None, by_mail: bool
) -> Announcement:
    """Shows a banner to everybody from `begin` (by default now), and writes to who agreed to news if `by_mail`.

    `texts` are those of TEXTS. Raises: IncompleteAnnouncement, TooLong, UnknownAnnouncementKind, EndsBeforeItBegins,
    all faults at once.
    """
    values, now = check_announcement(kind, texts, begin, end), clock.now()
    async with transaction():
        row = await Announcement.create(
            id=uuid4(), kind=kind, from_at=begin or now, until_at=end, by_mail=by_mail, created_at=now, **values
        )
        if by_mail:
            await jobs.enqueue(MAIL, {"announcement": str(row.id), "after": ""}, at=begin or now)
        await record_act("announced", str(row.id), row.title_en)
    await read_announcements()
    return row


def check_announcement(
    kind: str, texts: Mapping[str, str], begin: datetime | None, end: datetime | None
) -> dict[str, Any]:
    """Returns the cleaned texts. Raises: those of `announce`, all at once."""
    faults, values, now = Faults.gather(), dict[str, Any](), clock.now()
    for name, most in TEXTS.items():
        with faults.catching():
            clean = (clean_line if name.startswith("title") else clean_multiline)(texts[name], most, name)
            if not clean:
                raise IncompleteAnnouncement(field=name)
            values[name] = clean
    with faults.catching():
        if kind not in KINDS:
            raise UnknownAnnouncementKind
    with faults.catching():
        if end is not None and end <= max(begin or now, now):
            raise EndsBeforeItBegins
    faults.raise_if_any()
    return values


async def withdraw(id: UUID) -> None:
    """Takes a banner back; emails that are not written yet are not. Raises: NotFound, also for one that was."""
    await _change(Announcement.filter(id=id, withdrawn_at=None), "announcement_withdrawn", clock.now())


async def restore(id: UUID) -> None:
    """Shows a banner again that was taken back. Raises: NotFound, also for one that was not."""
    await _change(Announcement.filter(id=id, withdrawn_at__not_isnull=True), "announcement_restored", None)


async def _change(rows: Any, act: str, withdrawn_at: datetime | None) -> None:
    async with transaction():
        row = await rows.first()
        if row is None or not await rows.update(withdrawn_at=withdrawn_at):
            raise NotFound
        await record_act(act, str(row.id), row.title_en)
    await read_announcements()


async def announcements_for(user: User | None) -> list[Announcement]:
    """Returns the banners to show to somebody now, the newest first; asks the database only if there are any."""
    shown = [row for row in installation.current().resource(LastingAnnouncements) if row.shown]
    if user is None or not shown:
        return []
    ids = [row.id for row in shown]
    closed = await AnnouncementDismissal.filter(user_id=user.id, announcement_id__in=ids).values_list(
        "announcement_id", flat=True
    )
    return [row for row in shown if row.id not in set(closed)][:MOST_BANNERS]


async def dismiss(user: User, id: UUID) -> None:
    """Closes a banner for somebody, for good. Raises: NotFound."""
    if not await Announcement.exists(id=id):
        raise NotFound
    await query_rows(DISMISS, [str(id), str(user.id), clock.now()])


async def read_announcements() -> None:
    """Reads the announcements that last into this process."""
    rows = await Announcement.not_over().order_by("-created_at", "-id").limit(50)
    installation.current().set_resource(LastingAnnouncements(rows))


def announcements_kept_current() -> AbstractAsyncContextManager[None]:
    """Context manager that reads the announcements, and again at news and every few seconds while its block runs.

    During an outage the last ones are kept; they end by their time.
    """
    news = installation.current().resource(ChangeNews).events[ANNOUNCEMENTS]
    return kept_current(read_announcements, SECONDS_BETWEEN_READS, "announcements_not_read", sooner=news)


@jobs.handler(MAIL)
async def mail_announcement(job: Job) -> None:
    """Writes to everybody who agreed to news, unless the announcement was taken back or is over."""
    row = await Announcement.not_over().get_or_none(id=job.payload["announcement"])
    if row is None:
        return
    readers = User.filter(news_agreed_at__isnull=False, email_verified_at__isnull=False, delete_at=None)
    await write_to_each(job, readers, partial(_mail, row))
    await Announcement.filter(id=row.id, mailed_at=None).update(mailed_at=clock.now())


async def _mail(row: Announcement, user: User) -> None:
    """Queues the email to one person, in their language."""
    with i18n.language_context(user.language, user.time_zone):
        why = _("You agreed to emails with news of Kliqs.")
        await queue_email(user.email, EmailContent(row.title, (row.text,), why=why, choice=True), EMAIL_KIND)
