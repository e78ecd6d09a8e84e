"""The operator's pages of requests about somebody's data: the list by due date, one request, and a new one."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.console import privacy_request_search
from app.console.privacy_forms import read_request
from app.console.privacy_request_search import PrivacySearch, waiting_requests
from app.console.privacy_request_sources import ASKED, CLOSED, HOME, OVERDUE, SELF
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.kernel.row_counts import count_rows
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.operators.operator_log import acts_about
from app.privacy import privacy_request as bounds
from app.privacy import request_handling
from app.privacy.privacy_request import CHANNELS, KIND_NAMES, OUTCOMES, PrivacyRequest, PrivacyStep
from app.privacy.request_recording import record_request
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.pagination import MAX_CURSOR_LENGTH, page_or_first

PAGE_SIZE = 30  # of the steps
LOOK, LOOK_AT_LIST = "privacy_request", "privacy_requests"
blueprint = Blueprint("operator_privacy", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("privacy", N_("Privacy requests"), "shield-check", HOME, order=90, waiting=waiting_requests))
add_look_sentences(
    {
        LOOK: N_("looked at the privacy request %(thing)s."),
        LOOK_AT_LIST: N_("looked through the list of privacy requests."),
    }
)


@blueprint.get("")
async def list_requests() -> Response:
    """The list of requests, or the part of it that htmx requests for a search or for its next rows."""
    search = PrivacySearch.of(request.args)
    await record_look(LOOK_AT_LIST, "")
    region = await privacy_request_search.list_context(search)
    templates = "console/_privacy_rows.html", "console/_privacy.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    choices: dict[str, Any] = {
        "shown": [("", _("Still open")), (OVERDUE, _("Overdue")), (CLOSED, _("Done and closed"))],
        "kinds": [("", _("All kinds")), *((key, _(words)) for key, words in KIND_NAMES.items())],
        "ways": [("", _("All ways")), (ASKED, _("To the operator")), (SELF, _("By themselves"))],
        "counts": await count_rows(waiting_requests(), PrivacyRequest.overdue_now()),
    }
    return await htmx.render_response("console/privacy.html", active="privacy", **choices, **region)


@blueprint.get("/new")
async def new_form() -> Response:
    """The form that records a request which came by email, by letter or otherwise."""
    concerns = request.args.get("concerns", "")[: bounds.LONGEST_CONCERN]
    return await _new_form(Form({"concerns": concerns, "channel": "email", "language": i18n.current_language()}))


@blueprint.post("")
async def record() -> Response:
    """Records a request; a refused form is shown again."""
    form = await Form.submitted()
    try:
        privacy_request = await record_request(read_request(form))
    except Refusal as refusal:
        return await _new_form(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("It is recorded, and its receipt is on its way.") if privacy_request.email else _("It is recorded."))
    return _to(privacy_request)


@blueprint.get("/<uuid:id>")
async def show_request(id: UUID) -> Response:
    """The page of a request. Raises: NotFound."""
    privacy_request = await _find(id)
    await record_look(LOOK, str(privacy_request.id))
    return await _page(privacy_request, Form())


@blueprint.post("/<uuid:id>/answer")
async def answer(id: UUID) -> Response:
    """Sends an answer; a refused form is shown again. Raises: NotFound."""
    privacy_request, form = await _find(id), await Form.submitted()
    told = _("The answer is on its way.") if privacy_request.email else _("The answer is kept. Send it yourself.")
    return await _do(privacy_request, form, request_handling.answer_request(privacy_request, form["answer"]), told)


@blueprint.post("/<uuid:id>/steps")
async def note_step(id: UUID) -> Response:
    """Adds a note of the operator; a refused form is shown again. Raises: NotFound."""
    privacy_request, form = await _find(id), await Form.submitted()
    return await _do(
        privacy_request, form, request_handling.note_step(privacy_request, form["step"]), _("It is noted.")
    )


@blueprint.get("/<uuid:id>/extend")
async def extend_form(id: UUID) -> Response:
    """Asks why it takes longer; for a request that cannot be extended, redirects to its page. Raises: NotFound."""
    privacy_request = await _find(id)
    await record_look(LOOK, str(privacy_request.id))
    return (
        _to(privacy_request)
        if privacy_request.extended_because or privacy_request.closed_at
        else await _extend_form(privacy_request, Form())
    )


@blueprint.post("/<uuid:id>/extend")
async def extend(id: UUID) -> Response:
    """Gives the operator two months more; a refused form is shown again. Raises: NotFound."""
    privacy_request, form = await _find(id), await Form.submitted()
    try:
        await request_handling.extend_request(privacy_request, form["reason"])
    except Refusal as refusal:
        return await _extend_form(privacy_request, form.blame(refusal), envelope.page_status(refusal))
    await flash(
        _("It is due later now, and who asked is told why.") if privacy_request.email else _("It is due later now.")
    )
    return _to(privacy_request)


@blueprint.post("/<uuid:id>/close")
async def close(id: UUID) -> Response:
    """Closes a request, with a way back; a refused form is shown again. Raises: NotFound."""
    privacy_request, form = await _find(id), await Form.submitted()
    try:
        await request_handling.close_request(privacy_request, form["outcome"], form["note"])
    except Refusal as refusal:
        return await _page(await _find(id), form.blame(refusal), envelope.page_status(refusal))
    notice: Any = {"text": _("The request is closed."), "undo": f"{HOME}/{privacy_request.id}/reopen"}
    await flash(notice)
    return _to(privacy_request)


@blueprint.post("/<uuid:id>/reopen")
async def reopen(id: UUID) -> Response:
    """Opens a closed request again. Raises: NotFound."""
    privacy_request = await _find(id)
    await request_handling.reopen_request(privacy_request)
    await flash(_("The request is open again."))
    return _to(privacy_request)


async def _do(privacy_request: PrivacyRequest, form: Form, act: Awaitable[None], told: str) -> Response:
    """Does an act about a request; a refused form is shown again, with the request as it is now."""
    try:
        await act
    except Refusal as refusal:
        return await _page(await _find(privacy_request.id), form.blame(refusal), envelope.page_status(refusal))
    await flash(told)
    return _to(privacy_request)


async def _find(id: UUID) -> PrivacyRequest:
    """Returns a request. Raises: NotFound."""
    if privacy_request := await PrivacyRequest.get_or_none(id=id):
        return privacy_request
    raise NotFound


def _to(privacy_request: PrivacyRequest) -> Response:
    return htmx.redirect_to(f"{HOME}/{privacy_request.id}")


async def _page(privacy_request: PrivacyRequest, form: Form, status: int = 200) -> Response:
    steps, cursor = (
        PrivacyStep.filter(request_id=privacy_request.id),
        request.args.get("cursor", "")[:MAX_CURSOR_LENGTH],
    )
    page = await page_or_first(steps, by="created_at", cursor=cursor, size=PAGE_SIZE)
    rows: dict[str, Any] = {"privacy_request": privacy_request, "steps": page.rows, "next": page.next}
    if cursor and htmx.wants_fragment():
        return await htmx.render_response("console/_privacy_step_rows.html", **rows)
    context: dict[str, Any] = rows | {"form": form, "bounds": bounds, "channels": CHANNELS}
    context |= {
        "kinds": KIND_NAMES,
        "outcomes": OUTCOMES,
        "page": {"acts": await acts_about([str(privacy_request.id)])},
    }
    return await htmx.render_response("console/privacy_request.html", status=status, active="privacy", **context)


async def _extend_form(privacy_request: PrivacyRequest, form: Form, status: int = 200) -> Response:
    until = privacy_request.created_at + bounds.ANSWERED_WITHIN + bounds.EXTENSION
    context: dict[str, Any] = {
        "privacy_request": privacy_request,
        "form": form,
        "until": until,
        "most": bounds.MAX_REASON,
    }
    return await htmx.render_response("console/extend_request.html", status=status, active="privacy", **context)


async def _new_form(form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {
        "form": form,
        "kinds": [(key, _(words)) for key, words in KIND_NAMES.items()],
        "channels": [(key, _(words)) for key, words in CHANNELS.items() if key != "form"],
        "bounds": bounds,
    }
    return await htmx.render_response("console/new_privacy_request.html", status=status, active="privacy", **context)
