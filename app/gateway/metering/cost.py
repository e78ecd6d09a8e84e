"""What a request costs, and what is reserved for it: whole micro-rupiah, by integers only, rounded up once."""

from __future__ import annotations

from app.gateway.catalogue.price import Price
from app.gateway.upstreams.usage import CLASSES, Usage

MILLI = 1_000  # milliseconds in a second, and nano-rupiah in a micro-rupiah
WHOLE_MARGIN = 10_000  # hundredths of a percent in 100 %
BY_TIME = "milliseconds"  # the class whose price is that of a second


def cost_of(usage: Usage, price: Price) -> int:
    """Returns the micro-rupiah of a usage at a price.

    A price is in nano-dollars for a token, a picture or a second, so quantity times price times rate is in nano-rupiah.
    """
    price = price.at(usage.input_tokens)
    thousandths: int = sum(
        getattr(usage, name) * price.of(name) * (1 if name == BY_TIME else MILLI)
        for name in CLASSES
        if getattr(usage, name)
    )
    with_margin = thousandths * price.rate * (WHOLE_MARGIN + price.margin)
    return -(-with_margin // (MILLI * MILLI * WHOLE_MARGIN))


def highest_cost_of(most: Usage, price: Price) -> int:
    """Returns the most micro-rupiah that a request can cost whose usage is within `most`.

    Which of its tokens will be read from a cache, written to it, or used for reasoning, and how many there will be, is
    not known before: each counts as the dearest that it can become. So no usage within `most` costs more.
    """
    starts = [int(start) for _, mark, start in (name.partition(">") for name in price.prices) if mark]
    tiers = [price.at(0), *(price.at(start + 1) for start in starts if start < most.input_tokens)]
    text = max(tier.of(name) for tier in tiers for name in ("input", "cached", "cache_write"))
    words = max(tier.of(name) for tier in tiers for name in ("output", "reasoning"))
    dearest = {
        "input": text,
        "input_image": max(text, *(tier.of("input_image") for tier in tiers)),
        "output": words,
        "output_image": max(words, *(tier.of("output_image") for tier in tiers)),
        "images": price.of("images"),
        BY_TIME: price.of(BY_TIME),
    }
    return cost_of(most, Price(dearest, price.rate, price.margin))
