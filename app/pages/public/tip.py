"""A tip by QRIS: the owner's static code with the amount a visitor chose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from app.blocks import interactive_blocks
from app.pages.block import Block
from app.pages.content import Content
from app.pages.public.rendering import Rendered, leaf
from app.payloads import qris

if TYPE_CHECKING:
    from app.media.models import Media


def payload(block: Block, amount: int) -> str:
    """The dynamic QRIS of a complete tip block for one of its amounts. Refusals: WrongAmount, those of `qris.read`."""
    if amount not in interactive_blocks.amounts(block.given):
        raise qris.WrongAmount
    return qris.with_amount(block.given["payload"], amount)


def tipping(content: Content, block: Block, amount: int, *, slug: str, now: datetime,
            media: Mapping[str, Media]) -> Rendered:
    """The page on which a visitor scans or saves the code. Refusals: as `payload`."""
    said = payload(block, amount)
    return leaf("tip.html", content, slug=slug, now=now, media=media, block=block, amount=amount, payload=said,
                merchant=qris.read(said))
