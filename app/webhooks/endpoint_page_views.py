"""The page of one endpoint: its facts, its signing secret, its deliveries, test events and replays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.accounts.security_log import record_event
from app.kernel import encryption, i18n
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.time_parser import InvalidTime
from app.web import envelope, htmx
from app.web.first_rows import FirstRows
from app.web.forms import Form
from app.webhooks import listing
from app.webhooks import replay as replays
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import offered_types
from app.webhooks.listing import Search
from app.webhooks.sending import PROBLEMS
from app.webhooks.signing import signed_headers
from app.webhooks.trial import send_test
from app.webhooks.views import HOME, own_endpoint

blueprint = Blueprint("webhook_deliveries", __name__, url_prefix="/dashboard/webhooks")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))


class UnreadableTime(InvalidRequest):
    """Raised for a text that is no time."""

    field, says = "since", N_("Choose a day and a time.")


@blueprint.get("/<uuid:id>")
async def show_endpoint(id: UUID) -> Response:
    """An endpoint with its deliveries, and the one that `open` names. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    search = Search.of(id, request.args)
    if htmx.wants_fragment() and search.cursor:
        page = await listing.deliveries_page(search.matches(), search.cursor)
        return await htmx.render_response(
            "webhooks/_delivery_rows.html", deliveries=page.rows, next=page.next, search=search, open=None
        )
    return await _page(endpoint, search)


@blueprint.post("/<uuid:id>/reveal")
@needs_confirmation
async def reveal(id: UUID) -> Response:
    """Shows the signing secret once on the page, after a fresh proof of who asks. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    await record_event(authentication.current_user().id, "webhook_secret_shown", endpoint.host)
    try:
        secret = endpoint.read_secret()
    except encryption.Undecipherable:
        words = _("The operator has changed KLIQS_SECRET_KEY: replace the signing secret.")
        warning: Any = {"text": words, "kind": "bad"}
        await flash(warning)
        return htmx.redirect_to(f"{HOME}{id}")
    response = await _page(endpoint, Search(id), secret=secret)
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/<uuid:id>/test")
async def test(id: UUID) -> Response:
    """Sends a test event and shows what came of it. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    try:
        delivery, attempt = await send_test(endpoint)
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
        return htmx.redirect_to(f"{HOME}{id}")
    endpoint = await own_endpoint(id)
    return await _page(endpoint, Search(id), test=(delivery, attempt))


@blueprint.post("/<uuid:id>/replay")
async def replay_all(id: UUID) -> Response:
    """Sends the deliveries since a time again; the page with the fault of its form if refused. Raises: NotFound."""
    endpoint, form = await own_endpoint(id), await Form.submitted()
    try:
        count = await replays.replay_since(endpoint, _typed_time(form["since"]), only_failed=form.has("failed"))
    except Refusal as refusal:
        return await _page(endpoint, Search(id), form=form.blame(refusal), status=422)
    words = ngettext("%(num)s event is sent again.", "%(num)s events are sent again.", count)
    await flash(words % {"num": i18n.format_number(count)})
    return htmx.redirect_to(f"{HOME}{id}")


@blueprint.post("/<uuid:id>/replay/<event>")
async def replay_one(id: UUID, event: str) -> Response:
    """Sends one delivery again. Raises: NotFound."""
    delivery = await listing.find_delivery((await own_endpoint(id)).id, event)
    if delivery is None:
        raise NotFound
    try:
        await replays.replay_one(delivery)
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
    else:
        await flash(_("The event is sent again."))
    return htmx.redirect_to(Search(id, open=event).url())


@blueprint.get("/<uuid:id>/progress")
async def progress(id: UUID) -> Response:
    """How far a replay is, for the page that watches it. Raises: NotFound."""
    endpoint = await own_endpoint(id)
    state = await replays.progress_of(endpoint)
    return await htmx.render_response("webhooks/_progress.html", endpoint=endpoint, progress=_described(state))


def _typed_time(text: str) -> Any:
    """Returns the time of the form, in the reader's time zone. Raises: UnreadableTime."""
    try:
        return i18n.parse_datetime_input(text)
    except InvalidTime:
        raise UnreadableTime from None


def _described(state: replays.Progress) -> dict[str, Any]:
    """Returns a replay's progress with its words."""
    numbers = {"done": i18n.format_number(state.done), "total": i18n.format_number(state.total)}
    words = _("%(done)s of %(total)s") % numbers
    return {"done": state.done, "total": state.total, "running": state.running, "text": words}


async def _opened(search: Search) -> dict[str, Any]:
    """Returns the delivery that is shown beside the list, with its attempts and what was sent."""
    delivery = await listing.find_delivery(search.endpoint, search.open) if search.open else None
    attempts = await listing.attempts_of(delivery) if delivery else FirstRows([], 0)
    return {"open": delivery, "attempts": attempts, "sent": _sent(delivery, attempts.rows) if delivery else ""}


def _sent(delivery: WebhookDelivery, attempts: list[WebhookAttempt]) -> str:
    """Returns the last request as text: the headers, without the signature, and the body."""
    timestamp = int(attempts[0].made_at.timestamp()) if attempts else 0
    headers = signed_headers([], delivery.event_id, timestamp, delivery.body)
    lines = [f"{name}: {value}" for name, value in headers.items() if value.strip("0")]
    return "\n".join([*lines, "", delivery.body])


async def _page(
    endpoint: WebhookEndpoint, search: Search, *, form: Form | None = None, status: int = 200, **context: Any
) -> Response:
    """Renders the page of an endpoint."""
    page = await listing.deliveries_page(search.matches(), search.cursor)
    figures = (await listing.figures_of([endpoint]))[endpoint.id]
    values: dict[str, Any] = {"secret": "", "test": None, "form": form or Form(), "problems": PROBLEMS}
    return await htmx.render_response(
        "webhooks/show.html",
        status=status,
        active="keys",
        endpoint=endpoint,
        search=search,
        deliveries=page.rows,
        next=page.next,
        figures=figures,
        half=await listing.half_answered_within(endpoint.id),
        progress=_described(await replays.progress_of(endpoint)),
        types=offered_types(endpoint.events),
        **await _opened(search),
        **(values | context),
    )
