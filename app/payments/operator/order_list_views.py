"""The operator's list of orders."""

from __future__ import annotations

from quart import Blueprint, Response, request

from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.operators.navigation import Entry
from app.payments.operator import order_search
from app.payments.operator.order_list import orders_to_look_at
from app.payments.operator.order_search import HOME, OrderSearch
from app.web import htmx

LOOK = "order_list"
blueprint = Blueprint("operator_orders", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("payments", N_("Payments"), "wallet", HOME, order=40, waiting=orders_to_look_at))
add_look_sentences({LOOK: N_("looked through the list of payments.")})


@blueprint.get("")
async def list_orders() -> Response:
    """The page of all orders, or the part of it that htmx requests for a search or for its next rows."""
    search = OrderSearch.of(request.args)
    await record_look(LOOK, "")
    region = await order_search.list_context(search)
    templates = "operator_payments/_rows.html", "operator_payments/_list.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    choices = await order_search.choices()
    return await htmx.render_response("operator_payments/list.html", active="payments", **choices, **region)
