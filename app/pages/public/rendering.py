"""A page as bytes: written once when it goes live, kept, and sent as it is to everybody.

The page speaks its own language, whoever asks. It loads nothing but its pictures and its font from our own host; a
player of another site is let in only into its own frame, and only when somebody taps.
"""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Mapping
from contextvars import copy_context
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import brotli
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from app.kernel import bidi, i18n, site
from app.kernel.resources import resource
from app.pages.content import Content
from app.pages.public.event_time import Occasion
from app.pages.public.presenter import Show, Shown
from app.pages.public.share_card import card_url
from app.pages.theme import stylesheet

if TYPE_CHECKING:
    from app.media.models import Media

PLAYERS, BROTLI = ("video", "music"), 9
CARD = (1200, 630)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole answer. `gzip` and `brotli` are empty for a preview; from `fresh_until` on its words are others.

    `csp` is its Content-Security-Policy, `css_hash` the source in it that allows its one stylesheet.
    """

    html: bytes
    gzip: bytes
    brotli: bytes
    css_hash: str
    csp: str
    etag: str
    language: str
    fresh_until: datetime | None


def render(content: Content, codes: Mapping[str, str], *, slug: str, now: datetime, media: Mapping[str, Media],
           preview: bool = False) -> Rendered:
    """The public page. `codes` are the short codes by key, `media` the pictures by id, `slug` the page's name.

    A preview shows destinations instead of short links, may be framed by ourselves and restyled by the builder.
    """
    show = Show(content, {} if preview else codes, media, slug, now, preview)
    return _printed(show, "page.html", fresh_until(content, now), blocks=content.open_at(now))


def leaf(template: str, content: Content, *, slug: str, now: datetime, media: Mapping[str, Media],
         **context: Any) -> Rendered:
    """A lesser page in the look of a page: `templates/bio/<template>`, which extends `bio/base.html`; not indexed."""
    return _printed(Show(content, {}, media, slug, now), template, None, blocks=(), **context)


def fresh_until(content: Content, now: datetime) -> datetime | None:
    """The next moment at which a schedule or a countdown changes what the page says; None when nothing does."""
    stamps = [stamp for block in content.blocks if block.shown for stamp in (block.starts, block.ends) if stamp]
    turns = [datetime.fromisoformat(stamp) for stamp in stamps]
    for block in content.open_at(now):
        if block.kind == "event":
            turns += Occasion.of(block.given, now).turns()
    return min((turn for turn in turns if turn > now), default=None)


def _printed(show: Show, template: str, until: datetime | None, **context: Any) -> Rendered:
    return copy_context().run(_written, show, template, until, context)


def _written(show: Show, template: str, until: datetime | None, context: dict[str, Any]) -> Rendered:
    i18n.use(show.content.language)
    kinds = {block.kind for block in context["blocks"]} | ({"tip"} if template == "tip.html" else set())
    css, facade = _css(show, kinds), _facade_css(show) if kinds & set(PLAYERS) else ""
    text = environment().get_template(f"bio/{template}").render(
        show=show, content=show.content, data=show.data, card=_card(show),
        css=Markup(css), facade=Markup(facade), **context)  # noqa: S704 - made of validated values only
    html = stylesheet.closer(text).encode()
    origins = sorted({show.player(block).origin for block in context["blocks"] if block.kind in PLAYERS})
    hashes = [style_hash(sheet) for sheet in (css, facade) if sheet]
    zipped = b"" if show.preview else gzip.compress(html, 9, mtime=0)
    smaller = b"" if show.preview else bytes(brotli.compress(html, quality=BROTLI))
    etag = hashlib.sha256(html).hexdigest()[:24]
    return Rendered(html, zipped, smaller, hashes[0], policy(hashes, origins, preview=show.preview), f'"{etag}"',
                    show.content.language, until)


def policy(hashes: list[str], origins: list[str], *, preview: bool) -> str:
    """The Content-Security-Policy of a page with these stylesheets and players."""
    # the builder gives the open preview new styles while somebody chooses colours; no script can run there either
    styles = "'unsafe-inline'" if preview else " ".join(hashes)
    by = "'self'" if preview else "'none'"
    frames = f"frame-src {' '.join(origins)}; " if origins else ""
    return (f"default-src 'none'; style-src {styles}; img-src 'self' data:; font-src 'self'; {frames}"
            f"form-action 'self'; base-uri 'none'; frame-ancestors {by}")


def _css(show: Show, kinds: set[str]) -> str:
    theme, background = show.content.theme, show.picture(show.content.theme.picture)
    names = ("page", *sorted(kinds - {"music"} | ({"video"} if "music" in kinds else set())))
    return stylesheet.shared(names) + stylesheet.of_theme(theme, background.src if background else "")


def _facade_css(show: Show) -> str:
    return stylesheet.shared(("facade",)) + f":root{{--go:{show.shades.go};--go-ink:{show.shades.go_ink}}}"


def _card(show: Show) -> Shown:
    chosen = show.picture(show.content.share_picture)
    if chosen:
        return chosen._replace(src=site.url("public", chosen.src))
    return Shown(card_url(show.content, show.slug), (), *CARD)


def style_hash(css: str) -> str:
    """The source of a Content-Security-Policy that allows this one stylesheet."""
    return f"'sha256-{b64encode(hashlib.sha256(css.encode()).digest()).decode()}'"


@lru_cache(1)
def environment() -> Environment:
    """Templates of public pages: they know no request, no account and no session."""
    env = Environment(loader=FileSystemLoader(resource("templates")), autoescape=True, trim_blocks=True,
                      lstrip_blocks=True, extensions=["jinja2.ext.i18n"])
    env.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.policies["ext.i18n.trimmed"] = True
    env.globals["regions"] = i18n.REGIONS
    env.filters |= {"bdi": bidi.bdi, "marks_to_bdi": bidi.marks_to_bdi}
    return env

