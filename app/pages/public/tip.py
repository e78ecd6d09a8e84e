"""The page on which a visitor pays a tip: a QRIS code made of the owner's static code and the chosen amount."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from app.blocks import interactive_blocks
from app.pages.block import Block
from app.pages.content import Content
from app.pages.public.rendering import RenderedPage, render_subpage
from app.payloads import qris

if TYPE_CHECKING:
    from app.media.models import Media


def tip_payload(block: Block, amount: int) -> str:
    """The QRIS payload of a complete tip block with one of its amounts in rupiah.

    Raises: WrongAmount for another amount, those of `qris.parse_qris`.
    """
    if amount not in interactive_blocks.tip_amounts(block.values):
        raise qris.WrongAmount
    return qris.add_amount(block.values["payload"], amount)


def render_tip_page(
    content: Content, block: Block, amount: int, *, slug: str, now: datetime, media: Mapping[str, Media]
) -> RenderedPage:
    """Renders the page on which a visitor scans or saves the code. Raises: those of `tip_payload`."""
    qris_payload = tip_payload(block, amount)
    return render_subpage(
        "tip.html",
        content,
        slug=slug,
        now=now,
        media=media,
        block=block,
        amount=amount,
        payload=qris_payload,
        merchant=qris.parse_qris(qris_payload),
    )
