"""Connected sign-ins in the security settings, and confirming with a provider who one is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication, confirmation
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.user import User
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound
from app.sign_in.oauth import account_linking, flow
from app.sign_in.oauth.errors import StaleSignIn
from app.sign_in.oauth.flow import CONFIRM, CONNECT
from app.sign_in.oauth.models import Identity
from app.sign_in.oauth.providers import can_reauthenticate, configured_providers, provider_icon, provider_named
from app.sign_in.oauth.views import HOMES, go_to_provider, redirect_refused
from app.sign_in.sign_in_methods import LastSignInMethod, count_sign_in_methods
from app.web import client_info, htmx, oauth_cookie, page_sections
from app.web.forms import Form
from app.web.referrer_policy import hide_urls
from app.web.resubmit import SubmittedForm

blueprint = Blueprint("connections", __name__, url_prefix="/dashboard")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL, in_grace=frozenset({"confirm"})))
hide_urls(blueprint)
PATH = "/settings/security/connections"


@blueprint.post(f"{PATH}/<name>/connect")
@needs_confirmation
async def connect(name: str) -> Response:
    """Begins to connect a provider. Raises: NotFound."""
    return await go_to_provider(provider_named(name), CONNECT)


@blueprint.get(f"{PATH}/<int:id>/disconnect")
@needs_confirmation
async def disconnect_form(id: int) -> Response:
    """Asks whether to disconnect a provider. Raises: NotFound."""
    identity = await Identity.get_or_none(id=id, user_id=authentication.current_user().id)
    if identity is None:
        raise NotFound
    return await htmx.render_response("oauth/disconnect.html", identity=identity, active="settings")


@blueprint.post(f"{PATH}/<int:id>/disconnect")
@needs_confirmation
async def disconnect(id: int) -> Response:
    """Disconnects a provider, unless nothing else is left to sign in with. Raises: NotFound."""
    try:
        label = await account_linking.disconnect(authentication.current_user(), id, client_info.device_name())
    except LastSignInMethod as refusal:
        return await redirect_refused(CONNECT, refusal)
    if not label:
        raise NotFound
    await flash(_("%(provider)s is disconnected.") % {"provider": label})
    return htmx.redirect_to(HOMES[CONNECT])


@blueprint.post("/confirm/provider/<name>")
async def confirm(name: str) -> Response:
    """Lets a provider ask the user to sign in there again; a typed form is kept meanwhile. Raises: NotFound."""
    provider, form = provider_named(name), await Form.submitted()
    if not can_reauthenticate(provider):
        raise NotFound
    pending = SubmittedForm.read(form["typed"], below="/dashboard/")
    typed = pending.text if pending else ""
    return await go_to_provider(provider, CONFIRM, authentication.local_path(form["next"]), typed)


@blueprint.get("/confirm/provider/<uuid:id>")
async def resubmit(id: UUID) -> Response:
    """Shows the form that was kept while the user confirmed with a provider."""
    try:
        begun = await flow.find_identified(id, oauth_cookie.received_secret())
    except StaleSignIn as refusal:
        return await redirect_refused(CONNECT, refusal)
    pending = SubmittedForm.read(begun.typed, below="/dashboard/")
    if pending is None or begun.user_id != authentication.current_user().id:
        raise NotFound
    return await htmx.render_response("accounts/resubmit.html", pending_form=pending)


async def _load_buttons(*_: Any) -> dict[str, Any] | None:
    """The values of the buttons on the pages to sign in and up."""
    providers = [(provider, provider_icon(provider)) for provider in configured_providers()]
    return {"providers": providers} if providers else None


async def _load_connections(user: User) -> dict[str, Any] | None:
    """The values of the connected sign-ins in the security settings; none where no provider is configured."""
    if not configured_providers():
        return None
    identities = await Identity.filter(user_id=user.id).order_by("id")
    connected = {identity.issuer for identity in identities}
    return {
        "identities": [(identity, _icon_of(identity)) for identity in identities],
        "others": [
            (provider, provider_icon(provider))
            for provider in configured_providers()
            if provider.issuer not in connected
        ],
        "last": bool(identities) and await count_sign_in_methods(user) < 2,
    }


def _icon_of(identity: Identity) -> str:
    """The icon of an identity's provider."""
    icons = {provider.issuer: provider_icon(provider) for provider in configured_providers()}
    return icons.get(identity.issuer, "link-off")


async def _load_confirmation(user: User) -> dict[str, Any] | None:
    """The providers with which a user may confirm who they are.

    Google and GitHub ask for no new sign-in: `others` are the labels of such providers, for a user without a password.
    """
    by_issuer = {provider.issuer: provider for provider in configured_providers()}
    if not by_issuer:
        return None
    identities = await Identity.filter(user_id=user.id).order_by("id")
    issuers = dict.fromkeys(identity.issuer for identity in identities)
    connected = [by_issuer[issuer] for issuer in issuers if issuer in by_issuer]
    if not connected:
        return None
    able = [(provider, provider_icon(provider)) for provider in connected if can_reauthenticate(provider)]
    others = [provider.label for provider in connected if not can_reauthenticate(provider)]
    return {"providers": able, "others": [] if able or user.password_hash else others}


for page in ("sign_in", "sign_up"):
    page_sections.add_section(page, 20, "oauth/_buttons.html", _load_buttons)
page_sections.add_section("security", 20, "oauth/_connections.html", _load_connections)
page_sections.add_section(confirmation.PAGE, 20, "oauth/_confirm.html", _load_confirmation)
