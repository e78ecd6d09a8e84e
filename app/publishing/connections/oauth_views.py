"""The way to a network: the button that connects an account or renews the permission of one."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_CONNECTIONS
from app.kernel.refusal import NotFound, Refusal
from app.kernel.throttle import Throttle
from app.publishing.connections import oauth_flow, server_app_registration
from app.publishing.connections.connect_refusals import NetworkFailed, NotSetUp, ServerFailed
from app.publishing.connections.connection import Connection
from app.publishing.connections.oauth_flow import FlowStart
from app.publishing.connections.views import HOME, network_named, own_connection
from app.publishing.networks import publishing_switch
from app.publishing.networks.errors import TemporaryFailure
from app.publishing.networks.network import Network
from app.web import envelope, htmx, oauth_cookie
from app.web.audit_target import mark_unchanged
from app.web.forms import Form
from app.web.referrer_policy import hide_urls

starts = Throttle("connections by account", 60, 15)
blueprint = Blueprint("publishing_oauth", __name__, url_prefix=HOME)
publishing_switch.hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_CONNECTIONS, MANAGE_CONNECTIONS))
hide_urls(blueprint)


@blueprint.get("/connect/<network>")
async def connect_form(network: str) -> Response:
    """Asks for the server, where a network has many; the button for any other. Raises: NotFound."""
    return await _connect_page(network_named(network), Form())


@blueprint.post("/connect/<network>")
async def connect(network: str) -> Response:
    """Begins to connect an account: redirects to the network. A refused form is shown again. Raises: NotFound."""
    chosen, form = network_named(network), await Form.submitted()
    mark_unchanged()
    try:
        server = server_app_registration.clean_server(form["server"]) if chosen.needs_server else ""
        return await _go_to_network(chosen, server)
    except Refusal as refusal:
        if chosen.needs_server:
            return await _connect_page(chosen, form.blame(refusal), envelope.page_status(refusal))
        return await redirect_refused(refusal)


@blueprint.post("/<uuid:id>/reconnect")
async def reconnect(id: UUID) -> Response:
    """Begins to renew the permission of a connection, which stays the same one. Raises: NotFound."""
    connection = await own_connection(id)
    mark_unchanged()
    if connection.manual:
        raise NotFound
    try:
        return await _go_to_network(network_named(connection.network), connection.server, connection)
    except Refusal as refusal:
        return await redirect_refused(refusal)


async def _connect_page(network: Network, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "publishing/connect.html", status=status, active="publishing", tab="accounts", network=network, form=form
    )


async def _go_to_network(network: Network, server: str, renewed: Connection | None = None) -> Response:
    """A page that sends the browser on to a network; our policy lets no form be sent to other sites.

    Raises: NotSetUp, ServerFailed, NetworkFailed, TooManyAttempts.
    """
    if not network.configured():
        raise NotSetUp(network=network.label)
    account, secret = authentication.current_account(), oauth_cookie.received_or_new_secret()
    start = FlowStart(account, authentication.current_session(), secret, server, renewed.id if renewed else None)
    await starts.attempt(str(account.id))
    try:
        url = await oauth_flow.begin_flow(network, start)
    except TemporaryFailure as error:
        if server:
            raise ServerFailed(server=server, network=network.label) from error
        raise NetworkFailed.of(error, network.label) from error
    page = await htmx.render_response("publishing/leaving.html", url=url, network=network)
    return oauth_cookie.COOKIE.set(page, secret)


async def redirect_refused(refusal: Refusal) -> Response:
    """Redirects to the accounts page, with the reason why nothing was connected."""
    await envelope.flash_refusal(refusal)
    return htmx.redirect_to(HOME)
