"""What would change if the prices and sizes of `genai-prices` were taken, and taking them once the operator agrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.genai_import import ListedModel, find_listed
from app.gateway.catalogue.model_setup import BY_HAND, newest_price, set_prices
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.price_list import NAMES
from app.gateway.catalogue.upstream import Route
from app.kernel import clock
from app.kernel.db import transaction


@dataclass(frozen=True, slots=True)
class Difference:
    """A model beside its entry in the list; `before` and `after` are nano-dollars by class."""

    model: AiModel
    listed: ListedModel
    before: Mapping[str, int]
    after: Mapping[str, int]
    by_hand: bool

    @property
    def classes(self) -> list[str]:
        """The classes whose price differs; a class without one is as free as one of 0."""
        return [name for name in sorted({*self.before, *self.after}) if self.before.get(name) != self.after.get(name)]

    @property
    def context_tokens(self) -> int:
        """How many tokens the model would take."""
        return self.listed.context or self.model.context

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.classes and self.context_tokens == self.model.context


async def find_difference(model: AiModel) -> Difference | None:
    """Returns a model beside its entry, also where nothing differs; None for a model that is in no list.

    Prices of pictures and seconds, which the list has not, stay as they are.
    """
    row = await newest_price(model)
    before = row.prices if row else {}
    if (listed := await _find_entry(model)) is None:
        return None
    kept = {name: price for name, price in before.items() if name in NAMES}
    return Difference(model, listed, before, {**listed.prices, **kept}, _by_hand(row))


async def list_differences() -> list[Difference]:
    """Returns the models of which something would change, by id."""
    differences = [await find_difference(model) for model in await AiModel.all().order_by("id")]
    return [difference for difference in differences if difference is not None and not difference.empty]


async def accept(difference: Difference) -> None:
    """Takes the prices and the context of the list; requests that began before keep the price of their moment."""
    async with transaction():
        if difference.classes:
            await set_prices(difference.model, difference.after, difference.listed.source)
        await AiModel.filter(id=difference.model.id).update(context=difference.context_tokens)
    forget_offered()


async def _find_entry(model: AiModel) -> ListedModel | None:
    """Returns the entry of the first route of a model that is in the list."""
    routes = await Route.filter(model_id=model.id).order_by("priority", "id").select_related("upstream")
    for route in routes:
        if (listed := find_listed(route.upstream.base_url, route.upstream_model, clock.now())) is not None:
            return listed
    return None


def _by_hand(row: AiPrice | None) -> bool:
    """Whether the operator typed the price, so that it is not replaced unless the model is named."""
    return row is not None and row.source == BY_HAND
