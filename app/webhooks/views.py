"""The list of webhook endpoints, and their forms: make, change, turn on and off, replace the secret, delete."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.accounts.security_log import record_event
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form
from app.webhooks.endpoint import BY_MEMBER, WebhookEndpoint
from app.webhooks.endpoint_values import EndpointValues
from app.webhooks.event_types import NOUNS, offered_types
from app.webhooks.listing import figures_of
from app.webhooks.switching import stop_endpoint

HOME = "/dashboard/webhooks/"
blueprint = Blueprint("webhook_pages", __name__, url_prefix="/dashboard/webhooks")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))


@blueprint.get("/")
async def list_endpoints() -> Response:
    """The endpoints of the account."""
    endpoints = await WebhookEndpoint.owned_by(authentication.current_account()).order_by("-created_at", "-id")
    return await htmx.render_response(
        "webhooks/index.html", active="keys", endpoints=endpoints, figures=await figures_of(endpoints)
    )


@blueprint.get("/new")
async def create_form() -> Response:
    """The form for a new endpoint."""
    return await _form_page("webhooks/new.html", Form(), [])


@blueprint.post("/")
async def create() -> Response:
    """Creates an endpoint and shows its page; the form again, with all faults, if it is refused."""
    form, events = await Form.submitted(), await _chosen_events()
    values = EndpointValues(form["url"], events, form["description"])
    try:
        user = authentication.current_user()
        endpoint = await WebhookEndpoint.create_for(authentication.current_account(), values, user.id)
    except Refusal as refusal:
        return await _form_page("webhooks/new.html", form.blame(refusal), events, envelope.page_status(refusal))
    set_audit_target(endpoint.host)
    await flash(_("The endpoint is added. Send a test event to see whether it answers."))
    return htmx.redirect_to(f"{HOME}{endpoint.id}")


@blueprint.get("/<uuid:id>/edit")
async def edit_form(id: UUID) -> Response:
    """The form to change an endpoint. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    form = Form({"url": endpoint.url, "description": endpoint.description})
    return await _form_page("webhooks/edit.html", form, endpoint.events, endpoint=endpoint)


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    """Changes an endpoint; the form again, with all faults, if it is refused. Raises: NotFound."""
    endpoint, form, events = await own_endpoint(id), await Form.submitted(), await _chosen_events()
    try:
        await endpoint.edit(EndpointValues(form["url"], events, form["description"]))
    except Refusal as refusal:
        return await _form_page(
            "webhooks/edit.html", form.blame(refusal), events, envelope.page_status(refusal), endpoint=endpoint
        )
    set_audit_target(endpoint.host)
    await flash(_("The endpoint is saved."))
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.post("/<uuid:id>/on")
async def turn_on(id: UUID) -> Response:
    """Starts sending events to an endpoint again. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    await endpoint.turn_on()
    await flash(_("%(host)s gets events again.") % {"host": isolate(endpoint.host)})
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.post("/<uuid:id>/off")
async def turn_off(id: UUID) -> Response:
    """Stops sending events to an endpoint; what waits is given up. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    await stop_endpoint(endpoint, BY_MEMBER)
    await flash(_("%(host)s gets no events until you turn it on again.") % {"host": isolate(endpoint.host)})
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.post("/<uuid:id>/rotate")
@needs_confirmation
async def rotate(id: UUID) -> Response:
    """Replaces the signing secret; the one before is valid for 24 hours. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    async with transaction():
        await endpoint.rotate_secret()
        await record_event(authentication.current_user().id, "webhook_secret_replaced", endpoint.host)
    await flash(_("There is a new signing secret. For 24 hours each message is signed with both."))
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.get("/<uuid:id>/delete")
async def delete_form(id: UUID) -> Response:
    """Asks whether to delete an endpoint. Raises: NotFound."""
    return await htmx.render_response("webhooks/delete.html", active="keys", endpoint=await own_endpoint(id))


@blueprint.post("/<uuid:id>/delete")
async def delete(id: UUID) -> Response:
    """Deletes an endpoint with its deliveries. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    await endpoint.delete()
    await flash(_("%(host)s is deleted.") % {"host": isolate(endpoint.host)})
    return htmx.redirect_to(HOME)


async def own_endpoint(id: UUID) -> WebhookEndpoint:
    """Returns an endpoint of the signed-in account. Raises: NotFound."""
    endpoint = await get_or_refuse(
        WebhookEndpoint.owned_by(authentication.current_account()).select_related("made_by"), id
    )
    set_audit_target(endpoint.host)
    return endpoint


async def _chosen_events() -> list[str]:
    """Returns the ticked events of the submitted form."""
    return [str(name) for name in (await request.form).getlist("events")]


async def _form_page(template: str, form: Form, events: list[str], status: int = 200, **context: Any) -> Response:
    """Renders the form of an endpoint with what was entered."""
    types = offered_types(events)
    nouns = {noun: label for noun, label in NOUNS.items() if any(each.noun == noun for each in types.values())}
    return await htmx.render_response(
        template, status=status, active="keys", form=form, chosen=events, types=types, nouns=nouns, **context
    )
