"""The emails about planned deletions, and about requests that concern somebody's data."""

from __future__ import annotations

from datetime import datetime

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import bidi, i18n, installation, site
from app.kernel.i18n import gettext as _
from app.mail.compose import EmailContent, queue_email
from app.operators.appointment import has_operators
from app.operators.guard import PREFIX
from app.privacy.privacy_request import KINDS, PrivacyRequest

UNDO_PATH, PRIVACY_PAGE = "/undo-deletion/", "/dashboard/settings/privacy"


def undo_url(token: str) -> str:
    """The URL of the page that undoes a deletion with a token."""
    return site.url("dashboard", UNDO_PATH + token)


async def send_user_deletion_planned(user: User, when: datetime, token: str) -> None:
    """Queues the email to somebody who will be deleted with everything that is theirs alone."""
    with i18n.language_context(user.language, user.time_zone):
        day = i18n.format_datetime(when)
        opening = _("You will be deleted on %(day)s, with every workspace that is yours alone.") % {"day": day}
        await _send_planned(user, _("You will be deleted on %(day)s") % {"day": i18n.format_date(when)}, opening, token)


async def send_account_deletion_planned(user: User, account: Account, when: datetime, token: str) -> None:
    """Queues the email to a member of a workspace that will be deleted; owners get the `token`, others an empty one."""
    with i18n.language_context(user.language, user.time_zone):
        facts = {"workspace": bidi.isolate(account.name), "day": i18n.format_datetime(when)}
        opening = _("The workspace %(workspace)s will be deleted on %(day)s, with everything in it.") % facts
        subject = _("A workspace will be deleted on %(day)s") % {"day": i18n.format_date(when)}
        await _send_planned(user, subject, opening, token)


async def _send_planned(user: User, subject: str, opening: str, token: str) -> None:
    until_then = _("Until then its links lead on and its pages are shown, but nothing can be changed.")
    not_you = _("It was not you? Undo it, then change your password: somebody knows it.")
    await queue_email(
        user.email,
        EmailContent(
            subject,
            (opening, until_then),
            action=(_("Undo the deletion"), undo_url(token)) if token else None,
            after=(not_you,) if token else (_("An owner of the workspace can undo it."),),
            security=True,
            why=_("Kliqs tells you whenever something of yours is going to be deleted."),
        ),
        kind="deletion",
    )


async def send_deletion_undone(user: User) -> None:
    """Queues the notice that a deletion was undone."""
    with i18n.language_context(user.language, user.time_zone):
        await queue_email(
            user.email,
            EmailContent(
                _("The deletion is undone"),
                (_("Nothing will be deleted; everything is as it was."),),
                security=True,
                why=_("Kliqs tells you whenever something of yours is going to be deleted."),
            ),
            kind="deletion",
        )


async def send_request_received(privacy_request: PrivacyRequest) -> None:
    """Queues the receipt of a request. It repeats nothing that was typed, because the address may be a stranger's."""
    with i18n.language_context(privacy_request.language):
        opening = _("Your request has reached the operator. You get an answer by %(day)s at the latest.")
        day = i18n.format_datetime(privacy_request.due_at)
        await _send_about(privacy_request, _("Your request about your data"), (opening % {"day": day},))


async def send_answer(privacy_request: PrivacyRequest, answer: str) -> None:
    """Queues the operator's answer to a request."""
    with i18n.language_context(privacy_request.language):
        facts = {"day": i18n.format_date(privacy_request.created_at)}
        opening = _("This is the operator's answer to your request of %(day)s:") % facts
        await _send_about(privacy_request, _("The answer to your request"), (opening, *answer.splitlines()))


async def send_extension(privacy_request: PrivacyRequest) -> None:
    """Queues the notice that the answer takes longer, with the reason."""
    with i18n.language_context(privacy_request.language):
        facts = {"day": i18n.format_date(privacy_request.due_at)}
        opening = _("The answer to your request takes longer, until %(day)s. The reason:") % facts
        await _send_about(privacy_request, _("Your request takes longer"), (opening, privacy_request.extended_because))


async def _send_about(privacy_request: PrivacyRequest, subject: str, opening: tuple[str, ...]) -> None:
    """Queues an email to who made a request; nothing for a request without an address."""
    if not privacy_request.email:
        return
    why = _("You get this because somebody made a request about their data with this address at %(host)s.")
    content = EmailContent(
        subject,
        tuple(filter(None, opening)),
        facts=_facts(privacy_request),
        why=why % {"host": site.current().host("dashboard")},
    )
    await queue_email(privacy_request.email, content, kind="request")


async def remind_operator(privacy_request: PrivacyRequest, *, new: bool = False) -> None:
    """Queues the email that tells the operator of a `new` request or of one that is due soon, if there is an address.

    It says nothing of who made it: the operator reads that in the console, or with `kliqs requests show`.
    """
    operator = installation.current().config.contact_email
    if not operator:
        return
    with i18n.language_context("en"):
        subject = _("A new request about data") if new else _("A request about data is due soon")
        opening = _("Read it with kliqs requests show %(id)s and answer it by %(day)s.")
        facts = {"id": str(privacy_request.id), "day": i18n.format_datetime(privacy_request.due_at)}
        why = _("You get this as the operator of %(host)s.") % {"host": site.current().host("dashboard")}
        console = (_("Open it in the console"), site.url("dashboard", f"{PREFIX}/privacy/{privacy_request.id}"))
        action = console if await has_operators() else None
        content = EmailContent(subject, (opening % facts,), facts=_facts(privacy_request), action=action, why=why)
        await queue_email(operator, content, "request")


def _facts(privacy_request: PrivacyRequest) -> tuple[tuple[str, str], ...]:
    return (_("Request"), _(KINDS[privacy_request.kind])), (_("Number"), str(privacy_request.id))
