"""The pages of orders in the settings: pay, see what became of it, check, cancel, and try again."""

from __future__ import annotations

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.payments import notifications, order_coin, ordering
from app.payments.charges import charge_of
from app.payments.checkout import live_order, order_list, order_qr_code, order_screen, purchase_form, way_labels
from app.payments.checkout.order_screen import OrderScreen
from app.payments.order import Order
from app.payments.ordering import CannotCancel
from app.payments.providers.practice import PracticeProvider
from app.payments.receipt import Receipt
from app.payments.receipt_document import compose_receipt
from app.sign_in.verified_email_guard import needs_verified_email
from app.web import envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.forms import Form

HOME = "/dashboard/settings/plan/orders"
blueprint = Blueprint("orders", __name__, url_prefix=HOME)
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        MANAGE_ACCOUNT, MANAGE_ACCOUNT, in_grace=frozenset({"check_order", "choose_coin", "cancel_order", "practise"})
    ),
)


@blueprint.get("/")
async def list_orders() -> Response:
    """The page of all orders, or the part of it that htmx requests for a search or for its next rows."""
    search = order_list.Search.of(request.args)
    region = await order_list.list_context(authentication.current_account(), search)
    templates = "payments/_order_rows.html", "payments/_order_list.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    return await htmx.render_response(
        "payments/orders.html", active="settings", states=order_list.state_choices(), **region
    )


@blueprint.get("/<reference:reference>")
async def order_page(reference: str) -> Response:
    """The page of an order: how to pay it, or what became of it."""
    return await _page(await _own_order(reference))


@blueprint.get("/<reference:reference>/events")
async def stream_events(reference: str) -> Response:
    """Streams the state of an order as server-sent events; `shown` is the version of the screen.

    Raises: TooManyStreams.
    """
    order, account = await _own_order(reference), authentication.current_account()
    session, shown = authentication.current_session(), request.args.get("shown", "")
    return live_order.order_response(order, account, session, shown)


@blueprint.get("/<reference:reference>/code.png")
async def code_picture(reference: str) -> Response:
    """Downloads the QR code of an order; without one, redirects to the page that says why."""
    order = await _own_order(reference)
    if not (picture := order_qr_code.draw_png(order)):
        return htmx.redirect_to(f"{HOME}/{order.reference}")
    return _file(picture, "image/png", f"qris-{order.reference}.png")


@blueprint.post("/<reference:reference>/actions/check")
async def check_order(reference: str) -> Response:
    """Asks the provider whether the payment has arrived."""
    order = await _own_order(reference)
    before = (await _screen(order)).phase
    screen = await _screen(await live_order.refresh_order(order))
    if screen.phase == before:
        await flash(_("Nothing has arrived yet. It can take a few minutes; we keep looking, even if you close this."))
    return htmx.redirect_to(f"{HOME}/{order.reference}")


@blueprint.post("/<reference:reference>/actions/choose-coin")
async def choose_coin(reference: str) -> Response:
    """Chooses the coin in which an order is paid on its page; why that cannot be is said there."""
    form, order = await Form.submitted(), await _own_order(reference)
    try:
        await order_coin.choose_coin(order, form["coin"])
    except NotFound:
        raise
    except Refusal as refusal:
        return await _page(await _own_order(reference), refusal)
    return htmx.redirect_to(f"{HOME}/{order.reference}")


@blueprint.get("/<reference:reference>/cancel")
async def cancel_form(reference: str) -> Response:
    """Asks whether an order is to be cancelled. One that can no longer be redirects to its page."""
    order = await _own_order(reference)
    if order.state not in ordering.CANCELLABLE:
        return htmx.redirect_to(f"{HOME}/{order.reference}")
    return await htmx.render_response("payments/cancel.html", screen=await _screen(order), active="settings")


@blueprint.post("/<reference:reference>/actions/cancel")
async def cancel_order(reference: str) -> Response:
    """Cancels an order; one that is paid meanwhile stays paid, and its page says so."""
    order = await _own_order(reference)
    try:
        await ordering.cancel_order(order, way_labels.find_provider(order.provider))
    except CannotCancel as refusal:
        await flash(envelope.refusal_message(refusal))
    else:
        set_audit_target(order.reference)
    return htmx.redirect_to(f"{HOME}/{order.reference}")


@blueprint.post("/<reference:reference>/actions/again")
@needs_verified_email
async def order_again(reference: str) -> Response:
    """Opens a new order with the content of this one, for a code that has ended or a service that did not answer."""
    form, order = await Form.submitted(), await _own_order(reference)
    try:
        new = await purchase_form.buy_again(order, authentication.current_account(), form["order"])
    except Refusal as refusal:
        return await _page(await _own_order(reference), refusal)
    set_audit_target(new.reference)
    return htmx.redirect_to(f"{HOME}/{new.reference}")


@blueprint.post("/<reference:reference>/actions/practise")
async def practise(reference: str) -> Response:
    """Pays an order with a practice payment, in development. Raises: NotFound anywhere else."""
    order = await _own_order(reference)
    provider = way_labels.find_provider(order.provider)
    if not isinstance(provider, PracticeProvider):
        raise NotFound
    headers, body = provider.press(charge_of(order))
    await notifications.receive_notification(provider, headers, body)
    return htmx.redirect_to(f"{HOME}/{order.reference}")


@blueprint.get("/<reference:reference>/receipt")
async def receipt_page(reference: str) -> Response:
    """The receipt of a paid order, to be read and printed."""
    receipt, order = await _own_receipt(reference)
    return await htmx.render_response(
        "payments/receipt.html",
        active="settings",
        document=compose_receipt(receipt, order),
        order=order,
        way=way_labels.short_name(order.provider, order.kind),
    )


@blueprint.get("/<reference:reference>/receipt.pdf")
async def receipt_file(reference: str) -> Response:
    """Downloads the receipt of a paid order as a PDF."""
    from app.payments.receipt_pdf import render_receipt_pdf  # reportlab takes long to load, and few download a receipt

    receipt, order = await _own_receipt(reference)
    return _file(
        render_receipt_pdf(compose_receipt(receipt, order)), "application/pdf", f"kliqs-{receipt.shown_number}.pdf"
    )


async def _page(order: Order, refusal: Refusal | None = None) -> Response:
    """Renders the page of an order, with why it could not be opened again."""
    status = envelope.page_status(refusal) if refusal else 200
    error = envelope.refusal_message(refusal) if refusal else ""
    screen = await _screen(order)
    return await htmx.render_response(
        "payments/order.html", status=status, screen=screen, error=error, active="settings"
    )


async def _screen(order: Order) -> OrderScreen:
    return await order_screen.load_screen(order)


async def _own_order(reference: str) -> Order:
    """Returns an order of the account. Raises: NotFound."""
    return await ordering.find_order(authentication.current_account(), reference)


async def _own_receipt(reference: str) -> tuple[Receipt, Order]:
    """Returns the receipt of an order of the account. Raises: NotFound, also for an order that is not paid."""
    order = await _own_order(reference)
    receipt = await Receipt.get_or_none(order_id=order.id)
    if receipt is None:
        raise NotFound
    return receipt, order


def _file(content: bytes, content_type: str, name: str) -> Response:
    response = Response(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
