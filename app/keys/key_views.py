"""The page of one API key: its rights, its requests by day, and the form that changes what it may do."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.kernel import clock
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.keys import key_form
from app.keys.model_terms import model_terms
from app.keys.models import ApiKey
from app.keys.usage import KeyUsage, daily_requests
from app.web import htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("key_rights", __name__, url_prefix="/dashboard/settings/api-keys")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))
DAYS_SHOWN = 30


class KeyIsOver(Refusal):
    """The key is revoked or over. It has the field of no input."""

    code, says = "KEY_IS_OVER", N_("This key is over; what it may do can no longer be changed.")


@blueprint.get("/<uuid:id>")
async def show_key(id: UUID) -> Response:
    """Shows a key with its requests on each of the last 30 UTC days. Raises: NotFound."""
    key = await _own(id)
    days = await daily_requests(key.id, DAYS_SHOWN)
    used = await KeyUsage.get_or_none(key_id=key.id, month=clock.month_key())
    return await htmx.render_response(
        "keys/key.html",
        key=key,
        days=days,
        most=max(1, *(count for _day, count in days)),
        total=sum(count for _day, count in days),
        used=used.requests if used else 0,
        active="keys",
        **await model_terms().page_context(key),
    )


@blueprint.get("/<uuid:id>/rights")
@needs_confirmation
async def rights_form(id: UUID) -> Response:
    """Shows the form that changes what a key may do, and from where. Raises: NotFound."""
    key = await _own(id)
    return await _rights_page(key, key_form.form_of_key(key))


@blueprint.post("/<uuid:id>/rights")
@needs_confirmation
async def save_rights(id: UUID) -> Response:
    """Changes what a key may do, and from where; the form again with 422 if it is refused. Raises: NotFound."""
    key, form = await _own(id), await Form.submitted()
    try:
        terms = key_form.read_rights(form)
        if not await key.change_rights(terms):
            raise KeyIsOver
    except Refusal as refusal:
        return await _rights_page(key, form.blame(refusal), 422)
    message = _("What %(name)s may do is changed.") % {"name": isolate(key.name)}
    await flash(message)
    return htmx.redirect_to(f"/dashboard/settings/api-keys/{key.id}")


async def _rights_page(key: ApiKey, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "keys/rights.html", status=status, key=key, form=form, active="keys", **await key_form.rights_context()
    )


async def _own(id: UUID) -> ApiKey:
    """Returns a key of the signed-in account. Raises: NotFound."""
    key = await get_or_refuse(ApiKey.owned_by(authentication.current_account()).select_related("made_by"), id)
    set_audit_target(key.name)
    return key
