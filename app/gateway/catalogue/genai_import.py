"""Prices and sizes of models as the package `genai-prices` (PyPI) knows them; it holds data and makes no requests.

The entry of a model is found by one of its routes: the address of the upstream gives the provider, and the model's name
there the entry. The package takes a second to import, so only commands and pages of the operator import it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from app.gateway.catalogue.price_list import to_nano_dollars

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

PACKAGE = "genai-prices"
CLASSES_BY_KEY = {  # dollars for a million tokens there
    "input_mtok": "input",
    "cache_read_mtok": "cached",
    "cache_write_mtok": "cache_write",
    "input_image_mtok": "input_image",
    "output_mtok": "output",
    "output_reasoning_mtok": "reasoning",
    "output_image_mtok": "output_image",
}
SLOT = timedelta(minutes=30)  # prices that change within a day do so at these times
MAKERS = {  # providers whose models are their own, with their privacy policies
    "anthropic": ("Anthropic", "https://www.anthropic.com/legal/privacy"),
    "cohere": ("Cohere", "https://cohere.com/privacy"),
    "google": ("Google", "https://policies.google.com/privacy"),
    "openai": ("OpenAI", "https://openai.com/policies/privacy-policy/"),
    "x-ai": ("xAI", "https://x.ai/legal/privacy-policy"),
}


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model as genai-prices lists it.

    `prices` are nano-dollars by class; `context` is 0 where it is not known. `unbilled` are the package's names of what
    the provider charges for and the gateway has no class for, such as searches of the web.
    """

    provider: str
    id: str
    label: str
    context: int
    prices: Mapping[str, int]
    unbilled: tuple[str, ...]
    deprecated: bool
    source: str

    @property
    def maker(self) -> tuple[str, str]:
        """The maker and the address of its privacy policy; ("", "") where the provider runs models of others."""
        return MAKERS.get(self.provider, ("", ""))


async def load_list() -> None:
    """Imports the package in a thread, which takes a second; call it in a server before `find_listed`."""
    await asyncio.to_thread(_snapshot)


def _snapshot() -> Any:
    from genai_prices.data_snapshot import get_snapshot

    return get_snapshot()


def find_listed(base_url: str, upstream_model: str, now: datetime) -> ListedModel | None:
    """Returns what the package says of a model at the API of an address; None if it does not know one of the two."""
    providers = _snapshot().providers
    provider = next((each for each in providers if re.match(each.api_pattern, base_url)), None)
    entry = provider.find_model(upstream_model) if provider else None
    return _listed(provider, entry, now) if provider and entry else None


def _listed(provider: Provider, entry: ModelInfo, now: datetime) -> ListedModel:
    """Returns an entry of the package as ListedModel."""
    prices, unbilled = _prices_of_a_day(entry, now)
    return ListedModel(
        provider=provider.id,
        id=entry.id,
        label=entry.name or "",
        context=entry.context_window or 0,
        prices=prices,
        unbilled=unbilled,
        deprecated=bool(entry.deprecated),
        source=f"{PACKAGE} {version(PACKAGE)}",
    )


def _prices_of_a_day(entry: ModelInfo, now: datetime) -> tuple[dict[str, int], tuple[str, ...]]:
    """Returns the prices of a day, the highest of each class where they differ by the hour, and what has no class."""
    prices: dict[str, int] = {}
    unbilled: set[str] = set()
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    for slot in range(timedelta(days=1) // SLOT):
        for key, dollars in vars(entry.get_prices(midnight + slot * SLOT)).items():
            if dollars is None:
                continue
            if (name := CLASSES_BY_KEY.get(key)) is None:
                unbilled.add(key)
                continue
            for tier, price in _tiers(dollars):
                prices[name + tier] = max(prices.get(name + tier, 0), to_nano_dollars(name, price))
    return prices, tuple(sorted(unbilled))


def _tiers(dollars: Any) -> list[tuple[str, Decimal]]:
    """Returns a price with "", and those above a number of input tokens with `>200000`."""
    if isinstance(dollars, Decimal):
        return [("", dollars)]
    return [("", dollars.base), *((f">{tier.start}", tier.price) for tier in dollars.tiers)]
