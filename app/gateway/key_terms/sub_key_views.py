"""The page of a key's sub-keys: make one for a customer, with the key shown once, change it, end it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, abort, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.gateway.key_terms import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.key_terms import form_part, model_rules, rules_form
from app.gateway.key_terms.sub_keys import NewSubKey, end_sub_key, make_sub_key, sub_keys_of
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Faults, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.keys.key_terms import parse_lifetime
from app.keys.models import ApiKey, clean_key_name
from app.web import htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form
from app.web.pagination import page_or_first

HOME, PAGE_SIZE = "/dashboard/settings/api-keys/", 50
blueprint = Blueprint("key_sub_keys", __name__, url_prefix=f"{HOME}<uuid:id>/sub-keys")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))


@blueprint.get("/")
async def list_sub_keys(id: UUID) -> Response:
    """Shows the sub-keys of a key, and the form for a new one. Raises: NotFound."""
    return await _page(await _own(id), Form())


@blueprint.post("/")
@needs_confirmation
async def make(id: UUID) -> Response:
    """Makes a sub-key and shows its raw text once; the form again with 422 if it is refused. Raises: NotFound."""
    parent, form = await _own(id), await Form.submitted()
    try:
        key, raw = await make_sub_key(parent, _read(form))
    except Refusal as refusal:
        return await _page(parent, form.blame(refusal), status=422)
    set_audit_target(key.name)
    return await _page(parent, Form(), raw=raw, new_key=key)


def _read(form: Form) -> NewSubKey:
    """Returns what a form asks for. Raises: Faults, or the only refusal of a field."""
    faults, budget, days = Faults.gather(), None, None
    with faults.catching():
        clean_key_name(form["name"])
    with faults.catching():
        budget = rules_form.read_budget(form)
    with faults.catching():
        days = parse_lifetime(form["expires"])
    faults.raise_if_any()
    return NewSubKey(form["name"], form["customer"], budget, days)


@blueprint.get("/<uuid:sub>/end")
async def end_form(id: UUID, sub: UUID) -> Response:
    """Asks before a sub-key is ended. Raises: NotFound."""
    parent = await _own(id)
    key = await sub_keys_of(parent).get_or_none(id=sub)
    if key is None:
        abort(404)
    if key.revoked_at:
        return htmx.redirect_to(f"{HOME}{id}/sub-keys/")
    return await htmx.render_response("gateway/key_terms/end_sub_key.html", key=parent, sub_key=key, active="keys")


@blueprint.post("/<uuid:sub>/end")
async def end(id: UUID, sub: UUID) -> Response:
    """Ends a sub-key. Raises: NotFound."""
    key = await end_sub_key(await _own(id), sub)
    if key is None:
        abort(404)
    set_audit_target(key.name)
    await flash(_("%(name)s has ended.") % {"name": isolate(key.name)})
    return htmx.redirect_to(f"{HOME}{id}/sub-keys/")


async def _page(
    parent: ApiKey, form: Form, *, raw: str = "", new_key: ApiKey | None = None, status: int = 200
) -> Response:
    """Returns the page of a key's sub-keys; `raw` is the text of the new one, which is shown once."""
    rows = sub_keys_of(parent)
    page = await page_or_first(rows, by="created_at", cursor=request.args.get("cursor"), size=PAGE_SIZE)
    context: dict[str, Any] = {
        "key": parent,
        "form": form,
        "raw": raw,
        "new_key": new_key,
        "rows": await _rows(page.rows),
        "more": page.next,
        "lifetimes": [("never", _("never")), ("90", _("in 90 days")), ("365", _("in a year"))],
        "active": "keys",
    }
    return await htmx.render_response("gateway/key_terms/sub_keys.html", status=status, **context)


async def _rows(keys: list[ApiKey]) -> list[dict[str, Any]]:
    """Returns the keys of a page, each with its customer, rules and budget."""
    ids = [key.id for key in keys]
    terms = {row.key_id: row for row in await AiKeyTerms.filter(key_id__in=ids)}
    budgets = {row.key_id: row for row in await AiBudget.filter(key_id__in=[str(id) for id in ids], model="")}
    return [
        {
            "key": key,
            "terms": terms.get(key.id),
            "rules": model_rules.ModelRules.of_row(terms.get(key.id)),
            "budget": form_part.describe_budget(budgets[str(key.id)]) if str(key.id) in budgets else None,
        }
        for key in keys
    ]


async def _own(id: UUID) -> ApiKey:
    """Returns a key of the signed-in account that may use models and is no sub-key. Raises: NotFound."""
    keys = ApiKey.owned_by(authentication.current_account()).select_related("account")
    key = await get_or_refuse(keys, id)
    if not key.may_use_models:
        abort(404)
    return key
