"""The operator's pages about abuse: the list of cases with the open one beside it, and what is decided there."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.abuse import case_list, decisions, picture
from app.abuse.case import Case
from app.abuse.case_list import HOME, TAB_OF_STATE, TABS, CaseSearch
from app.abuse.case_lookup import case_of_name
from app.abuse.case_page import CasePage, load_page
from app.abuse.decisions import Block
from app.abuse.reasons import SHORT
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.web import envelope, htmx
from app.web.forms import Form

LOOK, LOOK_AT_LIST = "abuse_case", "abuse_cases"
blueprint = Blueprint("abuse_cases", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(
    Entry("abuse", N_("Reports"), "gavel", HOME, order=20, waiting=case_list.waiting_cases, on_phone=True)
)
add_look_sentences(
    {LOOK: N_("looked at the case of reports %(thing)s."), LOOK_AT_LIST: N_("looked through the list of reports.")}
)


@blueprint.get("")
async def list_cases() -> Response:
    """The list of cases, or the part of it that htmx requests for a search or for its next rows."""
    search = CaseSearch.of(request.args)
    await record_look(LOOK_AT_LIST, "")
    region = await case_list.list_context(search)
    templates = "abuse/_rows.html", "abuse/_list.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **_words(None), **region)) is not None:
        return part
    return await _render(region, None)


@blueprint.get("/new")
async def open_form() -> Response:
    """Asks which link or bio page is to be looked at."""
    return await htmx.render_response("abuse/open_case.html", active="abuse", form=Form())


@blueprint.post("/new")
async def open_case() -> Response:
    """Opens the case of a link or bio page; a refused form is shown again."""
    form = await Form.submitted()
    try:
        case = await case_of_name(form["name"])
    except Refusal as refusal:
        context: dict[str, Any] = {"active": "abuse", "form": form.blame(refusal)}
        return await htmx.render_response("abuse/open_case.html", status=envelope.page_status(refusal), **context)
    return htmx.redirect_to(CaseSearch(TAB_OF_STATE[case.state]).url(case.id))


@blueprint.get("/<uuid:id>")
async def case_page(id: UUID) -> Response:
    """The list with a case open beside it. Raises: NotFound."""
    case = await Case.find(str(id))
    await record_look(LOOK, str(case.id))
    return await _with_case(case, Form())


@blueprint.get("/<uuid:id>/picture")
async def case_picture(id: UUID) -> Response:
    """The picture of the reported bio page, for the frame on the page of its case. Raises: NotFound."""
    case = await Case.find(str(id))
    await record_look(LOOK, str(case.id))
    headers = {"Content-Security-Policy": picture.POLICY, "Referrer-Policy": "no-referrer"}
    return Response(await picture.draw_picture(case), 200, headers, content_type="text/html; charset=utf-8")


@blueprint.post("/<uuid:id>/block")
async def block_target(id: UUID) -> Response:
    """Blocks the target of a case; a refused form is shown again. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    choices = {name: form.has(name) for name in ("host", "stop", "tell")}
    block = Block(form["reason"], form["note"], **choices)
    told = _("%(name)s is blocked, its owner is told.") if block.tell else _("%(name)s is blocked.")
    return await _decide(case, form, decisions.block(case, block, seen=form.version or 0), told)


@blueprint.post("/<uuid:id>/allow")
async def allow_target(id: UUID) -> Response:
    """Closes the reports of a case. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    return await _decide(case, form, decisions.allow(case, seen=form.version or 0), _("%(name)s is allowed."))


@blueprint.post("/<uuid:id>/later")
async def put_case_off(id: UUID) -> Response:
    """Puts a case at the end of the list. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    told = _("%(name)s is at the end of the list now.")
    return await _decide(case, form, decisions.put_off(case, seen=form.version or 0), told)


@blueprint.post("/<uuid:id>/restore")
async def restore_target(id: UUID) -> Response:
    """Frees what a case blocked. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    act = decisions.restore(case, form["answer"], seen=form.version or 0)
    return await _decide(case, form, act, _("%(name)s works again, its owner is told."))


@blueprint.post("/<uuid:id>/uphold")
async def uphold_block(id: UUID) -> Response:
    """Leaves blocked what somebody objected about. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    act = decisions.uphold(case, form["answer"], seen=form.version or 0)
    return await _decide(case, form, act, _("%(name)s stays blocked, its owner is told."))


@blueprint.post("/<uuid:id>/undo")
async def undo_decision(id: UUID) -> Response:
    """Takes the last decision about a case back. Raises: NotFound."""
    case, form = await Case.find(str(id)), await Form.submitted()
    try:
        await decisions.undo(case, seen=form.version or 0)
    except Refusal as refusal:
        return await _refuse(case, form, refusal)
    await flash(_("The decision about %(name)s is taken back.") % {"name": isolate(case.shown)})
    return htmx.redirect_to(CaseSearch(TAB_OF_STATE[case.state]).url(case.id))


async def _decide(case: Case, form: Form, act: Awaitable[None], told: str) -> Response:
    """Does a decision and goes on with the next case of the list, with a way back; a refused form is shown again."""
    tab = TAB_OF_STATE[case.state]
    try:
        await act
    except Refusal as refusal:
        return await _refuse(case, form, refusal)
    notice: Any = {
        "text": told % {"name": isolate(case.shown)},
        "undo": f"{HOME}/{case.id}/undo",
        "fields": [("version", str(case.version))],
    }
    await flash(notice)
    search = CaseSearch(tab if tab in {"open", "objections"} else TAB_OF_STATE[case.state])
    following = await case_list.next_after(case, search)
    return htmx.redirect_to(search.url(following.id if following else None))


async def _refuse(case: Case, form: Form, refusal: Refusal) -> Response:
    """Shows a case as it is now, with what was typed and what was refused."""
    current = await Case.find(str(case.id))
    return await _with_case(current, form.blame(refusal), envelope.page_status(refusal))


async def _with_case(case: Case, form: Form, status: int = 200) -> Response:
    """The page of a case; only the case, if htmx asks for it."""
    page = await load_page(case)
    if htmx.wants_fragment():
        return await htmx.render_response("abuse/_case.html", status=status, **_words(page), form=form)
    search = CaseSearch.of({"tab": TAB_OF_STATE[case.state]} | dict(request.args.items()))
    return await _render(await case_list.list_context(search), page, form, status)


async def _render(
    region: dict[str, Any], page: CasePage | None, form: Form | None = None, status: int = 200
) -> Response:
    tabs = [(tab, label) for tab, (label, _states) in TABS.items()]
    counts = await case_list.tab_counts()
    context = {"active": "abuse", "tabs": tabs, "counts": counts, "form": form or Form(), **_words(page), **region}
    return await htmx.render_response("abuse/index.html", status=status, **context)


def _words(page: CasePage | None) -> dict[str, Any]:
    """The open case, and the names of kinds for the rows of the list."""
    return {"page": page, "kinds": SHORT}
