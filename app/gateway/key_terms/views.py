"""The page of what a key may do with AI models: its models, budgets and limits, whether content is kept, pausing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, abort, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.gateway.catalogue.offered import offered_models
from app.gateway.key_terms import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.key_terms import form_part, model_rules, rules_form
from app.gateway.metering import pauses
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Faults, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.keys.models import ApiKey
from app.web import htmx
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.forms import Form

HOME = "/dashboard/settings/api-keys/"
blueprint = Blueprint("key_models", __name__, url_prefix=f"{HOME}<uuid:id>/models")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))


@blueprint.get("/")
@needs_confirmation
async def rules_page(id: UUID) -> Response:
    """Shows what a key may do with models; `model` is the one whose own limits are in the form. Raises: NotFound."""
    key = await _own(id)
    rules, model = await model_rules.read_rules(key.id), request.args.get("model", "")
    of_model = rules_form.form_of_limits(model, rules, await _budget(key, model)) if model else Form()
    return await _page(key, rules, rules_form.form_of_rules(rules, await _budget(key)), of_model)


@blueprint.post("/")
@needs_confirmation
async def save_rules(id: UUID) -> Response:
    """Sets what a key may do with models; the form again with 422 if it is refused. Raises: NotFound."""
    key, form = await _own(id), await Form.submitted()
    before = await model_rules.read_rules(key.id)
    try:
        rules, budget = await rules_form.read_rules(form, before)
        async with transaction():
            await model_rules.save_key_rules(await key.account, key.id, rules)
            await model_rules.save_budget(await key.account, key.id, budget)
    except Refusal as refusal:
        return await _page(key, before, form.blame(refusal), status=422)
    await flash(_("What %(name)s may do with AI models is changed.") % {"name": isolate(key.name)})
    return htmx.redirect_to(_home_of(key))


@blueprint.post("/limits")
@needs_confirmation
async def save_model_limits(id: UUID) -> Response:
    """Sets a budget and limits of a key for one model; empty fields remove them. Raises: NotFound."""
    key, form = await _own(id), await Form.submitted()
    before, model, faults, budget = await model_rules.read_rules(key.id), form["model"], Faults.gather(), None
    if model not in {*await offered_models(), *before.of_models, *await _budgeted(key)}:
        abort(404)
    try:
        with faults.catching():
            budget = rules_form.read_budget(form)
        limits = rules_form.read_limits(form, faults)
        faults.raise_if_any()
        async with transaction():
            await model_rules.save_model_limits(await key.account, key.id, model, limits)
            await model_rules.save_budget(await key.account, key.id, budget, model)
    except Refusal as refusal:
        shown = rules_form.form_of_rules(before, await _budget(key))
        return await _page(key, before, shown, form.blame(refusal), status=422)
    await flash(_("The limits of %(name)s for %(model)s are changed.") % {"name": isolate(key.name), "model": model})
    return htmx.redirect_to(f"{HOME}{key.id}/models/")


@blueprint.post("/pause")
async def pause(id: UUID) -> Response:
    """Pauses a key for models. Raises: NotFound."""
    key = await _own(id)
    if await pauses.pause_key(key.account_id, key.id, pauses.BY_OWNER):
        await flash(_("%(name)s makes no requests to AI models until you resume it.") % {"name": isolate(key.name)})
    else:
        mark_unchanged()
    return htmx.redirect_to(_home_of(key))


@blueprint.post("/resume")
@needs_confirmation
async def resume(id: UUID) -> Response:
    """Lets a paused key use models again, whoever paused it. Raises: NotFound."""
    key = await _own(id)
    if await pauses.resume_key(await key.account, key.id):
        await flash(_("%(name)s may use AI models again.") % {"name": isolate(key.name)})
    else:
        mark_unchanged()
    return htmx.redirect_to(_home_of(key))


def _home_of(key: ApiKey) -> str:
    """Returns the address of the page of a key, for a sub-key that of the list that it is in."""
    return f"{HOME}{key.parent_id}/sub-keys/" if key.parent_id else f"{HOME}{key.id}"


async def _page(
    key: ApiKey, rules: model_rules.ModelRules, form: Form, limits_form: Form | None = None, status: int = 200
) -> Response:
    """Returns the page of a key's rules, with both forms as they were typed or are set."""
    models = {model.id: model.label for model in (await offered_models()).values()}
    budgets = {each.model: each for each in await model_rules.read_budgets(await key.account, key.id) if each.model}
    limited = {model: models.get(model, model) for model in sorted({*rules.of_models, *budgets})}
    context: dict[str, Any] = {
        "key": key,
        "home": _home_of(key),
        "form": form,
        "limits_form": limits_form or Form(),
        "rules": rules,
        "models": models | {model: model for model in rules.models if model not in models},
        "model_choices": list((models | limited).items()),
        "limited": [
            (model, form_part.describe_budget(budgets[model]) if model in budgets else None, rules.of_models.get(model))
            for model in limited
        ],
        "usual": {name: model_rules.most_of_limit(name) for name in model_rules.LIMITS},
        "content_labels": rules_form.content_choices(rules.content_days),
        "active": "keys",
    }
    return await htmx.render_response("gateway/key_terms/rules.html", status=status, **context)


async def _budget(key: ApiKey, model: str = "") -> int | None:
    """Returns the budget of a key for a model, or for all of them, in micro-rupiah; None without one."""
    budgets = await model_rules.read_budgets(await key.account, key.id)
    return next((each.most for each in budgets if each.model == model), None)


async def _budgeted(key: ApiKey) -> list[str]:
    """Returns the models for which a key has a budget."""
    return [each.model for each in await model_rules.read_budgets(await key.account, key.id) if each.model]


async def _own(id: UUID) -> ApiKey:
    """Returns a valid key of the signed-in account that may use models, sub-keys too. Raises: NotFound."""
    keys = ApiKey.filter(account=authentication.current_account()).select_related("account", "parent")
    key = await get_or_refuse(keys, id)
    if not key.may_use_models or key.revoked_at:
        abort(404)
    set_audit_target(key.name)
    return key
