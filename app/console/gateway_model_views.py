"""The operator's pages of AI models: what is offered, at which prices, and by which routes; as `kliqs gateway model`
and `kliqs gateway route` do it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any

from quart import Blueprint, Response, flash, request

from app.console import gateway_forms, gateway_lists
from app.console.gateway_lists import MODELS, STATES, newest_prices
from app.gateway.catalogue import model_setup, route_setup
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.margin import HUNDREDTHS
from app.gateway.catalogue.model_setup import UnknownModel, find_model
from app.gateway.catalogue.price_list import format_prices
from app.gateway.catalogue.route_setup import BOUNDS, USUAL_TERMS, RouteTerms, UnknownRoute, find_route
from app.gateway.catalogue.upstream import Route
from app.gateway.notices.announcement import write_model_notices
from app.gateway.screens.model_abilities import ability_words
from app.gateway.screens.names import KINDS
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, NotFound, Refusal
from app.operators import navigation
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.payments import operator_calendar
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch

blueprint = Blueprint("operator_models", __name__, url_prefix=MODELS)
routes = Blueprint("operator_routes", __name__, url_prefix=f"{PREFIX}/routes")
for each in (blueprint, routes):
    register_operator_pages(each)
navigation.add_entry(Entry("models", N_("AI models"), "sparkles", MODELS, order=70))
SAVED = N_("Saved. Requests that begin from now on follow it.")


async def _switch_on(model: AiModel, _form: Form) -> None:
    await model_setup.switch_on(model)
    await write_model_notices()


async def _switch_off(model: AiModel, _form: Form) -> None:
    await model_setup.switch_off(model)


async def _set_margin(model: AiModel, form: Form) -> None:
    await model_setup.set_margin(model, gateway_forms.read_margin(form))


async def _set_prices(model: AiModel, form: Form) -> None:
    await model_setup.set_prices(model, gateway_forms.read_prices(form))


async def _deprecate(model: AiModel, form: Form) -> None:
    faults, successor = Faults.gather(), form["successor"].strip()
    with faults.catching():
        day = gateway_forms.read_day(form)
    if faults.refusals:
        with faults.catching():
            await model_setup.check_successor(model, successor)
    faults.raise_if_any()
    await model_setup.deprecate(model, day, successor, anyway=form.has("anyway"))
    await write_model_notices()


async def _keep(model: AiModel, _form: Form) -> None:
    await model_setup.cancel_deprecation(model)


async def _add_route(model: AiModel, form: Form) -> None:
    faults, name, terms = Faults.gather(), form["upstream_model"].strip(), gateway_forms.read_terms(form)
    with faults.catching():
        upstream = await gateway_forms.find_provider(form)
    with faults.catching():
        route_setup.check_upstream_model(name or model.id)
    with faults.catching():
        route_setup.check_terms(terms)
    faults.raise_if_any()
    await route_setup.add_route(model, upstream, name, RouteTerms(**terms))


ACTS: Mapping[str, tuple[Callable[[AiModel, Form], Awaitable[None]], str]] = {  # the act, and the notice after it
    "on": (_switch_on, N_("The model is offered. People are told in their dashboards.")),
    "off": (_switch_off, N_("The model is not offered any more. Requests under way are finished.")),
    "margin": (_set_margin, SAVED),
    "price": (_set_prices, SAVED),
    "end": (
        _deprecate,
        N_("It is announced. People are told in their dashboards, programs in the headers of answers."),
    ),
    "keep": (_keep, N_("The model does not end.")),
    "add-route": (_add_route, SAVED),
}
UNDONE_BY = {"on": "off", "off": "on"}
VERBS = f"any({', '.join(map(repr, ACTS))})"


@blueprint.get("")
async def list_models() -> Response:
    """The list of models, or the part of it that htmx requests for a search or for its next rows."""
    search = ListSearch.of(MODELS, request.args, STATES)
    region = await gateway_lists.models_context(search)
    if search.after and htmx.wants_fragment():
        return await htmx.render_response("console/_gateway_model_rows.html", **region)
    if htmx.wants_fragment():
        return await htmx.render_response("console/_gateway_models.html", **region)
    choices = [(key, _(words)) for key, words in STATES.items()]
    return await htmx.render_response("console/gateway_models.html", active="models", choices=choices, **region)


@blueprint.get("/<path:id>")
async def model_page(id: str) -> Response:
    """The page of a model. Raises: NotFound."""
    return await _page(await _find(id), "", Form())


@blueprint.post(f"/<path:id>/actions/<{VERBS}:verb>")
async def act(id: str, verb: str) -> Response:
    """Does an act about a model; a refused form is shown again. Raises: NotFound."""
    model, form = await _find(id), await Form.submitted()
    run, done = ACTS[verb]
    try:
        await run(model, form)
    except Refusal as refusal:
        if verb in UNDONE_BY:
            await envelope.flash_refusal(refusal)
            return htmx.redirect_to(f"{MODELS}/{model.id}")
        return await _page(model, verb, form.blame(refusal), envelope.page_status(refusal))
    notice: Any = {"text": _(done)}
    if verb in UNDONE_BY:
        notice |= {"undo": f"{MODELS}/{model.id}/actions/{UNDONE_BY[verb]}"}
    await flash(notice)
    return htmx.redirect_to(f"{MODELS}/{model.id}")


@routes.post("/<int:id>/actions/<any('change', 'on', 'off'):verb>")
async def act_on_route(id: int, verb: str) -> Response:
    """Changes a route, or switches it on or off; a refused form is shown again. Raises: NotFound."""
    try:
        route, form = await find_route(id), await Form.submitted()
    except UnknownRoute:
        raise NotFound from None
    try:
        if verb == "change":
            await route_setup.change_terms(route, gateway_forms.read_terms(form))
        else:
            await route_setup.switch_route(route, on=verb == "on")
    except Refusal as refusal:
        model = await _find(route.model_id)
        return await _page(model, f"route-{route.id}", form.blame(refusal), envelope.page_status(refusal))
    await flash(_(SAVED))
    return htmx.redirect_to(f"{MODELS}/{route.model_id}")


async def _find(id: str) -> AiModel:
    """Returns a model. Raises: NotFound."""
    try:
        return await find_model(id[:100])
    except UnknownModel:
        raise NotFound from None


async def _page(model: AiModel, refused: str, form: Form, status: int = 200) -> Response:
    """The page of a model; `refused` names the form that is shown again with its faults."""
    prices = (await newest_prices([model.id])).get(model.id)
    rows = await Route.filter(model_id=model.id).order_by("priority", "id").select_related("upstream")
    last_day = operator_calendar.day_of(model.sunset_at) if model.sunset_at else None
    forms = {
        "margin": Form({"margin": f"{model.margin / HUNDREDTHS:g}"}),
        "price": Form({"price": format_prices(prices or {})}),
        "end": Form({"successor": model.successor, "day": last_day.isoformat() if last_day else ""}),
        "add-route": Form({name: str(value) for name, value in asdict(USUAL_TERMS).items()}),
        **{f"route-{row.id}": Form({name: str(getattr(row, name)) for name in BOUNDS}) for row in rows},
    }
    if refused:
        forms[refused] = form
    context: dict[str, Any] = {"model": model, "rows": rows, "forms": forms, "form": form, "last_day": last_day}
    context |= {"providers": await gateway_forms.provider_choices(), "now": clock.now()}
    context |= {
        "kind": _(KINDS[model.kind][0]),
        "abilities": ability_words(model.kind, model.abilities, 0, model.options),
    }
    return await htmx.render_response("console/gateway_model.html", status=status, active="models", **context)
