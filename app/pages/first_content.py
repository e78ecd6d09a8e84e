"""The first content of a new page, from a starter or with three suggested blocks, and a free slug for it."""

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


async def suggest_free_slug(name: str) -> str:
    """A slug made of a page's name that is free now: `Rumah Kawung` gives `rumahkawung`, or `rumahkawung-2`.

    A name that is too short or reserved gets a random ending. Nothing is claimed, so the slug may be taken later.
    """
    plain = text.fold_for_search(name, LONGEST_NAME).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "", plain)[:40]
    if len(stem) < SHORTEST or stem in slugs.RESERVED:
        stem = f"{stem or 'halo'}-{slugs.random_slug()}"[:LONGEST]
    candidates = [stem, *(f"{stem}-{number}" for number in range(2, TRIES))]
    taken = {
        str(folded) for folded in await Name.on_domain().filter(folded__in=candidates).values_list("folded", flat=True)
    }
    return next((slug for slug in candidates if slug not in taken), f"{stem}-{slugs.random_slug()}")


def new_page_content(name: str, language: str, starter: str = "") -> Content:
    """The content of a new page: that of the starter with this key, else three suggested blocks without destinations.

    Visitors do not see the suggested blocks until they are complete. Raises: TooLong, for the name.
    """
    if starter in STARTERS:
        return STARTERS[starter].content(language).with_texts(name=name)
    blocks = tuple(Block.new(kind, {key: _(message) for key, message in values.items()}) for kind, values in SUGGESTED)
    return Content(language=language, blocks=blocks).with_texts(name=name)
