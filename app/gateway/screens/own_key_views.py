"""The page of a workspace's own keys at providers: what is asked there with them costs no credits."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_setup import NAME
from app.gateway.credits import own_keys
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.screens import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.web import envelope, htmx
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.forms import Form

PATH = f"{HOME}/own-keys"
blueprint = Blueprint("ai_own_keys", __name__, url_prefix=PATH)
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))
hide_until_set_up(blueprint)


@blueprint.get("")
async def list_keys() -> Response:
    """The providers that take own keys, each with the form that sets one. Raises: NotFound where none does."""
    if not await own_keys.has_places(authentication.current_account()):
        raise NotFound
    return await _page()


@blueprint.post("")
@needs_confirmation
async def save_key() -> Response:
    """Sets the workspace's key for a provider, once the provider accepts it. Raises: NotFound."""
    form = await Form.submitted()
    upstream = await _upstream(form)
    try:
        account, key = authentication.current_account(), form[own_keys.FIELD]
        await own_keys.save_own_key(account, upstream, key, seen=form["seen"])
    except NotFound:
        raise
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("%(name)s accepted your key. Requests there are made with it from now on.") % {"name": upstream.name})
    return htmx.redirect_to(PATH)


@blueprint.post("/remove")
@needs_confirmation
async def remove_key() -> Response:
    """Removes the workspace's key for a provider. Raises: NotFound."""
    upstream = await _upstream(await Form.submitted())
    if await own_keys.remove_own_key(authentication.current_account(), upstream):
        await flash(_("Your key for %(name)s is removed. Requests there cost credits again.") % {"name": upstream.name})
    else:
        mark_unchanged()
    return htmx.redirect_to(PATH)


async def _page(form: Form | None = None, status: int = 200) -> Response:
    """Renders the page; `form` is the refused one."""
    return await htmx.render_response(
        "gateway/own_keys.html",
        status=status,
        active="ai",
        places=await own_keys.list_places(authentication.current_account()),
        form=form or Form(),
    )


async def _upstream(form: Form) -> Upstream:
    """Returns the provider of a form. Raises: NotFound."""
    name = form["provider"]
    upstream = await Upstream.get_or_none(name=name) if NAME.fullmatch(name) else None
    if upstream is None:
        raise NotFound
    set_audit_target(upstream.name)
    return upstream
