"""The sample bio page of the front page: a batik studio that belongs to no account, in the reader's language."""

from __future__ import annotations

from contextvars import copy_context
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from app.kernel import clock, i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.media.picture_files import PictureSource
from app.pages.block import Block
from app.pages.content import Content
from app.pages.public.rendering import RenderedPage, render
from app.web import assets

if TYPE_CHECKING:
    from app.media.models import Media

NAME, SITE_URL = "Rumah Kawung", "https://example.com/"
SOCIALS = tuple(
    {"network": name, "account": f"https://{name}.com/rumahkawung"} for name in ("instagram", "tiktok", "youtube")
)
SIZES = {"avatar": (120, 120), "cloth": (640, 320)}
BLOCKS = (
    ("cloth", "link", {"title": N_("Sekar Jagad collection"), "url": SITE_URL, "note": N_("24 pieces, and no more")}),
    ("shop", "link", {"title": N_("Shop on Shopee"), "url": "https://shopee.co.id/", "note": ""}),
    ("chat", "whatsapp", {"title": N_("Ask on WhatsApp"), "number": "+628111111111", "message": ""}),
    ("head", "heading", {"title": N_("Learn with us")}),
    ("class", "link", {"title": N_("Batik class at the weekend"), "url": SITE_URL, "note": ""}),
)


class SamplePicture:
    """A drawn picture with the interface that templates use of an uploaded one (Media)."""

    def __init__(self, name: str) -> None:
        self.name, (self.width, self.height) = name, SIZES[name]
        self.sources: list[PictureSource] = []

    def src(self, width: int) -> str:
        """Returns the URL of the picture; `width` is ignored, because the picture is an SVG."""
        return assets.asset_url(f"img/sample/{self.name}.svg")


@lru_cache(len(i18n.LANGUAGES))
def render_sample_page(language: str) -> RenderedPage:
    """Returns the rendered page in a language, with a policy that lets the front page show it in an iframe."""
    return copy_context().run(_render, language)


def _render(language: str) -> RenderedPage:
    i18n.set_language(language)
    blocks = tuple(
        Block(
            id,
            kind,
            {name: _(value) if value else "" for name, value in values.items()},
            highlight=id == "cloth",
            thumbnail="cloth" if id == "cloth" else "",
        )
        for id, kind, values in BLOCKS
    )
    content = Content(
        name=NAME,
        bio=_("Hand-drawn batik and ceramics from Imogiri, Yogyakarta."),
        language=language,
        avatar="avatar",
        socials=SOCIALS,
        blocks=blocks,
        indexed=False,
    )
    media = {name: cast("Media", SamplePicture(name)) for name in SIZES}
    return render(content, {}, slug="rumahkawung", now=clock.now(), media=media, preview=True)
