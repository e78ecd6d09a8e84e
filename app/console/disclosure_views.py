"""The operator's log of what was disclosed to authorities by law: the list, a row with its notes, and a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.console import disclosure_search
from app.console.disclosure_search import HOME, STATES, DisclosureSearch
from app.console.privacy_forms import read_disclosure
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.operators.operator_log import acts_about
from app.privacy import disclosing
from app.privacy import disclosure as bounds
from app.privacy.disclosing import NOTIFICATIONS
from app.privacy.disclosure import Disclosure, DisclosureNote
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.pagination import MAX_CURSOR_LENGTH, page_or_first

PAGE_SIZE = 30  # of the notes
LOOK, LOOK_AT_LIST = "disclosure", "disclosures"
blueprint = Blueprint("operator_disclosures", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("disclosures", N_("Disclosures"), "file-text", HOME, order=95))
add_look_sentences(
    {LOOK: N_("looked at the disclosure %(thing)s."), LOOK_AT_LIST: N_("looked through the log of disclosures.")}
)


@blueprint.get("")
async def list_disclosures() -> Response:
    """The log, or the part of it that htmx requests for a search or for its next rows."""
    search = DisclosureSearch.of(request.args)
    await record_look(LOOK_AT_LIST, "")
    region = await disclosure_search.list_context(search)
    templates = "console/_disclosure_rows.html", "console/_disclosures.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    choices = [("", _("All")), *((state, _(words[0])) for state, words in STATES.items())]
    return await htmx.render_response("console/disclosures.html", active="disclosures", choices=choices, **region)


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the rows of the search in the query string as a CSV file."""
    search = DisclosureSearch.of(request.args)
    await record_look(LOOK_AT_LIST, "")
    response = Response(disclosure_search.csv_chunks(search), content_type="text/csv; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-disclosures-{clock.now():%Y-%m-%d}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/new")
async def new_form() -> Response:
    """The form of a new row, for the account in the query string."""
    return await _new_form(Form({"account": request.args.get("account", "")[:100]}))


@blueprint.post("")
async def record() -> Response:
    """Adds a row to the log; a refused form is shown again."""
    form = await Form.submitted()
    try:
        row = await disclosing.record_disclosure(await read_disclosure(form))
    except Refusal as refusal:
        return await _new_form(form.blame(refusal), envelope.page_status(refusal))
    notified = row.told_at and row.account_id
    await flash(_("It is recorded, and the owners are told.") if notified else _("It is recorded."))
    return _to(row)


@blueprint.get("/<uuid:id>")
async def show_disclosure(id: UUID) -> Response:
    """A row with its notes. Raises: NotFound."""
    row = await _find(id)
    await record_look(LOOK, str(row.id))
    return await _page(row, Form())


@blueprint.post("/<uuid:id>/notes")
async def add_note(id: UUID) -> Response:
    """Adds a note to a row; a refused form is shown again. Raises: NotFound."""
    row, form = await _find(id), await Form.submitted()
    try:
        await disclosing.note_disclosure(row, form["note"])
    except Refusal as refusal:
        return await _page(row, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("It is noted."))
    return _to(row)


@blueprint.get("/<uuid:id>/tell")
async def notify_form(id: UUID) -> Response:
    """The form that notifies the person; where that is done, redirects to the row. Raises: NotFound."""
    row = await _find(id)
    await record_look(LOOK, str(row.id))
    if row.told_at:
        return _to(row)
    return await htmx.render_response("console/tell_disclosure.html", active="disclosures", row=row)


@blueprint.post("/<uuid:id>/tell")
async def notify_owners(id: UUID) -> Response:
    """Notifies the owners of the account. Raises: NotFound."""
    row = await _find(id)
    try:
        await disclosing.notify_owners(row)
    except disclosing.AlreadyNotified as refusal:
        notice: Any = {"text": envelope.refusal_message(refusal), "kind": "warm"}
        await flash(notice)
    else:
        await flash(_("The owners are told.") if row.account_id else _("It is noted that they know."))
    return _to(row)


async def _find(id: UUID) -> Disclosure:
    """Returns a row with its account. Raises: NotFound."""
    if row := await Disclosure.get_or_none(id=id).select_related("account"):
        return row
    raise NotFound


def _to(row: Disclosure) -> Response:
    return htmx.redirect_to(f"{HOME}/{row.id}")


async def _page(row: Disclosure, form: Form, status: int = 200) -> Response:
    notes, cursor = DisclosureNote.filter(disclosure_id=row.id), request.args.get("cursor", "")[:MAX_CURSOR_LENGTH]
    page = await page_or_first(notes, by="created_at", cursor=cursor, size=PAGE_SIZE)
    rows: dict[str, Any] = {"row": row, "notes": page.rows, "next": page.next}
    if cursor and htmx.wants_fragment():
        return await htmx.render_response("console/_disclosure_note_rows.html", **rows)
    context: dict[str, Any] = rows | {"form": form, "states": STATES, "bounds": bounds}
    context["page"] = {"acts": await acts_about([str(row.id)])}
    return await htmx.render_response("console/disclosure.html", status=status, active="disclosures", **context)


async def _new_form(form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"form": form, "bounds": bounds}
    context["telling"] = [("", _("Choose")), *((key, _(words)) for key, words in NOTIFICATIONS.items())]
    return await htmx.render_response("console/new_disclosure.html", status=status, active="disclosures", **context)
