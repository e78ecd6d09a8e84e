"""The page of credits: what is left, buying more, the budgets, and what came in and went out."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.gateway.catalogue.offered import offered_models
from app.gateway.credits import budget_form, own_keys
from app.gateway.metering import alerts
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.budgets import InvalidBudget, parse_budget
from app.gateway.metering.statement import csv_lines, read_statement
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.screens import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.screens.credit_estimates import describe_sums
from app.gateway.screens.credit_ledger import LedgerPage, parse_month
from app.gateway.screens.spending import MODEL, load_spending
from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.payments import catalogue
from app.payments.checkout import credit_form, purchase_form
from app.payments.checkout.way_labels import label_ways
from app.payments.order import Order
from app.plans import quota
from app.sign_in.verified_email_guard import needs_verified_email
from app.web import envelope, htmx
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.csv_writer import BOM
from app.web.forms import Form

WARN = "warn_below"
ORDERS = "/dashboard/settings/plan/orders"
blueprint = Blueprint("ai_credits", __name__, url_prefix=f"{HOME}/credits")
authentication.require_sign_in(blueprint, BlueprintActs(write=MANAGE_ACCOUNT))
hide_until_set_up(blueprint)


class InvalidWarning(Refusal):
    """The sum below which the owners want a mail is none."""

    code, field, says = "INVALID_WARNING", WARN, N_("Type a sum in whole rupiah, or leave it empty for no mail.")


@blueprint.get("")
async def credits_page() -> Response:
    """The page."""
    return await _page()


@blueprint.post("")
@needs_verified_email
async def buy_credits() -> Response:
    """Opens the order that the form describes, and redirects to its page."""
    form = await Form.submitted()
    try:
        order = await credit_form.buy_credits(form.values, authentication.current_account())
    except Refusal as refusal:
        return await _page(purchase=form.blame(refusal), status=envelope.page_status(refusal))
    set_audit_target(order.reference)
    return htmx.redirect_to(f"{ORDERS}/{order.reference}")


@blueprint.post("/budgets")
@needs_confirmation
async def save_budgets() -> Response:
    """Sets the monthly budgets in the form, all of them or none."""
    form = await Form.submitted()
    try:
        changed = await budget_form.save_budgets(
            authentication.current_account(), form.values, list(await offered_models())
        )
    except Refusal as refusal:
        return await _page(budgets=form.blame(refusal), status=422)
    if changed:
        await flash(_("The budgets are saved."))
    else:
        mark_unchanged()
    return htmx.redirect_to(f"{HOME}/credits#budgets")


@blueprint.post("/warning")
async def save_warning() -> Response:
    """Sets below which sum the owners get a mail; an empty field is for never."""
    form = await Form.submitted()
    try:
        amount = parse_budget(form[WARN], WARN) or 0
    except InvalidBudget:
        return await _page(warning=form.blame(InvalidWarning()), status=422)
    await alerts.set_warning_threshold(authentication.current_account(), amount)
    await flash(_("You get a mail when your credits run low.") if amount else _("You get no mail about your credits."))
    return htmx.redirect_to(f"{HOME}/credits")


@blueprint.get("/statement.csv")
async def statement_file() -> Response:
    """Downloads every change of credits of a month, to the micro-rupiah."""
    month = parse_month(request.args.get("month", ""))
    lines = csv_lines(await read_statement(authentication.current_account(), month))
    response = Response(BOM + "".join(lines), content_type="text/csv; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-ai-credits-{month:%Y-%m}.csv"'
    return response


async def _page(
    *, purchase: Form | None = None, budgets: Form | None = None, warning: Form | None = None, status: int = 200
) -> Response:
    account = authentication.current_account()
    balance = await AiBalance.of(account)
    context = await _purchase_context(account, purchase) | await _budget_context(account, budgets)
    return await htmx.render_response(
        "gateway/credits.html",
        status=status,
        active="ai",
        balance=balance,
        days_left=(await load_spending(account, MODEL)).days_left(max(balance.left, 0)),
        plan=quota.plan_of(account),
        resets_at=clock.start_of_next_month(),
        warning=warning or Form({WARN: i18n.format_number(balance.warn_below // MICRO) if balance.warn_below else ""}),
        ledger=await LedgerPage.load(account, parse_month(request.args.get("month", ""))),
        takes_own_keys=await own_keys.has_places(account),
        **context,
    )


async def _purchase_context(account: Account, form: Form | None) -> dict[str, Any]:
    """Returns the context of the form that buys; for a reader who may buy nothing, nothing."""
    ways = credit_form.ways_to_pay()
    if form is None:
        last = await Order.owned_by(account).order_by("-created_at", "-id").first()
        buyer = purchase_form.initial_buyer(authentication.current_user(), account, last)
        form = Form(credit_form.initial_values(request.args) | buyer)
    return {
        "purchase": form,
        "order_id": form["order"] or str(uuid4()),
        "sums": await describe_sums(account, credit_form.sums_for_sale()),
        "least": catalogue.LEAST_CREDITS * MICRO,
        "most": catalogue.most_credits() * MICRO,
        "ways": label_ways(ways),
        "way": form["provider"] or (ways[0].code if ways else ""),
    }


async def _budget_context(account: Account, form: Form | None) -> dict[str, Any]:
    """Returns the context of the form of budgets: its fields, and the models that have none yet."""
    fields = await budget_form.list_fields(account)
    taken = {each.model for each in fields}
    models = [(id, model.label) for id, model in (await offered_models()).items() if id not in taken]
    return {"fields": fields, "budgets": form or Form({each.name: each.rupiah for each in fields}), "models": models}
