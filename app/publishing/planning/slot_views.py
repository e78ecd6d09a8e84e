"""The weekly times of a connection."""

from __future__ import annotations

import re
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.connections.connection import Connection
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.planning.queue import next_free_time
from app.publishing.planning.weekly_slots import InvalidSlot, Slot, replace_slots, slots_of
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

blueprint = Blueprint("weekly_slots", __name__, url_prefix="/dashboard/publishing/accounts/<uuid:id>/times")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs())
TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
SLOT = re.compile(r"([0-6])-(\d{1,4})")


@blueprint.get("/")
async def show_slots(id: UUID) -> Response:
    """The weekly times of a connection. Raises: NotFound."""
    return await _page(await _own(id), Form())


@blueprint.post("/")
async def add_slots(id: UUID) -> Response:
    """Adds one time on the chosen weekdays. Raises: NotFound."""
    connection, form = await _own(id), await Form.submitted()
    chosen = (await request.form).getlist("days")[:7]
    try:
        wanted = [*await slots_of(connection.id), *_new_slots(form["time"], chosen)]
        await replace_slots(connection, wanted)
    except Refusal as refusal:
        return await _page(connection, form.blame(refusal), chosen, envelope.page_status(refusal))
    set_audit_target(connection.username)
    await flash(_("The weekly times are saved."))
    return htmx.redirect_to(f"/dashboard/publishing/accounts/{id}/times/")


@blueprint.post("/remove")
async def remove_slot(id: UUID) -> Response:
    """Removes one weekly time; posts that wait for it keep their time. Raises: NotFound."""
    connection, form = await _own(id), await Form.submitted()
    match = SLOT.fullmatch(form["slot"][:10])
    removed = Slot(int(match[1]), int(match[2])) if match else None
    await replace_slots(connection, [slot for slot in await slots_of(connection.id) if slot != removed])
    set_audit_target(connection.username)
    await flash(_("The weekly time is removed. Posts that wait for it keep their time."))
    return htmx.redirect_to(f"/dashboard/publishing/accounts/{id}/times/")


def _new_slots(time: str, days: list[str]) -> list[Slot]:
    """The slots of a time on weekdays. Raises: InvalidSlot."""
    match = TIME.fullmatch(time.strip()[:5])
    if not match or not days or not all(day in "0123456" and len(day) == 1 for day in days):
        raise InvalidSlot
    return [Slot(int(day), int(match[1]) * 60 + int(match[2])) for day in days]


async def _own(id: UUID) -> Connection:
    """The connection of the account with an id. Raises: NotFound."""
    return await get_or_refuse(Connection.owned_by(authentication.current_account()), id)


async def _page(connection: Connection, form: Form, chosen: list[str] | None = None, status: int = 200) -> Response:
    zone = authentication.current_account().time_zone
    return await htmx.render_response(
        "publishing/times.html",
        status=status,
        active="publishing",
        connection=connection,
        slots=await slots_of(connection.id),
        next_time=await next_free_time(connection.id, zone),
        form=form,
        chosen=chosen or [],
        zone=zone,
    )
