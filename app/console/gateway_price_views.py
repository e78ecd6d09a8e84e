"""The operator's page of what genai-prices has otherwise than the models here, as `kliqs gateway prices` does it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

from quart import Blueprint, Response, flash, request

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
from app.web.list_search import ListSearch

HOME, PAGE_SIZE = f"{PREFIX}/model-prices", 20
blueprint = Blueprint("operator_model_prices", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


class Change(NamedTuple):
    """A price that would change, in dollars as people write them; "" for what is free."""

    name: str
    before: str
    after: str


@blueprint.get("")
async def show_differences() -> Response:
    """The page, or the part of it that htmx requests for a search or for its next rows."""
    await load_list()
    search = ListSearch.of(HOME, request.args)
    differences = await list_differences()
    matching = [each for each in differences if search.q.lower() in each.model.id.lower()]
    following = sorted((each for each in matching if each.model.id > search.after), key=lambda each: each.model.id)
    rows = [(each, _changes(each), _digest(each)) for each in following[:PAGE_SIZE]]
    after = following[PAGE_SIZE - 1].model.id if len(following) > PAGE_SIZE else None
    region: dict[str, Any] = {"rows": rows, "next": after, "search": search}
    if htmx.wants_fragment():
        part = "_gateway_price_rows" if search.after else "_gateway_prices"
        return await htmx.render_response(f"console/{part}.html", **region)
    takes = len(_not_typed(differences))
    return await htmx.render_response("console/gateway_prices.html", active="models", takes=takes, **region)


@blueprint.get("/accept")
async def accept_form() -> Response:
    """Asks whether what is listed is to be taken for all models; where nothing would change, redirects to the page."""
    await load_list()
    chosen = _not_typed(await list_differences())
    if not chosen:
        return htmx.redirect_to(HOME)
    context: dict[str, Any] = {"models": [each.model.id for each in chosen], "seen": _digest_of_all(chosen)}
    return await htmx.render_response("console/gateway_prices_accept.html", active="models", **context)


@blueprint.post("/actions/accept")
async def accept_all() -> Response:
    """Applies the listed prices to all models but those whose price was typed, if they are still those on the page."""
    await load_list()
    chosen, form = _not_typed(await list_differences()), await Form.submitted()
    if _digest_of_all(chosen) != form["seen"]:
        return await _changed_meanwhile()
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
        return await _changed_meanwhile()
    await accept(difference)
    await flash(_("Saved. Requests that begin from now on follow it."))
    return htmx.redirect_to(HOME)


async def _changed_meanwhile() -> Response:
    notice: Any = {"text": _("That has changed meanwhile: look again."), "kind": "warm"}
    await flash(notice)
    return htmx.redirect_to(HOME)


def _not_typed(differences: list[Difference]) -> list[Difference]:
    """Returns those of the models whose price the operator did not type."""
    return [each for each in differences if not each.by_hand]


def _digest_of_all(differences: list[Difference]) -> str:
    """Returns a hash of what would be taken of all these models."""
    text = "\n".join(f"{each.model.id} {_digest(each)}" for each in differences)
    return sha256(text.encode()).hexdigest()


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
