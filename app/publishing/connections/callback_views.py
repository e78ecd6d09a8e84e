"""The answer of a network that somebody was sent to, and the choice among several accounts that may follow it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import structlog
from quart import Blueprint, Response, flash, g, request

from app.accounts import authentication
from app.accounts.change_gate import refuse_change
from app.accounts.models import Membership
from app.accounts.request_account import BlueprintActs, signed_in_memberships
from app.accounts.roles import MANAGE_CONNECTIONS, may
from app.accounts.security_log import record_event
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.publishing.connections import oauth_flow
from app.publishing.connections.connect_accounts import (
    Permission,
    chosen_accounts,
    connect_accounts,
    unusable_accounts,
    usable_accounts,
)
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connect_refusals import NetworkFailed, StaleConnect
from app.publishing.connections.connection import Connection
from app.publishing.connections.oauth_flow import AuthorizationResponse
from app.publishing.connections.oauth_views import redirect_refused
from app.publishing.connections.views import HOME, audit_name, network_named
from app.publishing.networks import publishing_switch
from app.publishing.networks.errors import NetworkError
from app.publishing.networks.network import NetworkAccount
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.team.audit_log import record_act
from app.team.audit_sentences import add_sentences
from app.web import envelope, hosts, htmx, oauth_cookie
from app.web.forms import Form
from app.web.referrer_policy import hide_urls, works_once

log = structlog.get_logger()
hosts.serve_on("dashboard", "publish")
blueprint = Blueprint("publishing_callback", __name__, url_prefix="/publish/oauth")
choice_blueprint = Blueprint("publishing_choice", __name__, url_prefix=f"{HOME}/choose")
for each in (blueprint, choice_blueprint):
    publishing_switch.hide_when_off(each)
    hide_urls(each)
authentication.require_sign_in(choice_blueprint, BlueprintActs(MANAGE_CONNECTIONS, MANAGE_CONNECTIONS))
CONNECTED, RECONNECTED = "network_connected", "network_reconnected"
add_sentences(
    "publishing",
    {
        CONNECTED: N_("connected %(thing)s."),
        RECONNECTED: N_("reconnected %(thing)s."),
        "publishing_accounts.connect_by_hand": N_("added %(thing)s, for reminders."),
        "publishing_accounts.disconnect_account": N_("disconnected %(thing)s."),
    },
)


@blueprint.get("/<network>/callback")
@works_once(HOME)
async def callback(network: str) -> Response:
    """Takes the answer of a network. Its code leaves the address bar at once. Raises: NotFound."""
    chosen, query, secret = network_named(network), request.args, oauth_cookie.received_secret()
    answer = AuthorizationResponse(*(query.get(name, "") for name in ("state", "code", "error")))
    try:
        flow = await oauth_flow.redeem_state(chosen, answer.state, secret, g.get("session"))
        g.membership = _owner_membership(flow)
        grant, accounts = await oauth_flow.fetch_accounts(chosen, flow, answer, secret)
        if flow.reconnects_id is None and len(usable_accounts(accounts)) > 1:
            await oauth_flow.store_choices(flow, grant, accounts)
            return htmx.redirect_to(f"{HOME}/choose/{flow.id}")
        permission = Permission(chosen, await chosen.oauth(flow.server), grant)
        return await _store(flow, permission, await chosen_accounts(flow, chosen, accounts, None))
    except NetworkError as error:
        log.warning("connecting failed", network=network, trouble=error.trouble, code=error.code, status=error.status)
        return await redirect_refused(NetworkFailed.of(error, chosen.label))
    except Refusal as refusal:
        return await redirect_refused(refusal)


def _owner_membership(flow: ConnectFlow) -> Membership:
    """Returns the user's membership in the account of a flow, which they own. Raises: StaleConnect, BeingDeleted."""
    for membership in signed_in_memberships():
        if membership.account_id == flow.account_id and may(membership.role, MANAGE_CONNECTIONS):
            refuse_change(membership.account)
            return membership
    raise StaleConnect


@choice_blueprint.get("/<uuid:id>")
async def choose_form(id: UUID) -> Response:
    """Asks which of several accounts to connect."""
    try:
        return await _choose_page(await _own_flow(id), Form())
    except StaleConnect as refusal:
        return await redirect_refused(refusal)


@choice_blueprint.post("/<uuid:id>")
async def choose(id: UUID) -> Response:
    """Connects the ticked accounts, all or none; a refused form is shown again."""
    form = await Form.submitted()
    ids = [str(value) for value in (await request.form).getlist("accounts")]
    try:
        flow = await _own_flow(id)
    except StaleConnect as refusal:
        return await redirect_refused(refusal)
    network = network_named(flow.network)
    try:
        grant, accounts = oauth_flow.read_choices(flow)
        permission = Permission(network, await network.oauth(flow.server), grant)
        return await _store(flow, permission, await chosen_accounts(flow, network, accounts, ids))
    except StaleConnect as refusal:
        return await redirect_refused(refusal)
    except Refusal as refusal:
        return await _choose_page(flow, form.blame(refusal), envelope.page_status(refusal), ids)


async def _own_flow(id: UUID) -> ConnectFlow:
    """Returns the flow of this browser, session and account. Raises: StaleConnect."""
    session, secret = authentication.current_session(), oauth_cookie.received_secret()
    return await oauth_flow.find_choosing(id, authentication.current_account(), session, secret)


async def _choose_page(flow: ConnectFlow, form: Form, status: int = 200, chosen: list[str] | None = None) -> Response:
    network = network_named(flow.network)
    accounts = oauth_flow.read_choices(flow)[1]
    usable = usable_accounts(accounts)
    known = await Connection.filter(
        account_id=flow.account_id, network=flow.network, server=flow.server, disconnected_at=None, manual=False
    ).values_list("external_id", flat=True)
    return await htmx.render_response(
        "publishing/choose.html",
        status=status,
        active="publishing",
        tab="accounts",
        flow=flow,
        form=form,
        network=network,
        accounts=usable,
        others=[(each, trouble_sentence(reason, network.label)) for each, reason in unusable_accounts(accounts)],
        known=set(known),
        chosen={each.external_id for each in usable} if chosen is None else set(chosen),
    )


async def _store(flow: ConnectFlow, permission: Permission, chosen: Sequence[NetworkAccount]) -> Response:
    """Stores the chosen accounts and says so. Raises: StaleConnect, ConnectionLimitReached."""
    account, user = authentication.current_account(), authentication.current_user()
    connections = await connect_accounts(account, flow, permission, chosen)
    act = RECONNECTED if flow.reconnects_id else CONNECTED
    for connection in connections:
        await record_event(user.id, "network_connected", audit_name(connection))
    await record_act(account.id, user, act, ", ".join(audit_name(each) for each in connections)[:200])
    names = ", ".join(isolate(each.shown_name) for each in connections)
    await flash(_("Connected: %(name)s") % {"name": names})
    return htmx.redirect_to(HOME)
