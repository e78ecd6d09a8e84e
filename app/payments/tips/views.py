"""Settings → Tips: connects a payment service of the creator's own, and shows the tips that were paid."""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.accounts.security_log import record_event
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.payments.tips import tip_list
from app.payments.tips.taking_tips import LEAST, MOST
from app.payments.tips.tip_connection import TipConnection
from app.team.audit_sentences import add_sentences
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form
from app.web.pagination import MAX_CURSOR_LENGTH

HOME = "/dashboard/settings/tips"
blueprint = Blueprint("tips", __name__, url_prefix=HOME)
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_ACCOUNT, MANAGE_ACCOUNT))
add_sentences(
    "pages",
    {
        "tips.connect": N_("connected a payment service for tips."),
        "tips.disconnect": N_("disconnected the payment service for tips."),
        "tips.give_back": N_("noted that the tip %(thing)s was given back."),
        "tips.keep": N_("noted that the tip %(thing)s was not given back."),
    },
)


@blueprint.get("")
async def tips_page() -> Response:
    """The connected service, or the forms to connect one, and the tips that were paid; or their next rows for htmx."""
    if (cursor := _cursor()) and htmx.wants_fragment():
        tips = await tip_list.paid_tips(authentication.current_account(), cursor)
        return await htmx.render_response("tips/_rows.html", tips=tips)
    return await _page(Form())


@blueprint.post("/connect")
@needs_confirmation
async def connect() -> Response:
    """Connects a service whose credentials work; a refused form is shown again, without them."""
    form, account = await Form.submitted(), authentication.current_account()
    try:
        await TipConnection.connect(account, form["provider"], form.values, sandbox=form.has("sandbox"))
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await record_event(authentication.current_user().id, "tips_connected")
    await flash(_("The service is connected. Your tip blocks show its codes from now on."))
    return htmx.redirect_to(HOME)


@blueprint.get("/disconnect")
@needs_confirmation
async def disconnect_form() -> Response:
    """Asks whether to disconnect the service; where it is disconnected already, the page of tips says so."""
    if (connection := await _connection()) is None:
        return htmx.redirect_to(HOME)
    return await htmx.render_response("tips/disconnect.html", active="settings", connection=connection)


@blueprint.post("/disconnect")
@needs_confirmation
async def disconnect() -> Response:
    """Forgets the credentials; does nothing where they are forgotten already."""
    if connection := await _connection():
        await connection.disconnect()
        await record_event(authentication.current_user().id, "tips_disconnected")
        await flash(_("The service is disconnected, and its credentials are forgotten."))
    return htmx.redirect_to(HOME)


@blueprint.get("/tips.csv")
async def download_tips() -> Response:
    """A CSV file with all paid tips of the account."""
    headers = {"Content-Disposition": 'attachment; filename="tips.csv"', "Cache-Control": "no-store"}
    lines = [line async for line in tip_list.csv_lines(authentication.current_account())]
    return Response("".join(lines), 200, headers, content_type="text/csv; charset=utf-8")


@blueprint.get("/<uuid:id>/give-back")
async def give_back_form(id: UUID) -> Response:
    """Asks whether a tip was given back; for one of which that is noted, redirects to the list."""
    tip = await tip_list.find_paid_tip(authentication.current_account(), id)
    if tip.given_back_at:
        return htmx.redirect_to(HOME)
    return await htmx.render_response("tips/give_back.html", active="settings", tip=tip)


@blueprint.post("/<uuid:id>/give-back")
async def give_back(id: UUID) -> Response:
    """Notes that a tip was given back: the sums leave it out."""
    return await _note(id, _("The tip is noted as given back, and the sums leave it out."), back=True)


@blueprint.post("/<uuid:id>/keep")
async def keep(id: UUID) -> Response:
    """Takes the note away that a tip was given back."""
    return await _note(id, _("The tip counts again."), back=False)


async def _note(id: UUID, message: str, *, back: bool) -> Response:
    """Notes whether a tip was given back; the same note twice changes nothing."""
    tip = await tip_list.find_paid_tip(authentication.current_account(), id)
    if await tip_list.note_given_back(tip, back=back):
        set_audit_target(tip.reference)
    await flash(message)
    return htmx.redirect_to(HOME)


async def _connection() -> TipConnection | None:
    """Returns the connection of the account, None without one."""
    return await TipConnection.of_account(authentication.current_account().id)


def _cursor() -> str:
    """Returns the place in the list of tips at which the page begins, "" for the newest."""
    return request.args.get("after", "")[: MAX_CURSOR_LENGTH + 1]


async def _page(form: Form, status: int = 200) -> Response:
    account = authentication.current_account()
    return await htmx.render_response(
        "tips/settings.html",
        status=status,
        active="settings",
        form=form,
        connection=await TipConnection.of_account(account.id),
        tips=await tip_list.paid_tips(account, _cursor()),
        month=await tip_list.sum_tips(account, tip_list.begin_of_month(account)),
        total=await tip_list.sum_tips(account),
        least=LEAST,
        most=MOST,
    )
