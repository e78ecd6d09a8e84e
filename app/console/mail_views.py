"""The operator's page of mail: what waits and what could not be delivered, with the mail server's answer.

What an email says is never shown. Addresses are masked until an operator opens one, which is recorded as a look.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.jobs import Job
from app.kernel import clock, i18n, installation
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound
from app.kernel.row_counts import count_rows
from app.kernel.uuid_parser import parse_uuid
from app.mail.delivery import KIND
from app.mail.models import OutgoingEmail
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.ops import job_acts
from app.web import envelope, htmx
from app.web.list_search import ListSearch
from app.web.pagination import page_or_first

HOME, PAGE_SIZE, LOOK, LOOK_FOR_ADDRESS = f"{PREFIX}/mail", 50, "email", "email_search"
blueprint = Blueprint("operator_mail", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
add_look_sentences(
    {
        LOOK: N_("looked at whom the email %(thing)s is for."),
        LOOK_FOR_ADDRESS: N_("searched the emails for an address."),
    }
)
STATES = {
    "waiting": (N_("Waiting"), "", "clock"),
    "given_up": (N_("Not delivered"), "bad", "alert-triangle"),
    "sent": (N_("Sent"), "good", "check"),
}


def undelivered_emails() -> QuerySet[OutgoingEmail]:
    """Returns the emails of the last week that were given up."""
    return OutgoingEmail.filter(given_up_at__isnull=False)


navigation.add_entry(Entry("mail", N_("Mail"), "mail", HOME, order=60, waiting=undelivered_emails))


@blueprint.get("")
async def list_emails() -> Response:
    """The page of emails of the last week, or the part of it that htmx requests; by default those not sent."""
    search = ListSearch.of(HOME, request.args, STATES)
    if "@" in search.q:
        await record_look(LOOK_FOR_ADDRESS, "")
    page = await page_or_first(_emails(search), by="created_at", cursor=search.after, size=PAGE_SIZE)
    jobs = await _jobs_of(page.rows)
    rows = [(email, mask_address(email.recipient), jobs.get(str(email.id))) for email in page.rows]
    context: dict[str, Any] = {"rows": rows, "next": page.next, "search": search, "states": STATES}
    if htmx.wants_fragment():
        return await htmx.render_response(f"console/{'_mail_rows' if search.after else '_mail'}.html", **context)
    context["choices"] = [("", _("Not sent")), *((state, _(words[0])) for state, words in STATES.items())]
    return await htmx.render_response("console/mail.html", active="mail", **await _numbers(), **context)


def _emails(search: ListSearch) -> QuerySet[OutgoingEmail]:
    """Returns the emails that a search finds: by kind, by id, or by an address typed in full.

    A part of an address finds nothing, so that nobody can read a masked one letter by letter.
    """
    emails = {
        "waiting": OutgoingEmail.waiting(),
        "given_up": undelivered_emails(),
        "sent": OutgoingEmail.filter(sent_at__isnull=False),
    }.get(search.state, OutgoingEmail.all() if search.q else OutgoingEmail.filter(sent_at=None))
    if not search.q:
        return emails
    id = parse_uuid(search.q)
    return emails.filter(id=id) if id else emails.filter(Q(recipient__iexact=search.q) | Q(kind__icontains=search.q))


@blueprint.get("/<uuid:id>")
async def email_page(id: UUID) -> Response:
    """Whom an email is for, and what the mail server answered. Raises: NotFound."""
    email = await OutgoingEmail.get_or_none(id=id)
    if email is None:
        raise NotFound
    await record_look(LOOK, str(id))
    job = (await _jobs_of([email])).get(str(id))
    return await htmx.render_response("console/email.html", active="mail", email=email, job=job, states=STATES)


@blueprint.get("/<uuid:id>/cancel")
async def cancel_form(id: UUID) -> Response:
    """Asks whether an email is not to be sent; for one that does not wait, redirects to the list."""
    email = await OutgoingEmail.waiting().get_or_none(id=id)
    if email is None:
        return htmx.redirect_to(HOME)
    masked = mask_address(email.recipient)
    return await htmx.render_response("console/cancel_email.html", active="mail", email=email, masked=masked)


@blueprint.post("/<uuid:id>/actions/<any(run, cancel):verb>")
async def act(id: UUID, verb: str) -> Response:
    """Sends an email that waits for its next try now, or cancels it. Raises: NotFound."""
    email = await OutgoingEmail.get_or_none(id=id)
    job = (await _jobs_of([email])).get(str(id)) if email else None
    if email is None or job is None:
        raise NotFound
    try:
        await (job_acts.run_job_now(job.id) if verb == "run" else job_acts.cancel_job(job.id, email.give_up))
    except job_acts.NotInThatState as refusal:
        notice: Any = {"text": envelope.refusal_message(refusal), "kind": "warm"}
        await flash(notice)
    else:
        await flash(_("It is tried now.") if verb == "run" else _("It will not be sent."))
    return htmx.redirect_to(HOME)


def mask_address(address: str) -> str:
    """Returns an address of which only the first letter and the domain can be read: `s…@example.com`."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"


async def _jobs_of(emails: list[OutgoingEmail]) -> dict[str, Job]:
    """Returns the jobs that send these emails, by the email's id."""
    unsent = {str(email.id) for email in emails if not email.sent_at}
    if not unsent:
        return {}
    jobs = await Job.filter(kind=KIND, created_at__gte=min(email.created_at for email in emails)).order_by("created_at")
    return {job.payload["letter"]: job for job in jobs if job.payload.get("letter") in unsent}


async def _numbers() -> dict[str, Any]:
    """Returns how many emails wait, were sent today and were given up, and whether there is a mail server."""
    today = i18n.start_of_day(i18n.local_day(clock.now()))
    sets = {
        "waiting": OutgoingEmail.waiting(),
        "sent_today": OutgoingEmail.filter(sent_at__gte=today),
        "given_up": undelivered_emails(),
    }
    numbers = dict(zip(sets, await count_rows(*sets.values()), strict=True))
    return {**numbers, "has_server": installation.current().mail_backend is not None}
