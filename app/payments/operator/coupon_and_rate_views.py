"""The operator's page of coupons and of the rate of the dollar."""

from __future__ import annotations

from datetime import date
from typing import Any

from quart import Blueprint, Response, flash, request

from app.kernel.i18n import gettext as _
from app.kernel.refusal import Faults, NotFound, Refusal
from app.operators.guard import PREFIX, register_operator_pages
from app.payments import operator_calendar
from app.payments.coupon import Coupon, check_values, fold_code
from app.payments.exchange_rate import DOLLAR, InvalidRate, latest_rate, read_rates
from app.payments.money import RUPIAH, InvalidAmount, format_money, parse_money
from app.payments.operator import coupon_and_rate_acts
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch
from app.web.pagination import page_after

HOME, PAGE_SIZE = f"{PREFIX}/prices", 50
blueprint = Blueprint("operator_prices", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


@blueprint.get("")
async def prices_page() -> Response:
    """The rate, the coupons, and the forms that change them."""
    return await _page(Form(), Form())


@blueprint.post("/rate")
async def set_rate() -> Response:
    """Sets the rate of the dollar; a refused form is shown again."""
    form = await Form.submitted()
    try:
        rupiah, day = _read_rate(form)
        await coupon_and_rate_acts.set_rate(rupiah, day)
    except Refusal as refusal:
        return await _page(form.blame(refusal), Form(), envelope.page_status(refusal))
    await flash(_("The rate is set. Every server uses it within a minute."))
    return htmx.redirect_to(HOME)


@blueprint.post("/coupons")
async def create_coupon() -> Response:
    """Makes a coupon; a refused form is shown again."""
    form = await Form.submitted()
    try:
        coupon = await coupon_and_rate_acts.create_coupon(**_read_coupon(form))
    except Refusal as refusal:
        return await _page(Form(), form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The coupon %(code)s is made.") % {"code": coupon.code})
    return htmx.redirect_to(HOME)


@blueprint.get("/coupons/<code>/stop")
async def stop_form(code: str) -> Response:
    """Asks whether a coupon is to end; for one that has, redirects to the list."""
    coupon = await Coupon.get_or_none(code=fold_code(code))
    if coupon is None:
        raise NotFound
    if coupon.withdrawn_at:
        return htmx.redirect_to(HOME)
    return await htmx.render_response("operator_payments/stop_coupon.html", active="payments", coupon=coupon)


@blueprint.post("/coupons/<code>/stop")
async def stop_coupon(code: str) -> Response:
    """Ends a coupon. Raises: NotFound, also for one that has ended."""
    await coupon_and_rate_acts.stop_coupon(code)
    await flash(_("The coupon is stopped. Orders that have it keep it."))
    return htmx.redirect_to(HOME)


def _read_rate(form: Form) -> tuple[int, date | None]:
    """Returns the rate and its day, None for today. Raises: all refusals of the form at once."""
    faults, rupiah, day = Faults.gather(), 0, None
    with faults.catching():
        try:
            rupiah = parse_money(form["rate"], RUPIAH)
        except InvalidAmount:
            raise InvalidRate from None
    with faults.catching():
        day = operator_calendar.parse_day(form["day"])
        operator_calendar.refuse_future(day)
    faults.raise_if_any()
    return rupiah, day


def _read_coupon(form: Form) -> dict[str, Any]:
    """Returns the values of a new coupon; what is no number is one that no coupon can have.

    Raises: InvalidDay and InvalidCoupon, all at once.
    """
    percent, amount = _number(form["percent"], wrong=-1), _number(form["amount"], wrong=-1)
    faults, uses, until = Faults.gather(), _number(form["uses"], wrong=0), None
    with faults.catching():
        until = operator_calendar.parse_day(form["until"], "until")
    with faults.catching():
        end = operator_calendar.end_of_day(until) if until else None
        check_values(form["code"], percent, amount, uses, end)
    faults.raise_if_any()
    return {"code": form["code"], "percent": percent, "amount": amount, "uses": uses, "until": until}


def _number(typed: str, *, wrong: int) -> int:
    """Returns a typed whole number, 0 for an empty text, `wrong` for anything else."""
    if not typed.strip():
        return 0
    try:
        return parse_money(typed, RUPIAH)
    except InvalidAmount:
        return wrong


async def _page(rate_form: Form, coupon_form: Form, status: int = 200) -> Response:
    search = ListSearch.of(HOME, request.args)
    coupons = Coupon.filter(code__icontains=search.q) if search.q else Coupon.all()
    page = await page_after(coupons, by="id", after=search.after, size=PAGE_SIZE, descending=True)
    region: dict[str, Any] = {"coupons": page.rows, "next": page.next, "search": search, "money": format_money}
    if request.method == "GET" and htmx.wants_fragment():
        part = "_coupon_rows" if search.after else "_coupons"
        return await htmx.render_response(f"operator_payments/{part}.html", **region)
    await read_rates()
    return await htmx.render_response(
        "operator_payments/prices.html",
        status=status,
        active="payments",
        rate_form=rate_form,
        coupon_form=coupon_form,
        rate=latest_rate(DOLLAR),
        **region,
    )
