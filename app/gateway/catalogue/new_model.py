"""Sets a model up in one step: the model, its first route and its price, with what `genai-prices` knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.genai_import import ListedModel, find_listed
from app.gateway.catalogue.model_facts import ModelFacts
from app.gateway.catalogue.model_setup import BY_HAND, add_model, set_prices
from app.gateway.catalogue.route_setup import add_route
from app.gateway.catalogue.upstream import Upstream
from app.kernel import clock
from app.kernel.db import transaction


@dataclass(frozen=True, slots=True)
class NewModel:
    """A model that was set up, its prices (empty where nobody knows them yet), and its entry in the list if any."""

    model: AiModel
    prices: Mapping[str, int]
    listed: ListedModel | None


async def set_up_model(
    facts: ModelFacts, upstream: Upstream, upstream_model: str = "", prices: Mapping[str, int] | None = None
) -> NewModel:
    """Adds a model with a route to an upstream, switched off.

    Where `facts` are empty the list fills them; `prices` of the operator go before those of the list. Raises: those of
    add_model and add_route.
    """
    listed, typed = _find_entry(facts, upstream, upstream_model), prices or {}
    merged = {**(listed.prices if listed else {}), **typed}
    async with transaction():
        model = await add_model(_filled(facts, listed))
        await add_route(model, upstream, upstream_model)
        if merged:
            await set_prices(model, merged, BY_HAND if typed or listed is None else listed.source)
    return NewModel(model, merged, listed)


def filled_facts(facts: ModelFacts, upstream: Upstream, upstream_model: str = "") -> ModelFacts:
    """Returns the operator's facts, completed with what the list has of the model at an upstream."""
    return _filled(facts, _find_entry(facts, upstream, upstream_model))


def _find_entry(facts: ModelFacts, upstream: Upstream, upstream_model: str) -> ListedModel | None:
    return find_listed(upstream.base_url, upstream_model or facts.id, clock.now())


def _filled(facts: ModelFacts, listed: ListedModel | None) -> ModelFacts:
    """Returns the operator's facts, completed with those of the entry."""
    if listed is None:
        return facts
    maker, policy_url = listed.maker
    return replace(
        facts,
        label=facts.label or listed.label,
        maker=facts.maker or maker,
        policy_url=facts.policy_url or (policy_url if facts.maker in {"", maker} else ""),
        context=facts.context or listed.context,
    )
