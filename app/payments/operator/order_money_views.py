"""The operator's forms about money of an order: it came, it was paid back, or it came twice. Each asks first."""

from __future__ import annotations

from datetime import date

from quart import Blueprint, Response

from app.kernel.refusal import N_, Faults, Refusal
from app.operators.guard import register_operator_pages
from app.payments import operator_calendar
from app.payments.money import parse_money
from app.payments.operator import order_acts
from app.payments.operator.order_list import order_of
from app.payments.operator.order_page import OrderPage, load_page
from app.payments.operator.order_search import HOME
from app.payments.operator.order_views import GOOD, OUTCOMES, WARM, order_to_show, refuse, to_order
from app.payments.order import Order
from app.payments.payment_event import Outcome
from app.payments.providers.provider import CheckoutKind
from app.web import htmx
from app.web.forms import Form

blueprint = Blueprint("operator_refunds", __name__, url_prefix=f"{HOME}/<reference:reference>")
register_operator_pages(blueprint)
PAID, REFUND, PAID_BACK, AGAIN = (
    f"operator_payments/{name}.html" for name in ("mark_paid", "refund", "pay_back", "second_payment")
)
PAID_ALREADY = (N_("It changed nothing: the order was paid already."), WARM)
NOTED = (N_("It is noted."), GOOD)


@blueprint.get("/paid")
async def paid_form(reference: str) -> Response:
    """Asks what came for an order, and when; redirects to one that cannot be marked any more."""
    return await _form(PAID, page := await load_page(await order_to_show(reference)), allowed=page.markable)


@blueprint.post("/paid")
async def mark_paid(reference: str) -> Response:
    """Marks an order as paid; a refused form is shown again."""
    form, order = await Form.submitted(), await order_of(reference)
    try:
        amount, day = _read_payment(form, order)
        outcome = await order_acts.mark_paid(order, amount, day, anyway=form.has("anyway"))
    except Refusal as refusal:
        return await refuse(order, PAID, form, refusal)
    noted = outcome is Outcome.NOTED and (await Order.get(id=order.id)).paid
    return await to_order(order, PAID_ALREADY if noted else OUTCOMES[outcome])


@blueprint.get("/refund")
async def refund_form(reference: str) -> Response:
    """Asks what was paid back of a paid order, and why."""
    return await _form(REFUND, page := await load_page(await order_to_show(reference)), allowed=page.refundable)


@blueprint.post("/refund")
async def note_refund(reference: str) -> Response:
    """Notes a refund; the same form only once. A refused form is shown again."""
    form, order = await Form.submitted(), await order_of(reference)
    try:
        amount, anyway = _read_amount(form, order), form.has("anyway")
        await order_acts.note_refund(order, amount, form["note"], once=form["once"], anyway=anyway)
    except Refusal as refusal:
        return await refuse(order, REFUND, form, refusal)
    return await to_order(order, NOTED)


@blueprint.get("/paid-back")
async def paid_back_form(reference: str) -> Response:
    """Asks what was paid back of an order of which too little had been paid."""
    return await _form(PAID_BACK, page := await load_page(await order_to_show(reference)), allowed=page.payable_back)


@blueprint.post("/paid-back")
async def note_paid_back(reference: str) -> Response:
    """Notes it, and the order ends; the same form only once. A refused form is shown again."""
    form, order = await Form.submitted(), await order_of(reference)
    try:
        await order_acts.pay_back_underpaid(order, _read_amount(form, order), form["note"], once=form["once"])
    except Refusal as refusal:
        return await refuse(order, PAID_BACK, form, refusal)
    return await to_order(order, NOTED)


@blueprint.get("/second-payment")
async def second_payment_form(reference: str) -> Response:
    """Asks for the number and the amount of a further payment of an order."""
    return await _form(AGAIN, page := await load_page(await order_to_show(reference)), allowed=page.payable_again)


@blueprint.post("/second-payment")
async def book_second_payment(reference: str) -> Response:
    """Books it as an order of its own, which buys the same again, and shows that; the same number only once."""
    form, order = await Form.submitted(), await order_of(reference)
    try:
        number, amount = _read_second_payment(form, order)
        copy = await order_acts.book_second_payment(order, number, amount)
    except Refusal as refusal:
        return await refuse(order, AGAIN, form, refusal)
    return await to_order(copy or order, (N_("The second payment is booked as this order."), GOOD))


def _read_amount(form: Form, order: Order) -> int:
    """Returns the amount of a form and checks its reason. Raises: InvalidAmount, TooLong."""
    return parse_money(form["amount"], order.currency)


def _read_payment(form: Form, order: Order) -> tuple[int | None, date | None]:
    """Returns what came and when; None for what is left empty. Raises: all refusals of the form at once."""
    faults, amount, day = Faults.gather(), None, None
    with faults.catching():
        amount = parse_money(form["amount"], order.currency) if form["amount"].strip() else None
    with faults.catching():
        day = operator_calendar.parse_day(form["day"])
        operator_calendar.refuse_future(day)
    with faults.catching():
        if order.kind != CheckoutKind.MANUAL and not form.has("anyway"):
            raise order_acts.ConfirmedByProvider
    faults.raise_if_any()
    return amount, day


def _read_second_payment(form: Form, order: Order) -> tuple[str, int]:
    """Returns the number and the amount of a further payment. Raises: all refusals of the form at once."""
    faults, number, amount = Faults.gather(), "", 0
    with faults.catching():
        number = order_acts.read_payment_number(form["number"])
    with faults.catching():
        amount = parse_money(form["amount"], order.currency)
    faults.raise_if_any()
    return number, amount


async def _form(template: str, page: OrderPage, *, allowed: bool) -> Response:
    """Shows the form of an act, or redirects to the order where the act is not possible any more."""
    if not allowed:
        return htmx.redirect_to(f"{HOME}/{page.order.reference}")
    return await htmx.render_response(template, active="payments", page=page, form=Form({"once": page.once}))
