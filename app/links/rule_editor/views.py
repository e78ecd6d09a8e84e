"""The rules page of a link: the list, the form of a rule, and the panel that tries them.

Whoever has scripts gets pieces of the page: after a change the list and a toast, after a step of the form the form. All
of it works as whole pages too.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import EditedElsewhere, NotFound, Refusal
from app.kernel.versioned_rows import LARGEST
from app.links import links_page
from app.links.history.undo import undo_to_before
from app.links.models import Link
from app.links.rule_editor import presenter, rule_changes
from app.links.rule_editor.presenter import RulesView
from app.links.rule_editor.rule_form import RuleForm
from app.links.rule_editor.rule_visits import load_rule_visits
from app.links.rule_editor.trial import Trial, TrialForm
from app.links.rules.rule import Rule
from app.web import envelope, htmx
from app.web.audit_target import mark_unchanged, refusal_toast
from app.web.forms import Form

blueprint = Blueprint("link_rules", __name__, url_prefix="/dashboard/links")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"rules_page": EDIT}))


@blueprint.get("/<uuid:id>/rules")
async def rules_page(id: UUID) -> Response:
    """The page, with the form of the rule `open` or of a new one (`add`), and the answer to `try`.

    htmx gets the list, or for `try` the answer and the marks of the rules. Raises: NotFound.
    """
    link, args = await _own(id), request.args
    view = RulesView(open=args.get("open", ""), adding="add" in args)
    if view.adding:
        view.form = RuleForm.blank(link.version)
    elif view.open:
        view.form = RuleForm.of(rule_changes.find_rule(link, view.open), link.version)
    trial_form = TrialForm.of(args)
    if "try" in args:
        view.trial = Trial.of(link, await trial_form.facts())
        view.marks = view.trial.marks
    if htmx.wants_fragment() and "try" in args:
        context = await _list(link, view) | presenter.trial_context(link, trial_form, view.trial)
        return await htmx.render_response("rules/_tried.html", **context)
    if htmx.wants_fragment():
        return await htmx.render_response("rules/_list.html", **await _list(link, view))
    return await _page(link, view, trial_form)


@blueprint.post("/<uuid:id>/rules")
async def add_rule(id: UUID) -> Response:
    """Adds a rule, or does a step of its form."""
    return await _save(await _own(id), None)


@blueprint.post("/<uuid:id>/rules/<rule>")
async def save_rule(id: UUID, rule: str) -> Response:
    """Saves a rule, or does a step of its form. Raises: NotFound."""
    link = await _own(id)
    return await _save(link, rule_changes.find_rule(link, rule))


async def _save(link: Link, old: Rule | None) -> Response:
    form = await RuleForm.submitted()
    view = RulesView(open=old.id if old else "", adding=old is None, form=form)
    if form.take_step():
        mark_unchanged()
        return await _editor(link, view)
    try:
        rule = form.rule(old)
        await rule_changes.save_rule(authentication.current_account(), link, rule, form.version)
    except Refusal as refusal:
        await form.blame_for(link, refusal)
        return await _editor(link, view, envelope.page_status(refusal))
    number = [each.id for each in rule_changes.rules_of(link)].index(rule.id) + 1
    message = _("Saved rule %(number)s") % {"number": i18n.format_number(number)}
    return await _changed(link, {"text": message})


@blueprint.post("/<uuid:id>/rules/<rule>/<action>")
async def act_on_rule(id: UUID, rule: str, action: str) -> Response:
    """Switches a rule, moves it or deletes it; a deleted one can be brought back. Raises: NotFound."""
    link, form = await _own(id), await Form.submitted()
    if action not in rule_changes.ACTIONS:
        raise NotFound
    if action == "delete":
        return await _delete(link, rule, form.version)
    try:
        await rule_changes.change_rule(authentication.current_account(), link, rule, action, form.version)
    except Refusal as refusal:
        return await _refused(link, refusal)
    return await _changed(link, None)


async def _delete(link: Link, rule: str, seen: int | None) -> Response:
    number = rule_changes.rules_of(link).index(rule_changes.find_rule(link, rule)) + 1
    try:
        change = await rule_changes.delete_rule(authentication.current_account(), link, rule, seen)
    except Refusal as refusal:
        return await _refused(link, refusal)
    message = _("Rule %(number)s deleted") % {"number": i18n.format_number(number)}
    undo = f"/dashboard/links/{link.id}/rule-undo/{change}"
    return await _changed(link, {"text": message, "undo": undo, "fields": []})


@blueprint.post("/<uuid:id>/rule-order")
async def order_rules(id: UUID) -> Response:
    """Saves the order of the rules; the field `order` has their ids, separated by commas."""
    link, form = await _own(id), await Form.submitted()
    ids = form["order"].split(",")
    try:
        await rule_changes.order_rules(authentication.current_account(), link, ids, form.version)
    except Refusal as refusal:
        return await _refused(link, refusal)
    return await _changed(link, None)


@blueprint.post("/<uuid:id>/rule-undo/<int:change>")
async def undo_change(id: UUID, change: int) -> Response:
    """Brings back what the newest change of the link took away. Raises: NotFound."""
    link = await _own(id)
    if change > LARGEST:
        raise NotFound
    try:
        await undo_to_before(authentication.current_account(), link, change, change)
    except NotFound:
        raise
    except Refusal as refusal:
        return await _refused(link, refusal)
    return await _changed(link, {"text": _("The rule is back.")})


async def _own(id: UUID) -> Link:
    return await links_page.get_owned_link(authentication.current_account(), id)


async def _list(link: Link, view: RulesView) -> dict[str, Any]:
    """The context of the list, with the visits of each rule."""
    visits = await load_rule_visits(authentication.current_account(), link)
    return presenter.list_context(link, view, visits)


async def _page(link: Link, view: RulesView, trial_form: TrialForm, status: int = 200) -> Response:
    context: dict[str, Any] = await _list(link, view)
    context |= presenter.trial_context(link, trial_form, view.trial) | {"active": "links"}
    return await htmx.render_response("rules/index.html", status=status, **context)


async def _editor(link: Link, view: RulesView, status: int = 200) -> Response:
    """The form of a rule after a step or a refusal: for htmx itself, otherwise in its page."""
    if not htmx.wants_fragment():
        return await _page(link, view, TrialForm.of({}), status)
    context = await _list(link, view)
    return await htmx.render_response("rules/_editor_again.html", status=status, **context)


async def _changed(link: Link, toast: dict[str, Any] | None) -> Response:
    """The response after a change: the list with a toast for htmx, otherwise the page."""
    if htmx.wants_fragment():
        context = await _list(link, RulesView())
        return await htmx.render_response("rules/_changed.html", toast=toast, **context)
    if toast:
        await flash(toast)  # type: ignore[arg-type]
    return htmx.redirect_to(f"/dashboard/links/{link.id}/rules")


async def _refused(link: Link, refusal: Refusal) -> Response:
    """The response after a refused change of the list: what it is now, and the reason."""
    await link.refresh_from_db()
    if htmx.wants_fragment():
        context = await _list(link, RulesView())
        return await htmx.render_response("rules/_changed.html", toast=refusal_toast(refusal), **context)
    status = envelope.page_status(refusal)
    message = envelope.refusal_message(refusal)
    if isinstance(refusal, EditedElsewhere):
        message = _("This link was changed in another place meanwhile. Here is what it is now.")
    return await _page(link, RulesView(problem=message), TrialForm.of({}), status)
