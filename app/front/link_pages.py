"""The pages that visitors of a short link get in place of a redirect, and the redirect itself, as Quart's responses."""

from datetime import datetime

from quart import Response, g, request
from werkzeug.datastructures import Headers as WerkzeugHeaders

from app.abuse.reason_for_visitors import reason_for_visitors
from app.kernel import clock, site
from app.kernel.display_url import split_for_display
from app.kernel.refusal import Refusal
from app.links.lifecycle import State
from app.links.link_preview import LinkPreview
from app.links.models import Link
from app.links.query_forwarding import encode_query
from app.links.redirect_decision import Decision
from app.links.rules.choice import depends_on_visitor
from app.web import assets, envelope, security_headers
from app.web.forms import Form
from app.web.templates import render_template

FORM_PAGE_POLICY = security_headers.VISITOR_POLICY.replace("form-action 'self'", "form-action 'self' http: https:")
FORM_TEMPLATES = {"front/locked.html", "front/limited.html"}
COUNTDOWN = "js/opening.js"


async def link_page(decision: Decision, link: Link | None, card: LinkPreview | None = None) -> Response:
    """Returns the page of a decision, or its redirect; with `card`, what a fetcher of previews gets."""
    if decision.location:
        return redirect_response(decision.location, decision.status, varies=decision.varies)
    if link and decision.page == "locked":
        return await password_page(link, Form(), card=card)
    if link and link.opens_at and decision.page == "not_open":
        return await _opening_page(link, link.opens_at)
    if link and decision.app_url:
        return await _app_page(link, decision)
    why = await reason_for_visitors(link) if link and decision.page == "blocked" else ""
    return await visitor_page("front/closed.html", decision.status, page=decision.page, link=link, why=why)


async def preview_page(link: Link, decision: Decision) -> Response:
    """Returns the page that shows where a link would lead this visitor, without following it."""
    private = link.state is State.LOCKED
    display_url = None if private else split_for_display(decision.location or decision.web_url)
    depends = depends_on_visitor(link)
    return await visitor_page(
        "front/preview.html", 200, link=link, private=private, display_url=display_url, depends=depends
    )


async def looking_page(link: Link, decision: Decision, card: LinkPreview | None) -> Response:
    """Returns the page for who only looks at a link, with its `card`: it leads on by a button or by a plain link."""
    if link.click_limit is not None:
        return await visitor_page("front/limited.html", 200, link=link, card=card)
    location = decision.location or decision.web_url
    return await visitor_page("front/shared.html", 200, link=link, card=card, location=location)


async def password_page(
    link: Link, form: Form, refusal: Refusal | None = None, card: LinkPreview | None = None
) -> Response:
    """Returns the page that asks for a link's password, with the refusal of the one that was sent."""
    status = envelope.page_status(refusal) if refusal else 200
    page = await visitor_page("front/locked.html", status, link=link, form=form, card=card)
    if refusal and refusal.retry_after:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def visitor_page(template: str, status: int, **context: object) -> Response:
    """Returns a page that no cache keeps and no search engine lists."""
    page = Response(await render_template(template, home=site.url("marketing"), **context), status)
    page.headers["Cache-Control"] = "private, no-store"
    page.headers["Referrer-Policy"] = "no-referrer" if template == "front/preview.html" else "same-origin"
    page.headers["X-Robots-Tag"] = "noindex"
    if template in FORM_TEMPLATES:  # browsers hold the redirect after a form against form-action
        page.headers["Content-Security-Policy"] = FORM_PAGE_POLICY
    return page


async def _opening_page(link: Link, opens_at: datetime) -> Response:
    """The page of a link that does not lead anywhere yet. It says when; a script counts down and then asks again."""
    left = max(int((opens_at - clock.now()).total_seconds()) + 1, 1)
    again = encode_query(request.full_path).removesuffix("?")
    page = await visitor_page("front/opening.html", 200, link=link, left=left, again=again)
    script = site.url("public", assets.asset_url(COUNTDOWN))
    page.headers["Content-Security-Policy"] = f"{security_headers.VISITOR_POLICY}; script-src {script}"
    return page


async def _app_page(link: Link, decision: Decision) -> Response:
    """The page with a button that opens an app, and the way to the web for those without it.

    The button is a plain link: nothing tries to find out whether the app is there.
    """
    display_url = split_for_display(decision.web_url)
    return await visitor_page("front/app.html", 200, link=link, decision=decision, display_url=display_url)


def redirect_response(location: str, status: int, *, varies: bool = False) -> Response:
    """Sends exactly the headers that the lanes send; `g.bare` keeps the app from adding others."""
    g.bare = True
    response = Response("", status)
    decision = Decision(status, location=location, varies=varies)
    response.headers = WerkzeugHeaders(decision.headers(secure=site.current().secure))
    return response
