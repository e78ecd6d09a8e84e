"""The operator's page of what genai-prices has otherwise than the models here, as `kliqs gateway prices` does it."""

from __future__ import annotations

from typing import Any, NamedTuple

from quart import Blueprint, Response, flash

from app.gateway.catalogue.genai_import import load_list
from app.gateway.catalogue.model_setup import UnknownModel, find_model
from app.gateway.catalogue.price_difference import Difference, accept, find_difference, list_differences
from app.gateway.catalogue.price_list import NAMES, format_price
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound
from app.operators.guard import PREFIX, register_operator_pages
from app.web import htmx
from app.web.forms import Form

HOME, MOST_SHOWN = f"{PREFIX}/model-prices", 50
blueprint = Blueprint("operator_model_prices", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


class Change(NamedTuple):
    """A price that would change, in dollars as people write them; "" for what is free."""

    name: str
    before: str
    after: str


@blueprint.get("")
async def show_differences() -> Response:
    """The page."""
    await load_list()
    differences = await list_differences()
    rows = [(each, _changes(each), _digest(each)) for each in differences[:MOST_SHOWN]]
    return await htmx.render_response(
        "console/gateway_prices.html", active="models", rows=rows, more=len(differences) - len(rows)
    )


@blueprint.post("/actions/accept")
async def accept_all() -> Response:
    """Takes what is listed for all models but those whose price the operator typed."""
    await load_list()
    chosen = [each for each in await list_differences() if not each.by_hand]
    for each in chosen:
        await accept(each)
    text = ngettext(
        "%(num)s model has the listed price now.", "%(num)s models have the listed prices now.", len(chosen)
    )
    await flash(text % {"num": len(chosen)})
    return htmx.redirect_to(HOME)


@blueprint.post("/<path:id>/actions/accept")
async def accept_one(id: str) -> Response:
    """Takes what is listed for one model, if it is still what the page showed. Raises: NotFound."""
    await load_list()
    form = await Form.submitted()
    try:
        difference = await find_difference(await find_model(id[:100]))
    except UnknownModel:
        raise NotFound from None
    if difference is None or difference.empty or _digest(difference) != form["seen"]:
        notice: Any = {"text": _("That has changed meanwhile: look again."), "kind": "warm"}
        await flash(notice)
        return htmx.redirect_to(HOME)
    await accept(difference)
    await flash(_("Saved. Requests that begin from now on follow it."))
    return htmx.redirect_to(HOME)


def _changes(difference: Difference) -> list[Change]:
    pairs = (difference.before, difference.after)
    return [
        Change(
            NAMES.get(name, name),
            *(format_price(name.partition(">")[0], prices[name]) if name in prices else "" for prices in pairs),
        )
        for name in difference.classes
    ]


def _digest(difference: Difference) -> str:
    """Returns what would be taken, in characters that a form sends back."""
    changes = [f"{change.name}={change.before}>{change.after}" for change in _changes(difference)]
    return " ".join([*changes, str(difference.model.context), str(difference.context_tokens)])
