"""The price of a model at a moment: prices by class of usage, the rate of the dollar, and the operator's margin.

A request keeps the price with which it began (`AiRequest.price`), so that a later price never changes what it costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

# A class without a price of its own costs as much as this one; a class that is nowhere in the prices is free.
FALLBACKS = {
    "cached": "input",
    "cache_write": "input",
    "input_image": "input",
    "reasoning": "output",
    "output_image": "output",
}


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs.

    `prices` are whole nano-dollars for each token or picture, by class of usage (upstreams/usage.py); the class
    `milliseconds` has its price by second of video. A class such as `input>200000` is the price of `input` in a request
    of more input tokens than that, for all of its tokens, as makers of models bill it (`at`). `rate` is in whole rupiah
    for a dollar, `margin` in hundredths of a percent on top.
    """

    prices: Mapping[str, int] = field(default_factory=dict)
    rate: int = 0
    margin: int = 0

    def of(self, name: str) -> int:
        """Returns the nano-dollars of a class of usage; one without a price of its own has that of FALLBACKS."""
        if name in self.prices:
            return self.prices[name]
        return self.prices.get(FALLBACKS.get(name, ""), 0)

    def at(self, input_tokens: int) -> Price:
        """Returns the price of a request with so many input tokens: prices above a threshold replace the usual ones."""
        if not (keys := [key for key in self.prices if ">" in key]):
            return self
        tiers = sorted((int(start), name) for name, _, start in (key.partition(">") for key in keys))
        above = {name: self.prices[f"{name}>{start}"] for start, name in tiers if input_tokens > start}
        return replace(self, prices={**self.prices, **above}) if above else self

    def as_dict(self) -> dict[str, Any]:
        """Returns the price as it is stored with a request."""
        return {"prices": dict(self.prices), "rate": self.rate, "margin": self.margin}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """Returns the price that `as_dict` returned; an empty object is a price of nothing."""
        return cls(dict(stored.get("prices", {})), stored.get("rate", 0), stored.get("margin", 0))


FREE = Price()  # of requests with a workspace's own key at the upstream
