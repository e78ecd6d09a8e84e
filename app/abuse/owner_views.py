"""What owners see of blocks: the page of what is blocked in their workspace, and the form by which they object.

The link in the email about a block opens the form without signing in.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.abuse import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.abuse import objection_link, suspending
from app.abuse.case import Case
from app.abuse.emails import OWN_PAGE
from app.abuse.objections import object_to
from app.abuse.reasons import REASONS, reason_words
from app.abuse.suspension import Suspension
from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.accounts.suspension import LEVELS
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.kernel.throttle import Throttle
from app.web import client_info, envelope, hosts, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first
from app.web.referrer_policy import hide_urls

PAGE_SIZE = 30
OBJECTIONS = frozenset({"send_objection", "object_to_suspension"})
blueprint = Blueprint("blocked", __name__, url_prefix=OWN_PAGE)
authentication.require_sign_in(
    blueprint, BlueprintActs(acts={"objection_form": EDIT, "suspension_form": EDIT}, in_suspension=OBJECTIONS)
)
letter = Blueprint("objection", __name__)
hosts.serve_on("dashboard", "objection")
hide_urls(letter)
by_address = Throttle("objection by address", 20, 60)


@blueprint.get("/")
async def list_blocked() -> Response:
    """What is blocked of the account or that all of it is suspended, why, and what became of objections; or the part of
    that list that htmx requests.
    """
    account = authentication.current_account()
    search, cases = ListSearch.of(f"{OWN_PAGE}/", request.args), Case.blocked_of(account)
    if search.q:
        cases = cases.filter(has_words(search.q, ["name", "note"]))
    page = await page_or_first(cases, by="changed_at", cursor=search.after, size=PAGE_SIZE)
    region: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search, "reasons": REASONS}
    region["suspension"] = await Suspension.of_account(account)
    templates = "abuse/_blocked_rows.html", "abuse/_blocked_list.html"
    if (part := await htmx.render_part_of_list(search.after, *templates, **region)) is not None:
        return part
    context = region | {"levels": LEVELS, "stopped": account.links_stopped_at}
    return await htmx.render_response("abuse/blocked.html", active="blocked", **context)


@blueprint.get("/<uuid:id>")
async def objection_form(id: UUID) -> Response:
    """The form for an objection. Raises: NotFound."""
    return await _own_form(await _own_case(id), Form())


@blueprint.post("/<uuid:id>")
async def send_objection(id: UUID) -> Response:
    """Stores an objection; a refused form is shown again. Raises: NotFound."""
    case, form = await _own_case(id), await Form.submitted()
    set_audit_target(case.shown)
    try:
        await object_to(case, form["words"])
    except Refusal as refusal:
        return await _own_form(case, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("Your objection is sent. You get an answer by email."))
    return htmx.redirect_to(f"{OWN_PAGE}/")


@blueprint.get("/suspension")
async def suspension_form() -> Response:
    """The form for an objection to the suspension of the account; without one, redirects to the list."""
    suspension = await Suspension.of_account(authentication.current_account())
    if suspension is None:
        return htmx.redirect_to(f"{OWN_PAGE}/")
    return await _suspension_form(suspension, Form())


@blueprint.post("/suspension")
async def object_to_suspension() -> Response:
    """Stores an objection to the suspension of the account; a refused form is shown again. Raises: NotFound."""
    suspension, form = await Suspension.of_account(authentication.current_account()), await Form.submitted()
    if suspension is None:
        raise NotFound
    try:
        await suspending.object_to(suspension, form["words"])
    except Refusal as refusal:
        return await _suspension_form(suspension, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("Your objection is sent. You get an answer by email."))
    return htmx.redirect_to(f"{OWN_PAGE}/")


@letter.get("/objection/<token>")
async def letter_form(token: str) -> Response:
    """The form for an objection by the link in an email. Raises: NotFound."""
    case = await objection_link.find_case(token)
    return await _letter_form(case, token, Form())


@letter.post("/objection/<token>")
async def send_letter(token: str) -> Response:
    """Stores an objection by the link in an email; a refused form is shown again. Raises: NotFound."""
    case, form = await objection_link.find_case(token), await Form.submitted()
    await by_address.attempt(client_info.rate_limit_address())
    try:
        await object_to(case, form["words"])
    except Refusal as refusal:
        return await _letter_form(case, token, form.blame(refusal), envelope.page_status(refusal))
    return await _letter_form(case, token, form)


async def _own_case(id: UUID) -> Case:
    """Returns a case of the account. Raises: NotFound."""
    account = authentication.current_account()
    case = await Case.with_target().get_or_none(id=id, account_id=account.id)
    if case is None:
        raise NotFound
    return case


async def _own_form(case: Case, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "abuse/object.html", status=status, active="", case=case, form=form, reasons=REASONS
    )


async def _letter_form(case: Case, token: str, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"case": case, "token": token, "form": form, "reasons": REASONS}
    return await htmx.render_response("abuse/letter.html", status=status, **context)


async def _suspension_form(suspension: Suspension, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"suspension": suspension, "reason": reason_words(suspension.reason), "form": form}
    return await htmx.render_response("abuse/object_to_suspension.html", status=status, active="blocked", **context)
