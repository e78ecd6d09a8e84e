"""The first page of the gateway: the month's budget, what was spent, and what is left."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.gateway.metering.balance import AiBalance
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.notices.feed import recent_notices
from app.gateway.screens.budget_state import load_budgets
from app.gateway.screens.spending import DIMENSIONS, MODEL, load_spending
from app.gateway.screens.stacked_chart import build_stacked_chart
from app.gateway.screens.stoppages import load_stoppages
from app.kernel import clock, site
from app.kernel.refusal import N_
from app.web import htmx

LATEST = 3  # news on the overview
LABELS = {"model": N_("Model"), "key": N_("Key"), "kind": N_("Kind")}
blueprint = Blueprint("ai", __name__, url_prefix=HOME)
authentication.require_sign_in(blueprint, BlueprintActs())
hide_until_set_up(blueprint)


@blueprint.get("")
async def overview() -> Response:
    """The overview, or the card of spending in it that htmx requests for another dimension."""
    account = authentication.current_account()
    by = request.args.get("by", MODEL)
    spending = await load_spending(account, by if by in DIMENSIONS else MODEL)
    balance = await AiBalance.of(account)
    card: dict[str, Any] = {
        "spending": spending,
        "chart": build_stacked_chart(spending.days, [each.amounts for each in spending.series]),
        "dimensions": LABELS,
        "balance": balance,
    }
    if htmx.wants_fragment():
        return await htmx.render_response("gateway/_spending.html", **card)
    return await htmx.render_response(
        "gateway/overview.html",
        active="ai",
        budgets=await load_budgets(account),
        stoppages=await load_stoppages(account, balance),
        resets_at=clock.start_of_next_month(),
        news=await recent_notices(LATEST),
        base_url=site.url("api", "/v1"),
        **card,
    )
