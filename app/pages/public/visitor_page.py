"""Small pages for visitors (a form, its thanks, a report) in the look of the bio page they belong to.

Their templates extend `layout`: `layouts/bio.html` where there is a live page, else `layouts/visitor.html`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup
from quart import Response, render_template

from app.kernel import clock, i18n
from app.pages.models import Page
from app.pages.public.page_cache import pictures, published
from app.pages.public.presenter import Show
from app.pages.public.rendering import policy, style_hash
from app.pages.theme import stylesheet

SHEETS = ("page", "visitor")


async def visitor_page(template: str, look: Page | None, *, status: int = 200, **context: Any) -> Response:
    """The template in the reader's language, kept nowhere; `look`, with its account, is the page whose look it has.

    Nothing of it is compressed: it may hold an address or a token beside words that somebody else chose.
    """
    csp = ""
    if look is not None and look.live:
        show = await _show(look)
        css = _css(show)
        csp = policy([style_hash(css)], [], preview=False)
        context |= {"layout": "layouts/bio.html", "show": show, "content": show.content,
                    "css": Markup(css)}  # noqa: S704 - made of validated values only
    plain = {"layout": "layouts/visitor.html", "locale": i18n.language()}
    response = Response(await render_template(template, **plain | context), status)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    if csp:
        response.headers["Content-Security-Policy"] = csp
    return response


async def _show(page: Page) -> Show:
    content = replace(published(page)[0], language=i18n.language())
    return Show(content, {}, await pictures(page.account_id, content), page.slug, clock.now())


def _css(show: Show) -> str:
    background = show.picture(show.content.theme.picture)
    return stylesheet.shared(SHEETS) + show.content.theme.stylesheet(background.src if background else "")
