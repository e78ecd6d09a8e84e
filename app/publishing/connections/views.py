"""Publishing → Accounts: the connected accounts, the way to connect more, by hand too, and the way out."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_CONNECTIONS, READ
from app.accounts.security_log import record_event
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound, Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.plans.connection_quota import connections_usage
from app.publishing.connections import account_rows, connection_hooks, manual_connection
from app.publishing.connections.connection import Connection
from app.publishing.connections.disconnect import disconnect
from app.publishing.connections.emails import network_label
from app.publishing.networks import publishing_switch
from app.publishing.networks.network import Network
from app.publishing.networks.registry import NETWORKS
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.first_rows import first_rows
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

HOME, PAGE_SIZE = "/dashboard/publishing/accounts", 30
blueprint = Blueprint("publishing_accounts", __name__, url_prefix=HOME)
publishing_switch.hide_when_off(blueprint)
authentication.require_sign_in(
    blueprint, BlueprintActs(MANAGE_CONNECTIONS, MANAGE_CONNECTIONS, {"accounts_page": READ, "list_disconnected": READ})
)


@blueprint.get("")
async def accounts_page() -> Response:
    """The connected accounts with what each may do, the networks to connect, and what was disconnected lately."""
    account = authentication.current_account()
    rows, ended = await account_rows.connection_rows(account), account_rows.recently_disconnected(account)
    return await htmx.render_response(
        "publishing/accounts.html",
        active="publishing",
        tab="accounts",
        rows=rows,
        usage_of_plan=connections_usage(account, len(rows)),
        networks=account_rows.network_rows(),
        ended=(await first_rows(ended.order_by("-disconnected_at", "-id"))).mapped(account_rows.ended_row),
    )


@blueprint.get("/disconnected")
async def list_disconnected() -> Response:
    """All that was disconnected lately, the latest first, or the part of the list that htmx requests."""
    search = ListSearch.of(f"{HOME}/disconnected", request.args)
    ended = account_rows.recently_disconnected(authentication.current_account())
    matches = ended.filter(has_words(search.q, ["display_name", "username", "network"])) if search.q else ended
    page = await page_or_first(matches, by="disconnected_at", cursor=search.after, size=PAGE_SIZE)
    rows = [account_rows.ended_row(each) for each in page.rows]
    templates = "publishing/_ended_rows.html", "publishing/_ended_list.html"
    if part := await htmx.render_part_of_list(search.after, *templates, rows=rows, next=page.next, search=search):
        return part
    return await htmx.render_response(
        "publishing/disconnected.html", active="publishing", tab="accounts", rows=rows, next=page.next, search=search
    )


@blueprint.get("/by-hand/<network>")
async def by_hand_form(network: str) -> Response:
    """Asks for the name of the account that reminders are for. Raises: NotFound."""
    return await _by_hand_page(network_named(network), Form())


@blueprint.post("/by-hand/<network>")
async def connect_by_hand(network: str) -> Response:
    """Adds an account that Kliqs reminds of; a refused form is shown again. Raises: NotFound."""
    chosen, form = network_named(network), await Form.submitted()
    account, user = authentication.current_account(), authentication.current_user()
    try:
        connection = await manual_connection.create_manual_connection(account, chosen, form["name"], user.id)
    except Refusal as refusal:
        refusal.field = "name"
        return await _by_hand_page(chosen, form.blame(refusal), envelope.page_status(refusal))
    set_audit_target(audit_name(connection))
    await flash(_("Kliqs reminds you of posts for %(name)s from now on.") % {"name": isolate(connection.shown_name)})
    return htmx.redirect_to(HOME)


async def _by_hand_page(network: Network, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "publishing/by_hand.html", status=status, active="publishing", tab="accounts", network=network, form=form
    )


@blueprint.get("/<uuid:id>/disconnect")
async def disconnect_form(id: UUID) -> Response:
    """Asks whether to disconnect an account, with the planned posts that this stops. Raises: NotFound."""
    connection = await own_connection(id)
    return await htmx.render_page_or_fragment(
        "publishing/disconnect.html",
        "publishing/_disconnect.html",
        active="publishing",
        tab="accounts",
        connection=connection,
        label=network_label(connection),
        planned=await connection_hooks.planned_posts(connection),
    )


@blueprint.post("/<uuid:id>/disconnect")
async def disconnect_account(id: UUID) -> Response:
    """Disconnects an account; one that is disconnected already is a 404. Raises: NotFound."""
    connection, user = await own_connection(id), authentication.current_user()
    stopped = await disconnect(connection, user.id)
    if stopped is None:
        raise NotFound
    await record_event(user.id, "network_disconnected", audit_name(connection))
    name = {"name": isolate(connection.shown_name)}
    message = _("%(name)s is disconnected.") % name
    if stopped:
        words = ngettext("%(num)s planned post was cancelled.", "%(num)s planned posts were cancelled.", stopped)
        message = f"{message} {words % {'num': stopped}}"
    await flash(message)
    return htmx.redirect_to(HOME)


async def own_connection(id: UUID) -> Connection:
    """Returns a connection of the signed-in account that is not disconnected. Raises: NotFound."""
    connection = await get_or_refuse(Connection.owned_by(authentication.current_account()), id)
    set_audit_target(audit_name(connection))
    return connection


def network_named(name: str) -> Network:
    """Returns the network with this name. Raises: NotFound."""
    if name not in NETWORKS:
        raise NotFound
    return NETWORKS[name]


def audit_name(connection: Connection) -> str:
    """Returns how logs name a connection: its network and its name there."""
    return f"{network_label(connection)} {connection.handle or connection.shown_name}"
