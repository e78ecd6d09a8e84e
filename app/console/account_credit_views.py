"""The operator's page of an account's credits for AI models, as `kliqs gateway credits give` does it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash

from app.accounts.models import Account
from app.console.account_search import HOME
from app.console.account_views import LOOK
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.gift import give_credits
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.operators.looks import record_look
from app.payments.money import RUPIAH, InvalidAmount, format_money, parse_money
from app.web import envelope, htmx
from app.web.forms import Form

LONGEST_AMOUNT = 20  # characters
TAKE = "take"
blueprint = Blueprint("operator_account_credits", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


@blueprint.get("/<uuid:id>/credits")
async def credits_page(id: UUID) -> Response:
    """What an account has, and the form that gives it credits or takes them back. Raises: NotFound."""
    account = await _find(id)
    await record_look(LOOK, str(account.id))
    return await _page(account, Form())


@blueprint.post("/<uuid:id>/credits")
async def change_credits(id: UUID) -> Response:
    """Gives credits or takes them back; a refused form is shown again. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    try:
        left = await give_credits(account, _rupiah(form["rupiah"]), form["note"], take_back=form["way"] == TAKE)
    except Refusal as refusal:
        return await _page(account, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("Saved. It has %(amount)s of credits now.") % {"amount": format_money(left, RUPIAH)})
    return htmx.redirect_to(f"{HOME}/{account.id}/credits")


def _rupiah(typed: str) -> int:
    """Returns whole rupiah as people write them; 0, which `give_credits` refuses, for what is no amount."""
    try:
        return parse_money(typed[: LONGEST_AMOUNT + 1], RUPIAH)
    except InvalidAmount:
        return 0


async def _find(id: UUID) -> Account:
    """Returns an account of somebody; guests have no credits. Raises: NotFound."""
    if account := await Account.get_or_none(id=id, guest_digest=None):
        return account
    raise NotFound


async def _page(account: Account, form: Form, status: int = 200) -> Response:
    balance = await AiBalance.get_or_none(account_id=account.id)
    left = format_money(balance.left // MICRO if balance else 0, RUPIAH)
    context: dict[str, Any] = {"account": account, "left": left, "form": form}
    return await htmx.render_response("console/account_credits.html", status=status, active="accounts", **context)
