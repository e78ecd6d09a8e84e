"""The operator's page of social networks: what is set up, how connections do, and a switch for each network."""

from __future__ import annotations

from quart import Blueprint, Response, flash

from app.console.network_facts import load_networks
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.operators.setting_changes import change_settings, current_settings, find_setting
from app.publishing.networks.registry import NETWORKS
from app.web import envelope, htmx

HOME, PUBLISHING = f"{PREFIX}/networks", "publishing"
blueprint = Blueprint("operator_networks", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("networks", N_("Networks"), "share", HOME, order=80))


@blueprint.get("")
async def list_networks() -> Response:
    """The page."""
    publishing = await find_setting(PUBLISHING)
    return await htmx.render_response(
        "console/networks.html", active="networks", rows=await load_networks(), publishing=publishing
    )


@blueprint.post("/<name>/actions/<any('on', 'off'):verb>")
async def switch(name: str, verb: str) -> Response:
    """Turns a network, or all of publishing, on or off, with a way back. Raises: NotFound."""
    settings = {each.setting.name: each for each in await current_settings()}
    if name not in {PUBLISHING, *NETWORKS} or (setting := settings.get(name)) is None:
        raise NotFound
    try:
        await change_settings({name: verb}, {name: setting.version})
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
        return htmx.redirect_to(HOME)
    back = "off" if verb == "on" else "on"
    await flash(
        {"text": _("Saved. Every server follows within a second."), "undo": f"{HOME}/{name}/actions/{back}"}  # type: ignore[arg-type]
    )
    return htmx.redirect_to(HOME)
