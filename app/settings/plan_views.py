"""The page "Plan and billing" of the settings: what the account has, and the form that buys a plan."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.gateway.navigation import is_gateway_shown
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.payments.checkout import order_list, plan_status, purchase_form
from app.payments.checkout.purchase_form import Choice
from app.payments.checkout.way_labels import label_ways
from app.plans import prices, quota
from app.plans.plan_limits import MAX_KEYS, MB, PLANS
from app.settings import plan_consequences
from app.settings.usage_summary import plan_usage
from app.sign_in.verified_email_guard import needs_verified_email
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

HOME = "/dashboard/settings/plan"
blueprint = Blueprint("plan", __name__, url_prefix=HOME)
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_ACCOUNT, MANAGE_ACCOUNT))


@blueprint.get("")
async def plan_page() -> Response:
    """The page; for htmx the part of the form that changes with what is chosen in it."""
    values = {name: request.args.get(name, "") for name in ("plan", "months", "provider", "coupon")}
    form = Form(values)
    if htmx.wants_fragment():
        return await htmx.render_response("payments/_choice.html", form=form, **await _choice_context(form))
    return await _page(form, begin=True)


@blueprint.post("")
@needs_verified_email
async def buy_plan() -> Response:
    """Opens the order that the form describes and leads to its page; the button "Show the sum" only shows the sum."""
    form = await Form.submitted()
    if form.has("update"):
        return await _page(form)
    try:
        order = await purchase_form.buy(form.values, authentication.current_account())
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    set_audit_target(order.reference)
    return htmx.redirect_to(f"{HOME}/orders/{order.reference}")


async def _page(form: Form, status: int = 200, *, begin: bool = False) -> Response:
    """Renders the page; the form begins with the buyer's details as they were last."""
    user, account = authentication.current_user(), authentication.current_account()
    orders = await order_list.latest_rows(account)
    if begin:
        form.values |= purchase_form.initial_buyer(user, account, orders[0].order if orders else None)
    return await htmx.render_response(
        "settings/plan.html",
        status=status,
        active="settings",
        form=form,
        order_id=form["order"] or str(uuid4()),
        orders=orders,
        plans=PLANS.values(),
        prices=prices,
        most_keys=MAX_KEYS,
        MB=MB,
        **await _plan_context(account),
        **await _choice_context(form),
    )


async def _plan_context(account: Account) -> dict[str, Any]:
    """The context of what the account has: its plan and usage, what is paid, and what its end would mean."""
    lines, bought = await plan_usage(account), await plan_status.load_status(account)
    after = plan_consequences.next_plan(account)
    in_grace = bought is not None and bought.in_grace
    return {
        "plan": quota.plan_of(account),
        "lines": lines,
        "resets_at": clock.start_of_next_month(),
        "bought": bought,
        "next_plan": after,
        "consequences": plan_consequences.list_consequences(account, lines, after) if in_grace else [],
    }


async def _choice_context(form: Form) -> dict[str, Any]:
    """The context of the part of the form that changes: what is chosen, its sum, and what it has too little room for.

    What is wrong with the choice is added to the form's errors.
    """
    account = authentication.current_account()
    choice = await purchase_form.read_choice(form.values, account)
    summary = await _summary(choice, form)
    if choice and choice.refusal:
        form.blame(choice.refusal)
    smaller = choice is not None and plan_consequences.is_smaller(choice.plan, account)
    lines = await plan_usage(account) if choice and smaller else []
    return {
        "choice": choice,
        "summary": summary,
        "over": plan_consequences.limits_exceeded(account, lines, choice.plan) if choice else [],
        "offers": purchase_form.list_offers(choice, account) if choice else [],
        "periods": purchase_form.period_choices(),
        "ways": label_ways(choice.ways) if choice else [],
        "gateway_on": await is_gateway_shown(),
    }


async def _summary(choice: Choice | None, form: Form) -> purchase_form.Summary | None:
    """What the choice costs; None where nothing is sold, or the provider takes no such amount, which the form says."""
    if choice is None:
        return None
    try:
        return await purchase_form.summarize(choice, authentication.current_account())
    except Refusal as refusal:
        form.blame(refusal)
        return None
