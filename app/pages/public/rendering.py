"""Renders a page to bytes, which are the same for all visitors and are cached.

The page is in its own language, not in that of the visitor. It loads only its pictures and its font, from our own host;
a player of another site loads in a frame, and only when the visitor taps.
"""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import brotli
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from app.blocks.post_blocks import POSTS
from app.kernel import bidi, i18n, site
from app.kernel.package_files import resource
from app.pages.content import Content
from app.pages.public.event_time import EventTime
from app.pages.public.presenter import PagePresenter, PictureUrls
from app.pages.public.share_card import card_url
from app.pages.theme import stylesheet

if TYPE_CHECKING:
    from app.media.models import Media
    from app.pages.public.latest_posts import LatestPost

PLAYER_KINDS, BROTLI_QUALITY = ("video", "music"), 9
CARD_SIZE = (1200, 630)  # pixels


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A rendered page: its HTML as it is, with gzip and with Brotli (both empty for a preview), and its headers.

    `csp` is its Content-Security-Policy, `css_hash` the source in it that allows the page's stylesheet. The page has
    to be rendered again at `fresh_until`, or never when that is None.
    """

    html: bytes
    gzip: bytes
    brotli: bytes
    css_hash: str
    csp: str
    etag: str
    language: str
    fresh_until: datetime | None


def render(
    content: Content,
    codes: Mapping[str, str],
    *,
    slug: str,
    now: datetime,
    media: Mapping[str, Media],
    preview: bool = False,
    takes_tips: bool = False,
    posts: Sequence[LatestPost] = (),
) -> RenderedPage:
    """Renders a page. `codes` are the short codes of its destinations by key, `media` its pictures by id.

    A preview links to the destinations themselves, may be framed by our own host, and accepts styles of the builder.
    With `takes_tips`, blocks of tips open payments that confirm themselves. `posts` are the account's latest posts; a
    block of them without any is left out.
    """
    blocks = [block for block in content.visible_at(now) if posts or preview or block.kind != POSTS.key]
    show = PagePresenter(content, {} if preview else codes, media, slug, now, preview, takes_tips, posts)
    return _render_isolated(show, "page.html", fresh_until(content, now, posts), blocks=blocks)


def render_subpage(
    template: str, content: Content, *, slug: str, now: datetime, media: Mapping[str, Media], **context: Any
) -> RenderedPage:
    """Renders `templates/bio/<template>`, a page that belongs to another page and has its look, such as the tip page.

    It extends `bio/base.html` and is not indexed by search engines. `context` is added to that of the template.
    """
    return _render_isolated(PagePresenter(content, {}, media, slug, now), template, None, blocks=(), **context)


def fresh_until(content: Content, now: datetime, posts: Sequence[LatestPost] = ()) -> datetime | None:
    """The next moment at which a schedule, the time of an event or the end of a picture's URL changes the page; None
    when there is none.
    """
    stamps = [stamp for block in content.blocks if block.shown for stamp in (block.starts, block.ends) if stamp]
    changes = [datetime.fromisoformat(stamp) for stamp in stamps]
    for block in content.visible_at(now):
        if block.kind == "event":
            changes += EventTime.of(block.values, now).change_times()
    changes += [post.picture_until for post in posts if post.picture_until]
    return min((change for change in changes if change > now), default=None)


def _render_isolated(show: PagePresenter, template: str, until: datetime | None, **context: Any) -> RenderedPage:
    """Renders in a copy of the context, because rendering sets the language of the page."""
    return copy_context().run(_render, show, template, until, context)


def _render(show: PagePresenter, template: str, until: datetime | None, context: dict[str, Any]) -> RenderedPage:
    i18n.set_language(show.content.language)
    kinds = {block.kind for block in context["blocks"]} | ({"tip"} if template == "tip.html" else set())
    css, facade = _css(show, kinds), _facade_css(show) if kinds & set(PLAYER_KINDS) else ""
    text = (
        jinja_environment()
        .get_template(f"bio/{template}")
        .render(
            show=show,
            content=show.content,
            data=show.json_ld,
            card=_share_picture(show),
            css=Markup(css),  # noqa: S704
            facade=Markup(facade),  # noqa: S704
            **context,
        )
    )
    html = stylesheet.strip_indentation(text).encode()
    origins = sorted({show.player(block).origin for block in context["blocks"] if block.kind in PLAYER_KINDS})
    hashes = [style_hash(styles) for styles in (css, facade) if styles]
    gzip_body = b"" if show.preview else gzip.compress(html, 9, mtime=0)
    brotli_body = b"" if show.preview else bytes(brotli.compress(html, quality=BROTLI_QUALITY))
    etag, csp = hashlib.sha256(html).hexdigest()[:24], content_security_policy(hashes, origins, preview=show.preview)
    return RenderedPage(html, gzip_body, brotli_body, hashes[0], csp, f'"{etag}"', show.content.language, until)


def content_security_policy(hashes: list[str], origins: list[str], *, preview: bool) -> str:
    """The Content-Security-Policy of a page; `hashes` are those of its stylesheets, `origins` those of its players."""
    # The builder changes the styles of the open preview while its colours are chosen; scripts are forbidden there too.
    styles = "'unsafe-inline'" if preview else " ".join(hashes)
    ancestors = "'self'" if preview else "'none'"
    frames = f"frame-src {' '.join(origins)}; " if origins else ""
    return (
        f"default-src 'none'; style-src {styles}; img-src 'self' data:; font-src 'self'; {frames}"
        f"form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
    )


def _css(show: PagePresenter, kinds: set[str]) -> str:
    """The stylesheet of a page with blocks of these kinds."""
    theme, background = show.content.theme, show.picture(show.content.theme.picture)
    names = ("page", *sorted(kinds - {"music"} | ({"video"} if "music" in kinds else set())))
    return stylesheet.load_stylesheets(names) + stylesheet.theme_css(theme, background.src if background else "")


def _facade_css(show: PagePresenter) -> str:
    """The stylesheet of the preview pictures behind which players load."""
    return stylesheet.load_stylesheets(("facade",)) + f":root{{--go:{show.shades.go};--go-ink:{show.shades.go_ink}}}"


def _share_picture(show: PagePresenter) -> PictureUrls:
    """The picture for previews of a shared link: the one that the owner chose, else the generated card."""
    chosen = show.picture(show.content.share_picture)
    if chosen:
        return chosen._replace(src=site.url("public", chosen.src))
    return PictureUrls(card_url(show.content, show.slug), (), *CARD_SIZE)


def style_hash(css: str) -> str:
    """The source expression of a Content-Security-Policy that allows exactly this inline stylesheet."""
    return f"'sha256-{b64encode(hashlib.sha256(css.encode()).digest()).decode()}'"


@lru_cache(1)
def jinja_environment() -> Environment:
    """The Jinja environment of public pages; it has no request, no account and no session."""
    env = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.policies["ext.i18n.trimmed"] = True
    env.globals["regions"] = i18n.REGIONS
    env.filters |= {"bdi": bidi.bdi, "marks_to_bdi": bidi.marks_to_bdi}
    return env
