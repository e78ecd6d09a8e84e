"""The operator's list of orders."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.operators.guard import register_operator_pages
from app.payments.operator import order_search
from app.payments.operator.order_search import HOME, OrderSearch
from app.web import htmx

blueprint = Blueprint("operator_orders", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


@blueprint.get("")
async def list_orders() -> Response:
    """The page of all orders, or the part of it that htmx requests for a search or for its next rows."""
    search = OrderSearch.of(request.args)
    region = await order_search.list_context(search)
    if search.cursor and htmx.wants_fragment():
        return await htmx.render_response("operator_payments/_rows.html", **region)
    if htmx.wants_fragment():
        return await htmx.render_response("operator_payments/_list.html", **region)
    choices = await order_search.choices()
    return await htmx.render_response("operator_payments/list.html", active="payments", **choices, **region)
