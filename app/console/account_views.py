"""The operator's pages of accounts: the list, an account, its plan and limits, its suspension, and its API keys."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.abuse import suspending
from app.abuse.reasons import REASONS
from app.abuse.suspension import Suspension
from app.accounts.models import Account
from app.accounts.suspension import EFFECTS, LEVELS
from app.console import account_search
from app.console.account_forms import LimitsForm, filled_limits, read_suspension
from app.console.account_page import load_account
from app.console.account_search import HOME, ORDERS, STATES, AccountSearch
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.keys.models import ApiKey
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.ops import account_acts
from app.plans.plan_limits import PLANS
from app.web import envelope, htmx
from app.web.forms import Form

LOOK, LOOK_AT_LIST = "account", "accounts"
blueprint = Blueprint("operator_accounts", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(
    Entry("accounts", N_("Accounts"), "users", HOME, order=30, waiting=Suspension.unanswered, on_phone=True)
)
add_look_sentences(
    {LOOK: N_("looked at the account %(thing)s."), LOOK_AT_LIST: N_("looked through the list of accounts.")}
)


@blueprint.get("")
async def list_accounts() -> Response:
    """The list of accounts, or the part of it that htmx requests for a search or for its next rows."""
    search = AccountSearch.of(request.args)
    await record_look(LOOK_AT_LIST, "")
    region = await account_search.list_context(search)
    templates = "console/_account_rows.html", "console/_accounts.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    choices: dict[str, Any] = {
        "states": [(key, _(label)) for key, (label, _condition) in STATES.items()],
        "plans": [(plan.name, plan.label) for plan in PLANS.values()],
        "orders": [(key, _(label)) for key, (_column, label) in ORDERS.items()],
    }
    counts = await account_search.count_accounts()
    return await htmx.render_response("console/accounts.html", active="accounts", counts=counts, **choices, **region)


@blueprint.get("/<uuid:id>")
async def account_page(id: UUID) -> Response:
    """The page of an account. Raises: NotFound."""
    account = await account_to_show(id)
    return await _page(account, filled_limits(account))


@blueprint.post("/<uuid:id>/limits")
async def set_limits(id: UUID) -> Response:
    """Sets the plan and limits of an account; a refused form is shown again. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    try:
        new = LimitsForm.read(form)
        await account_acts.set_limits(account, new.plan, new.links, new.requests, new.why)
    except Refusal as refusal:
        return await _page(account, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The plan and the limits are saved."))
    return _to(account)


@blueprint.get("/<uuid:id>/suspend")
async def suspend_form(id: UUID) -> Response:
    """The form that suspends an account; for one that is suspended, redirects to its page. Raises: NotFound."""
    account = await account_to_show(id)
    return _to(account) if account.suspended_at else await _suspend_form(account, Form())


@blueprint.post("/<uuid:id>/suspend")
async def suspend(id: UUID) -> Response:
    """Suspends an account, with a way back; a refused form is shown again. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    try:
        suspension = await suspending.suspend(account, read_suspension(form))
    except Refusal as refusal:
        return await _suspend_form(account, form.blame(refusal), envelope.page_status(refusal))
    return await _done(account, suspension, _("The account is suspended, its owners are told."), "lift")


@blueprint.post("/<uuid:id>/lift")
async def lift(id: UUID) -> Response:
    """Lifts the suspension of an account, with a way back. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    suspension = await _latest(account)
    act = suspending.lift(suspension, form["answer"], seen=form.version or 0)
    return await _decide(account, suspension, form, act, _("The account works again, its owners are told."), "restore")


@blueprint.post("/<uuid:id>/uphold")
async def uphold(id: UUID) -> Response:
    """Leaves an account suspended whose owner objected. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    suspension = await _latest(account)
    act = suspending.uphold(suspension, form["answer"], seen=form.version or 0)
    return await _decide(account, suspension, form, act, _("The account stays suspended, its owners are told."))


@blueprint.post("/<uuid:id>/restore")
async def restore(id: UUID) -> Response:
    """Takes back that a suspension was lifted. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    suspension = await _latest(account)
    act = suspending.restore(suspension, seen=form.version or 0)
    return await _decide(account, suspension, form, act, _("The account is suspended again, its owners are told."))


@blueprint.get("/<uuid:id>/keys/<uuid:key_id>/revoke")
async def revoke_form(id: UUID, key_id: UUID) -> Response:
    """Asks for the reason to revoke a key; for a revoked one, redirects to the account. Raises: NotFound."""
    account, key = await account_to_show(id), await _find_key(id, key_id)
    return _to(account) if key.revoked_at else await _revoke_form(account, key, Form())


@blueprint.post("/<uuid:id>/keys/<uuid:key_id>/revoke")
async def revoke_key(id: UUID, key_id: UUID) -> Response:
    """Revokes a key; a refused form is shown again. Raises: NotFound."""
    account, key, form = await _find(id), await _find_key(id, key_id), await Form.submitted()
    try:
        await account_acts.revoke_key(key, account_acts.read_why(form["why"]))
    except Refusal as refusal:
        return await _revoke_form(account, key, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The key is revoked."))
    return _to(account)


async def _decide(
    account: Account, suspension: Suspension, form: Form, act: Awaitable[None], told: str, way_back: str = ""
) -> Response:
    """Does a decision about a suspension; a refused form is shown again."""
    try:
        await act
    except Refusal as refusal:
        account = await _find(account.id)
        return await _page(account, filled_limits(account), envelope.page_status(refusal), form.blame(refusal))
    return await _done(account, suspension, told, way_back)


async def _done(account: Account, suspension: Suspension, told: str, way_back: str = "") -> Response:
    """Says what was done, with a button that takes it back, and shows the account."""
    notice: Any = {"text": told}
    if way_back:
        notice |= {"undo": f"{HOME}/{account.id}/{way_back}", "fields": [("version", str(suspension.version))]}
    await flash(notice)
    return _to(account)


async def _find(id: UUID) -> Account:
    """Returns an account, a guest's too. Raises: NotFound."""
    if account := await Account.get_or_none(id=id):
        return account
    raise NotFound


async def account_to_show(id: UUID) -> Account:
    """Returns an account, and records that an operator looks at it. Raises: NotFound."""
    account = await _find(id)
    await record_look(LOOK, str(account.id))
    return account


async def _find_key(account_id: UUID, id: UUID) -> ApiKey:
    """Returns a key of an account. Raises: NotFound."""
    if key := await ApiKey.get_or_none(id=id, account_id=account_id).select_related("account"):
        return key
    raise NotFound


async def _latest(account: Account) -> Suspension:
    """Returns the suspension of an account that is in force, else the last one. Raises: NotFound."""
    current = await Suspension.of_account(account)
    if last := current or await Suspension.filter(account_id=account.id).order_by("-ended_at").first():
        return last
    raise NotFound


def _to(account: Account) -> Response:
    return htmx.redirect_to(f"{HOME}/{account.id}")


async def _page(account: Account, form: Form, status: int = 200, decision: Form | None = None) -> Response:
    """The page of an account with the form of its limits and, while it is suspended, that of the decision."""
    context: dict[str, Any] = {"page": await load_account(account), "form": form, "decision": decision or Form()}
    context |= {"plans": [(plan.name, plan.label) for plan in PLANS.values()], "reasons": REASONS, "levels": LEVELS}
    return await htmx.render_response("console/account.html", status=status, active="accounts", **context)


async def _suspend_form(account: Account, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"account": account, "form": form, "effects": EFFECTS}
    context["reasons"] = [(key, _(words)) for key, words in REASONS.items()]
    context["levels"] = [(key, _(words)) for key, words in LEVELS.items()]
    return await htmx.render_response("console/suspend.html", status=status, active="accounts", **context)


async def _revoke_form(account: Account, key: ApiKey, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"account": account, "key": key, "form": form}
    return await htmx.render_response("console/revoke_key.html", status=status, active="accounts", **context)
