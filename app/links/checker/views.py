"""The page of a link that says what the check of its destinations saw, and whether it is checked every week."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.links import links_page
from app.links.all_destinations import destinations_of
from app.links.checker import queueing
from app.links.checker.page_check import user_agent
from app.links.destination_check import DestinationCheck
from app.links.destination_status import describe, known_checks, state_of
from app.links.models import Link
from app.plans.plan_limits import ALL_PLANS
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("destinations", __name__, url_prefix="/dashboard/links/<uuid:id>/destinations")
authentication.require_sign_in(blueprint, BlueprintActs())
WANTED = {"plan": None, "yes": True, "no": False}  # the values of the field, and what the column stores


class Destination(NamedTuple):
    """An address that a link can lead to: its row if there is one, the state, and a sentence about it."""

    url: str
    check: DestinationCheck | None
    state: str
    sentence: str
    waits: bool


@blueprint.get("")
async def show_destinations(id: UUID) -> Response:
    """The page, or for htmx the part of it that changes while addresses wait for their turn."""
    return await _render(await links_page.get_owned_link(authentication.current_account(), id))


@blueprint.post("")
async def save_choice(id: UUID) -> Response:
    """Saves whether the link is checked every week; "plan" leaves it to the plan."""
    account, form = authentication.current_account(), await Form.submitted()
    link = await links_page.get_owned_link(account, id)
    await link.edit(account, destination_checked=WANTED.get(form["destination_checked"]))
    await flash(_("Saved %(name)s") % {"name": link.display_url})
    return htmx.redirect_to(_path(link))


@blueprint.post("/actions/check")
async def check_now(id: UUID) -> Response:
    """Queues a look at the destinations; a refusal is shown on the page."""
    account = authentication.current_account()
    link = await links_page.get_owned_link(account, id)
    try:
        await queueing.check_now(account, link)
    except Refusal as refusal:
        response = await _render(link, envelope.refusal_message(refusal), envelope.page_status(refusal))
        if refusal.retry_after is not None:
            response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    if htmx.wants_fragment():
        return await _render(link)
    return htmx.redirect_to(_path(link))


async def _render(link: Link, problem: str = "", status: int = 200) -> Response:
    await link.fetch_related("checks")
    template = "links/_destinations.html" if htmx.wants_fragment() else "links/destinations.html"
    return await htmx.render_response(template, status=status, active="links", problem=problem, **_context(link))


def _context(link: Link) -> dict[str, Any]:
    """The context of the page of a link whose checks are fetched."""
    account, rows = authentication.current_account(), {row.url: row for row in known_checks(link)}
    places = [_destination(url, rows.get(url)) for url in destinations_of(link)]
    return {
        "link": link,
        "destinations": places,
        "waits": any(place.waits for place in places),
        "choice": next(name for name, wanted in WANTED.items() if wanted is link.destination_checked),
        "plan": ALL_PLANS[account.plan_name],
        "is_wanted": queueing.is_wanted(account, link),
        "agent": user_agent(),
    }


def _destination(url: str, row: DestinationCheck | None) -> Destination:
    """One line of the page."""
    waits = row is not None and row.due_at is not None and row.due_at <= clock.now()
    if row is None:
        return Destination(url, None, "waiting", "", waits)
    return Destination(url, row, state_of(row), describe(row), waits)


def _path(link: Link) -> str:
    return f"/dashboard/links/{link.id}/destinations"
