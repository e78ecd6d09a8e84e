"""The operator's page of an order, with the acts that need no form: ask the service, replay an event, take it off."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.payments.operator import order_acts
from app.payments.operator.order_list import order_of
from app.payments.operator.order_page import load_events, load_page
from app.payments.operator.order_search import HOME
from app.payments.order import Order
from app.payments.order_checks import Answer
from app.payments.payment_event import Outcome
from app.payments.receipt import Receipt
from app.payments.receipt_document import compose_receipt
from app.web import envelope, htmx

LOOK = "order"
blueprint = Blueprint("operator_order", __name__, url_prefix=f"{HOME}/<reference:reference>")
register_operator_pages(blueprint)
add_look_sentences({LOOK: N_("looked at the order %(thing)s.")})
GOOD, WARM = "", "warm"
ANSWERS = {
    Answer.ANSWERED: (N_("The service answered. What it says is below."), GOOD),
    Answer.UNKNOWN: (N_("The service knows no payment of this order."), WARM),
    Answer.SILENT: (N_("The service does not answer as it should. It is asked again by itself, later."), WARM),
    Answer.NOT_ASKED: (N_("There is nothing to ask: its service cannot be asked, only you know."), WARM),
}
OUTCOMES = {
    Outcome.APPLIED: (N_("Done."), GOOD),
    Outcome.NOTED: (N_("It is noted; it changed nothing."), WARM),
    Outcome.HINT: (N_("The service is being asked. Open this page again in a moment."), GOOD),
    Outcome.ATTENTION: (N_("The order needs you: read what is said above."), WARM),
}


@blueprint.get("")
async def order_page(reference: str) -> Response:
    """The page of an order, or its next events for htmx."""
    order, after = await order_to_show(reference), request.args.get("after", "")
    if after and htmx.wants_fragment():
        return await htmx.render_response("operator_payments/_events.html", page=await load_events(order, after))
    page = await load_page(order, after)
    return await htmx.render_response("operator_payments/order.html", active="payments", page=page)


@blueprint.post("/actions/check")
async def check_order(reference: str) -> Response:
    """Asks the payment service about an order, and says whether it answered."""
    checked = await order_acts.check_order(await order_of(reference))
    return await to_order(checked.order, ANSWERS[checked.answer])


@blueprint.post("/actions/seen")
async def mark_seen(reference: str) -> Response:
    """Takes an order off the list of those that need attention."""
    order = await order_of(reference)
    await order_acts.mark_seen(order)
    return await to_order(order, (N_("The order is off the list of those that need you."), GOOD))


@blueprint.post("/events/<int:id>/replay")
async def replay_event(reference: str, id: int) -> Response:
    """Does once more what a stored event of an order said; nothing is credited twice."""
    try:
        order, outcome = await order_acts.replay_event(id, await order_of(reference))
    except OverflowError:
        raise order_acts.UnknownEvent from None
    return await to_order(order, OUTCOMES[outcome])


@blueprint.get("/receipt.pdf")
async def receipt_file(reference: str) -> Response:
    """Downloads the receipt of a paid order as a PDF."""
    from app.payments.receipt_pdf import render_receipt_pdf  # reportlab takes long to load

    order = await order_to_show(reference)
    receipt = await Receipt.get_or_none(order_id=order.id)
    if receipt is None:
        raise NotFound
    response = Response(render_receipt_pdf(compose_receipt(receipt, order)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-{receipt.shown_number}.pdf"'
    return response


async def order_to_show(reference: str) -> Order:
    """Returns the order with this reference, and records that an operator looks at it. Raises: UnknownOrder."""
    order = await order_of(reference)
    await record_look(LOOK, order.reference)
    return order


async def to_order(order: Order, message: tuple[str, str]) -> Response:
    """Redirects to the page of an order with a message: its English text and its tone."""
    notice: Any = {"text": _(message[0]), "kind": message[1]}
    await flash(notice)
    return htmx.redirect_to(f"{HOME}/{order.reference}")


async def refuse(order: Order, template: str, form: Any, refusal: Refusal) -> Response:
    """Shows the form of an act again, with what is wrong by each field."""
    await record_look(LOOK, order.reference)
    context = {"page": await load_page(order), "form": form.blame(refusal)}
    status = envelope.page_status(refusal)
    return await htmx.render_response(template, status=status, active="payments", **context)
