"""Renders small pages for visitors, such as a form and its confirmation, in the look of the bio page they belong to.

Their templates extend the variable `layout`: `layouts/bio.html` for a live page, else `layouts/visitor.html`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup
from quart import Response, request

from app.kernel import clock, i18n
from app.pages.models import Page
from app.pages.public.page_cache import load_pictures, published_content
from app.pages.public.presenter import PagePresenter
from app.pages.public.rendering import content_security_policy, style_hash
from app.pages.theme import stylesheet
from app.web.templates import render_template

STYLESHEETS = ("page", "visitor")


async def render_visitor_page(
    template: str, look: Page | None, *, status: int = 200, stylesheets: tuple[str, ...] = STYLESHEETS, **context: Any
) -> Response:
    """The response with a template in the visitor's language, in the look of the page `look`, whose account is loaded.

    `stylesheets` are those of bio pages that a page in such a look has.

    It is not cached. It is not compressed either (BREACH): it may contain an email address or a token besides text that
    somebody else chose.
    """
    csp = ""
    if look is not None and look.live:
        show = await _show(look)
        css = _css(show, stylesheets)
        csp = content_security_policy([style_hash(css)], [], preview=False)
        context |= {"layout": "layouts/bio.html", "show": show, "content": show.content, "css": Markup(css)}  # noqa: S704 - contains validated values only
    defaults = {"layout": "layouts/visitor.html", "locale": i18n.current_language()}
    response = Response(await render_template(template, **defaults | context), status)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    if csp:
        response.headers["Content-Security-Policy"] = csp
    return response


def requested_language() -> str:
    """The supported language in the query parameter `lang`, or empty."""
    code = request.args.get("lang", "")
    return code if code in i18n.LANGUAGES else ""


async def _show(page: Page) -> PagePresenter:
    """The presenter of the published page, in the visitor's language."""
    content = replace(published_content(page)[0], language=i18n.current_language())
    return PagePresenter(content, {}, await load_pictures(page.account_id, content), page.slug, clock.now())


def _css(show: PagePresenter, names: tuple[str, ...]) -> str:
    theme, background = show.content.theme, show.picture(show.content.theme.picture)
    return stylesheet.load_stylesheets(names) + stylesheet.theme_css(theme, background.src if background else "")
