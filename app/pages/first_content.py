"""What a new page begins with, so that nobody stands before an empty one."""

import re

from app.kernel import text
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.names import slug as slugs
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import LONGEST_NAME, Content
from app.pages.starters import STARTERS

TRIES, SHORTEST, LONGEST = 20, 3, 64
SUGGESTED = (
    ("whatsapp", {"title": N_("Ask on WhatsApp")}),
    ("link", {"title": N_("Shop on Shopee or Tokopedia")}),
    ("link", {"title": N_("Follow me on Instagram")}),
)


async def free_slug(name: str) -> str:
    """An address made of a name that nobody has: `Rumah Kawung` is `rumahkawung`, or `rumahkawung-2`."""
    plain = text.folded(name, LONGEST_NAME).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "", plain)[:40]
    if len(stem) < SHORTEST or stem in slugs.RESERVED:
        stem = f"{stem or 'halo'}-{slugs.draw()}"[:LONGEST]
    wished = [stem, *(f"{stem}-{number}" for number in range(2, TRIES))]
    taken = {str(one) for one in await Name.filter(folded__in=wished).values_list("folded", flat=True)}
    return next((one for one in wished if one not in taken), f"{stem}-{slugs.draw()}")


def content(name: str, language: str, starter: str = "") -> Content:
    """The content of a new page: that of a starter, else its name and three suggested blocks.

    Visitors do not see blocks before they are filled. Refusals: TooLong.
    """
    if starter in STARTERS:
        return STARTERS[starter].content(language).told(name=name)
    blocks = tuple(Block.new(kind, {key: _(words) for key, words in given.items()}) for kind, given in SUGGESTED)
    return Content(language=language, blocks=blocks).told(name=name)
