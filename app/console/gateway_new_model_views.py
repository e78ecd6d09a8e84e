"""The operator's form of a new AI model, as `kliqs gateway model add` does it."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.console.gateway_forms import ABILITY, find_provider, provider_choices, read_new_model
from app.console.gateway_lists import MODELS
from app.gateway.catalogue.ai_model import ABILITIES, CHAT
from app.gateway.catalogue.genai_import import load_list
from app.gateway.catalogue.model_facts import MAX_LABEL, MAX_MAKER, MAX_POLICY_URL
from app.gateway.catalogue.new_model import NewModel, filled_facts, set_up_model
from app.gateway.catalogue.route_setup import check_upstream_model
from app.gateway.catalogue.upstream import Upstream
from app.gateway.screens.model_abilities import ABILITY_WORDS
from app.gateway.screens.names import KINDS
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Faults, Refusal
from app.operators.guard import PREFIX, register_operator_pages
from app.web import envelope, htmx
from app.web.forms import Form

HOME = f"{PREFIX}/new-model"
blueprint = Blueprint("operator_new_model", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


@blueprint.get("")
async def new_form() -> Response:
    """The form, for the provider in the query string."""
    return await _page(Form({"kind": CHAT, "upstream": request.args.get("provider", "")[:100]}))


@blueprint.post("")
async def add() -> Response:
    """Adds a model with its first route, switched off; a refused form is shown again with everything that is wrong."""
    form = await Form.submitted()
    await load_list()
    try:
        added = await _add(form)
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_next_step(added))
    return htmx.redirect_to(f"{MODELS}/{added.model.id}")


async def _add(form: Form) -> NewModel:
    """Adds the model of a form. Raises: those of `read_new_model` and `set_up_model`, UnknownUpstream; all at once."""
    faults, name = Faults.gather(), form["upstream_model"].strip()
    upstream: Upstream | None = None
    with faults.catching():
        upstream = await find_provider(form)
    with faults.catching():
        if name:
            check_upstream_model(name)
    facts, prices = read_new_model(form, faults)
    with faults.catching():
        (filled_facts(facts, upstream, name) if upstream else facts).columns()
    faults.raise_if_any()
    return await set_up_model(facts, await find_provider(form), name, prices)


def _next_step(added: NewModel) -> str:
    """Returns what is to be done with a new model, and what else must be known of it."""
    sentences = [_("The model is added, switched off."), _("Look at its price, then switch it on.")]
    if not added.prices:
        sentences[1] = _("Give it a price, then switch it on.")
    if added.listed and added.listed.unbilled:
        names = ", ".join(map(isolate, added.listed.unbilled))
        sentences.append(_("Charged by the provider, and not billed here: %(names)s") % {"names": names})
    if added.listed and added.listed.deprecated:
        sentences.append(_("Its provider has announced that it ends."))
    return " ".join(sentences)


async def _page(form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {
        "form": form,
        "providers": await provider_choices(),
        "kinds": [(kind, _(label)) for kind, (label, _icon) in KINDS.items()],
        "abilities": [(ABILITY + name, _(ABILITY_WORDS[name])) for name in ABILITIES],
        "bounds": {"label": MAX_LABEL, "maker": MAX_MAKER, "policy_url": MAX_POLICY_URL},
    }
    return await htmx.render_response("console/gateway_new_model.html", status=status, active="models", **context)
